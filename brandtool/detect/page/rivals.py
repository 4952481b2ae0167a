"""How a pair of lines stands among the others that one of its lines might be paired with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.patience import look_up

NAMES = (
    "share_left", "share_right", "share_both", "alike_share_left", "alike_share_right",
    "fit_margin_left", "fit_margin_right",
)  # fmt: skip
SPANNED = (
    "spanning_for_left", "spanning_for_right", "spanning_margin_left", "spanning_margin_right",
    "spanning_share_left", "spanning_share_right",
)  # fmt: skip
SPANNING = 0.5
"""How much what a word over the seam gains counts beside how well the pair reads."""
FAINTEST = -12.0
"""The least log share told apart."""
FARTHEST = 12.0
"""The widest margin told apart."""


def fitness(bound: NDArray[np.float64], rest: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much likelier words stand after others that break off than anywhere, as log odds.

    `bound` is how much likelier they stand after these words than anywhere, `rest` how much
    likelier anywhere than at a beginning: that they are a rest at all is no more than certain.
    """
    told: NDArray[np.float64] = bound - np.logaddexp(0.0, -rest)
    return told


def shares(side: NDArray[np.int64], value: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return the log share of each pair among all pairs of its line, and that there is none.

    `side` names the line of each pair, below `count`; `value` holds log odds, 0 for none.
    """
    look_up()
    top = np.zeros(count)
    np.maximum.at(top, side, value)
    look_up()
    whole = np.exp(-top)
    np.add.at(whole, side, np.exp(value - top[side]))
    told: NDArray[np.float64] = value - top[side] - np.log(whole[side])
    return told


def margins(side: NDArray[np.int64], value: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return how far the value of each pair stands above the best other one of its line."""
    look_up()
    best = np.full(count, -20.0)
    np.maximum.at(best, side, value)
    top = value >= best[side]
    look_up()
    second = np.full(count, -20.0)
    np.maximum.at(second, side[~top], value[~top])
    look_up()
    told: NDArray[np.float64] = np.where(top, value - second[side], value - best[side])
    return told


def features(
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    fit: NDArray[np.float64],
    alike: NDArray[np.float64],
    count: int,
) -> NDArray[np.float64]:
    """Return (n, len(NAMES)) features of pairs of `count` lines.

    `fit` holds how well each reads, `alike` the same with what its lines speak of.
    """
    by_left, by_right = shares(left, fit, count), shares(right, fit, count)
    told = [by_left, by_right, by_left + by_right]
    told += [shares(side, alike, count) for side in (left, right)]
    wide = [margins(side, fit, count) for side in (left, right)]
    look_up()
    return np.column_stack((*map(_shared, told), *map(_apart, wide))) / 5


def spanned(
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    fit: NDArray[np.float64],
    gain: NDArray[np.float64],
    count: int,
) -> NDArray[np.float64]:
    """Return (n, len(SPANNED)) features of pairs of `count` lines.

    `fit` holds how well each reads, `gain` what a word over its seam gains.
    """
    both = fit + SPANNING * np.maximum(0, gain)
    best = []
    for side in (left, right):
        look_up()
        top = np.zeros(count)
        np.maximum.at(top, side, gain)
        best.append(top[side])
    wide = [margins(side, gain, count) for side in (left, right)]
    told = [shares(side, both, count) for side in (left, right)]
    return np.column_stack((*best, *map(_apart, wide), *map(_shared, told))) / 5


def _shared(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.clip(value, FAINTEST, 0)


def _apart(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.clip(value, -FARTHEST, FARTHEST)
