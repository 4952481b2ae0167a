"""From an edition to files: which exporter writes what, under which names, all or nothing.

An export is a pure function of a `Sheet`, so that the same project gives the same bytes on every
machine; only `write` touches the disk.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from brandtool.core.errors import BrandtoolError
from brandtool.export.naming import stem
from brandtool.export.sheet import Reading, Sheet, Verdict, sheet_of
from brandtool.export.writing import Output, write
from brandtool.plugins import Parts, load

__all__ = [
    "EXPORTERS",
    "Exporter",
    "Output",
    "Reading",
    "Sheet",
    "Verdict",
    "export_to",
    "exporter_named",
    "exporters",
    "sheet_of",
    "stem",
    "write",
]

EXPORTERS = (
    "brandtool.export.text:TextExporter",
    "brandtool.export.markdown:MarkdownExporter",
    "brandtool.export.html:HtmlExporter",
    "brandtool.export.lines:LinesExporter",
    "brandtool.export.table:TableExporter",
)
"""The built-in exporters, in the order in which they are offered."""


class Exporter(Protocol):
    """Write one format; `id` carries a version, `name` is what the command line calls it."""

    id: str
    name: str
    suffix: str

    def export(self, sheet: Sheet, *, encoding: str = "utf-8") -> tuple[Output, ...]:
        """Return the files of a page; pure."""
        ...


def exporters() -> Parts:
    """Load the exporters in the order in which they are offered."""
    return load(EXPORTERS, group="brandtool.exporters")


def exporter_named(name: str) -> Exporter:
    """Return the exporter of a name.

    Raises BrandtoolError `export.format.unknown`.
    """
    found: tuple[Exporter, ...] = exporters().loaded
    for part in found:
        if part.name == name:
            return part
    known = ", ".join(part.name for part in found)
    raise BrandtoolError("export.format.unknown", name=name, known=known)


def export_to(
    folder: Path, sheet: Sheet, *, formats: tuple[str, ...], encoding: str = "utf-8"
) -> tuple[Path, ...]:
    """Write a page in some formats into its own folder below `folder`; return the paths.

    All files appear or none. Raises BrandtoolError with a code of `export`.
    """
    outputs = [
        output
        for name in formats
        for output in exporter_named(name).export(sheet, encoding=encoding)
    ]
    return write(outputs, folder / stem(sheet))
