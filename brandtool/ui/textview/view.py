"""The painted article view: content in, gestures out; its text is never read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from brandtool.ui import spoken
from brandtool.ui.textview import accessible, keys
from brandtool.ui.textview.caret import Selection
from brandtool.ui.textview.composing import Composing
from brandtool.ui.textview.content import Change, Mark, Paragraph
from brandtool.ui.textview.pointing import Pointing
from brandtool.ui.textview.projection import Projection
from brandtool.ui.textview.scene import SceneMaker
from brandtool.ui.textview.strip import OverviewStrip
from brandtool.ui.textview.surface import Surface

__all__ = ["TextView"]


class TextView(Surface):
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

    def __init__(self, parent: QWidget | None = None, *, serif: bool = True) -> None:
        super().__init__(parent, serif=serif)
        self.selection = Selection()
        self.current: object = None
        self.needle = ""
        self.letters: dict[str, str] = {}
        self.composing = Composing(self)
        self.flow.compose = self.composing.lay
        self.scenes = SceneMaker(self)
        self._projection = Projection(self)
        self._pointing = Pointing(self)
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._flash)
        self.caret_on = True
        self.strip = OverviewStrip(self)
        spoken.install(TextView, accessible.ArticleFace)

    # -- content -------------------------------------------------------------------------------

    def set_content(
        self,
        paragraphs: Sequence[Paragraph],
        marks: Sequence[Mark],
        *,
        anchor: tuple[int, int] | None = None,
    ) -> None:
        """Show this text and these marks, keeping the text under the eye where it is.

        Only what differs is laid out anew; for another page clear first with two empty lists.
        `anchor` tells where an offset of the old text is in the new one, for a caller who knows;
        else it is found by comparing. While an input method composes, the call waits.
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

    def set_letters(self, letters: Mapping[str, str]) -> None:
        """Show these margin letters by kind, in place of the theme's."""
        self.letters = dict(letters)
        self.marks.revision += 1
        self.viewport().update()

    def catch_up(self) -> None:
        """Apply content that was kept while an input method was composing."""
        self._projection.catch_up()

    def begin(self) -> None:
        """Put an empty paragraph into an empty view, to type into."""
        if not self.document.paragraphs:
            blank = Paragraph(0, "")
            self._projection.apply(0, 0, [blank], 0, Change(0, 0, 0), quiet=True)

    def shift(self, first: int, last: int, new: Sequence[Paragraph], change: Change) -> None:
        """Show what was typed at once, ahead of the content that will confirm it."""
        self._projection.apply(first, last, new, change.delta, change, quiet=True)

    def find(  # type: ignore[override]
        self, text: str, *, backwards: bool = False
    ) -> tuple[int, int] | None:
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

    # -- gestures ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of editing before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if keys.claims(self, event):
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
