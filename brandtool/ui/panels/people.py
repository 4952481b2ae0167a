"""The people: who speaks how much on this page, and below the card of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandtool.ui import html
from brandtool.ui.actions import action, shown_keys
from brandtool.ui.models.bars import CARD_HEIGHT, PERSON_HEIGHT, CardDelegate, PersonDelegate
from brandtool.ui.models.lists import ListView
from brandtool.ui.models.person import CardRow, PersonRow
from brandtool.ui.models.table import Column, TableModel
from brandtool.ui.noop import N
from brandtool.ui.words import say

__all__ = ["PeoplePanel"]

SHORT = {
    "rename": N("Persons", "Rename"),
    "alias": N("Persons", "Alias"),
    "post": N("Persons", "Post"),
    "merge": N("Persons", "Merge"),
    "split": N("Persons", "Split"),
    "quotes": N("Persons", "Quotes"),
}
"""What stands on the buttons, by the action."""


class PeoplePanel(QWidget):
    """List the people of the page and show the card of one; it only tells what is wanted."""

    chosen = Signal(str)
    entered = Signal(object)
    acted = Signal(str)
    wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: PersonRow | None = None
        self.model: TableModel[PersonRow] = TableModel(
            [Column("", lambda row: row.told, tip=lambda row: row.told)],
            key=lambda row: row.key, parent=self,
        )  # fmt: skip
        self.list = ListView(self.model, height=PERSON_HEIGHT)
        self.list.setObjectName("people")
        self.list.setItemDelegate(PersonDelegate(self.list))
        self.cards: TableModel[CardRow] = TableModel(
            [Column("", _sentence, tip=_sentence)],
            key=lambda row: row.key,
            heads=lambda row: row.kind == "head",
            parent=self,
        )
        self.card = ListView(self.cards, height=CARD_HEIGHT)
        self.card.setObjectName("person")
        self.card.setItemDelegate(CardDelegate(self.card))
        self.card.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        rows = self.card.verticalHeader()
        rows.setMinimumSectionSize(18)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.RichText)
        self._name.setWordWrap(True)
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        self._buttons = {name: QToolButton(self) for name in SHORT}
        self._lay_out()
        self.list.current_changed.connect(self._choose)
        self.list.activated.connect(lambda _index: self.card.setFocus())
        self.card.activated.connect(lambda _index: self.enter())
        self.card.clicked.connect(lambda _index: self.enter())
        for name, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, n=name: self.acted.emit(f"person.{n}"))
        for view in (self.list, self.card):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(
                lambda at, v=view: self.menu_wanted.emit(v.viewport().mapToGlobal(at))
            )
        self._retitle()

    @property
    def current(self) -> PersonRow | None:
        """Return the chosen person."""
        return self._row

    @property
    def line(self) -> CardRow | None:
        """Return the chosen line of the card."""
        return self.cards.at(self.card.currentIndex().row())

    @property
    def chosen_quotes(self) -> tuple[str, ...]:
        """Return the ids of the quotes chosen on the card."""
        picked = sorted({index.row() for index in self.card.selectedIndexes()})
        rows = (self.cards.at(number) for number in picked)
        return tuple(row.value for row in rows if row is not None and row.kind == "quote")

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these people; the chosen one stays so if they are still among them."""
        key = self._row.key if self._row is not None else ""
        with self.list.quietly():
            self.model.set_rows(rows)
        place = self.model.row_of(key)
        if place < 0 and self._row is not None:
            known = {self._row.name, *self._row.aliases} - {""}
            same = (n for n, row in enumerate(rows) if known & {row.name, *row.aliases})
            place = next(same, -1)
        self._row = self.model.at(place)
        self.list.choose(place)
        self._tell()

    def show_card(self, rows: Sequence[CardRow]) -> None:
        """Show the lines of the chosen person's card."""
        with self.card.quietly():
            self.cards.set_rows(rows)

    def select(self, key: str) -> bool:
        """Choose a person; tell whether they are listed."""
        place = self.model.row_of(key)
        if place >= 0:
            self._row = self.model.at(place)
            self.list.choose(place)
            self._tell()
            self.chosen.emit(key)
        return place >= 0

    def enter(self) -> None:
        """Go into the card, or from it to the chosen place."""
        if not self.card.hasFocus() and self.list.hasFocus():
            self.card.setFocus()
            if self.line is None or self.line.kind == "head":
                first = next((n for n, r in enumerate(self.cards.rows) if r.kind != "head"), -1)
                self.card.choose(first)
        elif self.line is not None and self.line.home is not None:
            self.entered.emit(self.line)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is known now: out of sight nothing is kept up to date."""
        super().showEvent(event)
        self.wanted.emit()

    def sizeHint(self) -> QSize:
        """Ask for no more room than the side has."""
        return QSize(280, 400)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(8, 0, 8, 4)
        grid.setSpacing(2)
        for number, button in enumerate(self._buttons.values()):
            button.setProperty("facet", True)
            button.setAutoRaise(True)
            grid.addWidget(button, number // 3, number % 3)
        self._name.setContentsMargins(14, 10, 14, 2)
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self._name)
        below.addLayout(grid)
        below.addWidget(self.card, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self._below)
        split.setSizes([300, 400])
        self._count.setContentsMargins(14, 6, 10, 6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(split, 1)
        rows.addWidget(self._count)

    def _retitle(self) -> None:
        self.list.setAccessibleName(say("Persons", "People of this page"))
        self.card.setAccessibleName(say("Persons", "Person card"))
        for name, button in self._buttons.items():
            row = action(f"person.{name}")
            key = shown_keys(row)[0]
            told = say("Persons", SHORT[name])
            button.setText(say("Evidence pane", "{verb} ({key})").format(verb=told, key=key))
            button.setToolTip(say("Actions", row.title))
        self._tell()

    def _tell(self) -> None:
        rows = self.model.rows
        quotes = sum(len(row.quotes) for row in rows)
        speakers = sum(bool(row.quotes) and bool(row.name) for row in rows)
        self._count.setText(
            say("Persons", "{speakers} speakers, {quotes} quotes").format(
                speakers=speakers, quotes=quotes
            )
        )
        row = self._row
        self._below.setVisible(row is not None)
        if row is None:
            return
        name = row.name or say("QuoteTable", "Nobody named")
        much = say("Persons", "{count} quotes, {size} characters, {share} % of what is quoted")
        told = much.format(
            count=len(row.quotes), size=f"{row.characters:,}", share=round(100 * row.share)
        )
        heavy = f'<span style="font-size:17px">{html.bold(name)}</span>'
        self._name.setText(html.lines(heavy, html.muted(told), leading=130))
        for button in self._buttons.values():
            button.setEnabled(bool(row.key))

    def _choose(self, number: int) -> None:
        row = self.model.at(number)
        if row is not None:
            self._row = row
            self._tell()
            self.chosen.emit(row.key)


def _sentence(row: CardRow) -> str:
    return " · ".join(filter(None, (row.text, row.where)))
