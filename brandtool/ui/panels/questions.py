"""The question list: what is to be decided, narrowed by facets, and how much is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from brandtool.ui import words
from brandtool.ui.models.delegate import HEIGHT, QuestionDelegate
from brandtool.ui.models.facets import Choice, FacetButtons
from brandtool.ui.models.filters import EVERY, FACETS, Filter, counts
from brandtool.ui.models.lists import ListView
from brandtool.ui.models.question import QuestionRow
from brandtool.ui.models.table import Column, TableModel
from brandtool.ui.words import say

__all__ = ["QuestionsPanel"]

SHOWN_FACETS = ("kind", "state", "article", "certainty", "sure")


class QuestionsPanel(QWidget):
    """Show the questions that pass the filter; in a batch each carries a box."""

    chosen = Signal(str)
    narrowed = Signal()
    batch_done = Signal(bool)
    batch_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[QuestionRow] = ()
        self._filter = Filter()
        self._total = 0
        self.model: TableModel[QuestionRow] = TableModel(
            [Column("", _sentence, tip=lambda row: row.text)], key=lambda row: row.id, parent=self
        )
        self.list = ListView(self.model, height=HEIGHT)
        self.list.setObjectName("questions")
        self.delegate = QuestionDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self._wait = QTimer(self, interval=150, singleShot=True)
        self._facets = FacetButtons(SHOWN_FACETS, self)
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        self._nothing = QLabel(self)
        self._nothing.setProperty("muted", True)
        self._nothing.setWordWrap(True)
        self._take = QPushButton(self)
        self._take.setProperty("primary", True)
        self._leave = QPushButton(self)
        self._lay_out()
        self.words.textChanged.connect(lambda _text: self._wait.start())
        self._wait.timeout.connect(self._words_changed)
        self._facets.chosen.connect(self._choose)
        self.list.current_changed.connect(self._row_chosen)
        self._take.clicked.connect(lambda: self.batch_done.emit(True))
        self._leave.clicked.connect(lambda: self.batch_done.emit(False))
        self._retitle()

    @property
    def filter(self) -> Filter:
        """Return the filter in force."""
        return self._filter

    @property
    def shown(self) -> tuple[QuestionRow, ...]:
        """Return the questions listed now, in order."""
        return tuple(self.model.rows)

    @property
    def ticked(self) -> tuple[str, ...] | None:
        """Return the ids ticked in a batch, in the order of the list; None outside one."""
        ticks = self.delegate.ticks
        return None if ticks is None else tuple(r.id for r in self.model.rows if r.id in ticks)

    def set_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Show these questions, as far as the filter lets them through."""
        self._rows = rows
        self._refill()

    def set_filter(self, chosen: Filter) -> None:
        """Narrow the list."""
        self._filter = chosen
        if self.words.text() != chosen.words:
            self.words.setText(chosen.words)
        self._wait.stop()
        self._refill()
        self.narrowed.emit()

    def select(self, key: str, *, scroll: bool = True) -> None:
        """Show which question is asked, without telling anybody."""
        self.list.choose(self.model.row_of(key), scroll=scroll)

    def begin_batch(self) -> int:
        """Put a box at every open question of the list, all ticked; return how many."""
        self.delegate.ticks = {row.id for row in self.model.rows if row.open}
        self._batch_changed()
        return len(self.delegate.ticks)

    def toggle(self, key: str) -> None:
        """Tick or untick a question of the batch."""
        ticks, row = self.delegate.ticks, self.model.at(self.model.row_of(key))
        if ticks is not None and row is not None and row.open:
            ticks.symmetric_difference_update({key})
            self._batch_changed()

    def end_batch(self) -> None:
        """Take the boxes away."""
        self.delegate.ticks = None
        self._batch_changed()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        facets = QHBoxLayout()
        facets.setSpacing(2)
        self._facets.add_to(facets)
        facets.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 6)
        head.setSpacing(6)
        head.addWidget(self.words)
        head.addLayout(facets)
        place = QWidget(self)
        self._stack = QStackedLayout(place)
        empty = QWidget(place)
        middle = QVBoxLayout(empty)
        middle.setContentsMargins(20, 30, 20, 20)
        middle.addWidget(self._nothing)
        middle.addStretch(1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 10, 6)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._leave)
        foot.addWidget(self._take)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(place, 1)
        rows.addLayout(foot)
        self._take.hide()
        self._leave.hide()

    def _retitle(self) -> None:
        self.words.setPlaceholderText(say("Questions", "Filter by words"))
        self.list.setAccessibleName(say("Questions", "Question list"))
        self.delegate.chinese = words.chinese()
        self.model.set_columns(
            [Column(say("Questions", "Question"), _sentence, tip=lambda r: r.text)]
        )
        self._take.setText(say("Questions", "Accept (Enter)"))
        self._leave.setText(say("Questions", "Back (Esc)"))
        self._refill()

    def _words_changed(self) -> None:
        self.set_filter(Filter(self._filter.chosen, self.words.text().strip()))

    def _row_chosen(self, number: int) -> None:
        row = self.model.at(number)
        if row is not None:
            self.chosen.emit(row.id)

    def _refill(self) -> None:
        self._show([row for row in self._rows if self._filter.keeps(row)])
        self._total = sum(Filter().keeps(row) for row in self._rows)
        for facet in SHOWN_FACETS:
            taken = self._filter.value(facet)
            text = facet_name(facet) if taken is None else value_name(facet, taken)
            self._facets.show(facet, text, taken, self._choices(facet))
        self._tell_counts()

    def _show(self, rows: Sequence[QuestionRow]) -> None:
        """List these rows; the chosen one, or else the first in sight, stays where it is."""
        chosen, top = self.list.currentIndex().row(), self.list.rowAt(0)
        seen = chosen >= 0 and 0 <= self.list.rowViewportPosition(chosen) < self.list.height()
        held = self.model.at(chosen if seen else top)
        before = self.list.rowViewportPosition(chosen if seen else top)
        with self.list.quietly():
            self.model.set_rows(rows)
            after = -1 if held is None else self.model.row_of(held.id)
            if after >= 0:
                bar = self.list.verticalScrollBar()
                bar.setValue(bar.value() + self.list.rowViewportPosition(after) - before)

    def _choices(self, facet: str) -> list[Choice]:
        told, wide = counts(self._rows, self._filter, facet), self._filter.choose(facet, None)
        usual = say("Questions", "All but very low") if EVERY in told else say("Questions", "All")
        out = [Choice(None, usual, sum(wide.keeps(row) for row in self._rows))]
        for value in sorted(told, key=lambda v: (not v.isdigit(), int(v) if v.isdigit() else 0, v)):
            out.append(Choice(value, value_name(facet, value), told[value]))
        return out

    def _choose(self, facet: str, value: str | None) -> None:
        self.set_filter(self._filter.choose(facet, value))

    def _tell_counts(self) -> None:
        ticks, rows = self.delegate.ticks, self.model.rows
        left = sum(row.open for row in rows)
        if ticks is not None:
            told = say("Questions", "{ticked} of {left} ticked").format(
                ticked=len(self.ticked or ()), left=left
            )
        elif self._filter.narrow:
            told = say("Questions", "{shown} of {total} shown, {left} left").format(
                shown=len(rows), total=self._total, left=left
            )
        else:
            told = say("Questions", "{total} in all, {left} left").format(
                total=len(rows), left=left
            )
        self._count.setText(told)
        nothing = say("Questions", "No question passes the filter.") if self._rows else ""
        self._nothing.setText(nothing or self._nothing_text)
        self._stack.setCurrentIndex(0 if rows else 1)

    _nothing_text = ""

    def set_nothing(self, text: str) -> None:
        """Say why the list is empty while there is nothing to list."""
        self._nothing_text = text
        self._tell_counts()

    def _batch_changed(self) -> None:
        on = self.delegate.ticks is not None
        self._take.setVisible(on)
        self._leave.setVisible(on)
        self._tell_counts()
        self.list.viewport().update()
        self.batch_changed.emit()


def facet_name(facet: str) -> str:
    """Name a facet on its button."""
    names = {
        "kind": say("Facets", "Kind"),
        "state": say("Facets", "State"),
        "article": say("Facets", "Article"),
        "certainty": say("Facets", "Certainty"),
        "sure": say("Facets", "Class"),
    }
    return names[facet]


def value_name(facet: str, value: str) -> str:
    """Name a value of a facet."""
    assert facet in FACETS
    if facet == "kind":
        return words.title(words.kind(value))
    if facet == "state":
        return words.title(words.state(value))
    if facet == "article":
        return words.article_number(int(value))
    if facet == "certainty":
        if value == EVERY:
            return say("Facets", "Certainty: all")
        return say("Facets", "Certainty: {level}").format(level=words.level(int(value)))
    return words.title(say("Classes", "sure") if value == "sure" else say("Classes", "asked"))


def _sentence(row: QuestionRow) -> str:
    """Say a question in one sentence, for those who listen."""
    told = words.state(row.state) if row.state != "open" else words.certainty(row.score)
    where = words.place(row.article, row.paragraph)
    return f"{words.title(words.kind(row.kind))} · {where} · {told} · {row.text}"
