"""What a page says by itself, whatever is decided: computed once, kept, solved around."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from brandtool.core.document import Document
from brandtool.detect.page import pairs
from brandtool.detect.page.network import Network
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.reading import Page, judge_heads, never, rated, read
from brandtool.detect.page.removal import fits_of

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
    _told: OrderedDict[tuple[int, ...], Told] = field(default_factory=OrderedDict)

    def told(self, lines: Sequence[int]) -> Told:
        """Return what is told of lines that follow each other, named by block index."""
        key = tuple(lines)
        if key in self._told:
            self._told.move_to_end(key)
            return self._told[key]
        page = self.page
        heads = judge_heads(page, lines, self.table, self.judges["head"])
        seams = pairs.seams_of([page.lines[index] for index in lines], self.table)
        found = pairs.candidates(seams, heads)
        told = Told(heads, found, self.judges["join"].judge(found.features))
        self._told[key] = told
        while len(self._told) > KEPT:
            self._told.popitem(last=False)
        return told


def look(
    document: Document,
    table: Ngrams,
    judges: Mapping[str, Network],
    cancelled: Callable[[], bool] = never,
) -> Outlook:
    """Read a document, and judge how each copy stands in its place."""
    page = read(document, table, cancelled)
    choices = []
    if page.clusters:
        heads = judge_heads(page, page.shown, table, judges["head"])
        choices = rated(page, table, heads, judges["seam"])
    return Outlook(page, fits_of(page, choices, judges["keep"]), table, judges)
