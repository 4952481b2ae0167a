"""The one store thread: it opens the project, stores decisions, and says when they are safe."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.ui.reading import (
    SUFFIX,
    Opened,
    Stamp,
    document_of,
    older_texts,
    read_as_before,
    read_page,
    stamp_of,
    text_beside,
    text_found,
)

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
LOOK = 2.0
"""Seconds between two looks at the file of the open page."""
PATIENCE = 0.3
"""Seconds for which the first page may be painted before its project is looked for."""


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
    text_changed = Signal(str)
    backups_listed = Signal(object)
    restored = Signal(object)

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._replica: Replica | None = None
        self._cache: Cache | None = None
        self._document = ""
        self._painted = threading.Event()
        self._seen = 0
        self._stamp: Stamp = None
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

    def revise(self, path: Path, *, encoding: str | None = None) -> None:
        """Take the text that stands in the file as a new revision of the page, and open it.

        Answered as `open` is.
        """
        self._jobs.put(lambda: self._revise(path, encoding))

    def list_backups(self) -> None:
        """List the backups of the open project, the newest first; answered by `backups_listed`."""
        self._jobs.put(self._list_backups)

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a page's project and open it.

        Answered by `opened` and `restored`, or by `refused`.
        """
        self._jobs.put(lambda: self._restore(path, backup))

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
                job = self._flush if self._waiting else self._look_about
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
        """Return after how many seconds to look again: at what waits, another desk, the file."""
        if self._waiting:
            return RETRY
        if self._page is None:
            return None
        reading = self._project is not None and not self._project.writable
        return FOLLOW if reading else LOOK

    def _look_about(self) -> None:
        if self._project is not None and not self._project.writable:
            self._follow()
        self._look()

    def _look(self) -> None:
        """Tell if the file of the page was written anew, and how it reads now."""
        if self._page is None or self._page[0].suffix == SUFFIX:
            return
        path, document, raw = self._page
        stamp = stamp_of(path)
        if stamp in (None, self._stamp):
            return
        self._stamp = stamp
        try:
            intake = read_page(path, None)
        except BrandtoolError as error:
            log.warning("the file was written anew and is not read: %s", error.code)
            return
        self.text_changed.emit(text_found(path, intake, document, raw, None))

    def _follow(self) -> None:
        """Learn what another desk wrote; take over when it has closed the page."""
        project = self._project
        if project is None or self._page is None:
            return
        try:
            if project.changed():
                if project.source(self._document)[0].sha256 != self._page[1].sha256:
                    self._open(self._page[0], None)
                    return
                fresh = project.all_decisions(after=self._seen)
                self._seen = max((seq for seq, _ in fresh), default=self._seen)
                editors = {r.replica_id: r.editor_id for r in project.replicas()}
                here = (None, self._document)
                self.learned.emit(tuple(d for _, d in fresh if d.doc in here), editors)
            if project.holder is not None and project.take_over():
                self._open(self._page[0], None)
        except BrandtoolError as error:
            log.warning("not followed: %s", error.code)

    def _revise(self, path: Path, encoding: str | None) -> None:
        self._flush()
        if self._waiting:
            return
        project = self._project
        if project is not None and project.writable and path.suffix != SUFFIX:
            document, _ = project.source(self._document)
            intake = read_page(path, encoding) if encoding else read_as_before(path, document)
            project.add_source(
                self._document, replace(intake.document, first=self._document), intake.raw
            )
        self._open(path, encoding)

    def _list_backups(self) -> None:
        from brandtool.store import backups

        self.backups_listed.emit(backups(self._project.uid) if self._project is not None else ())

    def _restore(self, path: Path, backup: Path) -> None:
        from brandtool.store import Backup, locate, restore

        self._flush()
        if self._waiting:
            return
        at = locate(path)
        if self._project is not None and self._project.path == at.path.absolute():
            self._leave()
        try:
            aside = restore(Backup(backup, 0), at.path, name=self._editor.name)
        except BrandtoolError as error:
            self._open(path, None)
            raise error from None
        self._open(path, None)
        self.restored.emit(aside)

    def _open(self, path: Path, encoding: str | None) -> None:
        stamp = stamp_of(path.with_name(path.name.removesuffix(SUFFIX)))
        intake = None if path.suffix == SUFFIX else read_page(path, encoding)
        if intake is not None and not self._document:
            self.previewed.emit(intake.document)
            self._painted.wait(PATIENCE)
        from brandtool.store import locate, new_replica

        at = locate(path)
        replica = new_replica(editor_id=self._editor.id, editor_name=self._editor.name)
        if at.exists:
            told = self._open_project(at, path, intake, replica, encoding)
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
        self._page = (told.path, told.document, told.raw)
        self._stamp = stamp
        self.opened.emit(replace(told, replica=replica.replica_id))

    def _open_project(
        self,
        at: Location,
        path: Path,
        intake: Intake | None,
        replica: Replica,
        encoding: str | None,
    ) -> Opened:
        from brandtool.store import open_project

        if self._project is not None and self._project.path == at.path.absolute():
            self._leave()
        project = open_project(at.path, replica=replica)
        try:
            document, raw = document_of(project, path, intake)
            events = (*project.decisions(None), *project.decisions(document.uid))
            replicas = project.replicas()
            older = older_texts(project, document, events)
        except BaseException:
            project.close()
            raise
        self._leave()
        self._project = project
        self._seen = max((seq for seq, _ in project.all_decisions()), default=0)
        notices: tuple[Notice | ReadingNotice, ...] = project.notices
        if intake is not None:
            notices = (*intake.notices, *notices)
        else:
            path, intake = text_beside(project, path) or (path, None)
        found = "" if intake is None else text_found(path, intake, document, raw, encoding)
        fresh = bool(older) and all(d.text_sha256 != document.sha256 for d in events)
        place = self._open_cache(project).view(f"page:{document.uid}")
        return Opened(
            path, at.path, True, at.away, project.writable, document, raw, events,
            tuple((r.replica_id, r.editor_id) for r in replicas), notices,
            found=found, forced=encoding, older=older, fresh=fresh,
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
