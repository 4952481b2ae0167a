"""Migrations: frozen steps from each released schema to the next, importing nothing of ours.

A step is a module of this package named in STEPS, with FROM (the schema it starts from) and
`migrate(connection)`. Once released it is never changed. `user_version` alone says where a file
stands.
"""

from __future__ import annotations

import importlib
import sqlite3
from collections.abc import Sequence
from typing import Protocol

STEPS: tuple[str, ...] = ()
"""The modules of the steps, oldest first; schema 1 is the first."""


class Step(Protocol):
    """Bring a file from one schema to the next."""

    FROM: int

    def migrate(self, connection: sqlite3.Connection) -> None:
        """Change the tables; the transaction and `user_version` are the caller's."""
        ...


def steps() -> tuple[Step, ...]:
    """Load the steps, oldest first."""
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in STEPS)


def migrate(connection: sqlite3.Connection, known: Sequence[Step]) -> tuple[int, int]:
    """Take every step a file needs, each in one transaction; return the schemas (before, after).

    A step that fails leaves the file as the step before it left it, and raises what went wrong.
    """
    before = int(connection.execute("PRAGMA user_version").fetchone()[0])
    at = before
    for step in known:
        if at != step.FROM:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            step.migrate(connection)
            connection.execute(f"PRAGMA user_version={at + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        at += 1
    return before, at
