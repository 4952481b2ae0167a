"""What is hostile or broken is one sentence at the desk, and nothing of it is changed."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from brandtool.store import open_project
from tests.ui.conftest import PAGE, ask, open_page, saved, tell


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Return what mounts a small disk with some options; it skips where it may not."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("this machine lets nobody mount a small disk")
        return folder

    yield mount
    subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


@pytest.fixture
def project(qtbot, opened, page) -> Path:
    """Return the project of the small page, with one decision in it, closed."""
    ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    opened.close()
    return page.with_name("page.txt.brandtool")


def refused(qtbot, window, path: Path) -> str:
    """Open what cannot be opened and return the sentence."""
    with qtbot.waitSignal(window.desk.refused, timeout=5000):
        window.open_path(path)
    return window.notices.text("refused")


def newer(path: Path, *, reads_from: str) -> bytes:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
        connection.execute("UPDATE meta SET value=? WHERE key='reads_from'", (reads_from,))
        connection.commit()
    return path.read_bytes()


def test_on_a_disk_that_cannot_be_written_decisions_are_kept_elsewhere(qtbot, make, mount):
    folder = mount("size=1m")
    page = folder / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    window = make()
    open_page(qtbot, window, page)
    tell(window)
    assert "cannot be written" in window.notices.text("away")
    ask(window, "join")
    window.perform_id("question.accept")
    saved(qtbot, window)
    kept = window.desk.page.project
    assert kept.exists() and str(folder) not in str(kept.parent)
    window.close()
    again = make()
    open_page(qtbot, again, page)
    assert "还没有说完。" in again.desk.workbench.decided.text
    assert [p.name for p in folder.iterdir()] == ["page.txt"]


def test_on_a_full_disk_the_decision_stays_and_is_stored_once_there_is_room(qtbot, make, mount):
    folder = mount("size=1m")
    page = folder / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    window = make()
    open_page(qtbot, window, page)
    tell(window)
    ballast = folder / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb") as rest:
        while True:
            rest.write(b"x" * 4096)
            rest.flush()
    key = ask(window, "join")
    with qtbot.waitSignal(window.desk.failing, timeout=5000):
        window.perform_id("question.accept")
    assert "full" in window.notices.text("unsafe")
    assert window.desk.workbench.question(key).state == "accepted"
    assert "Saved" not in window.foot.safety.text()
    ballast.unlink()
    with qtbot.waitSignal(window.desk.recovered, timeout=5000):
        window.notices.press("unsafe", 0)
    saved(qtbot, window)
    window.close()
    with open_project(page.with_name("page.txt.brandtool"), writable=False) as held:
        assert [d.cand for _, d in held.all_decisions()] == [key]


def test_a_project_of_a_newer_program_can_be_read(qtbot, make, page, project):
    raw = newer(project, reads_from="1")
    window = make()
    open_page(qtbot, window, page)
    tell(window)
    assert "newer program" in window.notices.text("reading")
    assert "Read-only" in window.foot.safety.text()
    ask(window, "suspect")
    window.perform_id("question.accept")
    assert window.desk.progress[0] == 1
    window.close()
    assert project.read_bytes() == raw


def test_a_project_only_a_newer_program_reads_is_refused_untouched(qtbot, make, page, project):
    raw = newer(project, reads_from="99")
    assert "update brandtool" in refused(qtbot, make(), page)
    assert project.read_bytes() == raw


@pytest.mark.parametrize("name", ["page.txt", "page.txt.brandtool"])
def test_a_damaged_project_is_refused_untouched_and_its_backup_named(
    qtbot, make, page, project, name
):
    raw = project.read_bytes()[:20_000]
    project.write_bytes(raw)
    window = make()
    told = refused(qtbot, window, page.with_name(name))
    assert "damaged" in told and "backup is" in told
    assert project.read_bytes() == raw
    with qtbot.waitSignal(window.desk.restored, timeout=5000):
        window.notices.press("refused", 0)
    assert "还没有说完。" in window.desk.workbench.decided.text
    (aside,) = page.parent.glob("*.replaced*")
    assert aside.read_bytes() == raw
    assert str(aside) in window.notices.text("restored")


def test_what_is_no_project_but_bears_its_name_is_refused(qtbot, make, tmp_path):
    path = tmp_path / "page.txt.brandtool"
    path.write_text(PAGE, encoding="utf-8")
    assert "no brandtool project" in refused(qtbot, make(), path)
    assert path.read_text(encoding="utf-8") == PAGE


def test_a_folder_and_a_project_that_is_missing_are_refused(qtbot, make, tmp_path):
    window = make()
    assert "is a folder" in refused(qtbot, window, tmp_path)
    assert "no such project" in refused(qtbot, window, tmp_path / "none.brandtool")


def test_a_nul_is_told_and_a_long_line_opens(qtbot, make, tmp_path):
    nul = tmp_path / "nul.txt"
    nul.write_text("渡口在，回家的路就在。\n" * 99 + "\0" * 3, encoding="utf-8")
    window = make()
    open_page(qtbot, window, nul)
    assert "3 NUL characters" in window.notices.text("reading")
    long = tmp_path / "long.txt"
    long.write_text("渡口在，回家的路就在。" * 120_000, encoding="utf-8")
    open_page(qtbot, window, long)
    assert "working on it takes long" in window.notices.text("reading")
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".brandtool"] == []


def test_a_project_copied_alone_opens_on_its_stored_text(qtbot, make, page, project, tmp_path):
    (tmp_path / "there").mkdir()
    copy = Path(shutil.copy(project, tmp_path / "there"))
    window = make()
    open_page(qtbot, window, copy)
    assert "还没有说完。" in window.desk.workbench.decided.text
    assert window.notices.text("changed") == ""


def test_a_backup_is_put_back_and_what_was_there_is_kept(qtbot, opened, page):
    opened.perform_id("page.backups")
    qtbot.waitUntil(lambda: "no backup yet" in opened.foot.told.text(), timeout=5000)
    key = ask(opened, "join")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    other = ask(opened, "interruption")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
    with qtbot.waitSignal(opened.desk.backups_listed, timeout=5000):
        opened.perform_id("page.backups")
    (path,) = opened.palette_card.shown
    with qtbot.waitSignal(opened.desk.restored, timeout=5000):
        qtbot.keyClick(opened.palette_card.focusProxy(), Qt.Key.Key_Return)
    tell(opened)
    bench = opened.desk.workbench
    assert (bench.question(key).state, bench.question(other).state) == ("accepted", "open")
    assert "kept as" in opened.notices.text("restored")
    Path(path).write_bytes(b"SQLite")
    with qtbot.waitSignal(opened.desk.refused, timeout=5000):
        opened.desk.restore(page, Path(path))
    assert "not whole" in opened.notices.text("refused")
    tell(opened)
    ask(opened, "suspect")
    opened.perform_id("question.accept")
    saved(qtbot, opened)
