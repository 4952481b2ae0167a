"""Which questions are listed, and how many each choice of a filter would list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from brandtool.ui.models.narrowing import Narrowing
from brandtool.ui.models.question import QuestionRow
from brandtool.ui.words import certainty_level

__all__ = ["EVERY", "FACETS", "Filter", "counts"]

EVERY = "all"
"""The certainty that lists even what is very doubtful."""

FACETS: Mapping[str, Callable[[QuestionRow], str]] = {
    "kind": lambda row: row.kind,
    "state": lambda row: row.state,
    "article": lambda row: str(row.article),
    "certainty": lambda row: EVERY if row.faint else str(certainty_level(row.score)),
    "sure": lambda row: "sure" if row.sure else "asked",
    "speaker": lambda row: row.speaker,
}
"""The choices of a filter: a name and the value of a row for it."""


@dataclass(frozen=True, slots=True)
class Filter(Narrowing):
    """Narrow the question list."""

    NAMES: ClassVar[Collection[str]] = FACETS

    def keeps(self, row: QuestionRow, *, without: str = "") -> bool:
        """Tell whether a row is listed, one facet disregarded on wish.

        Information is listed under its own kind only, what is very doubtful under `EVERY`.
        """
        for facet, value in self.chosen:
            if facet != without and value != EVERY and FACETS[facet](row) != value:
                return False
        if not row.asked and without != "kind" and self.value("kind") != row.kind:
            return False
        if row.faint and without != "certainty" and self.value("certainty") != EVERY:
            return False
        return not self.words or self.words.casefold() in row.haystack


def counts(rows: Sequence[QuestionRow], chosen: Filter, facet: str) -> Counter[str]:
    """Count, for each value of a facet, the rows listed if it were chosen."""
    value = FACETS[facet]
    told = Counter(value(row) for row in rows if chosen.keeps(row, without=facet))
    if facet == "certainty" and EVERY in told:
        told[EVERY] = told.total()
    return told
