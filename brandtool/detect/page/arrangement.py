"""Articles: where they begin, which lines they hold, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs, membership
from brandtool.detect.page.joining import SURE
from brandtool.detect.page.reading import Page


def arranged(
    page: Page,
    living: Sequence[int],
    heads: NDArray[np.float64],
    links: Sequence[tuple[int, int, float, float]],
    cancelled: Callable[[], bool],
) -> tuple[tuple[tuple[int, ...], ...], dict[int, float]]:
    """Give every living line to an article and put the articles in order."""
    count = len(living)
    sure = {(a, b) for a, b, chance, _ in links if chance >= 0.5}
    into = {b: a for a, b in sure}
    starts: list[int] = []
    for k in range(count):
        if k == 0 or (
            heads[k] >= SURE and k not in into and not _heading_above(page, living, starts, k)
        ):
            starts.append(k)
    zone = np.searchsorted(np.array(starts), np.arange(count), side="right") - 1
    tied = np.array([(k - 1, k) in sure for k in range(count)])
    ended = np.array([k > 0 and page.lines[living[k - 1]].signoff for k in range(count)])
    signed = np.array([page.lines[index].signoff for index in living])
    bylined = np.array(
        [any(page.lines[index].byline for index in living[k : k + 5]) for k in starts]
    )
    places = membership.Places(
        zone, tuple(starts), tied, ended, signed, bylined, _named(page, living, starts)
    )
    labels, margin = membership.assign(living, places, page.topics, cancelled)
    far = {a: b for a, b in sure if b != a + 1}
    ordered = _ordered(count, labels, zone, starts, far)
    strays = {living[k]: float(margin[k]) for k in range(count) if labels[k] != zone[k]}
    return tuple(tuple(living[k] for k in article) for article in ordered), strays


def _named(page: Page, living: Sequence[int], starts: Sequence[int]) -> NDArray[np.bool_]:
    """Tell which lines begin with the name before the colon of which article's headline."""
    out = np.zeros((len(living), len(starts)), dtype=bool)
    for article, start in enumerate(starts):
        head = page.lines[living[start]]
        name = head.narrow.split(":")[0]
        if head.topic and 2 <= len(name) <= 4:
            out[:, article] = [page.lines[index].text.startswith(name) for index in living]
    return out


def _heading_above(page: Page, living: Sequence[int], starts: Sequence[int], k: int) -> bool:
    """Tell whether only head lines stand between the last start and this line."""
    if not starts or k - starts[-1] > 4:
        return False
    return all(
        costs.heading_form(page.lines[living[n]]) or page.lines[living[n]].byline
        for n in range(starts[-1], k)
    ) and not any(page.lines[living[n]].byline for n in range(starts[-1], k))


def _ordered(
    count: int,
    labels: NDArray[np.int64],
    zone: NDArray[np.int64],
    starts: Sequence[int],
    far: Mapping[int, int],
) -> list[list[int]]:
    """Put lines in reading order.

    Those in their place first, strays behind them, far rests behind their break.
    """
    articles: list[list[int]] = []
    moved = set(far.values())
    for number in range(len(starts)):
        mine = [k for k in range(count) if labels[k] == number and k not in moved]
        here = [k for k in mine if zone[k] == number]
        strays = [k for k in mine if zone[k] != number]
        articles.append(here + strays)
    done: set[int] = set()
    for article in articles:
        k = 0
        while k < len(article):
            rest = far.get(article[k])
            if rest is not None and rest not in done:
                done.add(rest)
                article.insert(k + 1, rest)
            k += 1
    lost = sorted(moved - done)
    for rest in lost:
        articles[int(labels[rest])].append(rest)
    return [article for article in articles if article]
