"""Words said twice and more in a row inside one line."""

from __future__ import annotations

import pytest

from brandtool.core.document import Document
from brandtool.detect.page import ngrams
from brandtool.detect.page.fold import fold
from brandtool.detect.page.loops import loops_of
from brandtool.detect.page.repeats import find
from brandtool.detect.page.wording import words_of

ONE = "青石桥建于两百年前，桥身用本地石料砌成，桥栏上刻着十二生肖，今天仍有行人和车马从桥上经过。"
TWO = "镇上的老人说，每逢汛期水位会漫过第三级台阶，那时渡船停航，赶集的人只能绕远路去对岸。"


def told(text: str) -> list[tuple[int, list[str]]]:
    stream = fold(Document(text))
    found = loops_of(text, stream, find(stream), frozenset(), ngrams.shipped())
    return [
        (one.keep, [words_of(text, stream, *turn).replace(",", "，") for turn in one.turns])
        for one in found
    ]


@pytest.mark.parametrize("times", [2, 3, 4])
def test_words_said_again_in_a_row_are_a_loop_with_all_turns(times: int) -> None:
    assert told(f"开头的话。{ONE * times}后来的话不同。") == [(0, [ONE[:-1]] * times)]


def test_a_refrain_with_words_between_is_no_loop() -> None:
    assert told(f"{TWO[:18]}，接着又说了别的，{TWO[:18]}。") == []


def test_a_loop_does_not_reach_into_the_line_before() -> None:
    assert told(f"昨天，行人从桥上经过。\n{ONE}{ONE}后来的话不同。") == [(0, [ONE[:-1]] * 2)]


def test_a_turn_whose_end_is_misread_is_one() -> None:
    misread = ONE.replace("从桥上经过", "丛桥上径过")
    assert told(f"开头的话。{ONE}{misread}后来的话不同。") == [(0, [ONE[:-1], misread[:-1]])]


def test_the_turn_that_reads_best_stays() -> None:
    misread = ONE.replace("本地石料砌成", "夲地右枓砌戍")
    assert [keep for keep, _ in told(f"开头的话。{misread}{ONE}后来的话不同。")] == [1]


def test_a_lost_quotation_mark_moves_nobody() -> None:
    quoted = ONE.replace("十二生肖", "“十二生肖”")
    lost = ONE.replace("十二生肖", "十二生肖”")
    assert [keep for keep, _ in told(f"开头的话。{quoted}{lost}后来的话不同。")] == [0]


def test_words_followed_by_others_of_their_length_are_no_loop() -> None:
    assert told(f"{TWO[:24]}只有摆渡人{TWO[:24]}。") == []


def test_a_row_with_another_number_is_no_loop() -> None:
    row = "东湖街道全年完成投资{}亿元同比增长百分之{}，"
    assert told(row.format(18, 34) + row.format(24, 11)) == []
