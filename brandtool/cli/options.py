"""Options that several commands share, declared once."""

from __future__ import annotations

from pathlib import Path

import click

SHARE = click.FloatRange(0, 1)

ACCEPT = click.option(
    "--accept", metavar="P", type=SHARE, default=0.5, show_default=True,
    help="Let claims with a score of at least P take part in the articles.",
)  # fmt: skip
ENCODING = click.option(
    "--encoding", metavar="NAME", default=None,
    help="Read the files in this encoding instead of the one detected (utf-8, gb18030, big5, ...).",
)  # fmt: skip
OUT = click.option(
    "-o", "--out", "folder", metavar="DIR", required=True,
    type=click.Path(path_type=Path, file_okay=True),
    help="Write below this folder; every page gets a folder of its own.",
)  # fmt: skip
CORRECT = click.option(
    "--correct-printed", "correct", is_flag=True,
    help="Put printed errors right in the text instead of keeping them.",
)  # fmt: skip
FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
FORMATS = click.option(
    "-f", "--format", "formats", metavar="FORMAT", multiple=True, default=("text",),
    show_default=True, help="text, markdown, html, jsonl or csv (see formats); may be repeated.",
)  # fmt: skip
