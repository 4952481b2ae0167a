"""A joint as it will read: its words meet at a seam, and all seams stand below each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from brandtool.ui import theme, words
from brandtool.ui.models.delegate import SIGNS
from brandtool.ui.models.drawing import BOX, EDGE, paint_box, paint_ground
from brandtool.ui.models.table import ROW
from brandtool.ui.previews import SEAM

__all__ = ["JointRow", "SeamDelegate"]

HEIGHT = 40
PLACE = 150
"""The room at the right for where the joint is and how certain it is."""


@dataclass(frozen=True, slots=True)
class JointRow:
    """Hold a joint: the last words before its seam and the first ones behind it."""

    id: str
    left: str
    right: str
    article: int
    paragraph: int
    score: float
    state: str
    open: bool

    @property
    def where(self) -> str:
        """Write the place for people, and how certain it is or how it was answered."""
        told = words.certainty(self.score) if self.state == "open" else words.state(self.state)
        sign = SIGNS.get(self.state, "")
        return f"{words.place(self.article, self.paragraph)} · {f'{sign} {told}'.strip()}"


class SeamDelegate(QStyledItemDelegate):
    """Paint joints with their seams below each other; `ticks` as in the question list.

    `toggle` is told the id of a row whose box was clicked.
    """

    def __init__(self, parent: QWidget, toggle: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.ticks: set[str] | None = None
        self._toggle = toggle

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give every row one height."""
        return QSize(420, HEIGHT)

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tick or untick a row whose box is clicked."""
        row = index.data(ROW)
        if (
            self.ticks is not None
            and isinstance(row, JointRow)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.position().x() < option.rect.left() + EDGE + BOX
        ):
            self._toggle(row.id)
            return True
        return False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one joint."""
        row = index.data(ROW)
        if not isinstance(row, JointRow):
            return
        look = theme.current()
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, look.paper)
        left = box.left() + EDGE
        if self.ticks is not None and row.open:
            paint_box(painter, left, box.center().y(), on=row.id in self.ticks)
        left += BOX
        room = box.right() - EDGE - PLACE - left
        half = max(40, (room - BOX) // 2)
        self._paint_seam(painter, row, QRect(left, box.top(), half, box.height()))
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(look.muted))
        area = QRect(box.right() - EDGE - PLACE, box.top(), PLACE, box.height())
        short = painter.fontMetrics().elidedText(row.where, Qt.TextElideMode.ElideRight, PLACE)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, flags, short)
        painter.restore()

    def _paint_seam(self, painter: QPainter, row: JointRow, half: QRect) -> None:
        """Paint the words on both sides of a seam that stands right of `half`."""
        look = theme.current()
        font = theme.article_font(min(17.0, half.width() / 12.6))
        taken = self.ticks is None or not row.open or row.id in self.ticks
        seam = QRectF(half.right() + 3, half.top() + 7, 14, half.height() - 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tint("join", look.paper, strength=0.24 if taken else 0.06)))
        painter.drawRoundedRect(seam, 3, 3)
        painter.setFont(font)
        painter.setPen(QColor(look.ink if taken and row.open else look.muted))
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        told = metrics.elidedText(row.left, Qt.TextElideMode.ElideLeft, half.width())
        painter.drawText(half, middle | Qt.AlignmentFlag.AlignRight, told)
        right = half.translated(half.width() + 21, 0)
        told = metrics.elidedText(row.right, Qt.TextElideMode.ElideRight, right.width())
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignLeft, told)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.kind("join") if taken else look.muted))
        painter.drawText(seam, Qt.AlignmentFlag.AlignCenter, SEAM)
