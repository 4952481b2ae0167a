"""The commands `clean` and `quotes`: files in, clean articles or quotes out, before any editor."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from brandtool.cli.options import ACCEPT, ENCODING, FILES, FORMATS, OUT
from brandtool.cli.outlet import Outlet, Progress, write_bytes
from brandtool.cli.work import opened, read_input, sheet
from brandtool.cli.writer import Writer
from brandtool.core.errors import BrandtoolError
from brandtool.export.sheet import Sheet


@click.command()
@FILES
@OUT
@FORMATS
@ACCEPT
@ENCODING
@click.option(
    "--out-encoding", metavar="NAME", default="utf-8", show_default=True,
    help="Write text files in this encoding (utf-8, gb18030, ...).",
)  # fmt: skip
def clean(
    files: tuple[Path, ...],
    folder: Path,
    formats: tuple[str, ...],
    accept: float,
    encoding: str | None,
    out_encoding: str,
) -> None:
    """Write the clean articles that the detectors propose, and print the names of the files.

    FILES are text files; - is standard input. Nobody has decided anything, so while the detectors
    claim anything the names say 未定稿.
    """
    outlet = Outlet()
    writer = Writer(folder, formats, out_encoding)
    for told in _sheets(files, accept, encoding, outlet, what="clean"):
        try:
            for path in writer.write(told):
                click.echo(path)
        except BrandtoolError as error:
            outlet.refuse(error)
    outlet.done()


@click.command()
@FILES
@click.option("--csv", "form", flag_value="csv", help="Write the quote table.")
@click.option("--json", "form", flag_value="json", help="Write one JSON array of quotes.")
@ACCEPT
@ENCODING
def quotes(files: tuple[Path, ...], form: str | None, accept: float, encoding: str | None) -> None:
    """List the quotes of files with their speakers, on standard output.

    FILES are text files; - is standard input. Without --csv or --json, one line a quote: file,
    article, kind, speaker and words, separated by tabs. The quote table is UTF-8 with a byte-order
    mark, as spreadsheets want it.
    """
    from brandtool.export.lines import objects
    from brandtool.export.rows import quote_rows
    from brandtool.export.table import quote_table

    outlet = Outlet()
    sheets = _sheets(files, accept, encoding, outlet, what="quotes")
    if form == "csv":
        write_bytes(quote_table(*sheets))
    elif form == "json":
        told = [
            json.dumps(one, ensure_ascii=False)
            for page in sheets
            for one in objects(page)
            if one["type"] == "quote"
        ]
        write_bytes(("[" + ",\n".join(told) + "]\n").encode("utf-8"))
    else:
        for page in sheets:
            for row in quote_rows(page):
                words = " ".join(row.text.split())
                cells = (page.source, str(row.article), row.kind, row.speaker or "-", words)
                write_bytes(("\t".join(cells) + "\n").encode("utf-8", "replace"))
    outlet.done()


def _sheets(
    files: Iterable[Path],
    accept: float,
    encoding: str | None,
    outlet: Outlet,
    *,
    what: str,
) -> Iterator[Sheet]:
    paths = list(files)
    for path in Progress(len(paths), what=what).over(paths):
        try:
            intake = read_input(path, encoding=encoding)
        except BrandtoolError as error:
            outlet.refuse(error)
            continue
        warn = outlet.about(str(path))
        for notice in intake.notices:
            warn(notice.code, notice.values)
        bench = opened(intake.document, accept=accept, warn=outlet.warn)
        yield sheet(bench, proposed=True)
