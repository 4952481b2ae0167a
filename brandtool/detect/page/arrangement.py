"""Articles: where they begin, which lines they hold, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs, membership
from brandtool.detect.page.constraints import START, Constraints, uncircled
from brandtool.detect.page.joining import SURE
from brandtool.detect.page.network import Network
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.reading import Page


def arranged(
    page: Page,
    living: Sequence[int],
    heads: NDArray[np.float64],
    links: Sequence[tuple[int, int, float, float]],
    constraints: Constraints,
    judge: Network,
) -> tuple[tuple[tuple[int, ...], ...], dict[int, float], dict[int, NDArray[np.float64]]]:
    """Give every living line to an article and put the articles in order.

    Lines of another article's place come with how clearly, and with the features judged by.
    """
    sure = {(a, b) for a, b, chance, _ in links if chance >= SURE}
    starts = _starts(page, living, heads, {b: a for a, b in sure}, constraints)
    headed = heads[0] >= SURE or living[0] in constraints.begins
    places = places_of(page, living, starts, sure, constraints, headed=headed)
    labels, odds, seen = membership.assign(living, places, page.topics, judge)
    behind = _behind(living, set(starts), constraints)
    _go_with(labels, behind)
    far = {b: a for a, b in sure if b != a + 1 or b in behind}
    ordered = _ordered(labels, places.zone, starts, {**behind, **far})
    moved = np.flatnonzero(labels != places.zone).tolist()
    strays = {living[k]: float(odds[k]) for k in moved}
    rows = {living[k]: row for k, row in seen.items()}
    return tuple(tuple(living[k] for k in article) for article in ordered), strays, rows


def places_of(
    page: Page,
    living: Sequence[int],
    starts: Sequence[int],
    joined: Container[tuple[int, int]],
    constraints: Constraints,
    *,
    headed: bool = True,
) -> membership.Places:
    """Say where the living lines of a page stand; `joined` are positions of cut sentences.

    `headed` tells whether the first of them is a head.
    """
    count = len(living)
    lines = [page.lines[index] for index in living]
    zone = np.searchsorted(np.array(starts), np.arange(count), side="right") - 1
    led = np.array([index in constraints.moved for index in living])
    led[list(starts)] = False
    return membership.Places(
        zone=zone,
        starts=tuple(starts),
        tied=led | np.array([(k - 1, k) in joined for k in range(count)]),
        ended=np.array([k > 0 and lines[k - 1].signoff for k in range(count)]),
        signed=np.array([line.signoff for line in lines]),
        bylined=np.array([any(line.byline for line in lines[k : k + 5]) for k in starts]),
        named=_named(page, living, starts),
        still=np.array([index in constraints.still for index in living]),
        led=led,
        lines=lines,
        headless=not headed,
    )


def _starts(
    page: Page,
    living: Sequence[int],
    heads: NDArray[np.float64],
    into: Container[int],
    constraints: Constraints,
) -> list[int]:
    """Return the positions at which an article begins.

    The rest of a head that was called no beginning is none either.
    """
    starts: list[int] = []
    tops: list[int] = []
    for k, index in enumerate(living):
        likely = heads[k] >= SURE and k not in into and index not in constraints.plain
        if (
            k == 0
            or index in constraints.begins
            or (likely and not _heading_above(page, living, tops, k))
        ):
            starts.append(k)
        headed = k > 0 or heads[0] >= SURE or index in constraints.begins
        if (starts[-1] == k and headed) or index in constraints.running:
            tops.append(k)
    return starts


def _behind(
    living: Sequence[int], starts: Collection[int], constraints: Constraints
) -> dict[int, int]:
    """Return behind which position each placed line stands, the latest placed first.

    Where the line it was placed behind is not of the running text, the one before that counts.
    """
    if not constraints.behind:
        return {}
    place = {index: k for k, index in enumerate(living)}
    order = constraints.order or range(max(living) + 1)
    near = dict(place)
    last = START
    for index in order:
        last = near.setdefault(index, last)
    edges = (
        (place[index], near.get(before, START))
        for index, before in constraints.behind.items()
        if index in place and place[index] not in starts
    )
    return uncircled(edge for edge in edges if edge[1] != START)


def _go_with(labels: NDArray[np.int64], behind: Mapping[int, int]) -> None:
    """Give placed lines to the article of the line they stand behind."""
    for k in behind:
        at = k
        while at in behind:
            at = behind[at]
        labels[k] = labels[at]


def _named(page: Page, living: Sequence[int], starts: Sequence[int]) -> NDArray[np.bool_]:
    """Tell which lines begin with the name before the colon of which article's headline."""
    out = np.zeros((len(living), len(starts)), dtype=bool)
    for article, start in enumerate(starts):
        look_up()
        head = page.lines[living[start]]
        name = head.narrow.split(":")[0]
        if head.topic and 2 <= len(name) <= 4:
            out[:, article] = [page.lines[index].text.startswith(name) for index in living]
    return out


def _heading_above(page: Page, living: Sequence[int], tops: Sequence[int], k: int) -> bool:
    """Tell whether only head lines stand between the last top of a head and this line."""
    if not tops or k - tops[-1] > 4:
        return False
    return all(
        costs.heading_form(page.lines[living[n]]) or page.lines[living[n]].byline
        for n in range(tops[-1], k)
    ) and not any(page.lines[living[n]].byline for n in range(tops[-1], k))


def _ordered(
    labels: NDArray[np.int64],
    zone: NDArray[np.int64],
    starts: Sequence[int],
    behind: Mapping[int, int],
) -> list[list[int]]:
    """Put lines in reading order.

    Those in their place first, strays behind them, far rests and placed lines behind their line.
    """
    here: list[list[int]] = [[] for _ in starts]
    strays: list[list[int]] = [[] for _ in starts]
    for k, (label, home) in enumerate(zip(labels.tolist(), zone.tolist(), strict=True)):
        if k not in behind:
            (here if label == home else strays)[label].append(k)
    articles = [own + others for own, others in zip(here, strays, strict=True)]
    followers: dict[int, list[int]] = {}
    for rest, line in behind.items():
        followers.setdefault(line, []).append(rest)
    done: set[int] = set()
    for article in articles:
        k = 0
        while k < len(article):
            rests = [rest for rest in followers.get(article[k], ()) if rest not in done]
            done.update(rests)
            article[k + 1 : k + 1] = rests
            k += 1
    for rest in sorted(behind.keys() - done):
        articles[int(labels[rest])].append(rest)
    return [article for article in articles if article]
