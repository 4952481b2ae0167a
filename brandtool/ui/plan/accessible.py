"""What a screen reader finds in a plan: a list with one item for each block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible

from brandtool.ui.spoken import Face

__all__ = ["PlanFace"]


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


class PlanFace(Face):
    """Say the blocks of a plan."""

    @property
    def listing(self) -> Listing:
        """Return the plan as a list."""
        return cast(Listing, self.view)

    def count(self) -> int:
        """Count the blocks."""
        return len(self.listing.listed)

    def current(self) -> int:
        """Return the block the keys act on, -1 for none."""
        return self._number(self.listing.cursor)

    def at(self, where: QPoint) -> int:
        """Return the block at a point, -1 for none."""
        return self._number(self.listing.block_at(where))

    def name(self, number: int) -> str:
        """Say a block in one sentence."""
        return self.listing.sentence(self.listing.listed[number])

    def place(self, number: int) -> QRect:
        """Return the place of a block."""
        return self.listing.place_of(self.listing.listed[number])

    def role_of(self, number: int) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return QAccessible.Role.ListItem

    def mark_item(self, state: QAccessible.State, number: int) -> None:
        """Say whether it is the block the keys act on."""
        state.selectable = True
        state.focusable = True
        state.selected = state.focused = number == self.current()

    def _number(self, block: int) -> int:
        return self.listing.listed.index(block) if block >= 0 else -1
