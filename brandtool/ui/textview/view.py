"""The painted article view: content in, gestures out; its text is never read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from brandtool.ui.textview import accessible, keys, painting
from brandtool.ui.textview.caret import Selection
from brandtool.ui.textview.composing import Composing
from brandtool.ui.textview.content import Change, Mark, Paragraph
from brandtool.ui.textview.document import Document
from brandtool.ui.textview.flow import Flow
from brandtool.ui.textview.layout import MARGIN, Typography
from brandtool.ui.textview.marks import MarkIndex
from brandtool.ui.textview.pointing import Pointing
from brandtool.ui.textview.projection import Projection
from brandtool.ui.textview.scene import SceneMaker
from brandtool.ui.textview.strip import WIDTH, OverviewStrip

__all__ = ["TextView"]

MEASURE = 44
_ZOOMS = (0.6, 4.0)


class TextView(QAbstractScrollArea):
    """Show paragraphs and marks; tell what the editor points at, selects and types.

    All offsets are code points of the shown text. `linesShown` gives the offsets of the first and
    the last line in view; `committed` one gathered change in the text as it was before it.
    """

    caretMoved = Signal(int)
    selectionChanged = Signal(int, int)
    markActivated = Signal(object)
    contextMenuWanted = Signal(QPoint, int)
    edited = Signal(int, int, str)
    committed = Signal(int, int, str)
    linesShown = Signal(int, int)
    zoomChanged = Signal(float)

    def __init__(self, parent: QWidget | None = None, *, serif: bool = True) -> None:
        super().__init__(parent)
        self.document = Document()
        self.marks = MarkIndex()
        self.selection = Selection()
        self.current: object = None
        self.needle = ""
        self.labels: dict[int, str] = {}
        self.letters: dict[str, str] = {}
        self._serif, self._zoom = serif, 1.0
        self.flow = Flow(self.document, Typography(width=600, zoom=1.0, serif=serif))
        self.composing = Composing(self)
        self.flow.compose = self.composing.lay
        self._projection = Projection(self)
        self._pointing = Pointing(self)
        self._scenes = SceneMaker(self)
        self._bar_value = 0
        self._syncing = False
        self._shown = (-1, -1)
        self.strip = OverviewStrip(self)
        self._set_up()
        accessible.install()

    def _set_up(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._flash)
        self.caret_on = True

    # -- content -------------------------------------------------------------------------------

    def set_content(
        self,
        paragraphs: Sequence[Paragraph],
        marks: Sequence[Mark],
        *,
        anchor: tuple[int, int] | None = None,
    ) -> None:
        """Show this text and these marks, keeping the text under the eye where it is.

        Only what differs is laid out anew. `anchor` tells where an offset of the old text is in
        the new one, for a caller who knows; else it is found by comparing. While an input method
        composes, the call is kept until it is done.
        """
        self._projection.set_content(paragraphs, marks, anchor=anchor)

    def replace_paragraphs(
        self,
        first: int,
        last: int,
        new: Sequence[Paragraph],
        marks: Sequence[Mark] | None = None,
    ) -> None:
        """Put paragraphs in the place of `first..last`; what follows moves along, marks too.

        `marks`, if given, are all marks of the text as it is then.
        """
        self._projection.replace_paragraphs(first, last, new, marks)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks in place of all there were."""
        self.marks.load(marks)
        self.strip.schedule()
        self.viewport().update()

    def change_marks(self, marks: Sequence[Mark]) -> bool:
        """Give new states to marks already shown (same key and span); False if one is not there."""
        done = self.marks.amend(marks)
        if done:
            self.strip.schedule()
            self.viewport().update()
        return done

    def set_current(self, key: object) -> None:
        """Emphasise all marks that carry a key, none for None."""
        self.current = key
        self.viewport().update()

    def set_line_labels(self, labels: Mapping[int, str]) -> None:
        """Show labels (line or article numbers) in the left margin, by paragraph index."""
        before = painting.gutter(self.labels)
        self.labels = dict(labels)
        if painting.gutter(self.labels) != before:
            self.relay()
        self.viewport().update()

    def set_letters(self, letters: Mapping[str, str]) -> None:
        """Show these margin letters by kind, in place of the theme's."""
        self.letters = dict(letters)
        self.marks.revision += 1
        self.viewport().update()

    def catch_up(self) -> None:
        """Apply content that was kept while an input method was composing."""
        self._projection.catch_up()

    def shift(self, first: int, last: int, new: Sequence[Paragraph], change: Change) -> None:
        """Show what was typed at once, ahead of the content that will confirm it."""
        self._projection.apply(first, last, new, change.delta, change)

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

    def marks_at(self, offset: int) -> list[Mark]:
        """Return the marks on a character, shortest first."""
        found = [m for m in self.marks.touching(offset, offset) if m.start <= offset < m.end]
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def find(self, text: str, *, backwards: bool = False) -> tuple[int, int] | None:
        """Select the next occurrence after the selection and show it; all others are tinted.

        An empty text ends the search. Returns the span found.
        """
        self.needle = text
        self.viewport().update()
        start, end = self.selection.span
        again = text and self.document.text(start, end) == text
        origin = start if backwards else (start + 1 if again else start)
        hit = self.document.find(text, origin, backwards=backwards)
        if hit is None:
            return None
        self.select(hit, hit + len(text))
        return hit, hit + len(text)

    # -- caret and selection -------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """Return the offset of the caret."""
        return self.selection.position

    @property
    def selected(self) -> tuple[int, int]:
        """Return the selected span, empty at the caret."""
        return self.selection.span

    def selected_text(self) -> str:
        """Return the plain text of the selection."""
        start, end = self.selection.span
        return self.document.text(start, end) if start < end else ""

    def set_caret(
        self, offset: int, *, keep: bool = False, before: bool = False, goal: float | None = None
    ) -> None:
        """Put the caret at an offset; with `keep` the selection grows to it."""
        chosen, old = self.selection, (self.selection.position, self.selection.anchor)
        chosen.position = self.document.clamp(offset)
        chosen.before, chosen.goal = before, goal
        if not keep:
            chosen.anchor = chosen.position
        self.told(old)

    def select(self, start: int, end: int) -> None:
        """Select a span, the caret at its end, and bring it into view."""
        old = (self.selection.position, self.selection.anchor)
        self.selection = Selection(self.document.clamp(end), self.document.clamp(start))
        self.selection.before = end > start
        self.told(old)
        self.show_offset(self.selection.anchor)

    def told(self, old: tuple[int, int]) -> None:
        """Tell the window what changed since the caret and the fixed end were `old`."""
        chosen = self.selection
        self.caret_on = True
        self.viewport().update()
        if chosen.position != old[0]:
            self.composing.caret_moved()
            self.caretMoved.emit(chosen.position)
        if (chosen.position, chosen.anchor) != old and (not chosen.empty or old[0] != old[1]):
            self.selectionChanged.emit(*chosen.span)

    def copy(self) -> None:
        """Put the selected plain text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        """Select the whole text without scrolling."""
        old = (self.selection.position, self.selection.anchor)
        self.selection = Selection(self.document.end, 0)
        self.told(old)

    # -- editing -------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Say whether typing changes the text."""
        return self.composing.on

    def set_editing(self, on: bool) -> None:
        """Let typing and input methods change the text, or leave single keys to the window."""
        self.composing.set_on(on)
        self._set_blinking()

    def flush(self) -> None:
        """Hand over at once what was typed."""
        self.composing.flush()

    def _set_blinking(self) -> None:
        time = QGuiApplication.styleHints().cursorFlashTime()
        self.caret_on = True
        if self.editing and self.hasFocus() and time > 0:
            self._blink.start(time // 2)
        else:
            self._blink.stop()
        self.viewport().update()

    def _flash(self) -> None:
        self.caret_on = not self.caret_on
        box = self.caret_box()
        if box is not None:
            self.viewport().update(box.toAlignedRect().adjusted(-2, -2, 2, 2))

    def caret_box(self) -> QRectF | None:
        """Return the caret's box in the viewport, None if it is not in view."""
        index = self.document.piece_at(self.caret)
        if not len(self.document) or not self.flow.top <= index <= self.flow.top + 300:
            return None
        place = self.flow.place(self.caret, before=self.selection.before)
        if self.composing.active:
            place = self.composing.cursor_place()
        if place.bottom() < 0 or place.top() > self.viewport().height():
            return None
        inset = place.height() * 0.14
        return QRectF(self.left + place.x() - 0.5, place.y() + inset, 2, place.height() - 2 * inset)

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
        return self._scenes.anchor()

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
        return self._scenes.rows()

    def _tell_lines(self) -> None:
        shown = self._scenes.lines_shown()
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
        painting.paint(painter, self._scenes.scene(), event.rect())
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
            self.flow.reset()
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return a comfortable reading size."""
        return QSize(680, 760)

    # -- gestures ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of editing before the window's shortcuts."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and keys.claims(self, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, copy, or edit; leave every other key to the window."""
        if not keys.press(self, event):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Show what an input method composes and take what it commits."""
        self.composing.event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Answer an input method: where the caret is and what stands around it."""
        answer = self.composing.answer(query)
        return super().inputMethodQuery(query) if answer is NotImplemented else answer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        self._pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection out."""
        self._pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or activate the mark clicked."""
        self._pointing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word-like run."""
        self._pointing.double(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu at a place."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.rect_of(self.caret, self.caret)
            port = self.viewport()
            self.contextMenuWanted.emit(port.mapToGlobal(box.bottomLeft()), self.caret)
        else:
            self.contextMenuWanted.emit(event.globalPos(), self.offset_at(event.pos()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the text's size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(round(self._zoom * 1.1 ** (event.angleDelta().y() / 120), 3))
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._set_blinking()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
        self._set_blinking()
