"""The lines of an article: paragraphs, printed lines of headings, bylines, captions."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from brandtool.core.decision import Joint
from brandtool.core.pieces import Piece, PieceTable
from brandtool.core.span import Span
from brandtool.core.turn import turn_of

LINED = frozenset({"kicker", "headline", "deck", "summary", "byline", "subhead"})
"""Roles whose printed lines may be several: one heading, one byline."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")


class Line(NamedTuple):
    """Name one line of an article: a paragraph, a line of a heading, a byline, a caption.

    `span` is its range in the article's text (for asides: of nothing), `home` in the edition's
    text. `joint` is how it was said to follow what stands before it, None: as in the source.
    """

    text: str
    role: str
    span: Span
    home: Span
    proposed: bool = False
    joint: Joint | None = None


def goes_on(line: Line, before: Line | None) -> bool:
    """Tell whether a line is the next printed line of the heading or byline right before it."""
    if before is None or line.role != before.role or line.role not in LINED:
        return False
    return line.joint in ("line", None)


def lines_of(
    table: PieceTable,
    pieces: Sequence[Piece],
    roles: Mapping[int, tuple[str, bool]],
    default: str,
) -> tuple[Line, ...]:
    """Read the lines of pieces that follow each other in the text.

    `roles` gives the role of a source block by where it begins, and whether it is only proposed.
    """
    living = [piece for piece in pieces if piece.span.size]
    if not living:
        return ()
    starts = [piece.span.start for piece in living]
    out: list[Line] = []
    at = 0
    for match in _LINE.finditer(table.text, living[0].span.start, living[-1].span.end):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        text = raw.strip()
        piece = living[max(0, bisect.bisect_right(starts, start) - 1)]
        role, proposed = _role_of(table, piece, roles, default)
        home, span = Span(start, start + len(text)), Span(at, at + len(text))
        at = span.end + 1
        joint = piece.joint if start <= piece.span.start else None
        out.append(Line(text, role, span, home, proposed or piece.proposed, joint))
    return tuple(out)


def _role_of(
    table: PieceTable, piece: Piece, roles: Mapping[int, tuple[str, bool]], default: str
) -> tuple[str, bool]:
    if piece.origin:
        return default, False
    if piece.start in roles:
        return roles[piece.start]
    block = table.document.block_at(piece.start)
    return roles.get(block.start, (default, False))


def leading_on(table: PieceTable, lines: Sequence[Line], asides: Sequence[Line]) -> int:
    """Count the last asides that stand behind an article and say where the next goes on from."""
    end = table.to_source(lines[-1].home.start)
    count = 0
    for line in reversed(asides):
        at, turn = table.to_source(line.home.start), turn_of(line.text)
        if line.role != "turn" or turn is None or turn.way != "from":
            break
        if at is None or end is None or at.origin or end.origin or at.offset < end.offset:
            break
        count += 1
    return count
