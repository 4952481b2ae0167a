"""Which sentences go on where: a rest for each break, the surest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs, pairs, wrapping
from brandtool.detect.page.constraints import Constraints
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.shape import Line

SURE = 0.5
DOUBT = 0.2
WRAPPED = 0.97
"""The chance that a full line of a wrapped column goes on in the next."""


def unheaded(
    told: pairs.Pairs, chances: NDArray[np.float64], set_off: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weigh joins against the headings and bylines at either side: a line is not both."""
    top = np.maximum(set_off[told.left], set_off[told.right])
    both = chances * (1 - top)
    return np.where(top >= SURE, both / np.maximum(both + (1 - chances) * top, 1e-9), chances)


def parted_subheads(
    lines: Sequence[Line], told: pairs.Pairs, chances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Keep the two lines of a subhead apart: short, below a full stop, and going on nowhere."""
    form = [costs.heading_form(line) > 0 and not line.item for line in lines]
    goes_on = set(told.left[chances >= SURE].tolist())
    out = chances.copy()
    near = (told.right == told.left + 1) & (chances >= SURE)
    for k in np.flatnonzero(near).tolist():
        left, right = int(told.left[k]), int(told.right[k])
        below = left == 0 or lines[left - 1].ending in ("stop", "quoted")
        if below and form[left] and form[right] and right not in goes_on:
            out[k] = min(out[k], 1 - SURE - DOUBT)
    return out


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


def allowed(
    told: pairs.Pairs,
    chances: NDArray[np.float64],
    place: Mapping[int, int],
    constraints: Constraints,
) -> NDArray[np.float64]:
    """Take away the joins that contradict a decision; `place` is where each line stands."""
    chances = unparted(told, chances, place, constraints)
    ends = [place[line] for line in constraints.closed if line in place]
    rests = [place[line] for line in constraints.fresh | constraints.begins if line in place]
    barred = np.isin(told.left, ends) | np.isin(told.right, rests)
    return np.where(barred, 0.0, chances)


def unparted(
    told: pairs.Pairs,
    chances: NDArray[np.float64],
    place: Mapping[int, int],
    constraints: Constraints,
) -> NDArray[np.float64]:
    """Take away the joins that were refused; `place` is where each line stands."""
    parted = [
        place[left] * len(place) + place[right]
        for left, right in constraints.parted
        if left in place and right in place
    ]
    pair = told.left * len(place) + told.right
    return np.where(np.isin(pair, parted), 0.0, chances)


def exclusive(told: pairs.Pairs, chances: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Let pairs of the same line share its chance: a sentence goes on in one place only.

    `count` is how many lines there are. Each line weighs its pairs and that there is none.
    """
    held = np.clip(chances, 0.0, 1.0 - 1e-6)
    odds = held / (1.0 - held)
    left, right = (np.bincount(side, odds, count) for side in (told.left, told.right))
    shared: NDArray[np.float64] = odds / (1.0 + left[told.left] + right[told.right] - odds)
    return shared


def fixed(
    told: pairs.Pairs,
    chances: NDArray[np.float64],
    place: Mapping[int, int],
    constraints: Constraints,
) -> list[tuple[int, int, float, float]]:
    """Return the decided joins, with what is told of them."""
    every = zip(told.left.tolist(), told.right.tolist(), strict=True)
    known = {pair: k for k, pair in enumerate(every)}
    out = []
    for right, left in sorted(constraints.joins.items()):
        if left in place and right in place:
            k = known.get((place[left], place[right]))
            chance = float(chances[k]) if k is not None else 1.0
            lift = float(told.lift[k]) if k is not None else 0.0
            out.append((place[left], place[right], chance if chance >= SURE else 1.0, lift))
    return out


def matched(
    told: pairs.Pairs,
    chances: NDArray[np.float64],
    decided: Sequence[tuple[int, int, float, float]] = (),
) -> list[tuple[int, int, float, float]]:
    """Choose joins, decided ones first, then the surest: one rest for each break, no circles."""
    taken_left = {left for left, *_ in decided}
    taken_right = {right for _, right, *_ in decided}
    begins = {right: left for left, right, *_ in decided}
    out = list(decided)
    for count, k in enumerate(np.argsort(-chances, kind="stable").tolist()):
        if chances[k] < 0.2:
            break
        if count % 1024 == 0:
            look_up()
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
