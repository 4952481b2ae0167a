"""From files to documents: who reads a file, how its bytes are decoded, what its head tells.

A document is only as true as its reading: bytes are decoded strictly or refused with one sentence,
and kept as they came, so that a wrong guess can be mended later.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from brandtool.intake.encoding import ENCODINGS, Proposal, encoding_named
from brandtool.intake.text import Intake, Notice, file_bytes, read_bytes, read_text, readable
from brandtool.plugins import Parts, load

if TYPE_CHECKING:
    from brandtool.intake.facts import facts_of

__all__ = [
    "ENCODINGS",
    "IMPORTERS",
    "Importer",
    "Intake",
    "Notice",
    "Proposal",
    "encoding_named",
    "facts_of",
    "file_bytes",
    "importers",
    "read",
    "read_bytes",
    "read_text",
    "readable",
]

IMPORTERS = ("brandtool.intake.text:TextImporter",)
"""The built-in importers; the first that accepts a file reads it, the text importer last."""

_HEAD = 4096


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the attribute may be anything
    """Load the page facts when they are asked for: the first page is painted the sooner."""
    if name == "facts_of":
        from brandtool.intake.facts import facts_of

        return facts_of
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Importer(Protocol):
    """Read one kind of file; `id` carries a version."""

    id: str
    name: str
    suffixes: tuple[str, ...]

    def accepts(self, path: Path, head: bytes) -> bool:
        """Tell from its name and first bytes whether a file is of this kind."""
        ...

    def read(self, path: Path, *, encoding: str | None = None) -> Intake:
        """Read a file; raises BrandtoolError with a code of `intake`."""
        ...


def importers() -> Parts:
    """Load the importers in the order in which they are asked."""
    parts = load(IMPORTERS, group="brandtool.importers")
    return Parts(tuple(sorted(parts.loaded, key=lambda part: part.id == "text/1")), parts.failed)


def read(path: str | Path, *, encoding: str | None = None) -> Intake:
    """Read a file with the first importer that accepts it.

    Raises BrandtoolError with a code of `intake`, one for each reason to refuse a file.
    """
    path = Path(path)
    found = importers().loaded
    if len(found) == 1:
        importer: Importer = found[0]
    else:
        head = file_bytes(path)[:_HEAD]
        importer = next(part for part in found if part.accepts(path, head))
    return importer.read(path, encoding=encoding)
