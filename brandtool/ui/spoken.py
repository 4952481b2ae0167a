"""What a screen reader finds of a painted view: the view, and one item for each thing in it.

A painted view exposes nothing by itself. A `Face` says what it shows, by number from 0; all places
and points are of its viewport.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import isValid

__all__ = ["Face", "Item", "install"]

_faces: dict[int, Face] = {}
_kinds: list[tuple[type[QAbstractScrollArea], Callable[[QAbstractScrollArea], Face]]] = []


def install(kind: type[QAbstractScrollArea], face: Callable[[QAbstractScrollArea], Face]) -> None:
    """Let Qt ask here for the face of a kind of view; once for the process."""
    if not _kinds:
        QAccessible.installFactory(_make)
    if kind not in [known for known, _ in _kinds]:
        _kinds.append((kind, face))


def _make(_name: str, thing: QObject) -> QAccessibleInterface | None:
    made = next((face for kind, face in _kinds if isinstance(thing, kind)), None)
    if made is None:
        return None
    key = id(thing)
    if key not in _faces:
        _faces[key] = made(cast(QAbstractScrollArea, thing))
        thing.destroyed.connect(lambda: _faces.pop(key, None))
    return _faces[key]


class Face(QAccessibleInterface):
    """Stand for a view; those who show something override what is told of it."""

    ROLE = QAccessible.Role.List

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__()
        self.view = view
        self._items: dict[int, Item] = {}

    def count(self) -> int:
        """Count the things shown."""
        raise NotImplementedError

    def current(self) -> int:
        """Return the thing the keys act on, -1 for none."""
        raise NotImplementedError

    def at(self, where: QPoint) -> int:
        """Return the thing at a point, -1 for none."""
        raise NotImplementedError

    def name(self, number: int) -> str:
        """Say a thing."""
        raise NotImplementedError

    def place(self, number: int) -> QRect:
        """Return the place of a thing."""
        raise NotImplementedError

    def role_of(self, number: int) -> QAccessible.Role:
        """Return what a thing is."""
        raise NotImplementedError

    def mark(self, state: QAccessible.State) -> None:
        """Say what else holds of the view."""

    def mark_item(self, state: QAccessible.State, number: int) -> None:
        """Say what holds of a thing."""
        raise NotImplementedError

    def isValid(self) -> bool:
        """Say whether the view still lives."""
        return isValid(self.view)

    def object(self) -> QObject:
        """Return the view."""
        return self.view

    def window(self) -> QWindow | None:
        """Return the window the view is in."""
        return self.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        """Return the face of the widget around the view."""
        above = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else None

    def childCount(self) -> int:
        """Count the items."""
        return self.count()

    def child(self, index: int) -> QAccessibleInterface | None:
        """Return one item."""
        if not 0 <= index < self.count():
            return None
        if index not in self._items:
            made = Item(self, index)
            self._items[index] = made
            QAccessible.registerAccessibleInterface(made)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of an item, -1 for a stranger."""
        return child.index if isinstance(child, Item) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return the item at a point of the screen."""
        return self.child(self.at(self.view.viewport().mapFromGlobal(QPoint(x, y))))

    def focusChild(self) -> QAccessibleInterface | None:
        """Return the item the keys act on."""
        return self.child(self.current())

    def text(self, kind: QAccessible.Text) -> str:
        """Return the view's name and description."""
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        return self.view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave the text alone: it is a projection."""

    def rect(self) -> QRect:
        """Return the view's place on the screen."""
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())

    def role(self) -> QAccessible.Role:
        """Return what the view is."""
        return self.ROLE

    def state(self) -> QAccessible.State:
        """Return whether it has the focus, and what else holds of it."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.invisible = not self.view.isVisible()
        self.mark(state)
        return state


class Item(QAccessibleInterface):
    """Stand for one thing in a view, by its number; its words are asked for when needed."""

    def __init__(self, face: Face, index: int) -> None:
        super().__init__()
        self._face = face
        self.index = index

    def isValid(self) -> bool:
        """Say whether there still is such a thing."""
        return self._face.isValid() and self.index < self._face.count()

    def object(self) -> QObject | None:
        """Return nothing: it is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:
        """Return the window the view is in."""
        return self._face.window()

    def parent(self) -> QAccessibleInterface:
        """Return the view."""
        return self._face

    def childCount(self) -> int:
        """Return that there is nothing inside."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        """Return nothing."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that nothing is inside."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return nothing."""
        return None

    def text(self, kind: QAccessible.Text) -> str:
        """Return its words as its name."""
        named = kind == QAccessible.Text.Name and self.isValid()
        return self._face.name(self.index) if named else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave the text alone: it is a projection."""

    def rect(self) -> QRect:
        """Return its place on the screen."""
        if not self.isValid():
            return QRect()
        place = self._face.place(self.index)
        return QRect(self._face.view.viewport().mapToGlobal(place.topLeft()), place.size())

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return self._face.role_of(self.index if self.isValid() else -1)

    def state(self) -> QAccessible.State:
        """Return what holds of it, and whether it is out of sight."""
        state = QAccessible.State()
        if self.isValid():
            self._face.mark_item(state, self.index)
            state.offscreen = not self.rect().intersects(self._face.rect())
        return state
