from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from brandtool.core.errors import BrandtoolError
from brandtool.store import Project
from brandtool.store.connection import connect
from brandtool.store.header import APPLICATION_ID, read_header
from brandtool.store.schema import SCHEMA, expected_fingerprint, fingerprint

GUARDED = ("doc", "source", "source_text", "source_layer", "replica", "decision")


@pytest.fixture
def raw(filled: Path) -> sqlite3.Connection:
    """Open a project as any other tool would: no pragma set."""
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("INSERT INTO source_layer VALUES (1, 'boxes', '[]')")
    yield connection
    connection.close()


def test_a_project_says_whose_file_it_is(filled: Path) -> None:
    head = filled.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID == 0x42524E44
    assert int.from_bytes(head[60:64], "big") == SCHEMA
    assert read_header(filled).schema == SCHEMA
    assert not read_header(filled).wal


def test_every_table_is_strict_and_no_statement_uses_json(raw: sqlite3.Connection) -> None:
    strict = {name: flag for _, name, kind, _, _, flag in raw.execute("PRAGMA table_list")}
    statements = [sql for *_, sql in expected_fingerprint()]
    for name in (*GUARDED, "meta", "head"):
        assert strict[name] == 1
    assert not any(re.search("json|fts", sql, re.IGNORECASE) for sql in statements)


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_history_is_append_only_for_other_tools_too(
    raw: sqlite3.Connection, table: str, recursive: str
) -> None:
    raw.execute(f"PRAGMA recursive_triggers={recursive}")
    before = raw.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    columns = [name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})")]
    for statement in (
        f"DELETE FROM {table}",
        f"UPDATE {table} SET {columns[0]}={columns[0]}",
        f"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


@pytest.mark.parametrize("same", ["seq", "event", "replica_id, n"])
def test_no_decision_takes_the_place_of_another(raw: sqlite3.Connection, same: str) -> None:
    columns = [name for _, name, *_ in raw.execute("PRAGMA table_info(decision)")]
    fresh = {"seq": "1000", "event": "randomblob(16)", "n": "1000"}
    kept = same.split(", ")
    told = [name if name in kept else fresh.get(name, name) for name in columns]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(f"REPLACE INTO decision SELECT {', '.join(told)} FROM decision WHERE seq=1")


def test_the_fingerprint_does_not_mind_blanks_but_minds_all_else(tmp_path: Path) -> None:
    one, two = connect(None, access="create"), connect(None, access="create")
    one.execute("CREATE TABLE t (a INTEGER)")
    two.execute("CREATE  TABLE t (a\n INTEGER)")
    assert fingerprint(one) == fingerprint(two)
    two.execute("CREATE VIEW v AS SELECT 1")
    assert fingerprint(one) != fingerprint(two)
    one.close(), two.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"SQLite format 3\x00", b"\x00" * 200, "一页文字".encode() * 40],
)
def test_a_foreign_file_is_refused_by_its_header_alone(folder: Path, content: bytes) -> None:
    path = folder / "x.brandtool"
    path.write_bytes(content)
    with pytest.raises(BrandtoolError) as caught:
        Project.open(path, writable=True)
    assert caught.value.code == "store.foreign"
    assert path.read_bytes() == content
    assert list(folder.iterdir()) == [path]


def test_another_programs_database_and_schema_0_are_foreign(filled: Path) -> None:
    whole = filled.read_bytes()
    for at, value in ((68, b"\0\0\0\0"), (60, b"\0\0\0\0"), (60, b"\xff\xff\xff\xff")):
        other = whole[:at] + value + whole[at + 4 :]
        filled.write_bytes(other)
        with pytest.raises(BrandtoolError) as caught:
            Project.open(filled, writable=True)
        assert caught.value.code == "store.foreign"
        assert filled.read_bytes() == other


def test_a_file_that_may_not_be_read_is_named(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(BrandtoolError) as caught:
        Project.open(filled, writable=True)
    assert caught.value.code == "store.unreachable"


def test_a_link_that_leads_nowhere_or_round_is_missing(folder: Path) -> None:
    (folder / "a.brandtool").symlink_to(folder / "b.brandtool")
    (folder / "b.brandtool").symlink_to(folder / "a.brandtool")
    (folder / "c.brandtool").symlink_to(folder / "d.brandtool")
    for name in "abc":
        with pytest.raises(BrandtoolError) as caught:
            Project.open(folder / f"{name}.brandtool", writable=True)
        assert caught.value.code == "store.missing"


def test_a_missing_file_and_a_folder_are_named(folder: Path) -> None:
    for path, code in ((folder / "x.brandtool", "store.missing"), (folder, "store.foreign")):
        with pytest.raises(BrandtoolError) as caught:
            Project.open(path, writable=True)
        assert caught.value.code == code
    assert not list(folder.iterdir())
