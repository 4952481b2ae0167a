"""The schema of a project file: STRICT tables, history guarded by triggers, no JSON functions."""

from __future__ import annotations

import functools
import re
import sqlite3
from typing import TypeAlias

from brandtool.store.connection import connect
from brandtool.store.header import APPLICATION_ID

SCHEMA = 1
"""The number of this schema (`user_version`); not the program's version."""

READS_FROM = 1
"""The oldest schema whose programs may read a file of this one (`meta.reads_from`)."""

Fingerprint: TypeAlias = frozenset[tuple[str, str, str, str]]

_TABLES = (
    """CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE doc (
  doc_uid BLOB PRIMARY KEY CHECK (length(doc_uid) = 16)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE source (
  source_id INTEGER PRIMARY KEY,
  doc_uid BLOB NOT NULL REFERENCES doc (doc_uid) ON DELETE RESTRICT,
  rev INTEGER NOT NULL CHECK (rev >= 1),
  text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
  raw_sha256 BLOB NOT NULL CHECK (length(raw_sha256) = 32),
  encoding TEXT NOT NULL,
  origin TEXT NOT NULL,
  imported_us INTEGER NOT NULL,
  nchars INTEGER NOT NULL CHECK (nchars >= 0),
  UNIQUE (doc_uid, rev)
) STRICT""",
    "CREATE INDEX source_text_sha256 ON source (text_sha256)",
    """CREATE TABLE source_text (
  source_id INTEGER PRIMARY KEY REFERENCES source (source_id) ON DELETE RESTRICT,
  raw BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT""",
    """CREATE TABLE source_layer (
  source_id INTEGER NOT NULL REFERENCES source (source_id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (source_id, name)
) STRICT""",
    """CREATE TABLE replica (
  replica_id BLOB PRIMARY KEY CHECK (length(replica_id) = 16),
  editor_id TEXT NOT NULL,
  editor_name TEXT NOT NULL,
  app TEXT NOT NULL,
  started_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE decision (
  seq INTEGER PRIMARY KEY,
  event BLOB NOT NULL UNIQUE CHECK (length(event) = 16),
  replica_id BLOB NOT NULL REFERENCES replica (replica_id) ON DELETE RESTRICT,
  n INTEGER NOT NULL CHECK (n >= 1),
  clock INTEGER NOT NULL CHECK (clock >= 1),
  action BLOB NOT NULL CHECK (length(action) = 16),
  doc_uid BLOB REFERENCES doc (doc_uid) ON DELETE RESTRICT,
  text_sha256 BLOB CHECK (length(text_sha256) = 32),
  cand BLOB CHECK (length(cand) = 16),
  verb TEXT NOT NULL CHECK (verb IN ('accept', 'keep', 'amend', 'defer', 'add', 'retract')),
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  payload TEXT NOT NULL,
  parents BLOB NOT NULL CHECK (length(parents) % 16 = 0),
  made_us INTEGER NOT NULL,
  prev BLOB CHECK (length(prev) = 16),
  UNIQUE (replica_id, n)
) STRICT""",
    "CREATE INDEX decision_doc ON decision (doc_uid, seq)",
    """CREATE TABLE head (
  event BLOB PRIMARY KEY REFERENCES decision (event),
  doc_uid BLOB,
  cand BLOB
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX head_doc ON head (doc_uid)",
)

_GUARDED = {
    "doc": "doc_uid = NEW.doc_uid",
    "source": "source_id = NEW.source_id OR (doc_uid = NEW.doc_uid AND rev = NEW.rev)",
    "source_text": "source_id = NEW.source_id",
    "source_layer": "source_id = NEW.source_id AND name = NEW.name",
    "replica": "replica_id = NEW.replica_id",
    "decision": "seq = NEW.seq OR event = NEW.event OR (replica_id = NEW.replica_id AND n = NEW.n)",
}
"""The tables that are only ever added to, and what makes a row the one that is there already."""


def guards(table: str, same: str) -> tuple[str, ...]:
    """Return the triggers that keep a table append-only, against REPLACE too."""
    stop = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {stop}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {stop}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) {stop}",
    )


def make_schema(connection: sqlite3.Connection) -> None:
    """Make the tables and triggers of an empty database; the caller holds the transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    for table, same in _GUARDED.items():
        for statement in guards(table, same):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA}")


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the number of the schema of a file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def fingerprint(connection: sqlite3.Connection) -> Fingerprint:
    """Return what a database is made of: (type, name, table, statement), blanks evened out."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'"
    )
    return frozenset(
        (kind, name, table, re.sub(r"\s+", " ", sql or "").strip())
        for kind, name, table, sql in rows
    )


def columns(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Return every (table, column) of a database, views left out."""
    rows = connection.execute(
        "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c"
        " WHERE t.type='table'"
    )
    return frozenset(rows.fetchall())


@functools.cache
def _expected() -> tuple[Fingerprint, frozenset[tuple[str, str]]]:
    connection = connect(None, access="create")
    try:
        make_schema(connection)
        return fingerprint(connection), columns(connection)
    finally:
        connection.close()


def expected_fingerprint() -> Fingerprint:
    """Return the fingerprint of a project made by this program."""
    return _expected()[0]


def has_our_columns(connection: sqlite3.Connection) -> bool:
    """Tell whether everything this program reads is there, as a newer file must still have it."""
    return _expected()[1] <= columns(connection)
