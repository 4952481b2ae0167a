"""Sources: the documents of a project, their revisions, and the bytes they came from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.store.record import row_sum
from brandtool.store.replica import now_us, plain, put_sum

_ENTRY = "doc_uid, rev, text_sha256, raw_sha256, encoding, origin, imported_us, nchars"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """Describe one revision of a document without its text: the newest, in a list of documents."""

    uid: str
    rev: int
    text_sha256: str
    raw_sha256: str
    encoding: str
    origin: str
    imported_us: int
    nchars: int


def add_document(
    connection: sqlite3.Connection, document: Document, raw: bytes, layers: Mapping[str, str]
) -> str:
    """Store a document with its first revision, unless it is there; return its uid."""
    uid = bytes.fromhex(document.uid)
    if not connection.execute("SELECT 1 FROM doc WHERE doc_uid=?", (uid,)).fetchone():
        connection.execute("INSERT INTO doc VALUES (?)", (uid,))
        _insert(connection, uid, 1, document, raw, layers)
    return document.uid


def add_revision(
    connection: sqlite3.Connection,
    doc_uid: str,
    document: Document,
    raw: bytes,
    layers: Mapping[str, str],
) -> int:
    """Store a new revision of a document unless its newest has this text; return its number."""
    newest = entry(connection, doc_uid)
    if newest.text_sha256 == document.sha256:
        return newest.rev
    _insert(connection, bytes.fromhex(doc_uid), newest.rev + 1, document, raw, layers)
    return newest.rev + 1


def _insert(
    connection: sqlite3.Connection,
    uid: bytes,
    rev: int,
    document: Document,
    raw: bytes,
    layers: Mapping[str, str],
) -> None:
    raw_sha = hashlib.sha256(raw).hexdigest()
    if document.raw_sha256 not in ("", raw_sha):
        raise ValueError("these are not the bytes the document was read from")
    row = (
        uid,
        rev,
        bytes.fromhex(document.sha256),
        bytes.fromhex(raw_sha),
        document.encoding,
        plain(document.origin),
        now_us(),
        len(document.text),
    )
    source = connection.execute(
        f"INSERT INTO source ({_ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row
    ).lastrowid
    connection.execute("INSERT INTO source_text VALUES (?, ?, ?)", (source, raw, document.text))
    put_sum(connection, f"source:{source}", row_sum(*row))
    for name, data in sorted(layers.items()):
        connection.execute("INSERT INTO source_layer VALUES (?, ?, ?)", (source, name, data))
        put_sum(connection, f"layer:{source}:{name}", row_sum(name, data))


def entry(connection: sqlite3.Connection, doc_uid: str, rev: int | None = None) -> DocumentEntry:
    """Return a revision of a document, the newest for None.

    Raises BrandtoolError (`store.no_source`).
    """
    row = connection.execute(
        f"SELECT {_ENTRY} FROM source WHERE doc_uid=? AND rev=coalesce(?, rev)"
        " ORDER BY rev DESC LIMIT 1",
        (bytes.fromhex(doc_uid), rev),
    ).fetchone()
    if row is None:
        raise BrandtoolError("store.no_source", doc=doc_uid, rev=rev or 0)
    return _entry(row)


def documents(connection: sqlite3.Connection) -> tuple[DocumentEntry, ...]:
    """Return the newest revision of every document, in the order in which they came in."""
    rows = connection.execute(
        f"SELECT {_ENTRY} FROM source WHERE rev="
        "(SELECT max(rev) FROM source AS other WHERE other.doc_uid=source.doc_uid) ORDER BY"
        " (SELECT min(source_id) FROM source AS other WHERE other.doc_uid=source.doc_uid)"
    )
    return tuple(map(_entry, rows))


def find(connection: sqlite3.Connection, document: Document) -> DocumentEntry | None:
    """Return the document that has this text in any revision, else the one of this origin."""
    row = connection.execute(
        "SELECT doc_uid FROM source WHERE text_sha256=? ORDER BY source_id DESC LIMIT 1",
        (bytes.fromhex(document.sha256),),
    ).fetchone()
    if row is None and document.origin:
        row = connection.execute(
            "SELECT doc_uid FROM source WHERE origin=? ORDER BY source_id DESC LIMIT 1",
            (plain(document.origin),),
        ).fetchone()
    return None if row is None else entry(connection, row[0].hex())


def load(connection: sqlite3.Connection, found: DocumentEntry) -> tuple[Document, bytes]:
    """Return the document of a revision and the bytes it came from."""
    text, raw = connection.execute(
        "SELECT text, raw FROM source JOIN source_text USING (source_id) WHERE doc_uid=? AND rev=?",
        (bytes.fromhex(found.uid), found.rev),
    ).fetchone()
    first = found.uid if found.rev > 1 else ""
    return Document(text, found.origin, found.encoding, found.raw_sha256, first), raw


def layers_of(connection: sqlite3.Connection, found: DocumentEntry) -> dict[str, str]:
    """Return what the importer said of a revision: hints, word boxes, by name."""
    rows = connection.execute(
        "SELECT name, data FROM source JOIN source_layer USING (source_id)"
        " WHERE doc_uid=? AND rev=? ORDER BY name",
        (bytes.fromhex(found.uid), found.rev),
    )
    return dict(rows.fetchall())


def _entry(row: tuple[bytes, int, bytes, bytes, str, str, int, int]) -> DocumentEntry:
    uid, rev, text, raw, *rest = row
    return DocumentEntry(uid.hex(), rev, text.hex(), raw.hex(), *rest)  # type: ignore[arg-type]
