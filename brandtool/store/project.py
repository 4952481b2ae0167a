"""The project: one file with documents and every decision on them; appended to, never changed."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal

from brandtool.core.decision import Decision
from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.core.fold import Ledger
from brandtool.store import backup, head, lock, opening, record, sources
from brandtool.store.backup import Backup
from brandtool.store.connection import told, transaction
from brandtool.store.folders import real
from brandtool.store.notice import notice
from brandtool.store.replica import Replica, new_replica, replicas, store_replica
from brandtool.store.sources import DocumentEntry

_log = logging.getLogger(__name__)

PAUSE = 600.0
"""Seconds between two backups while decisions come; more where one takes over a hundredth of it."""


class Project:
    """Hold one open project file.

    Belongs to the thread that opened it. `writable` False: `notices` say why (`store.locked`,
    `store.read_only`, `store.newer`). `replica` is this opening: decisions carry its id, n = 1, 2,
    ... and the event before as `prev`.
    """

    def __init__(self, path: Path, opened: opening.Opened, replica: Replica | None) -> None:
        self.path = path
        self.replica = replica or _nobody()
        self._ledger: Ledger | None = None
        self._folded = 0
        self._unsaved = False
        self._due = 0.0
        self._take(opened)

    def _take(self, opened: opening.Opened) -> None:
        self._connection = opened.connection
        self._held = opened.held
        self.uid = opened.uid
        self.holder = opened.holder
        self.notices = opened.notices
        with told(self.path):
            self._seen = self._version()

    @classmethod
    def open(cls, path: Path, *, writable: bool, replica: Replica | None = None) -> Project:
        """Open a project; if it cannot be written it opens for reading and `notices` say why.

        Raises BrandtoolError: `store.missing`, `store.foreign`, `store.schema`, `store.damaged`,
        `store.too_new`, `store.needs_recovery`; the file is then untouched.
        """
        path = real(path)
        if not writable:
            return cls(path, opening.open_reading(path), replica)
        replica = replica or _nobody()
        return cls(path, opening.open_writing(path, replica.editor_name), replica)

    @classmethod
    def create(
        cls,
        path: Path,
        document: Document,
        *,
        raw: bytes,
        replica: Replica | None = None,
        layers: Mapping[str, str] | None = None,
    ) -> Project:
        """Make a project with its first document and open it for writing.

        Raises BrandtoolError: `store.exists`, `store.locked`, `store.read_only`, `store.full`.
        """
        path, replica = real(path), replica or _nobody()
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            held = lock.take(path, replica.editor_name)
        if isinstance(held, lock.Holder):
            raise BrandtoolError(
                "store.locked", path=str(path), name=held.name, pid=held.pid, host=held.host
            )
        try:
            opening.make(path)
        finally:
            held.release()
        project = cls.open(path, writable=True, replica=replica)
        try:
            project.add_document(document, raw, layers=layers)
        except BaseException:
            project.close()
            raise
        return project

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """Tell whether this opening may write."""
        return self._held is not None

    def close(self) -> None:
        """Make the backup that is due, close the file, then let others write; twice is once."""
        self.tend()
        self._connection.close()
        if self._held is not None:
            self._held.release()
            self._held = None

    # Reading

    def documents(self) -> tuple[DocumentEntry, ...]:
        """Return the newest revision of every document, in the order in which they came in."""
        with told(self.path):
            return sources.documents(self._connection)

    def source(self, doc_uid: str, rev: int | None = None) -> tuple[Document, bytes]:
        """Return a revision of a document (the newest for None) and the bytes it came from.

        Raises BrandtoolError `store.no_source`.
        """
        with told(self.path):
            return sources.load(self._connection, sources.entry(self._connection, doc_uid, rev))

    def layers(self, doc_uid: str, rev: int | None = None) -> dict[str, str]:
        """Return what the importer said of a revision (hints, word boxes), by name."""
        with told(self.path):
            return sources.layers_of(
                self._connection, sources.entry(self._connection, doc_uid, rev)
            )

    def find(self, document: Document) -> DocumentEntry | None:
        """Return the document that has this text in any revision, else the one of this origin."""
        with told(self.path):
            return sources.find(self._connection, document)

    def compare(self, doc_uid: str, text_sha256: str) -> Literal["same", "changed"]:
        """Say whether a document's newest revision has a text, named by its SHA-256."""
        with told(self.path):
            newest = sources.entry(self._connection, doc_uid)
        return "same" if newest.text_sha256 == text_sha256 else "changed"

    def decisions(self, doc_uid: str | None) -> Iterator[Decision]:
        """Go through the events of a document, or of the project itself (None), as they came in."""
        uid = None if doc_uid is None else bytes.fromhex(doc_uid)
        with told(self.path):
            rows = self._connection.execute(
                f"SELECT {record.COLUMNS} FROM decision WHERE doc_uid IS ? ORDER BY seq", (uid,)
            ).fetchall()
            return iter([record.decision_of(row) for row in rows])

    def all_decisions(self, *, after: int = 0) -> tuple[tuple[int, Decision], ...]:
        """Return all events behind a sequence number, with theirs: what is new to a reader."""
        with told(self.path):
            return tuple(head.all_decisions(self._connection, after))

    def effective(self, doc_uid: str | None) -> frozenset[str]:
        """Return the events of a document (or of the project, None) that stand, without folding."""
        uid = None if doc_uid is None else bytes.fromhex(doc_uid)
        with told(self.path):
            rows = self._connection.execute("SELECT event FROM head WHERE doc_uid IS ?", (uid,))
            return frozenset(event.hex() for (event,) in rows)

    def replicas(self) -> tuple[Replica, ...]:
        """Return everyone who has written here, one entry an opening."""
        with told(self.path):
            return replicas(self._connection)

    def chain(self) -> tuple[int, str]:
        """Return (n, event) of this opening's last stored event; (0, "") before the first."""
        with told(self.path):
            return self._last()

    def changed(self) -> bool:
        """Tell whether another program has written since the last time this was asked."""
        with told(self.path):
            version = self._version()
        was, self._seen = self._seen, version
        return version != was

    # Writing

    def append(self, decisions: Sequence[Decision], *, tend: bool = True) -> int:
        """Store the events of one action, all or none; return how many were new.

        When this returns they last through a crash and a power cut. Events already stored are
        passed over, so that trying again is safe. `tend` False: the caller calls `tend` once it has
        told the editor. Raises BrandtoolError: `store.refused`, `store.chain`,
        `store.unknown_text`, `store.full`, `store.read_only`, `store.busy`, `store.io`,
        `store.moved`; then nothing was stored.
        """
        if len({decision.action for decision in decisions}) > 1:
            raise ValueError("one transaction stores one action")
        for decision in decisions:
            record.check(decision)
        try:
            with self._writing():
                fresh = [decision for decision in decisions if not self._has(decision.event)]
                self._store(fresh)
        except BaseException:
            self._ledger = None
            raise
        self._unsaved = self._unsaved or bool(fresh)
        if tend:
            self.tend()
        return len(fresh)

    def _store(self, fresh: Sequence[Decision]) -> None:
        if not fresh:
            return
        version = self._version()
        if self._ledger is None or version != self._folded:
            self._ledger, self._folded = head.load_ledger(self._connection), version
        n, prev = self._last()
        store_replica(self._connection, self.replica)
        for decision in fresh:
            n += 1
            told_of = (decision.replica, decision.n, decision.prev)
            if told_of != (self.replica.replica_id, n, prev):
                raise BrandtoolError("store.chain", event=decision.event, n=decision.n)
            self._check_text(decision)
            self._connection.execute(record.INSERT, record.row_of(decision))
            self._ledger.add(decision)
            prev = decision.event
        head.update(self._connection, self._ledger, fresh)

    def _check_text(self, decision: Decision) -> None:
        """Refuse a decision about a document or a text of it that is not here."""
        if decision.doc is None:
            return
        known = self._connection.execute(
            "SELECT 1 FROM source WHERE doc_uid=? AND text_sha256=coalesce(?, text_sha256)",
            (
                bytes.fromhex(decision.doc),
                None if decision.text_sha256 is None else bytes.fromhex(decision.text_sha256),
            ),
        ).fetchone()
        if known is None:
            raise BrandtoolError("store.unknown_text", event=decision.event, doc=decision.doc)

    def add_document(
        self, document: Document, raw: bytes, *, layers: Mapping[str, str] | None = None
    ) -> str:
        """Store a document with the bytes it came from, unless it is there; return its uid."""
        with self._writing():
            return sources.add_document(self._connection, document, raw, layers or {})

    def add_source(
        self,
        doc_uid: str,
        document: Document,
        raw: bytes,
        *,
        layers: Mapping[str, str] | None = None,
    ) -> int:
        """Store a new revision of a document unless its newest has this text; return its number."""
        with self._writing():
            return sources.add_revision(self._connection, doc_uid, document, raw, layers or {})

    def rebuild(self) -> None:
        """Make the stored state anew from the events."""
        with self._writing():
            head.rebuild(self._connection)

    def take_over(self) -> bool:
        """Try to become the writer where another one was; tell whether this opening may write now.

        A new replica begins. Raises as `open` does; then this opening goes on reading.
        """
        if self.writable:
            return True
        replica = self.replica
        opened = opening.open_writing(self.path, replica.editor_name)
        if opened.held is None:
            opened.connection.close()
            self.holder = opened.holder
            return False
        self._connection.close()
        self._ledger = None
        self._take(opened)
        self.replica = new_replica(
            editor_id=replica.editor_id, editor_name=replica.editor_name, app=replica.app
        )
        return True

    def tend(self, *, now: float | None = None) -> Backup | None:
        """Make a backup if due: after the first decision of a sitting, then every ten minutes.

        A backup that fails stops nothing: it is told in `notices` and tried again when the next is
        due. `now` counts seconds of any clock that only goes forward.
        """
        now = time.monotonic() if now is None else now
        if not (self.writable and self._unsaved and now >= self._due):
            return None
        self._unsaved = False
        began = time.monotonic()
        try:
            return backup.back_up(self._connection, self.uid, self.path, now=datetime.now(UTC))
        except BrandtoolError as error:
            _log.warning("no backup of %s: %s", self.path.name, error)
            failed = notice("store.backup_failed", path=str(self.path), why=error.code)
            self.notices = (*self.notices, failed)
            return None
        finally:
            self._due = now + max(PAUSE, 100 * (time.monotonic() - began))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Write everything inside or nothing, if this opening may."""
        if not self.writable:
            raise BrandtoolError("store.read_only", path=str(self.path))
        with told(self.path), transaction(self._connection):
            yield

    def _has(self, event: str) -> bool:
        row = (bytes.fromhex(event),)
        return bool(
            self._connection.execute("SELECT 1 FROM decision WHERE event=?", row).fetchone()
        )

    def _last(self) -> tuple[int, str]:
        row = self._connection.execute(
            "SELECT n, event FROM decision WHERE replica_id=? ORDER BY n DESC LIMIT 1",
            (bytes.fromhex(self.replica.replica_id),),
        ).fetchone()
        return (0, "") if row is None else (row[0], row[1].hex())

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


def _nobody() -> Replica:
    return new_replica(editor_id="", editor_name="")
