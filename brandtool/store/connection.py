"""Connections: the one place that opens SQLite, with every pragma set and every failure named."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from brandtool.core.errors import BrandtoolError

Access = Literal["read", "write", "create"]
Journal = Literal["delete", "wal"]

LENGTH_LIMIT = 704 * 2**20
"""The longest row in bytes: a text of 256 MB as it came and as UTF-8, and a little more."""

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises of a damaged file: its own words may be damaged too."""


class DamagedError(ValueError):
    """Tell that a row cannot be what was stored."""


_MODES = {"read": "ro", "write": "rw", "create": "rwc"}
_ALWAYS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA fullfsync=ON",
)
_EXACT = {
    sqlite3.SQLITE_READONLY_ROLLBACK: "store.needs_recovery",
    sqlite3.SQLITE_READONLY_DBMOVED: "store.moved",
}
_CODES = {
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_IOERR: "store.io",
    sqlite3.SQLITE_BUSY: "store.busy",
    sqlite3.SQLITE_LOCKED: "store.busy",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
    sqlite3.SQLITE_CANTOPEN: "store.unreachable",
    sqlite3.SQLITE_TOOBIG: "store.too_big",
    sqlite3.SQLITE_INTERRUPT: "store.endless",
}


def connect(
    path: Path | None, *, access: Access, journal: Journal = "delete", timeout: float = 5.0
) -> sqlite3.Connection:
    """Open a database with every pragma set; None: one in memory.

    The connection belongs to the thread that opened it, begins no transaction by itself and loads
    no extension. Raises sqlite3.Error.
    """
    name = ":memory:" if path is None else f"{path.absolute().as_uri()}?mode={_MODES[access]}"
    connection = sqlite3.connect(name, uri=True, timeout=timeout, isolation_level=None)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LENGTH_LIMIT)
        for pragma in _ALWAYS:
            connection.execute(pragma)
        if access == "read":
            connection.execute("PRAGMA query_only=ON")
        else:
            connection.execute(f"PRAGMA journal_mode={journal.upper()}")
        connection.execute(f"PRAGMA synchronous={'EXTRA' if journal == 'delete' else 'NORMAL'}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do everything inside or nothing: BEGIN IMMEDIATE, then COMMIT, or ROLLBACK and raise."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def deadline(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt the statements inside once the seconds are over (sqlite3.OperationalError)."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the failures of SQLite and the system inside into known errors about a file."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except (UnicodeDecodeError, DamagedError) as error:
        raise BrandtoolError("store.damaged", path=str(path)) from error
    except OSError as error:
        raise BrandtoolError(os_code(error), path=str(path)) from error


def explain(error: sqlite3.Error, path: Path) -> Exception:
    """Return the known error for a failure of SQLite, or the failure itself if it is a bug."""
    code = sqlite_code(error)
    return error if code is None else BrandtoolError(code, path=str(path))


def sqlite_code(error: sqlite3.Error) -> str | None:
    """Name a failure of SQLite by its code here; None for one that is a bug of ours."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return "store.damaged" if "decode" in str(error) else None
    return _EXACT.get(number) or _CODES.get(number & 0xFF)


def os_code(error: OSError) -> str:
    """Name a failure of the system by its code here."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "store.full"
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "store.read_only"
    return "store.missing" if error.errno == errno.ENOENT else "store.io"
