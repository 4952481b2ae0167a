"""Lines that the next line says again: whole, or begun again."""

from __future__ import annotations

import pytest

from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import detect
from brandtool.detect.page.at_once import AtOnce, said_at_once
from brandtool.detect.page.fold import fold
from brandtool.detect.page.shape import lines_of

ONE = "青石桥建于两百年前，桥身用本地石料砌成，桥栏上刻着十二生肖，今天仍有行人和车马从桥上经过。"
TWO = "镇上的老人说，每逢汛期水位会漫过第三级台阶，那时渡船停航，赶集的人只能绕远路去对岸。"
BYLINE = "本报记者 柴令 通讯员 全小满"
ROWS = [
    "甲镇代表队获金牌11枚、银牌23枚；",
    "乙镇代表队获金牌25枚、银牌24枚；",
    "丙镇代表队获金牌37枚、银牌29枚；",
]


def proposed(*lines: str) -> list[tuple[str, bool]]:
    document = Document("\n".join(lines))
    told = [one for one in detect(View(document)) if one.kind == "duplicate"]
    return [(document.quote(one.parts[1].spans[0]), one.score >= 0.5) for one in told]


def test_a_byline_said_again_at_once_goes() -> None:
    assert proposed("青石桥又通行了", BYLINE, BYLINE, ONE, TWO) == [(BYLINE, True)]


def test_a_byline_of_two_articles_stays() -> None:
    assert proposed("青石桥又通行了", BYLINE, ONE, "石牛回到桥头", BYLINE, TWO) == []


def test_a_row_said_again_at_once_goes_though_other_rows_are_alike() -> None:
    assert proposed(ONE, *ROWS[:2], ROWS[1], ROWS[2], TWO) == [(ROWS[1], True)]


def test_equal_rows_of_a_table_stay() -> None:
    row = "甲镇代表队 & 金牌十一枚 & 银牌二十三枚 \\\\"
    assert proposed(ONE, row, row, TWO) == []


def told(*lines: str) -> AtOnce:
    document = Document("\n".join(lines))
    return said_at_once(lines_of(document), fold(document))


def test_rows_said_again_are_known_whatever_they_share_with_others() -> None:
    found = told(*ROWS[:2], ROWS[1])
    (link,) = found.links
    assert (link.line, link.other, link.alike) == (1, 2, True)
    assert (found.lines, found.sure) == ({1, 2}, set())


@pytest.mark.parametrize(
    "piece", ["老码头的台阶今年重", "老码头的台阶今年重砌了1", "老码头上新立的ST"]
)
def test_a_piece_that_breaks_off_within_a_word_is_begun_again(piece: str) -> None:
    whole = {"重": "新砌好了。", "1": "2级，", "T": "ONE石碑。"}[piece[-1]]
    found = told(piece, piece + whole + TWO)
    assert found.lines == found.sure == {0}


def test_a_heading_that_the_text_begins_with_is_none() -> None:
    assert not told("老码头的台阶", "老码头的台阶昨天重砌好了。").lines
    assert not told("城南老码头修缮工程", "城南老码头修缮工程昨天完工。").lines


def test_what_a_short_line_says_is_no_slip_if_it_is_whole() -> None:
    assert not told("月亮走，我也走。", "月亮走，我也走。").lines
