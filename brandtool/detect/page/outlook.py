"""What a page says by itself, whatever is decided: computed once, kept, solved around."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from brandtool.core.document import Document
from brandtool.detect.page import chain, pairs
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

    def told(self, lines: Sequence[int]) -> Told:
        """Return what is told of lines that follow each other, named by block index."""
        return _remembered(self._told, tuple(lines), self._tell)

    def roles(self, lines: Sequence[int]) -> Roles:
        """Return what is read of the roles of lines, those beside the text among them."""
        return _remembered(self._roles, tuple(lines), self._read)

    def _tell(self, lines: tuple[int, ...]) -> Told:
        heads = _remembered(self._heads, lines, self._judge)
        voices = self.page.voices.of(lines)
        seams = pairs.seams_of([self.page.lines[index] for index in lines], self.table, voices)
        found = pairs.candidates(seams, heads, self.page.topics)
        return Told(heads, found, self.judges["join"].judge(found.features))

    def _read(self, lines: tuple[int, ...]) -> Roles:
        page = self.page
        text = tuple(index for index in lines if not page.lines[index].apart)
        heads = _remembered(self._heads, text, self._judge).tolist()
        chances = dict(zip(text, heads, strict=True))
        told = [page.lines[index] for index in lines]
        voices = page.voices.of(lines)
        return read_roles(told, chances, page.topics, self.table, self.chain, voices)

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
