"""Typing into a view: input methods with visible pre-edit, keystrokes gathered up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QTextCharFormat, QTextFormat

from brandtool.ui.textview.caret import Selection, next_stop, previous_stop
from brandtool.ui.textview.edits import PAUSE, EditBuffer, Replacement
from brandtool.ui.textview.layout import Laid
from brandtool.ui.textview.utf16 import Shown, units
from brandtool.ui.theme import blend, current

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["Composing"]

_AROUND = 1000


class Composing:
    """Hold what is being composed and what was typed, until it is handed over."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self.on = False
        self.buffer = EditBuffer()
        self._preedit = ""
        self._cursor = 0
        self._looks: list[tuple[int, int, QTextCharFormat]] = []
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(PAUSE * 1000))
        self._timer.timeout.connect(self.flush)

    @property
    def active(self) -> bool:
        """Say whether an input method is composing."""
        return bool(self._preedit)

    def set_on(self, on: bool) -> None:
        """Begin or end editing; what was typed is handed over at the end."""
        if on == self.on:
            return
        if not on:
            self._show("", 0, [])
            self._view.catch_up()
            self.flush()
        self.on = on
        self._view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        if self._view.hasFocus():
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)

    # -- input methods -------------------------------------------------------------------------

    def lay(self, index: int) -> Laid | None:
        """Lay out the piece the caret is in with the pre-edit; None for any other."""
        view = self._view
        if not self._preedit or index != view.document.piece_at(view.caret):
            return None
        local = view.caret - view.document.starts[index]
        at = Shown(view.document.texts[index]).to16(local)
        looks = [(at + start, length, look) for start, length, look in self._looks]
        return view.flow.make(index, at=local, preedit=self._preedit, formats=looks)

    def event(self, event: QInputMethodEvent) -> None:
        """Take one step of an input method: commit first, then show what is composed now."""
        if not self.on:
            event.ignore()
            return
        preedit, commit = event.preeditString(), event.commitString()
        ends = bool(commit or event.replacementLength() or not preedit)
        if ends:
            self._show("", 0, [])
            self._view.catch_up()
        if commit or event.replacementLength():
            start, end = self._replaced(event.replacementStart(), event.replacementLength())
            self.replace(start, end, commit)
        if preedit:
            if not self.active and not self._view.selection.empty:
                self.type("")
            self._show(preedit, *self._attributes(event, preedit))
        event.accept()

    def _replaced(self, start: int, length: int) -> tuple[int, int]:
        """Return the span an input method asks to replace, given in units from the caret."""
        view = self._view
        if not length:
            return view.selection.span
        paragraph = view.document.paragraphs[view.document.paragraph_at(view.caret)]
        shown = Shown(paragraph.text)
        unit = shown.to16(view.caret - paragraph.start) + start
        low, high = shown.from16(max(0, unit)), shown.from16(max(0, unit + length))
        return paragraph.start + low, min(paragraph.end, paragraph.start + high)

    def _attributes(
        self, event: QInputMethodEvent, preedit: str
    ) -> tuple[int, list[tuple[int, int, QTextCharFormat]]]:
        kinds = QInputMethodEvent.AttributeType
        size = units(preedit)
        line = QTextCharFormat()
        theme = current()
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        line.setUnderlineColor(QColor(theme.accent))
        line.setForeground(QColor(theme.ink))
        line.setBackground(QColor(blend(theme.accent, theme.paper, 0.18)))
        cursor, looks = size, [(0, size, line)]
        for attribute in event.attributes():
            if attribute.type == kinds.Cursor:
                cursor = min(size, attribute.start)
            elif attribute.type == kinds.TextFormat and isinstance(attribute.value, QTextFormat):
                look = QTextCharFormat(attribute.value.toCharFormat())
                look.setFontUnderline(True)
                looks.append((attribute.start, attribute.length, look))
        return cursor, looks

    def _show(
        self, preedit: str, cursor: int, looks: list[tuple[int, int, QTextCharFormat]]
    ) -> None:
        view = self._view
        if not preedit and not self._preedit:
            return
        view.begin()
        self._preedit, self._cursor, self._looks = preedit, cursor, looks
        view.flow.forget(view.document.piece_at(view.caret))
        view.settle()
        self._announce()

    def cursor_place(self) -> QRectF:
        """Return where the cursor in the pre-edit is, x from the text's left edge."""
        view = self._view
        index = view.document.piece_at(view.caret)
        laid = view.flow.lay(index)
        unit = laid.shown.preedit_span[0] + self._cursor
        line = next(
            (n for n, (_, end, _) in enumerate(laid.lines) if unit < end), len(laid.lines) - 1
        )
        y = view.flow.y_of(index) + laid.line_top(line)
        return QRectF(laid.x_of(line, unit), y, 1, laid.setting.pitch)

    def answer(self, query: Qt.InputMethodQuery) -> object:
        """Answer what an input method asks; NotImplemented for what the widget itself knows."""
        view, queries = self._view, Qt.InputMethodQuery
        if query == queries.ImEnabled:
            return self.on
        if query in (queries.ImCursorRectangle, queries.ImAnchorRectangle):
            box = view.caret_box() or QRectF(view.left, 0, 2, 20)
            return box.translated(view.viewport().pos()).toAlignedRect()
        if query == queries.ImFont:
            return view.flow.typography.setting("body").font
        text, caret, anchor = self._surrounding()
        answers = {
            queries.ImSurroundingText: text.text,
            queries.ImCursorPosition: text.to16(caret),
            queries.ImAnchorPosition: text.to16(anchor),
            queries.ImCurrentSelection: view.selected_text(),
            queries.ImTextBeforeCursor: text.text[:caret],
            queries.ImTextAfterCursor: text.text[caret:],
            queries.ImAbsolutePosition: view.caret,
        }
        return answers.get(query, NotImplemented)

    def _surrounding(self) -> tuple[Shown, int, int]:
        view = self._view
        if not view.document.paragraphs:
            return Shown(""), 0, 0
        paragraph = view.document.paragraphs[view.document.paragraph_at(view.caret)]
        caret = view.caret - paragraph.start
        low = max(0, caret - _AROUND)
        text = paragraph.text[low : caret + _AROUND]
        anchor = min(max(0, view.selection.anchor - paragraph.start - low), len(text))
        return Shown(text), caret - low, anchor

    def _announce(self) -> None:
        if self.on and self._view.hasFocus():
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryInput)

    # -- typing --------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Put text in the place of the selection."""
        self.replace(*self._view.selection.span, text)

    def erase(self, *, backwards: bool) -> None:
        """Delete the selection, or the character before or behind the caret."""
        view = self._view
        if view.selection.empty:
            step = previous_stop if backwards else next_stop
            other = step(view.document, view.caret)
            if other != view.caret:
                self.replace(min(other, view.caret), max(other, view.caret), "")
        else:
            self.type("")

    def replace(self, start: int, end: int, text: str) -> None:
        """Show a replacement at once, tell of it, and gather it for handing over."""
        view = self._view
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not self.on or (start == end and not text):
            return
        if not self.buffer.accepts(start, end):
            self.flush()
        view.begin()
        start, end = view.document.clamp(start), view.document.clamp(end)
        removed = view.document.text(start, end)
        first, last, new, change = view.document.spliced(start, end, text)
        old = (view.selection.position, view.selection.anchor)
        view.shift(first, last, new, change)
        view.selection = Selection(start + len(text), start + len(text))
        self.buffer.add(start, removed, text)
        view.edited.emit(start, end, text)
        view.told(old)
        view.show_offset(view.caret, centre=False)
        self._timer.start()
        self._announce()

    def caret_moved(self) -> None:
        """Hand over what was typed if the caret has left the word."""
        if self.buffer.left_word(self._view.caret):
            self.flush()
        self._announce()

    def flush(self) -> None:
        """Hand over what was typed, unless an input method is composing."""
        if self.active:
            self._timer.start()
            return
        self._timer.stop()
        taken = self.buffer.take()
        if taken is not None:
            self._hand_over(taken)

    def _hand_over(self, taken: Replacement) -> None:
        self._view.committed.emit(taken.start, taken.end, taken.text)
