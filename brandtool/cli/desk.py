"""The command `open`: the desk, on some pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

from brandtool.settings import EDITOR_VARIABLE

OpenDesk = Callable[[Sequence[str]], int]
"""Opens the desk on some paths and returns the exit code; `__main__` brings it, for no room below
knows the window.
"""


@dataclass
class Asked:
    """Hold what the options of the program say: the editor's name, and how to open the desk."""

    desk: OpenDesk
    editor: str = ""


@click.command("open")
@click.argument("paths", nargs=-1, type=click.Path())
@click.pass_obj
def open_desk(asked: Asked, paths: tuple[str, ...]) -> int:
    """Open the desk on texts, folders or projects."""
    if asked.editor:
        os.environ[EDITOR_VARIABLE] = asked.editor
    return asked.desk(paths)
