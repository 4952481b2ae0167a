"""Rows of two lines: a heavy one and a quiet one."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from brandtool.ui import theme
from brandtool.ui.models.drawing import EDGE, paint_ground, paint_line
from brandtool.ui.models.table import ROW

__all__ = ["TwoLineDelegate", "TwoLines"]


class TwoLines(Protocol):
    """Give two lines of text."""

    @property
    def first(self) -> str:
        """Return the heavy line."""
        ...

    @property
    def second(self) -> str:
        """Return the quiet line."""
        ...


class TwoLineDelegate(QStyledItemDelegate):
    """Paint rows of two lines; one that has `gone` true is quiet and struck."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        look = theme.current()
        box: QRect = option.rect
        painter.save()
        paint_ground(painter, option, look.window)
        gone = bool(getattr(row, "gone", False))
        font = theme.interface_font(13)
        font.setStrikeOut(gone)
        self._line(painter, box, 7, row.first, look.muted if gone else look.ink, font)
        self._line(painter, box, 27, row.second, look.muted, theme.interface_font(12))
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, box: QRect, top: int, text: str, colour: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        paint_line(
            painter, QRect(box.left() + EDGE, box.top() + top, box.width() - 2 * EDGE, 20), text
        )
