"""One solution for the page.

Copies to keep, joins, asides, articles and their order, none contradicting another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from brandtool.core.document import Document
from brandtool.detect.page import copies, costs, headings, keeper, membership, pairs, wrapping
from brandtool.detect.page.copies import Link, Loop, Pass
from brandtool.detect.page.fold import Stream, fold
from brandtool.detect.page.network import Network
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.repeats import find
from brandtool.detect.page.shape import Line, lines_of
from brandtool.detect.page.topics import Topics, topics_of

SURE = 0.5
WRAPPED = 0.97
"""The chance that a full line of a wrapped column goes on in the next."""


def never() -> bool:
    """Say that nobody has cancelled."""
    return False


@dataclass(frozen=True)
class Page:
    """Hold what is known of a page before anything is decided; lines are named by block index."""

    document: Document
    lines: tuple[Line, ...]
    stream: Stream
    topics: Topics
    links: Mapping[int, Sequence[Link]]
    passes: tuple[Pass, ...]
    clusters: tuple[tuple[int, ...], ...]
    loops: tuple[Loop, ...]
    shown: tuple[int, ...]
    """The lines that are no asides, copies included."""
    members: frozenset[int]


@dataclass(frozen=True)
class Join:
    """Say that the sentence of one line goes on in another."""

    left: int
    right: int
    score: float
    lift: float
    over: int
    """How many lines stand between them."""


@dataclass(frozen=True)
class Solution:
    """Hold the decided page; lines are named by block index."""

    page: Page
    removed: Mapping[int, float]
    """Lines to remove, with the chance that this copy is the one to go."""
    fits: Mapping[int, float]
    """How well each pass stands in its place."""
    heads: Mapping[int, float]
    joins: tuple[Join, ...]
    asides: tuple[int, ...]
    articles: tuple[tuple[int, ...], ...]
    """The lines of each article in reading order, the first its start."""
    strays: Mapping[int, float] = field(default_factory=dict)
    """Lines that stand in another article's place, with how clearly."""


def read(document: Document, table: Ngrams, cancelled: Callable[[], bool] = never) -> Page:
    """Describe a page: its lines, what stands twice, its vocabulary."""
    stream = fold(document)
    lines = lines_of(document)
    repeats = find(stream, cancelled)
    links = copies.by_line(copies.links_of(stream, repeats))
    members = copies.copyable(lines, stream, links)
    passes = copies.passes_of(lines, members, links)
    return Page(
        document,
        lines,
        stream,
        topics_of(stream, table, twice=_said_twice(stream, links, members)),
        links,
        passes,
        keeper.clusters_of(passes, links),
        copies.loops_of(document.text, stream, repeats, members),
        tuple(line.index for line in lines if line.text and not line.apart),
        members,
    )


def _said_twice(
    stream: Stream, links: Mapping[int, Sequence[Link]], members: frozenset[int]
) -> NDArray[np.bool_]:
    """Mark the words of statements that stand in two places, copied lines apart."""
    out = np.zeros(len(stream), dtype=bool)
    for line, told in links.items():
        for link in told:
            if line not in members and link.other not in members:
                out[link.start : link.stop] = True
    return out


def judge_heads(
    page: Page, shown: Sequence[int], table: Ngrams, judge: Network
) -> NDArray[np.float64]:
    """Return the chance of each shown line to begin an article."""
    lines = [page.lines[index] for index in shown]
    out = np.zeros(len(lines))
    copied = [index in page.members for index in shown]
    where, rows = headings.features(lines, page.lines, page.topics, table, copied)
    if where:
        out[where] = judge.judge(rows)
    return out


def heard(page: Page) -> dict[int, float]:
    """Count, for each copied line.

    The pairs of characters found neither in newspapers nor twice on the page.
    """
    words = page.topics.words
    times = np.bincount(words, minlength=len(page.topics.rarity))
    odd = (times == 1) & (page.topics.rarity > 8e6)
    return {index: -float(odd[page.topics.of(index)].sum()) for index in page.members}


def rated(
    page: Page, table: Ngrams, heads: NDArray[np.float64], judge: Network
) -> list[keeper.Choice]:
    """Describe how the passes of every cluster fit their places."""
    if not page.clusters:
        return []
    wanted = sorted(set(page.shown) | page.members)
    lines = [page.lines[index] for index in wanted]
    seams = pairs.seams_of(lines, table)
    position = {index: place for place, index in enumerate(wanted)}
    spread = np.zeros(len(wanted))
    for place, index in enumerate(page.shown):
        spread[position[index]] = heads[place]
    told = heard(page)
    return [
        keeper.rate(cluster, page.passes, seams, position, spread, page.topics, judge, told)
        for cluster in page.clusters
    ]


def removals(
    page: Page, choices: Sequence[keeper.Choice], judge: Network
) -> tuple[dict[int, float], dict[int, float]]:
    """Remove the copies that fit worst, surest first, while a living twin remains.

    Returns the removed lines with their score and the fit of every pass.
    """
    fits: dict[int, float] = {}
    for choice in choices:
        for one, fit in zip(choice.passes, judge.judge(choice.features).tolist(), strict=True):
            fits[one] = fit
    _share_place(page, fits)
    gone: dict[int, float] = {}
    order = sorted(fits, key=lambda one: (fits[one], -one))
    for one in order:
        for index in page.passes[one].lines:
            begin, end = int(page.stream.starts[index]), int(page.stream.starts[index + 1])
            if copies.covered(page.links[index], begin, end, gone=gone.keys()) >= copies.COVERED:
                gone[index] = 1.0 - fits[one]
    return gone, fits


def _share_place(page: Page, fits: dict[int, float]) -> None:
    """Give equal copies that stand side by side one fit, so that the first stays."""
    for cluster in page.clusters:
        for one, two in pairwise(cluster):
            between = range(page.passes[one].lines[-1] + 1, page.passes[two].lines[0])
            if any(page.lines[k].text for k in between) or _words(page, one) != _words(page, two):
                continue
            fits[one] = fits[two] = max(fits[one], fits[two])


def _words(page: Page, one: int) -> bytes:
    first, last = page.passes[one].lines[0], page.passes[one].lines[-1]
    codes = page.stream.codes[page.stream.starts[first] : page.stream.starts[last + 1]]
    return bytes(codes.tobytes())


def _unheaded(
    told: pairs.Pairs, chances: NDArray[np.float64], heads: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weigh joins against the headlines at either side: a line is not both."""
    top = np.maximum(heads[told.left], heads[told.right])
    return np.where(top >= SURE, chances * (1 - top), chances)


def _wrapped(
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


def solve(
    document: Document,
    table: Ngrams,
    judges: Mapping[str, Network],
    cancelled: Callable[[], bool] = never,
) -> Solution:
    """Solve a page."""
    page = read(document, table, cancelled)
    heads = judge_heads(page, page.shown, table, judges["head"])
    choices = rated(page, table, heads, judges["seam"])
    gone, fits = removals(page, choices, judges["keep"])
    living = [index for index in page.shown if index not in gone]
    lines = [page.lines[index] for index in living]
    if not lines:
        return Solution(page, gone, fits, {}, (), _asides(page, gone), ())
    heads = judge_heads(page, living, table, judges["head"])
    seams = pairs.seams_of(lines, table)
    told = pairs.candidates(seams, heads)
    chances = _unheaded(told, judges["join"].judge(told.features), heads)
    links = matched(told, _wrapped(lines, told, chances))
    joins = tuple(
        Join(living[a], living[b], chance, lift, abs(living[b] - living[a]) - 1)
        for a, b, chance, lift in links
        if chance >= SURE or max(heads[a], heads[b]) < SURE
    )
    starting = {index: float(heads[k]) for k, index in enumerate(living)}
    cutting = _cutting(page, living, links)
    if cutting:
        rest = [k for k in range(len(living)) if k not in cutting]
        place = {k: n for n, k in enumerate(rest)}
        links = [
            (place[a], place[b], chance, lift)
            for a, b, chance, lift in links
            if a in place and b in place
        ]
        living = [living[k] for k in rest]
        heads = heads[rest]
    joins = tuple(join for join in joins if not {join.left, join.right} & set(cutting.values()))
    articles, strays = arranged(page, living, heads, links, cancelled)
    lifted = tuple(sorted((*_asides(page, gone), *cutting.values())))
    return Solution(page, gone, fits, starting, joins, lifted, articles, strays)


def _cutting(
    page: Page, living: Sequence[int], links: Sequence[tuple[int, int, float, float]]
) -> dict[int, int]:
    """Return the long captions over which a sentence goes on, as positions and lines."""
    out: dict[int, int] = {}
    for left, right, chance, _ in links:
        if chance >= SURE and left < right <= left + pairs.STEPS:
            for k in range(left + 1, right):
                if page.lines[living[k]].caption:
                    out[k] = living[k]
    return out


def _asides(page: Page, gone: Mapping[int, float]) -> tuple[int, ...]:
    return tuple(
        line.index
        for line in page.lines
        if line.text and line.apart and not line.markup and line.index not in gone
    )


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
