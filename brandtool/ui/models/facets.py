"""The buttons by which a list is narrowed: one for each facet, its menu with counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

__all__ = ["Choice", "FacetButtons"]


class Choice(NamedTuple):
    """Offer one value of a facet (None: all of them) with how many rows it would list."""

    value: str | None
    text: str
    number: int


class FacetButtons(QObject):
    """Hold a button for each facet; `chosen` tells the facet and the value taken, None for all."""

    chosen = Signal(str, object)

    def __init__(self, facets: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = {name: QToolButton(parent) for name in facets}
        for button in self.buttons.values():
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setAutoRaise(True)
            button.setMenu(QMenu(button))
            button.setProperty("facet", True)

    def add_to(self, row: QHBoxLayout) -> None:
        """Put the buttons into a row."""
        for button in self.buttons.values():
            row.addWidget(button)

    def show(self, facet: str, text: str, taken: str | None, choices: Sequence[Choice]) -> None:
        """Write what a facet is narrowed to, and offer its choices, that of all first."""
        button = self.buttons[facet]
        button.setText(text)
        button.setProperty("on", taken is not None)
        button.style().polish(button)
        menu = button.menu()
        menu.clear()
        for choice in choices:
            entry = menu.addAction(f"{choice.text}\t{choice.number}")
            entry.setCheckable(True)
            entry.setChecked(choice.value == taken)
            entry.triggered.connect(partial(self._take, facet, choice.value))
            if choice.value is None:
                menu.addSeparator()

    def _take(self, facet: str, value: str | None, _on: bool = False) -> None:
        self.chosen.emit(facet, value)
