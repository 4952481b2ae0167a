"""Where the words of an old text stand in a new one; what is in doubt is not guessed."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.span import Span
from brandtool.workbench.alignment import Alignment

LETTERS = "".join(chr(0x4E00 + n) for n in range(600))


def text(size: int, seed: int) -> str:
    """Return lines of letters by chance."""
    chance = random.Random(seed)
    told = "".join(chance.choice(LETTERS) for _ in range(size))
    return "\n".join(told[at : at + 90] for at in range(0, size, 90))


def damaged(told: str, share: float, seed: int) -> str:
    """Exchange a share of the letters for others."""
    chance = random.Random(seed)
    return "".join(c if chance.random() > share else chance.choice(LETTERS) for c in told)


def test_words_that_stand_once_in_both_texts_are_found_wherever_they_moved() -> None:
    alignment = Alignment("甲甲甲\n独一无二\n乙乙乙", "独一无二\n甲甲甲\n乙乙乙")
    assert alignment.span(Span(4, 8)) == Span(0, 4) or alignment.span(Span(0, 3)) == Span(5, 8)
    assert Alignment("甲" * 9 + "独一无二", "独一无二乙" + "甲" * 9).span(Span(9, 13)) == Span(0, 4)
    assert Alignment("重 重", "重 重 重").span(Span(0, 1)) is not None
    assert Alignment("甲乙", "丙丁").span(Span(0, 2)) is None


@given(st.text("甲乙丙\n", max_size=60), st.text("甲乙丙\n", max_size=60))
def test_runs_are_equal_text_in_order_and_never_overlap(old: str, new: str) -> None:
    runs = Alignment(old, new).runs
    assert all(old[a:b] == new[c : c + b - a] and a < b for a, b, c in runs)
    for (_, b, c), (d, _, f) in pairwise(runs):
        assert b <= d and c <= f


@pytest.mark.parametrize("wrap", [90, 21, 10_000])
def test_a_page_read_again_with_errors_and_other_line_ends_is_found_almost_whole(wrap: int) -> None:
    old = text(6000, 1)
    flat = damaged(old.replace("\n", ""), 0.03, 2)
    new = "\n".join(flat[at : at + wrap] for at in range(0, len(flat), wrap))
    found = sum(b - a for a, b, _ in Alignment(old, new).runs)
    assert found > 0.94 * len(flat)


def test_a_block_put_in_or_taken_away_moves_the_rest() -> None:
    old = text(3000, 3)
    put_in = text(500, 4)
    more = len(put_in)
    new = old[:1000] + put_in + old[1000:2000] + old[2400:]
    runs = Alignment(old, new).runs
    assert Alignment(old, new).span(Span(2500, 2520)) == Span(2100 + more, 2120 + more)
    assert sum(b - a for a, b, _ in runs) >= len(old) - 410


def test_stretches_with_too_many_equal_letters_are_left() -> None:
    old = "甲乙" * 3000 + "。尾。"
    new = "乙甲" * 3000 + "，尾。"
    assert Alignment(old, new).runs == [(6001, 6003, 6001)]


def test_the_end_of_a_piece_is_where_its_last_words_end() -> None:
    old, new = "前文在此。\n\n后文", "新前文在此。\n后文"
    assert Alignment(old, new).end(7) == 6
    assert Alignment("甲。\n", "丙丁").end(3) is None
