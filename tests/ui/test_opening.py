"""Opening, saving, closing: what is decided is on disk, and what goes wrong is one sentence."""

from __future__ import annotations

import os
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from brandtool.store import open_project
from brandtool.ui import geometry
from tests.ui.conftest import ask, found, open_page, saved, tell


def project_of(page: Path) -> Path:
    return page.with_name(page.name + ".brandtool")


def test_looking_at_a_page_makes_no_file(qtbot, opened, page):
    assert not project_of(page).exists()
    assert "page.txt.brandtool" in opened.foot.safety.text()


def test_the_first_decision_makes_the_project_and_is_acknowledged(qtbot, opened, page):
    key = ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    assert "Saved automatically" in opened.foot.safety.text()
    with open_project(project_of(page), writable=False) as project:
        (decision,) = project.decisions(opened.desk.workbench.document.uid)
    assert (decision.cand, decision.verb) == (key, "accept")
    assert opened.desk.workbench.unsaved == {}


def test_a_page_opens_again_with_its_decisions_and_where_the_editor_was(qtbot, opened, make, page):
    key = ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    other = ask(opened, "suspect")
    opened.questions.set_filter(opened.questions.filter.choose("state", "open"))
    with qtbot.waitSignal(opened.desk.keeper.idle):
        opened.desk.keeper.do(opened.desk.keeper.idle.emit)
    opened.close()
    again = make()
    open_page(qtbot, again, page)
    assert again.desk.workbench.question(key).state == "accepted"
    assert again.questions.filter.value("state") == "open"
    tell(again)
    assert again.desk.current == other


@pytest.mark.parametrize("mode", ["before", "after"])
def test_a_page_without_questions_opens_again_at_the_lines_that_were_in_sight(
    qtbot, make, tmp_path, mode
):
    page = tmp_path / "long.txt"
    page.write_text("".join(f"第{n}段，渡口在，路就在。\n\n" for n in range(200)), "utf-8")
    window = make()
    open_page(qtbot, window, page)
    window.desk.act(window.desk.workbench.mark("delete", 0, 2))
    window.pages.set_mode(mode)
    window.pages.view.show_offset(2000)
    before = window.pages.view.flow_anchor()
    assert before[0] > 1000
    saved(qtbot, window)
    window.close()
    again = make()
    again.pages.set_mode(mode)
    open_page(qtbot, again, page)
    offset, y = again.pages.view.flow_anchor()
    assert (offset, round(y)) == (before[0], round(before[1]))


def test_undo_goes_on_after_opening_again(qtbot, opened, make, page):
    key = ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    opened.close()
    again = make()
    open_page(qtbot, again, page)
    again.perform_id("edit.undo")
    tell(again)
    assert again.desk.workbench.question(key).state == "open"
    saved(qtbot, again)


def test_a_second_desk_reads_only_and_says_who_is_at_work(qtbot, opened, make, page):
    ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    second = make()
    open_page(qtbot, second, page)
    assert "Editor" in second.notices.text("reading")
    assert "Read-only" in second.foot.safety.text()
    tell(second)
    ask(second, "suspect")
    second.perform_id("question.accept")
    assert second.desk.progress[0] == 1
    assert second.foot.told.text()


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "holds no text"),
        ("binary.txt", bytes(range(32)) * 50, "not text"),
        ("scan.pdf", b"%PDF-1.7 " + b"x" * 500, "PDF"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence_and_what_is_open_stays(
    qtbot, opened, tmp_path, name, data, part
):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with qtbot.waitSignal(opened.desk.refused):
        opened.open_path(path)
    assert part in opened.notices.text("refused")
    assert opened.desk.page.path.name == "page.txt"
    assert len(opened.desk.rows) > 3
    assert not project_of(path).exists()


def test_a_foreign_file_in_the_place_of_the_project_is_told_and_untouched(qtbot, make, page):
    with sqlite3.connect(project_of(page)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = project_of(page).read_bytes()
    window = make()
    with qtbot.waitSignal(window.desk.refused):
        window.open_path(page)
    assert "no brandtool project" in window.notices.text("refused")
    assert project_of(page).read_bytes() == before


def test_a_project_that_vanishes_turns_the_bar_red_and_nothing_is_lost(qtbot, opened, page):
    ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    aside = project_of(page).rename(page.with_name("aside"))
    key = ask(opened, "suspect")
    with qtbot.waitSignal(opened.desk.failing):
        opened.perform_id("question.accept")
    assert opened.notices.text("unsafe").startswith("Not saved")
    assert opened.desk.workbench.question(key).state == "accepted"
    assert opened.desk.unsafe == 1
    aside.rename(project_of(page))
    with qtbot.waitSignal(opened.desk.recovered):
        opened.desk.try_again()
    assert opened.notices.text("unsafe") == ""
    saved(qtbot, opened)


def test_closing_waits_until_everything_is_on_disk_and_says_so(qtbot, opened, page):
    ask(opened, "join")
    keeper = opened.desk.keeper
    wait = threading.Event()
    keeper.do(lambda: wait.wait(10))
    opened.perform_id("question.accept")
    opened.close()
    assert opened.isVisible()
    assert "closing" in opened.notices.names
    wait.set()
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=5000)
    with open_project(project_of(page), writable=False) as project:
        assert len(list(project.decisions(opened.desk.workbench.document.uid))) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(qtbot, make, page):
    page.parent.chmod(0o500)
    try:
        window = make()
        open_page(qtbot, window, page)
        assert "cannot be written" in window.notices.text("away")
    finally:
        page.parent.chmod(0o700)


def test_a_dropped_file_is_opened(qtbot, make, page):
    window = make()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page))])
    event = QDropEvent(
        QPointF(200, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(window.desk.opened):
        window.dropEvent(event)
    assert window.desk.page.path == page


def test_an_encoding_can_be_chosen_afterwards(qtbot, make, tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("渡口在,回家的路就在。".encode("gb18030") * 20)
    window = make()
    with qtbot.waitSignal(window.desk.opened):
        window.open_path(path, encoding="gb18030")
    assert "渡口在" in window.desk.workbench.document.text
    with qtbot.waitSignal(window.desk.refused):
        window.open_path(path, encoding="utf-8")
    assert "not valid" in window.notices.text("refused")


def test_export_writes_what_is_decided_once_it_is_saved(qtbot, opened, tmp_path):
    ask(opened, "join")
    opened.perform_id("question.accept")
    folder = tmp_path / "out"
    opened.perform_id("page.export")
    assert opened.export_card.isVisible()
    opened.export_card.folder.setText(str(folder))
    with qtbot.waitSignal(opened.openings.exported):
        qtbot.keyClick(opened.export_card.folder, Qt.Key.Key_Return)
    names = sorted(p.name for p in folder.rglob("*") if p.is_file())
    assert any(name.endswith("整版_未定稿.txt") for name in names)
    assert sum(name.endswith(".csv") for name in names) == 2
    assert str(len(names)) in opened.notices.text("exported")
    page = next(p for p in folder.rglob("*整版*.txt"))
    assert "第一段说到这里还没有说完。" in page.read_text(encoding="utf-8")


def test_an_export_that_fails_is_one_sentence(qtbot, opened, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder", encoding="utf-8")
    with qtbot.waitSignal(opened.openings.exported):
        opened.export_to(blocked, ("text",))
    assert opened.notices.text("refused")


def test_recent_pages_are_offered(qtbot, opened, page):
    assert opened.desk.settings.recent[0] == str(page)


def test_a_recent_page_is_opened_by_its_digit(qtbot, opened, page, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("渡口在，回家的路就在。\n", encoding="utf-8")
    open_page(qtbot, opened, other)
    opened.perform_id("page.recent")
    assert opened.palette_card.shown[:2] == (str(other), str(page))
    with qtbot.waitSignal(opened.desk.opened, timeout=5000):
        qtbot.keyClick(opened.palette_card.focusProxy(), Qt.Key.Key_2)
    assert opened.desk.page.path == page
    opened.desk.settings = replace(opened.desk.settings, recent=())
    opened.perform_id("page.recent")
    assert "No page was opened" in opened.foot.told.text()


def test_a_card_with_nothing_to_choose_from_is_a_field_alone(opened):
    opened.perform_id("page.recent")
    tall = opened.palette_card.height()
    opened.palette_card.leave()
    opened.perform_id("page.editor")
    assert opened.palette_card.height() < tall / 2


def test_a_window_beyond_the_screens_is_brought_back(make, qapp):
    window = make()
    window.move(9000, 9000)
    told = {"geometry": bytes(window.saveGeometry().toBase64().data()).decode("ascii")}
    window.desk.settings = replace(window.desk.settings, window=told)
    geometry.restore(window)
    room = qapp.primaryScreen().availableGeometry()
    assert room.intersects(window.frameGeometry())
    assert window.width() <= room.width()


def test_a_reading_desk_follows_and_takes_over_when_the_other_closes(qtbot, opened, make, page):
    ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    second = make()
    open_page(qtbot, second, page)
    tell(second)
    key = ask(opened, "suspect")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    qtbot.waitUntil(lambda: second.desk.workbench.question(key).state == "accepted", timeout=8000)
    with qtbot.waitSignal(second.desk.opened, timeout=8000):
        opened.close()
    assert not second.desk.workbench.read_only
    tell(second)
    other = ask(second, "interruption")
    second.perform_id("question.accept")
    saved(qtbot, second)
    assert second.desk.workbench.question(other).state == "accepted"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_in_the_store_thread_is_told_and_the_decision_is_tried_again(
    qtbot, opened, page, monkeypatch
):
    keeper = opened.desk.keeper
    reported = []
    monkeypatch.setattr(threading, "excepthook", reported.append)
    broken = monkeypatch.context()
    with broken as patch:
        patch.setattr("brandtool.store.create_project", lambda *a, **k: 1 / 0)
        ask(opened, "join")
        with qtbot.waitSignal(opened.desk.failing):
            opened.perform_id("question.accept")
    assert "ZeroDivisionError" in opened.notices.text("unsafe")
    assert reported
    keeper.try_again()
    saved(qtbot, opened)
    assert project_of(page).exists()


def rewritten(page: Path, old: str, new: str) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_text_that_changed_on_disk_is_told_and_the_stored_one_stays(qtbot, opened, make, page):
    key = ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    opened.close()
    rewritten(page, "第一段", "头一段")
    again = make()
    open_page(qtbot, again, page)
    assert "has changed" in again.notices.text("changed")
    assert "第一段" in again.desk.workbench.document.text
    assert again.desk.workbench.question(key).state == "accepted"
    again.notices.press("changed", 1)
    with qtbot.waitSignal(again.desk.keeper.idle):
        again.desk.keeper.do(again.desk.keeper.idle.emit)
    again.close()
    third = make()
    open_page(qtbot, third, page)
    assert third.notices.text("changed") == ""


def test_a_flag_on_an_open_question_goes_over_to_the_new_text(qtbot, opened, page):
    ask(opened, "suspect")
    opened.perform_id("question.flag")
    saved(qtbot, opened)
    rewritten(page, "第一段", "头一段")
    with qtbot.waitSignal(opened.desk.text_changed, timeout=8000):
        pass
    with qtbot.waitSignal(opened.desk.opened):
        opened.notices.press("changed", 0)
    document = opened.desk.workbench.document
    offered = {"suggest": ["入选", "当选"]}
    tell(opened, [found(document, "suspect", ("text", "人选", 0), value=offered, score=0.6)])
    assert [row.state for row in opened.desk.rows] == ["flagged"]


def test_a_project_opened_by_itself_looks_at_the_text_beside_it(qtbot, opened, make, page):
    key = ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    opened.close()
    rewritten(page, "第一段", "头一段")
    again = make()
    open_page(qtbot, again, project_of(page))
    assert "has changed" in again.notices.text("changed")
    assert again.desk.workbench.question(key).state == "accepted"
    assert again.desk.page.path == page
    with qtbot.waitSignal(again.desk.opened):
        again.notices.press("changed", 0)
    assert "头一段" in again.desk.workbench.document.text
    rewritten(page, "头一段", "首一段")
    with qtbot.waitSignal(again.desk.text_changed, timeout=8000):
        pass


@pytest.mark.parametrize("beside", ["none", "unreadable"])
def test_a_project_without_a_readable_text_beside_it_opens_as_it_is(
    qtbot, opened, make, page, beside
):
    ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    opened.close()
    page.unlink()
    if beside == "unreadable":
        page.write_bytes(bytes(range(256)) * 40)
    again = make()
    open_page(qtbot, again, project_of(page))
    assert again.desk.page.path == project_of(page)
    assert again.notices.text("changed") == ""


def test_a_changed_text_is_taken_in_and_what_was_decided_goes_over(qtbot, opened, page):
    ask(opened, "join")
    opened.perform_id("question.accept")
    ask(opened, "suspect")
    opened.perform_id("question.accept")
    opened.perform_id("page.final")
    saved(qtbot, opened)
    rewritten(page, "今年渡口人选全国名单", "今年又一渡口上了名单")
    with qtbot.waitSignal(opened.desk.text_changed, timeout=8000):
        pass
    assert "has changed" in opened.notices.text("changed")
    opened.notices.press("changed", 0)
    assert "final" in opened.foot.told.text()
    opened.perform_id("page.reopen")
    saved(qtbot, opened)
    with qtbot.waitSignal(opened.desk.carried, timeout=5000) as carried:
        opened.notices.press("changed", 0)
    count, lost = carried.args
    assert (count, sorted(d.kind for d in lost)) == (1, ["state", "suspect"])
    saved(qtbot, opened)
    assert "第一段说到这里还没有说完。" in opened.desk.workbench.decided.text
    assert "上了名单" in opened.desk.workbench.decided.text
    assert "1 decisions went over to it, 2 did not" in opened.notices.text("carried")
    assert "changed" not in opened.notices.names
    opened.notices.press("carried", 0)
    assert len(opened.palette_card.shown) == 2
    opened.palette_card.leave()
    opened.perform_id("go.history")
    opened.perform_id("page.revise")
    assert "you are working on" in opened.foot.told.text()
    with open_project(project_of(page), writable=False) as project:
        (entry,) = project.documents()
        assert entry.rev == 2
        assert len(project.all_decisions()) == 5


def test_a_page_that_was_read_in_a_wrong_encoding_is_mended(qtbot, opened, make, tmp_path):
    path = tmp_path / "wrong.txt"
    path.write_bytes(
        "渡口在,回家的路就在。\n\n第一段说到这里还没有\n\n说完。".encode("gb18030") * 9
    )
    window = make()
    with qtbot.waitSignal(window.desk.opened):
        window.open_path(path, encoding="big5")
    window.desk.act(window.desk.workbench.mark("delete", 0, 2))
    saved(qtbot, window)
    with qtbot.waitSignal(window.desk.opened):
        window.open_path(path)
    assert window.notices.text("changed") == ""
    with qtbot.waitSignal(window.desk.opened):
        window.open_path(path, encoding="gb18030")
    assert "GB18030" in window.notices.text("changed")
    with qtbot.waitSignal(window.desk.carried):
        window.notices.press("changed", 0)
    assert window.desk.workbench.document.text.startswith("渡口在")
    with qtbot.waitSignal(window.desk.opened):
        window.open_path(path)
    assert window.desk.workbench.document.text.startswith("渡口在")
    assert window.notices.text("changed") == ""


def test_a_page_copied_with_its_project_and_changed_there_is_still_that_page(
    qtbot, opened, make, page, tmp_path
):
    key = ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    opened.close()
    there = tmp_path / "there"
    there.mkdir()
    for path in (page, project_of(page)):
        (there / path.name).write_bytes(path.read_bytes())
    rewritten(there / page.name, "第一段", "头一段")
    again = make()
    open_page(qtbot, again, there / page.name)
    assert again.desk.workbench.question(key).state == "accepted"
    assert "changed" in again.notices.names


def test_a_reading_desk_shows_the_new_text_when_the_other_takes_it_in(qtbot, opened, make, page):
    ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    second = make()
    open_page(qtbot, second, page)
    rewritten(page, "今年渡口", "今年又一渡口")
    qtbot.waitUntil(lambda: "changed" in opened.notices.names, timeout=8000)
    opened.notices.press("changed", 0)
    qtbot.waitUntil(
        lambda: (
            "又一渡口" in second.desk.workbench.document.text
            and "还没有说完。" in second.desk.workbench.decided.text
        ),
        timeout=8000,
    )
    assert second.desk.workbench.read_only
