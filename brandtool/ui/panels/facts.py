"""The page facts card: the five fields that tell a page from another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPushButton, QWidget

from brandtool.core.facts import FACTS
from brandtool.ui.overlay import Overlay
from brandtool.ui.words import say

__all__ = ["FactsCard"]


def fact_name(name: str) -> str:
    """Name a fact of the page."""
    names = {
        "paper": say("Facts", "Paper"),
        "date": say("Facts", "Publication date"),
        "issue": say("Facts", "Issue"),
        "page": say("Facts", "Page number"),
        "page_name": say("Facts", "Page name"),
    }
    return names[name]


class FactsCard(Overlay):
    """Show the facts and take what is changed; Enter keeps them."""

    HEIGHT = 330

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._take: Callable[[dict[str, str]], None] = lambda _told: None
        self._form = QFormLayout()
        self._form.setSpacing(10)
        self.fields = {name: QLineEdit(self) for name in FACTS}
        self._keep = QPushButton(self)
        self._keep.setProperty("primary", True)
        for name, field in self.fields.items():
            self._form.addRow(" ", field)
            field.returnPressed.connect(self._done)
            field.setObjectName(f"facts.{name}")
        self.rows.addLayout(self._form)
        self.rows.addStretch(1)
        self.rows.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignRight)
        self._keep.clicked.connect(self._done)

    def ask(self, told: Mapping[str, str], take: Callable[[dict[str, str]], None]) -> None:
        """Show the facts as they are known."""
        self._take = take
        self.title.setText(say("Facts", "Page facts"))
        self._keep.setText(say("Facts", "Keep (Enter)"))
        for name, field in self.fields.items():
            self._form.labelForField(field).setText(fact_name(name))  # type: ignore[attr-defined]
            field.setText(told.get(name, ""))
            field.setAccessibleName(fact_name(name))
        self.fields["date"].setPlaceholderText("2024-05-20")
        self.appear(self.fields["paper"])

    def _done(self) -> None:
        self.leave()
        self._take({name: field.text().strip() for name, field in self.fields.items()})
