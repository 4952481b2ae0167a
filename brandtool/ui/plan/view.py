"""The painted plan: source order at the left, reading order at the right, arcs between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from brandtool.ui import spoken, theme
from brandtool.ui.plan import accessible
from brandtool.ui.plan.blocks import Plan, PlanBlock
from brandtool.ui.plan.painting import Frame, Geometry, paint
from brandtool.ui.plan.rows import Row, Rows, Side, lay_out
from brandtool.ui.plan.sentence import sentence
from brandtool.ui.words import say

__all__ = ["PlanView"]

HEAD = 26


class PlanView(QAbstractScrollArea):
    """Show a plan; `shown` tells the block that keys or a click went to."""

    shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spoken.install(PlanView, accessible.PlanFace)
        self.plan = Plan()
        self.side: Side = "reading"
        self._rows = Rows()
        self._key: tuple[str, int] | None = None
        self._asked: frozenset[int] = frozenset()
        self._nothing = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def listed(self) -> Sequence[int]:
        """Return all blocks in the order in which they are read out: that of the source."""
        return range(len(self.plan.blocks))

    @property
    def cursor(self) -> int:
        """Return the block the keys act on, -1 for none."""
        return -1 if self._key is None else self.plan.index.get(self._key, -1)

    @property
    def block(self) -> PlanBlock | None:
        """Return the block the keys act on."""
        return self.plan.blocks[self.cursor] if self.cursor >= 0 else None

    @property
    def asked(self) -> frozenset[int]:
        """Return the blocks that the question is about."""
        return self._asked

    def set_plan(self, plan: Plan) -> None:
        """Show a plan; the block the keys act on stays where it is on the screen."""
        before = self._top_of_cursor()
        self.plan = plan
        self._lay_out()
        after = self._top_of_cursor()
        if before is not None and after is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + after - before)
        self._show_cursor()

    def set_nothing(self, text: str) -> None:
        """Say why there is nothing to show."""
        self._nothing = text
        self.viewport().update()

    def set_asked(self, blocks: Iterable[int], *, follow: bool) -> None:
        """Mark the blocks the question is about; with `follow` go to the first of them."""
        found = sorted(blocks)
        self._asked = frozenset(found)
        if follow and found:
            here = next((n for n in found if n in self.plan.reading), found[0])
            self._go(here, self.side, tell=False)
            self._show_asked()
        self.viewport().update()

    def go(self, block: int) -> None:
        """Let the keys act on a block, telling nobody."""
        self._go(block, self.side, tell=False)

    def sentence(self, block: int) -> str:
        """Say a block in one sentence."""
        return sentence(self.plan.blocks[block])

    def place_of(self, block: int, side: Side | None = None) -> QRect:
        """Return the place of a block in the viewport: where it is read, else where it stands."""
        side = side or ("reading" if self._rows.row_of(block, "reading") else "source")
        row = self._rows.row_of(block, side)
        geometry = Geometry.of(self.viewport().width())
        if row is None:
            return QRect()
        top = row.top - self._scrolled() + HEAD
        return QRect(geometry.left(side), top, geometry.column, row.height)

    def block_at(self, where: QPoint) -> int:
        """Return the block at a point of the viewport, -1 for none."""
        side = Geometry.of(self.viewport().width()).side(where.x())
        return self._rows.near(where.y() - HEAD + self._scrolled(), side)

    # -- events -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view."""
        look = theme.current()
        port = self.viewport()
        painter = QPainter(port)
        painter.fillRect(port.rect(), QColor(look.window))
        geometry = Geometry.of(port.width())
        if not self.plan.blocks:
            painter.setPen(QColor(look.muted))
            room = port.rect().adjusted(24, 40, -24, -24)
            flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self._nothing)
            return
        painter.save()
        painter.setClipRect(port.rect().adjusted(0, HEAD, 0, 0))
        painter.translate(0, HEAD)
        paint(
            painter,
            Frame(
                self.plan, self._rows, geometry, self._scrolled(), port.height() - HEAD,
                self.cursor, self.side, self._asked, self.hasFocus(),
            ),
        )  # fmt: skip
        painter.restore()
        self._paint_head(painter, geometry)

    def _paint_head(self, painter: QPainter, geometry: Geometry) -> None:
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(theme.current().muted))
        names: dict[Side, str] = {
            "source": say("Plan", "Source order"),
            "reading": say("Plan", "Reading order"),
        }
        for side, name in names.items():
            room = QRect(geometry.left(side), 0, geometry.column + 24, HEAD)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for the room there is."""
        super().resizeEvent(event)
        self._lay_out()
        self._show_asked()
        self._show_cursor()

    def changeEvent(self, event: QEvent) -> None:
        """Take on a new theme or language."""
        super().changeEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys act."""
        super().focusInEvent(event)
        if self.cursor < 0 and self.plan.blocks:
            self._go(self._order()[0], self.side, tell=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys act elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go over the blocks; leave every other key alone."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.plan.blocks:
            event.ignore()
            return
        keys = Qt.Key
        order = self._order()
        at = order.index(self.cursor) if self.cursor in order else -1
        page = 12
        steps = {
            keys.Key_Down: at + 1,
            keys.Key_Up: max(0, at - 1),
            keys.Key_PageDown: at + page,
            keys.Key_PageUp: max(0, at - page),
            keys.Key_Home: 0,
            keys.Key_End: len(order) - 1,
        }
        key = keys(event.key())
        if key in steps:
            self._go(order[min(steps[key], len(order) - 1)], self.side)
        elif key in (keys.Key_Left, keys.Key_Right):
            self._cross("source" if key == keys.Key_Left else "reading")
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the block clicked."""
        where = event.position().toPoint()
        found = self.block_at(where)
        if found >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go(found, Geometry.of(self.viewport().width()).side(where.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a block can be clicked."""
        over = self.block_at(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the block under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.block_at(event.pos())
            QToolTip.showText(event.globalPos(), self.sentence(found) if found >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for the width of the side."""
        return QSize(320, 400)

    # -- going about ------------------------------------------------------------------------------

    def _order(self) -> Sequence[int]:
        return self.plan.source if self.side == "source" else self.plan.reading

    def _cross(self, side: Side) -> None:
        """Go to the other side: to the same block, or to the nearest one that stands there."""
        here = self.cursor
        if self._rows.row_of(here, side) is None:
            row = self._rows.row_of(here, self.side)
            order = self.plan.source if side == "source" else self.plan.reading
            tops = [(abs(r.top - row.top), n) for n in order if (r := self._row(n, side)) and row]
            if not tops:
                return
            here = min(tops)[1]
        self._go(here, side)

    def _row(self, block: int, side: Side) -> Row | None:
        return self._rows.row_of(block, side)

    def _go(self, block: int, side: Side, *, tell: bool = True) -> None:
        if self._rows.row_of(block, side) is None:
            side = "reading" if side == "source" else "source"
        self.side = side
        self._key = self.plan.blocks[block].key
        self._show_cursor()
        self.viewport().update()
        if tell:
            self.shown.emit(self.plan.blocks[block])

    def _lay_out(self) -> None:
        room = self.viewport().height() - HEAD
        self._rows = lay_out(self.plan, room)
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, room))
        bar.setSingleStep(24)
        bar.setRange(0, max(0, self._rows.height - room))
        self.viewport().update()

    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def _cursor_row(self) -> Row | None:
        return None if self.cursor < 0 else self._rows.row_of(self.cursor, self.side)

    def _top_of_cursor(self) -> int | None:
        row = self._cursor_row()
        return None if row is None else row.top

    def _show_cursor(self) -> None:
        """Scroll as little as shows the block the keys act on."""
        row = self._cursor_row()
        if row is not None:
            self._show(row.top, row.top + row.height)

    def _show_asked(self) -> None:
        """Bring all that is asked about into sight at once, both where it is and where it goes."""
        sides: tuple[Side, Side] = ("source", "reading")
        rows = [row for n in self._asked for side in sides if (row := self._row(n, side))]
        if rows:
            self._show(min(r.top for r in rows), max(r.top + r.height for r in rows))

    def _show(self, top: int, bottom: int) -> None:
        """Scroll as little as shows a range with some room around it, if there is room for it."""
        bar, room = self.verticalScrollBar(), self.viewport().height() - HEAD
        top, bottom = top - 12, bottom + 12
        if bottom - top > room:
            return
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)
