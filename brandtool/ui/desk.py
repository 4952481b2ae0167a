"""The desk: one open page between the workbench and the window.

It knows which question is asked.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from brandtool.ui.analyst import Analyst
from brandtool.ui.answers import Draft
from brandtool.ui.models.question import QuestionRow, row_of
from brandtool.ui.standing import answer_of, typed_of

if TYPE_CHECKING:
    from brandtool.core.candidate import Candidate
    from brandtool.core.decision import Decision
    from brandtool.core.document import Document
    from brandtool.settings import Settings
    from brandtool.ui.keeper import Keeper, Opened
    from brandtool.workbench import Change, Question, Workbench

__all__ = ["Desk"]

AFTER_PAINT = 40
"""Milliseconds after which the page is painted and the analysis may begin."""

SOON = 80
"""Milliseconds after an act in which another may come before the analysis is asked anew."""

log = logging.getLogger("brandtool.desk")


class Desk(QObject):
    """Hold the open page, ask the analysis for candidates, hand decisions to the store."""

    previewed = Signal(object)
    opened = Signal(object)
    refused = Signal(object)
    changed = Signal(object)
    rows_changed = Signal()
    current_changed = Signal(str)
    current_settled = Signal(str)
    draft_changed = Signal()
    safety_changed = Signal()
    failing = Signal(object)
    recovered = Signal()
    busy_changed = Signal(bool)
    idle_without = Signal()
    missing_kinds = Signal(str)
    carried = Signal(int, object)
    text_changed = Signal(str)
    backups_listed = Signal(object)
    restored = Signal(object)

    def __init__(self, settings: Settings, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.workbench: Workbench | None = None
        self.page: Opened | None = None
        self.rows: tuple[QuestionRow, ...] = ()
        self.current = ""
        self.shown: Callable[[], Sequence[QuestionRow]] = lambda: self.rows
        self.analysed = False
        self._closed = False
        self._drafts: dict[str, Draft] = {}
        self._listed: dict[str, None] = {}
        self._place: dict[str, Any] = {}
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._sent: set[str] = set()
        self._keeper: Keeper | None = None
        self.analyst = Analyst(self)
        self.analyst.told.connect(self._take)
        self.analyst.busy_changed.connect(self.busy_changed)
        self.analyst.given_up.connect(self.idle_without)
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(self._solve)

    # -- opening and closing --------------------------------------------------------------------

    @property
    def keeper(self) -> Keeper:
        """Return the store thread, started when it is first needed."""
        if self._keeper is None:
            from brandtool.ui.keeper import Keeper

            self._keeper = keeper = Keeper(self.settings.editor, self)
            keeper.previewed.connect(self.previewed)
            keeper.opened.connect(self._open)
            keeper.refused.connect(self.refused)
            keeper.stored.connect(self._stored)
            keeper.failing.connect(self._failing)
            keeper.recovered.connect(self.recovered)
            keeper.learned.connect(self._learn)
            keeper.text_changed.connect(self._text_changed)
            keeper.backups_listed.connect(self.backups_listed)
            keeper.restored.connect(self.restored)
            keeper.located.connect(lambda _path: self.safety_changed.emit())
        return self._keeper

    @property
    def waiting(self) -> bool:
        """Tell whether the analysis is yet to be asked about what was decided last."""
        return self._soon.isActive()

    @property
    def unsafe(self) -> int:
        """Count the acts that are not on disk yet."""
        return 0 if self._keeper is None else self._keeper.unsafe

    def open(self, path: Path, *, encoding: str | None = None) -> None:
        """Open a page; told by `opened` or `refused`, and what was open stays until then."""
        self.keeper.open(path, encoding=encoding)

    def revise(self) -> None:
        """Take what stands in the file as a new text of the page; what was decided goes over."""
        if self.page is not None:
            forced = self.page.forced if self.page.found else None
            self.keeper.revise(self.page.path, encoding=forced)

    def list_backups(self) -> None:
        """List the backups of the project; told by `backups_listed`."""
        self.keeper.list_backups()

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a page's project; told by `opened` and `restored`."""
        self.keeper.restore(path, backup)

    def close(self) -> None:
        """Stop the process and the thread; what waits is stored first."""
        self._closed = True
        self._soon.stop()
        self.analyst.stop()
        if self._keeper is not None:
            self._keeper.stop()

    def try_again(self) -> None:
        """Try at once to store what could not be stored."""
        self.keeper.try_again()

    def give_up(self) -> None:
        """Let go of what cannot be stored."""
        self.keeper.give_up()

    def revive(self) -> None:
        """Start the analysis again after it was given up."""
        self.analyst.revive()
        self.detect()

    def note_unwritable_settings(self) -> None:
        """Note in the log that the preferences could not be written; nothing else is lost."""
        log.warning("the preferences could not be written")

    @property
    def editor_names(self) -> tuple[tuple[str, str], ...]:
        """Return the name of the editor of each replica, for people."""
        if self.page is None:
            return ()
        return (*self.page.names, (self.page.replica, self.settings.editor.name))

    @property
    def editors(self) -> dict[str, str]:
        """Return the name of each editor of the page by the id."""
        if self.page is None or self.workbench is None:
            return {}
        names = dict(self.page.names)
        known = {editor: names.get(replica, editor) for replica, editor in self.page.editors}
        return {**known, self.workbench.editor.id: self.workbench.editor.name}

    def _open(self, page: Opened) -> None:
        from brandtool.workbench import Workbench
        from brandtool.workbench.gate import Editor

        told = self.settings.editor
        workbench = Workbench(
            page.document,
            editor=Editor(told.id, told.name),
            decisions=page.decisions,
            editors=dict(page.editors),
            sink=self._sink,
            replica=page.replica,
        )
        if not page.writable:
            workbench.read_only = "page.read_only"
        self.workbench, self.page = workbench, page
        self._drafts, self._found, self._sent = {}, {}, set()
        self.analysed, self.current = False, ""
        self._place = dict(page.place)
        self._make_rows()
        self.opened.emit(page)
        self._carry(page)
        self._settle_current(str(self._place.get("question", "")))
        QTimer.singleShot(AFTER_PAINT, self, self.detect)

    def _carry(self, page: Opened) -> None:
        """Take over what was decided on the text before, if nothing is decided on this one."""
        if self.workbench is None or not page.fresh or self.workbench.read_only:
            return
        change, lost = self.workbench.carry(page.older[-1])
        self.act(change)
        self.carried.emit(change.count, lost)

    def _text_changed(self, found: str) -> None:
        if self.page is not None:
            self.page = replace(self.page, found=found)
            self.text_changed.emit(found)

    @property
    def texts(self) -> dict[str, Document]:
        """Return the earlier texts of the page by their SHA-256, for what was decided on them."""
        return {text.sha256: text for text in self.page.older} if self.page is not None else {}

    # -- analysis -------------------------------------------------------------------------------

    def detect(self) -> None:
        """Ask the analysis for all candidates of the page as it is now."""
        if self.workbench is None or self._closed:
            return
        from brandtool.workbench.analysis import document_json

        self.analyst.open(document_json(self.workbench.document))  # type: ignore[arg-type]
        self._sent = set()
        self.analyst.start()
        self._solve()

    def _solve(self) -> None:
        if self.workbench is None:
            return
        from brandtool.workbench.analysis import event_json

        fresh = [d for d in self.workbench.ledger if d.event not in self._sent]
        self._sent.update(d.event for d in fresh)
        self.analyst.solve(
            self.workbench.revision, map(event_json, fresh), accept=self.workbench.accept
        )

    def _take(self, told: dict[str, Any]) -> None:
        if self.workbench is None or told.get("revision") != self.workbench.revision:
            return
        if "failed" in told:
            self.missing_kinds.emit(told["failed"])
            return
        from brandtool.core.claim import read_candidate

        found = tuple(read_candidate(one) for one in told["candidates"])
        for kind in {*told["kinds"], *(c.kind for c in found)}:
            self._found[kind] = tuple(c for c in found if c.kind == kind)
        self.analysed = self.analysed or bool(told["done"])
        every = [candidate for some in self._found.values() for candidate in some]
        change = self.workbench.take(self.workbench.revision, every)
        self._after(change, keep=True)

    # -- the only way through which a page changes ------------------------------------------------

    def act(self, change: Change) -> Change:
        """Refresh after an act of the workbench and return what it changed."""
        if not change.nothing:
            self._listed = dict.fromkeys(row.id for row in self.shown())
            self._after(change, keep=False)
            if change.text or change.order or change.speakers or self.analyst.busy:
                self._soon.start()
        return change

    def _after(self, change: Change, *, keep: bool) -> None:
        behind = self._behind() if keep else ()
        self._make_rows()
        if self.analysed:
            articles = len(self.workbench.decided.articles) if self.workbench is not None else 0
            log.info("answered %d of %d, %d articles", *self.progress, articles)
        self.changed.emit(change)
        if keep:
            self._settle_current(self.current or str(self._place.get("question", "")), behind)
        self.safety_changed.emit()

    def _make_rows(self) -> None:
        if self.workbench is None:
            self.rows = ()
        else:
            self.rows = tuple(map(self._row, self.workbench.questions))
        self.rows_changed.emit()

    def _row(self, question: Question) -> QuestionRow:
        assert self.workbench is not None
        document = self.workbench.document
        quote = self.workbench.quote_of(question.id)
        speaker = quote.speaker if quote is not None else None
        if question.state not in ("accepted", "amended"):
            return row_of(document, question, speaker=speaker)
        told, typed = answer_of(self.workbench, question), typed_of(self.workbench, question)
        return row_of(document, question, answer=told, typed=typed, speaker=speaker)

    def _learn(self, decisions: tuple[Decision, ...], editors: dict[str, str]) -> None:
        if self.workbench is not None:
            change = self.workbench.learn(decisions, editors)
            if not change.nothing:
                self._after(change, keep=True)
                self._soon.start()

    def _sink(self, decisions: tuple[Decision, ...]) -> None:
        self.keeper.append(decisions)
        self.safety_changed.emit()

    def _stored(self, events: tuple[str, ...]) -> None:
        if self.workbench is not None:
            self.workbench.acknowledged(events)
        self.safety_changed.emit()

    def _failing(self, error: object) -> None:
        self.failing.emit(error)
        self.safety_changed.emit()

    # -- the question asked -----------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """Return the question that is asked."""
        return None if self.workbench is None else self.workbench.question(self.current)

    @property
    def draft(self) -> Draft:
        """Return what the editor has changed of the question, else how it was answered."""
        if self.current in self._drafts:
            return self._drafts[self.current]
        question = self.question
        if question is None or self.workbench is None or not question.decision:
            return Draft()
        return answer_of(self.workbench, question)

    @property
    def drafted(self) -> bool:
        """Tell whether the editor has changed the question since it was asked or answered."""
        return self.current in self._drafts

    def set_draft(self, draft: Draft) -> None:
        """Change the question before answering it."""
        self._drafts[self.current] = draft
        self.draft_changed.emit()

    def drop_draft(self, key: str) -> None:
        """Forget what was changed of a question."""
        self._drafts.pop(key, None)

    def ask(self, key: str) -> None:
        """Ask a question."""
        if key != self.current:
            self.current = key
            self.keep_place(question=key)
            self.current_changed.emit(key)

    def next_open(self, after: str) -> str:
        """Return the next question to be asked behind one, round the list.

        Put-off ones last; "" for none. One that its answer took off the list has the place it had.
        """
        rows = {row.id: row for row in self.shown()}
        order = list(rows)
        if after not in rows and after in self._listed:
            order = [*self._listed, *(key for key in rows if key not in self._listed)]
        at = order.index(after) if after in order else -1
        for key in (*order[at + 1 :], *order[: at + 1]):
            row = rows.get(key)
            if row is not None and key != after and row.open and row.state in ("open", "reopened"):
                return key
        return ""

    def _behind(self) -> tuple[str, ...]:
        """Return the questions listed behind the one that is asked."""
        listed = [row.id for row in self.shown()]
        return tuple(listed[listed.index(self.current) + 1 :]) if self.current in listed else ()

    def _settle_current(self, wanted: str, behind: Sequence[str] = ()) -> None:
        """Ask the same question as before if it still is one, else the one listed behind it."""
        shown = {row.id: row for row in self.shown()}
        if self.current not in shown:
            left = (key for key in behind if key in shown and shown[key].open)
            first = wanted if wanted in shown else next(left, "")
            self.current = first or self.next_open("")
        self.current_settled.emit(self.current)

    # -- memory -----------------------------------------------------------------------------------

    @property
    def place(self) -> dict[str, Any]:
        """Return where the editor was on this page."""
        return self._place

    def keep_place(self, **told: object) -> None:
        """Remember where the editor is on this page."""
        self._place.update(told)
        if self._keeper is not None and self.workbench is not None:
            self._keeper.keep_place(self.workbench.document.uid, dict(self._place))

    @property
    def finished(self) -> bool:
        """Tell whether everything that was asked is answered."""
        done, total = self.progress
        return self.analysed and done == total > 0

    @property
    def progress(self) -> tuple[int, int]:
        """Return how many questions are answered, and of how many; very doubtful ones apart."""
        asked = [row for row in self.rows if row.asked and not row.faint]
        return sum(not row.open for row in asked), len(asked)
