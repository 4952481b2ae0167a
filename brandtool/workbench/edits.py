"""Turn what the editor types into the clean text into decisions on the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from brandtool.core.decision import Bind, Effect, Place, Point, Replace, Source, Typed
from brandtool.core.pieces import Piece, PieceTable, Segment
from brandtool.core.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold the effects of one change to the clean text and the events whose words it takes over."""

    effects: tuple[Effect, ...]
    replaces: tuple[str, ...] = ()


def edit(table: PieceTable, span: Span, text: str) -> Edit | None:
    """Return what replacing a range of the clean text by other words means for the source.

    A range that touches inserted words is widened to cover them, and names their events. Deleting
    the end of a paragraph runs the next one on. None if it changes nothing.
    """
    if table.text[span.start : span.end] == text:
        return None
    span, text, replaced = _widen(table, span, text)
    if not replaced and not any(s.origin == "" for s in table.between(span)):
        return _insert(table, span.start, text)
    spans, seams = _source_runs(table, span)
    effects: list[Effect] = []
    if not spans:
        point = _point(table, span, replaced)
        if point is None:
            return None
        return Edit((Replace(point[0], text, point[1]),) if text else (), replaced)
    effects.append(Replace(spans[0], text))
    effects += [Replace(other, "") for other in spans[1:]]
    if "\n" not in text:
        effects += seams
    return Edit(tuple(effects), replaced)


def _widen(table: PieceTable, span: Span, text: str) -> tuple[Span, str, tuple[str, ...]]:
    """Cover inserted words that a range touches, keeping what of them lies outside it."""
    events: list[str] = []
    start, end = span
    near = Span(max(0, start - 1), min(len(table.text), end + 1)) if not span.size else span
    for segment in _whole(table, near):
        if not segment.origin:
            continue
        stop = segment.at + segment.size
        if segment.at < start:
            text = table.text[segment.at : start] + text
            start = segment.at
        if stop > end:
            text += table.text[end:stop]
            end = stop
        events.append(segment.origin)
    return Span(start, end), text, tuple(dict.fromkeys(events))


def _whole(table: PieceTable, span: Span) -> list[Segment]:
    return [
        segment
        for segment in table.segments
        if segment.origin and segment.at < span.end and segment.at + segment.size > span.start
    ]


def _source_runs(table: PieceTable, span: Span) -> tuple[list[Span], list[Place]]:
    """Return the source ranges under a range, in its order, and the joints that close its seams."""
    spans: list[Span] = []
    for segment in table.between(span):
        if segment.origin is None:
            continue
        here = segment.replaced or Span(segment.start, segment.start + segment.size)
        if segment.origin and segment.replaced is None:
            continue
        words = table.text[segment.at : segment.at + segment.size]
        if not segment.origin and "\n" in words and not words.strip():
            continue
        if spans and spans[-1].end == here.start:
            spans[-1] = Span(spans[-1].start, here.end)
        elif not spans or spans[-1] != here:
            spans.append(here)
    return spans, _seams(table, span)


def _seams(table: PieceTable, span: Span) -> list[Place]:
    living = [p for p in table.pieces if p.span.size and not p.aside]
    out: list[Place] = []
    for left, right in pairwise(living):
        gap = Span(left.span.end, right.span.start)
        if gap.size and span.start <= gap.start and gap.end <= span.end:
            out.append(run_on(left, right))
    return out


def run_on(left: Piece, right: Piece) -> Place:
    """Return the placing that lets one piece go on where another ends."""
    return Place(piece_part(right), Point(left.origin, left.end), "run_on")


def piece_part(piece: Piece) -> Source | Typed:
    """Name a piece as an anchor part, without its words."""
    if piece.origin:
        return Typed(piece.origin, piece.start, piece.stop)
    return Source(piece.start, piece.stop)


def _insert(table: PieceTable, at: int, text: str) -> Edit | None:
    point = _neighbour(table, at)
    if point is None or not text:
        return None
    return Edit((Replace(point[0], text, point[1]),))


def _neighbour(table: PieceTable, at: int) -> tuple[Span, Bind] | None:
    """Return the source offset where words typed at an offset belong, and what they travel with."""
    before = table.to_source(at - 1) if at > 0 else None
    after = table.to_source(at) if at < len(table.text) else None
    if before and not before.origin and not table.text[at - 1].isspace():
        return Span(before.offset + 1, before.offset + 1), "before"
    if after and not after.origin:
        return Span(after.offset, after.offset), "after"
    if before and not before.origin:
        return Span(before.offset + 1, before.offset + 1), "before"
    return None


def _point(table: PieceTable, span: Span, replaced: Sequence[str]) -> tuple[Span, Bind] | None:
    """Return where inserted words that are changed again were inserted."""
    for standing in table.wording.inserts:
        effect = standing.effect
        if standing.event in replaced and isinstance(effect, Replace):
            return effect.span, effect.bind
    return _neighbour(table, span.start)
