"""The one table model behind every list.

It changes row by row, so that nothing jumps under the eye.
"""

# ruff: noqa: ANN401 - what a cell gives depends on the role asked for

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

__all__ = ["ROW", "Column", "TableModel"]

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell gives its whole row."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """Describe a column: its title, the text of a row in it, and what rows are sorted by."""

    title: str
    text: Callable[[Row], str]
    order: Callable[[Row], Any] | None = None
    tip: Callable[[Row], str] | None = None


class TableModel(QAbstractTableModel, Generic[Row]):
    """Show rows; `key` names a row, and rows keep their identity by it when the list changes.

    `heads` tells which rows are headings among the others: they cannot be chosen.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], str],
        heads: Callable[[Row], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads = heads
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """Return the rows in the order shown."""
        return tuple(self._rows)

    def row_of(self, key: str) -> int:
        """Return where a row stands, -1 if it is not shown."""
        return self._places.get(key, -1)

    def at(self, number: int) -> Row | None:
        """Return the row with a number, None outside the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Retitle the columns; their number may not change."""
        self._columns = tuple(columns)
        last = len(columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self._tell_changed(0, len(self._rows) - 1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, touching only those between the first and the last that differ."""
        new = self._in_order(list(rows))
        old = self._rows
        keys_old, keys_new = [self._key(r) for r in old], [self._key(r) for r in new]
        head = _shared(keys_old, keys_new)
        tail = _shared(keys_old[head:][::-1], keys_new[head:][::-1])
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._rows = old[:head] + old[head + gone :]
            self._index()
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._rows = self._rows[:head] + new[head : head + come] + self._rows[head:]
            self._index()
            self.endInsertRows()
        before = self._rows
        self._rows = new
        self._index()
        touched = [n for n, (a, b) in enumerate(zip(before, new, strict=True)) if a != b]
        if touched:
            self._tell_changed(touched[0], touched[-1])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the text of a cell, its tip, or its row."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row be chosen but headings."""
        if index.isValid() and self._heads is not None and self._heads(self._rows[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Return the title of a column."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._columns):
            return self._columns[section].title
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, for now and for rows to come; -1 takes the order given."""
        self._sorted = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        keys = [self._key(self._rows[index.row()]) for index in kept]
        self._rows = self._in_order(self._rows)
        self._index()
        moved = [self.index(self._places[k], i.column()) for k, i in zip(keys, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _in_order(self, rows: list[Row]) -> list[Row]:
        if self._sorted is None:
            return rows
        number, order = self._sorted
        column = self._columns[number]
        by = column.order or column.text
        return sorted(rows, key=by, reverse=order == Qt.SortOrder.DescendingOrder)

    def _index(self) -> None:
        self._places = {self._key(row): number for number, row in enumerate(self._rows)}

    def _tell_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """Count the equal keys two lists begin with."""
    for number, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return number
    return min(len(left), len(right))
