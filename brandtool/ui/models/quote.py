"""One line of the quote table, and which lines are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from brandtool.ui.models.narrowing import Narrowing
from brandtool.ui.models.search import matches

if TYPE_CHECKING:
    from brandtool.core.quote import Quote

__all__ = ["FACETS", "QuoteFilter", "QuoteRow", "counts"]


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """Hold what the table shows of a quote.

    `order` is its place in the page, `key` the id of its question, or its own where none asks for
    it (`asked` false: it was marked by hand).
    """

    order: int
    quote: Quote
    state: str
    key: str
    asked: bool = True

    @property
    def decided(self) -> bool:
        """Tell whether the quote stands in the decided edition, and so in every export."""
        return self.quote.state != "open"

    @property
    def open(self) -> bool:
        """Tell whether it still wants an answer."""
        return self.state in ("open", "deferred", "reopened", "flagged")

    @property
    def speaker(self) -> str:
        """Return who speaks, told apart from others of that name; empty for nobody named."""
        return self.quote.person or self.quote.speaker or ""


FACETS: Mapping[str, Callable[[QuoteRow], str]] = {
    "speaker": lambda row: row.speaker,
    "kind": lambda row: row.quote.kind,
    "state": lambda row: row.state,
    "article": lambda row: str(row.quote.article),
}
"""The choices of the filter: a name, and the value of a row for it."""


@dataclass(frozen=True, slots=True)
class QuoteFilter(Narrowing):
    """Narrow the quote table."""

    NAMES: ClassVar[Collection[str]] = FACETS

    def keeps(self, row: QuoteRow, *, without: str = "") -> bool:
        """Tell whether a row is listed, one facet disregarded on wish."""
        if any(n != without and FACETS[n](row) != value for n, value in self.chosen):
            return False
        sought = self.words.strip()
        if not sought or sought in row.quote.text or any(sought in p for p in row.quote.posts):
            return True
        return matches(sought, row.quote.speaker or "")


def counts(rows: Sequence[QuoteRow], chosen: QuoteFilter, facet: str) -> Counter[str]:
    """Count, for each value of a facet, the rows listed if it were chosen, in order of the page."""
    value = FACETS[facet]
    return Counter(value(row) for row in rows if chosen.keeps(row, without=facet))
