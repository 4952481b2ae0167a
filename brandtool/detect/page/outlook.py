"""What a page says by itself, whatever is decided: computed once, kept, solved around."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from brandtool.core.document import Document
from brandtool.detect.page import beginnings, chain, pairs
from brandtool.detect.page.chain import Chain
from brandtool.detect.page.network import Network
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.reading import Page, judge_heads, rated, read
from brandtool.detect.page.removal import fits_of
from brandtool.detect.page.roles import Roles, read_roles

Found = TypeVar("Found")

KEPT = 4
"""How many sequences of lines are remembered; an undo or two comes back to one of them."""


@dataclass(frozen=True)
class Told:
    """Say of a sequence of lines how likely each begins an article, and each pair goes on."""

    heads: NDArray[np.float64]
    pairs: pairs.Pairs
    chances: NDArray[np.float64]


@dataclass
class Outlook:
    """Hold a page with all its likelihoods; those of a sequence of lines are worked out when asked.

    A function of the page alone: what is remembered equals what would be computed anew.
    """

    page: Page
    fits: Mapping[int, float]
    table: Ngrams
    judges: Mapping[str, Network]
    chain: Chain
    choices: Mapping[int, NDArray[np.float64]] = field(default_factory=dict)
    """How each pass fits its place, as features."""
    _told: OrderedDict[tuple[int, ...], Told] = field(default_factory=OrderedDict)
    _roles: OrderedDict[tuple[int, ...], Roles] = field(default_factory=OrderedDict)
    _heads: OrderedDict[tuple[int, ...], NDArray[np.float64]] = field(default_factory=OrderedDict)
    _starts: OrderedDict[tuple[int, ...], NDArray[np.float64]] = field(default_factory=OrderedDict)

    def told(self, lines: Sequence[int], kept: Sequence[int] = ()) -> Told:
        """Return what is told of lines that follow each other, named by block index.

        `kept` are the lines they stand among, those beside the text with them; none: they alone.
        """

        def tell(_: tuple[int, ...]) -> Told:
            chances = self._heads_of(kept or lines)
            heads = np.array([chances.get(index, 0.0) for index in lines])
            seams = self.page.seams(lines, self.table)
            found = pairs.candidates(seams, heads, self.page.topics)
            return Told(heads, found, self.judges["join"].judge(found.features))

        return _remembered(self._told, (*kept, -1, *lines), tell)

    def roles(self, lines: Sequence[int]) -> Roles:
        """Return what is read of the roles of lines, those beside the text among them."""
        return _remembered(self._roles, tuple(lines), self._read)

    def starts(self, kept: Sequence[int], lines: Sequence[int]) -> NDArray[np.float64]:
        """Return the chance of each of some lines to begin an article; `kept` has roles."""

        def again(_: tuple[int, ...]) -> NDArray[np.float64]:
            seen = beginnings.seen_of(lines, self.roles(kept), self.told(lines, kept).heads)
            told = [self.page.lines[index] for index in lines]
            return beginnings.seen_again(told, seen, self.page.topics, self.judges["begin"])

        return _remembered(self._starts, (*kept, -1, *lines), again)

    def _read(self, lines: tuple[int, ...]) -> Roles:
        page = self.page
        told = [page.lines[index] for index in lines]
        voices = page.voices.of(lines)
        return read_roles(told, self._heads_of(lines), page.topics, self.table, self.chain, voices)

    def _heads_of(self, lines: Sequence[int]) -> dict[int, float]:
        """Return how likely each of some lines is a headline, as far as it may stand in text."""
        text = tuple(index for index in lines if not self.page.lines[index].apart)
        heads = _remembered(self._heads, text, self._judge).tolist()
        return dict(zip(text, heads, strict=True))

    def _judge(self, lines: tuple[int, ...]) -> NDArray[np.float64]:
        return judge_heads(self.page, lines, self.table, self.judges["head"])


def _remembered(
    kept: OrderedDict[tuple[int, ...], Found],
    lines: tuple[int, ...],
    work: Callable[[tuple[int, ...]], Found],
) -> Found:
    """Return what is kept of a sequence of lines, or else work it out and keep it."""
    if lines in kept:
        kept.move_to_end(lines)
        return kept[lines]
    kept[lines] = work(lines)
    while len(kept) > KEPT:
        kept.popitem(last=False)
    return kept[lines]


def look(
    document: Document,
    table: Ngrams,
    judges: Mapping[str, Network],
    *,
    roles_by: Chain | None = None,
) -> Outlook:
    """Read a document, and judge how each copy stands in its place.

    `roles_by` reads the roles of lines in the place of the shipped chain.
    """
    page = read(document, table)
    choices = []
    if page.clusters:
        heads = judge_heads(page, page.shown, table, judges["head"])
        choices = rated(page, table, heads, judges["seam"])
    fits = fits_of(page, choices, judges["keep"])
    rows = {
        one: row
        for choice in choices
        for one, row in zip(choice.passes, choice.features, strict=True)
    }
    return Outlook(page, fits, table, judges, roles_by or chain.shipped(), rows)
