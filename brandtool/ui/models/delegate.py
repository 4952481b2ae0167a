"""How a question looks in the list: sign and kind, place, state, and one line of words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from brandtool.ui import theme, words
from brandtool.ui.models.drawing import (
    BOX,
    EDGE,
    paint_box,
    paint_chip,
    paint_ground,
    paint_line,
)
from brandtool.ui.models.question import QuestionRow
from brandtool.ui.models.table import ROW
from brandtool.ui.previews import SEAM

__all__ = ["SIGNS", "QuestionDelegate"]

HEIGHT = 58
SIGNS = {"accepted": "✓", "amended": "✎", "kept": "–", "deferred": "…", "flagged": "⚑",
         "reopened": "↻", "overridden": "×"}  # fmt: skip


def _wide(painter: QPainter, text: str) -> int:
    return painter.fontMetrics().horizontalAdvance(text)


class QuestionDelegate(QStyledItemDelegate):
    """Paint question rows.

    With `ticks` set, each carries a box that says whether it is taken along.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ticks: set[str] | None = None
        self.chinese = False

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give every row one height."""
        return QSize(240, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, QuestionRow):
            return
        look = theme.current()
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(look.window))
        paint_ground(painter, option, look.window)
        left = box.left() + EDGE
        if self.ticks is not None:
            if row.open:
                paint_box(painter, left, box.center().y(), on=row.id in self.ticks)
            left += BOX
        self._paint_head(painter, row, left, box)
        self._paint_words(painter, row, left, box)
        painter.restore()

    def _paint_head(self, painter: QPainter, row: QuestionRow, left: int, box: QRect) -> None:
        look = theme.current()
        font = theme.interface_font(12)
        painter.setFont(font)
        painter.setOpacity(1.0 if row.open else 0.75)
        middle = box.top() + 19
        right = paint_chip(painter, left, middle, row.kind, font, chinese=self.chinese)
        painter.setOpacity(1.0)
        small = theme.interface_font(12)
        painter.setFont(small)
        painter.setPen(QColor(look.muted))
        told = self._status(row)
        edge = box.right() - EDGE
        area = QRect(right + 8, middle - 10, edge - right - 8, 20)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags | Qt.AlignmentFlag.AlignRight, told)
        wide = painter.fontMetrics().horizontalAdvance(told)
        where = words.place(row.article, row.paragraph)
        room = area.width() - wide - 10
        short = painter.fontMetrics().elidedText(where, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, flags | Qt.AlignmentFlag.AlignLeft, short)

    @staticmethod
    def _status(row: QuestionRow) -> str:
        if row.state == "open":
            return words.certainty(row.score)
        sign = SIGNS.get(row.state, "")
        return f"{sign} {words.state(row.state)}"

    @staticmethod
    def _paint_seam(painter: QPainter, area: QRect, before: str, behind: str) -> None:
        """Paint the words on both sides of a seam; what is long is cut at its far end."""
        metrics, ink = painter.fontMetrics(), painter.pen()
        wide = metrics.horizontalAdvance(SEAM) + 4
        room = area.width() - wide
        first = min(
            metrics.horizontalAdvance(before), max(room // 2, room - _wide(painter, behind))
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        told = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, first)
        painter.drawText(area, flags, told)
        area = area.adjusted(metrics.horizontalAdvance(told), 0, 0, 0)
        painter.setPen(QColor(theme.current().kind("join")))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRect(area.left(), area.top(), wide, area.height()), middle, SEAM)
        painter.setPen(ink)
        area = area.adjusted(wide, 0, 0, 0)
        told = metrics.elidedText(behind, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, flags, told)

    @staticmethod
    def _paint_words(painter: QPainter, row: QuestionRow, left: int, box: QRect) -> None:
        look = theme.current()
        painter.setFont(theme.interface_font(13))
        painter.setPen(QColor(look.ink if row.open else look.muted))
        area = QRect(left, box.top() + 30, box.right() - EDGE - left, 22)
        before, seam, behind = row.text.partition(SEAM)
        if seam and row.kind == "join":
            QuestionDelegate._paint_seam(painter, area, before, behind)
            return
        paint_line(painter, area, row.text)
