"""Replicas: one opening for writing, with a fresh random id and the editor who sat there."""

from __future__ import annotations

import secrets
import sqlite3
import time
from dataclasses import dataclass

from brandtool import __version__
from brandtool.store.record import row_sum


@dataclass(frozen=True, slots=True)
class Replica:
    """Name one opening for writing: the chain its decisions hang on, and its editor."""

    replica_id: str
    editor_id: str
    editor_name: str
    app: str
    started_us: int


def now_us() -> int:
    """Return the time in microseconds since 1970."""
    return time.time_ns() // 1000


def new_replica(*, editor_id: str, editor_name: str, app: str = "") -> Replica:
    """Make the replica of one opening; `app` defaults to this program and its version."""
    app = app or f"brandtool {__version__}"
    return Replica(secrets.token_hex(16), plain(editor_id), plain(editor_name), app, now_us())


def plain(name: str) -> str:
    """Return a name of the system (a path, an account) with what is no text in it spelt out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def store_replica(connection: sqlite3.Connection, replica: Replica) -> None:
    """Store a replica unless it is there; the caller holds the transaction."""
    key = bytes.fromhex(replica.replica_id)
    if connection.execute("SELECT 1 FROM replica WHERE replica_id=?", (key,)).fetchone():
        return
    row = (key, replica.editor_id, replica.editor_name, replica.app, replica.started_us)
    connection.execute("INSERT INTO replica VALUES (?, ?, ?, ?, ?)", row)
    put_sum(connection, f"replica:{replica.replica_id}", row_sum(*row))


def replicas(connection: sqlite3.Connection) -> tuple[Replica, ...]:
    """Return every replica of a project, by the time it began."""
    rows = connection.execute(
        "SELECT replica_id, editor_id, editor_name, app, started_us FROM replica"
        " ORDER BY started_us, replica_id"
    )
    return tuple(Replica(key.hex(), *rest) for key, *rest in rows)


def put_sum(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Store the hash of a row that no event covers."""
    connection.execute("INSERT INTO meta VALUES (?, ?)", (f"sum:{name}", value))
