"""The keyboard on a view: moving, selecting and copying always, changing text while editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from brandtool.ui.textview.caret import clause_stop, next_stop, previous_stop

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["claims", "press"]

_KEY, _MOD = Qt.Key, Qt.KeyboardModifier
_STANDARD = QKeySequence.StandardKey
_MOVES = {
    _KEY.Key_Left,
    _KEY.Key_Right,
    _KEY.Key_Up,
    _KEY.Key_Down,
    _KEY.Key_Home,
    _KEY.Key_End,
    _KEY.Key_PageUp,
    _KEY.Key_PageDown,
}
_EDITS = {_KEY.Key_Backspace, _KEY.Key_Delete, _KEY.Key_Return, _KEY.Key_Enter}


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~_MOD.KeypadModifier


def _types(event: QKeyEvent) -> bool:
    text = event.text()
    return (
        bool(text)
        and text.isprintable()
        and _modifiers(event) in (_MOD.NoModifier, _MOD.ShiftModifier)
    )


def claims(view: TextView, event: QKeyEvent) -> bool:
    """Say whether a key is the view's own while editing, before any shortcut of the window."""
    if not view.editing:
        return False
    plain = not _modifiers(event) & (_MOD.AltModifier | _MOD.MetaModifier)
    own = (_STANDARD.Copy, _STANDARD.Cut, _STANDARD.Paste, _STANDARD.SelectAll)
    return (
        _types(event)
        or (plain and event.key() in _MOVES | _EDITS)
        or any(event.matches(key) for key in own)
    )


def press(view: TextView, event: QKeyEvent) -> bool:
    """Do what a key means here; False leaves it to the window."""
    if event.matches(_STANDARD.Copy):
        view.copy()
    elif event.matches(_STANDARD.SelectAll):
        view.select_all()
    elif event.key() in _MOVES and not event.modifiers() & (_MOD.AltModifier | _MOD.MetaModifier):
        _travel(view, event)
    else:
        return view.editing and _change(view, event)
    event.accept()
    return True


def _change(view: TextView, event: QKeyEvent) -> bool:
    typing = view.composing
    if event.matches(_STANDARD.Cut):
        view.copy()
        if not view.selection.empty:
            typing.type("")
    elif event.matches(_STANDARD.Paste):
        typing.type(QGuiApplication.clipboard().text())
    elif event.key() == _KEY.Key_Backspace:
        typing.erase(backwards=True)
    elif event.key() == _KEY.Key_Delete:
        typing.erase(backwards=False)
    elif event.key() in _EDITS:
        typing.type("\n")
    elif _types(event):
        typing.type(event.text())
    else:
        return False
    event.accept()
    return True


def _travel(view: TextView, event: QKeyEvent) -> None:
    keep = bool(event.modifiers() & _MOD.ShiftModifier)
    ctrl = bool(event.modifiers() & _MOD.ControlModifier)
    key, document, chosen = event.key(), view.document, view.selection
    if key in (_KEY.Key_Left, _KEY.Key_Right):
        back = key == _KEY.Key_Left
        if not keep and not ctrl and not chosen.empty:
            view.set_caret(chosen.span[0 if back else 1])
        elif ctrl:
            view.set_caret(clause_stop(document, view.caret, backwards=back), keep=keep)
        else:
            step = previous_stop if back else next_stop
            view.set_caret(step(document, view.caret), keep=keep)
    elif key in (_KEY.Key_Home, _KEY.Key_End) and ctrl:
        view.set_caret(0 if key == _KEY.Key_Home else document.end, keep=keep)
    elif key in (_KEY.Key_Home, _KEY.Key_End):
        offset, before = view.flow.line_end(view.caret, chosen.before, last=key == _KEY.Key_End)
        view.set_caret(offset, keep=keep, before=before)
    elif ctrl:
        _by_paragraph(view, key, keep)
        return
    else:
        _vertical(view, key, keep)
        return
    view.show_offset(view.caret, centre=False)


def _by_paragraph(view: TextView, key: int, keep: bool) -> None:
    """Go to the start of the paragraph, of the one before, or of the next."""
    document = view.document
    if not document.paragraphs:
        return
    index = document.paragraph_at(view.caret)
    here = document.paragraphs[index]
    if key in (_KEY.Key_Up, _KEY.Key_PageUp):
        up = index - 1 if view.caret == here.start and index else index
        view.set_caret(document.paragraphs[up].start, keep=keep)
    elif index + 1 < len(document.paragraphs):
        view.set_caret(document.paragraphs[index + 1].start, keep=keep)
    else:
        view.set_caret(here.end, keep=keep)
    view.show_offset(view.caret, centre=False)


def _vertical(view: TextView, key: int, keep: bool) -> None:
    """Move by a line or a page, keeping to the x where the movement began."""
    chosen = view.selection
    place = view.flow.place(view.caret, before=chosen.before)
    goal = place.x() if chosen.goal is None else chosen.goal
    middle = place.center().y()
    if key in (_KEY.Key_PageUp, _KEY.Key_PageDown):
        sign = 1 if key == _KEY.Key_PageDown else -1
        before = (view.flow.top, view.flow.inset)
        view.scroll_by(sign * int(view.viewport().height() - place.height()))
        inside = min(max(middle, place.height() / 2), view.viewport().height() - place.height())
        offset = view.flow.hit(goal, inside)
        if (view.flow.top, view.flow.inset) == before:
            offset = view.document.end if sign > 0 else 0
    else:
        offset = view.flow.neighbour(view.caret, chosen.before, goal, down=key == _KEY.Key_Down)
    view.set_caret(offset, keep=keep, goal=goal)
    view.show_offset(view.caret, centre=False)
