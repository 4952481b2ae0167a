"""The one store thread: it opens the project, stores decisions, and says when they are safe."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError

if TYPE_CHECKING:
    from brandtool.core.decision import Decision
    from brandtool.intake import Intake
    from brandtool.intake import Notice as ReadingNotice
    from brandtool.settings import Editor
    from brandtool.store import Cache, Location, Notice, Project, Replica

__all__ = ["Keeper", "Opened"]

log = logging.getLogger("brandtool.store")
RETRY = 5.0
FOLLOW = 1.0
PATIENCE = 0.3
"""Seconds for which the first page may be painted before its project is looked for."""
SUFFIX = ".brandtool"


@dataclass(frozen=True)
class Opened:
    """Hold what a page's project had: the stored document and its events, or nothing yet.

    `document` is the one to work on: the stored text if there is one. `changed`: the file on disk
    reads otherwise.
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
    changed: bool = False
    replica: str = ""
    names: tuple[tuple[str, str], ...] = ()
    place: Mapping[str, Any] = field(default_factory=dict)


class Keeper(QObject):
    """Run one thread that owns the project file; all signals arrive in the window's thread."""

    previewed = Signal(object)
    opened = Signal(object)
    refused = Signal(object)
    stored = Signal(object)
    failing = Signal(object)
    recovered = Signal()
    located = Signal(object)
    idle = Signal()
    learned = Signal(object, object)

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._replica: Replica | None = None
        self._cache: Cache | None = None
        self._document = ""
        self._painted = threading.Event()
        self._seen = 0
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="store", daemon=True)
        self._project: Project | None = None
        self._page: tuple[Path, Document, bytes] | None = None
        self._waiting: list[tuple[Decision, ...]] = []
        self._unsafe = 0
        self._failed = False
        self.stored.connect(self._note_stored)
        self._thread.start()

    @property
    def unsafe(self) -> int:
        """Count the actions that are not acknowledged yet."""
        return self._unsafe

    def _note_stored(self, _events: object) -> None:
        self._unsafe = max(0, self._unsafe - 1)

    def do(self, job: Callable[[], Any]) -> None:
        """Run a small job in the thread, after those before it."""
        self._jobs.put(job)

    def open(self, path: Path, *, encoding: str | None = None) -> None:
        """Read a page (or a project) and what its project holds.

        Answered by `opened` or `refused`.
        """
        self._jobs.put(lambda: self._open(path, encoding))

    def append(self, decisions: Sequence[Decision]) -> None:
        """Store the events of one action; acknowledged by `stored`, tried again while it fails."""
        self._unsafe += 1
        told = tuple(decisions)
        self._jobs.put(lambda: self._append(told))

    def try_again(self) -> None:
        """Try to store what waits."""
        self._jobs.put(self._flush)

    def give_up(self) -> None:
        """Forget what waits; the editor said so."""
        self._jobs.put(self._waiting.clear)
        self._unsafe = 0

    def stop(self) -> None:
        """Finish what waits and end the thread."""
        self._jobs.put(None)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=self._patience())
            except Empty:
                job = self._flush if self._waiting else self._follow
            if job is None:
                break
            try:
                job()
            except BrandtoolError as error:
                self.refused.emit(error)
            except Exception as error:
                # A fault of the program: reported as one, and what waits is tried again.
                log.exception("a job of the store thread failed")
                told = (type(error), error, error.__traceback__, self._thread)
                threading.excepthook(threading.ExceptHookArgs(told))
                if self._waiting:
                    self._failed = True
                    self.failing.emit(BrandtoolError("store.fault", name=type(error).__name__))
        self._leave()

    def painted(self) -> None:
        """Say that the text of the first page is painted; its project may be looked for."""
        self._painted.set()

    def keep_place(self, document: str, place: Mapping[str, Any]) -> None:
        """Keep where the editor is on a page, in the cache of its project.

        Losing it loses nothing else.
        """
        self._jobs.put(lambda: self._keep_place(document, place))

    def _keep_place(self, document: str, place: Mapping[str, Any]) -> None:
        if self._project is None or document != self._document:
            return
        self._open_cache(self._project).keep_view(f"page:{document}", dict(place))

    def _open_cache(self, project: Project) -> Cache:
        if self._cache is None:
            from brandtool.store import Cache

            self._cache = Cache(project.uid)
        return self._cache

    def _leave(self) -> None:
        self._flush()
        for held in (self._cache, self._project):
            if held is not None:
                held.close()
        self._project = self._cache = None

    def _patience(self) -> float | None:
        """Return after how many seconds to look again: at what waits, or at another desk's work."""
        if self._waiting:
            return RETRY
        reading = self._project is not None and not self._project.writable
        return FOLLOW if reading else None

    def _follow(self) -> None:
        """Learn what another desk wrote; take over when it has closed the page."""
        project = self._project
        if project is None or self._page is None:
            return
        try:
            if project.changed():
                fresh = project.all_decisions(after=self._seen)
                self._seen = max((seq for seq, _ in fresh), default=self._seen)
                editors = {r.replica_id: r.editor_id for r in project.replicas()}
                here = (None, self._document)
                self.learned.emit(tuple(d for _, d in fresh if d.doc in here), editors)
            if project.holder is not None and project.take_over():
                self._open(self._page[0], None)
        except BrandtoolError as error:
            log.warning("not followed: %s", error.code)

    def _open(self, path: Path, encoding: str | None) -> None:
        intake = None if path.suffix == SUFFIX else _read(path, encoding)
        if intake is not None and not self._document:
            self.previewed.emit(intake.document)
            self._painted.wait(PATIENCE)
        from brandtool.store import locate, new_replica

        at = locate(path)
        replica = new_replica(editor_id=self._editor.id, editor_name=self._editor.name)
        if at.exists:
            told = self._open_project(at, path, intake, replica)
        elif intake is None:
            raise BrandtoolError("store.missing", path=str(path))
        else:
            self._leave()
            notices = tuple(intake.notices)
            told = Opened(
                path, at.path, False, at.away, True, intake.document, intake.raw, notices=notices
            )
        self._replica = replica
        self._document = told.document.uid
        self._page = (path, told.document, told.raw)
        self.opened.emit(replace(told, replica=replica.replica_id))

    def _open_project(
        self, at: Location, path: Path, intake: Intake | None, replica: Replica
    ) -> Opened:
        from brandtool.store import open_project

        if self._project is not None and self._project.path == at.path.absolute():
            self._leave()
        project = open_project(at.path, replica=replica)
        try:
            document, raw = _document_of(project, path, intake)
            events = (*project.decisions(None), *project.decisions(document.uid))
            replicas = project.replicas()
        except BaseException:
            project.close()
            raise
        self._leave()
        self._project = project
        self._seen = max((seq for seq, _ in project.all_decisions()), default=0)
        notices: tuple[Notice | ReadingNotice, ...] = project.notices
        if intake is not None:
            notices = (*intake.notices, *notices)
        changed = intake is not None and intake.document.sha256 != document.sha256
        place = self._open_cache(project).view(f"page:{document.uid}")
        return Opened(
            path, at.path, True, at.away, project.writable, document, raw, events,
            tuple((r.replica_id, r.editor_id) for r in replicas), notices, changed,
            names=tuple((r.replica_id, r.editor_name) for r in replicas),
            place=place if isinstance(place, dict) else {},
        )  # fmt: skip

    def _append(self, decisions: tuple[Decision, ...]) -> None:
        self._waiting.append(decisions)
        self._flush()

    def _flush(self) -> None:
        while self._waiting:
            try:
                self._store(self._waiting[0])
            except BrandtoolError as error:
                self._failed = True
                log.error("not stored: %s", error.code)
                self.failing.emit(error)
                return
            done = self._waiting.pop(0)
            self.stored.emit(tuple(decision.event for decision in done))
            if self._failed:
                self._failed = False
                self.recovered.emit()
        if self._project is not None and self._project.writable:
            self._project.tend()

    def _store(self, decisions: tuple[Decision, ...]) -> None:
        if self._project is None:
            from brandtool.store import create_project

            assert self._page is not None
            page, document, raw = self._page
            self._project = create_project(page, document, raw=raw, replica=self._replica)
            self.located.emit(self._project.path)
        self._project.append(decisions, tend=False)


def _read(path: Path, encoding: str | None) -> Intake:
    """Read a page; a plain text needs no search for importers of other kinds of files."""
    from brandtool.intake import read
    from brandtool.intake.text import read_file

    plain = path.suffix.lower() == ".txt"
    return (read_file if plain else read)(path, encoding=encoding)


def _document_of(project: Project, path: Path, intake: Intake | None) -> tuple[Document, bytes]:
    """Return the stored text of a page, or take the page into its project."""
    if intake is None:
        entry = next(iter(project.documents()), None)
        if entry is None:
            raise BrandtoolError("store.missing", path=str(path))
        return project.source(entry.uid)
    entry = project.find(intake.document)
    if entry is not None:
        return project.source(entry.uid)
    if project.writable:
        project.add_document(intake.document, intake.raw)
    return intake.document, intake.raw
