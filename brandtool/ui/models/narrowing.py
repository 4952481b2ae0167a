"""A filter of rows by facets and words: one value for each facet that is narrowed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

__all__ = ["Narrowing"]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Hold one value for each facet that is narrowed, and words the row must hold."""

    chosen: tuple[tuple[str, str], ...] = ()
    words: str = ""

    NAMES: ClassVar[Collection[str]] = ()
    """The facets there are."""

    @property
    def narrow(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.chosen or self.words)

    def value(self, facet: str) -> str | None:
        """Return the value chosen for a facet, None for all."""
        return dict(self.chosen).get(facet)

    def choose(self, facet: str, value: str | None) -> Self:
        """Return the filter with a facet narrowed to a value, or widened to all."""
        rest = tuple((name, told) for name, told in self.chosen if name != facet)
        return replace(self, chosen=rest if value is None else (*rest, (facet, value)))

    def told(self) -> dict[str, Any]:
        """Return the filter as JSON."""
        return {"chosen": [list(pair) for pair in self.chosen], "words": self.words}

    @classmethod
    def read(cls, told: object) -> Self:
        """Read a filter back; what cannot be read is no filter."""
        if not isinstance(told, dict):
            return cls()
        pairs = told.get("chosen")
        chosen = tuple(
            (str(pair[0]), str(pair[1]))
            for pair in (pairs if isinstance(pairs, list) else [])
            if isinstance(pair, list) and len(pair) == 2 and pair[0] in cls.NAMES
        )
        return cls(chosen, str(told.get("words") or ""))
