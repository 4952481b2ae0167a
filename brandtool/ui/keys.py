"""Single keys: they act in lists and text panes only, with input methods off there.

A key that is held decides once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from brandtool.ui.actions import Action, Where, by_key

__all__ = ["KeyRouter", "key_name"]

_NAMES = {
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_BracketLeft: "[",
    Qt.Key.Key_BracketRight: "]",
    Qt.Key.Key_BraceLeft: "{",
    Qt.Key.Key_BraceRight: "}",
    Qt.Key.Key_Question: "?",
}
_SHIFTED = "?{}"


def key_name(event: QKeyEvent) -> str:
    """Name a key press as the action table spells it, empty for keys it never uses."""
    key, held = event.key(), event.modifiers()
    name = _NAMES.get(Qt.Key(key)) if key in _NAMES else None
    if name is None and (
        Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9
    ):
        name = chr(key)
    if name is None:
        return ""
    parts = []
    if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
        parts.append("Ctrl")
    if held & Qt.KeyboardModifier.AltModifier:
        parts.append("Alt")
    if held & Qt.KeyboardModifier.ShiftModifier and name not in _SHIFTED:
        parts.append("Shift")
    return "+".join([*parts, name])


class KeyRouter(QObject):
    """Turn key presses in watched panes into actions.

    `perform` is given the action; `writing` tells whether a pane takes text now, and then all keys
    but Esc are its own.
    """

    def __init__(self, perform: Callable[[Action], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._perform = perform
        self._places: dict[QObject, frozenset[Where]] = {}
        self._writing: dict[QObject, Callable[[], bool]] = {}

    def watch(
        self, pane: QWidget, where: Where, *, writing: Callable[[], bool] | None = None
    ) -> None:
        """Let single keys act in a pane of some sort, and switch input methods off there."""
        pane.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._places[pane] = frozenset({"panes", where})
        if writing is not None:
            self._writing[pane] = writing
        pane.installEventFilter(self)

    def eventFilter(self, pane: QObject, event: QEvent) -> bool:
        """Act on the key presses of watched panes."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        places = self._places.get(pane)
        if places is None or not isinstance(event, QKeyEvent):
            return False
        name = key_name(event)
        writing = self._writing.get(pane)
        if not name or (writing is not None and writing() and name != "Escape"):
            return False
        row = by_key(name, places)
        if row is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.ShortcutOverride:
            return True
        if row.repeat or not event.isAutoRepeat():
            self._perform(row)
        return True
