"""The command `analyse`: everything the detectors claim, as one JSON record a text."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from brandtool.cli.options import ACCEPT, ENCODING
from brandtool.cli.outlet import Outlet, Progress, write_bytes
from brandtool.cli.work import read_input
from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.intake import Intake, read_text, readable


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--jsonl",
    metavar="IN",
    type=click.Path(path_type=Path, allow_dash=True),
    help='Read one object {"id", "text"} a line from a file (- for standard input).',
)
@click.option(
    "--jobs",
    "-j",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Work in so many processes; the output is the same.",
)
@click.option("--quotes/--no-quotes", default=True, show_default=True, help="Look for quotes too.")
@ACCEPT
@ENCODING
def analyse(
    files: tuple[Path, ...],
    jsonl: Path | None,
    jobs: int,
    quotes: bool,
    accept: float,
    encoding: str | None,
) -> None:
    """Write an analysis record for each text: JSON Lines on standard output.

    FILES are text files; - is standard input. Claims scored at least --accept take part in the
    articles; all of them are listed. The records do not depend on --jobs or the locale.
    """
    from brandtool.batch.pool import analyse_many

    if bool(files) == bool(jsonl):
        raise click.UsageError("Give either FILES or --jsonl IN.")
    outlet = Outlet()
    texts = _from_lines(jsonl, outlet) if jsonl else _from_files(files, encoding, outlet)
    records = analyse_many(texts, accept=accept, quotes=quotes, jobs=jobs)
    for record in Progress(len(files), what="analyse").over(records):
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        write_bytes(line.encode("utf-8") + b"\n")
    outlet.done()


def _from_files(
    files: Iterable[Path], encoding: str | None, outlet: Outlet
) -> Iterator[tuple[str, Document]]:
    for path in files:
        try:
            intake = read_input(path, encoding=encoding)
        except BrandtoolError as error:
            outlet.refuse(error)
            continue
        _tell(intake, str(path), outlet)
        yield os.fsencode(path).decode("utf-8", "replace"), intake.document


def _from_lines(path: Path, outlet: Outlet) -> Iterator[tuple[str, Document]]:
    for number, line in enumerate(_lines(path, outlet), 1):
        if not line.strip():
            continue
        told = _object(line)
        if told is None:
            outlet.refuse(BrandtoolError("cli.json", path=str(path), line=number))
            continue
        intake = read_text(told[1], origin=told[0])
        _tell(intake, f"{path}, {number}", outlet)
        yield told[0], intake.document


def _lines(path: Path, outlet: Outlet) -> Iterator[bytes]:
    if str(path) == "-":
        yield from sys.stdin.buffer
        return
    try:
        with readable(path), path.open("rb") as lines:
            yield from lines
    except BrandtoolError as error:
        outlet.refuse(error)


def _object(line: bytes) -> tuple[str, str] | None:
    try:
        told = json.loads(line.decode("utf-8"))
        identifier, text = told["id"], told["text"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(text, str) or not isinstance(identifier, str | int):
        return None
    return str(identifier).encode("utf-8", "replace").decode("utf-8"), text


def _tell(intake: Intake, path: str, outlet: Outlet) -> None:
    warn = outlet.about(path)
    for notice in intake.notices:
        warn(notice.code, notice.values)
