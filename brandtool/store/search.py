"""Search: pairs of neighbouring characters in FTS5 find passages; the words themselves decide."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import ucd_3_2_0

from brandtool.core.document import Document
from brandtool.store.connection import transaction

TABLES = (
    """CREATE TABLE passage (
  passage_id INTEGER PRIMARY KEY,
  doc_uid TEXT NOT NULL,
  start INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT""",
    "CREATE INDEX passage_place ON passage (doc_uid, start)",
    "CREATE VIRTUAL TABLE pairs USING fts5"
    " (text, content='', tokenize='unicode61 remove_diacritics 0')",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Name a document and the half-open span of its text at which the words stand."""

    doc_uid: str
    start: int
    end: int


def pairs(text: str) -> str:
    """Return every two neighbouring characters of a text, with blanks between the pairs."""
    text = text.replace("\x00", " ")
    return " ".join(text[at : at + 2] for at in range(len(text) - 1))


def index(connection: sqlite3.Connection, doc_uid: str, document: Document) -> None:
    """Index the blocks of a document in place of what it was, in a transaction of its own."""
    with transaction(connection):
        old = connection.execute("SELECT passage_id, text FROM passage WHERE doc_uid=?", (doc_uid,))
        gone = [("delete", row, pairs(text)) for row, text in old]
        connection.executemany("INSERT INTO pairs (pairs, rowid, text) VALUES (?, ?, ?)", gone)
        connection.execute("DELETE FROM passage WHERE doc_uid=?", (doc_uid,))
        for block in document.blocks:
            text = document.quote(block.span)
            row = connection.execute(
                "INSERT INTO passage (doc_uid, start, text) VALUES (?, ?, ?)",
                (doc_uid, block.start, text),
            ).lastrowid
            connection.execute("INSERT INTO pairs (rowid, text) VALUES (?, ?)", (row, pairs(text)))


def find(connection: sqlite3.Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Return the first places at which words stand, by document and place, capitals or not."""
    if not words:
        return ()
    sql, told = "SELECT doc_uid, start, text FROM passage", tuple[str, ...]()
    if _has_sure_pair(words):
        sql += " WHERE passage_id IN (SELECT rowid FROM pairs WHERE pairs MATCH ?)"
        told = ('"' + pairs(words).replace('"', '""') + '"',)
    hits: list[Hit] = []
    for doc, start, text in connection.execute(f"{sql} ORDER BY doc_uid, start", told):
        for at in places(text, words):
            hits.append(Hit(doc, start + at, start + at + len(words)))
            if len(hits) == limit:
                return tuple(hits)
    return tuple(hits)


def places(text: str, words: str) -> Iterator[int]:
    """Go through the offsets at which words stand in a text, capitals or not, without overlap."""
    text, words = _lower(text), _lower(words)
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _lower(text: str) -> str:
    """Return a text in small letters, one code point for one."""
    out = text.lower()
    return out if len(out) == len(text) else "".join(min(c.lower(), c, key=len) for c in text)


def _has_sure_pair(words: str) -> bool:
    """Tell whether the index surely holds a token of some pair: letters known since Unicode 3.2."""
    return len(words) > 1 and any(ucd_3_2_0.category(char)[0] in "LN" for char in words)
