"""The history: every act on this page, the newest first; any one can be taken back by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brandtool.ui.models.history import HistoryRow
from brandtool.ui.models.lists import ListView
from brandtool.ui.models.rows import TwoLineDelegate
from brandtool.ui.models.table import Column, TableModel
from brandtool.ui.words import say

__all__ = ["HistoryPanel"]


class HistoryPanel(QWidget):
    """List the acts and retract the chosen one."""

    retracted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[HistoryRow] = TableModel(
            [Column("", lambda row: f"{row.first} · {row.second}", tip=lambda row: row.told)],
            key=lambda row: row.id,
            parent=self,
        )
        self.list = ListView(self.model, height=52)
        self.list.setObjectName("history")
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        self._back = QPushButton(self)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 10, 6)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)
        self._back.clicked.connect(self._retract)
        self._retitle()

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show a history."""
        self.model.set_rows(rows)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _retitle(self) -> None:
        self.list.setAccessibleName(say("History", "History"))
        self._back.setText(say("History", "Retract this one"))
        self._tell()

    def _tell(self) -> None:
        rows = self.model.rows
        held = sum(not row.gone for row in rows)
        self._count.setText(
            say("History", "{total} acts, {held} in force").format(total=len(rows), held=held)
        )
        self._back.setEnabled(bool(held))

    def _retract(self) -> None:
        row = self.model.at(self.list.currentIndex().row())
        if row is not None and not row.gone:
            self.retracted.emit(row.id)
