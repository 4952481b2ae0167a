"""Turn what the editor types into the clean text into decisions on the source."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from brandtool.core.decision import (
    Bind,
    Effect,
    Joint,
    Place,
    Point,
    Replace,
    Source,
    Typed,
)
from brandtool.core.pieces import Piece, PieceTable, Segment
from brandtool.core.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold the effects of one change to the clean text and the events whose words it takes over."""

    effects: tuple[Effect, ...]
    replaces: tuple[str, ...] = ()


def edit(table: PieceTable, span: Span, text: str) -> Edit | None:
    """Return what replacing a range of the clean text by other words means for the source.

    A range that touches inserted words is widened to cover them, and names their events. What
    stands before and after the range makes one paragraph if the new words hold no line end. None
    if it changes nothing, or cannot be said: words that were typed and then placed can be taken out
    whole, not changed.
    """
    if table.text[span.start : span.end] == text:
        return None
    span, text = _trimmed(table, span, text)
    span, text, replaced = _widen(table, span, text)
    if _elsewhere(table, span, text, replaced):
        return None
    spans = _source_runs(table, span)
    effects: list[Effect] = []
    if text and not _first_run(table, span, spans):
        point = _point(table, span)
        if point is None:
            return None
        effects.append(Replace(point[0], text, point[1]))
    elif spans:
        effects.append(Replace(spans.pop(0), text))
    effects += [Replace(other, "") for other in spans]
    effects += seam(table, span, filled=bool(text))
    return Edit(tuple(effects), replaced) if effects or replaced else None


def _trimmed(table: PieceTable, span: Span, text: str) -> tuple[Span, str]:
    """Take gaps between lines whole, and leave out those that the new words have as well."""
    starts = [piece.span.start for piece in table.pieces if piece.span.size]
    ends = [piece.span.end for piece in table.pieces if piece.span.size]
    span, text = _whole_gaps(table, span, text, starts, ends)
    old = table.text[span.start : span.end]
    lead, new_lead = (len(words) - len(words.lstrip()) for words in (old, text))
    if "\n" in old[:lead] and "\n" in text[:new_lead] and span.start + lead in starts:
        span, old, text = Span(span.start + lead, span.end), old[lead:], text[new_lead:]
    tail, new_tail = (len(words.rstrip()) for words in (old, text))
    if "\n" in old[tail:] and "\n" in text[new_tail:] and span.start + tail in ends:
        span, text = Span(span.start, span.start + tail), text[:new_tail]
    return span, text


def _whole_gaps(
    table: PieceTable, span: Span, text: str, starts: Sequence[int], ends: Sequence[int]
) -> tuple[Span, str]:
    """Widen a range that begins or ends inside the gap between two lines, keeping its line ends."""
    start, end = span
    before = max((at for at in ends if at <= start), default=0)
    behind = min((at for at in starts if at >= end), default=len(table.text))
    lead, tail = table.text[before:start], table.text[end:behind]
    if start not in starts and lead and not lead.strip():
        start, text = before, "\n" * ("\n" in lead) + text
    if end not in ends and tail and not tail.strip():
        end, text = behind, text + "\n" * ("\n" in tail)
    return Span(start, end), text


def _widen(table: PieceTable, span: Span, text: str) -> tuple[Span, str, tuple[str, ...]]:
    """Cover inserted words that a range touches, keeping what of them lies outside it."""
    events: list[str] = []
    start, end = span
    typed = [piece.span for piece in table.pieces if piece.origin]
    for segment in _inserted(table, Span(max(0, start - 1), end + 1)):
        here = Span(segment.at, segment.at + segment.size)
        if not span.overlaps(here) and any(piece.covers(here) for piece in typed):
            continue
        stop = segment.at + segment.size
        if segment.at < start:
            text = table.text[segment.at : start] + text
            start = segment.at
        if stop > end:
            text += table.text[end:stop]
            end = stop
        events.append(str(segment.origin))
    return Span(start, end), text, tuple(dict.fromkeys(events))


def _elsewhere(table: PieceTable, span: Span, text: str, replaced: Sequence[str]) -> bool:
    """Tell whether taking over events would change words outside a range, or where they stand."""
    placed = any(piece.origin and piece.span.overlaps(span) for piece in table.pieces)
    return (placed and bool(text)) or any(
        segment.origin in replaced and not span.covers(Span(segment.at, segment.at + segment.size))
        for segment in table.segments
    )


def _inserted(table: PieceTable, span: Span) -> list[Segment]:
    return [
        segment
        for segment in table.segments
        if segment.origin and segment.at < span.end and segment.at + segment.size > span.start
    ]


def _source_runs(table: PieceTable, span: Span) -> list[Span]:
    """Return the source ranges under a range, in its order, less the blanks between lines."""
    spans: list[Span] = []
    for piece in table.pieces:
        start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
        if start < end:
            spans += table.source_spans(Span(start, end))
    return spans


def seam(table: PieceTable, span: Span, *, filled: bool = False) -> list[Effect]:
    """Return what keeps the words before and after a range in one paragraph once it is gone.

    `filled`: other words come in its place, in the piece that holds its first word. A caption and
    the running text stay apart.
    """
    living = [piece for piece in table.pieces if piece.span.size]
    right = next((at for at, p in enumerate(living) if p.span.start <= span.end < p.span.end), None)
    left = max((at for at, p in enumerate(living) if p.span.start < span.start + filled), default=0)
    if right is None or right <= left:
        return []
    before, behind = living[left], living[right]
    begins = span.start == 0 or "\n" in table.text[before.span.end : span.start]
    beside = right == left + 1 and before.span.end == behind.span.start
    if (begins and not filled) or beside or before.aside != behind.aside:
        return []
    return list(run_on(table, before, behind))


def run_on(table: PieceTable, left: Piece, right: Piece) -> tuple[Place, ...]:
    """Return the placing that lets one piece go on where another ends."""
    return replaced(table, right, Point(left.origin, left.end), "run_on")


def replaced(
    table: PieceTable, piece: Piece, after: Point | None, joint: Joint
) -> tuple[Place, ...]:
    """Place one piece anew; those placed together with it stay as they are."""
    out = [Place(piece_part(piece), after, joint)]
    if piece.place is not None:
        out += rest(table, piece, piece.place, Point(piece.origin, piece.end))
    return tuple(out)


def rest(
    table: PieceTable,
    piece: Piece,
    place: Place,
    after: Point,
    moving: Collection[tuple[str, int]] = (),
) -> tuple[Place, ...]:
    """Place anew what was placed together with a piece, comes after it and is not `moving` too.

    `after` is what it follows then, unless it was set aside or kept its place.
    """
    followers = [
        other
        for other in table.pieces
        if other.origin == piece.origin and piece.start < other.start < place.piece.end
    ]
    first = next(
        (p for p in followers if p.place is None and (p.origin, p.start) not in moving), None
    )
    if first is None:
        return ()
    part = replace(piece_part(first), end=place.piece.end, text="")
    if place.joint == "aside":
        return (Place(part, place.after, "aside"),)
    return (Place(part, after if place.after else None, "paragraph"),)


def piece_part(piece: Piece) -> Source | Typed:
    """Name a piece as an anchor part, without its words."""
    if piece.origin:
        return Typed(piece.origin, piece.start, piece.stop)
    return Source(piece.start, piece.stop)


def _neighbour(table: PieceTable, at: int) -> tuple[Span, Bind] | None:
    """Return the source offset where words typed at an offset belong, and what they travel with."""
    before, after = _standing(table, at - 1), _standing(table, at)
    if before is not None and (after is None or not table.text[at - 1].isspace()):
        return Span(before + 1, before + 1), "before"
    if after is not None:
        return Span(after, after), "after"
    return None


def _standing(table: PieceTable, at: int) -> int | None:
    """Return the source offset of a code point of a line, None for one of a gap between lines."""
    point = table.to_source(at) if at >= 0 else None
    return point.offset if point and not point.origin and not _in_gap(table, at) else None


def _first_run(table: PieceTable, span: Span, spans: Sequence[Span]) -> Sequence[Span]:
    """Return the source ranges under the line that a range begins in or ends; they may be none."""
    for piece in table.pieces:
        if piece.span.size and piece.span.start <= span.start < piece.span.end:
            return _source_runs(table, Span(span.start, min(span.end, piece.span.end)))
    ends = any(piece.span.size and piece.span.end == span.start for piece in table.pieces)
    return () if ends else spans


def _in_gap(table: PieceTable, at: int) -> bool:
    return not any(piece.span.start <= at < piece.span.end for piece in table.pieces)


def _point(table: PieceTable, span: Span) -> tuple[Span, Bind] | None:
    """Return where words belong that are typed anew, or where changed ones were inserted."""
    first = table.to_source(span.start)
    for standing in table.wording.inserts:
        effect = standing.effect
        if first and standing.event == first.origin and isinstance(effect, Replace):
            return effect.span, effect.bind
    ink = span.start and not table.text[span.start - 1].isspace()
    return _neighbour(table, span.start if ink else span.end)
