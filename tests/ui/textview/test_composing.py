"""Typing and input methods change exactly what they should, and are never broken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from brandtool.ui.textview import Mark, TextView
from tests.ui.textview.conftest import Maker, page

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
QUERY = Qt.InputMethodQuery
Log = list[tuple[int, int, str]]


def compose(
    view: TextView, preedit: str, commit: str = "", replace: tuple[int, int] = (0, 0)
) -> None:
    kinds = QInputMethodEvent.AttributeType
    cursor = QInputMethodEvent.Attribute(kinds.Cursor, len(preedit), 1, None)
    event = QInputMethodEvent(preedit, [cursor])
    if commit or replace[1]:
        event.setCommitString(commit, *replace)
    QApplication.sendEvent(view, event)


def text_of(view: TextView) -> str:
    return view.document.text(0, view.document.end)


@pytest.fixture
def logs() -> Callable[[TextView], tuple[Log, Log]]:
    """Return a recorder of what a view tells of its edits."""

    def record(view: TextView) -> tuple[Log, Log]:
        edited: Log = []
        committed: Log = []
        view.edited.connect(lambda *args: edited.append(args))
        view.committed.connect(lambda *args: committed.append(args))
        return edited, committed

    return record


Logs = Callable[[TextView], tuple[Log, Log]]


def test_typing_is_shown_at_once_and_handed_over_as_one(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州老街", "雨水"))
    edited, committed = logs(view)
    view.set_editing(True)
    view.set_caret(2)
    for key in (KEY.Key_A, KEY.Key_B, KEY.Key_C):
        QTest.keyClick(view, key)
    assert text_of(view) == "云州abc老街\n雨水"
    assert view.caret == 5
    assert edited == [(2, 2, "a"), (3, 3, "b"), (4, 4, "c")]
    assert committed == []
    view.set_caret(9)
    assert committed == [(2, 2, "abc")]


def test_a_mark_typed_ends_the_word(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州"))
    _, committed = logs(view)
    view.set_editing(True)
    QTest.keyClick(view, KEY.Key_A)
    QTest.keyClick(view, KEY.Key_Comma)
    assert committed == [(0, 0, "a,")]


def test_backspace_and_delete_are_one_step_over_line_ends_too(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州𠀀", "雨水"))
    _, committed = logs(view)
    view.set_editing(True)
    view.set_caret(4)
    QTest.keyClick(view, KEY.Key_Backspace)
    QTest.keyClick(view, KEY.Key_Backspace)
    QTest.keyClick(view, KEY.Key_Delete)
    assert text_of(view) == "云州水"
    assert len(view.document.paragraphs) == 1
    view.flush()
    assert committed == [(2, 5, "")]


def test_return_makes_a_new_paragraph(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州老街", "雨水"))
    _, committed = logs(view)
    view.set_editing(True)
    view.set_caret(2)
    QTest.keyClick(view, KEY.Key_Return)
    assert [p.text for p in view.document.paragraphs] == ["云州", "老街", "雨水"]
    assert view.caret == 3
    view.flush()
    assert committed == [(2, 2, "\n")]


def test_a_pause_hands_over(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page("云州"))
    view.set_editing(True)
    QTest.keyClick(view, KEY.Key_A)
    with qtbot.waitSignal(view.committed, timeout=4000) as told:
        pass
    assert told.args == [0, 0, "a"]


def test_losing_the_focus_hands_over(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page("云州"))
    other = QLineEdit(view)
    other.show()
    view.set_editing(True)
    QTest.keyClick(view, KEY.Key_A)
    with qtbot.waitSignal(view.committed) as told:
        other.setFocus()
    assert told.args == [0, 0, "a"]


def test_cut_and_paste_go_by_plain_text(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州老街", "雨水"))
    _, committed = logs(view)
    view.set_editing(True)
    view.select(1, 3)
    QTest.keyClick(view, KEY.Key_X, CTRL)
    assert text_of(view) == "云街\n雨水"
    assert QGuiApplication.clipboard().text() == "州老"
    view.flush()
    view.set_caret(5)
    QGuiApplication.clipboard().setText("甲\r\n乙")
    QTest.keyClick(view, KEY.Key_V, CTRL)
    assert text_of(view) == "云街\n雨水甲\n乙"
    view.flush()
    assert committed == [(1, 3, ""), (5, 5, "甲\n乙")]


def test_preedit_is_seen_but_not_in_the_text(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州老街" * 3))
    edited, _ = logs(view)
    view.set_editing(True)
    view.set_caret(2)
    before = view.caret_box()
    compose(view, "pin'pai")
    laid = view.flow.lay(0)
    assert laid.shown.text.startswith("云州pin'pai老街")
    assert any(f.format.fontUnderline() for f in laid.layout.formats())
    assert text_of(view) == "云州老街" * 3
    assert edited == []
    after = view.caret_box()
    assert before is not None
    assert after is not None
    assert after.left() > before.left() + 30
    compose(view, "", "品牌")
    assert text_of(view) == "云州品牌老街" + "云州老街" * 2
    assert view.flow.lay(0).shown.text == text_of(view)
    assert view.caret == 4
    assert edited == [(2, 2, "品牌")]


def test_a_cancelled_composition_changes_nothing(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州"))
    edited, committed = logs(view)
    view.set_editing(True)
    compose(view, "pin")
    compose(view, "")
    view.flush()
    assert (text_of(view), edited, committed) == ("云州", [], [])
    assert not view.composing.active


def test_composing_replaces_the_selection(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州老街"))
    _, committed = logs(view)
    view.set_editing(True)
    view.select(1, 3)
    compose(view, "xin")
    assert text_of(view) == "云街"
    compose(view, "", "新")
    view.flush()
    assert text_of(view) == "云新街"
    assert committed == [(1, 3, "新")]


def test_an_input_method_may_replace_what_stands_before(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云𠀀州老街"))
    _, committed = logs(view)
    view.set_editing(True)
    view.set_caret(3)
    compose(view, "", "周", (-3, 3))
    assert text_of(view) == "云周老街"
    view.flush()
    assert committed == [(1, 3, "周")]


def test_new_content_waits_until_the_composition_ends(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州", "老街"))
    edited, _ = logs(view)
    view.set_editing(True)
    view.set_caret(4)
    compose(view, "xin")
    view.set_content(page("多一段", "云州", "老街"), [Mark(0, 1, "quote", key=1)])
    assert text_of(view) == "云州\n老街"
    assert view.composing.active
    compose(view, "xin'de")
    assert "xin'de" in view.flow.lay(1).shown.text
    compose(view, "", "新")
    assert text_of(view) == "多一段\n云州\n老新街"
    assert edited == [(8, 8, "新")]
    assert len(view.marks) == 1


def test_the_newest_content_wins_while_composing(view_of: Maker) -> None:
    view = view_of(page("云州"))
    view.set_editing(True)
    compose(view, "x")
    view.set_content(page("旧"), [])
    view.set_content(page("新的"), [])
    view.replace_paragraphs(0, 1, page("新的一段"))
    compose(view, "")
    assert text_of(view) == "新的一段"


def test_marks_may_change_while_composing(view_of: Maker) -> None:
    view = view_of(page("云州"))
    view.set_editing(True)
    compose(view, "x")
    view.set_marks([Mark(0, 2, "quote", key=1)])
    assert view.composing.active
    assert "x" in view.flow.lay(0).shown.text
    view.viewport().grab()


def test_content_that_confirms_an_edit_moves_nothing(view_of: Maker) -> None:
    view = view_of(page("云州", "老街"), [Mark(3, 5, "quote", key=1)])
    calls: list[str] = []

    def confirm(start: int, end: int, text: str) -> None:
        calls.append(text)
        view.set_content(page("云a州", "老街"), [Mark(4, 6, "quote", key=1)])

    view.committed.connect(confirm)
    view.set_editing(True)
    view.set_caret(1)
    QTest.keyClick(view, KEY.Key_A)
    assert view.marks.of_key(1) == [Mark(4, 6, "quote", key=1)]
    view.set_content(page("迟到的旧内容"), [])
    assert calls == ["a"]
    assert text_of(view) == "云a州\n老街"
    assert view.caret == 2


def test_an_input_method_is_told_where_it_is(view_of: Maker) -> None:
    view = view_of(page("第一段", "云𠀀州老街"))
    assert view.inputMethodQuery(QUERY.ImEnabled) is False
    view.set_editing(True)
    assert view.inputMethodQuery(QUERY.ImEnabled) is True
    assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    view.set_caret(7)
    assert view.inputMethodQuery(QUERY.ImSurroundingText) == "云𠀀州老街"
    assert view.inputMethodQuery(QUERY.ImCursorPosition) == 4
    assert view.inputMethodQuery(QUERY.ImAnchorPosition) == 4
    assert view.inputMethodQuery(QUERY.ImTextBeforeCursor) == "云𠀀州"
    assert view.inputMethodQuery(QUERY.ImTextAfterCursor) == "老街"
    box = view.inputMethodQuery(QUERY.ImCursorRectangle)
    place = view.rect_of(7, 7)
    assert abs(box.left() - place.left()) <= 2
    assert place.top() <= box.top() < place.bottom()
    view.select(4, 6)
    assert view.inputMethodQuery(QUERY.ImCurrentSelection) == "云𠀀"
    view.set_editing(False)
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_composition_while_reading_does_nothing(view_of: Maker, logs: Logs) -> None:
    view = view_of(page("云州"))
    edited, committed = logs(view)
    compose(view, "x")
    compose(view, "", "新")
    assert (text_of(view), edited, committed) == ("云州", [], [])


def test_editing_claims_its_keys_before_shortcuts_and_reading_does_not(view_of: Maker) -> None:
    view = view_of(page("云州"))

    def claimed(key: Qt.Key, text: str, modifier: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier, text)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    none = Qt.KeyboardModifier.NoModifier
    for editing in (False, True):
        view.set_editing(editing)
        assert claimed(KEY.Key_A, "a", none) is editing
        assert claimed(KEY.Key_Space, " ", none) is editing
        assert claimed(KEY.Key_Backspace, "\b", none) is editing
        assert not claimed(KEY.Key_Z, "\x1a", CTRL)
        assert not claimed(KEY.Key_K, "\x0b", CTRL)


def test_the_caret_blinks_only_while_editing(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page("云州"))
    assert view.caret_box() is not None
    QGuiApplication.styleHints().setCursorFlashTime(40)
    try:
        qtbot.wait(80)
        assert view.caret_on
        view.set_editing(True)
        qtbot.waitUntil(lambda: not view.caret_on)
        qtbot.waitUntil(lambda: view.caret_on)
    finally:
        QGuiApplication.styleHints().setCursorFlashTime(1000)
    view.set_editing(False)
    assert view.caret_on


def test_typing_into_an_empty_view_begins_a_text(view_of: Maker, logs: Logs) -> None:
    view = view_of([])
    _, committed = logs(view)
    view.set_editing(True)
    compose(view, "yun")
    compose(view, "", "云州")
    view.set_editing(False)
    assert text_of(view) == "云州"
    assert committed == [(0, 0, "云州")]
