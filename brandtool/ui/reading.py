"""What the file of a page and its project hold, and whether the file reads otherwise now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError

if TYPE_CHECKING:
    from brandtool.core.decision import Decision
    from brandtool.intake import Intake
    from brandtool.intake import Notice as ReadingNotice
    from brandtool.store import Notice, Project

__all__ = [
    "SUFFIX",
    "Opened",
    "Stamp",
    "document_of",
    "older_texts",
    "read_page",
    "read_as_before",
    "stamp_of",
    "text_beside",
    "text_found",
]

SUFFIX = ".brandtool"
Stamp = tuple[int, int, int] | None
"""When a file was written, its size and its number; None if it is not there."""


@dataclass(frozen=True)
class Opened:
    """Hold what a page's project had: the stored document and its events, or nothing yet.

    `document` is the one to work on: the stored text if there is one. `found` is the SHA-256 of
    the text in the file if that reads otherwise. `older` are the earlier texts of the page, the
    newest last; `fresh`: nothing was decided on the stored text yet, but on the last of them.
    """

    path: Path
    project: Path
    exists: bool
    away: bool
    writable: bool
    document: Document
    raw: bytes
    decisions: tuple[Decision, ...] = ()
    editors: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice | ReadingNotice, ...] = ()
    found: str = ""
    forced: str | None = None
    older: tuple[Document, ...] = ()
    fresh: bool = False
    replica: str = ""
    names: tuple[tuple[str, str], ...] = ()
    place: Mapping[str, Any] = field(default_factory=dict)


def read_page(path: Path, encoding: str | None) -> Intake:
    """Read a page; a plain text needs no search for importers of other kinds of files."""
    from brandtool.intake import read
    from brandtool.intake.text import read_file

    plain = path.suffix.lower() == ".txt"
    return (read_file if plain else read)(path, encoding=encoding)


def read_as_before(path: Path, stored: Document) -> Intake:
    """Read a page in the encoding it had, or as it seems to be if that does not hold any more."""
    try:
        return read_page(path, stored.encoding)
    except BrandtoolError:
        return read_page(path, None)


def text_found(
    path: Path, intake: Intake, stored: Document, raw: bytes, encoding: str | None
) -> str:
    """Return the SHA-256 of the text a file holds, empty if it is the stored one.

    What was once read in a chosen encoding is read so again.
    """
    told = intake.document
    if told.sha256 != stored.sha256 and encoding is None:
        if intake.raw == raw:
            return ""
        if told.encoding != stored.encoding:
            told = read_as_before(path, stored).document
    return "" if told.sha256 == stored.sha256 else told.sha256


def older_texts(
    project: Project, document: Document, events: Sequence[Decision]
) -> tuple[Document, ...]:
    """Return the earlier texts of a page on which something was decided, the newest last."""
    told = {decision.text_sha256 for decision in events} - {None, document.sha256}
    if not told:
        return ()
    entry = next(entry for entry in project.documents() if entry.uid == document.uid)
    texts = (project.source(document.uid, rev)[0] for rev in range(1, entry.rev))
    return tuple(text for text in texts if text.sha256 in told)


def text_beside(project: Project, path: Path) -> tuple[Path, Intake] | None:
    """Read the text that lies beside a project of one page and bears its name, if it reads."""
    text = path.with_name(path.name.removesuffix(SUFFIX))
    if path.suffix != SUFFIX or not text.is_file() or len(project.documents()) != 1:
        return None
    try:
        return text, read_page(text, None)
    except BrandtoolError:
        return None


def stamp_of(path: Path) -> Stamp:
    """Return by what a file is known to be written anew."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino


def document_of(project: Project, path: Path, intake: Intake | None) -> tuple[Document, bytes]:
    """Return the stored text of a page, or take the page into its project.

    The one page of a project that bears its name is that page, whatever its text and folder are.
    """
    if intake is None:
        entry = next(iter(project.documents()), None)
        if entry is None:
            raise BrandtoolError("store.missing", path=str(path))
        return project.source(entry.uid)
    entry = project.find(intake.document)
    entries = project.documents()
    if entry is None and len(entries) == 1 and project.path.name == path.name + SUFFIX:
        entry = entries[0]
    if entry is not None:
        return project.source(entry.uid)
    if project.writable:
        project.add_document(intake.document, intake.raw)
    return intake.document, intake.raw
