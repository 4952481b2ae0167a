"""What must be so on a page because editors decided it; lines are named by block index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from brandtool.core.candidate import Candidate
from brandtool.core.claim import settled
from brandtool.core.document import Document
from brandtool.core.span import Span

START = -1
"""The place before every line."""

_PLACED = {
    "join": ("right",),
    "interruption": ("aside",),
    "move": ("block",),
    "article": ("start",),
}
"""The parts of a claim that it gives a place or a joint."""


@dataclass(frozen=True)
class Constraints:
    """Hold what the solution of a page is solved around."""

    gone: frozenset[int] = frozenset()
    """Lines that are removed."""
    cut: tuple[Span, ...] = ()
    """The removed ranges."""
    stays: frozenset[int] = frozenset()
    """Copies that stay."""
    begins: frozenset[int] = frozenset()
    """Lines that begin an article."""
    plain: frozenset[int] = frozenset()
    """Lines that begin none."""
    running: frozenset[int] = frozenset()
    """Those of them that were called no heading."""
    joins: Mapping[int, int] = field(default_factory=dict)
    """The line that each decided rest goes on from."""
    parted: frozenset[tuple[int, int]] = frozenset()
    """Pairs of lines that do not go on."""
    fresh: frozenset[int] = frozenset()
    """Lines that go on from no other, unless that is decided."""
    closed: frozenset[int] = frozenset()
    """Lines that no other goes on from, unless that is decided."""
    asides: frozenset[int] = frozenset()
    """Lines outside the running text."""
    inside: frozenset[int] = frozenset()
    """Lines within it."""
    behind: Mapping[int, int] = field(default_factory=dict)
    """The line (or START) that each placed line stands behind; the latest placed come first."""
    still: frozenset[int] = frozenset()
    """Lines that stay where the page has them."""
    moved: frozenset[int] = frozenset()
    """Lines that were placed by hand, and go with the line they stand behind."""
    placed: frozenset[int] = frozenset()
    """Lines whose place or joint is decided."""
    roles: Mapping[int, str] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    """All lines in the order made by hand, empty if that is the order of the page."""
    answered: Mapping[int, tuple[Candidate, ...]] = field(default_factory=dict)
    """The claims that were answered, by the lines they speak of."""

    def asks(self, document: Document, candidate: Candidate) -> bool:
        """Tell whether a claim is open: answered by no decision and at odds with none."""
        lines = lines_in(document, candidate.spans)
        if candidate.kind == "role" and not self.roles.keys().isdisjoint(lines):
            return False
        if candidate.kind == "duplicate" and self._removed(candidate):
            return False
        if self.placed:
            for role in _PLACED.get(candidate.kind, ()):
                part = candidate.part(role)
                if part and not self.placed.isdisjoint(lines_in(document, part.spans)):
                    return False
        near = {id(one): one for line in lines for one in self.answered.get(line, ())}
        return not settled(candidate, near.values())

    def _removed(self, candidate: Candidate) -> bool:
        return any(
            all(any(cut.covers(span) for cut in self.cut) for span in part.spans)
            for at, part in enumerate(candidate.parts)
            if at != candidate.keep
        )


FREE = Constraints()
"""Nothing is decided."""


def lines_in(document: Document, spans: Iterable[Span]) -> list[int]:
    """Return the lines that share a code point with spans of source text, in order."""
    out: set[int] = set()
    for span in spans:
        if span.size:
            first = document.block_at(span.start).index
            out.update(range(first, document.block_at(span.end - 1).index + 1))
    return sorted(out)


def uncircled(edges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return edges (one, the one it follows) without those that close a circle; first ones win."""
    out: dict[int, int] = {}
    for one, before in edges:
        at = before
        while at in out and at != one:
            at = out[at]
        if at != one and one not in out:
            out[one] = before
    return out
