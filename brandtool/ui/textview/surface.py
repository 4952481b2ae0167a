"""The ground of a view: what is where, scrolling, zoom and painting, with nothing to decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from brandtool.ui.textview import painting
from brandtool.ui.textview.content import Mark
from brandtool.ui.textview.document import Document
from brandtool.ui.textview.flow import Flow
from brandtool.ui.textview.layout import MARGIN, Typography
from brandtool.ui.textview.marks import MarkIndex
from brandtool.ui.textview.scene import SceneMaker
from brandtool.ui.textview.strip import WIDTH, OverviewStrip

__all__ = ["Surface"]

MEASURE = 44
_ZOOMS = (0.6, 4.0)


class Surface(QAbstractScrollArea):
    """Lay out, scroll and paint a document with its marks; a view builds on it."""

    linesShown = Signal(int, int)
    zoomChanged = Signal(float)
    scenes: SceneMaker
    strip: OverviewStrip

    def __init__(self, parent: QWidget | None, *, serif: bool) -> None:
        super().__init__(parent)
        self.document = Document()
        self.marks = MarkIndex()
        self.labels: dict[int, str] = {}
        self._serif, self._zoom = serif, 1.0
        self.flow = Flow(self.document, Typography(width=600, zoom=1.0, serif=serif))
        self._bar_value = 0
        self._syncing = False
        self._shown = (-1, -1)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setViewport(QWidget())  # asked for the type of Qt's own, PySide loads every widget
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    def set_line_labels(self, labels: Mapping[int, str]) -> None:
        """Show labels (line or article numbers) in the left margin, by paragraph index."""
        before = painting.gutter(self.labels)
        self.labels = dict(labels)
        if painting.gutter(self.labels) != before:
            self.relay()
        self.viewport().update()

    # -- places --------------------------------------------------------------------------------

    @property
    def left(self) -> int:
        """Return the x of the text's left edge in the viewport."""
        gutter = painting.gutter(self.labels)
        spare = self.viewport().width() - gutter - 2 * MARGIN - self.flow.typography.width
        return int(gutter + MARGIN + max(0, spare) // 2)

    def offset_at(self, point: QPoint) -> int:
        """Return the offset nearest to a point of the viewport."""
        return self.flow.hit(point.x() - self.left, point.y())

    def rect_of(self, start: int, end: int) -> QRect:
        """Return the box of a span in the viewport; a caret's box if it is empty."""
        first = self.flow.place(start).translated(self.left, 0)
        last = self.flow.place(end, before=end > start).translated(self.left, 0)
        box = first.united(last)
        if last.top() > first.top():
            box.setLeft(self.left)
            box.setRight(self.left + self.flow.typography.width)
        return box.toAlignedRect()

    def show_offset(self, offset: int, *, centre: bool = True) -> None:
        """Bring an offset into view; nothing moves if it can be read where it is."""
        place, height = self.flow.place(offset), self.viewport().height()
        low, high = (0.08 * height, 0.72 * height) if centre else (0, height - place.height())
        if low <= place.top() <= high:
            return
        if centre:
            goal = height * 0.33
        else:
            goal = 8.0 if place.top() < 0 else height - place.height() - 8
        self._move(lambda: self.flow.put(offset, goal))

    def show_at(self, offset: int, y: int) -> None:
        """Scroll so that the line of an offset has its top at y of the viewport."""
        self._move(lambda: self.flow.put(offset, y))

    def marks_at(self, offset: int) -> list[Mark]:
        """Return the marks on a character, shortest first."""
        found = [m for m in self.marks.touching(offset, offset) if m.start <= offset < m.end]
        return sorted(found, key=lambda mark: mark.end - mark.start)

    # -- looks ---------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Return the text zoom, 1 for the theme's size."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Set the text's size by a factor between 0.6 and 4."""
        zoom = min(max(zoom, _ZOOMS[0]), _ZOOMS[1])
        if zoom != self._zoom:
            self._zoom = zoom
            self.relay()
            self.zoomChanged.emit(zoom)

    def set_serif(self, serif: bool) -> None:
        """Set the article in the serif or in the sans face."""
        self._serif = serif
        self.relay()

    def relay(self) -> None:
        """Lay out anew for a new width, size or face, the top line held."""
        offset, y = self.flow_anchor()
        room = self.viewport().width() - painting.gutter(self.labels) - 2 * MARGIN
        measure = MEASURE * 18 * self._zoom
        width = max(40.0, min(float(room), measure))
        self.flow.view_height = max(1, self.viewport().height())
        self.flow.reset(Typography(width=width, zoom=self._zoom, serif=self._serif))
        self._move(lambda: self.flow.put(offset, y), still=self._was_at_top())
        self.strip.schedule()

    def _was_at_top(self) -> bool:
        return self.flow.top == 0 and self.flow.inset < 0

    def flow_anchor(self) -> tuple[int, float]:
        """Return an offset under the eye and its y in the view."""
        return self.scenes.anchor()

    # -- scrolling and painting ----------------------------------------------------------------

    def _move(self, scroll: Callable[[], None], *, still: bool = False) -> None:
        if still:
            self.flow.move(0)
        else:
            scroll()
        self.settle()

    def settle(self) -> None:
        """Bring the scroll bar in line with the flow and paint."""
        for _ in self.flow.visible():
            pass
        self.flow.move(0)
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setRange(0, max(0, self.flow.total - self.flow.view_height))
        bar.setPageStep(self.flow.view_height)
        bar.setSingleStep(self.flow.typography.setting("body").pitch)
        if not bar.isSliderDown():
            bar.setValue(self.flow.position)
        self._bar_value = bar.value()
        self._syncing = False
        self.viewport().update()
        self._tell_lines()

    def scroll_by(self, delta: int) -> None:
        """Scroll by pixels."""
        self._move(lambda: self.flow.move(delta))

    def rows(self) -> list[painting.Row]:
        """Return what is in view, piece by piece."""
        return self.scenes.rows()

    def _tell_lines(self) -> None:
        shown = self.scenes.lines_shown()
        if shown != self._shown:
            self._shown = shown
            self.linesShown.emit(*shown)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar: exactly for small steps, by the estimates for long ones."""
        if self._syncing:
            return
        bar = self.verticalScrollBar()
        delta = bar.value() - self._bar_value
        if abs(delta) > 3 * self.flow.view_height or bar.isSliderDown():
            self.flow.jump(bar.value())
        elif bar.value() >= bar.maximum():
            self.flow.jump(self.flow.total)
        else:
            self.flow.move(delta)
        self.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in view."""
        painter = QPainter(self.viewport())
        painting.paint(painter, self.scenes.scene(), event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        port = self.viewport().geometry()
        self.strip.setGeometry(port.right() + 1, port.top(), WIDTH, port.height())
        self.relay()

    def changeEvent(self, event: QEvent) -> None:
        """Take on a new theme or font."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
        if event.type() in kinds and hasattr(self, "strip"):
            self.strip.refresh()
            self.relay()

    def sizeHint(self) -> QSize:
        """Return a comfortable reading size."""
        return QSize(680, 760)
