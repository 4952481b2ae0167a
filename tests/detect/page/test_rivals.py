"""How a pair of lines stands among the others its lines might be paired with."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.detect.page import rivals

SIDE = np.array([0, 0, 1])
VALUE = np.array([3.0, 1.0, -2.0])


def test_the_shares_of_a_line_and_of_none_make_a_whole() -> None:
    told = np.exp(rivals.shares(SIDE, VALUE, 2))
    whole = np.exp([3.0, 1.0, 0.0]).sum()
    assert told[:2].sum() + 1 / whole == pytest.approx(1.0)
    assert told[2] == pytest.approx(np.exp(-2) / (1 + np.exp(-2)))


def test_the_best_pair_of_a_line_stands_above_the_second_and_the_others_below_it() -> None:
    assert rivals.margins(SIDE, VALUE, 2).tolist() == [2.0, -2.0, 18.0]


def test_words_that_are_surely_a_rest_fit_no_better_for_being_surer() -> None:
    bound = np.zeros(3)
    doubtful, sure, surer = rivals.fitness(bound, np.array([-3.0, 6.0, 12.0])).tolist()
    assert doubtful == pytest.approx(-3.05, abs=0.01)
    assert sure == pytest.approx(surer, abs=0.01)


def test_rivals_of_either_line_lower_a_pair() -> None:
    left, right = np.array([0, 0, 2]), np.array([1, 3, 3])
    fit = np.array([4.0, 3.0, 5.0])
    told = rivals.features(left, right, fit, fit, 4)
    assert told.shape == (3, len(rivals.NAMES))
    by_left, by_right = (told[:, rivals.NAMES.index(f"share_{side}")] for side in ("left", "right"))
    assert by_left[0] > by_left[1] and by_right[1] < by_right[2]
    assert told[2, rivals.NAMES.index("fit_margin_right")] == pytest.approx(2 / 5)


def test_a_word_over_the_seam_of_a_rival_lowers_a_pair() -> None:
    left, right = np.array([0, 0, 2]), np.array([1, 3, 3])
    none, gain = np.zeros(3), np.array([6.0, -15.0, -15.0])
    told = rivals.spanned(left, right, none, gain, 4)
    named = dict(zip(rivals.SPANNED, told.T, strict=True))
    assert named["spanning_for_left"].tolist() == pytest.approx([1.2, 1.2, 0.0])
    assert named["spanning_for_right"].tolist() == pytest.approx([1.2, 0.0, 0.0])
    assert named["spanning_margin_left"][0] > 0 > named["spanning_margin_left"][1]
    assert named["spanning_share_left"][0] > named["spanning_share_left"][1]
