"""The one table model: it changes row by row, sorts, and keeps the rows' identity."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from brandtool.ui.models.table import ROW, Column, TableModel


@dataclass(frozen=True)
class Row:
    key: str
    size: int


def rows(*keys: str) -> list[Row]:
    return [Row(key, len(key)) for key in keys]


@pytest.fixture
def model(qapp, qtmodeltester):
    made = TableModel(
        [
            Column("Key", lambda row: row.key),
            Column("Size", lambda row: str(row.size), lambda r: r.size),
        ],
        key=lambda row: row.key,
    )
    made.set_rows(rows("a", "bb", "ccc", "dddd"))
    qtmodeltester.check(made)
    return made


def shown(model):
    return [model.data(model.index(n, 0)) for n in range(model.rowCount())]


@pytest.mark.parametrize(
    "keys",
    [
        [],
        ["a"],
        ["a", "x", "bb", "ccc", "dddd"],
        ["bb", "ccc"],
        ["x", "y"],
        ["dddd", "ccc", "bb", "a"],
    ],
)
def test_other_rows_are_shown_and_the_model_stays_sound(model, qtmodeltester, keys):
    model.set_rows(rows(*keys))
    qtmodeltester.check(model, force_py=True)
    assert shown(model) == keys
    assert [model.row_of(key) for key in keys] == list(range(len(keys)))


def test_a_row_that_stays_keeps_its_place_in_hand(model):
    held = QPersistentModelIndex(model.index(3, 0))
    model.set_rows(rows("a", "new", "dddd"))
    assert held.row() == 2
    assert held.data(ROW).key == "dddd"


def test_only_rows_that_differ_are_told_to_have_changed(model, qtbot):
    changed = rows("a", "bb", "ccc", "dddd")
    changed[2] = Row("ccc", 99)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows(changed)
    assert (told.args[0].row(), told.args[1].row()) == (2, 2)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_rows(changed)


def test_sorting_goes_by_the_order_of_the_column_and_holds_for_rows_to_come(model, qtmodeltester):
    model.set_rows(rows("ccc", "a", "bb"))
    held = QPersistentModelIndex(model.index(0, 0))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["ccc", "bb", "a"]
    assert held.data() == "ccc"
    model.set_rows(rows("bb", "a", "ccc", "dddd"))
    assert shown(model) == ["dddd", "ccc", "bb", "a"]
    qtmodeltester.check(model, force_py=True)


def test_a_cell_gives_its_row_and_nothing_outside_the_list(model):
    assert model.data(model.index(1, 1), ROW) == Row("bb", 2)
    assert model.at(9) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Size"
    assert model.row_of("nobody") == -1
