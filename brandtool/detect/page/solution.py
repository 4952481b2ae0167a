"""One solution for the page.

Copies to keep, joins, asides, articles and their order, none contradicting another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from brandtool.core.document import Document
from brandtool.detect.page import pairs
from brandtool.detect.page.arrangement import arranged
from brandtool.detect.page.joining import SURE, matched, unheaded, wrapped
from brandtool.detect.page.network import Network
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.reading import Page, judge_heads, never, rated, read
from brandtool.detect.page.removal import removals

__all__ = ["Join", "Page", "Solution", "never", "solve"]


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
    chances = unheaded(told, judges["join"].judge(told.features), heads)
    links = matched(told, wrapped(lines, told, chances))
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
