"""Verification: everything a project proves of itself, and what it holds; never writes."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from brandtool.core.decision import Decision
from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.core.fold import Ledger
from brandtool.store import head, lock
from brandtool.store.connection import UNREADABLE, Access, connect, told
from brandtool.store.folders import real
from brandtool.store.header import read_header
from brandtool.store.notice import Notice, notice
from brandtool.store.record import COLUMNS, decision_of, event_of, row_sum
from brandtool.store.schema import SCHEMA, expected_fingerprint, fingerprint, schema_of

Check = Callable[[sqlite3.Connection], Iterator[Notice]]

SIDECARS = ("-journal", "-wal")
"""What SQLite leaves beside a file it was writing when the program stopped."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Count what a project holds; `effective` events stand, neither replaced nor taken back."""

    documents: int
    sources: int
    replicas: int
    decisions: int
    effective: int
    by_verb: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_editor: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """Say whether a project is whole: the problems, and its figures (None if unreadable)."""

    path: Path
    problems: tuple[Notice, ...]
    statistics: Statistics | None

    @property
    def ok(self) -> bool:
        """Tell whether nothing was found."""
        return not self.problems


def verify(path: Path) -> Report:
    """Check a project: length, pages, chains, hashes of events and sources, the rebuilt state.

    What a stopped program left beside the file is played back on a copy, so that the file stays as
    it is; a project somebody is writing is copied first, so that no decision waits. Raises
    BrandtoolError (`store.missing`, `store.foreign`, `store.newer`).
    """
    path = real(path)
    header = read_header(path)
    if header.schema > SCHEMA:
        raise BrandtoolError("store.newer", path=str(path), schema=header.schema)
    held = lock.holder(path) is not None
    if not (held or header.wal or leftovers(path)):
        short = (notice("verify.short", missing=header.missing),) if header.missing else ()
        report = _report(path, path, "read")
        return replace(report, problems=(*short, *report.problems))
    with tempfile.TemporaryDirectory() as folder, told(path):
        copy = snapshot(path, Path(folder)) if held else copy_of(path, Path(folder))
        return _report(path, copy, "write")


def leftovers(path: Path) -> tuple[Path, ...]:
    """Return the files beside a project that say it was being written."""
    found = (path.with_name(path.name + suffix) for suffix in SIDECARS)
    return tuple(beside for beside in found if beside.exists() and beside.stat().st_size)


def copy_of(path: Path, folder: Path, *, with_leftovers: bool = True) -> Path:
    """Copy a project, with what lies beside it, into a folder."""
    copy = folder / "copy.brandtool"
    shutil.copyfile(path, copy)
    for beside in leftovers(path) if with_leftovers else ():
        suffix = beside.name[len(path.name) :]
        if suffix != "-wal" or read_header(path).wal:
            shutil.copyfile(beside, copy.with_name(copy.name + suffix))
    return copy


def snapshot(path: Path, folder: Path) -> Path:
    """Copy one state of a project somebody is writing into a folder."""
    copy = folder / "copy.brandtool"
    source = connect(path, access="read")
    try:
        target = connect(copy, access="create")
        try:
            source.backup(target)
        finally:
            target.close()
    finally:
        source.close()
    return copy


def _report(path: Path, at: Path, access: Access) -> Report:
    try:
        connection = connect(at, access=access)
    except UNREADABLE as error:
        return Report(path, (_unreadable("open", error),), None)
    try:
        problems = examine(connection, thorough=True)
        return Report(path, problems, _statistics(connection))
    finally:
        connection.close()


def examine(connection: sqlite3.Connection, *, thorough: bool) -> tuple[Notice, ...]:
    """Run every check on an open project; `thorough`: look at every cell and index too.

    A file of an older schema, about to be migrated, is checked for its pages only. The checks see
    one state, also while another program writes.
    """
    try:
        connection.execute("BEGIN")
        checks: list[Check] = [_pages("integrity_check" if thorough else "quick_check")]
        if schema_of(connection) >= SCHEMA:
            if fingerprint(connection) != expected_fingerprint():
                return (notice("verify.schema"),)
            checks += [_references, _events, _sources, _sums, _head]
        return tuple(found for check in checks for found in _guarded(check, connection))
    except UNREADABLE as error:
        return (_unreadable("open", error),)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def sound(path: Path, *, access: Access = "read") -> bool:
    """Tell whether a copy or a backup passes every check but the slow look at all indexes."""
    try:
        connection = connect(path, access=access)
    except UNREADABLE:
        return False
    try:
        return not examine(connection, thorough=False)
    finally:
        connection.close()


def _guarded(check: Check, connection: sqlite3.Connection) -> tuple[Notice, ...]:
    """Run a check; damage may put anything into a row, whatever its type says."""
    try:
        return tuple(check(connection))
    except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
        return (_unreadable(check.__name__.strip("_"), error),)


def _unreadable(check: str, error: Exception) -> Notice:
    return notice("verify.unreadable", check=check, why=str(error))


def _pages(pragma: str) -> Check:
    def pages(connection: sqlite3.Connection) -> Iterator[Notice]:
        for (found,) in connection.execute(f"PRAGMA {pragma}(20)"):
            if found != "ok":
                yield notice("verify.integrity", found=found)

    return pages


def _references(connection: sqlite3.Connection) -> Iterator[Notice]:
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield notice("verify.reference", table=table, row=row or 0)


def _events(connection: sqlite3.Connection) -> Iterator[Notice]:
    """Check each event's hash, and that each replica's events are a chain without a gap."""
    replica, n, prev = b"", 0, None
    rows = connection.execute(f"SELECT seq, {COLUMNS} FROM decision ORDER BY replica_id, n")
    for seq, *columns in rows:
        row = tuple(columns)
        if row[1] != replica:
            replica, n, prev = row[1], 0, None
        if (row[2], row[13]) != (n + 1, prev):
            yield notice("verify.chain", replica=replica.hex(), n=row[2])
        if event_of(row) != row[0]:
            yield notice("verify.event", event=row[0].hex(), seq=seq)
        n, prev = row[2], row[0]


def _sources(connection: sqlite3.Connection) -> Iterator[Notice]:
    """Check the hashes of every text and its bytes, its length, and the document's id."""
    rows = connection.execute(
        "SELECT doc_uid, rev, text_sha256, raw_sha256, nchars, text, raw"
        " FROM source LEFT JOIN source_text USING (source_id) ORDER BY source_id"
    )
    for uid, rev, text_sha, raw_sha, nchars, text, raw in rows:
        document = Document(text or "")
        whole = (
            text is not None
            and bytes.fromhex(document.sha256) == text_sha
            and hashlib.sha256(raw).digest() == raw_sha
            and len(text) == nchars
            and (rev > 1 or bytes.fromhex(document.uid) == uid)
        )
        if not whole:
            yield notice("verify.source", doc=uid.hex(), rev=rev)


def _sums(connection: sqlite3.Connection) -> Iterator[Notice]:
    """Check the rows that no event covers against their hashes, and that none is missing."""
    stored = dict(
        connection.execute("SELECT substr(key, 5), value FROM meta WHERE key LIKE 'sum:%'")
    )
    for name, value in meta_sums(connection).items():
        if stored.pop(name, None) != value:
            yield notice("verify.sum", row=name)
    for name in stored:
        yield notice("verify.sum", row=name)


def meta_sums(connection: sqlite3.Connection) -> dict[str, str]:
    """Hash every row that no event covers, by its name."""
    out = {}
    for row in connection.execute("SELECT * FROM replica"):
        out[f"replica:{row[0].hex()}"] = row_sum(*row)
    for source, *row in connection.execute("SELECT * FROM source"):
        out[f"source:{source}"] = row_sum(*row)
    for source, name, data in connection.execute("SELECT * FROM source_layer"):
        out[f"layer:{source}:{name}"] = row_sum(name, data)
    meta = connection.execute("SELECT key, value FROM meta WHERE key NOT LIKE 'sum:%' ORDER BY key")
    out["meta"] = row_sum(*(told for row in meta for told in row))
    return out


def _head(connection: sqlite3.Connection) -> Iterator[Notice]:
    """Fold all events anew and compare with the stored state."""
    ledger = Ledger(_readable(connection))
    for event in sorted(head.difference(connection, ledger)):
        yield notice("verify.head", event=event)


def _readable(connection: sqlite3.Connection) -> Iterator[Decision]:
    for row in connection.execute(f"SELECT {COLUMNS} FROM decision ORDER BY seq"):
        yield decision_of(row)


def _statistics(connection: sqlite3.Connection) -> Statistics | None:
    def count(table: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def counts(column: str) -> dict[str, int]:
        rows = connection.execute(
            f"SELECT {column}, count(*) FROM decision JOIN replica USING (replica_id)"
            " GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return dict(rows.fetchall())

    try:
        return Statistics(
            documents=count("doc"),
            sources=count("source"),
            replicas=count("replica"),
            decisions=count("decision"),
            effective=count("head"),
            by_verb=counts("verb"),
            by_kind=counts("kind"),
            by_editor=counts("editor_name"),
        )
    except UNREADABLE:
        return None
