"""The piece table: a source and what holds of it, rendered, with a map there and back."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from brandtool.core.decision import Anchor, Joint, Place, Point, Source, Typed
from brandtool.core.document import Document
from brandtool.core.fold import Standing
from brandtool.core.span import Span
from brandtool.core.wording import Twins, Wording, replacement


class Segment(NamedTuple):
    """Name a run of the rendered text: where it begins, and where its words come from.

    `origin` "" is the source, an event id inserted words, None a separator the table made.
    `replaced` is the source range that inserted words stand for.
    """

    at: int
    size: int
    origin: str | None
    start: int
    replaced: Span | None = None


class Piece(NamedTuple):
    """Name a piece in reading order: where its words come from and where they stand in the text.

    `joint` is how it follows what stands before it, None: as in the source. `unmet`: it should run
    on, but its sentence does not stand before it. A removed piece has an empty `span`. `place` is
    what begins with this piece, as it was decided; it may reach beyond it.
    """

    origin: str
    start: int
    stop: int
    end: int
    span: Span
    joint: Joint | None
    aside: bool
    removed: bool
    article: int
    unmet: bool = False
    proposed: bool = False
    place: Place | None = None


@dataclass(frozen=True)
class PieceTable:
    """Hold the rendered text of a document under what is in force."""

    document: Document
    text: str
    pieces: tuple[Piece, ...]
    segments: tuple[Segment, ...]
    wording: Wording
    twins: Twins
    dropped: tuple[Standing, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return where the segments begin in the text."""
        return tuple(segment.at for segment in self.segments)

    @cached_property
    def homes(self) -> dict[str, tuple[tuple[int, int, int], ...]]:
        """Return for each origin its runs (start, end, where they stand in the text), by start."""
        homes: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for segment in self.segments:
            if segment.origin is not None:
                end = segment.start + segment.size
                homes[segment.origin].append((segment.start, end, segment.at))
        return {origin: tuple(sorted(runs)) for origin, runs in homes.items()}

    @cached_property
    def _change_ends(self) -> tuple[int, ...]:
        """Return where the changed ranges of the source end."""
        return tuple(replacement(standing).span.end for standing in self.wording.changes)

    def to_source(self, offset: int) -> Point | None:
        """Return where the code point at an offset comes from; None for a separator of ours."""
        at = bisect.bisect_right(self.starts, offset) - 1
        if at < 0:
            return None
        segment = self.segments[at]
        if segment.origin is None or offset >= segment.at + segment.size:
            return None
        return Point(segment.origin, segment.start + offset - segment.at)

    def to_text(self, origin: str, offset: int) -> int | None:
        """Return where a code point of the source (or of inserted words) stands, if it does."""
        runs = self.homes.get(origin, ())
        at = bisect.bisect_right(runs, offset, key=lambda run: run[0]) - 1
        if at >= 0 and offset < runs[at][1]:
            return runs[at][2] + offset - runs[at][0]
        return None

    def between(self, span: Span) -> list[Segment]:
        """List the segments under a range of the text, clipped to it."""
        out: list[Segment] = []
        at = max(0, bisect.bisect_right(self.starts, span.start) - 1)
        while at < len(self.segments) and self.segments[at].at < span.end:
            segment = self.segments[at]
            start = max(span.start, segment.at)
            end = min(span.end, segment.at + segment.size)
            if start < end:
                moved = segment.start + start - segment.at
                out.append(segment._replace(at=start, size=end - start, start=moved))
            at += 1
        return out

    def anchor(self, span: Span) -> Anchor:
        """Return the source and inserted words behind a range of the text, in its order."""
        parts: list[Source | Typed] = []
        for segment in self.between(span):
            if segment.origin is None:
                continue
            words = self.text[segment.at : segment.at + segment.size]
            end = segment.start + segment.size
            last = parts[-1] if parts else None
            if last and last.origin == segment.origin and last.end == segment.start:
                start, words = last.start, last.text + words
                parts.pop()
            else:
                start = segment.start
            parts.append(
                Typed(segment.origin, start, end, words)
                if segment.origin
                else Source(start, end, words)
            )
        return tuple(parts)

    def source_spans(self, span: Span) -> tuple[Span, ...]:
        """Return the source ranges behind a range of the text, replaced ones included."""
        out: list[Span] = []
        for segment in self.between(span):
            if segment.origin is None or (segment.origin and segment.replaced is None):
                continue
            here = segment.replaced or Span(segment.start, segment.start + segment.size)
            if out and out[-1].end == here.start:
                out[-1] = Span(out[-1].start, here.end)
            elif not out or out[-1] != here:
                out.append(here)
        return tuple(out)

    def locate(self, anchor: Anchor) -> tuple[Span, ...]:
        """Return where the words of an anchor stand in the text; removed words are left out.

        A source range that was replaced is found where its replacement stands.
        """
        spans: list[Span] = []
        for part in anchor:
            for at, end in self._homes(part):
                if spans and spans[-1].end == at:
                    spans[-1] = Span(spans[-1].start, end)
                else:
                    spans.append(Span(at, end))
        return tuple(spans)

    def _homes(self, part: Source | Typed) -> list[tuple[int, int]]:
        runs = self.homes.get(part.origin, ())
        at = max(0, bisect.bisect_right(runs, part.start, key=lambda run: run[0]) - 1)
        out: list[tuple[int, int]] = []
        while at < len(runs) and runs[at][0] < part.end:
            start, end, home = runs[at]
            lo, hi = max(start, part.start), min(end, part.end)
            if lo < hi:
                out.append((home + lo - start, home + hi - start))
            at += 1
        if not part.origin:
            out += [
                (segment.at, segment.at + segment.size)
                for segment in self._replacing(Span(part.start, part.end))
            ]
            out.sort(key=lambda run: run[0])
        return out

    def _replacing(self, span: Span) -> Iterator[Segment]:
        changes = self.wording.changes
        at = bisect.bisect_left(self._change_ends, span.start)
        while at < len(changes) and replacement(changes[at]).span.start < span.end:
            change = changes[at]
            at += 1
            first, last = change.base, change.base + len(replacement(change).text)
            for start, end, home in self.homes.get(change.event, ()):
                if first <= start < last and replacement(change).span.overlaps(span):
                    here = replacement(change).span
                    yield Segment(home, end - start, change.event, start, here)
