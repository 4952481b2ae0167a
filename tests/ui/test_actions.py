"""The action table: every key of the issue means one thing, and everything named in it exists."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from brandtool.ui.actions import ACTIONS, MENUS, action, by_key, shown_keys
from brandtool.ui.commands import COMMANDS
from brandtool.ui.conditions import CONDITIONS
from brandtool.ui.panels.keys import key_rows

LISTS, TEXTS = {"panes", "list"}, {"panes", "text"}
KEYS = {
    "A": "question.accept",
    "X": "question.keep",
    "S": "question.defer",
    "Shift+S": "question.deferred",
    "U": "edit.undo_key",
    "Space": "view.toggle",
    "E": "question.amend",
    "F": "question.flag",
    "N": "question.never",
    "W": "question.why",
    "R": "view.read",
    "J": "go.next",
    "K": "go.back",
    "D": "quote.direct",
    "I": "quote.indirect",
    "M": "quote.mixed",
    "0": "quote.none",
    "B": "mark.boundary",
    "T": "mark.block_role",
    "Return": "mark.enter",
    "[": "extent.start_out",
    "]": "extent.start_in",
    "{": "extent.end_in",
    "}": "extent.end_out",
    "Ctrl+[": "extent.start_clause_out",
    "Ctrl+]": "extent.start_clause_in",
    "Ctrl+{": "extent.end_clause_in",
    "Ctrl+}": "extent.end_clause_out",
    "Alt+Up": "mark.up",
    "Alt+Down": "mark.down",
    "Shift+A": "question.batch",
    "?": "help.keys",
    **{str(n): f"pick.{n}" for n in range(1, 10)},
}
WINDOW_KEYS = {
    "Ctrl+Z": "edit.undo",
    "Ctrl+Shift+Z": "edit.redo",
    "Ctrl+J": "go.next_kind",
    "Ctrl+Shift+J": "go.back_kind",
    "Ctrl+K": "help.palette",
    "Ctrl+E": "page.export",
    "Ctrl+S": "page.save",
    **{f"Ctrl+{n}": f"go.article_{n}" for n in range(1, 10)},
}


@pytest.mark.parametrize(("key", "name"), KEYS.items())
def test_single_key_means_its_action_in_lists_and_texts(key, name):
    for places in (LISTS, TEXTS):
        row = by_key(key, places)
        assert row is not None
        assert row.id == name


@pytest.mark.parametrize(("key", "name"), WINDOW_KEYS.items())
def test_key_with_ctrl_means_its_action_everywhere(key, name):
    row = by_key(key, {"window"})
    assert row is not None
    assert row.id == name


def test_arrows_go_through_the_list_and_belong_to_the_caret_in_texts():
    down = by_key("Down", LISTS)
    assert down is not None and down.calls == action("go.next").calls
    assert by_key("Down", TEXTS) is None


def test_no_key_means_two_things_in_one_place():
    for places in (LISTS, TEXTS):
        seen = {}
        for row in ACTIONS:
            if row.where in places or row.where == "window":
                for key in row.keys:
                    assert key not in seen, f"{key}: {row.id} and {seen.get(key)}"
                    seen[key] = row.id


def test_ids_are_unique_and_commands_conditions_and_menus_exist():
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)
    menus = {name for name, _ in MENUS} | {""}
    for row in ACTIONS:
        assert row.calls in COMMANDS, row.id
        assert row.when in CONDITIONS, row.id
        assert row.menu in menus, row.id


def test_every_command_is_called_by_an_action():
    assert set(COMMANDS) == {row.calls for row in ACTIONS}


def test_every_action_can_be_reached_by_menu_or_key():
    assert [row.id for row in ACTIONS if not row.menu and not row.keys] == []


def test_keys_of_the_whole_window_are_spelt_as_qt_spells_them():
    for row in ACTIONS:
        if row.where == "window":
            for key in row.keys:
                told = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
                assert told == key


def test_only_going_sizing_and_searching_act_again_while_a_key_is_held():
    repeating = {row.id.split(".")[0] for row in ACTIONS if row.repeat}
    assert repeating <= {"go", "extent", "view", "edit", "mark"}
    assert not any(
        row.repeat for row in ACTIONS if row.id.startswith(("question.", "quote.", "pick."))
    )
    assert not action("edit.undo").repeat


def test_key_page_shows_every_key_of_the_table(qapp):
    shown = {key for rows in key_rows().values() for _, _, keys in rows for key in keys.split()}
    families = {"pick": "1–9", "article": "Ctrl+1–9"}
    for row in ACTIONS:
        wanted = {families[row.family]} if row.family in families else set(shown_keys(row))
        assert wanted <= shown, row.id
