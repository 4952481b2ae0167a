from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from brandtool.core.errors import BrandtoolError
from brandtool.store import Holder, Project, holder, lock, open_project

HOLD = """
import sys, time
from pathlib import Path
from brandtool.store import new_replica, open_project
replica = new_replica(editor_id="wang", editor_name="王编辑")
project = open_project(Path(sys.argv[1]), replica=replica)
print("open" if project.writable else "reading", flush=True)
sys.stdin.read()
project.close()
"""


@pytest.fixture
def desk(filled: Path) -> Any:
    """Open the project in another process."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(filled)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_desk_reads_and_says_who_holds_the_project(
    filled: Path, desk: Any, hand: Any
) -> None:
    with open_project(filled) as project:
        assert not project.writable
        (told,) = project.notices
        assert told.code == "store.locked"
        assert (told.values["name"], told.values["pid"]) == ("王编辑", desk.pid)
        assert project.holder and project.holder.name == "王编辑"
        assert holder(filled) == project.holder
        assert len(project.all_decisions()) == 4
        with pytest.raises(BrandtoolError) as caught:
            project.append([hand.decide()])
        assert caught.value.code == "store.read_only"


def test_the_second_desk_takes_over_when_the_first_leaves(
    filled: Path, desk: Any, hands: Any, page: Any
) -> None:
    with open_project(filled) as project:
        assert not project.take_over()
        assert project.holder and project.holder.pid == desk.pid
        was = project.replica
        desk.communicate("")
        assert project.take_over() and project.take_over()
        assert project.writable and project.holder is None and project.notices == ()
        assert project.replica.replica_id != was.replica_id
        project.append([hands(project.replica, page, clock=9).decide()])
    assert holder(filled) is None
    assert list(filled.parent.iterdir()) == [filled]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a word of POSIX")
def test_the_lock_of_a_killed_desk_is_free_at_once(filled: Path, desk: Any) -> None:
    os.kill(desk.pid, signal.SIGKILL)
    desk.wait()
    assert lock.lock_path(filled).exists()
    assert holder(filled) is None
    with open_project(filled) as project:
        assert project.writable
    assert not lock.lock_path(filled).exists()


def test_two_openings_in_one_process_do_not_both_write(filled: Path) -> None:
    with open_project(filled) as one, open_project(filled) as two:
        assert (one.writable, two.writable) == (True, False)


def test_a_link_to_a_project_is_the_same_project(filled: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.brandtool"
    link.symlink_to(filled)
    with open_project(filled) as one, open_project(link) as two:
        assert (one.writable, two.writable) == (True, False)


def test_a_lock_file_taken_away_between_opening_and_locking_is_made_anew(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, path, calls = lock._try_lock, lock.lock_path(filled), []

    def slow(handle: int, **told: bool) -> bool:
        if not calls:
            path.unlink()
        calls.append(handle)
        return real(handle, **told)

    monkeypatch.setattr(lock, "_try_lock", slow)
    held = lock.take(filled, "林")
    assert isinstance(held, lock.Lock) and len(calls) == 2
    assert isinstance(lock.take(filled, "王"), Holder)
    held.release()
    held.release()


def test_releasing_leaves_another_ones_lock_file_alone(filled: Path) -> None:
    held = lock.take(filled, "林")
    path = lock.lock_path(filled)
    path.unlink()
    path.write_text("another's")
    held.release()
    assert path.read_text() == "another's"


def test_a_holder_that_has_not_written_its_name_yet_has_none(filled: Path) -> None:
    with open_project(filled):
        lock.lock_path(filled).write_text("{")
        assert holder(filled) == Holder()
        with open_project(filled) as second:
            assert second.holder == Holder()


def test_a_lock_that_cannot_be_written_is_let_go(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> int:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patched:
        patched.setattr(lock, "_write", full)
        with open_project(filled) as project:
            assert not project.writable
            assert [told.code for told in project.notices] == ["store.full"]
    with open_project(filled) as project:
        assert project.writable


def test_where_locks_do_not_work_a_project_is_read_only(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(*_: Any, **__: Any) -> bool:
        raise OSError(errno.ENOLCK, "")

    monkeypatch.setattr(lock, "_try_lock", unable)
    with Project.open(filled, writable=True) as project:
        assert not project.writable
        assert [told.code for told in project.notices] == ["store.no_lock"]


def test_a_look_at_the_lock_does_not_keep_a_writer_out(filled: Path) -> None:
    """A reader that asks who writes holds the lock for a moment; a writer waits that long."""
    import threading

    held = lock.take(filled, "x")
    assert isinstance(held, lock.Lock)
    timer = threading.Timer(0.02, held.release)
    timer.start()
    began = time.monotonic()
    again = lock.take(filled, "y")
    timer.join()
    assert isinstance(again, lock.Lock) and time.monotonic() - began < 1
    again.release()
