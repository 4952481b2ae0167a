"""What the commands do with one page: read it, detect, and put its sheet together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brandtool.core.candidate import Candidate
from brandtool.core.decision import Decision
from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.export.sheet import Sheet, sheet_of
from brandtool.intake import Intake, read, read_bytes
from brandtool.intake.facts import facts_of
from brandtool.intake.text import LARGEST

if TYPE_CHECKING:
    from brandtool.store import DocumentEntry, Project
    from brandtool.workbench import Workbench

Warn = Callable[[str, Mapping[str, object]], None]
"""Tells a notice, as a code and its values."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Hold a page as its project has it."""

    document: Document
    decisions: tuple[Decision, ...]
    editors: Mapping[str, str]


def read_input(path: Path, *, encoding: str | None) -> Intake:
    """Read a file, or standard input for `-`; raises BrandtoolError with a code of `intake`."""
    if str(path) != "-":
        return read(path, encoding=encoding)
    return read_bytes(sys.stdin.buffer.read(LARGEST + 1), origin="-", encoding=encoding)


def opened(
    document: Document,
    *,
    accept: float,
    warn: Warn,
    decisions: Iterable[Decision] = (),
    editors: Mapping[str, str] | None = None,
) -> Workbench:
    """Open a page on a workbench and let the detectors claim what they see."""
    from brandtool import detect
    from brandtool.workbench import Workbench
    from brandtool.workbench.analysis import solve
    from brandtool.workbench.gate import Editor

    bench = Workbench(
        document,
        editor=Editor("", ""),
        decisions=decisions,
        editors=editors,
        accept=accept,
    )
    bench.read_only = "cli.reading"
    found: list[Candidate] = []

    def told(kinds: Sequence[str], candidates: Sequence[Candidate], done: bool) -> None:
        found.extend(candidates)

    def failed(name: str, error: Exception) -> None:
        warn("cli.detector", {"name": name, "path": document.origin, "error": repr(error)})

    parts = detect.detectors()
    for failure in parts.failed:
        warn("cli.part", {"name": failure.name, "reason": failure.reason})
    solve(
        document,
        bench.ledger,
        parts.loaded,
        accept=accept,
        stopped=lambda: False,
        told=told,
        failed=failed,
    )
    bench.take(bench.revision, found)
    return bench


def sheet(
    bench: Workbench,
    *,
    proposed: bool,
    editors: Mapping[str, str] | None = None,
    correct: bool = False,
) -> Sheet:
    """Return the sheet of a page: the decided edition, or with what is proposed."""
    return sheet_of(
        bench.proposed if proposed else bench.decided,
        ledger=bench.ledger,
        facts=facts_of(bench.document),
        source=bench.document.origin,
        sha256=bench.document.raw_sha256,
        editors=editors,
        open_items=[question.candidate for question in bench.questions if question.waits],
        correct=correct,
    )


def pages(project: Project, *, warn: Warn) -> Iterator[Stored]:
    """Go through the pages of a project with their decisions."""
    editors = {replica.replica_id: replica.editor_name for replica in project.replicas()}
    common = tuple(project.decisions(None))
    entries = project.documents()
    beside = project.path.with_suffix("")
    for entry in entries:
        decisions = tuple(project.decisions(entry.uid))
        rev = _decided(project, entry, decisions)
        document, raw = project.source(entry.uid, rev)
        path = beside if len(entries) == 1 and beside.is_file() else Path(entry.origin)
        if rev != entry.rev:
            warn("cli.revision", {"path": entry.origin})
        elif _changed(path, raw, document):
            warn("cli.changed", {"path": str(path)})
        yield Stored(document, (*common, *decisions), editors)


def _decided(project: Project, entry: DocumentEntry, decisions: Sequence[Decision]) -> int:
    """Return the newest revision of a page with a decision on it, the newest if none has one."""
    texts = {decision.text_sha256 for decision in decisions}
    if not texts:
        return entry.rev
    newest_first = range(entry.rev, 0, -1)
    found = (rev for rev in newest_first if project.source(entry.uid, rev)[0].sha256 in texts)
    return next(found, entry.rev)


def _changed(path: Path, raw: bytes, stored: Document) -> bool:
    """Tell whether the file a page came from reads otherwise now; one that is gone does not."""
    from brandtool.intake import file_bytes

    try:
        if file_bytes(path) == raw:
            return False
        return read(path, encoding=stored.encoding).document.sha256 != stored.sha256
    except BrandtoolError as error:
        return error.code == "intake.invalid"


def project_path(path: Path) -> Path:
    """Return the project file that a path names: itself, or that of a text or a folder.

    Raises BrandtoolError `store.missing`, `cli.no_project`.
    """
    from brandtool import store

    if path.suffix == store.SUFFIX and not path.is_dir():
        if not path.exists():
            raise BrandtoolError("store.missing", path=str(path))
        return path
    if not path.exists():
        raise BrandtoolError("store.missing", path=str(path))
    found = store.locate(path)
    if not found.exists:
        raise BrandtoolError("cli.no_project", path=str(path))
    return found.path
