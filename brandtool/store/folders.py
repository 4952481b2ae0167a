"""Folders: where the program keeps what is not beside the editor's pages."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """Return the user's data folder: backups, and projects whose own folder cannot be written."""
    import platformdirs

    return platformdirs.user_data_path("brandtool", appauthor=False)


def cache_folder() -> Path:
    """Return the user's cache folder: what may be deleted at any time."""
    import platformdirs

    return platformdirs.user_cache_path("brandtool", appauthor=False)


def real(path: Path) -> Path:
    """Return the one path of a file, whatever links lead to it, so that it has one lock."""
    return Path(os.path.realpath(path))


def free_name(path: Path) -> Path:
    """Return a path at which nothing lies yet: the one given, or one with a number in it."""
    out, number = path, 1
    while out.exists():
        number += 1
        out = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return out


def clear(path: Path) -> None:
    """Take away a database that was not finished, with its journal."""
    for unfinished in (path, path.with_name(path.name + "-journal")):
        unfinished.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make what was renamed in a folder last through a power cut, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
