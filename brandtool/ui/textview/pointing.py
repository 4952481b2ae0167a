"""The mouse on a view: caret, selection by character, run, paragraph; marks and their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from brandtool.ui.textview.caret import word_run
from brandtool.ui.textview.painting import glyph_boxes

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["Pointing"]


class Pointing:
    """Follow one press from down to up; beyond the edge the view scrolls along."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._pressed = False
        self._fresh = False
        self._origin = QPoint()
        self._since_double = QElapsedTimer()
        self._edge = QTimer(view)
        self._edge.setInterval(40)
        self._edge.timeout.connect(self._scroll_on)
        self._point = QPoint()

    def press(self, event: QMouseEvent) -> None:
        """Put the caret, extend with Shift, or take the paragraph on a third click."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        view, point = self._view, event.position().toPoint()
        key = self.letter_at(point)
        if key is not None:
            view.markActivated.emit(key[0])
            return
        self._pressed, self._origin, self._point = True, point, point
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        if self._since_double.isValid() and self._since_double.elapsed() < interval:
            self._since_double.invalidate()
            self._fresh = False
            self._take_paragraph(view.offset_at(point))
            return
        self._fresh = not extend
        view.set_caret(view.offset_at(point), keep=extend)

    def move(self, event: QMouseEvent) -> None:
        """Draw the selection out to the character under the pointer."""
        view, point = self._view, event.position().toPoint()
        if not self._pressed:
            over = self.letter_at(point) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            if view.viewport().cursor().shape() != shape:
                view.viewport().setCursor(shape)
            return
        self._point = point
        if (point - self._origin).manhattanLength() < 4 and self._fresh:
            return
        self._fresh = False
        view.set_caret(view.offset_at(point), keep=True)
        outside = not 0 <= point.y() < view.viewport().height()
        if outside and not self._edge.isActive():
            self._edge.start()
        elif not outside:
            self._edge.stop()

    def release(self, event: QMouseEvent) -> None:
        """End the press; a plain click on a mark activates it while reading."""
        self._edge.stop()
        if not self._pressed or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = False
        view = self._view
        if self._fresh and not view.editing:
            marks = view.marks_at(self.character_at(event.position().toPoint()))
            if marks:
                view.markActivated.emit(marks[0].key)

    def double(self, event: QMouseEvent) -> None:
        """Take the word-like run under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view = self._view
        offset = self.character_at(event.position().toPoint())
        self._pressed, self._fresh = False, False
        self._since_double.start()
        if not view.document.paragraphs:
            return
        paragraph = view.document.paragraphs[view.document.paragraph_at(offset)]
        low, high = word_run(paragraph.text, offset - paragraph.start)
        view.select(paragraph.start + low, paragraph.start + high)

    def _take_paragraph(self, offset: int) -> None:
        document = self._view.document
        if document.paragraphs:
            paragraph = document.paragraphs[document.paragraph_at(offset)]
            self._view.set_caret(paragraph.start)
            self._view.set_caret(paragraph.end, keep=True)

    def character_at(self, point: QPoint) -> int:
        """Return the offset of the character under a point."""
        view = self._view
        offset = view.offset_at(point)
        place = view.flow.place(offset)
        same_line = place.top() <= point.y() < place.bottom()
        if same_line and point.x() - view.left < place.x():
            return max(0, offset - 1)
        return offset

    def letter_at(self, point: QPoint) -> tuple[object] | None:
        """Return the key of the margin letter under a point, in a tuple; None if there is none."""
        view = self._view
        right = view.left + int(view.flow.typography.width)
        if not right <= point.x():
            return None
        for row in view.rows():
            for box, _, _, _, key in glyph_boxes(row.decor, right, row.y):
                if box.contains(point):
                    return (key,)
        return None

    def _scroll_on(self) -> None:
        view, y = self._view, self._point.y()
        beyond = y if y < 0 else y - view.viewport().height()
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, beyond)))
        view.set_caret(view.offset_at(self._point), keep=True)
