"""The head: what stands, kept beside the events in the same transaction, rebuildable."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from brandtool.core.decision import Decision
from brandtool.core.fold import Ledger
from brandtool.store.record import COLUMNS, Row, decision_of

_INSERT = "INSERT OR IGNORE INTO head (event, doc_uid, cand) VALUES (?, ?, ?)"


def all_decisions(connection: sqlite3.Connection, after: int = 0) -> Iterator[tuple[int, Decision]]:
    """Go through all events behind a sequence number, in the order in which they came in."""
    rows = connection.execute(
        f"SELECT seq, {COLUMNS} FROM decision WHERE seq>? ORDER BY seq", (after,)
    )
    for seq, *row in rows:
        yield seq, decision_of(tuple(row))


def load_ledger(connection: sqlite3.Connection) -> Ledger:
    """Fold every event of a project."""
    return Ledger(decision for _, decision in all_decisions(connection))


def update(connection: sqlite3.Connection, ledger: Ledger, fresh: Sequence[Decision]) -> None:
    """Bring the head up to date with events the ledger has just taken in."""
    for event in sorted(_touched(ledger, fresh)):
        if ledger.is_effective(event):
            connection.execute(_INSERT, _row(ledger[event]))
        else:
            connection.execute("DELETE FROM head WHERE event=?", (bytes.fromhex(event),))


def _touched(ledger: Ledger, fresh: Iterable[Decision]) -> set[str]:
    """Return every event whose standing may have changed: what new ones name, and so on."""
    seen: set[str] = set()
    work = [decision.event for decision in fresh]
    while work:
        event = work.pop()
        if event not in seen and event in ledger:
            seen.add(event)
            work += ledger[event].parents + ledger[event].targets
    return seen


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the head anew from the events; the caller holds the transaction."""
    connection.execute("DELETE FROM head")
    connection.executemany(_INSERT, map(_row, load_ledger(connection).effective))


def difference(connection: sqlite3.Connection, ledger: Ledger) -> set[str]:
    """Return the events about which the stored head and the fold disagree."""
    stored = set(connection.execute("SELECT event, doc_uid, cand FROM head"))
    return {row[0].hex() for row in stored ^ set(map(_row, ledger.effective))}


def _row(decision: Decision) -> Row:
    ids = (decision.event, decision.doc, decision.cand)
    return tuple(None if told is None else bytes.fromhex(told) for told in ids)
