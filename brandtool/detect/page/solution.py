"""One solution for the page.

Copies to keep, joins, asides, articles and their order, none contradicting another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import pairs
from brandtool.detect.page.arrangement import arranged
from brandtool.detect.page.constraints import FREE, Constraints
from brandtool.detect.page.joining import (
    SURE,
    allowed,
    fixed,
    matched,
    parted_subheads,
    unheaded,
    wrapped,
)
from brandtool.detect.page.outlook import Outlook, Told
from brandtool.detect.page.reading import Page
from brandtool.detect.page.removal import removals
from brandtool.detect.page.roles import Roles, begun

__all__ = ["Join", "Page", "Solution", "solve"]

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
    roles: Roles = field(default_factory=Roles)


def solve(outlook: Outlook, constraints: Constraints = FREE) -> Solution:
    """Solve a page around what was decided."""
    page = outlook.page
    gone = removals(page, outlook.fits, constraints)
    kept = _kept(page, gone, constraints)
    roles = outlook.roles(kept)
    living = [index for index in kept if _runs(roles, index, constraints)]
    asides = tuple(sorted(set(kept).difference(living) | (constraints.asides & set(kept))))
    if not living:
        return Solution(page, constraints, gone, outlook.fits, {}, (), asides, (), roles=roles)
    told = outlook.told(living)
    starts = begun(np.array([roles.starts[index] for index in living]), told.heads)
    heads = _heads(living, starts, constraints)
    set_off = _heads(living, np.array([roles.set_off[index] for index in living]), constraints)
    links = _links(page, living, told, set_off, constraints)
    joins = tuple(
        Join(living[a], living[b], chance, lift, abs(living[b] - living[a]) - 1)
        for a, b, chance, lift in links
        if chance >= SURE or max(set_off[a], set_off[b]) < SURE
    )
    starting = {index: float(heads[k]) for k, index in enumerate(living)}
    cutting = _cutting(roles, living, links, constraints)
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
    articles, strays = arranged(page, living, heads, links, constraints)
    asides = tuple(sorted({*asides, *lifted}))
    return Solution(
        page, constraints, gone, outlook.fits, starting, joins, asides, articles, strays, roles
    )


def _kept(page: Page, gone: Mapping[int, float], constraints: Constraints) -> list[int]:
    """Return the lines with words that stay, in the order of the page or in that made by hand."""
    every = constraints.order or range(len(page.lines))
    lines = page.lines
    return [k for k in every if lines[k].text and not lines[k].markup and k not in gone]


def _runs(roles: Roles, index: int, constraints: Constraints) -> bool:
    """Tell whether a line belongs to the running text.

    A long caption stays in it until it is known which cut a sentence.
    """
    if index in constraints.inside:
        return True
    if index in constraints.asides:
        return index in roles.captions and index not in roles.asides
    return index not in roles.asides


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
    set_off: NDArray[np.float64],
    constraints: Constraints,
) -> list[tuple[int, int, float, float]]:
    """Choose which line goes on where, by position."""
    place = {index: k for k, index in enumerate(living)}
    lines = [page.lines[index] for index in living]
    chances = parted_subheads(lines, told.pairs, told.chances)
    chances = unheaded(told.pairs, wrapped(lines, told.pairs, chances), set_off)
    decided = fixed(told.pairs, chances, place, constraints)
    return matched(told.pairs, allowed(told.pairs, chances, place, constraints), decided)


def _cutting(
    roles: Roles,
    living: Sequence[int],
    links: Sequence[tuple[int, int, float, float]],
    constraints: Constraints,
) -> dict[int, int]:
    """Return the long captions over which a sentence goes on, as positions and lines."""
    out = {k: index for k, index in enumerate(living) if index in constraints.asides}
    for left, right, chance, _ in links:
        if chance >= SURE and left < right <= left + pairs.STEPS:
            for k in range(left + 1, right):
                if living[k] in roles.captions and living[k] not in constraints.inside:
                    out[k] = living[k]
    return out
