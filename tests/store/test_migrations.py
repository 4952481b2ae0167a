from __future__ import annotations

import ast
import sqlite3
import sys
import types
from pathlib import Path

import pytest

from brandtool.store import SCHEMA, migrations
from brandtool.store.connection import connect


class Step:
    def __init__(self, number: int, statement: str) -> None:
        self.FROM = number
        self.statement = statement

    def migrate(self, connection: sqlite3.Connection) -> None:
        for statement in self.statement.split(";"):
            connection.execute(statement)


@pytest.fixture
def old() -> sqlite3.Connection:
    connection = connect(None, access="create")
    connection.execute("PRAGMA user_version=2")
    yield connection
    connection.close()


def state(connection: sqlite3.Connection) -> tuple[int, list[str]]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema")]
    return connection.execute("PRAGMA user_version").fetchone()[0], names


STEPS = (
    Step(1, "CREATE TABLE a (x)"),
    Step(2, "CREATE TABLE b (x)"),
    Step(3, "CREATE TABLE c (x);CREATE TABLE d (x)"),
)


def test_a_file_takes_the_steps_it_still_needs(old: sqlite3.Connection) -> None:
    assert migrations.migrate(old, STEPS) == (2, 4)
    assert state(old) == (4, ["b", "c", "d"])
    assert migrations.migrate(old, STEPS) == (4, 4)


def test_a_failing_step_keeps_the_steps_before_it_and_nothing_of_itself(
    old: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(old, (*STEPS[:2], Step(3, "CREATE TABLE c (x);CREATE TABLE c (x)")))
    assert state(old) == (3, ["b"])
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(old, (Step(3, "ROLLBACK;nonsense"),))
    assert state(old) == (3, ["b"])


def test_there_is_a_step_from_every_released_schema_to_the_next() -> None:
    assert [step.FROM for step in migrations.steps()] == list(range(1, SCHEMA))


def test_steps_are_modules_named_at_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("brandtool.store.migrations.made_up")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(migrations, "STEPS", ("made_up",))
    assert migrations.steps() == (module,)


def test_migrations_import_nothing_of_ours() -> None:
    for path in Path(migrations.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.startswith("brandtool")]
