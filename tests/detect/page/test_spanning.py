"""A word over a seam: its characters stand at either side of the cut."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.detect.page import spanning


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("大大降低了行船的成", "本，茶摊却没有涨价"),
        ("船队列为富民行", "动示范村"),
        ("老船工没有休", "息过"),
    ],
)
def test_a_word_over_the_seam_gains(tail: str, head: str) -> None:
    assert spanning.gain(spanning.tail_of(tail), spanning.head_of(head)) > 2


@pytest.mark.parametrize(
    ("tail", "head"), [("渡口的船", "今天开航"), ("老船工", "昨天下午"), ("岸上的茶摊", "生意很好")]
)
def test_whole_words_that_meet_gain_nothing(tail: str, head: str) -> None:
    assert spanning.gain(tail, head) < 0


def test_the_least_is_told_where_no_word_stands_over_it() -> None:
    assert spanning.gain("鑃", "鑃") == -spanning.WIDEST
    assert spanning.word_over("鑃", "鑃") is None


def test_no_word_reaches_over_a_mark() -> None:
    assert spanning.tail_of("行船的成，") == ""
    assert spanning.head_of("“本，茶摊”") == ""
    assert spanning.gain("", "本") == 0


def test_blanks_do_not_count_and_no_more_than_the_reach_is_seen() -> None:
    assert spanning.tail_of("行船的 成 ") == "行船的成"
    assert spanning.head_of("\u3000本 钱") == "本钱"
    assert spanning.tail_of("船" * 20) == "船" * spanning.REACH == spanning.head_of("船" * 20)


def test_the_likeliest_word_is_named() -> None:
    assert spanning.word_over("大大降低了行船的成", "本") == "成本"


def test_lines_are_asked_by_position() -> None:
    ends = spanning.ends_of(["行船的成", "本，茶摊", "“船开了”"])
    left, right = np.array([0, 0, 2]), np.array([1, 2, 1])
    assert ends.meet(left, right).tolist() == [True, False, False]
    gains = ends.gains(left, right)
    assert gains[0] > 2 and gains[1:].tolist() == [0, 0]


def test_no_seams_have_no_gains() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert len(spanning.ends_of(["船"]).gains(none, none)) == 0
