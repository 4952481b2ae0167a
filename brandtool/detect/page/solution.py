"""One solution for the page.

Copies to keep, joins, asides, articles and their order, none contradicting another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import copies, costs, pairs, wrapping
from brandtool.detect.page.arrangement import arranged
from brandtool.detect.page.constraints import FREE, Constraints
from brandtool.detect.page.joining import (
    SURE,
    allowed,
    exclusive,
    fixed,
    matched,
    parted_subheads,
    unheaded,
    unparted,
    wrapped,
)
from brandtool.detect.page.outlook import Outlook, Told
from brandtool.detect.page.reading import Page
from brandtool.detect.page.removal import removals
from brandtool.detect.page.roles import Roles
from brandtool.detect.page.shape import Line

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
    """Lines that stand in another article's place, with the log odds of that."""
    roles: Roles = field(default_factory=Roles)
    by: Outlook | None = None
    """What the page says by itself, and who judged it."""
    seams: Mapping[tuple[int, int], NDArray[np.float64]] = field(default_factory=dict)
    """The features of the joins that a judge looked at."""
    columns: frozenset[tuple[int, int]] = frozenset()
    """The joins of full lines of a narrow column."""
    stood: Mapping[int, NDArray[np.float64]] = field(default_factory=dict)
    """The features of lines that stand in another article's place."""

    @cached_property
    def lifted(self) -> frozenset[int]:
        """Return the asides as a set."""
        return frozenset(self.asides)

    @cached_property
    def worded(self) -> tuple[Line, ...]:
        """Return the lines with words that stay, asides among them, in the order of the page."""
        return tuple(self.page.lines[k] for k in _kept(self.page, self.removed, self.constraints))

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Return the position of each line with words that stays."""
        return {line.index: k for k, line in enumerate(self.worded)}

    @cached_property
    def flow(self) -> tuple[Line, ...]:
        """Return the lines of the running text that stay, in the order of the page."""
        return tuple(line for line in self.worded if line.index not in self.lifted)

    @cached_property
    def flowing(self) -> Mapping[int, int]:
        """Return the position of each line of the running text."""
        return {line.index: k for k, line in enumerate(self.flow)}

    @cached_property
    def cutting(self) -> Mapping[int, tuple[int, int]]:
        """Return the asides that alone (copies apart) part a sentence, with its two lines."""
        out: dict[int, tuple[int, int]] = {}
        for join in self.joins:
            first, last = self.places[join.left], self.places[join.right]
            inner = [line.index for line in self.worded[first + 1 : last]]
            if join.score >= SURE and inner and all(k in self.lifted for k in inner):
                out.update(dict.fromkeys(inner, (join.left, join.right)))
        return out

    @cached_property
    def passes(self) -> Mapping[int, int]:
        """Return the pass of each copied line."""
        return {line: k for k, one in enumerate(self.page.passes) for line in one.lines}

    @cached_property
    def compared(self) -> Sequence[int]:
        """Return the lines that copies are compared among: the running text and all copies."""
        return sorted({*self.page.shown, *self.page.members})

    @cached_property
    def _clusters(self) -> Mapping[int, frozenset[int]]:
        out: dict[int, frozenset[int]] = {}
        for cluster in self.page.clusters:
            page = self.page
            said = copies.said_by(cluster, page.passes, page.links, page.stream.starts)
            out.update(dict.fromkeys(cluster, said))
        return out

    def alike(self, line: int) -> frozenset[int]:
        """Return the lines of all copies of what a line is of, itself among them."""
        found = self.passes.get(line)
        return (
            self._clusters.get(found, frozenset({line}))
            if found is not None
            else (frozenset({line}))
        )

    @cached_property
    def home(self) -> Mapping[int, int]:
        """Return the number of the article of each line of one."""
        return {index: k for k, article in enumerate(self.articles) for index in article}


def solve(outlook: Outlook, constraints: Constraints = FREE) -> Solution:
    """Solve a page around what was decided."""
    page = outlook.page
    gone = removals(page, outlook.fits, constraints)
    kept = _kept(page, gone, constraints)
    roles = outlook.roles(kept)
    living = [index for index in kept if _runs(roles, index, constraints)]
    asides = tuple(sorted(set(kept).difference(living) | (constraints.asides & set(kept))))
    if not living:
        return Solution(
            page, constraints, gone, outlook.fits, {}, (), asides, (), roles=roles, by=outlook
        )
    told = outlook.told(living, kept)
    heads = _heads(living, outlook.starts(kept, living), constraints)
    set_off = _heads(living, _apart(page, roles, living, heads), constraints)
    links = _links(page, living, told, set_off, constraints)
    joins = tuple(
        Join(living[a], living[b], chance, lift, abs(living[b] - living[a]) - 1)
        for a, b, chance, lift in links
        if chance >= SURE or max(set_off[a], set_off[b]) < SURE
    )
    seams, columns = _looked_at(page, living, told, joins)
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
    articles, strays, stood = arranged(
        page, living, heads, links, constraints, outlook.judges["belong"]
    )
    asides = tuple(sorted({*asides, *lifted}))
    return Solution(
        page, constraints, gone, outlook.fits, starting, joins, asides, articles, strays, roles,
        outlook, seams, columns, stood,
    )  # fmt: skip


def _apart(
    page: Page, roles: Roles, living: Sequence[int], heads: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the chance of each line to be a heading or byline: by its role, or as it begins."""
    form = np.array([costs.heading_form(page.lines[index]) for index in living])
    told = np.array([roles.set_off[index] for index in living])
    apart: NDArray[np.float64] = 1 - (1 - told) * (1 - heads * form)
    return apart


def _looked_at(
    page: Page, living: Sequence[int], told: Told, joins: Sequence[Join]
) -> tuple[dict[tuple[int, int], NDArray[np.float64]], frozenset[tuple[int, int]]]:
    """Return the features of each join by its lines, and the joins within narrow columns."""
    count, place = len(living), {index: k for k, index in enumerate(living)}
    keys = told.pairs.left * count + told.pairs.right
    order = np.argsort(keys)
    wanted = np.array([place[j.left] * count + place[j.right] for j in joins], dtype=np.int64)
    at = np.minimum(np.searchsorted(keys[order], wanted), max(0, len(keys) - 1))
    rows = {
        (join.left, join.right): told.pairs.features[order[k]]
        for join, k, key in zip(joins, at.tolist(), wanted.tolist(), strict=True)
        if len(keys) and keys[order[k]] == key
    }
    full = wrapping.wrapped_pairs([page.lines[index] for index in living])
    return rows, frozenset((living[a], living[b]) for a, b in full)


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
    chances = unparted(told.pairs, told.chances, place, constraints)
    chances = exclusive(told.pairs, chances, len(living))
    chances = parted_subheads(lines, told.pairs, chances)
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
