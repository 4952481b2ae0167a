"""The quote table: every quote of the page as it is now, to be sorted by any column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from brandtool.core.quote import Quote
from brandtool.ui import words
from brandtool.ui.models.lists import ListView
from brandtool.ui.models.table import Column, TableModel
from brandtool.ui.previews import flat, size
from brandtool.ui.words import say

__all__ = ["QuoteRow", "QuotesPanel"]


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """Hold what the table shows of a quote.

    `order` is its place in the page, `key` the id of its question.
    """

    order: int
    quote: Quote
    state: str
    key: str


class QuotesPanel(QWidget):
    """Show the quotes; Enter or a double click goes to one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[QuoteRow] = TableModel(
            _columns(), key=lambda row: row.key, parent=self
        )
        self.list = ListView(self.model, height=34, header=True)
        self.list.setObjectName("quotes")
        self.list.setSortingEnabled(True)
        self.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = self.list.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((70, 90, 130, 0, 60, 90)):
            if width:
                header.resizeSection(column, width)
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        self._count.setContentsMargins(14, 6, 10, 6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._count)
        self.list.activated.connect(lambda index: self._go(index.row()))
        self.list.doubleClicked.connect(lambda index: self._go(index.row()))
        self._retitle()

    def show_quotes(self, quotes: Sequence[Quote], asked: Mapping[str, tuple[str, str]]) -> None:
        """Show these quotes; `asked` gives the question of each and its state."""
        seen: dict[str, QuoteRow] = {}
        for order, quote in enumerate(quotes):
            key, state = asked.get(quote.id, (quote.id, quote.state))
            seen.setdefault(quote.id, QuoteRow(order, quote, state, key))
        self.model.set_rows(tuple(seen.values()))
        self._tell()

    def select(self, key: str) -> None:
        """Show which quote is asked, without telling anybody."""
        self.list.choose(self.model.row_of(key))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _retitle(self) -> None:
        self.list.setAccessibleName(say("QuoteTable", "Quote table"))
        self.model.set_columns(_columns())
        self._tell()

    def _tell(self) -> None:
        rows = self.model.rows
        left = sum(row.state in ("open", "deferred", "reopened") for row in rows)
        self._count.setText(
            say("QuoteTable", "{total} quotes, {left} left").format(total=len(rows), left=left)
        )

    def _go(self, number: int) -> None:
        row = self.model.at(number)
        if row is not None:
            self.chosen.emit(row.key)


def _columns() -> list[Column[QuoteRow]]:
    return [
        Column(
            say("QuoteTable", "Article"),
            lambda r: str(r.quote.article),
            lambda r: (r.quote.article, r.order),
        ),
        Column(say("QuoteTable", "Kind"), lambda r: words.title(words.quote_kind(r.quote.kind))),
        Column(say("QuoteTable", "Speaker"), lambda r: r.quote.speaker or "—"),
        Column(
            say("QuoteTable", "Quote"), lambda r: flat(r.quote.text), tip=lambda r: r.quote.text
        ),
        Column(
            say("QuoteTable", "Length"),
            lambda r: str(size(r.quote.text)),
            lambda r: size(r.quote.text),
        ),
        Column(say("QuoteTable", "State"), lambda r: words.title(words.state(r.state))),
    ]
