"""Which line may go on where another breaks off: candidate pairs and their features."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs, rivals, seam, spanning, wrapping
from brandtool.detect.page.grams import Grams, grams_of
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.shape import Line
from brandtool.detect.page.topics import Topics

WINDOW = 80
"""How many lines before and after a rest is looked for."""
MOST = 1_000_000
"""How many far pairs are looked at; where more lines break off, they look less far."""
STEPS = 3
"""How many following lines are always looked at."""
BEST = 4
"""How many far lines are looked at, the likeliest first."""
FAR_LIFT = 0.0
ALIKE = 8.0
"""How much lift two lines that speak of the very same are given when rests are chosen."""
BLOCK = 1024
"""How many pairs are compared at once: a product of matrices would start threads of its own."""
USUAL = 0.8
"""How many of a page's broken lines are taken to go on in the next, before any is seen."""

_LEFT = (
    costs.open_end, costs.stopped_end, costs.comma_end, costs.colon_end, costs.closed_end,
    costs.digit_end, costs.left_open_mark, costs.short, costs.heading_form, costs.byline_form,
    costs.signed_off, costs.inner_stop, costs.opener_start, costs.ordinal_start,
    costs.dateline_start, costs.last_part, costs.dash_end,
)  # fmt: skip
_RIGHT = (
    costs.right_orphan_mark, costs.punctuation_start, costs.opener_start, costs.ordinal_start,
    costs.digit_start, costs.dateline_start, costs.short, costs.heading_form, costs.byline_form,
    costs.inner_stop, costs.open_end, costs.stopped_end, costs.first_part,
)  # fmt: skip
_BOTH = (costs.marks_meet, costs.marks_clash)
SEAM_NAMES = (
    *(f"left_{cost.__name__}" for cost in _LEFT),
    *(f"right_{cost.__name__}" for cost in _RIGHT),
    *(cost.__name__ for cost in _BOTH),
    "lift", "lift_high", "end", "fresh", "run_on", "on_page", "bound", "rest", "inside", "stop",
    "spanning", "spanning_high", "meet",
)  # fmt: skip
"""The features of a pair by its own words."""
NAMES = (
    *SEAM_NAMES,
    "next", "later", "before", "far",
    "best_for_left", "best_for_right", "margin_left", "margin_right",
    "next_heading", "prior_open", "after_heading", "wrapped", "column",
    "left_head", "right_head", "coherent", "rival",
    "alike", "alike_for_left", "alike_for_right", "alike_wide", "next_rest", "prior_stop",
    "marks", "mark_before", "breaks", "rests",
    "clause", "clause_meets", "size_left", "size_right", "in_order", *rivals.NAMES, *rivals.SPANNED,
)  # fmt: skip


@dataclass(frozen=True)
class Pairs:
    """Hold candidate pairs: positions in a sequence of lines, features (n, len(NAMES)), lifts."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    features: NDArray[np.float64]
    lift: NDArray[np.float64]


@dataclass(frozen=True)
class Sides:
    """Hold what lines say of a seam behind them and of one before them, each by itself.

    `as_left` and `as_right`: (lines, features); `lone` tells of marks without their other half at
    the beginning and the end: (lines, 2).
    """

    as_left: NDArray[np.float64]
    as_right: NDArray[np.float64]
    lone: NDArray[np.bool_]
    ends: spanning.Ends

    def of(self, spots: Sequence[int]) -> Sides:
        """Return those of some lines, by position."""
        told = np.array(spots, dtype=np.int64)
        return Sides(self.as_left[told], self.as_right[told], self.lone[told], self.ends.of(spots))


def sides_of(lines: Sequence[Line]) -> Sides:
    """Look at lines by themselves."""
    return Sides(
        np.array([_costs(_LEFT, line) for line in lines]).reshape(-1, len(_LEFT)),
        np.array([_costs(_RIGHT, line) for line in lines]).reshape(-1, len(_RIGHT)),
        np.array([line.balance for line in lines]).reshape(-1, 2) > 0,
        spanning.ends_of([line.text for line in lines]),
    )


@dataclass(frozen=True)
class Seams:
    """Judge pairs of lines by their words alone; lines are named by their position in `lines`."""

    lines: Sequence[Line]
    table: Ngrams
    grams: Grams
    voices: seam.Voices
    sides: Sides

    def run_on(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the log probability of the words after each seam."""
        return seam.run_on_cost(self.table, self.voices.tails[left], self.voices.heads[right])

    def features(
        self, left: NDArray[np.int64], right: NDArray[np.int64], run_on: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return (n, len(SEAM_NAMES)) features of pairs."""
        told = self.voices
        lift = np.clip(run_on - told.fresh[right], -12, 12)
        spanned = self.sides.ends.gains(left, right)
        rest = np.column_stack(
            (
                self.sides.lone[left, 1] & self.sides.lone[right, 0],
                self.sides.lone[left, 1] != self.sides.lone[right, 0],
                lift / 5, np.maximum(0, lift - 3) / 5,
                np.clip(told.end[left], -12, 0) / 5, np.clip(told.fresh[right], -40, 0) / 10,
                np.clip(run_on, -40, 0) / 10,
                self._on_page(left, right),
                np.clip(run_on - told.mid[right], -12, 12) / 5,
                np.clip(told.mid - told.fresh, -12, 12)[right] / 5,
                np.clip(told.mid - told.sentence, -12, 12)[right] / 5,
                np.clip(told.stop, -12, 0)[left] / 5,
                spanned / 5, np.maximum(0, spanned) / 5, self.sides.ends.meet(left, right),
            )
        )  # fmt: skip
        return np.concatenate(
            (self.sides.as_left[left], self.sides.as_right[right], rest.astype(float)), axis=1
        )

    def _on_page(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        """Tell how many characters around the seams stand together elsewhere on the page."""
        tails = [self.lines[k].text[-2:] for k in left.tolist()]
        heads = [self.lines[k].text[:2] for k in right.tolist()]
        return self.grams.around(tails, heads)


def seams_of(lines: Sequence[Line], table: Ngrams, voices: seam.Voices, sides: Sides) -> Seams:
    """Prepare lines for being judged in pairs; `voices` and `sides` are theirs."""
    return Seams(lines, table, grams_of([line.text for line in lines]), voices, sides)


def _costs(told: Sequence[Callable[[Line], float]], line: Line) -> list[float]:
    look_up()
    return [cost(line) for cost in told]


def candidates(seams: Seams, heads: NDArray[np.float64], topics: Topics) -> Pairs:
    """Pair each line with those that may go on from it.

    `heads` is the chance of each line to begin an article; `topics` holds the words of the page.
    """
    lines = seams.lines
    if len(lines) < 2:
        empty = np.zeros(0, dtype=np.int64)
        return Pairs(empty, empty, np.zeros((0, len(NAMES))), np.zeros(0))
    left, right = _grid(lines)
    run_on = seams.run_on(left, right)
    lift = run_on - seams.voices.fresh[right]
    vectors = topics.vectors([line.index for line in lines])
    look_up()
    alike = _alike(vectors, vectors, left, right)
    fit = rivals.fitness(
        run_on - seams.voices.mid[right], (seams.voices.mid - seams.voices.fresh)[right]
    )
    both = fit + ALIKE * alike
    keep = _chosen(left, right, (lift, lift + ALIKE * alike, fit, both))
    among = rivals.features(left, right, fit, both, len(lines))[keep]
    look_up()
    left, right = left[keep], right[keep]
    lift, run_on, alike = lift[keep], run_on[keep], alike[keep]
    wide = _alike(*_with_neighbours(vectors), left, right)
    by_words = seams.features(left, right, run_on)
    look_up()
    by_place = _features(seams, left, right, lift, heads)
    look_up()
    by_topic = _topical(seams, left, right, alike, wide)
    by_form = _formal(seams, left, right)
    by_page = np.full((len(left), 1), _in_order(seams, left, right, among))
    spanned = by_words[:, SEAM_NAMES.index("spanning")] * 5
    by_word = rivals.spanned(left, right, fit[keep], spanned, len(lines))
    told = np.concatenate((by_words, by_place, by_topic, by_form, by_page, among, by_word), axis=1)
    return Pairs(left, right, told, lift)


def _grid(lines: Sequence[Line]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all pairs worth a look.

    The next few, and open ends against likely rests within WINDOW.
    """
    where = np.flatnonzero([not line.table for line in lines])
    near = [(where[:-step], where[step:]) for step in range(1, STEPS + 1)]
    parts = [(a[b - a <= STEPS], b[b - a <= STEPS]) for a, b in near]
    breaks = np.flatnonzero(
        [
            line.ending in ("open", "comma", "closed") and not (line.byline or line.table)
            for line in lines
        ]
    )
    rests = np.flatnonzero(
        [not (line.byline or line.dateline or line.item or line.table) for line in lines]
    )
    window = min(WINDOW, MOST // max(1, 2 * len(breaks)))
    low = np.searchsorted(rests, breaks - window)
    high = np.searchsorted(rests, breaks + window, side="right")
    sizes = high - low
    lefts = np.repeat(breaks, sizes)
    offsets = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    rights = rests[np.repeat(low, sizes) + offsets] if len(lefts) else lefts
    far = (rights < lefts) | (rights > lefts + STEPS)
    parts.append((lefts[far], rights[far]))
    return np.concatenate([a for a, _ in parts]), np.concatenate([b for _, b in parts])


def _alike(
    ones: NDArray[np.float32],
    others: NDArray[np.float32],
    left: NDArray[np.int64],
    right: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return how far the lines of each pair speak of the same."""
    out = np.zeros(len(left))
    for start in range(0, len(left), BLOCK):
        look_up()
        some = slice(start, start + BLOCK)
        out[some] = np.einsum("kd,kd->k", ones[left[some]], others[right[some]])
    return out


def _with_neighbours(
    vectors: NDArray[np.float32],
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return what each line speaks of with the line above it, and with the line below it."""
    above = vectors.copy()
    look_up()
    above[1:] += vectors[:-1]
    look_up()
    below = vectors.copy()
    look_up()
    below[:-1] += vectors[1:]
    for one in (above, below):
        for start in range(0, len(one), BLOCK):
            look_up()
            part = one[start : start + BLOCK]
            part /= np.maximum(np.linalg.norm(part, axis=1, keepdims=True), 1e-6)
    return above, below


def _chosen(
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    values: Sequence[NDArray[np.float64]],
) -> NDArray[np.bool_]:
    """Keep the near pairs and, of the far ones, the BEST for each left and for each right."""
    keep: NDArray[np.bool_] = (right > left) & (right <= left + STEPS)
    for value in values:
        likely = np.flatnonzero(value > FAR_LIFT)
        for side in (left[likely], right[likely]):
            look_up()
            order = np.lexsort((-value[likely], side))
            place = np.arange(len(order))
            ranked = side[order]
            begins = np.diff(ranked, prepend=-1) > 0
            rank = place - np.maximum.accumulate(np.where(begins, place, 0))
            keep[likely[order[rank < BEST]]] = True
    return keep


def _features(
    seams: Seams,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    lift: NDArray[np.float64],
    heads: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return what the places of the pairs and their rivals say."""
    lines, count = seams.lines, len(seams.lines)
    ahead = right - left
    heading = seams.sides.as_left[:, _LEFT.index(costs.heading_form)]
    opened = seams.sides.as_left[:, _LEFT.index(costs.open_end)]
    sizes = np.array([line.size for line in lines], dtype=float)
    after = np.append(heading[1:], 0.0)
    before = np.append(0.0, heading[:-1])
    prior_open = np.append(0.0, opened[:-1] * (1 - heading[:-1]))
    loose = sizes > 8
    for start, stop, _ in wrapping.stretches(lines):
        loose[start:stop] = False
    cut = (opened * (1 - heading) > 0) & loose
    wrapped = float(opened[loose].mean()) if loose.any() else 0.0
    width = max(1.0, float(np.median(sizes[cut]))) if cut.any() else 60.0
    margin_left = np.clip(rivals.margins(left, lift, count), -12, 12)
    margin_right = np.clip(rivals.margins(right, lift, count), -12, 12)
    inner = (ahead == 1) & (opened[left] > 0) & (heading[left] == 0) & loose[left]
    coherent = float((lift[inner] > 0).sum() + 4 * USUAL) / float(inner.sum() + 4)
    best = np.full(count, -20.0)
    np.maximum.at(best, left, lift)
    return np.column_stack(
        (
            ahead == 1, (ahead > 1) & (ahead <= STEPS), ahead < 0,
            np.minimum(np.abs(ahead), 60) / 60,
            margin_left >= 0, margin_right >= 0, margin_left / 5, margin_right / 5,
            after[left], prior_open[left], before[right],
            np.full(len(left), wrapped), np.minimum(1.0, sizes / width)[left],
            heads[left], heads[right], np.full(len(left), coherent),
            np.clip(best[left], -12, 12) / 5,
        )
    ).astype(float)  # fmt: skip


def _topical(
    seams: Seams,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    alike: NDArray[np.float64],
    wide: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return how far two lines speak of the same, and what layout marks stand between them."""
    lines, count = seams.lines, len(seams.lines)
    broken = seams.sides.as_left[:, _LEFT.index(costs.open_end)] * (
        1 - seams.sides.as_left[:, _LEFT.index(costs.heading_form)]
    )
    rest = np.clip(seams.voices.mid - seams.voices.fresh, -5, 5) / 5
    stopped = seams.sides.as_left[:, _LEFT.index(costs.stopped_end)]
    index = np.array([line.index for line in lines])
    gap = index[right] - index[left] - (right - left)
    before = np.diff(index, prepend=-1) > 1
    return np.column_stack(
        (
            alike, *(np.clip(rivals.margins(side, alike, count), -1, 1) for side in (left, right)),
            wide, np.append(rest[1:], 0.0)[left], np.append(0.0, stopped[:-1])[right],
            np.where(right > left, np.minimum(gap, 3) / 3, 0), before[right],
            np.full(len(left), min(1.0, float(broken.sum()) / 20)),
            np.full(len(left), float((rest > 0).mean())),
        )
    ).astype(float)  # fmt: skip


def _formal(seams: Seams, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return whether words begin as behind a comma, and how long the lines are."""
    clause = np.clip(seams.voices.clause - seams.voices.fresh, -8, 8)[right] / 5
    comma = seams.sides.as_left[left, _LEFT.index(costs.comma_end)]
    sizes = np.log([max(1, line.size) for line in seams.lines]) / 5
    return np.column_stack((clause, clause * comma, sizes[left], sizes[right]))


def _in_order(
    seams: Seams, left: NDArray[np.int64], right: NDArray[np.int64], among: NDArray[np.float64]
) -> float:
    """Return how often the next line is the best rest of a broken one of the page."""
    broken = seams.sides.as_left[:, _LEFT.index(costs.open_end)] * (
        1 - seams.sides.as_left[:, _LEFT.index(costs.heading_form)]
    )
    near = (right == left + 1) & (broken[left] > 0)
    best = among[near, rivals.NAMES.index("fit_margin_left")] >= 0
    return float(best.sum() + USUAL) / float(near.sum() + 1)
