from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from brandtool.core.errors import BrandtoolError
from brandtool.store import Backup, Project, backup, backups, open_project, restore, verify
from brandtool.store.backup import RECENT, back_up, backup_folder, newest_good, spent

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_the_first_decision_of_a_sitting_makes_a_backup(project: Project, hand: Any) -> None:
    assert backups(project.uid) == ()
    project.append([hand.decide()])
    project.append([hand.decide()])
    (made,) = backups(project.uid)
    assert verify(made.path).ok
    with open_project(made.path, writable=False) as copy:
        assert copy.uid == project.uid and len(copy.all_decisions()) == 1


def test_backups_come_every_ten_minutes_while_decisions_do(project: Project, hand: Any) -> None:
    def decide_at(now: float) -> bool:
        project.append([hand.decide()], tend=False)
        return project.tend(now=now) is not None

    assert project.tend(now=0.0) is None
    assert [decide_at(now) for now in (1.0, 2.0, 590.0, 602.0)] == [True, False, False, True]
    assert project.tend(now=5000.0) is None
    assert decide_at(5001.0)
    assert len(backups(project.uid)) == 3


def test_a_slow_backup_is_made_less_often(
    project: Project, hand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SimpleNamespace(monotonic=iter([0.0, 60.0]).__next__)
    with monkeypatch.context() as slow:
        slow.setattr("brandtool.store.project.time", clock)
        project.append([hand.decide()], tend=False)
        assert project.tend(now=1.0)
    project.append([hand.decide()], tend=False)
    assert project.tend(now=5_000.0) is None
    assert project.tend(now=6_002.0)


def test_a_backup_that_fails_stops_no_decision_and_is_told(
    project: Project, hand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Backup:
        raise BrandtoolError("store.full", path="x")

    monkeypatch.setattr(backup, "back_up", full)
    assert project.append([hand.decide()]) == 1
    (told,) = project.notices
    assert (told.code, told.values["why"]) == ("store.backup_failed", "store.full")
    assert project.append([hand.decide()]) == 1
    assert len(project.notices) == 1


def test_a_folder_that_cannot_be_made_is_a_known_error(project: Project, home: Path) -> None:
    home.mkdir()
    (home / "data").write_text("a file where the folder should be")
    with pytest.raises(BrandtoolError) as caught:
        back_up(project._connection, project.uid, project.path, now=NOON)
    assert caught.value.code == "store.io"


def test_a_copy_that_does_not_pass_the_checks_is_no_backup(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "sound", lambda _: False)
    with pytest.raises(BrandtoolError) as caught:
        back_up(project._connection, project.uid, project.path, now=NOON)
    assert caught.value.code == "store.bad_copy"
    assert [path.name for path in backup_folder(project.uid).iterdir()] == ["origin"]


def test_two_backups_of_one_moment_are_not_made(project: Project) -> None:
    made = back_up(project._connection, project.uid, project.path, now=NOON)
    with pytest.raises(BrandtoolError) as caught:
        back_up(project._connection, project.uid, project.path, now=NOON)
    assert caught.value.code == "store.exists"
    assert backups(project.uid) == (made,)
    assert made.made_us == int(NOON.timestamp()) * 10**6


def test_a_file_that_is_no_backup_is_not_listed(project: Project) -> None:
    made = back_up(project._connection, project.uid, project.path, now=NOON)
    (made.path.parent / "mine.brandtool").write_bytes(b"")
    assert backups(project.uid) == (made,)


def thinned(moments: list[datetime]) -> list[datetime]:
    """Live through moments, backing up at each; return what is left, the newest first."""
    left: list[Backup] = []
    for moment in moments:
        told = Backup(Path(moment.isoformat()), int(moment.timestamp() * 1e6))
        left.insert(0, told)
        gone = spent(left)
        left = [one for one in left if one not in gone]
    return [datetime.fromtimestamp(one.made_us / 1e6, tz=UTC) for one in left]


def test_ten_recent_backups_stay_of_one_sitting() -> None:
    moments = [NOON + timedelta(minutes=10 * n) for n in range(40)]
    assert thinned(moments) == moments[:-11:-1]
    assert RECENT == 10


def test_seven_days_and_four_weeks_stay_beside_the_recent_ones() -> None:
    moments = [NOON + timedelta(days=day, minutes=10 * n) for day in range(60) for n in range(12)]
    left = thinned(moments)
    days = sorted({moment.date() for moment in left}, reverse=True)
    assert left[:10] == moments[:-11:-1]
    last = moments[-1].date()
    assert days[:7] == [last - timedelta(days=n) for n in range(7)]
    weeks = {day.isocalendar()[:2] for day in days}
    assert len(weeks) == 4
    assert len(left) == 10 + 6 + 3
    assert all(moment.hour == 13 and moment.minute == 50 for moment in left[10:])


def test_old_backups_are_taken_away_as_new_ones_come(project: Project) -> None:
    for n in range(13):
        back_up(project._connection, project.uid, project.path, now=NOON + timedelta(minutes=n))
    assert len(backups(project.uid)) == 10


def test_a_backup_is_put_back_and_what_lay_there_is_kept(filled: Path, hands: Any) -> None:
    with open_project(filled) as project:
        (made,) = backups(project.uid)
    now = filled.read_bytes()
    aside = restore(made, filled)
    assert aside is not None and aside.read_bytes() == now
    with open_project(filled) as project:
        assert len(project.all_decisions()) == 1
    assert verify(filled).ok and made.path.exists()
    filled.unlink()
    assert restore(made, filled) is None
    assert verify(filled).ok


def test_a_journal_goes_aside_with_its_file(filled: Path) -> None:
    with open_project(filled) as project:
        (made,) = backups(project.uid)
    journal = filled.with_name(filled.name + "-journal")
    journal.write_bytes(b"left over")
    aside = restore(made, filled)
    assert aside is not None and not journal.exists()
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"left over"


def test_nothing_is_put_back_under_an_open_desk_or_from_a_bad_backup(
    project: Project, hand: Any
) -> None:
    project.append([hand.decide()])
    (made,) = backups(project.uid)
    with pytest.raises(BrandtoolError) as caught:
        restore(made, project.path)
    assert (caught.value.code, caught.value.values["name"]) == ("store.locked", "林编辑")
    project.close()
    made.path.write_bytes(made.path.read_bytes()[:9000])
    before = project.path.read_bytes()
    with pytest.raises(BrandtoolError) as caught:
        restore(made, project.path)
    assert caught.value.code == "store.bad_copy"
    assert project.path.read_bytes() == before


def test_the_newest_good_backup_is_found_by_uid_or_by_path(project: Project, hand: Any) -> None:
    older = back_up(project._connection, project.uid, project.path, now=NOON)
    newer = back_up(project._connection, project.uid, project.path, now=NOON + timedelta(hours=1))
    elsewhere = project.path.with_name("other.brandtool")
    assert newest_good(elsewhere, project.uid) == newest_good(project.path, None) == newer
    assert newest_good(elsewhere, None) is None
    os.truncate(newer.path, 100)
    assert newest_good(project.path, None) == older


def test_a_disk_that_is_full_leaves_the_older_backups(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = back_up(project._connection, project.uid, project.path, now=NOON)

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(backup, "_copy", full)
    with pytest.raises(BrandtoolError) as caught:
        back_up(project._connection, project.uid, project.path, now=NOON + timedelta(days=1))
    assert caught.value.code == "store.full"
    assert backups(project.uid) == (older,)
