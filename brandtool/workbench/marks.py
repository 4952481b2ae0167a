"""What the editor marks by hand: what no detector proposed becomes decisions all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from brandtool.core.article import Edition
from brandtool.core.decision import (
    START,
    Anchor,
    Effect,
    Joint,
    Json,
    Label,
    Place,
    Point,
    Replace,
    Source,
    anchor_json,
)
from brandtool.core.pieces import Piece
from brandtool.core.quote import QUOTE_KINDS
from brandtool.core.span import Span
from brandtool.workbench import edits
from brandtool.workbench.sealing import Draft

PAGE_STATES = ("unread", "first", "second", "final")
"""What a page goes through: first and second reading done, final (read-only until reopened)."""


def page_state(edition: Edition) -> str:
    """Return the state of the page under what was decided."""
    for label in edition.labels.get("state", ()):
        if isinstance(label.value, Mapping):
            return str(label.value.get("state", "unread"))
    return "unread"


def drafts_of(edition: Edition, kind: str, span: Span, value: Json) -> list[Draft] | None:
    """Return what marking a range of the edition's text decides; None for nothing."""
    mark = _MARKS.get(kind)
    return mark(edition, span, value) if mark else None


def _delete(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    made = edits.edit(edition.table, span, "")
    if made is None:
        return None
    words = tuple(effect for effect in made.effects if isinstance(effect, Replace))
    return [Draft("add", "delete", words, replaces=made.replaces)] if words else None


def _correct(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    made = edits.edit(edition.table, span, str(value)) if isinstance(value, str) else None
    return None if made is None else [Draft("add", "correct", made.effects, replaces=made.replaces)]


def _printed(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    """Note an error of the printed page: the clean text keeps it."""
    anchor = _anchor(edition, span)
    if not anchor or not isinstance(value, str):
        return None
    return [Draft("add", "printed", (Label("printed", anchor, {"text": value}),))]


def _quote(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    anchor = _anchor(edition, span)
    if not anchor:
        return None
    told: dict[str, Json] = {"kind": "direct", "speaker": None}
    if isinstance(value, Mapping):
        told.update(value)
    for role in ("cue", "mention"):
        at = told.get(role)
        match at:
            case [int(start), int(end)]:
                told[role] = anchor_json(_anchor(edition, Span(start, end)))
    if told["kind"] not in (*QUOTE_KINDS, "none"):
        return None
    return [Draft("add", "quote", (Label("quote", anchor, told),))]


def _role(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    if not isinstance(value, str):
        return None
    drafts = []
    for piece in _pieces(edition, span):
        if not piece.origin:
            block = edition.document.block_at(piece.start)
            source = Source(block.start, block.stop, edition.document.quote(block.span))
            drafts.append(Draft("add", "role", (Label("role", (source,), value),)))
    return drafts or None


def _lift_out(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    role = value if isinstance(value, str) else "caption"
    drafts = []
    for source in _cut_sources(edition, span):
        effects: tuple[Effect, ...] = (
            Place(source, None, "aside"),
            Label("role", (source,), role),
        )
        drafts.append(Draft("add", "interruption", effects))
    return drafts or None


def _cut_sources(edition: Edition, span: Span) -> list[Source]:
    """Return the source ranges under a selection, one a piece; a part of a block is split off."""
    out = []
    for piece in _pieces(edition, span):
        if piece.origin:
            continue
        home = Span(max(span.start, piece.span.start), min(span.end, piece.span.end))
        for part in edition.table.anchor(home):
            if isinstance(part, Source) and part.text.strip():
                out.append(Source(part.start, part.end, part.text))
    return out


def _run_on(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    """Run on what the selection holds the ends of; one paragraph runs on the next."""
    pieces = [p for p in edition.table.pieces if p.span.size and not p.aside]
    drafts: list[Draft] = []
    for left, right in pairwise(pieces):
        if left.span.end == right.span.start or right.span.start < span.start:
            continue
        if span.start <= left.span.end < span.end or (not drafts and left.span.end >= span.end):
            drafts.append(Draft("add", "join", (edits.run_on(left, right),)))
        else:
            break
    return drafts or None


def _boundary(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    """Set or remove an article boundary at the line that holds the start of the range."""
    piece = next(iter(_pieces(edition, Span(span.start, span.start + 1))), None)
    if piece is None or piece.span.start == 0:
        return None
    begins = piece.joint == "article"
    after = _after(edition, piece) if piece.origin else None
    source = edits.piece_part(piece)
    joint: Joint = "paragraph" if begins else "article"
    return [Draft("add", "article", (Place(source, after, joint),))]


def _split(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    """Begin a new paragraph at a caret inside a piece of the source."""
    piece = next(iter(_pieces(edition, Span(span.start, span.start + 1))), None)
    at = edition.table.to_source(span.start)
    if piece is None or at is None or at.origin or span.start <= piece.span.start:
        return None
    block = edition.document.block_at(at.offset)
    rest = Source(at.offset, min(piece.stop, block.stop))
    return [Draft("add", "split", (Place(rest, Point("", at.offset), "paragraph"),))]


def _anchor(edition: Edition, span: Span) -> Anchor:
    """Return what a range of the edition's text comes from, without line ends."""
    parts: Anchor = ()
    for article in edition.articles:
        for line in (*article.lines, *article.asides):
            start, end = max(span.start, line.home.start), min(span.end, line.home.end)
            if start < end:
                parts += edition.table.anchor(Span(start, end))
    return parts


def _pieces(edition: Edition, span: Span) -> list[Piece]:
    return [
        piece
        for piece in edition.table.pieces
        if piece.span.size and piece.span.start < span.end and span.start < piece.span.end
    ]


def _after(edition: Edition, piece: Piece) -> Point:
    """Return the piece a piece stands behind now, as what it is to follow."""
    before = Point("", 0)
    for other in edition.table.pieces:
        if other is piece:
            break
        if other.span.size and not other.aside:
            before = Point(other.origin, other.end)
    return before


def move(edition: Edition, offset: int, by: int) -> Draft | None:
    """Return what moves the paragraph at an offset up (-1) or down (+1); None at the ends."""
    pieces = [p for p in edition.table.pieces if p.span.size and not p.aside]
    lines = _paragraphs(pieces)
    at = next(
        (i for i, line in enumerate(lines) if line[0].span.start <= offset <= line[-1].span.end),
        None,
    )
    if at is None or not 0 <= at + by < len(lines):
        return None
    mover = lines[at]
    if mover[0].joint == "article":
        return None
    target = lines[at + by if by > 0 else at - 2][-1] if by > 0 or at >= 2 else None
    after = Point(target.origin, target.end) if target else START
    effects: list[Effect] = [Place(edits.piece_part(mover[0]), after, "paragraph")]
    effects += [edits.run_on(left, right) for left, right in pairwise(mover)]
    return Draft("add", "move", tuple(effects))


def _paragraphs(pieces: list[Piece]) -> list[list[Piece]]:
    """Group pieces that run on into the paragraphs they make."""
    out: list[list[Piece]] = []
    for piece in pieces:
        if out and piece.joint == "run_on" and not piece.unmet:
            out[-1].append(piece)
        else:
            out.append([piece])
    return out


def with_value(effect: Effect, value: Mapping[str, Json]) -> Effect:
    """Return a quote or role label with what the editor says differently."""
    if isinstance(effect, Label) and isinstance(effect.value, Mapping):
        return Label(effect.kind, effect.anchor, {**effect.value, **value}, effect.subject)
    return effect


_MARKS: dict[str, Callable[[Edition, Span, Json], list[Draft] | None]] = {
    "delete": _delete,
    "run_on": _run_on,
    "lift_out": _lift_out,
    "quote": _quote,
    "correct": _correct,
    "printed": _printed,
    "role": _role,
    "article": _boundary,
    "split": _split,
}
MARKS = tuple(_MARKS)
"""The kinds of mark, in the order of their digits (1 delete ... 7 article)."""
