"""What the editor marks by hand: what no detector proposed becomes decisions all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from brandtool.core.article import Edition
from brandtool.core.decision import (
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
from brandtool.core.lines import LINED
from brandtool.core.pieces import Piece
from brandtool.core.quote import QUOTE_KINDS
from brandtool.core.span import Span
from brandtool.workbench import edits
from brandtool.workbench.sealing import Draft
from brandtool.workbench.shifting import glued, lift_out, paragraphs, running

PAGE_STATES = ("unread", "first", "second", "final")
"""What a page goes through: first and second reading done, final (read-only until reopened)."""


def page_state(edition: Edition) -> str:
    """Return the state of the page under what was decided."""
    told = [label.value for label in edition.labels.get("state", ())][-1:]
    return next(
        (str(v["state"]) for v in told if isinstance(v, Mapping) and "state" in v), "unread"
    )


def drafts_of(edition: Edition, kind: str, span: Span, value: Json) -> list[Draft] | None:
    """Return what marking a range of the edition's text decides; None for nothing."""
    mark = _MARKS.get(kind)
    return mark(edition, span, value) if mark else None


def _delete(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    made = edits.edit(edition.table, span, "")
    if made is None:
        return None
    lines = "\n" in edition.text[span.start : span.end]
    kept = tuple(e for e in made.effects if isinstance(e, Replace) or not lines)
    if not kept and not made.replaces:
        return None
    return [Draft("add", "delete", kept, replaces=made.replaces)]


def _correct(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    made = edits.edit(edition.table, span, str(value)) if isinstance(value, str) else None
    return None if made is None else [Draft("add", "correct", made.effects, replaces=made.replaces)]


def _printed(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    """Note an error of the printed page: the clean text keeps it."""
    anchor = anchor_of(edition, span)
    if not anchor or not isinstance(value, str):
        return None
    return [Draft("add", "printed", (Label("printed", anchor, {"text": value}),))]


def _quote(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    anchor = anchor_of(edition, span)
    if not anchor:
        return None
    told: dict[str, Json] = {"kind": "direct", "speaker": None}
    if isinstance(value, Mapping):
        told.update(value)
    for role in ("cue", "mention"):
        at = told.get(role)
        match at:
            case [int(start), int(end)]:
                told[role] = anchor_json(anchor_of(edition, Span(start, end)))
    if told["kind"] not in (*QUOTE_KINDS, "none"):
        return None
    return [Draft("add", "quote", (Label("quote", anchor, told),))]


def _role(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    if not isinstance(value, str):
        return None
    marked = [
        source
        for piece in _pieces(edition, span)
        if not piece.origin
        for source in _by_block(edition, piece)
    ]
    starts = {source.start for source in marked}
    drafts = []
    for source in marked:
        effects = [Label("role", (source,), value)]
        effects += [label for label in _kept_roles(edition, source) if _start(label) not in starts]
        drafts.append(Draft("add", "role", tuple(effects)))
    drafts += [Draft("add", "role", (place,)) for place in _as_lines(edition, marked, value)]
    return drafts or None


def _as_lines(edition: Edition, marked: list[Source], role: str) -> list[Place]:
    """Make whole lines that follow each other the lines of one heading or byline."""
    if role not in LINED:
        return []
    whole = {
        source.start: source
        for source in marked
        if source.span == edition.document.block_at(source.start).span
    }
    return [
        Place(whole[right.start], Point("", left.end), "line")
        for left, right in pairwise(running(edition.table))
        if not (left.origin or right.origin) and {left.start, right.start} <= whole.keys()
    ]


def _kept_roles(edition: Edition, marked: Source) -> list[Label]:
    """Say the role of the other parts of a split block, which would else take on a new one."""
    block = edition.document.block_at(marked.start)
    role = edition.roles.get(block.start, "body")
    return [
        Label("role", (Source(piece.start, piece.stop, edition.document.quote(words)),), role)
        for piece in edition.table.pieces
        if not piece.origin
        and block.start < piece.start < block.stop
        and marked.start == block.start
        and piece.start not in edition.roles
        for words in [Span(piece.start, piece.stop)]
    ]


def _start(label: Label) -> int:
    return label.anchor[0].start


def _by_block(edition: Edition, piece: Piece) -> list[Source]:
    """Return the words of a piece, as much of them as stands in each block."""
    out = []
    at = piece.start
    while at < piece.stop:
        block = edition.document.block_at(at)
        words = Span(at, min(piece.stop, block.stop))
        out.append(Source(*words, edition.document.quote(words)))
        at = block.end
    return out


def _lift_out(edition: Edition, span: Span, value: Json) -> list[Draft] | None:
    draft = lift_out(edition, span, value if isinstance(value, str) else "caption")
    return [draft] if draft else None


def _run_on(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    """Run on what the selection holds the ends of; one paragraph runs on the next."""
    table = edition.table
    drafts: list[Draft] = []
    for left, right in pairwise(running(table)):
        apart = not glued(table, left.span.end, right.span.start)
        within = span.start <= left.span.end < span.end
        if apart and (within or (not drafts and left.span.end >= span.end)):
            drafts.append(Draft("add", "join", edits.run_on(table, left, right)))
    return drafts or None


def _boundary(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    """Set or remove an article boundary at the line that holds the start of the range."""
    lines = paragraphs(edition.table)
    at = next((i for i, line in enumerate(lines) if span.start <= line[-1].span.end), None)
    if at is None:
        return None
    piece = lines[at][0]
    begins = piece.joint == "article"
    if not begins and at == 0:
        return None
    joint: Joint = "paragraph" if begins else "article"
    place = piece.place
    part = place.piece if place else edits.piece_part(piece)
    return [Draft("add", "article", (Place(part, place.after if place else None, joint),))]


def _split(edition: Edition, span: Span, _: Json) -> list[Draft] | None:
    """Begin a new paragraph at a caret; beside typed words by a line end typed there."""
    caret = span.start
    at = edition.table.to_source(caret)
    pieces = [p for p in running(edition.table) if p.span.start < caret < p.span.end]
    if not pieces or at is None:
        return None
    if at.origin or at.offset == pieces[0].start:
        made = edits.edit(edition.table, Span(caret, caret), "\n\n")
        return [Draft("add", "split", made.effects, replaces=made.replaces)] if made else None
    rest = Source(at.offset, pieces[0].stop)
    return [Draft("add", "split", (Place(rest, Point("", at.offset), "paragraph"),))]


def anchor_of(edition: Edition, span: Span) -> Anchor:
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
