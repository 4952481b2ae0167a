"""To which article each line belongs.

Vocabulary against the cost of leaving the place it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.patience import look_up
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
ROUNDS = 3
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


def assign(
    indexes: Sequence[int],
    places: Places,
    topics: Topics,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the article of each line and how much better that is than that of its place."""
    count = len(indexes)
    labels = places.zone.copy()
    margin = np.zeros(count)
    if len(places.starts) < 2 or len(places.starts) * len(topics.rarity) > MOST:
        return labels, margin
    once = [np.unique(topics.of(line), return_counts=True) for line in indexes]
    fit = _fit(indexes, once, labels, places, topics)
    for _ in range(ROUNDS):
        fresh = _cheapest(_bound(fit, places), places)
        if (fresh == labels).all():
            break
        labels = fresh
        fit = _fit(indexes, once, labels, places, topics)
    moved = labels != places.zone
    margin[moved] = (fit[np.arange(count), labels] - fit[np.arange(count), places.zone])[moved]
    return labels, margin


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
    for place, (ids, times) in enumerate(told_once):
        if place % 8 == 0:
            look_up()
        if not len(ids):
            continue
        sizes = totals.copy()
        own = labels[place]
        told = counts[:, ids]
        told[own] = np.maximum(0, told[own] - times)
        sizes[own] -= times.sum()
        out[place] = WEIGHT * gain(told, sizes[:, None], topics.rarity[ids]).sum(axis=1)
    out += NAMED * places.named
    out -= BYLINED * places.signed[:, None] * places.bylined[None, :]
    out[places.led] = 0.0
    best = out.max(axis=1, keepdims=True)
    bounded: NDArray[np.float64] = np.maximum(out, best - CEILING)
    return bounded


def _cheapest(fit: NDArray[np.float64], places: Places) -> NDArray[np.int64]:
    """Find the cheapest sequence of articles (Viterbi)."""
    count, kinds = fit.shape
    first = {start: article for article, start in enumerate(places.starts)}
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
