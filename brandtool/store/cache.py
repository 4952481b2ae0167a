"""The cache: candidates of long lists, the search index, view states; may be deleted any time."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from brandtool.core.candidate import Candidate
from brandtool.core.claim import candidate_json, read_candidate
from brandtool.core.decision import Json, canonical
from brandtool.core.document import Document
from brandtool.store import search
from brandtool.store.connection import connect, sqlite_code, transaction
from brandtool.store.folders import cache_folder
from brandtool.store.header import APPLICATION_ID
from brandtool.store.replica import now_us

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

CACHE_SCHEMA = 1
"""The number of the cache's schema; a cache of another one is made anew."""

_SCHEMA = (
    """CREATE TABLE run (
  run_id INTEGER PRIMARY KEY,
  text_sha256 TEXT NOT NULL,
  detector TEXT NOT NULL,
  config TEXT NOT NULL,
  done_us INTEGER NOT NULL,
  UNIQUE (text_sha256, detector)
) STRICT""",
    """CREATE TABLE candidate (
  cand_rowid INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run (run_id) ON DELETE CASCADE,
  cand TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  score REAL NOT NULL,
  detail TEXT NOT NULL
) STRICT""",
    "CREATE INDEX candidate_run ON candidate (run_id)",
    "CREATE INDEX candidate_place ON candidate (text_sha256, start, cand_rowid)",
    "CREATE INDEX candidate_kind ON candidate (kind, text_sha256, start, cand_rowid)",
    "CREATE TABLE view (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID",
    *search.TABLES,
    f"PRAGMA application_id={APPLICATION_ID}",
    f"PRAGMA user_version={CACHE_SCHEMA}",
)


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """Name a place in a long list: the row after which the next page begins."""

    text_sha256: str = ""
    start: int = -1
    row: int = 0


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """Hold one page of a long list; `after` is None behind the last row."""

    rows: tuple[Candidate, ...]
    after: Cursor | None


class Cache:
    """Hold the open cache of one project; belongs to the thread that opened it.

    A damaged cache is made anew without a word to the editor; one that cannot be written lives in
    memory.
    """

    def __init__(self, uid: str, *, folder: Path | None = None) -> None:
        self.path = (folder or cache_folder()) / f"{uid}.db"
        self._connection = self._open()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _open(self) -> sqlite3.Connection:
        for again in (False, True):
            try:
                if again:
                    self._discard()
                self.path.parent.mkdir(parents=True, exist_ok=True)
                return _ready(connect(self.path, access="create", journal="wal"))
            except (sqlite3.Error, OSError) as error:
                _log.warning("cache %s: %s", self.path.name, error)
        return _ready(connect(None, access="create"))

    def _discard(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def _run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do some work; if the file turns out to be damaged, once more on a new one."""
        try:
            return work(self._connection)
        except sqlite3.DatabaseError as error:
            if sqlite_code(error) != "store.damaged":
                raise
            _log.warning("cache %s: %s", self.path.name, error)
        self._connection.close()
        self._discard()
        self._connection = self._open()
        return work(self._connection)

    # Candidates

    def put_run(
        self, text_sha256: str, detector: str, candidates: Iterable[Candidate], *, config: str = ""
    ) -> None:
        """Keep what a detector (an id with its version) claims of a text, in place of the last."""
        claims = tuple(candidates)
        self._run(lambda connection: _put_run(connection, text_sha256, detector, config, claims))

    def has_run(self, text_sha256: str, detector: str, *, config: str = "") -> bool:
        """Tell whether a detector's claims on a text are here."""
        return self._run(
            lambda connection: (
                connection.execute(
                    "SELECT 1 FROM run WHERE text_sha256=? AND detector=? AND config=?",
                    (text_sha256, detector, config),
                ).fetchone()
                is not None
            )
        )

    def candidates(self, text_sha256: str) -> tuple[Candidate, ...]:
        """Return all claims on a text by where they begin."""
        sql = "SELECT detail FROM candidate WHERE text_sha256=? ORDER BY start, cand_rowid"
        rows = self._run(lambda connection: connection.execute(sql, (text_sha256,)).fetchall())
        return tuple(read_candidate(json.loads(detail)) for (detail,) in rows)

    def page(
        self, *, kind: str | None = None, after: Cursor | None = None, limit: int = 200
    ) -> CandidatePage:
        """Return one page of the claims on all texts, of one kind or of every kind."""
        at = after or Cursor()
        where = "" if kind is None else "kind=:kind AND "
        sql = (
            "SELECT text_sha256, start, cand_rowid, detail FROM candidate WHERE "
            f"{where}(text_sha256, start, cand_rowid) > (:text, :start, :row)"
            " ORDER BY text_sha256, start, cand_rowid LIMIT :limit"
        )
        told = {"kind": kind, "text": at.text_sha256, "start": at.start, "row": at.row}
        rows = self._run(lambda c: c.execute(sql, {**told, "limit": limit}).fetchall())
        found = tuple(read_candidate(json.loads(row[3])) for row in rows)
        return CandidatePage(found, Cursor(*rows[-1][:3]) if len(rows) == limit else None)

    # Search

    def index(self, doc_uid: str, document: Document) -> None:
        """Make a document findable by its words, in place of what it was."""
        self._run(lambda connection: search.index(connection, doc_uid, document))

    def search(self, words: str, *, limit: int = 200) -> tuple[search.Hit, ...]:
        """Return where words stand, by document and place; capitals do not matter."""
        return self._run(lambda connection: search.find(connection, words, limit))

    # View state

    def keep_view(self, name: str, state: Json) -> None:
        """Keep the view state of a page or a window (page, question, scroll, filters, zoom)."""
        row = (name, canonical(state))
        self._run(lambda c: c.execute("INSERT OR REPLACE INTO view VALUES (?, ?)", row).fetchall())

    def view(self, name: str) -> Json:
        """Return a view state; None if there is none."""
        sql = "SELECT state FROM view WHERE name=?"
        row = self._run(lambda connection: connection.execute(sql, (name,)).fetchone())
        return None if row is None else json.loads(row[0])


def _ready(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a connection to a cache of this schema; raises sqlite3.Error for any other file."""
    try:
        with transaction(connection):
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            for statement in _SCHEMA if empty else ():
                connection.execute(statement)
            if version != CACHE_SCHEMA and not empty:
                raise sqlite3.DatabaseError(f"a cache of schema {version}")
        connection.execute("SELECT count(*) FROM view").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _put_run(
    connection: sqlite3.Connection,
    text_sha256: str,
    detector: str,
    config: str,
    claims: Sequence[Candidate],
) -> None:
    from sqlite_utils import Database

    with transaction(connection):
        old = (text_sha256, detector)
        connection.execute("DELETE FROM run WHERE text_sha256=? AND detector=?", old)
        run = connection.execute(
            "INSERT INTO run (text_sha256, detector, config, done_us) VALUES (?, ?, ?, ?)",
            (*old, config, now_us()),
        ).lastrowid
        rows = (
            {
                "run_id": run,
                "cand": claim.id,
                "text_sha256": text_sha256,
                "kind": claim.kind,
                "start": min((span.start for span in claim.spans), default=0),
                "score": float(claim.score),
                "detail": canonical(candidate_json(claim)),
            }
            for claim in claims
        )
        Database(connection, execute_plugins=False).table("candidate").insert_all(rows)
