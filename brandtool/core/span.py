"""Half-open spans of Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Name a half-open range of code points of one text."""

    start: int
    end: int

    @property
    def size(self) -> int:
        """Count the code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether every code point of the other lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """Move both ends by a number of code points."""
        return Span(self.start + by, self.end + by)


def total(spans: Iterable[Span]) -> int:
    """Count the code points of disjoint spans."""
    return sum(span.end - span.start for span in spans)


def merge(spans: Iterable[Span], *, gap: int = 0) -> tuple[Span, ...]:
    """Sort spans and unite those that overlap, touch, or stand at most `gap` code points apart."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + gap:
            if span.end > out[-1].end:
                out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)
