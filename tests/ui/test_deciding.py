"""Deciding by keys: what each key does to the question that is asked.

And what it says when it cannot.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from brandtool.ui import words
from tests.ui.conftest import ask, saved

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(qtbot, window, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.questions.list, key, held)


def state(window, key):
    question = window.desk.workbench.question(key)
    return question.state


def told(window):
    return window.foot.told.text()


@pytest.mark.parametrize(
    "kind", ["article", "duplicate", "interruption", "join", "quote", "suspect"]
)
def test_a_accepts_and_goes_on_to_the_next_open_question(qtbot, opened, kind):
    key = ask(opened, kind)
    press(qtbot, opened, KEY.Key_A)
    assert state(opened, key) == "accepted"
    assert opened.desk.current != key
    assert opened.desk.question.is_open
    saved(qtbot, opened)


def test_x_keeps_and_s_puts_off(qtbot, opened):
    key = ask(opened, "join")
    press(qtbot, opened, KEY.Key_X)
    assert state(opened, key) == "kept"
    other = ask(opened, "duplicate")
    press(qtbot, opened, KEY.Key_S)
    assert state(opened, other) == "deferred"
    press(qtbot, opened, KEY.Key_S, SHIFT)
    assert [row.id for row in opened.questions.shown] == [other]
    assert opened.desk.current == other
    saved(qtbot, opened)


def test_u_and_ctrl_z_take_back_and_ctrl_shift_z_does_again(qtbot, opened):
    key = ask(opened, "join")
    text = opened.desk.workbench.decided.text
    press(qtbot, opened, KEY.Key_A)
    assert opened.desk.workbench.decided.text != text
    press(qtbot, opened, KEY.Key_U)
    assert state(opened, key) == "open"
    assert opened.desk.workbench.decided.text == text
    press(qtbot, opened, KEY.Key_Z, CTRL | SHIFT)
    assert state(opened, key) == "accepted"
    press(qtbot, opened, KEY.Key_Z, CTRL)
    assert state(opened, key) == "open"
    saved(qtbot, opened)


def test_a_held_key_decides_once(qtbot, opened):
    ask(opened, "join")
    pane = opened.questions.list
    before = opened.desk.progress[0]
    for repeated in (False, True, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_A, Qt.KeyboardModifier.NoModifier, "a", repeated
        )
        QApplication.sendEvent(pane, event)
    assert opened.desk.progress[0] == before + 1
    saved(qtbot, opened)


def test_digit_picks_the_copy_that_stays(qtbot, opened):
    key = ask(opened, "duplicate")
    press(qtbot, opened, KEY.Key_2)
    assert opened.desk.draft.choice == 1
    press(qtbot, opened, KEY.Key_A)
    assert state(opened, key) == "accepted"
    text = opened.desk.workbench.decided.text
    kept = text.index("渡口在,回家的路就在。")
    assert text.count("渡口在,回家的路就在。") == 1
    assert kept > text.index("人才肯来")
    saved(qtbot, opened)


def test_digit_beyond_the_choices_says_so(qtbot, opened):
    ask(opened, "duplicate")
    press(qtbot, opened, KEY.Key_7)
    assert opened.desk.draft.choice is None
    assert "7" in told(opened)


def test_digit_picks_a_suggestion(qtbot, opened):
    ask(opened, "suspect")
    press(qtbot, opened, KEY.Key_2)
    press(qtbot, opened, KEY.Key_A)
    assert "渡口当选全国名单" in opened.desk.workbench.decided.text
    saved(qtbot, opened)


def test_quote_keys_change_kind_and_speaker_before_it_is_taken(qtbot, opened):
    key = ask(opened, "quote")
    press(qtbot, opened, KEY.Key_M)
    press(qtbot, opened, KEY.Key_2)
    press(qtbot, opened, KEY.Key_A)
    assert state(opened, key) == "amended"
    quote = opened.desk.workbench.decided.quotes[0]
    assert (quote.kind, quote.speaker) == ("mixed", "李四")
    saved(qtbot, opened)


def test_0_says_that_it_is_no_speech(qtbot, opened):
    key = ask(opened, "quote")
    press(qtbot, opened, KEY.Key_0)
    assert state(opened, key) == "kept"
    saved(qtbot, opened)


def test_brackets_and_braces_move_the_extent(qtbot, opened):
    key = ask(opened, "quote")
    spans = opened.desk.question.candidate.part("content").spans
    qtbot.keyClick(opened.questions.list, KEY.Key_BracketRight)
    qtbot.keyClick(opened.questions.list, KEY.Key_BraceLeft, SHIFT)
    (part,) = opened.desk.draft.content
    assert (part.start, part.end) == (spans[0].start + 1, spans[-1].end - 1)
    press(qtbot, opened, KEY.Key_A)
    assert state(opened, key) == "amended"
    assert opened.desk.workbench.decided.quotes[0].text == "口要修好"
    saved(qtbot, opened)


def test_f_flags_and_takes_the_flag_off(qtbot, opened):
    key = ask(opened, "role")
    press(qtbot, opened, KEY.Key_F)
    assert opened.desk.workbench.question(key).flagged
    assert next(row.state for row in opened.desk.rows if row.id == key) == "flagged"
    press(qtbot, opened, KEY.Key_F)
    assert not opened.desk.workbench.question(key).flagged
    saved(qtbot, opened)


def test_n_never_asks_for_these_words_again(qtbot, opened):
    key = ask(opened, "suspect")
    press(qtbot, opened, KEY.Key_N)
    assert opened.desk.workbench.question(key) is None
    assert opened.desk.current
    saved(qtbot, opened)


def test_j_and_k_go_through_the_list_and_its_ends_are_told(qtbot, opened):
    rows = opened.questions.shown
    opened.desk.ask(rows[0].id)
    press(qtbot, opened, KEY.Key_J)
    assert opened.desk.current == rows[1].id
    press(qtbot, opened, KEY.Key_K)
    assert opened.desk.current == rows[0].id
    press(qtbot, opened, KEY.Key_K)
    assert opened.desk.current == rows[0].id
    assert told(opened)
    press(qtbot, opened, KEY.Key_Down)
    assert opened.desk.current == rows[1].id


def test_ctrl_j_goes_to_the_next_kind(qtbot, opened):
    ask(opened, "article")
    press(qtbot, opened, KEY.Key_J, CTRL)
    assert opened.desk.question.kind == "duplicate"
    press(qtbot, opened, KEY.Key_J, CTRL | SHIFT)
    assert opened.desk.question.kind == "article"


def test_undoing_asks_again_what_was_answered(qtbot, opened):
    key = ask(opened, "duplicate")
    press(qtbot, opened, KEY.Key_A)
    assert opened.desk.current != key
    press(qtbot, opened, KEY.Key_U)
    assert opened.desk.current == key
    assert opened.questions.list.currentIndex().row() == opened.questions.model.row_of(key)
    press(qtbot, opened, KEY.Key_Z, CTRL | SHIFT)
    assert (opened.desk.current, state(opened, key)) == (key, "accepted")
    saved(qtbot, opened)


def test_list_and_card_tell_one_place(qtbot, opened):
    for row in opened.questions.shown:
        opened.desk.ask(row.id)
        question = opened.desk.question
        if question.home is not None and question.article:
            at = opened.showing.place(question.candidate.parts[0].spans[0].start)
            if question.kind in ("interruption", "role", "suspect"):
                assert at.startswith(words.place(row.article, row.paragraph)), question.kind


def test_information_is_not_listed_but_under_its_own_kind(qtbot, opened):
    assert "same" not in {row.kind for row in opened.questions.shown}
    opened.questions.set_filter(opened.questions.filter.choose("kind", "same"))
    assert [row.kind for row in opened.questions.shown] == ["same"]


def test_information_is_not_decided(qtbot, opened):
    key = ask(opened, "same")
    press(qtbot, opened, KEY.Key_A)
    assert state(opened, key) == "open"
    assert told(opened)


def test_batch_accepts_the_shown_list_but_what_was_unticked_stays_open(qtbot, opened):
    key = ask(opened, "join")
    press(qtbot, opened, KEY.Key_A, SHIFT)
    open_ones = {row.id for row in opened.desk.rows if row.open}
    assert set(opened.questions.ticked) == open_ones
    opened.desk.ask(key)
    press(qtbot, opened, KEY.Key_X)
    assert key not in opened.questions.ticked
    press(qtbot, opened, KEY.Key_Return)
    assert opened.questions.ticked is None
    assert state(opened, key) == "open"
    assert all(state(opened, other) != "open" for other in open_ones - {key})
    press(qtbot, opened, KEY.Key_U)
    assert {row.id for row in opened.desk.rows if row.open} == open_ones
    saved(qtbot, opened)


def test_escape_leaves_a_batch_with_nothing_decided(qtbot, opened):
    press(qtbot, opened, KEY.Key_A, SHIFT)
    press(qtbot, opened, KEY.Key_Escape)
    assert opened.questions.ticked is None
    assert opened.desk.progress[0] == 0


def test_w_shows_the_numbers_behind_the_evidence(qtbot, opened):
    ask(opened, "join")
    more = opened.evidence.details
    assert not more.isVisible()
    press(qtbot, opened, KEY.Key_W)
    assert more.isVisible()
    assert "0.95" in more.text()


def test_a_key_with_nothing_to_do_says_so_and_does_nothing(qtbot, make):
    window = make()
    qtbot.keyClick(window.pages.source, KEY.Key_A)
    assert told(window)
    qtbot.keyClick(window.pages.source, KEY.Key_U)
    assert told(window)


def test_single_keys_type_in_the_filter_field(qtbot, opened):
    opened.questions.words.setFocus()
    qtbot.keyClicks(opened.questions.words, "ax")
    assert opened.questions.words.text() == "ax"
    assert opened.desk.progress[0] == 0


def test_input_methods_are_off_in_list_and_source(opened):
    flag = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not opened.questions.list.testAttribute(flag)
    assert not opened.pages.source.testAttribute(flag)


def test_ctrl_s_says_that_saving_happens_by_itself(qtbot, opened):
    press(qtbot, opened, KEY.Key_S, CTRL)
    assert "automatic" in told(opened)


def test_when_everything_is_answered_the_pane_says_so(qtbot, opened):
    press(qtbot, opened, KEY.Key_A, SHIFT)
    press(qtbot, opened, KEY.Key_Return)
    while opened.desk.question is not None and opened.desk.question.is_open:
        press(qtbot, opened, KEY.Key_X)
    assert opened.desk.progress[0] == opened.desk.progress[1]
    assert "All" in opened.evidence.rest
    saved(qtbot, opened)


def test_the_reason_stays_in_sight_and_scrolls_where_there_is_no_room(qtbot, opened):
    ask(opened, "duplicate")
    pane = opened.evidence
    reason = next(label for label in pane.findChildren(QLabel) if label.text() == pane.why)

    def scrolls() -> bool:
        return any(area.isAncestorOf(reason) for area in pane.findChildren(QScrollArea))

    opened.resize(1300, 900)
    qtbot.waitUntil(lambda: not scrolls())
    opened.resize(1300, 600)
    qtbot.waitUntil(lambda: scrolls() and reason.isVisible())
    opened.resize(1300, 900)
    qtbot.waitUntil(lambda: not scrolls() and reason.isVisible())
