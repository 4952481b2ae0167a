"""What a screen reader finds in a plan: a list with one item for each block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

__all__ = ["install"]

_lists: dict[int, BlockList] = {}
_known: list[type] = []


class Listing(Protocol):
    """Give the blocks of a plan in the order read, with their sentences and places."""

    @property
    def listed(self) -> Sequence[int]:
        """Return the blocks."""
        ...

    @property
    def cursor(self) -> int:
        """Return the block the keys act on, -1 for none."""
        ...

    def sentence(self, block: int) -> str:
        """Say a block in one sentence."""
        ...

    def place_of(self, block: int) -> QRect:
        """Return the place of a block in the viewport."""
        ...

    def block_at(self, where: QPoint) -> int:
        """Return the block at a point of the viewport, -1 for none."""
        ...


def install(kind: type) -> None:
    """Let Qt ask here for the accessible face of plans; once for the process."""
    if not _known:
        _known.append(kind)
        QAccessible.installFactory(_make)


def _make(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, tuple(_known)):
        return None
    key = id(thing)
    if key not in _lists:
        _lists[key] = BlockList(cast(QWidget, thing))
        thing.destroyed.connect(lambda: _lists.pop(key, None))
    return _lists[key]


class BlockList(QAccessibleInterface):
    """Stand for the plan."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self.view = view
        self._children: dict[int, BlockItem] = {}

    @property
    def listing(self) -> Listing:
        """Return the plan as a list."""
        return cast(Listing, self.view)

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
        """Count the blocks."""
        return len(self.listing.listed)

    def child(self, index: int) -> QAccessibleInterface | None:
        """Return one block."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._children:
            made = BlockItem(self, index)
            self._children[index] = made
            QAccessible.registerAccessibleInterface(made)
        return self._children[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a block, -1 for a stranger."""
        return child.index if isinstance(child, BlockItem) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return the block at a point of the screen."""
        at = self.listing.block_at(self.view.mapFromGlobal(QPoint(x, y)))
        return self.child(self.listing.listed.index(at)) if at >= 0 else None

    def focusChild(self) -> QAccessibleInterface | None:
        """Return the block the keys act on."""
        listing = self.listing
        return self.child(listing.listed.index(listing.cursor)) if listing.cursor >= 0 else None

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name of the plan."""
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        return self.view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave the text alone."""

    def rect(self) -> QRect:
        """Return the view's place on the screen."""
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())

    def role(self) -> QAccessible.Role:
        """Return that this is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return whether it has the focus."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.invisible = not self.view.isVisible()
        return state


class BlockItem(QAccessibleInterface):
    """Stand for one block, by its number in the list."""

    def __init__(self, plan: BlockList, index: int) -> None:
        super().__init__()
        self._plan = plan
        self.index = index

    @property
    def block(self) -> int:
        """Return the block."""
        return self._plan.listing.listed[self.index]

    def isValid(self) -> bool:
        """Say whether there still is such a block."""
        return self._plan.isValid() and self.index < self._plan.childCount()

    def object(self) -> QObject | None:
        """Return nothing: a block is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:
        """Return the window the plan is in."""
        return self._plan.window()

    def parent(self) -> QAccessibleInterface:
        """Return the plan."""
        return self._plan

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
        """Return the sentence of the block as its name."""
        named = kind == QAccessible.Text.Name and self.isValid()
        return self._plan.listing.sentence(self.block) if named else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave the text alone."""

    def rect(self) -> QRect:
        """Return the block's place on the screen."""
        if not self.isValid():
            return QRect()
        place = self._plan.listing.place_of(self.block)
        return QRect(self._plan.view.mapToGlobal(place.topLeft()), place.size())

    def role(self) -> QAccessible.Role:
        """Return that this is an item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is the one the keys act on, and whether it is out of sight."""
        state = QAccessible.State()
        state.selectable = True
        state.focusable = True
        if self.isValid():
            listing = self._plan.listing
            state.selected = state.focused = self.block == listing.cursor
            state.offscreen = not self.rect().intersects(self._plan.rect())
        return state
