"""The joints of a page as they will read: all at once, ticked, accepted in one act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.conftest import ask, found, open_page, saved, tell

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
MANY = 13


@pytest.fixture
def joints(qtbot, make, tmp_path):
    """Return a window with a page of thirteen cut sentences, in the list of joints."""
    path = tmp_path / "joints.txt"
    text = "".join(
        f"第{n}段说到这里还没有把话讲\n\n完就断了第{n}处的后文说完了。\n\n" for n in range(MANY)
    )
    path.write_text(text, encoding="utf-8")
    window = make()
    open_page(qtbot, window, path)
    document = window.desk.workbench.document
    made = [
        found(
            document,
            "join",
            ("left", f"第{n}段说到这里还没有把话讲", 0),
            ("right", f"完就断了第{n}处的后文说完了。", 0),
        )
        for n in range(MANY)
    ]
    made.append(
        found(document, "role", ("block", "第0段说到这里还没有把话讲", 0), value="headline")
    )
    tell(window, made)
    ask(window, "role")
    return window


def key_in(qtbot, window, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.parts.joints.list, key, held)


def open_joints(window):
    return [row for row in window.desk.rows if row.kind == "join" and row.open]


def test_all_joints_stand_as_they_will_read_and_are_ticked(joints):
    joints.perform_id("go.joints")
    rows = joints.parts.joints.model.rows
    assert joints.parts.joints.isVisible() and len(rows) == MANY
    assert (rows[0].left, rows[0].right) == ("0段说到这里还没有把话讲", "完就断了第0处的后文说完")
    assert all(len(row.left) <= 12 and len(row.right) <= 12 for row in rows)
    text = joints.desk.workbench.proposed.text
    assert all(row.left + row.right in text for row in rows)
    assert set(joints.questions.ticked) == {row.id for row in rows}


def test_thirteen_joints_fit_on_one_screen(joints):
    joints.resize(1440, 1000)
    joints.perform_id("go.joints")
    listed = joints.parts.joints.list
    assert listed.verticalScrollBar().maximum() == 0
    assert listed.rowViewportPosition(MANY - 1) + listed.rowHeight(MANY - 1) <= listed.height()


def test_shift_a_accepts_all_but_the_line_that_x_left_open_in_one_step(qtbot, joints):
    before = joints.desk.workbench.decided.text
    joints.perform_id("go.joints")
    key_in(qtbot, joints, KEY.Key_Down)
    left = joints.desk.current
    key_in(qtbot, joints, KEY.Key_X)
    assert left not in joints.questions.ticked and joints.desk.current != left
    key_in(qtbot, joints, KEY.Key_A, SHIFT)
    assert [row.id for row in open_joints(joints)] == [left]
    assert not joints.parts.joints.isVisible() and joints.questions.list.hasFocus()
    assert not joints.questions.filter.narrow
    assert len(joints.desk.workbench.history) == 1
    qtbot.keyClick(joints.questions.list, KEY.Key_U)
    assert len(open_joints(joints)) == MANY
    assert joints.desk.workbench.decided.text == before
    saved(qtbot, joints)


def test_a_ticks_what_x_took_out_and_decides_nothing(qtbot, joints):
    joints.perform_id("go.joints")
    first = joints.desk.current
    key_in(qtbot, joints, KEY.Key_X)
    key_in(qtbot, joints, KEY.Key_Up)
    key_in(qtbot, joints, KEY.Key_X)
    assert first not in joints.questions.ticked
    key_in(qtbot, joints, KEY.Key_Up)
    key_in(qtbot, joints, KEY.Key_A)
    assert first in joints.questions.ticked
    assert not joints.desk.workbench.history


def test_a_click_on_the_box_unticks_and_a_click_on_the_words_asks(qtbot, joints):
    joints.perform_id("go.joints")
    listed = joints.parts.joints.list
    y = listed.rowViewportPosition(3) + 20
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(22, y))
    row = joints.parts.joints.model.at(3)
    assert row.id not in joints.questions.ticked
    y = listed.rowViewportPosition(5) + 20
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, y))
    assert joints.desk.current == joints.parts.joints.model.at(5).id
    assert joints.parts.joints.model.at(5).id in joints.questions.ticked


def test_escape_goes_back_with_nothing_decided_and_the_whole_list(qtbot, joints):
    joints.perform_id("go.joints")
    key_in(qtbot, joints, KEY.Key_Escape)
    assert not joints.parts.joints.isVisible() and joints.pages.isVisible()
    assert joints.questions.ticked is None and not joints.questions.filter.narrow
    assert not joints.desk.workbench.history


def test_space_shows_the_text_and_the_ticks_are_kept(qtbot, joints):
    joints.perform_id("go.joints")
    key_in(qtbot, joints, KEY.Key_X)
    ticked = joints.questions.ticked
    key_in(qtbot, joints, KEY.Key_Space)
    assert joints.pages.isVisible()
    joints.perform_id("go.joints")
    assert joints.questions.ticked == ticked and joints.parts.joints.isVisible()
    joints.perform_id("go.joints")
    assert joints.pages.isVisible() and joints.questions.ticked is None


def test_shift_a_on_a_list_of_joints_alone_shows_them_so(qtbot, joints):
    joints.questions.set_filter(joints.questions.filter.choose("kind", "join"))
    qtbot.keyClick(joints.questions.list, KEY.Key_A, SHIFT)
    assert joints.parts.joints.isVisible() and len(joints.questions.ticked) == MANY
    key_in(qtbot, joints, KEY.Key_Return)
    assert not open_joints(joints)
    assert joints.questions.filter.value("kind") == "join"
    saved(qtbot, joints)


def test_answered_joints_are_listed_without_a_box_and_a_page_without_any_says_so(qtbot, joints):
    joints.perform_id("go.joints")
    key_in(qtbot, joints, KEY.Key_Return)
    joints.perform_id("go.joints")
    assert {row.state for row in joints.parts.joints.model.rows} == {"accepted"}
    assert joints.questions.ticked is None
    buttons = joints.parts.joints.findChildren(QPushButton)
    assert not any(button.isVisible() for button in buttons)
    key_in(qtbot, joints, KEY.Key_Return)
    assert joints.pages.source.hasFocus() and not joints.parts.joints.isVisible()
    joints.perform_id("edit.undo")
    tell(joints, [])
    joints.perform_id("go.joints")
    assert joints.parts.joints.model.rows == ()
    key_in(qtbot, joints, KEY.Key_Escape)
    saved(qtbot, joints)


def test_a_screen_reader_hears_which_joints_are_ticked(qtbot, joints):
    joints.perform_id("go.joints")
    key_in(qtbot, joints, KEY.Key_X)
    model = joints.parts.joints.model
    role = Qt.ItemDataRole.AccessibleTextRole
    told = [model.data(model.index(n, 0), role) for n in range(2)]
    assert told[0].startswith("not ticked") and told[1].startswith("ticked")


def test_another_page_is_opened_without_the_batch_and_its_filter(qtbot, joints, page):
    joints.perform_id("go.joints")
    assert joints.desk.place.get("filter", {}).get("chosen", []) == []
    open_page(qtbot, joints, page)
    assert joints.pages.isVisible() and joints.questions.ticked is None
    joints.perform_id("view.back")
    assert not joints.questions.filter.narrow


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
def test_the_tab_shows_the_joints_in_every_appearance(qtbot, make, page, appearance):
    window = make("zh", appearance)
    open_page(qtbot, window, page)
    tell(window)
    tabs = window.parts.mode_tabs
    last = tabs.count() - 1
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(last).center())
    assert window.parts.joints.isVisible()
    look = window.parts.joints.list.grab().toImage()
    row = window.parts.joints.list.rowViewportPosition(0) + 20
    assert len({look.pixel(x, row) for x in range(look.width())}) > 5
    tabs = window.parts.mode_tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert window.pages.isVisible() and not window.parts.joints.isVisible()
    assert window.questions.ticked
    qtbot.keyClick(window.questions.list, KEY.Key_Escape)
    assert window.questions.ticked is None and not window.questions.filter.narrow


def test_behind_a_batch_the_keys_act_in_what_stands_at_the_side(qtbot, joints):
    joints.perform_id("go.plan")
    qtbot.waitUntil(lambda: bool(joints.parts.plan.list.plan.blocks))
    joints.perform_id("go.joints")
    key_in(qtbot, joints, KEY.Key_A, SHIFT)
    assert open_joints(joints) == []
    assert joints.focusWidget() is joints.parts.plan.list
    qtbot.keyClick(joints.focusWidget(), KEY.Key_T)
    qtbot.keyClick(joints.focusWidget(), KEY.Key_Escape)
    qtbot.keyClick(joints.focusWidget(), KEY.Key_U)
    assert len(open_joints(joints)) == MANY
