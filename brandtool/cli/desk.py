"""The command `open`: the desk, on some pages."""

from __future__ import annotations

import os

import click

from brandtool.settings import EDITOR_VARIABLE


@click.command("open")
@click.argument("paths", nargs=-1, type=click.Path())
@click.pass_context
def open_desk(context: click.Context, paths: tuple[str, ...]) -> int:
    """Open the desk on texts, folders or projects."""
    from brandtool import ui

    if context.obj:
        os.environ[EDITOR_VARIABLE] = context.obj
    return ui.run(list(paths))
