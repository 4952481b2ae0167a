"""A list on screen: a table view with rows of one height and no ornament."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

__all__ = ["ListView"]


class ListView(QTableView):
    """Show a table model as a list.

    `current_changed` tells the number of the row chosen by hand.
    """

    current_changed = Signal(int)

    def __init__(
        self, model: QAbstractItemModel, *, height: int, header: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._quiet = False
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        columns = self.horizontalHeader()
        columns.setVisible(header)
        if header:
            columns.setHighlightSections(False)
            columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        else:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Tell nobody which row is chosen while the rows change by themselves."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def choose(self, row: int, *, scroll: bool = True) -> None:
        """Select a row and bring it into sight unless told not to, without telling anybody."""
        bar = self.verticalScrollBar()
        before = bar.value()
        with self.quietly():
            if row < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
                return
            index = self.model().index(row, 0)
            self.setCurrentIndex(index)
            if scroll:
                self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            else:
                bar.setValue(before)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Tell which row the editor chose."""
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.current_changed.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters alone: no search by typing, they are actions."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
