from __future__ import annotations

import ast
import errno
import sqlite3
from pathlib import Path

import pytest

import brandtool
from brandtool.core.errors import BrandtoolError
from brandtool.store.connection import (
    LENGTH_LIMIT,
    connect,
    deadline,
    os_code,
    sqlite_code,
    told,
    transaction,
)


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_project_is_opened_with_every_pragma_set(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", access="create")
    told_of = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "busy_timeout": 5000,
        "query_only": 0,
        "temp_store": 2,
        "fullfsync": 1,
    }
    assert {name: pragma(connection, name) for name in told_of} == told_of
    assert connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == LENGTH_LIMIT
    assert connection.isolation_level is None
    with pytest.raises(sqlite3.OperationalError, match="not authorized"):
        connection.execute("SELECT load_extension('x')")
    connection.close()


def test_a_cache_is_opened_in_wal_with_synchronous_normal(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", access="create", journal="wal")
    assert (pragma(connection, "journal_mode"), pragma(connection, "synchronous")) == ("wal", 1)
    connection.close()


def test_a_reader_can_write_nothing(tmp_path: Path) -> None:
    connect(tmp_path / "a.db", access="create").close()
    connection = connect(tmp_path / "a.db", access="read")
    assert pragma(connection, "query_only") == 1
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("CREATE TABLE t (x)")
    connection.close()


@pytest.mark.parametrize("name", ["a?b#c%d.db", "换 行\n.db", "-v.db", "a'b\"c.db"])
def test_any_file_name_is_opened_as_it_is(tmp_path: Path, name: str) -> None:
    connect(tmp_path / name, access="create").execute("CREATE TABLE t (x)").connection.close()
    assert [path.name for path in tmp_path.glob("*.db")] == [name]


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "a.db", access="write")
    assert not list(tmp_path.glob("*.db"))


def test_what_cannot_be_opened_leaves_no_connection_behind(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"no database at all, but long enough to be looked at" * 20)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connect(tmp_path / "a.db", access="write")


def test_a_transaction_is_all_or_nothing() -> None:
    connection = connect(None, access="create")
    connection.execute("CREATE TABLE t (x)")
    with transaction(connection):
        connection.execute("INSERT INTO t VALUES (1)")
    with pytest.raises(ZeroDivisionError), transaction(connection):
        connection.execute("INSERT INTO t VALUES (2)")
        raise ZeroDivisionError
    assert connection.execute("SELECT x FROM t").fetchall() == [(1,)]
    with pytest.raises(ZeroDivisionError), transaction(connection):
        connection.execute("ROLLBACK")
        raise ZeroDivisionError
    connection.close()


def test_a_transaction_keeps_other_writers_out_from_its_first_moment(tmp_path: Path) -> None:
    one = connect(tmp_path / "a.db", access="create")
    two = connect(tmp_path / "a.db", access="write", timeout=0)
    with transaction(one):
        with pytest.raises(BrandtoolError) as caught, told(tmp_path), transaction(two):
            pytest.fail("two wrote at once")
        assert caught.value.code == "store.busy"
    one.close(), two.close()


def test_a_query_without_end_is_interrupted() -> None:
    connection = connect(None, access="create")
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT max(x) FROM n"
    with pytest.raises(BrandtoolError) as caught, told(Path("a")), deadline(connection, 0.05):
        connection.execute(endless)
    assert caught.value.code == "store.endless"
    assert connection.execute("SELECT 1").fetchone() == (1,)
    connection.close()


def failure(number: int | None, words: str = "") -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    if number is not None:
        error.sqlite_errorcode = number
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (failure(sqlite3.SQLITE_FULL), "store.full"),
        (failure(sqlite3.SQLITE_READONLY_DIRECTORY), "store.read_only"),
        (failure(sqlite3.SQLITE_READONLY_DBMOVED), "store.moved"),
        (failure(sqlite3.SQLITE_READONLY_ROLLBACK), "store.needs_recovery"),
        (failure(sqlite3.SQLITE_IOERR_WRITE), "store.io"),
        (failure(sqlite3.SQLITE_BUSY_SNAPSHOT), "store.busy"),
        (failure(sqlite3.SQLITE_CORRUPT), "store.damaged"),
        (failure(sqlite3.SQLITE_NOTADB), "store.damaged"),
        (failure(None, "Could not decode to UTF-8 column"), "store.damaged"),
        (failure(sqlite3.SQLITE_CANTOPEN), "store.unreachable"),
        (failure(sqlite3.SQLITE_TOOBIG), "store.too_big"),
        (failure(sqlite3.SQLITE_CONSTRAINT), None),
        (failure(None, "another"), None),
    ],
)
def test_failures_of_sqlite_have_codes_and_bugs_have_none(
    error: sqlite3.Error, code: str | None
) -> None:
    assert sqlite_code(error) == code
    with pytest.raises(BrandtoolError if code else sqlite3.OperationalError), told(Path("a")):
        raise error


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store.full"),
        (errno.EROFS, "store.read_only"),
        (errno.EACCES, "store.read_only"),
        (errno.ENOENT, "store.missing"),
        (errno.EIO, "store.io"),
    ],
)
def test_failures_of_the_system_have_codes(number: int, code: str) -> None:
    assert os_code(OSError(number, "")) == code
    with pytest.raises(BrandtoolError) as caught, told(Path("a")):
        raise OSError(number, "")
    assert (caught.value.code, caught.value.values) == (code, {"path": "a"})


def test_damaged_words_of_sqlite_are_damage() -> None:
    with pytest.raises(BrandtoolError) as caught, told(Path("a")):
        b"\xff".decode("utf-8")
    assert caught.value.code == "store.damaged"


def test_connections_are_opened_in_one_place_only() -> None:
    root = Path(brandtool.__file__).parent
    found = []
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(ast.Name("sqlite3"), "connect" | "Connection") if (
                    node.attr == "connect"
                ):
                    found.append(path.relative_to(root).as_posix())
                case ast.ImportFrom("sqlite3"):
                    found.append(path.relative_to(root).as_posix())
    assert found == ["store/connection.py"]


def test_sqlite_utils_uses_the_same_sqlite() -> None:
    from sqlite_utils.utils import sqlite3 as theirs

    assert theirs is sqlite3
