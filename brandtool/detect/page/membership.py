"""To which article each line belongs.

Vocabulary against the cost of leaving the place it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import belonging
from brandtool.detect.page.belonging import Standing
from brandtool.detect.page.network import Network
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.shape import Line
from brandtool.detect.page.topics import Topics, gain

WEIGHT = 0.1
"""How much one shared pair of characters counts.

Against the costs below (in natural logarithms).
"""
CEILING = 14.0
"""The most that the words of one line may say."""
LEAVE = 9.0
"""The cost of a line that belongs to another article than the line before it."""
AHEAD = 3.0
"""The same, if the other article begins right behind the stray lines, or the page ends there."""
RETURN = 0.5
"""The cost of coming back to the article of the place."""
AFTER_END = 3.5
"""What is saved if the article before has been signed off."""
TITLE = 3.0
"""How many times more the words of a headline count in the vocabulary of its article."""
BYLINED = 1.5
"""What speaks against a signed-off line in an article that has a byline."""
NAMED = 4.0
"""What speaks for a line that begins with the name before the colon of an article's headline."""
CHANGE = 0.25
"""The cost of going over to another article at the second look."""
BACK = 0.75
"""The cost of coming back from it to that of the place: ends of articles stand at ends mostly."""
TIED = -2.0
"""What is told of a line that goes on a sentence and was compared with no such article."""
BLOCK = 32
"""How many lines are compared with all articles at once."""
ROUNDS = 3
LONGEST = 2000
"""Lines of the longest text whose lines are given to other articles."""
MOST = 20_000_000
"""Articles times vocabulary: texts beyond it (books, volumes) keep every line where it stands."""


@dataclass(frozen=True)
class Places:
    """Say of each line where it stands: `zone` is the article of the last headline before it.

    `starts` holds the position of each article's first line, `tied` tells that a line goes on the
    sentence of the one before it, `ended` that the line before it signs an article off, `signed`
    that it does so itself. `bylined` tells of each article whether a byline stands in its head,
    `named` (lines, articles) that a line begins with the name its headline begins with. `still`
    marks lines that keep their place, `led` those an editor put behind another: they go with that
    and do not speak for themselves.
    """

    zone: NDArray[np.int64]
    starts: tuple[int, ...]
    tied: NDArray[np.bool_]
    ended: NDArray[np.bool_]
    signed: NDArray[np.bool_]
    bylined: NDArray[np.bool_]
    named: NDArray[np.bool_]
    still: NDArray[np.bool_]
    led: NDArray[np.bool_]
    lines: Sequence[Line]
    headless: bool = False
    """Whether the page begins with text that no head stands over: the end of an article maybe."""

    @property
    def firsts(self) -> dict[int, int]:
        """Return the article of each line that begins one for certain."""
        return {k: n for n, k in enumerate(self.starts) if n or not self.headless}


def assign(
    indexes: Sequence[int], places: Places, topics: Topics, judge: Network
) -> tuple[NDArray[np.int64], NDArray[np.float64], dict[int, NDArray[np.float64]]]:
    """Return the article of each line, and for lines of another place the log odds of that.

    The features by which these were judged come third, by position.
    """
    labels = places.zone.copy()
    odds = np.zeros(len(indexes))
    large = len(places.starts) * len(topics.rarity) > MOST or len(indexes) > LONGEST
    if len(places.starts) < 2 or large:
        return labels, odds, {}
    standing = first_sight(indexes, places, topics)
    pairs, rows = belonging.candidates(standing, topics)
    told = judge.logits(rows) if len(rows) else np.zeros(0)
    score = np.full(standing.fit.shape, -np.inf)
    score[np.arange(len(indexes)), places.zone] = 0.0
    score[pairs[:, 0], pairs[:, 1]] = told
    labels = _smoothed(_bound(score, places), places)
    moved = np.flatnonzero(labels != places.zone)
    odds[moved] = np.maximum(score[moved, labels[moved]], 0.0)
    wanted = {(k, int(labels[k])) for k in moved.tolist()}
    seen = {k: rows[n] for n, (k, there) in enumerate(pairs.tolist()) if (k, there) in wanted}
    return labels, odds, seen


def first_sight(indexes: Sequence[int], places: Places, topics: Topics) -> Standing:
    """Give lines to articles by their words and the cost of leaving their place."""
    labels = places.zone.copy()
    once = [np.unique(topics.of(line), return_counts=True) for line in indexes]
    fit = _fit(indexes, once, labels, places, topics)
    for _ in range(ROUNDS):
        fresh = _cheapest(_bound(fit, places), places)
        if (fresh == labels).all():
            break
        labels = fresh
        fit = _fit(indexes, once, labels, places, topics)
    return Standing(
        places.lines, places.zone, places.starts, places.tied, fit, labels, places.bylined,
        places.headless,
    )  # fmt: skip


def _smoothed(score: NDArray[np.float64], places: Places) -> NDArray[np.int64]:
    """Find the likeliest sequence of articles, each change of place having its cost (Viterbi)."""
    count, kinds = score.shape
    first = places.firsts
    back = np.zeros((count, kinds), dtype=np.int64)
    total = score[0] if places.headless else np.where(np.arange(kinds) == 0, 0.0, -np.inf)
    for k in range(1, count):
        if k % 1024 == 0:
            look_up()
        if k in first:
            back[k] = int(np.argmax(total))
            fresh = np.full(kinds, -np.inf)
            fresh[first[k]] = total.max()
            total = fresh
            continue
        stay, best = total, int(np.argmax(total))
        come = (
            np.full(kinds, -np.inf) if places.tied[k] else total[best] - _change(places, k, kinds)
        )
        back[k] = np.where(stay >= come, np.arange(kinds), best)
        told = np.zeros(kinds) if places.led[k] else score[k]
        if places.tied[k] and not places.led[k]:
            told = np.where(np.isfinite(told), told, TIED)
        total = np.maximum(stay, come) + told
    out = np.zeros(count, dtype=np.int64)
    out[-1] = int(np.argmax(total))
    for k in range(count - 1, 0, -1):
        out[k - 1] = back[k, out[k]]
    return out


def _change(places: Places, k: int, kinds: int) -> NDArray[np.float64]:
    """Return the cost of going over to each article at a line."""
    return np.where(np.arange(kinds) == places.zone[k], BACK, CHANGE)


def _bound(fit: NDArray[np.float64], places: Places) -> NDArray[np.float64]:
    """Let no place but its own suit a line that keeps it."""
    home = np.arange(fit.shape[1]) == places.zone[:, None]
    told: NDArray[np.float64] = np.where(home | ~places.still[:, None], fit, -np.inf)
    return told


def _fit(
    indexes: Sequence[int],
    told_once: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]],
    labels: NDArray[np.int64],
    places: Places,
    topics: Topics,
) -> NDArray[np.float64]:
    """Return how well each line's words suit each article, the line itself left out.

    (lines, articles); `told_once` holds the words of each line and how often it has each.
    """
    kinds = len(places.starts)
    out = np.zeros((len(indexes), kinds))
    counts = np.zeros((kinds, len(topics.rarity)))
    for article in range(kinds):
        look_up()
        mine = [indexes[k] for k in np.flatnonzero((labels == article) & ~places.led).tolist()]
        counts[article] = topics.counts(mine)
        counts[article] += TITLE * topics.counts([indexes[places.starts[article]]])
    totals = counts.sum(axis=1)
    for block in range(0, len(told_once), BLOCK):
        look_up()
        some = slice(block, block + BLOCK)
        out[some] = WEIGHT * _suited(told_once[some], labels[some], counts, totals, topics)
    out += NAMED * places.named
    out -= BYLINED * places.signed[:, None] * places.bylined[None, :]
    out[places.led] = 0.0
    best = out.max(axis=1, keepdims=True)
    bounded: NDArray[np.float64] = np.maximum(out, best - CEILING)
    return bounded


def _suited(
    told_once: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]],
    labels: NDArray[np.int64],
    counts: NDArray[np.float64],
    totals: NDArray[np.float64],
    topics: Topics,
) -> NDArray[np.float64]:
    """Return what the words of some lines gain in each article, the line itself left out."""
    kinds = len(totals)
    out = np.zeros((len(told_once), kinds))
    sizes = np.array([len(ids) for ids, _ in told_once])
    if not sizes.sum():
        return out
    ids, times = (np.concatenate([both[side] for both in told_once]) for side in (0, 1))
    line = np.repeat(np.arange(len(told_once)), sizes)
    own = labels[line]
    told, every = counts[:, ids], np.repeat(totals[:, None], len(ids), axis=1)
    word = np.arange(len(ids))
    told[own, word] = np.maximum(0, told[own, word] - times)
    every[own, word] -= np.bincount(line, times, len(told_once))[line]
    full = np.flatnonzero(sizes)
    begins = np.cumsum(sizes)[full] - sizes[full]
    out[full] = np.add.reduceat(gain(told, every, topics.rarity[ids]), begins, axis=1).T
    return out


def _cheapest(fit: NDArray[np.float64], places: Places) -> NDArray[np.int64]:
    """Find the cheapest sequence of articles (Viterbi)."""
    count, kinds = fit.shape
    first = places.firsts
    score = np.full(kinds, -np.inf)
    back = np.zeros((count, kinds), dtype=np.int64)
    for k in range(count):
        if k % 1024 == 0:
            look_up()
        zone = int(places.zone[k])
        if k in first:
            new = np.full(kinds, -np.inf)
            if k:
                score[first[k]] += LEAVE - AHEAD
            best = int(np.argmax(score)) if k else first[k]
            new[first[k]] = (score[best] if k else 0.0) + fit[k, first[k]]
            back[k] = best
            score = new
            continue
        if k == 0:
            score = fit[0] - LEAVE * (np.arange(kinds) != zone)
            continue
        leave = LEAVE - (AFTER_END if places.ended[k] else 0.0)
        enter = np.full(kinds, leave)
        enter[zone] = RETURN
        best = int(np.argmax(score))
        if places.tied[k]:
            back[k] = np.arange(kinds)
            score = score + fit[k]
            continue
        come = score[best] - enter
        stay = score
        back[k] = np.where(stay >= come, np.arange(kinds), best)
        score = np.maximum(stay, come) + fit[k]
    out = np.zeros(count, dtype=np.int64)
    score += (LEAVE - AHEAD) * (np.arange(kinds) != places.zone[-1])
    out[-1] = int(np.argmax(score))
    for k in range(count - 1, 0, -1):
        out[k - 1] = back[k, out[k]]
    return out
