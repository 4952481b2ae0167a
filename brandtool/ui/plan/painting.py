"""How a plan looks: bars by role, hollow where something leaves, arcs solid once decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from brandtool.ui import theme
from brandtool.ui.plan.blocks import Plan, PlanBlock
from brandtool.ui.plan.rows import Arc, Row, Rows, Side
from brandtool.ui.theme import Theme, blend

__all__ = ["Frame", "Geometry", "paint"]

MOST_ARCS = 120
"""Arcs drawn at once; on a page of very many copies the rest would be a grey patch."""
KIND = {"moved": "move", "aside": "interruption", "copy": "duplicate"}
WIDE: Mapping[str, float] = {
    "headline": 0.92, "kicker": 0.62, "deck": 0.74, "summary": 1.0, "subhead": 0.5, "byline": 0.42,
    "dateline": 0.42, "signoff": 0.42, "caption": 0.7, "credit": 0.42, "pullquote": 0.7,
    "turn": 0.36, "furniture": 0.9, "advert": 0.9,
}  # fmt: skip
"""How wide the bar of a role is, of the column; a paragraph is as wide as its text, if short."""
HEADS = frozenset({"headline", "kicker", "deck"})
SIDEWAYS = frozenset({"caption", "credit", "pullquote"})
OUTSIDE = frozenset({"turn", "furniture", "advert"})
SMALL = frozenset({"byline", "dateline", "signoff"})


@dataclass(frozen=True, slots=True)
class Geometry:
    """Hold the columns: left edge and width of each side, and how far arcs may reach."""

    source: int
    reading: int
    column: int
    margin: int

    @staticmethod
    def of(width: int) -> Geometry:
        """Share out a width: room for the arcs of copies, two columns, arcs between them."""
        margin = 30
        between = max(40, width // 6)
        column = max(40, (width - margin - between - 14) // 2)
        return Geometry(margin, margin + column + between, column, margin)

    def left(self, side: Side) -> int:
        """Return where a side begins."""
        return self.source if side == "source" else self.reading

    def side(self, x: int) -> Side:
        """Return the side a point belongs to."""
        middle = (self.source + self.column + self.reading) // 2
        return "source" if x < middle else "reading"


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold what one paint shows: the plan, its rows, the cursor, the blocks that are asked about.

    `top` is how far it is scrolled.
    """

    plan: Plan
    rows: Rows
    geometry: Geometry
    top: int
    height: int
    cursor: int = -1
    side: Side = "reading"
    asked: frozenset[int] = frozenset()
    focused: bool = False


def paint(painter: QPainter, frame: Frame) -> None:
    """Paint the rows in view and the arcs that begin or end there."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    seen = frame.rows.between(frame.top, frame.top + frame.height)
    for row in seen:
        _grounds(painter, look, frame, row)
    arcs = sorted(frame.rows.arcs_of(seen), key=lambda arc: not _asked(frame, arc))[:MOST_ARCS]
    for arc in reversed(arcs):
        _arc(painter, look, frame, arc)
    above: Row | None = None
    for row in seen:
        for side in ("source", "reading"):
            number = row.at(side)
            if number >= 0:
                _cell(painter, look, frame, row, number, side)
        if row.reading >= 0:
            if frame.plan.blocks[row.reading].runs_on and above is not None:
                _seam(painter, look, frame, above, row)
            above = row


def box(frame: Frame, row: Row, side: Side) -> QRectF:
    """Return the room of a block at a side, in the viewport."""
    geometry = frame.geometry
    return QRectF(geometry.left(side), row.top - frame.top, geometry.column, row.height)


def _grounds(painter: QPainter, look: Theme, frame: Frame, row: Row) -> None:
    """Paint what tells the cursor and the question that is asked."""
    for side in ("source", "reading"):
        number = row.at(side)
        if number < 0:
            continue
        room = box(frame, row, side).adjusted(-5, -2, 5, 2)
        if number in frame.asked:
            painter.fillRect(room, QColor(blend(look.accent, look.window, 0.16)))
            painter.fillRect(QRectF(room.left() - 1, room.top(), 3, room.height()), look.accent)
        if number == frame.cursor and side == frame.side:
            colour = look.accent if frame.focused else look.muted
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colour), 1.4))
            painter.drawRoundedRect(room.adjusted(0, -1, 0, 1), 4, 4)


def _cell(painter: QPainter, look: Theme, frame: Frame, row: Row, number: int, side: Side) -> None:
    block = frame.plan.blocks[number]
    room = box(frame, row, side)
    if side == "reading" and block.begins:
        _rule(painter, look, room, block)
    if side == "reading" and block.role == "headline":
        _title(painter, look, room, block)
        return
    leaves = side == "source" and block.standing in ("removed", "moved", "aside")
    bar = _shape(block, room, row)
    if leaves:
        _hollow(painter, look, bar, block)
    elif block.role in OUTSIDE:
        _hatched(painter, look, bar)
        _turn(painter, look, room, bar, block)
    else:
        _filled(painter, look, bar, block, side)


def _shape(block: PlanBlock, room: QRectF, row: Row) -> QRectF:
    """Return the bar of a block within its room: width and place tell the role."""
    share = WIDE.get(block.role) or min(1.0, max(0.12, block.size / 36))
    wide = room.width() * share
    low = block.role in HEADS | SMALL | OUTSIDE | {"subhead"}
    height = min(row.height, 7.0) if low else row.height
    top = room.top() + (room.height() - height) / 2
    left = room.left()
    if block.role in SIDEWAYS or block.role == "item":
        left += 10
    elif block.role == "signoff":
        left = room.right() - wide
    return QRectF(left, top, min(wide, room.right() - left), height)


def _filled(painter: QPainter, look: Theme, bar: QRectF, block: PlanBlock, side: Side) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    ground = look.window
    if block.standing == "moved" and side == "reading":
        colour = blend(look.kind("move"), ground, 0.55)
    elif block.role in HEADS or block.role == "subhead":
        colour = blend(look.ink, ground, 0.9 if block.role == "headline" else 0.66)
    elif block.role in SIDEWAYS:
        colour = blend(look.kind("interruption"), ground, 0.42)
    elif block.role in SMALL:
        colour = blend(look.muted, ground, 0.7)
    else:
        colour = blend(look.ink, ground, 0.24)
    painter.setBrush(QColor(colour))
    radius = bar.height() / 2 if block.role in SIDEWAYS | SMALL else 1.5
    painter.drawRoundedRect(bar, radius, radius)
    if block.role == "item":
        painter.setBrush(QColor(look.muted))
        painter.drawEllipse(QPointF(bar.left() - 5, bar.center().y()), 1.8, 1.8)


def _hollow(painter: QPainter, look: Theme, bar: QRectF, block: PlanBlock) -> None:
    """Draw what leaves its place: an outline in the colour of what happens to it."""
    kind = {"removed": "duplicate", "moved": "move"}.get(block.standing, "interruption")
    if block.standing == "aside" and block.role in OUTSIDE:
        colour = look.muted
    else:
        colour = look.kind(kind)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour, 1.2, "standing" in block.open))
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


def _hatched(painter: QPainter, look: Theme, bar: QRectF) -> None:
    """Draw what belongs to no article: slanted strokes."""
    painter.fillRect(bar, QColor(blend(look.muted, look.window, 0.12)))
    painter.setBrush(Qt.BrushStyle.BDiagPattern)
    painter.setPen(Qt.PenStyle.NoPen)
    brush = painter.brush()
    brush.setColor(QColor(blend(look.muted, look.window, 0.75)))
    painter.setBrush(brush)
    painter.drawRect(bar)


def _turn(painter: QPainter, look: Theme, room: QRectF, bar: QRectF, block: PlanBlock) -> None:
    """Write beside a turn line which page it names."""
    if block.turn is None or not block.turn.page:
        return
    sign = "→" if block.turn.way == "to" else "←"
    painter.setFont(theme.interface_font(11))
    painter.setPen(QColor(look.muted))
    beside = QRectF(bar.right() + 6, room.center().y() - 8, room.right() - bar.right() - 6, 16)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(beside, flags, f"{sign} {block.turn.page}")


def _rule(painter: QPainter, look: Theme, room: QRectF, block: PlanBlock) -> None:
    """Draw the line above an article; a proposed one is dashed."""
    y = room.top() - 6
    painter.setPen(_pen(look.muted, 1.0, "begins" in block.open))
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))


def _title(painter: QPainter, look: Theme, room: QRectF, block: PlanBlock) -> None:
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    if block.begins and block.article:
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(look.muted))
        painter.drawText(room, flags, str(block.article))
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(f"{block.article} "), 0, 0, 0)
    font = theme.interface_font(12)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(look.ink))
    told = painter.fontMetrics().elidedText(
        block.text, Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, flags, told)


def _seam(painter: QPainter, look: Theme, frame: Frame, above: Row, row: Row) -> None:
    """Draw how a sentence goes on from the block above it: a bracket at the edge of the column."""
    block = frame.plan.blocks[row.reading]
    x = frame.geometry.reading + frame.geometry.column + 3.5
    first, last = box(frame, above, "reading").center().y(), box(frame, row, "reading").center().y()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(look.kind("join"), 1.6, "runs_on" in block.open))
    path = QPainterPath(QPointF(x - 3, first))
    path.lineTo(x + 2, first)
    path.lineTo(x + 2, last)
    path.lineTo(x - 3, last)
    painter.drawPath(path)


def _asked(frame: Frame, arc: Arc) -> bool:
    return not frame.asked.isdisjoint((*arc.start, *arc.end))


def _arc(painter: QPainter, look: Theme, frame: Frame, arc: Arc) -> None:
    ends = _ends(frame, arc)
    if ends is None:
        return
    first, last = ends
    strong = _asked(frame, arc)
    colour = look.kind(KIND[arc.kind])
    if not strong:
        colour = blend(colour, look.window, 0.8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour, 2.2 if strong else 1.3, arc.open))
    path = QPainterPath(first)
    if arc.kind == "copy":
        reach = min(frame.geometry.margin - 8.0, 8.0 + abs(last.y() - first.y()) / 14)
        x = first.x() - reach
        path.cubicTo(QPointF(x, first.y()), QPointF(x, last.y()), last)
        painter.drawPath(path)
        _bracket(painter, frame, arc.start, QPen(QColor(colour), 3.0))
        _bracket(painter, frame, arc.end, _pen(colour, 1.3, arc.open))
        return
    middle = (first.x() + last.x()) / 2
    path.cubicTo(QPointF(middle, first.y()), QPointF(middle, last.y()), last)
    painter.drawPath(path)
    painter.setPen(_pen(colour, 1.6 if strong else 1.2, False))
    for slant in (-3.5, 3.5):
        painter.drawLine(last, QPointF(last.x() - 5, last.y() + slant))


def _bracket(painter: QPainter, frame: Frame, run: tuple[int, int], pen: QPen) -> None:
    """Draw along a copy how far it reaches: thick along the one that stays."""
    first, last = frame.rows.row_of(run[0], "source"), frame.rows.row_of(run[1], "source")
    if first is not None and last is not None:
        x = frame.geometry.source - 5.0
        painter.setPen(pen)
        bottom = last.top + last.height - frame.top
        painter.drawLine(QPointF(x, first.top - frame.top), QPointF(x, bottom))


def _ends(frame: Frame, arc: Arc) -> tuple[QPointF, QPointF] | None:
    """Return where an arc begins and ends, None if it would lead to where it begins."""
    rows, geometry = frame.rows, frame.geometry
    if arc.kind == "copy":
        return (
            QPointF(geometry.source - 5, _middle(frame, arc.start)),
            QPointF(geometry.source - 5, _middle(frame, arc.end)),
        )
    source, reading = rows.row_of(arc.start[0], "source"), rows.row_of(arc.end[0], "reading")
    if source is None or reading is None or source is reading:
        return None
    right = geometry.source + geometry.column + 2
    return (
        QPointF(right, source.top + source.height / 2 - frame.top),
        QPointF(geometry.reading - 4, reading.top + reading.height / 2 - frame.top),
    )


def _middle(frame: Frame, run: Sequence[int]) -> float:
    first, last = frame.rows.row_of(run[0], "source"), frame.rows.row_of(run[-1], "source")
    if first is None or last is None:
        return 0.0
    return (first.top + last.top + last.height) / 2 - frame.top


def _pen(colour: str, width: float, doubtful: bool) -> QPen:
    """Return the pen for something: dashed as long as it is only proposed."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if doubtful:
        pen.setDashPattern([3.0, 2.2])
    return pen
