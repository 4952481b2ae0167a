"""Which sentences go on where: a rest for each break, the surest first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import pairs, wrapping
from brandtool.detect.page.shape import Line

SURE = 0.5
WRAPPED = 0.97
"""The chance that a full line of a wrapped column goes on in the next."""


def unheaded(
    told: pairs.Pairs, chances: NDArray[np.float64], heads: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weigh joins against the headlines at either side: a line is not both."""
    top = np.maximum(heads[told.left], heads[told.right])
    return np.where(top >= SURE, chances * (1 - top), chances)


def wrapped(
    lines: Sequence[Line], told: pairs.Pairs, chances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Let the lines of a wrapped column go on in the next one, and nowhere else."""
    sure = set(wrapping.wrapped_pairs(lines))
    if not sure:
        return chances
    left = {a for a, _ in sure}
    right = {b for _, b in sure}
    out = chances.copy()
    for k, pair in enumerate(zip(told.left.tolist(), told.right.tolist(), strict=True)):
        if pair in sure:
            out[k] = max(out[k], WRAPPED)
        elif pair[0] in left or pair[1] in right:
            out[k] = 0.0
    return out


def matched(told: pairs.Pairs, chances: NDArray[np.float64]) -> list[tuple[int, int, float, float]]:
    """Choose joins, surest first: one rest for each break, no circles."""
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    begins: dict[int, int] = {}
    out = []
    for k in np.argsort(-chances, kind="stable").tolist():
        if chances[k] < 0.2:
            break
        left, right = int(told.left[k]), int(told.right[k])
        if left in taken_left or right in taken_right:
            continue
        start = left
        while start in begins:
            start = begins[start]
        if start == right:
            continue
        taken_left.add(left)
        taken_right.add(right)
        begins[right] = left
        out.append((left, right, float(chances[k]), float(told.lift[k])))
    return out
