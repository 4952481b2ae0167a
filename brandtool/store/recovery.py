"""Recovery: what a stopped program left is tried on a copy before SQLite may play it back."""

from __future__ import annotations

import tempfile
from pathlib import Path

from brandtool.core.errors import BrandtoolError
from brandtool.store.connection import connect
from brandtool.store.folders import free_name
from brandtool.store.header import Header
from brandtool.store.notice import Notice, notice
from brandtool.store.proof import copy_of, leftovers, sound

LARGE = 200 * 2**20
"""From this size on a project is not checked at opening but later, by whoever has the time."""


def settle(path: Path, header: Header) -> tuple[Notice, ...]:
    """Play back the project's own journal, and move aside one that belongs to another file.

    The caller holds the lock. Raises BrandtoolError `store.damaged` if the file is whole neither
    with the journal nor without; then nothing was touched.
    """
    beside = leftovers(path)
    if not beside:
        return ()
    wal = path.with_name(path.name + "-wal")
    if wal in beside and not header.wal:
        return (_put_aside("store.stray_wal", path, wal), *settle(path, header))
    if path.stat().st_size < LARGE and not _trial(path, with_leftovers=True):
        if not _trial(path, with_leftovers=False):
            raise BrandtoolError("store.damaged", path=str(path))
        return tuple(_put_aside("store.stray_journal", path, file) for file in beside)
    connection = connect(path, access="write")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        connection.close()
    return (notice("store.recovered", path=str(path)),)


def _trial(path: Path, *, with_leftovers: bool) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of(path, Path(folder), with_leftovers=with_leftovers)
        return sound(copy, access="write")


def _put_aside(code: str, path: Path, file: Path) -> Notice:
    aside = free_name(file.with_name(f"{path.stem}.aside{file.name[len(path.stem) :]}"))
    file.rename(aside)
    return notice(code, path=str(path), aside=str(aside))
