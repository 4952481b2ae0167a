"""Which copies go, and which words said again are no copies."""

from __future__ import annotations

from brandtool.core.document import Document
from brandtool.detect.page import copies, ngrams, reading
from brandtool.detect.page.removal import removals

ONE = "青石桥建于两百年前，桥身用本地石料砌成，桥栏上刻着十二生肖，今天仍有行人和车马从桥上经过。"
TWO = "镇上的老人说，每逢汛期水位会漫过第三级台阶，那时渡船停航，赶集的人只能绕远路去对岸。"
CALL = "月亮走，我也走，走到桥头等石牛。"
REST = "石牛不吃草，石牛不回头。"


def page(*lines: str) -> reading.Page:
    return reading.read(Document("\n".join(lines)), ngrams.shipped())


def test_the_copy_that_fits_worst_goes() -> None:
    told = page(ONE, TWO, ONE)
    assert set(removals(told, {0: 0.2, 1: 0.9})) == {0}


def test_of_copies_that_fit_alike_the_first_stays() -> None:
    told = page(ONE, TWO, ONE)
    assert set(removals(told, {0: 0.4, 1: 0.4})) == {2}


def test_a_piece_whose_words_stand_in_a_longer_line_goes() -> None:
    told = page(f"{TWO}{ONE}", CALL, TWO)
    assert set(removals(told, {0: 0.3})) == {2}


def test_a_piece_that_stands_where_it_belongs_stays_whatever_says_its_words_again() -> None:
    told = page(f"{TWO}{ONE}", CALL, TWO)
    assert not removals(told, {0: 0.8})


def test_a_line_that_comes_back_between_others_is_a_refrain() -> None:
    told = page(CALL, REST, CALL, "外婆打着灯笼来，灯笼照着红石榴。", CALL)
    assert told.passes and not told.clusters


def test_two_lines_said_by_turns_are_copies() -> None:
    told = page(CALL, ONE[:24], CALL, ONE[:24], CALL)
    assert told.clusters


def test_lines_that_say_half_of_a_copy_again_are_no_surroundings() -> None:
    told = page(ONE, CALL, f"{ONE[:30]}如此等等", TWO)
    said = copies.said_by([0], (copies.Pass((0,)),), told.links, told.stream.starts)
    assert said == {0, 2}
