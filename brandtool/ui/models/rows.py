"""Rows of two lines: a heavy one and a quiet one."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brandtool.ui import theme
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
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.blend(look.accent, look.window, 0.12)))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(look.accent))
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
        area = QRect(box.left() + 14, box.top() + top, box.width() - 28, 20)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
