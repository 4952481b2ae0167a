"""Names: where the project of a text or a folder lies; looking never makes it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from brandtool.store.folders import data_folder, real

SUFFIX = ".brandtool"

_LONGEST = 255 - len(".lock.new-journal")


@dataclass(frozen=True, slots=True)
class Location:
    """Say where a project lies or would lie.

    `away`: in the user's data folder, because the page's own folder cannot be written; the window
    says so.
    """

    path: Path
    exists: bool
    away: bool


def locate(path: Path) -> Location:
    """Find the project of a text, a folder or a project file.

    A project beside the page is taken first, then that of a folder around it, then one away; else
    the name it will get.
    """
    path = path.absolute()
    if path.suffix == SUFFIX and not path.is_dir():
        return Location(real(path), path.exists(), _is_away(path))
    beside = _beside(path)
    away = away_path(path)
    around = [] if path.is_dir() else [_beside(folder) for folder in path.parents if folder.name]
    for project in (beside, *around, away):
        if project.is_file():
            return Location(real(project), True, project == away)
    if os.access(beside.parent, os.W_OK):
        return Location(real(beside), False, False)
    return Location(real(away), False, True)


def away_path(path: Path) -> Path:
    """Return where the project of a page lies whose own folder cannot be written."""
    path = path.absolute()
    return data_folder() / "projects" / _fit(path.name, str(path), always=True)


def _beside(path: Path) -> Path:
    folder = path if path.is_dir() else path.parent
    return folder / _fit(path.name, path.name)


def _fit(name: str, whole: str, *, always: bool = False) -> str:
    """Return a project's name, shortened and told apart by a hash where it would be too long."""
    out = name + SUFFIX
    if not always and len(os.fsencode(out)) <= _LONGEST:
        return out
    mark = f"~{hashlib.blake2b(os.fsencode(whole), digest_size=6).hexdigest()}{SUFFIX}"
    while len(os.fsencode(name + mark)) > _LONGEST:
        name = name[:-1]
    return name + mark


def _is_away(path: Path) -> bool:
    return path.parent == data_folder() / "projects"
