"""How people and the lines of their cards look: a bar says who speaks how much."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from brandtool.ui import theme
from brandtool.ui.models.drawing import EDGE, paint_ground, paint_line
from brandtool.ui.models.person import CardRow, PersonRow
from brandtool.ui.models.table import ROW
from brandtool.ui.words import say

__all__ = ["CARD_HEIGHT", "PERSON_HEIGHT", "CardDelegate", "PersonDelegate"]

PERSON_HEIGHT = 58
CARD_HEIGHT = 44
HEAD_HEIGHT = 30
NUMBERS = 96
"""How wide the numbers beside a bar are."""

_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def _line(painter: QPainter, area: QRect, text: str, colour: str, font: QFont) -> int:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    return paint_line(painter, area, text)


class PersonDelegate(QStyledItemDelegate):
    """Paint a person: name, posts, and a bar as long as what they are quoted with."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, PersonRow):
            return
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, look.window)
        box: QRect = option.rect
        width = box.width() - 2 * EDGE
        heavy = theme.interface_font(13)
        heavy.setBold(bool(row.name))
        name = row.name or say("QuoteTable", "Nobody named")
        top = QRect(box.left() + EDGE, box.top() + 8, width, 20)
        used = _line(painter, top, name, look.ink if row.quotes else look.muted, heavy)
        posts = "；".join(row.posts)
        if posts and used + 40 < width:
            small = theme.interface_font(12)
            _line(painter, top.adjusted(used + 8, 0, 0, 0), posts, look.muted, small)
        self._bar(painter, row, QRect(box.left() + EDGE, box.top() + 34, width, 14))
        painter.restore()

    @staticmethod
    def _bar(painter: QPainter, row: PersonRow, area: QRect) -> None:
        look = theme.current()
        room = max(40, area.width() - NUMBERS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.blend(look.line, look.window, 0.55)))
        painter.drawRoundedRect(QRectF(area.left(), area.top() + 3, room, 8), 4, 4)
        if row.most > 0 and row.share > 0:
            long = max(6.0, room * row.share / row.most)
            painter.setBrush(QColor(look.kind("speaker")))
            painter.drawRoundedRect(QRectF(area.left(), area.top() + 3, long, 8), 4, 4)
        painter.setFont(theme.interface_font(11))
        painter.setPen(QColor(look.muted))
        told = say("Persons", "{count} · {size}").format(
            count=len(row.quotes), size=f"{row.characters:,}"
        )
        painter.drawText(area.adjusted(room + 6, -4, 0, 4), _RIGHT, told)


class CardDelegate(QStyledItemDelegate):
    """Paint the lines of a card: headings, names and posts in one line, places in two."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give a line the height it needs."""
        row = index.data(ROW)
        two = isinstance(row, CardRow) and row.kind in ("quote", "mention")
        return QSize(200, CARD_HEIGHT if two else HEAD_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        row = index.data(ROW)
        if not isinstance(row, CardRow):
            return
        look = theme.current()
        painter.save()
        box: QRect = option.rect
        area = QRect(box.left() + EDGE, box.top(), box.width() - 2 * EDGE, box.height())
        if row.kind == "head":
            font = theme.interface_font(12)
            font.setBold(True)
            _line(painter, area.adjusted(0, 6, 0, 0), row.text, look.muted, font)
        elif row.kind in ("quote", "mention"):
            paint_ground(painter, option, look.window)
            top = QRect(area.left(), area.top() + 4, area.width(), 19)
            _line(painter, top, row.text, look.ink, theme.interface_font(13))
            _line(painter, top.translated(0, 18), row.where, look.muted, theme.interface_font(11))
        else:
            paint_ground(painter, option, look.window)
            _line(painter, area, row.text, look.ink, theme.interface_font(13))
        painter.restore()
