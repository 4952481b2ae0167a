"""Lift words out of the running text, and move paragraphs, so that all else stays as it stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from brandtool.core.article import Edition
from brandtool.core.decision import START, Effect, Label, Place, Point, Source
from brandtool.core.document import next_ink
from brandtool.core.pieces import Piece, PieceTable
from brandtool.core.span import Span
from brandtool.workbench import edits
from brandtool.workbench.sealing import Draft


def running(table: PieceTable) -> list[Piece]:
    """List the pieces of the running text in reading order."""
    return [piece for piece in table.pieces if piece.span.size and not piece.aside]


def paragraphs(table: PieceTable) -> list[list[Piece]]:
    """Group the pieces of the running text into the lines they make.

    The printed lines of one heading or byline go together.
    """
    out: list[list[Piece]] = []
    for piece in running(table):
        if out and (
            glued(table, out[-1][-1].span.end, piece.span.start) or _next_line(piece, out[-1][-1])
        ):
            out[-1].append(piece)
        else:
            out.append([piece])
    return out


def glued(table: PieceTable, end: int, start: int) -> bool:
    """Tell whether no line ends between two offsets of the text."""
    return "\n" not in table.text[end:start]


def _next_line(piece: Piece, before: Piece) -> bool:
    """Tell whether a piece is the next line of the heading or byline that ends before it."""
    place = piece.place
    return place is not None and place.joint == "line" and _ends(before, place.after)


def lift_out(edition: Edition, span: Span, role: str) -> Draft | None:
    """Return what sets aside the words of a range.

    What goes on behind them is joined to what it went on from.
    """
    table = edition.table
    pieces = running(table)
    lifted: list[tuple[Piece, Source]] = []
    for piece in pieces:
        source = _words(edition, piece, span)
        if source is not None:
            lifted.append((piece, source))
    if not lifted:
        return None
    effects: list[Effect] = []
    for piece, source in lifted:
        after = piece.place.after if piece.place and source.start == piece.start else None
        effects += [Place(source, after, "aside"), Label("role", (source,), role)]
    effects += _close(edition, pieces, lifted)
    return Draft("add", "interruption", tuple(effects))


def _words(edition: Edition, piece: Piece, span: Span) -> Source | None:
    """Return the source range of a piece that a range of the text covers, corrections included."""
    start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
    if piece.origin or start >= end or not edition.text[start:end].strip():
        return None
    if (start, end) == piece.span:
        words = Span(piece.start, piece.stop)
    else:
        spans = edition.table.source_spans(Span(start, end))
        if not spans:
            return None
        words = Span(spans[0].start, spans[-1].end)
    return Source(*words, edition.document.quote(words))


def _close(
    edition: Edition, pieces: list[Piece], lifted: list[tuple[Piece, Source]]
) -> tuple[Place, ...]:
    """Return where the words behind lifted ones stand once these are gone."""
    table = edition.table
    (first, head), (last, tail) = lifted[0], lifted[-1]
    place = last.place if tail.start == last.start else None
    rest = next_ink(edition.document.text, tail.end)
    behind = next(iter(pieces[pieces.index(last) + 1 :]), None)
    after = place.after if place else None
    if rest < last.stop:
        goes_on = True
        moved: tuple[Place, ...] = (Place(Source(rest, _reach(last, place)), after, "paragraph"),)
    elif behind is None:
        return ()
    elif place and behind.place is None and _within(behind, place):
        goes_on = True
        moved = (Place(Source(behind.start, place.piece.end), after, "paragraph"),)
    else:
        follows = _follows(behind, last)
        goes_on = follows or glued(table, last.span.end, behind.span.start)
        kept = behind.place.after if behind.place else None
        moved = edits.replaced(table, behind, kept, "paragraph")
        if follows:
            at = pieces.index(first)
            stays = after or _end(pieces[at - 1] if at else None)
            moved = (replace(moved[0], after=stays), *moved[1:])
    before = _before(table, pieces, first, head)
    if any(p.joint == "article" and s.start == p.start for p, s in lifted):
        return (replace(moved[0], joint="article"), *moved[1:])
    if before is not None and goes_on:
        return (replace(moved[0], after=before, joint="run_on"), *moved[1:])
    return moved if goes_on else ()


def _reach(piece: Piece, place: Place | None) -> int:
    return place.piece.end if place else piece.stop


def _follows(piece: Piece, other: Piece) -> bool:
    """Tell whether a piece goes on where another ends, on the same line or the next."""
    place = piece.place
    return place is not None and place.joint in ("run_on", "line") and _ends(other, place.after)


def _ends(piece: Piece, point: Point | None) -> bool:
    """Tell whether a piece is the one that ends at a point."""
    return (
        point is not None
        and point.origin == piece.origin
        and piece.stop <= point.offset <= piece.end
    )


def _within(piece: Piece, place: Place) -> bool:
    return piece.origin == place.piece.origin and piece.start < place.piece.end


def _before(table: PieceTable, pieces: list[Piece], first: Piece, head: Source) -> Point | None:
    """Name what stands before lifted words on their line."""
    if head.start > first.start:
        return Point("", head.start)
    at = pieces.index(first)
    if at and glued(table, pieces[at - 1].span.end, first.span.start):
        return Point(pieces[at - 1].origin, pieces[at - 1].end)
    return None


def move(edition: Edition, offset: int, by: int) -> Draft | None:
    """Return what moves the paragraph at an offset up (-1) or down (+1); None at the ends.

    What follows it by a decision stays where it stands.
    """
    table = edition.table
    lines = paragraphs(table)
    at = next(
        (i for i, line in enumerate(lines) if line[0].span.start <= offset <= line[-1].span.end),
        None,
    )
    if at is None or not 0 <= at + by < len(lines) or lines[at][0].joint == "article":
        return None
    mover = lines[at]
    target = lines[at + by if by > 0 else at - 2][-1] if by > 0 or at >= 2 else None
    before = lines[at - 1][-1] if at else None
    effects: list[Effect] = _left_behind(table, mover, _end(before))
    effects.append(Place(edits.piece_part(mover[0]), _end(target), "paragraph"))
    effects += [
        Place(edits.piece_part(right), _end(left), "line" if _next_line(right, left) else "run_on")
        for left, right in pairwise(mover)
    ]
    return Draft("add", "move", tuple(effects))


def _end(piece: Piece | None) -> Point:
    return Point(piece.origin, piece.end) if piece else START


def _left_behind(table: PieceTable, mover: list[Piece], before: Point) -> list[Effect]:
    """Place anew what stands behind pieces that move away, or was placed together with them."""
    moving = {(piece.origin, piece.start) for piece in mover}
    out: list[Effect] = []
    for piece in table.pieces:
        if (piece.origin, piece.start) in moving or piece.place is None:
            continue
        if any(_ends(moved, piece.place.after) for moved in mover):
            out.append(Place(piece.place.piece, before, piece.place.joint))
    for piece in mover:
        if piece.place is not None:
            out += edits.rest(table, piece, piece.place, before, moving)
    out.reverse()
    return out
