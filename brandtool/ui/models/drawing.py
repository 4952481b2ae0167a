"""What the rows of all lists are painted with: their ground, lines of words, boxes, signs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from brandtool.ui import theme, words

__all__ = ["BOX", "EDGE", "paint_box", "paint_chip", "paint_ground", "paint_line"]

EDGE = 14
"""What is free at either end of a row."""
BOX = 26
"""The room of a box to tick, with what is free behind it."""
_SELECTED = 0x8000
"""QStyle.StateFlag.State_Selected; QStyle itself costs the first page five milliseconds."""


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, paper: str) -> None:
    """Paint the ground of a chosen row over the colour of its list, with a bar at its left."""
    if not option.state.value & _SELECTED:
        return
    look, box = theme.current(), option.rect
    painter.fillRect(box, QColor(theme.blend(look.accent, paper, 0.12)))
    painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(look.accent))


def paint_line(painter: QPainter, area: QRect, text: str) -> int:
    """Write one line with the painter's font and pen, shortened at its end; return its width."""
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
    return painter.fontMetrics().horizontalAdvance(short)


def paint_chip(
    painter: QPainter, left: int, middle: int, kind: str, font: QFont, *, chinese: bool
) -> int:
    """Paint the sign and the name of a kind from a left edge around a middle line.

    Return the right edge.
    """
    look = theme.current()
    known = theme.KINDS.get(kind)
    colour = QColor(look.kind(kind))
    side = 18
    square = QRectF(left, middle - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.tint(kind, look.panel, strength=0.22)))
    painter.drawRoundedRect(square, 5, 5)
    sign = (known.sign if chinese else known.letter) if known else "·"
    small = QFont(font)
    small.setPixelSize(11)
    small.setBold(True)
    painter.setPen(colour)
    painter.setFont(small)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, sign)
    painter.setFont(font)
    name = words.title(words.kind(kind))
    wide = painter.fontMetrics().horizontalAdvance(name)
    area = QRect(left + side + 6, middle - 10, wide + 4, 20)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
    return area.right()


def paint_box(painter: QPainter, left: int, middle: int, *, on: bool) -> None:
    """Paint a box to tick around a middle line, ticked or empty."""
    look = theme.current()
    square = QRectF(left, middle - 8, 16, 16)
    painter.setPen(QPen(QColor(look.accent if on else look.muted), 1.2))
    painter.setBrush(QColor(look.accent) if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(square, 4, 4)
    if on:
        painter.setPen(QPen(QColor(look.on_accent), 1.8))
        x, y = square.left(), square.top()
        painter.drawPolyline(
            [QPointF(x + 4, y + 8.5), QPointF(x + 7, y + 11.5), QPointF(x + 12, y + 5)]
        )
