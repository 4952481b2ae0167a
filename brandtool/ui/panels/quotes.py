"""The quote table: every quote of the page, sorted by any column and narrowed by facets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from brandtool.ui import words
from brandtool.ui.models.facets import Choice, FacetButtons
from brandtool.ui.models.lists import ListView
from brandtool.ui.models.quote import FACETS, QuoteFilter, QuoteRow, counts
from brandtool.ui.models.table import Column, TableModel
from brandtool.ui.previews import ends, flat, size
from brandtool.ui.words import say

__all__ = ["QuotesPanel"]

WIDTHS = (56, 76, 98, 92, 0, 54, 86)
"""Of the columns, in pixels; 0 takes what is left."""
POSTS, ROOM = 3, 680
"""The column of the posts, and how wide a table is that shows it."""


class _Words(QLineEdit):
    """The field of the filter: Down and Enter go to the table."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuotesPanel(QWidget):
    """Show the quotes that pass the filter; the one chosen is asked, Enter goes to its words."""

    pointed = Signal(object)
    chosen = Signal(str)
    narrowed = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[QuoteRow, ...] = ()
        self._filter = QuoteFilter()
        self._names: Mapping[str, str] = {}
        self.model: TableModel[QuoteRow] = TableModel(
            _columns(), key=lambda row: f"{row.key}/{row.order}", parent=self
        )
        self.list = ListView(self.model, height=34, header=True)
        self.list.setObjectName("quotes")
        self.list.setSortingEnabled(True)
        self.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = self.list.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(WIDTHS):
            if width:
                header.resizeSection(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.words = _Words(self)
        self.words.setClearButtonEnabled(True)
        self._wait = QTimer(self, interval=150, singleShot=True)
        self._facets = FacetButtons(FACETS, self)
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        self._count.setContentsMargins(14, 6, 10, 6)
        self._lay_out()
        self.words.textChanged.connect(lambda _text: self._wait.start())
        self._wait.timeout.connect(self._words_changed)
        self.words.left.connect(self.list.setFocus)
        self._facets.chosen.connect(self._choose)
        self.list.current_changed.connect(self._point)
        self.list.doubleClicked.connect(lambda index: self._enter(index.row()))
        self._retitle()

    @property
    def shown(self) -> tuple[QuoteRow, ...]:
        """Return the rows listed now, in the order shown."""
        return tuple(self.model.rows)

    @property
    def filter(self) -> QuoteFilter:
        """Return the filter in force."""
        return self._filter

    @property
    def current(self) -> QuoteRow | None:
        """Return the chosen row."""
        return self.model.at(self.list.currentIndex().row())

    @property
    def foot(self) -> str:
        """Return what stands below the table."""
        return self._count.text()

    def show_rows(self, rows: Sequence[QuoteRow], names: Mapping[str, str]) -> None:
        """Show these quotes as far as the filter lets them through.

        `names` gives the name of a speaker that a row knows by an id.
        """
        self._rows, self._names = tuple(rows), names
        self._refill()

    def set_filter(self, chosen: QuoteFilter) -> None:
        """Narrow the table."""
        self._filter = chosen
        if self.words.text() != chosen.words:
            self.words.setText(chosen.words)
        self._wait.stop()
        self._refill()
        self.narrowed.emit()

    def select(self, key: str) -> None:
        """Show which quote is asked, without telling anybody; one nobody asks for stays chosen."""
        row = self.current
        if key or row is None or row.asked:
            place = next((n for n, row in enumerate(self.model.rows) if row.key == key), -1)
            self.list.choose(place)

    def enter(self) -> None:
        """Go to the chosen quote."""
        self._enter(self.list.currentIndex().row())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the posts out where the words of the quotes would have no room."""
        super().resizeEvent(event)
        self.list.setColumnHidden(POSTS, event.size().width() < ROOM)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is known now: out of sight nothing is kept up to date."""
        super().showEvent(event)
        self.wanted.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.setSpacing(2)
        self.words.setMaximumWidth(260)
        head.addWidget(self.words, 1)
        head.addSpacing(8)
        self._facets.add_to(head)
        head.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._count)

    def _retitle(self) -> None:
        self.list.setAccessibleName(say("QuoteTable", "Quote table"))
        told = say("QuoteTable", "Words, or a speaker's pinyin")
        self.words.setPlaceholderText(told)
        self.words.setAccessibleName(told)
        self.model.set_columns(_columns())
        self._refill()

    def _words_changed(self) -> None:
        self.set_filter(QuoteFilter(self._filter.chosen, self.words.text().strip()))

    def _refill(self) -> None:
        with self.list.quietly():
            self.model.set_rows([row for row in self._rows if self._filter.keeps(row)])
        for facet in FACETS:
            taken = self._filter.value(facet)
            told = counts(self._rows, self._filter, facet)
            choices = [Choice(None, say("Questions", "All"), told.total())]
            choices += [Choice(v, self._value_name(facet, v), n) for v, n in told.items()]
            text = _facet_name(facet) if taken is None else self._value_name(facet, taken)
            self._facets.show(facet, text, taken, choices)
        self._tell()

    def _choose(self, facet: str, value: str | None) -> None:
        self.set_filter(self._filter.choose(facet, value))

    def _value_name(self, facet: str, value: str) -> str:
        match facet:
            case "speaker":
                return self._names.get(value, value) or say("QuoteTable", "Nobody named")
            case "kind":
                return _kind_name(value)
            case "state":
                return words.title(words.state(value))
            case _:
                return words.article_number(int(value))

    def _tell(self) -> None:
        total, shown = len(self._rows), len(self.model.rows)
        decided = sum(row.decided for row in self._rows)
        told = say(
            "QuoteTable",
            "{total} quotes: {decided} decided, {proposed} proposed. An export holds the decided.",
        ).format(total=total, decided=decided, proposed=total - decided)
        if self._filter.narrow:
            told = say("QuoteTable", "{shown} shown of {told}").format(shown=shown, told=told)
        self._count.setText(told)

    def _point(self, number: int) -> None:
        row = self.model.at(number)
        if row is not None:
            self.pointed.emit(row)

    def _enter(self, number: int) -> None:
        row = self.model.at(number)
        if row is not None:
            self.chosen.emit(row.key)


def _facet_name(facet: str) -> str:
    names = {
        "speaker": say("QuoteTable", "Speaker"),
        "kind": say("QuoteTable", "Kind"),
        "state": say("QuoteTable", "State"),
        "article": say("QuoteTable", "Article"),
    }
    return names[facet]


def _kind_name(kind: str) -> str:
    names = {
        "direct": say("QuoteTable", "Direct"),
        "indirect": say("QuoteTable", "Indirect"),
        "mixed": say("QuoteTable", "Mixed"),
    }
    return names.get(kind, kind)


def _shown(row: QuoteRow) -> str:
    """Write a quote in one line; of reported speech, whose end is the doubt, how it ends too."""
    text = flat(row.quote.text)
    return text if row.quote.kind == "direct" else ends(text, most=17)


def _columns() -> list[Column[QuoteRow]]:
    return [
        Column(
            say("QuoteTable", "Art."),
            lambda r: str(r.quote.article) if r.quote.article else "—",
            lambda r: (r.quote.article, r.order),
        ),
        Column(say("QuoteTable", "Kind"), lambda r: _kind_name(r.quote.kind)),
        Column(say("QuoteTable", "Speaker"), lambda r: r.quote.speaker or "—"),
        Column(
            say("QuoteTable", "Posts"),
            lambda r: "；".join(r.quote.posts),
            tip=lambda r: "\n".join(r.quote.posts),
        ),
        Column(say("QuoteTable", "Quote"), _shown, lambda r: r.quote.text, lambda r: r.quote.text),
        Column(
            say("QuoteTable", "Chars"),
            lambda r: str(size(r.quote.text)),
            lambda r: size(r.quote.text),
        ),
        Column(say("QuoteTable", "State"), lambda r: words.title(words.state(r.state))),
    ]
