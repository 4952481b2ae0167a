"""Acts by hand on the practice page, with the analysis at work: decisions stand, nothing jumps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from brandtool.ui.analyst import Analyst
from tests.ui.conftest import ask, open_page, saved

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
AT_WORK = ("-m", "brandtool.workbench.analysis")


@pytest.fixture
def desk(qtbot, make, sample, monkeypatch):
    """Return a window with the practice page analysed, the clean page in sight."""
    monkeypatch.setattr(Analyst, "ARGUMENTS", AT_WORK)
    window = make()
    open_page(qtbot, window, sample)
    settle(qtbot, window)
    window.pages.set_mode("after")
    return window


def settle(qtbot, window):
    """Wait until the analysis has told everything of what was decided last."""
    qtbot.waitUntil(
        lambda: window.desk.analysed and not window.desk.analyst.busy and not window.desk.waiting,
        timeout=30_000,
    )


def to(window, words, *, shift=0):
    """Put the caret of the clean page on words."""
    view = window.pages.clean
    at = view.document.find(words, 0)
    assert at is not None, words
    view.setFocus()
    view.set_caret(at + shift)
    view.show_offset(at)


def lines(window):
    return [
        line.text for article in window.desk.workbench.proposed.articles for line in article.lines
    ]


def steps(window):
    return [action for action in window.desk.workbench.history if not action.undone]


def test_a_boundary_set_by_hand_stands_while_the_rest_is_solved_anew(qtbot, desk):
    before = [a.title for a in desk.desk.workbench.proposed.articles]
    to(desk, "苇川市现有持证渡工")
    qtbot.keyClick(desk.pages.clean, KEY.Key_B)
    settle(qtbot, desk)
    titles = [a.title for a in desk.desk.workbench.proposed.articles]
    assert len(titles) == len(before) + 1 and any(t.startswith("苇川市现有") for t in titles)
    assert len(steps(desk)) == 1
    qtbot.keyClick(desk.pages.clean, KEY.Key_U)
    settle(qtbot, desk)
    assert [a.title for a in desk.desk.workbench.proposed.articles] == before
    saved(qtbot, desk)


def test_a_proposed_boundary_taken_away_by_hand_is_not_proposed_again(qtbot, desk):
    before = len(desk.desk.workbench.proposed.articles)
    to(desk, "老码头如何")
    qtbot.keyClick(desk.pages.clean, KEY.Key_B)
    settle(qtbot, desk)
    titles = [a.title for a in desk.desk.workbench.proposed.articles]
    assert len(titles) == before - 1 and not any(t.startswith("老码头如何") for t in titles)
    assert not any(
        row.kind == "article" and row.text.startswith("老码头") for row in desk.desk.rows
    )
    saved(qtbot, desk)


def test_a_block_moved_by_hand_goes_on_moving_with_its_caret(qtbot, desk):
    told = lines(desk)
    start = next(n for n, line in enumerate(told) if line.startswith("佘云屏讲述"))
    to(desk, "佘云屏讲述", shift=2)
    view = desk.pages.clean
    for _ in range(3):
        qtbot.keyClick(view, KEY.Key_Down, ALT)
    settle(qtbot, desk)
    told = lines(desk)
    assert told[start + 3].startswith("佘云屏讲述")
    home = desk.pages.home_of(view, view.caret)
    assert desk.desk.workbench.proposed.text[home - 2 :].startswith("佘云屏讲述")
    assert len(steps(desk)) == 3
    for _ in range(3):
        qtbot.keyClick(view, KEY.Key_U)
    settle(qtbot, desk)
    assert lines(desk)[start].startswith("佘云屏讲述")
    saved(qtbot, desk)


def test_a_split_and_a_role_by_hand_stand(qtbot, desk):
    to(desk, "苇川市海事服务中心一位负责人")
    qtbot.keyClick(desk.pages.clean, KEY.Key_Return)
    settle(qtbot, desk)
    assert any(line.startswith("苇川市海事服务中心一位负责人") for line in lines(desk))
    to(desk, "现场还举行了渡工")
    qtbot.keyClick(desk.pages.clean, KEY.Key_T)
    qtbot.keyClick(desk.palette_card.focusProxy(), KEY.Key_8)
    settle(qtbot, desk)
    found = next(
        line
        for article in desk.desk.workbench.proposed.articles
        for line in article.lines
        if line.text.startswith("现场还举行了渡工")
    )
    assert found.role == "subhead" and not found.proposed
    assert [action.label for action in steps(desk)] == ["split.add", "role.add"]
    saved(qtbot, desk)


def test_what_the_editor_looks_at_stays_while_proposals_come_anew(qtbot, desk):
    desk.desk.ask(next(row.id for row in desk.desk.rows if row.kind == "article"))
    asked = desk.desk.current
    to(desk, "亓望岑分析说")
    seen = desk.pages.clean.scenes.lines_shown()
    told = desk.pages.clean.document.text(seen[0], seen[0] + 8)
    qtbot.keyClick(desk.pages.clean, KEY.Key_B)
    settle(qtbot, desk)
    after = desk.pages.clean.scenes.lines_shown()
    assert desk.pages.clean.document.text(after[0], after[0] + 8) == told
    assert desk.desk.current == asked and desk.pages.clean.hasFocus()
    saved(qtbot, desk)


def test_the_list_stays_while_proposals_come_anew(qtbot, desk):
    listed = desk.questions.list
    rows = desk.questions.shown
    desk.desk.ask(rows[30].id)
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum() // 2)
    row = desk.questions.model.at(listed.rowAt(30))
    top = listed.rowViewportPosition(desk.questions.model.row_of(row.id))
    to(desk, "亓望岑分析说")
    qtbot.keyClick(desk.pages.clean, KEY.Key_B)
    settle(qtbot, desk)
    at = desk.questions.model.row_of(row.id)
    assert at >= 0
    assert abs(listed.rowViewportPosition(at) - top) <= 1
    saved(qtbot, desk)


def test_only_the_newest_of_several_acts_is_answered(qtbot, desk):
    heard = []
    desk.desk.analyst.told.connect(lambda told: heard.append(told["revision"]))
    to(desk, "佘云屏讲述")
    for _ in range(4):
        qtbot.keyClick(desk.pages.clean, KEY.Key_Down, ALT)
    newest = desk.desk.workbench.revision
    settle(qtbot, desk)
    assert set(heard) == {newest}
    saved(qtbot, desk)


def test_a_question_that_goes_away_gives_way_to_the_one_behind_it(qtbot, opened):
    from tests.ui.conftest import candidates, tell

    made = candidates(opened.desk.workbench.document)
    rows = opened.questions.shown
    opened.desk.ask(next(row.id for row in rows if row.kind == "interruption"))
    behind = rows[[row.id for row in rows].index(opened.desk.current) + 1]
    tell(opened, [one for one in made if one.kind != "interruption"])
    assert opened.desk.current == behind.id


def test_what_is_undone_is_asked_again_at_once_and_after_the_analysis(qtbot, desk):
    key = next(row.id for row in desk.desk.rows if row.kind == "duplicate")
    desk.desk.ask(key)
    desk.questions.list.setFocus()
    qtbot.keyClick(desk.questions.list, KEY.Key_A)
    settle(qtbot, desk)
    qtbot.keyClick(desk.questions.list, KEY.Key_U)
    assert desk.desk.current == key and desk.desk.question.is_open
    settle(qtbot, desk)
    assert desk.desk.current == key and desk.desk.question.is_open
    saved(qtbot, desk)


@pytest.mark.shared
def test_the_plan_of_the_forum_page_shows_what_happens_to_it(
    qtbot, make, shared, monkeypatch, tmp_path
):
    monkeypatch.setattr(Analyst, "ARGUMENTS", AT_WORK)
    window = make()
    open_page(qtbot, window, Path(shutil.copy(shared("pages/forum-2024.txt"), tmp_path)))
    settle(qtbot, window)
    window.perform_id("go.plan")
    plan = window.parts.plan.list.plan
    counts = [plan.count(name) for name in ("removed", "moved", "aside")]
    assert counts == [10, 1, 1]
    assert [b.line for b in plan.blocks if b.begins] == [3, 43, 99, 131]
    (moved,) = [n for n in plan.reading if plan.blocks[n].standing == "moved"]
    before = plan.blocks[plan.reading[plan.reading.index(moved) - 1]]
    assert before.line == 121
    window.perform_id("go.joints")
    assert len(window.questions.ticked) == 13


def test_enter_in_the_list_goes_to_the_words_of_the_question(qtbot, opened):
    for kind, words in (("suspect", "人选"), ("interruption", "图为渡口"), ("duplicate", "渡口在")):
        ask(opened, kind)
        opened.perform_id("mark.enter")
        view = opened.pages.view
        assert view.hasFocus()
        assert opened.desk.workbench.document.text[view.caret :].startswith(words)
