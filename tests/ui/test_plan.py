"""The page plan through the window: going over blocks, going there, acting on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget

from brandtool.core.turn import Turn
from brandtool.ui.panels.plan import PlanPanel
from brandtool.ui.plan.blocks import Plan, PlanBlock
from brandtool.ui.plan.rows import NUMBER, lay_out
from tests.ui.conftest import PAGE, ask, candidates, found, open_page, saved, tell

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def plan(qtbot, opened):
    """Return the plan in sight with the focus in it."""
    opened.perform_id("go.plan")
    qtbot.waitUntil(lambda: bool(opened.parts.plan.list.plan.blocks))
    opened.parts.plan.list.setFocus()
    return opened.parts.plan.list


def to(qtbot, plan, words):
    """Go by keys to the block that begins with words."""
    qtbot.keyClick(plan, KEY.Key_Home)
    for _ in range(len(plan.plan.blocks)):
        if plan.block.text.startswith(words):
            return
        qtbot.keyClick(plan, KEY.Key_Down)
    raise AssertionError(words)


def test_the_plan_is_built_when_it_is_first_shown(opened):
    assert not opened.parts.has("plan")
    opened.perform_id("go.plan")
    assert opened.parts.has("plan") and opened.parts.plan.list.hasFocus()


def test_arrows_go_over_the_blocks_of_a_side_and_across(qtbot, opened, plan):
    qtbot.keyClick(plan, KEY.Key_Home)
    qtbot.keyClick(plan, KEY.Key_Left)
    assert plan.side == "source"
    seen = []
    for _ in plan.plan.source:
        seen.append(plan.block.start)
        qtbot.keyClick(plan, KEY.Key_Down)
    assert seen == sorted(one.start for one in plan.plan.blocks)
    qtbot.keyClick(plan, KEY.Key_Right)
    assert plan.side == "reading" and plan.cursor in plan.plan.reading
    qtbot.keyClick(plan, KEY.Key_Home)
    assert plan.cursor == plan.plan.reading[0]
    qtbot.keyClick(plan, KEY.Key_End)
    assert plan.cursor == plan.plan.reading[-1]
    qtbot.keyClick(plan, KEY.Key_PageUp)
    qtbot.keyClick(plan, KEY.Key_PageDown)
    assert plan.cursor == plan.plan.reading[-1]


def test_enter_goes_to_the_block_in_the_text(qtbot, opened, plan):
    opened.pages.set_mode("after")
    to(qtbot, plan, "李四表示")
    assert plan.hasFocus()
    qtbot.keyClick(plan, KEY.Key_Return)
    assert opened.pages.clean.hasFocus()
    home = opened.pages.home_of(opened.pages.clean, opened.pages.clean.caret)
    assert opened.desk.workbench.proposed.text[home:].startswith("李四表示")


def test_enter_on_a_copy_that_goes_shows_it_in_the_source(qtbot, opened, plan):
    opened.pages.set_mode("after")
    qtbot.keyClick(plan, KEY.Key_Left)
    qtbot.keyClick(plan, KEY.Key_End)
    while plan.block.standing != "removed":
        qtbot.keyClick(plan, KEY.Key_Up)
    qtbot.keyClick(plan, KEY.Key_Return)
    assert opened.pages.mode == "before" and opened.pages.source.hasFocus()
    assert opened.pages.source.caret == PAGE.rindex("渡口在,回家")


def test_a_click_goes_to_the_block_and_the_focus_stays(qtbot, opened, plan):
    wanted = next(n for n in plan.listed if plan.plan.blocks[n].text.startswith("李四"))
    place = plan.place_of(wanted)
    qtbot.mouseClick(plan.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert plan.cursor == wanted
    home = opened.pages.home_of(opened.pages.source, opened.pages.source.caret)
    assert opened.desk.workbench.proposed.text[home:].startswith("李四")


def test_the_blocks_of_the_question_are_marked_and_the_plan_follows(qtbot, opened, plan):
    ask(opened, "join")
    texts = {plan.plan.blocks[n].text[:3] for n in plan.asked}
    assert texts == {"第一段", "说完。"}
    assert plan.cursor in plan.asked
    plan.setFocus()
    before = opened.desk.current
    qtbot.keyClick(plan, KEY.Key_J)
    assert opened.desk.current != before


def test_both_ends_of_what_is_asked_are_in_sight(qtbot, make, tmp_path):
    path = tmp_path / "long.txt"
    rows = [f"第{n}段说的是渡口的事,说完了。" for n in range(160)]
    path.write_text("\n".join(rows), encoding="utf-8")
    window = make()
    open_page(qtbot, window, path)
    document = window.desk.workbench.document
    tell(window, [found(document, "move", ("block", rows[90], 0), ("after", rows[120], 0))])
    window.perform_id("go.plan")
    view = window.parts.plan.list
    qtbot.waitUntil(lambda: len(view.asked) == 2)

    def seen():
        room = view.viewport().rect()
        (moved,) = [n for n in view.asked if view.plan.blocks[n].standing == "moved"]
        places = [view.place_of(n, side) for n, side in ((moved, "reading"), (moved, "source"))]
        return all(room.contains(place) for place in places)

    qtbot.waitUntil(seen)


@pytest.mark.parametrize("mode", ["before", "after"])
def test_the_plan_shows_where_the_caret_of_the_text_is(qtbot, opened, plan, mode):
    opened.pages.set_mode(mode)
    view = opened.pages.view
    view.setFocus()
    view.set_caret(view.document.find("李四表示", 0) + 2)
    assert plan.block.text.startswith("李四表示")
    qtbot.keyClick(view, KEY.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert plan.block.text.startswith("古渡新航")


def test_alt_arrows_move_the_block_and_the_plan_stays_on_it(qtbot, opened, plan):
    to(qtbot, plan, "“渡口要修好")
    before = opened.desk.workbench.decided.text
    for _ in range(2):
        qtbot.keyClick(plan, KEY.Key_Up, ALT)
    assert plan.block.text.startswith("“渡口要修好") and plan.block.standing == "moved"
    assert plan.block.open == frozenset()
    qtbot.keyClick(plan, KEY.Key_Down, ALT)
    for _ in range(3):
        qtbot.keyClick(plan, KEY.Key_U)
    assert opened.desk.workbench.decided.text == before
    assert plan.block.standing == "stays"
    saved(qtbot, opened)


def test_b_and_t_act_on_the_block_of_the_plan(qtbot, opened, plan):
    to(qtbot, plan, "“渡口要修好")
    qtbot.keyClick(plan, KEY.Key_B)
    assert plan.block.begins and "begins" not in plan.block.open
    qtbot.keyClick(plan, KEY.Key_B)
    assert not plan.block.begins
    qtbot.keyClick(plan, KEY.Key_T)
    qtbot.keyClick(opened.palette_card.focusProxy(), KEY.Key_2)
    assert plan.block.role == "headline" and plan.hasFocus()
    assert len([a for a in opened.desk.workbench.history if not a.undone]) == 3
    saved(qtbot, opened)


def test_acting_on_a_copy_that_goes_is_refused_with_a_word(qtbot, opened, plan):
    qtbot.keyClick(plan, KEY.Key_Left)
    qtbot.keyClick(plan, KEY.Key_End)
    while plan.block.standing != "removed":
        qtbot.keyClick(plan, KEY.Key_Up)
    qtbot.keyClick(plan, KEY.Key_B)
    assert opened.foot.told.text()
    assert not opened.desk.workbench.history


def test_a_screen_reader_finds_one_item_for_each_block(qtbot, opened, plan):
    QAccessible.setActive(True)
    face = QAccessible.queryAccessibleInterface(plan)
    assert face.role() == QAccessible.Role.List and face.text(QAccessible.Text.Name)
    assert face.childCount() == len(plan.plan.blocks)
    names = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert "copy, is deleted (proposed)" in next(n for n in names if "is deleted" in n)
    assert any("lifted out" in name for name in names)
    to(qtbot, plan, "李四表示")
    child = face.focusChild()
    assert "李四表示" in child.text(QAccessible.Text.Name)
    assert child.state().focused and child.role() == QAccessible.Role.ListItem
    box = child.rect()
    found = face.childAt(box.center().x(), box.center().y())
    assert face.indexOfChild(found) == face.indexOfChild(child) == plan.cursor
    assert child.parent().childCount() == face.childCount()
    assert face.child(99) is None and not face.state().invisible


def test_the_plan_counts_what_happens_in_both_languages(qtbot, make, page):
    window = make("zh")
    open_page(qtbot, window, page)
    tell(window)
    window.perform_id("go.plan")
    assert "2篇 · 删除1段 · 转移0段 · 移出1段" in texts(window.parts.plan)
    window.perform_id("view.english")
    qtbot.waitUntil(lambda: "1 deleted" in texts(window.parts.plan))


def texts(panel) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def test_a_plan_without_blocks_says_so_and_takes_no_key(qtbot, qapp):
    panel = PlanPanel()
    qtbot.addWidget(panel)
    panel.show_plan(Plan())
    panel.show()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, KEY.Key_Down)
    assert panel.block is None and panel.list.block_at(QPoint(50, 60)) == -1
    look = panel.list.grab().toImage()
    assert len({look.pixel(x, y) for x in range(20, 220) for y in range(40, 70)}) > 1


def test_the_plan_is_not_worked_out_while_it_is_out_of_sight(qtbot, opened, plan):
    opened.perform_id("go.list")
    before = plan.plan
    opened.desk.ask(next(r.id for r in opened.desk.rows if r.kind == "join"))
    opened.perform_id("question.accept")
    assert plan.plan is before
    opened.perform_id("go.plan")
    assert plan.plan is not before
    saved(qtbot, opened)


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
def test_the_plan_can_be_painted_in_every_appearance(qtbot, make, page, appearance):
    window = make(appearance=appearance)
    open_page(qtbot, window, page)
    tell(window, candidates(window.desk.workbench.document))
    window.perform_id("go.plan")
    ask(window, "duplicate")
    picture = window.parts.plan.list.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(30, 200)}
    assert len(colours) > 8


def test_the_role_a_block_has_is_marked_and_current_when_roles_are_offered(qtbot, opened, plan):
    to(qtbot, plan, "第一段")
    qtbot.keyClick(plan, KEY.Key_T)
    card = opened.palette_card
    told = [card.findChild(QListWidget).item(n).text() for n in range(len(card.shown))]
    assert [text for text in told if "✓" in text] == [told[card.shown.index("body")]]
    before = opened.desk.workbench.proposed.roles
    qtbot.keyClick(opened.focusWidget(), KEY.Key_Return)
    assert opened.desk.workbench.proposed.roles.get(0) == before.get(0)
    at = opened.desk.workbench.document.text.index("第一段")
    assert opened.desk.workbench.decided.roles[at] == "body"


def test_the_page_of_a_turn_line_has_room_in_the_plan():
    blocks = [
        PlanBlock("", k, k + 1, 1, role, "", 4, "stays", 0, 1, turn=turn)
        for k, (role, turn) in enumerate((("turn", Turn("to", "4")), ("turn", None)))
    ]
    first, second = lay_out(Plan(tuple(blocks), (0, 1), (0, 1)), 10).rows
    assert first.height == NUMBER > second.height


def test_nothing_moves_when_something_is_said(qtbot, opened):
    opened.say("")
    high = opened.foot.height()
    opened.say("Moved", undo=True)
    qtbot.wait(20)
    assert opened.foot.height() == high


def test_a_card_that_goes_away_leaves_the_focus_where_keys_act(qtbot, opened, plan):
    opened.show_side("questions", focus=True)
    opened.perform_id("help.palette")
    opened.show_side("plan")
    qtbot.keyClick(opened.focusWidget(), KEY.Key_Escape)
    assert opened.focusWidget() is plan
