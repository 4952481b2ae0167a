"""Which sentences go on where, once it is told how likely each pair is."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.detect.page import joining, pairs


def told(*ends: tuple[int, int]) -> pairs.Pairs:
    left, right = (np.array(side, dtype=np.int64) for side in zip(*ends, strict=True))
    return pairs.Pairs(left, right, np.zeros((len(ends), 0)), np.zeros(len(ends)))


def test_a_pair_without_rivals_keeps_its_chance() -> None:
    out = joining.exclusive(told((0, 1), (2, 3)), np.array([0.8, 0.3]), 4)
    assert out.tolist() == pytest.approx([0.8, 0.3])


def test_two_rests_of_one_line_share_its_chance() -> None:
    out = joining.exclusive(told((0, 1), (0, 2)), np.array([0.8, 0.8]), 3)
    assert out.tolist() == pytest.approx([4 / 9, 4 / 9])


def test_two_lines_before_one_rest_share_its_chance() -> None:
    out = joining.exclusive(told((0, 2), (1, 2)), np.array([0.9, 0.5]), 3)
    assert out.tolist() == pytest.approx([9 / 11, 1 / 11])


def test_a_barred_rival_takes_nothing_from_a_pair() -> None:
    out = joining.exclusive(told((0, 1), (0, 2)), np.array([0.8, 0.0]), 3)
    assert out.tolist() == pytest.approx([0.8, 0.0])
