"""The command `export`: what editors decided in a project, as files."""

from __future__ import annotations

from pathlib import Path

import click

from brandtool.cli.options import CORRECT, FORMATS, OUT, SHARE
from brandtool.cli.outlet import Outlet
from brandtool.cli.work import opened, pages, project_path, sheet
from brandtool.cli.writer import Writer
from brandtool.core.errors import BrandtoolError


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@FORMATS
@OUT
@click.option(
    "--accept",
    metavar="P",
    type=SHARE,
    default=None,
    help="Add what is proposed and open with a score of at least P; else decided only.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    default="utf-8",
    show_default=True,
    help="Write text files in this encoding (utf-8, gb18030, ...).",
)
@CORRECT
def export(
    project: Path,
    formats: tuple[str, ...],
    folder: Path,
    accept: float | None,
    encoding: str,
    correct: bool,
) -> None:
    """Write the pages of a project as their editors decided them.

    PROJECT is a project file, or the text or folder it belongs to. Names and headers say 未定稿
    while anything is open. The files' names are printed.
    """
    from brandtool import store
    from brandtool.workbench.gate import ACCEPT

    outlet = Outlet()
    writer = Writer(folder, formats, encoding)
    with store.open_project(project_path(project), writable=False) as opening:
        for notice in opening.notices:
            outlet.warn(notice.code, notice.values)
        for page in pages(opening, warn=outlet.warn):
            bench = opened(
                page.document,
                accept=ACCEPT if accept is None else accept,
                warn=outlet.warn,
                decisions=page.decisions,
                editors=page.editors,
            )
            told = sheet(bench, proposed=accept is not None, editors=page.editors, correct=correct)
            try:
                for path in writer.write(told):
                    click.echo(path)
            except BrandtoolError as error:
                outlet.refuse(error)
    outlet.done()
