"""One solution for the page.

Copies to keep, joins, asides, articles and their order, none contradicting another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import pairs
from brandtool.detect.page.arrangement import arranged
from brandtool.detect.page.constraints import FREE, Constraints
from brandtool.detect.page.joining import SURE, allowed, fixed, matched, unheaded, wrapped
from brandtool.detect.page.outlook import Outlook, Told
from brandtool.detect.page.reading import Page, never
from brandtool.detect.page.removal import removals

__all__ = ["Join", "Page", "Solution", "never", "solve"]

DECIDED = 0.99
"""The chance of a line that an editor lets begin an article."""


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
    constraints: Constraints
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
    outlook: Outlook,
    constraints: Constraints = FREE,
    cancelled: Callable[[], bool] = never,
) -> Solution:
    """Solve a page around what was decided."""
    page = outlook.page
    gone = removals(page, outlook.fits, constraints)
    living = _living(page, gone, constraints)
    asides = _asides(page, gone, constraints)
    if not living:
        return Solution(page, constraints, gone, outlook.fits, {}, (), asides, ())
    told = outlook.told(living)
    heads = _heads(living, told.heads, constraints)
    links = _links(page, living, told, heads, constraints)
    joins = tuple(
        Join(living[a], living[b], chance, lift, abs(living[b] - living[a]) - 1)
        for a, b, chance, lift in links
        if chance >= SURE or max(heads[a], heads[b]) < SURE
    )
    starting = {index: float(heads[k]) for k, index in enumerate(living)}
    cutting = _cutting(page, living, links, constraints)
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
    lifted = set(cutting.values())
    joins = tuple(join for join in joins if not {join.left, join.right} & lifted)
    articles, strays = arranged(page, living, heads, links, constraints, cancelled)
    asides = tuple(sorted({*asides, *lifted}))
    return Solution(
        page, constraints, gone, outlook.fits, starting, joins, asides, articles, strays
    )


def _living(page: Page, gone: Mapping[int, float], constraints: Constraints) -> list[int]:
    """Return the lines of the running text in the order of the page, or in that made by hand.

    Long captions stay among them until it is known which cut a sentence.
    """
    every = constraints.order or range(len(page.lines))
    return [
        index
        for index in every
        if (line := page.lines[index]).text
        and index not in gone
        and (not line.apart or (index in constraints.inside and not line.markup))
        and (index not in constraints.asides or (line.caption and not line.apart))
    ]


def _heads(
    living: Sequence[int], told: NDArray[np.float64], constraints: Constraints
) -> NDArray[np.float64]:
    """Let decided beginnings be likely and refused ones not, where they were not already."""
    heads = told.copy()
    for k, index in enumerate(living):
        if index in constraints.running:
            heads[k] = 0.0
        elif k and index in constraints.begins and heads[k] < SURE:
            heads[k] = DECIDED
    return heads


def _links(
    page: Page,
    living: Sequence[int],
    told: Told,
    heads: NDArray[np.float64],
    constraints: Constraints,
) -> list[tuple[int, int, float, float]]:
    """Choose which line goes on where, by position."""
    place = {index: k for k, index in enumerate(living)}
    lines = [page.lines[index] for index in living]
    chances = wrapped(lines, told.pairs, unheaded(told.pairs, told.chances, heads))
    decided = fixed(told.pairs, chances, place, constraints)
    return matched(told.pairs, allowed(told.pairs, chances, place, constraints), decided)


def _cutting(
    page: Page,
    living: Sequence[int],
    links: Sequence[tuple[int, int, float, float]],
    constraints: Constraints,
) -> dict[int, int]:
    """Return the long captions over which a sentence goes on, as positions and lines."""
    out = {k: index for k, index in enumerate(living) if index in constraints.asides}
    for left, right, chance, _ in links:
        if chance >= SURE and left < right <= left + pairs.STEPS:
            for k in range(left + 1, right):
                if page.lines[living[k]].caption and living[k] not in constraints.inside:
                    out[k] = living[k]
    return out


def _asides(page: Page, gone: Mapping[int, float], constraints: Constraints) -> tuple[int, ...]:
    return tuple(
        line.index
        for line in page.lines
        if line.text
        and not line.markup
        and line.index not in gone
        and (
            line.index in constraints.asides
            or (line.apart and line.index not in constraints.inside)
        )
    )
