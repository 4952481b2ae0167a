"""The article map: every article with its length and what is still open in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from brandtool.ui.models.article import ArticleRow
from brandtool.ui.models.lists import ListView
from brandtool.ui.models.rows import TwoLineDelegate
from brandtool.ui.models.table import Column, TableModel
from brandtool.ui.words import say

__all__ = ["ArticlesPanel"]


class ArticlesPanel(QWidget):
    """List the articles; Enter or a click goes there."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[ArticleRow] = TableModel(
            [Column("", lambda row: f"{row.first} · {row.second}")],
            key=lambda row: str(row.number), parent=self,
        )  # fmt: skip
        self.list = ListView(self.model, height=54)
        self.list.setObjectName("articles")
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        self._count.setContentsMargins(14, 6, 10, 6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._count)
        self.list.current_changed.connect(self._go)
        self.list.activated.connect(lambda index: self._go(index.row()))
        self._retitle()

    def set_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Show these articles."""
        self.model.set_rows(rows)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _retitle(self) -> None:
        self.list.setAccessibleName(say("Articles", "Article map"))
        self._tell()

    def _tell(self) -> None:
        rows = self.model.rows
        left = sum(row.left for row in rows)
        self._count.setText(
            say("Articles", "{total} articles, {left} left").format(total=len(rows), left=left)
        )

    def _go(self, number: int) -> None:
        row = self.model.at(number)
        if row is not None:
            self.chosen.emit(row.number)
