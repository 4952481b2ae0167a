"""The text panes: before and after, marking by hand, typing, going about, finding."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from brandtool.ui.actions import ACTIONS
from tests.ui.conftest import PAGE, ask, open_page, saved, tell

KEY = Qt.Key


def select(window, words, *, view=None):
    view = view or window.pages.view
    at = PAGE.index(words) if view is window.pages.source else view.document.find(words, 0)
    view.select(at, at + len(words))
    view.setFocus()


def test_space_changes_between_before_and_after(qtbot, opened):
    ask(opened, "join")
    assert opened.pages.source.isVisible()
    qtbot.keyClick(opened.questions.list, KEY.Key_Space)
    assert opened.pages.clean.isVisible()
    assert not opened.pages.source.isVisible()
    qtbot.keyClick(opened.questions.list, KEY.Key_Space)
    assert opened.pages.source.isVisible()


def test_side_by_side_shows_both_and_space_says_so(qtbot, opened):
    opened.perform_id("view.both")
    assert opened.pages.source.isVisible() and opened.pages.clean.isVisible()
    opened.perform_id("view.toggle")
    assert "side by side" in opened.foot.told.text()


def test_the_carets_of_both_sides_go_together(qtbot, opened):
    opened.perform_id("view.both")
    opened.pages.source.setFocus()
    at = PAGE.index("人选")
    opened.pages.source.set_caret(at)
    home = opened.pages.home_of(opened.pages.clean, opened.pages.clean.caret)
    assert opened.desk.workbench.proposed.text[home : home + 2] == "人选"


def test_the_clean_page_shows_what_is_proposed(opened):
    opened.pages.set_mode("after")
    text = "\n".join(one.text for one in opened.pages.clean.document.paragraphs)
    assert "第一段说到这里还没有说完。" in text
    assert text.count("渡口在,回家的路就在。") == 1


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize(
    ("digit", "check"),
    [
        (1, lambda bench: "图为渡口新貌" not in bench.decided.text),
        (3, lambda bench: any(a.asides for a in bench.decided.articles)),
        (4, lambda bench: any("图为渡口新貌" in q.text for q in bench.decided.quotes)),
        (7, lambda bench: any(a.title.startswith("图为") for a in bench.decided.articles)),
    ],
)
def test_enter_on_a_selection_offers_marks_by_digit(qtbot, opened, digit, check):
    tell(opened, [])
    select(opened, "图为渡口新貌。")
    qtbot.keyClick(opened.pages.source, KEY.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 7
    qtbot.keyClick(menu, getattr(KEY, f"Key_{digit}"))
    assert check(opened.desk.workbench)
    saved(qtbot, opened)


def test_the_seven_marks_stand_in_the_order_of_the_issue():
    marks = [row.argument for row in ACTIONS if "selection" in row.context]
    assert marks == ["delete", "run_on", "lift_out", "quote", "correct", "role", "article"]


def test_enter_at_a_caret_splits_the_block(qtbot, opened):
    view = opened.pages.source
    view.setFocus()
    view.set_caret(PAGE.index("这是第二行"))
    qtbot.keyClick(view, KEY.Key_Return)
    lines = [line.text for a in opened.desk.workbench.decided.articles for line in a.lines]
    assert "这是第二行的后文。" in lines
    saved(qtbot, opened)


def test_b_sets_a_boundary_and_takes_it_away(qtbot, opened):
    view = opened.pages.source
    view.setFocus()
    view.set_caret(PAGE.index("“渡口要修好"))
    before = len(opened.desk.workbench.decided.articles)
    qtbot.keyClick(view, KEY.Key_B)
    assert len(opened.desk.workbench.decided.articles) == before + 1
    qtbot.keyClick(view, KEY.Key_B)
    assert len(opened.desk.workbench.decided.articles) == before
    saved(qtbot, opened)


def test_t_asks_for_the_role_and_takes_it_by_digit(qtbot, opened):
    view = opened.pages.source
    view.setFocus()
    view.set_caret(PAGE.index("古渡新航"))
    qtbot.keyClick(view, KEY.Key_T)
    assert opened.palette_card.isVisible()
    qtbot.keyClick(opened.palette_card.focusProxy(), KEY.Key_2)
    assert opened.desk.workbench.decided.roles[0] == "headline"
    saved(qtbot, opened)


def test_alt_up_moves_the_block(qtbot, opened):
    tell(opened, [])
    view = opened.pages.source
    view.setFocus()
    view.set_caret(PAGE.index("图为渡口"))
    before = opened.desk.workbench.decided.text
    qtbot.keyClick(view, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert opened.desk.workbench.decided.text != before
    saved(qtbot, opened)


def type_into(qtbot, view, text):
    QApplication.sendEvent(view, QInputMethodEvent("", []))
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(view, event)


def marked(view, kind: str) -> list[str]:
    """Return the words that are marked as of a kind."""
    return [
        view.document.text(mark.start, mark.end) for mark in view.marks.marks if mark.kind == kind
    ]


def test_what_was_deleted_by_hand_is_struck_in_the_source(qtbot, opened):
    select(opened, "渡口新貌")
    opened.perform_id("mark.delete")
    assert marked(opened.pages.source, "edit") == ["渡口新貌"]
    assert [m.strike for m in opened.pages.source.marks.marks if m.kind == "edit"] == [True]
    assert marked(opened.pages.clean, "edit") == []
    saved(qtbot, opened)


def test_a_mark_of_several_parts_is_one_line_of_the_history_with_its_words(qtbot, opened):
    select(opened, "在,回家的")
    opened.perform_id("mark.lift_out")
    opened.perform_id("go.history")
    row = opened.parts.history.model.rows[0]
    assert len(opened.desk.workbench.history[-1].events) > 1
    assert row.done == "Lifted out" and "在,回家的" in row.second
    saved(qtbot, opened)


def test_e_lets_type_into_the_clean_page_and_esc_ends_it_as_one_undo_step(qtbot, opened):
    ask(opened, "article")
    opened.perform_id("question.amend")
    clean = opened.pages.clean
    assert clean.editing and clean.hasFocus()
    at = clean.document.find("这是第二行", 0)
    clean.set_caret(at)
    type_into(qtbot, clean, "新添的字")
    qtbot.keyClick(clean, KEY.Key_Escape)
    assert not clean.editing
    assert "新添的字这是第二行" in opened.desk.workbench.decided.text
    assert len([a for a in opened.desk.workbench.history if not a.undone]) == 1
    assert marked(clean, "edit") == ["新添的字"]
    opened.perform_id("edit.undo")
    assert marked(clean, "edit") == []
    assert "新添的字" not in opened.desk.workbench.decided.text
    saved(qtbot, opened)


def test_what_is_typed_over_a_suspect_answers_it(qtbot, opened):
    key = ask(opened, "suspect")
    opened.perform_id("question.amend")
    clean = opened.pages.clean
    assert clean.selected_text() == "人选"
    type_into(qtbot, clean, "荣登")
    qtbot.keyClick(clean, KEY.Key_Escape)
    assert opened.desk.workbench.question(key).state == "amended"
    assert "渡口荣登全国名单" in opened.desk.workbench.decided.text
    saved(qtbot, opened)


def test_single_keys_are_letters_while_typing(qtbot, opened):
    ask(opened, "article")
    opened.perform_id("question.amend")
    qtbot.keyClicks(opened.pages.clean, "ax")
    qtbot.keyClick(opened.pages.clean, KEY.Key_Escape)
    assert "ax" in opened.desk.workbench.decided.text
    assert opened.desk.progress[0] == 0
    saved(qtbot, opened)


def test_a_composition_triggers_no_action_and_is_not_broken_by_saving(qtbot, opened):
    ask(opened, "article")
    opened.perform_id("question.amend")
    clean = opened.pages.clean
    QApplication.sendEvent(clean, QInputMethodEvent("xin'a", []))
    opened.desk.safety_changed.emit()
    opened.showing.everything()
    type_into(qtbot, clean, "新")
    qtbot.keyClick(clean, KEY.Key_Escape)
    assert "新" in opened.desk.workbench.decided.text.replace("新航", "").replace("新貌", "")
    assert opened.desk.progress[0] == 0
    saved(qtbot, opened)


def test_r_reads_through_with_nothing_beside_and_esc_comes_back(qtbot, opened):
    qtbot.keyClick(opened.questions.list, KEY.Key_R)
    assert opened.pages.mode == "read"
    assert not opened.questions.isVisible() and not opened.evidence.isVisible()
    qtbot.keyClick(opened.pages.clean, KEY.Key_Escape)
    assert opened.questions.isVisible() and opened.pages.mode == "after"


def test_ctrl_digit_goes_to_the_article_and_says_when_there_is_none(qtbot, opened):
    opened.perform_id("go.article_2")
    home = opened.pages.home_of(opened.pages.clean, opened.pages.clean.caret)
    assert opened.desk.workbench.proposed.text[home:].startswith("小码头里的大民生")
    opened.perform_id("go.article_9")
    assert "9" in opened.foot.told.text()


def test_find_selects_the_next_place_and_says_when_there_is_none(qtbot, opened):
    opened.perform_id("edit.find")
    opened.finder.field.setText("渡口在")
    assert opened.pages.source.selected_text() == "渡口在"
    first = opened.pages.source.selected
    qtbot.keyClick(opened.finder.field, KEY.Key_Return)
    assert opened.pages.source.selected > first
    opened.finder.field.setText("没有的字")
    assert opened.finder.told.text()
    qtbot.keyClick(opened.finder.field, KEY.Key_Escape)
    assert not opened.finder.isVisible()


def test_the_palette_finds_an_action_by_pinyin_initials_and_does_it(qtbot, make, page):
    window = make("zh")
    open_page(qtbot, window, page)
    tell(window)
    window.perform_id("help.palette")
    field = window.palette_card.focusProxy()
    qtbot.keyClicks(field, "bpck")
    assert window.palette_card.shown == ("view.both",)
    qtbot.keyClick(field, KEY.Key_Return)
    assert window.pages.mode == "both"
    assert not window.palette_card.isVisible()


def test_the_quote_table_has_a_row_for_every_quote_and_goes_there(qtbot, opened):
    opened.perform_id("go.quotes")
    table = opened.parts.quotes
    assert table.model.rowCount() == len(opened.desk.workbench.proposed.quotes) == 1
    key = table.model.rows[0].key
    opened.parts.quotes.chosen.emit(key)
    assert opened.desk.current == key
    assert not opened.showing_quotes


def test_a_click_on_a_mark_asks_its_question(opened):
    key = next(row.id for row in opened.desk.rows if row.kind == "suspect")
    opened.pages.source.markActivated.emit(key)
    assert opened.desk.current == key


def test_the_history_takes_back_one_act_and_keeps_the_later_ones(qtbot, opened):
    first, second = ask(opened, "join"), None
    opened.perform_id("question.accept")
    second = ask(opened, "interruption")
    opened.perform_id("question.accept")
    oldest = opened.parts.history.model.rows[-1]
    opened.parts.history.retracted.emit(oldest.id)
    assert opened.desk.workbench.question(first).state == "open"
    assert opened.desk.workbench.question(second).state == "accepted"
    assert opened.parts.history.model.rows[-1].gone
    saved(qtbot, opened)


def test_page_facts_are_kept_as_decided(qtbot, opened):
    opened.perform_id("page.facts")
    opened.facts_card.fields["paper"].setText("苇川日报")
    qtbot.keyClick(opened.facts_card.fields["paper"], KEY.Key_Return)
    assert opened.desk.workbench.decided.facts.paper == "苇川日报"
    qtbot.waitUntil(lambda: "苇川日报" in opened.parts.header.title.text())
    saved(qtbot, opened)


def test_a_final_page_is_not_changed_until_it_is_reopened(qtbot, opened):
    key = ask(opened, "join")
    opened.perform_id("page.final")
    assert opened.desk.workbench.page_state == "final"
    opened.desk.ask(key)
    opened.perform_id("question.accept")
    assert opened.desk.workbench.question(key).state == "open"
    assert "final" in opened.foot.told.text()
    opened.perform_id("page.reopen")
    opened.perform_id("question.accept")
    assert opened.desk.workbench.question(key).state == "accepted"
    saved(qtbot, opened)


def test_a_printed_error_is_noted_and_stays_in_the_text(qtbot, opened):
    select(opened, "渡口新貌")
    opened.perform_id("mark.printed")
    field = opened.palette_card.focusProxy()
    field.setText("渡口旧貌")
    qtbot.keyClick(field, KEY.Key_Return)
    decided = opened.desk.workbench.decided
    assert "渡口新貌" in decided.text
    assert decided.labels["printed"][0].value == {"text": "渡口旧貌"}
    for view in (opened.pages.source, opened.pages.clean):
        assert "渡口新貌" in marked(view, "suspect")
    saved(qtbot, opened)
