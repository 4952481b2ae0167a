"""To which article each line belongs.

Vocabulary against the cost of leaving the place it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
ROUNDS = 3
MANY = 24
"""How many articles before and after the place are looked at on a very long page."""


@dataclass(frozen=True)
class Places:
    """Say of each line where it stands: `zone` is the article of the last headline before it.

    `starts` holds the position of each article's first line, `tied` tells that a line goes on the
    sentence of
    the one before it, `ended` that the line before it signs an article off.
    """

    zone: NDArray[np.int64]
    starts: tuple[int, ...]
    tied: NDArray[np.bool_]
    ended: NDArray[np.bool_]


def assign(
    indexes: Sequence[int],
    places: Places,
    topics: Topics,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the article of each line and how much better that is than the article.

    Of its place (0: it is).
    """
    count = len(indexes)
    labels = places.zone.copy()
    margin = np.zeros(count)
    if len(places.starts) < 2:
        return labels, margin
    for _ in range(ROUNDS):
        if cancelled():
            break
        fit = _fit(indexes, labels, places, topics)
        fresh = _cheapest(fit, places)
        if (fresh == labels).all():
            break
        labels = fresh
    fit = _fit(indexes, labels, places, topics)
    moved = labels != places.zone
    margin[moved] = (fit[np.arange(count), labels] - fit[np.arange(count), places.zone])[moved]
    return labels, margin


def _fit(
    indexes: Sequence[int], labels: NDArray[np.int64], places: Places, topics: Topics
) -> NDArray[np.float64]:
    """Return how well each line's words suit each article, the line itself left out.

    Lines, articles).
    """
    kinds = len(places.starts)
    out = np.zeros((len(indexes), kinds))
    counts = np.zeros((kinds, len(topics.rarity)))
    for article in range(kinds):
        mine = [indexes[k] for k in np.flatnonzero(labels == article).tolist()]
        counts[article] = topics.counts(mine)
    totals = counts.sum(axis=1)
    for place, line in enumerate(indexes):
        words = topics.of(line)
        if not len(words):
            continue
        sizes = totals.copy()
        own = labels[place]
        ids, times = np.unique(words, return_counts=True)
        told = counts[:, ids]
        told[own] = np.maximum(0, told[own] - times)
        sizes[own] -= len(words)
        for article in range(kinds):
            value = float(gain(told[article], sizes[article], topics.rarity[ids]).sum())
            out[place, article] = WEIGHT * value
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
