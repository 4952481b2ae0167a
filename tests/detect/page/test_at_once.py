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


BROKEN = [
    ("老码头的台阶今年重", "新砌好了。"),
    ("老码头的台阶今年重砌了1", "2级，"),
    ("老码头的台阶今年花了1", ".5万元，"),
    ("老码头上新立的ST", "ONE石碑。"),
]


@pytest.mark.parametrize(("piece", "rest"), BROKEN)
def test_a_piece_that_breaks_off_within_a_word_is_begun_again(piece: str, rest: str) -> None:
    found = told(piece, piece + rest + TWO)
    assert found.lines == found.sure == {0}


def test_a_piece_that_breaks_off_twice_is_begun_again_twice() -> None:
    piece, rest = BROKEN[0]
    assert told(piece, piece, piece + rest + TWO).sure == {0, 1}


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("城南老码头修缮工程", "昨天完工。"),
        ("城南老码头修缮大事记2024", "年3月开工，5月完工。"),
        ("城南老码头修缮大事记2024", " 3月开工，5月完工。"),
        ("陈家两兄弟登台自导", "、自演的新戏昨天上演。"),
        ("全镇书画联展定在周六", "、日两天，老码头也有展台。"),
        ("渡口首次用上ChatGPT", " API，船工说方便。"),
        ("Harbour News Today", " at the old pier of the town"),
        ("参赛渡船编号甲乙第1", "0"),
    ],
)
def test_a_heading_that_the_text_begins_with_is_none(heading: str, rest: str) -> None:
    assert not told(heading, heading + rest).lines


def test_nothing_but_blank_lines_stands_between() -> None:
    assert told(BYLINE, "", BYLINE, BYLINE).lines == {0, 1, 2}
    assert not told(BYLINE, "![](a.png)", BYLINE).lines


def test_the_credit_of_two_photographs_is_no_byline() -> None:
    credit = "新华社记者 柴令摄"
    assert not told(credit, credit).lines


def test_what_a_short_line_says_is_no_slip_if_it_is_whole() -> None:
    assert not told("月亮走，我也走。", "月亮走，我也走。").lines


def test_of_a_byline_said_three_times_one_stays() -> None:
    document = Document("\n".join(["青石桥又通行了", BYLINE, BYLINE, BYLINE, ONE, TWO]))
    (one,) = (told for told in detect(View(document)) if told.kind == "duplicate")
    assert (len(one.parts), one.score >= 0.5) == (3, True)
