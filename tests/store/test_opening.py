from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from brandtool.core.errors import BrandtoolError
from brandtool.store import (
    SCHEMA,
    Project,
    backups,
    lock,
    migrations,
    open_project,
    opening,
    recovery,
    verify,
)
from brandtool.store.record import row_sum

STOP = """
import os, sys
from pathlib import Path
from brandtool.store.connection import connect
connection = connect(Path(sys.argv[1]), access="write")
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM head")
connection.execute("CREATE TABLE junk (x)")
connection.executemany("INSERT INTO junk VALUES (?)", [("x" * 4000,)] * 60)
os._exit(9)
"""


def stopped_in_the_middle(path: Path) -> Path:
    """Leave a project as a program does that dies while SQLite writes pages; return its journal."""
    assert subprocess.run([sys.executable, "-c", STOP, str(path)]).returncode == 9
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 0
    return journal


def change(path: Path, *statements: str) -> bytes:
    """Let another tool write into a project; return the file's bytes."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path.read_bytes()


def refusal(path: Path, *, writable: bool = True) -> BrandtoolError:
    with pytest.raises(BrandtoolError) as caught:
        Project.open(path, writable=writable)
    return caught.value


# Versions


def test_a_newer_project_that_can_be_read_is_read_only(filled: Path) -> None:
    before = change(
        filled, f"PRAGMA user_version={SCHEMA + 1}", "ALTER TABLE decision ADD COLUMN more TEXT",
        "CREATE TABLE later (x)",
    )  # fmt: skip
    for writable in (True, False):
        with open_project(filled, writable=writable) as project:
            assert not project.writable
            (told,) = project.notices
            assert (told.code, told.values["schema"]) == ("store.newer", SCHEMA + 1)
            assert len(project.all_decisions()) == 4
            assert not project.take_over()
    with pytest.raises(BrandtoolError) as caught:
        verify(filled)
    assert caught.value.code == "store.newer"
    assert filled.read_bytes() == before
    assert list(filled.parent.iterdir()) == [filled]


@pytest.mark.parametrize("reads_from", [SCHEMA + 1, SCHEMA + 2])
def test_a_newer_project_that_says_so_is_not_read(filled: Path, reads_from: int) -> None:
    before = change(
        filled,
        f"PRAGMA user_version={SCHEMA + 3}",
        f"UPDATE meta SET value='{reads_from}' WHERE key='reads_from'",
    )
    error = refusal(filled)
    assert (error.code, error.values["schema"]) == ("store.too_new", SCHEMA + 3)
    assert filled.read_bytes() == before
    assert list(filled.parent.iterdir()) == [filled]


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE head",
        "ALTER TABLE decision RENAME COLUMN payload TO said",
    ],
)
def test_a_newer_project_without_what_is_read_here_is_refused(filled: Path, statement: str) -> None:
    change(filled, f"PRAGMA user_version={SCHEMA + 1}", statement)
    assert refusal(filled).code == "store.schema"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON decision BEGIN DELETE FROM head; END",
        "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n)"
        " SELECT x FROM n",
        "DROP TRIGGER decision_no_update",
        "CREATE TABLE mine (x)",
    ],
)
def test_foreign_tables_views_and_triggers_are_refused(filled: Path, statement: str) -> None:
    before = change(filled, statement)
    for writable in (True, False):
        error = refusal(filled, writable=writable)
        assert (error.code, error.values["backup"]) == ("store.schema", _newest(filled))
    assert [found.code for found in verify(filled).problems] == ["verify.schema"]
    assert filled.read_bytes() == before


def _newest(path: Path) -> str:
    folders = list((path.parent.parent / "home/data/brandtool/backups").iterdir())
    return str(backups(folders[0].name)[0].path)


# Damage


def test_a_damaged_project_names_its_newest_good_backup_and_stays_as_it_is(filled: Path) -> None:
    whole = filled.read_bytes()
    broken = whole[:4096] + bytes(len(whole) - 4096)
    filled.write_bytes(broken)
    error = refusal(filled)
    assert (error.code, error.values["backup"]) == ("store.damaged", _newest(filled))
    assert error.values["backup_us"] > 1_600_000_000_000_000
    Path(_newest(filled)).write_bytes(broken)
    assert refusal(filled).values["backup"] == ""
    assert filled.read_bytes() == broken
    assert not lock.lock_path(filled).exists()


def test_a_project_that_is_cut_off_is_damaged(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:5000])
    assert refusal(filled).code == "store.damaged"
    assert not verify(filled).ok


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM meta WHERE key='project_uid'",
        "UPDATE meta SET value='soon' WHERE key='reads_from'",
    ],
)
def test_a_project_that_does_not_know_itself_is_damaged(filled: Path, statement: str) -> None:
    change(filled, statement)
    assert refusal(filled).code == "store.damaged"


def test_a_large_project_is_not_looked_through_at_opening(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery, "LARGE", 1)
    monkeypatch.setattr(opening, "quick_check", lambda *_: pytest.fail("looked"))
    with open_project(filled) as project:
        assert project.writable


def test_a_page_sqlite_finds_out_of_order_is_damage(filled: Path) -> None:
    connection = opening.connect(filled, access="read")

    class Odd:
        def execute(self, _: str) -> Any:
            return connection.execute("SELECT 'row 1 missing from index'")

    with pytest.raises(BrandtoolError) as caught:
        opening.quick_check(Odd(), filled)  # type: ignore[arg-type]
    assert caught.value.code == "store.damaged"
    connection.close()


# What a stopped program leaves


def test_a_stopped_transaction_is_undone_at_the_next_opening(filled: Path) -> None:
    journal = stopped_in_the_middle(filled)
    left = filled.read_bytes()
    report = verify(filled)
    assert report.ok and report.statistics and report.statistics.decisions == 4
    assert (filled.read_bytes(), journal.exists()) == (left, True)
    with open_project(filled) as project:
        assert [told.code for told in project.notices] == ["store.recovered"]
        assert len(project.all_decisions()) == 4 and project.writable
    assert not journal.exists()
    assert verify(filled).ok


def test_a_large_project_is_undone_without_a_trial(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_in_the_middle(filled)
    monkeypatch.setattr(recovery, "LARGE", 1)
    monkeypatch.setattr(recovery, "copy_of", lambda *_, **__: pytest.fail("copied"))
    open_project(filled).close()
    monkeypatch.undo()
    assert verify(filled).ok


def test_a_reader_undoes_it_too_if_nobody_writes(filled: Path) -> None:
    journal = stopped_in_the_middle(filled)
    with open_project(filled, writable=False) as project:
        assert len(project.all_decisions()) == 4
    assert not journal.exists()


def test_a_reader_that_may_not_undo_it_says_so(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_in_the_middle(filled)
    before = filled.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    real = opening.connect

    def on_a_disk_that_cannot_be_written(path: Path, **told: Any) -> sqlite3.Connection:
        if told["access"] != "read":
            pytest.fail("opened for writing")
        return real(path, **told)

    monkeypatch.setattr(opening, "connect", on_a_disk_that_cannot_be_written)
    assert refusal(filled).code == "store.needs_recovery"
    assert filled.read_bytes() == before


def test_the_journal_of_another_file_is_put_aside_with_a_notice(
    filled: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.brandtool"
    shutil.copy(filled, other)
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("CREATE TABLE rows (x)")
    connection.executemany("INSERT INTO rows VALUES (?)", [("y" * 4000,)] * 90)
    connection.execute("DROP TRIGGER source_text_no_delete")
    connection.execute("UPDATE meta SET value='' WHERE key='project_uid'")
    connection.close()
    strange = stopped_in_the_middle(other)
    strange.rename(filled.with_name(filled.name + "-journal"))
    before = filled.read_bytes()
    with open_project(filled) as project:
        (told,) = project.notices
        assert told.code == "store.stray_journal"
        assert Path(str(told.values["aside"])).stat().st_size > 0
        assert len(project.all_decisions()) == 4
    assert filled.read_bytes() == before
    assert verify(filled).ok


def test_a_wal_beside_a_project_that_has_none_is_put_aside(filled: Path) -> None:
    wal = filled.with_name(filled.name + "-wal")
    wal.write_bytes(b"\x37\x7f\x06\x82" + bytes(4000))
    assert verify(filled).ok
    with open_project(filled) as project:
        (told,) = project.notices
        assert told.code == "store.stray_wal" and project.writable
    assert not wal.exists()
    wal.write_bytes(b"again")
    with open_project(filled) as project:
        assert project.notices[0].values["aside"] != told.values["aside"]


def test_a_project_another_tool_turned_to_wal_is_turned_back(filled: Path) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    assert connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    connection.close()
    assert opening.read_header(filled).wal
    assert verify(filled).ok
    assert list(filled.parent.iterdir()) == [filled]
    open_project(filled).close()
    assert not opening.read_header(filled).wal
    assert verify(filled).ok


def test_a_file_whole_neither_with_its_journal_nor_without_is_left_alone(filled: Path) -> None:
    journal = stopped_in_the_middle(filled)
    whole = filled.read_bytes()
    filled.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    journal.write_bytes(journal.read_bytes()[:2000])
    before = (filled.read_bytes(), journal.read_bytes())
    assert refusal(filled).code == "store.damaged"
    assert (filled.read_bytes(), journal.read_bytes()) == before
    assert not verify(filled).ok


# Migrations


class Second:
    """Stand in for the step a later schema will bring."""

    FROM = SCHEMA

    def migrate(self, connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE extra (x INTEGER) STRICT")


class Broken(Second):
    def migrate(self, connection: sqlite3.Connection) -> None:
        super().migrate(connection)
        raise sqlite3.IntegrityError("cannot")


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program be one that knows a schema more."""
    from brandtool.store import proof, schema

    made = schema.make_schema

    def make_next(connection: sqlite3.Connection) -> None:
        made(connection)
        connection.execute("CREATE TABLE extra (x INTEGER) STRICT")

    for module in (schema, opening, proof):
        monkeypatch.setattr(module, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(schema, "make_schema", make_next)
    monkeypatch.setattr(migrations, "steps", lambda: (Second(),))
    schema._expected.cache_clear()
    yield
    schema._expected.cache_clear()


def test_an_older_project_is_brought_up_to_date_after_a_backup(
    filled: Path, next_schema: None
) -> None:
    with open_project(filled) as project:
        (told,) = project.notices
        assert (told.code, told.values["before"], told.values["after"]) == (
            "store.migrated", SCHEMA, SCHEMA + 1,
        )  # fmt: skip
        assert len(project.all_decisions()) == 4
        assert len(backups(project.uid)) == 2
        saved = backups(project.uid)[0].path
    assert opening.read_header(saved).schema == SCHEMA
    assert opening.read_header(filled).schema == SCHEMA + 1
    assert verify(filled).ok


def test_an_older_project_is_read_without_being_changed(filled: Path, next_schema: None) -> None:
    before = filled.read_bytes()
    with open_project(filled, writable=False) as project:
        assert len(project.all_decisions()) == 4
    assert verify(filled).ok
    assert filled.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(
    filled: Path, next_schema: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = filled.read_bytes()
    monkeypatch.setattr(migrations, "steps", lambda: (Broken(),))
    with pytest.raises(sqlite3.IntegrityError, match="cannot"):
        Project.open(filled, writable=True)
    assert filled.read_bytes() == before
    assert not lock.lock_path(filled).exists()


def test_a_step_that_makes_another_schema_than_ours_is_noticed(
    filled: Path, next_schema: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Wrong(Second):
        def migrate(self, connection: sqlite3.Connection) -> None:
            connection.execute("CREATE TABLE extra (y INTEGER) STRICT")

    monkeypatch.setattr(migrations, "steps", lambda: (Wrong(),))
    error = refusal(filled)
    assert error.code == "store.schema" and error.values["backup"]


def test_taking_over_fails_as_opening_does_and_reading_goes_on(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = open_project(filled, writable=False)
    change(filled, "CREATE TABLE mine (x)")
    with pytest.raises(BrandtoolError) as caught:
        project.take_over()
    assert caught.value.code == "store.schema"
    assert len(project.all_decisions()) == 4
    project.close()


def test_a_read_only_file_or_folder_is_opened_for_reading(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for closed in (filled, filled.parent):
        monkeypatch.setattr(os, "access", lambda path, mode, no=closed: Path(path) != no)
        with open_project(filled) as project:
            assert [told.code for told in project.notices] == ["store.read_only"]
            assert not project.writable and len(project.all_decisions()) == 4


def test_rows_that_no_event_covers_have_sums(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    sums = dict(connection.execute("SELECT key, value FROM meta WHERE key LIKE 'sum:%'"))
    row = connection.execute("SELECT * FROM replica").fetchone()
    connection.close()
    assert sums[f"sum:replica:{row[0].hex()}"] == row_sum(*row)
    assert len(sums) == 3
