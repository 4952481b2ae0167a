"""Which questions are listed, and how many each choice of a filter would list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

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
class Filter:
    """Hold one value for each facet that is narrowed, and words the row must hold."""

    chosen: tuple[tuple[str, str], ...] = ()
    words: str = ""

    @property
    def narrow(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.chosen or self.words)

    def value(self, facet: str) -> str | None:
        """Return the value chosen for a facet, None for all."""
        return dict(self.chosen).get(facet)

    def choose(self, facet: str, value: str | None) -> Filter:
        """Return the filter with a facet narrowed to a value, or widened to all."""
        rest = tuple((name, told) for name, told in self.chosen if name != facet)
        return replace(self, chosen=rest if value is None else (*rest, (facet, value)))

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

    def told(self) -> dict[str, Any]:
        """Return the filter as JSON."""
        return {"chosen": [list(pair) for pair in self.chosen], "words": self.words}

    @staticmethod
    def read(told: object) -> Filter:
        """Read a filter back; what cannot be read is no filter."""
        if not isinstance(told, dict):
            return Filter()
        pairs = told.get("chosen")
        chosen = tuple(
            (str(pair[0]), str(pair[1]))
            for pair in (pairs if isinstance(pairs, list) else [])
            if isinstance(pair, list) and len(pair) == 2 and pair[0] in FACETS
        )
        return Filter(chosen, str(told.get("words") or ""))


def counts(rows: Sequence[QuestionRow], chosen: Filter, facet: str) -> Counter[str]:
    """Count, for each value of a facet, the rows listed if it were chosen."""
    value = FACETS[facet]
    told = Counter(value(row) for row in rows if chosen.keeps(row, without=facet))
    if facet == "certainty" and EVERY in told:
        told[EVERY] = told.total()
    return told
