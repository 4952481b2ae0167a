"""Answers the editor changed: nothing of them is lost, and what was decided is what is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt

from brandtool.core.document import Document
from brandtool.ui.answers import Draft, shifted
from brandtool.ui.standing import quote_label
from tests.ui.conftest import ask, candidates, found, saved, tell

KEY = Qt.Key


def press(qtbot, window, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.questions.list, key, held)


def decided(window, key):
    return quote_label(window.desk.workbench, window.desk.workbench.question(key))


def with_posts(window):
    """Tell two quotes: one of 张三 with a post, one of 李四 with another."""
    document = window.desk.workbench.document
    rest = [one for one in candidates(document) if one.kind != "quote"]
    told = [
        ("渡口要修好,", "张三", "渡口主任"),
        ("今年渡口人选全国名单", "李四", "镇长"),
    ]
    quotes = [
        found(
            document, "quote", ("content", words, 0), ("mention", who, 0),
            value={"kind": "direct", "speaker": who, "posts": [post], "alternatives": ["李四"]},
        )
        for words, who, post in told
    ]  # fmt: skip
    tell(window, rest + quotes)


def test_speaker_kind_and_extent_are_stored_together(qtbot, opened):
    key = ask(opened, "quote")
    press(qtbot, opened, KEY.Key_M)
    press(qtbot, opened, KEY.Key_2)
    press(qtbot, opened, KEY.Key_BraceLeft)
    press(qtbot, opened, KEY.Key_A)
    label = decided(opened, key)
    assert (label.value["kind"], label.value["speaker"]) == ("mixed", "李四")
    assert opened.desk.workbench.document.quote(label.anchor[0].span) == "渡口要修好"
    saved(qtbot, opened)


def test_posts_go_with_the_person_and_never_stay_with_another(qtbot, opened):
    with_posts(opened)
    key = ask(opened, "quote")
    press(qtbot, opened, KEY.Key_2)
    press(qtbot, opened, KEY.Key_A)
    assert decided(opened, key).value["posts"] == ["镇长"]
    press(qtbot, opened, KEY.Key_U)
    assert opened.desk.current == key
    press(qtbot, opened, KEY.Key_1)
    press(qtbot, opened, KEY.Key_A)
    assert decided(opened, key).value["posts"] == ["渡口主任"]
    assert opened.desk.workbench.question(key).state == "accepted"
    saved(qtbot, opened)


def test_a_decided_quote_shows_the_decision_and_a_does_not_write_over_it(qtbot, opened):
    key = ask(opened, "quote")
    press(qtbot, opened, KEY.Key_2)
    press(qtbot, opened, KEY.Key_A)
    opened.desk.ask(key)
    row = next(row for row in opened.desk.rows if row.id == key)
    assert (row.speaker, opened.desk.draft.speaker) == ("李四", "李四")
    before = len(opened.desk.workbench.ledger)
    press(qtbot, opened, KEY.Key_A)
    assert len(opened.desk.workbench.ledger) == before
    assert "answered" in opened.foot.told.text()
    press(qtbot, opened, KEY.Key_I)
    press(qtbot, opened, KEY.Key_A)
    assert decided(opened, key).value["speaker"] == "李四"
    assert decided(opened, key).value["kind"] == "indirect"
    saved(qtbot, opened)


def test_the_quote_table_knows_the_question_of_a_decided_quote(qtbot, opened):
    key = ask(opened, "quote")
    press(qtbot, opened, KEY.Key_I)
    press(qtbot, opened, KEY.Key_A)
    opened.perform_id("go.quotes")
    (row,) = opened.parts.quotes.model.rows
    assert (row.key, row.state) == (key, "amended")
    opened.desk.ask(key)
    assert opened.parts.quotes.list.currentIndex().row() == 0
    opened.parts.quotes.chosen.emit(key)
    assert opened.desk.current == key
    saved(qtbot, opened)


def test_never_again_answers_what_was_put_off_and_is_said_once(qtbot, opened):
    key = ask(opened, "interruption")
    press(qtbot, opened, KEY.Key_S)
    opened.desk.ask(key)
    press(qtbot, opened, KEY.Key_N)
    assert opened.desk.workbench.question(key).state == "kept"
    before = len(opened.desk.workbench.ledger)
    opened.desk.ask(key)
    press(qtbot, opened, KEY.Key_N)
    assert len(opened.desk.workbench.ledger) == before
    saved(qtbot, opened)


def test_the_history_tells_place_and_words_and_what_a_batch_held(qtbot, opened):
    ask(opened, "join")
    press(qtbot, opened, KEY.Key_A)
    opened.perform_id("go.history")
    (row,) = opened.parts.history.model.rows
    assert "art. 1" in row.first
    assert "┊" in row.second
    assert "Editor" in row.second
    opened.show_side("questions", focus=True)
    press(qtbot, opened, KEY.Key_A, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, opened, KEY.Key_Return)
    newest = opened.parts.history.model.rows[0]
    assert newest.done.startswith("Answered together: ")
    assert "quote 1" in newest.done
    opened.perform_id("page.first_reading")
    assert "first reading done" in opened.parts.history.model.rows[0].second
    saved(qtbot, opened)


def test_clause_steps_go_there_and_back_and_leave_line_ends_alone():
    document = Document("渡口要修，人才肯来。\n\n船要新，路要平。\n")
    candidate = found(document, "quote", ("content", "人才肯来。", 0))
    start = Draft()
    out = shifted(document, candidate, start, "end+clause")
    assert out is not None
    assert document.text[: out.end].endswith("船要新，")
    back = shifted(document, candidate, out, "end-clause")
    assert back is not None
    assert document.text[: back.end].endswith("人才肯来。")
    before = shifted(document, candidate, start, "start-clause")
    assert before is not None and before.start == 0
    again = shifted(document, candidate, before, "start+clause")
    assert again is not None and again.start == candidate.spans[0].start
