"""Opening: header, leftovers, fingerprint and pages are checked before a project is used."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from brandtool.core.errors import BrandtoolError
from brandtool.store import backup, lock, migrations, proof, recovery
from brandtool.store.connection import connect, deadline, os_code, told, transaction
from brandtool.store.folders import clear, sync_folder
from brandtool.store.header import read_header
from brandtool.store.notice import Notice, notice
from brandtool.store.record import row_sum
from brandtool.store.replica import put_sum
from brandtool.store.schema import (
    READS_FROM,
    SCHEMA,
    expected_fingerprint,
    fingerprint,
    has_our_columns,
    make_schema,
    schema_of,
)

_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold an open project file that passed the checks; `held` is the lock if it may be written."""

    connection: sqlite3.Connection
    uid: str
    held: lock.Lock | None
    holder: lock.Holder | None
    notices: tuple[Notice, ...]


def make(path: Path) -> None:
    """Make an empty project file in one step; the caller holds the lock.

    Raises BrandtoolError (`store.exists`, `store.full`, ...); then nothing was made.
    """
    if path.exists():
        raise BrandtoolError("store.exists", path=str(path))
    fresh = path.with_name(path.name + ".new")
    with told(path):
        try:
            clear(fresh)
            _fill(fresh)
            fresh.rename(path)
        finally:
            clear(fresh)
        sync_folder(path.parent)


def _fill(path: Path) -> None:
    connection = connect(path, access="create")
    try:
        with transaction(connection):
            make_schema(connection)
            uid = secrets.token_hex(16)
            rows = (("project_uid", uid), ("reads_from", str(READS_FROM)))
            connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
            put_sum(connection, "meta", row_sum(*(told for row in rows for told in row)))
    finally:
        connection.close()


def open_reading(path: Path) -> Opened:
    """Open a project for reading only, without the lock."""
    with _about(path):
        read_header(path)
        notices: tuple[Notice, ...] = ()
        if proof.leftovers(path):
            notices = _recover(path)
        connection, uid, more = _checked(path, write=False)
        return Opened(connection, uid, None, None, notices + more)


def open_writing(path: Path, name: str) -> Opened:
    """Open a project for writing, or for reading with a notice that says why not.

    The lock is taken before anything of the file but its header is read.
    """
    with _about(path):
        header = read_header(path)
        if header.schema > SCHEMA:
            return open_reading(path)
        held = _lock(path, name)
        if isinstance(held, Notice):
            opened = open_reading(path)
            return Opened(opened.connection, opened.uid, None, None, (held, *opened.notices))
        if isinstance(held, lock.Holder):
            opened = open_reading(path)
            told_of = notice(
                "store.locked", path=str(path), name=held.name, pid=held.pid, host=held.host
            )
            return Opened(opened.connection, opened.uid, None, held, (told_of, *opened.notices))
        try:
            notices = recovery.settle(path, read_header(path))
            notices += _migrate(path)
            connection, uid, more = _checked(path, write=True)
        except BaseException:
            held.release()
            raise
        return Opened(connection, uid, held, None, notices + more)


def _lock(path: Path, name: str) -> lock.Lock | lock.Holder | Notice:
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return notice("store.read_only", path=str(path))
    try:
        return lock.take(path, name)
    except OSError as error:
        code = os_code(error)
        code = "store.no_lock" if code == "store.io" else code
        return notice(code, path=str(path))


def _recover(path: Path) -> tuple[Notice, ...]:
    """Let a reader play back what a stopped program left, if nobody writes and it may."""
    header = read_header(path)
    held = _lock(path, "") if header.schema <= SCHEMA else None
    if not isinstance(held, lock.Lock):
        return ()
    try:
        return recovery.settle(path, header)
    finally:
        held.release()


def _migrate(path: Path) -> tuple[Notice, ...]:
    """Bring a file of an older schema up to this one, after a backup."""
    if read_header(path).schema >= SCHEMA:
        return ()
    connection = connect(path, access="write")
    try:
        backup.back_up(connection, _uid(connection), path, now=datetime.now(UTC))
        before, after = migrations.migrate(connection, migrations.steps())
    finally:
        connection.close()
    return (notice("store.migrated", path=str(path), before=before, after=after),)


def _checked(path: Path, *, write: bool) -> tuple[sqlite3.Connection, str, tuple[Notice, ...]]:
    """Open read-only, look at everything, and only then open for writing."""
    connection = connect(path, access="read")
    try:
        if schema_of(connection) < SCHEMA:
            connection = _migrated_copy(connection)
        with deadline(connection, _PATIENCE):
            newer = schema_of(connection) > SCHEMA
            if not (has_our_columns(connection) if newer else _is_ours(connection)):
                raise BrandtoolError("store.schema", path=str(path))
            uid, reads_from = _uid(connection), _meta(connection, "reads_from")
        if not reads_from.isdecimal():
            raise BrandtoolError("store.damaged")
        if newer and int(reads_from) > SCHEMA:
            raise BrandtoolError("store.too_new", path=str(path), schema=schema_of(connection))
        if path.stat().st_size < recovery.LARGE:
            quick_check(connection, path)
        if write:
            connection.close()
            connection = connect(path, access="write")
        told_of = notice("store.newer", path=str(path), schema=schema_of(connection))
        return connection, uid, (told_of,) if newer else ()
    except BaseException:
        connection.close()
        raise


def _is_ours(connection: sqlite3.Connection) -> bool:
    return fingerprint(connection) == expected_fingerprint()


def _migrated_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Read a file of an older schema through a copy in memory that is brought up to date."""
    copy = connect(None, access="create")
    connection.backup(copy)
    connection.close()
    migrations.migrate(copy, migrations.steps())
    return copy


def quick_check(connection: sqlite3.Connection, path: Path) -> None:
    """Look at every page of a project; raises BrandtoolError `store.damaged`."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise BrandtoolError("store.damaged", path=str(path))


def _uid(connection: sqlite3.Connection) -> str:
    return _meta(connection, "project_uid")


def _meta(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    if row is None:
        raise BrandtoolError("store.damaged")
    return str(row[0])


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Name the newest good backup where a project turns out to be damaged."""
    try:
        with told(path):
            yield
    except BrandtoolError as error:
        if error.code not in ("store.damaged", "store.schema") or "backup" in error.values:
            raise
        found = backup.newest_good(path, None)
        raise BrandtoolError(
            error.code,
            path=str(path),
            backup=str(found.path) if found else "",
            backup_us=found.made_us if found else 0,
        ) from error
