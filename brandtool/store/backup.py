"""Backups: verified copies in the user's data folder, thinned out as they age."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from brandtool.core.errors import BrandtoolError
from brandtool.store import lock
from brandtool.store.connection import connect, told
from brandtool.store.folders import clear, data_folder, free_name, real, sync_folder
from brandtool.store.proof import leftovers, sound

RECENT, DAILY, WEEKLY = 10, 7, 4
"""How many stay: the newest, the newest of each day, the newest of each week."""

_STAMP = "%Y%m%dT%H%M%S%fZ"
_ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Backup:
    """Name one backup of a project and when it was made (microseconds since 1970)."""

    path: Path
    made_us: int


def backup_folder(uid: str) -> Path:
    """Return where the backups of a project lie."""
    return data_folder() / "backups" / uid


def backups(uid: str) -> tuple[Backup, ...]:
    """List the backups of a project, the newest first."""
    found = [_read(path) for path in backup_folder(uid).glob("*.brandtool")]
    return tuple(sorted((b for b in found if b), key=lambda b: b.made_us, reverse=True))


def _read(path: Path) -> Backup | None:
    try:
        made = datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, _us(made))


def _us(moment: datetime) -> int:
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def back_up(connection: sqlite3.Connection, uid: str, project: Path, *, now: datetime) -> Backup:
    """Copy an open project, verify the copy, and thin out the older ones.

    Raises BrandtoolError (`store.full`, `store.read_only`, `store.bad_copy`, ...); then no backup
    was made and none was lost.
    """
    folder = backup_folder(uid)
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _ORIGIN).write_bytes(os.fsencode(project.absolute()))
        unfinished = folder / "unfinished"
        clear(unfinished)
        try:
            _copy(connection, unfinished)
            if not sound(unfinished):
                raise BrandtoolError("store.bad_copy", path=str(project))
            path = _unused(folder, now)
            unfinished.rename(path)
        finally:
            clear(unfinished)
        sync_folder(folder)
        for old in spent(backups(uid)):
            old.path.unlink()
    return Backup(path, _us(now))


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    copy = connect(path, access="create")
    try:
        connection.backup(copy)
    finally:
        copy.close()


def _unused(folder: Path, now: datetime) -> Path:
    path = folder / f"{now.astimezone(UTC).strftime(_STAMP)}.brandtool"
    if path.exists():
        raise BrandtoolError("store.exists", path=str(path))
    return path


def spent(known: Sequence[Backup]) -> tuple[Backup, ...]:
    """Return the backups (newest first) that no rule keeps: not recent, of no kept day or week."""
    kept = set(known[:RECENT])
    for form, most in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY)):
        newest: dict[str, Backup] = {}
        for backup in known:
            moment = datetime.fromtimestamp(backup.made_us / 1e6, tz=UTC)
            newest.setdefault(moment.strftime(form), backup)
        kept.update(list(newest.values())[:most])
    return tuple(backup for backup in known if backup not in kept)


def newest_good(project: Path, uid: str | None) -> Backup | None:
    """Return the newest backup that passes every check; without a uid it is found by path."""
    uids = [uid] if uid else _uids_of(project)
    known = sorted((b for u in uids for b in backups(u)), key=lambda b: b.made_us, reverse=True)
    return next((backup for backup in known if sound(backup.path)), None)


def _uids_of(project: Path) -> list[str]:
    here = os.fsencode(project.absolute())
    notes = (data_folder() / "backups").glob(f"*/{_ORIGIN}")
    return [note.parent.name for note in notes if note.read_bytes() == here]


def restore(backup: Backup, project: Path, *, name: str = "") -> Path | None:
    """Put a backup where a project lies; return where what lay there is now, None if nothing did.

    Nothing is deleted. Raises BrandtoolError (`store.locked`, `store.bad_copy`, ...).
    """
    project = real(project)
    if not sound(backup.path):
        raise BrandtoolError("store.bad_copy", path=str(backup.path))
    with told(project):
        held = lock.take(project, name)
        if isinstance(held, lock.Holder):
            raise BrandtoolError(
                "store.locked", path=str(project), name=held.name, pid=held.pid, host=held.host
            )
        try:
            return _put(backup, project)
        finally:
            held.release()


def _put(backup: Backup, project: Path) -> Path | None:
    fresh = project.with_name(project.name + ".new")
    clear(fresh)
    copy = connect(backup.path, access="read")
    try:
        _copy(copy, fresh)
    finally:
        copy.close()
    aside = None
    if project.exists():
        aside = free_name(project.with_name(f"{project.stem}.replaced{project.suffix}"))
        for beside in leftovers(project):
            beside.rename(aside.with_name(aside.name + beside.name[len(project.name) :]))
        project.rename(aside)
    fresh.rename(project)
    sync_folder(project.parent)
    return aside
