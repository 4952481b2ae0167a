"""Which of several copies reads best where they differ."""

from __future__ import annotations

from brandtool.core.document import Document
from brandtool.detect.page import ngrams, reading, wording

ONE = "青石桥建于两百年前，桥身用本地石料砌成，桥栏上刻着十二生肖，今天仍有行人和车马从桥上经过。"
TWO = "镇上的老人说，每逢汛期水位会漫过第三级台阶，那时渡船停航，赶集的人只能绕远路去对岸。"


def readings(*lines: str) -> dict[int, tuple[float, float]]:
    document = Document("\n".join(lines))
    page = reading.read(document, ngrams.shipped())
    return wording.readings(
        document.text, page.stream, page.clusters, page.passes, page.links, ngrams.shipped()
    )


def test_the_copy_misread_reads_worse() -> None:
    told = readings(ONE, TWO, ONE.replace("石料", "右枓"))
    assert told[0][0] > 0 > told[1][0]
    assert told[0][1] == told[1][1] == 1


def test_of_three_the_one_that_stands_alone_differs_most() -> None:
    told = readings(ONE, TWO, ONE.replace("今天", "今夫"), TWO[::-1], ONE)
    assert told[1][1] == 1
    assert told[0][1] == told[2][1] == 0.5


def test_equal_copies_are_left_out() -> None:
    assert readings(ONE, TWO, ONE) == {}


def test_blanks_and_widths_are_no_slips() -> None:
    assert readings(ONE, TWO, ONE.replace("，", ", ")) == {}


def test_a_slip_is_told_with_the_words_around_it() -> None:
    assert list(wording.slips_of("桥身用本地石料砌成", "桥身用本地右料砌成")) == [
        ("用本地", "石", "右", "料砌成")
    ]


def test_words_written_otherwise_are_no_slip() -> None:
    assert list(wording.slips_of("桥身用石料砌成", "桥身用山里运来的好石料砌成")) == []
