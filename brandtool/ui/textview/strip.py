"""The overview strip: every mark of the whole text by kind, at the height where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from brandtool.ui.theme import KINDS, blend, current

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["OverviewStrip"]

WIDTH = 17
_LANE = 4
_GONE = ("accepted", "kept")
_SLICE = 5000


class OverviewStrip(QWidget):
    """Show all marks of a view in three lanes; a click, or the arrow keys, jumps to one."""

    jumped = Signal(int)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._picture: QPixmap | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._scan: Iterator[bool] | None = None
        self._found: list[dict[str, bool]] = []
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Overview of the whole page"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the fixed width and whatever height there is."""
        return QSize(WIDTH, 100)

    def schedule(self) -> None:
        """Look at all marks anew: at once for a page, in slices after a pause for very many."""
        self._scan = None
        self._timer.start(0 if len(self._view.marks) <= _SLICE else 120)

    def _go_on(self) -> None:
        """Look at one slice of the marks; draw when all are seen."""
        if self._scan is None:
            self._scan = self._scanning()
        if next(self._scan, True):
            self._scan = None
            self.refresh()
        else:
            self._timer.start(0)

    def refresh(self) -> None:
        """Draw anew on the next paint."""
        self._picture = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take on a new theme."""
        super().changeEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look at all marks anew for the new height."""
        super().resizeEvent(event)
        self.schedule()

    def _rows(self) -> list[int]:
        """Return the offset at the top of every pixel row, and the end."""
        flow, document = self._view.flow, self._view.document
        rows, heights = [], flow.heights
        total, height = max(1, heights.total), max(1, self.height())
        index, above = 0, 0
        for y in range(height):
            goal = y * total / height
            while index < len(heights) - 1 and above + heights[index] <= goal:
                above += heights[index]
                index += 1
            share = (goal - above) / max(1, heights[index]) if len(heights) else 0
            size = len(document.texts[index]) if len(document) else 0
            start = document.starts[index] if len(document) else 0
            rows.append(start + int(share * size))
        return [*rows, document.end + 1]

    def _scanning(self) -> Iterator[bool]:
        """Find the kinds on every pixel row; yield False after each slice, True at the end."""
        marks, rows = self._view.marks, self._rows()
        found: list[dict[str, bool]] = [{} for _ in rows[:-1]]
        row, last = 0, len(found) - 1
        columns = zip(marks.marks, marks.starts, marks.ends, strict=True)
        for number, (mark, start, end) in enumerate(columns, 1):
            while row < last and rows[row + 1] <= start:
                row += 1
            live = mark.state not in _GONE
            reach = row + 1
            if row < last and end > rows[row + 1]:
                reach = min(last + 1, bisect_left(rows, end, row + 1))
            kind = KINDS.get(mark.kind)
            if kind is not None and kind.quiet:
                reach = row
            for cell in found[row:reach]:
                cell[mark.kind] = cell.get(mark.kind, False) or live
            if number % _SLICE == 0:
                yield False
        self._found = found
        yield True

    def kinds_by_row(self) -> list[dict[str, bool]]:
        """Return for every pixel row the kinds there, and whether any of a kind is still open."""
        for _ in self._scanning():
            pass
        return self._found

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        theme = current()
        picture.fill(QColor(theme.paper))
        painter = QPainter(picture)
        for y, kinds in enumerate(self._found):
            for name, live in kinds.items():
                kind = KINDS.get(name)
                colour = theme.kind(name)
                if not live:
                    colour = blend(colour, theme.paper, 0.3)
                x = 2 + (kind.lane if kind else 1) * (_LANE + 1)
                tall = 2 if live else 1
                painter.fillRect(x, y, _LANE, tall, QColor(colour))
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture of all marks, and a line beside it while focused."""
        if self._picture is None or self._picture.deviceIndependentSize().toSize() != self.size():
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self.hasFocus():
            painter.fillRect(0, 0, 1, self.height(), QColor(current().accent))

    def offset_at(self, y: int) -> int:
        """Return the offset shown at a height: a mark near it if there is one."""
        rows = self._rows()
        row = min(max(0, y), len(rows) - 2)
        low, high = rows[max(0, row - 3)], rows[min(len(rows) - 1, row + 4)]
        starts = self._view.marks.starts
        near = starts[bisect_left(starts, low) : bisect_left(starts, high)]
        return min(near, key=lambda start: abs(start - rows[row]), default=rows[row])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the place clicked."""
        self._jump(self.offset_at(round(event.position().y())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pressed mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(self.offset_at(round(event.position().y())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the release of a press taken."""

    def _jump(self, offset: int) -> None:
        self._view.show_offset(self._view.document.clamp(offset))
        self.jumped.emit(offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or previous mark, the first or the last; leave other keys alone."""
        starts = sorted(set(self._view.marks.starts))
        here = self._view.caret
        keys = Qt.Key
        place = bisect_left(starts, here)
        after = place + 1 if place < len(starts) and starts[place] == here else place
        goal = {
            keys.Key_Down: after,
            keys.Key_Up: place - 1,
            keys.Key_Home: 0,
            keys.Key_End: len(starts) - 1,
        }.get(keys(event.key()))
        if goal is None or not starts:
            event.ignore()
            return
        offset = starts[min(max(0, goal), len(starts) - 1)]
        self._view.set_caret(offset)
        self._jump(offset)
