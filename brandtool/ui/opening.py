"""Opening and leaving a page.

Reading, notices, what is remembered, and exporting what is decided.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from brandtool.core.errors import BrandtoolError
from brandtool.ui import geometry, words
from brandtool.ui.backups import Backups
from brandtool.ui.models.filters import Filter
from brandtool.ui.revising import Revising
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.facts import PageFacts
    from brandtool.ui.keeper import Opened
    from brandtool.ui.window import Window

__all__ = ["Openings"]

SLOW = 200
"""Milliseconds of reading after which the window says what it reads."""
FRAMED = 250
"""Milliseconds after which the system has put a frame around the window."""


class Openings(QObject):
    """Open pages for a window and tell what there is to be told of them."""

    exported = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.revising = Revising(window)
        self.backups = Backups(window)
        self._facts: dict[str, PageFacts] = {}
        self._export: tuple[Path, tuple[str, ...]] | None = None
        self._reading: Path | None = None
        desk = window.desk
        desk.opened.connect(self._opened)
        desk.refused.connect(self._refused)
        desk.failing.connect(self._failing)
        desk.recovered.connect(lambda: window.notices.drop("unsafe"))
        desk.safety_changed.connect(self._maybe_export)
        desk.idle_without.connect(self._given_up)
        desk.missing_kinds.connect(self._detector_failed)
        self.exported.connect(self._exported)

    def serve_start(self) -> None:
        """Let the start panel open pages."""
        window = self._window
        start = window.parts.start
        start.chosen.connect(self.begin)
        start.browse.connect(lambda: window.perform_id("page.open"))
        start.sample.connect(lambda: window.perform_id("page.sample"))
        start.show_recent([Path(path) for path in window.desk.settings.recent])

    def offer(self) -> None:
        """Show the start panel if no page is open: at once, or while one takes long to read."""
        window = self._window
        if window.desk.workbench is None and window.parts.centre_name != "start":
            window.parts.show_centre("start")
            window.parts.start.show_state(self._reading.name if self._reading else "")

    def after_paint(self) -> None:
        """Offer the report of a crash, once the window is there."""
        window = self._window
        QTimer.singleShot(FRAMED, window, lambda: geometry.fit(window))
        report = window.diagnostics.pending() if window.diagnostics is not None else None
        if report is not None:
            self._offer(report)

    def begin(self, path: Path, *, encoding: str | None = None) -> None:
        """Read a page; what is open stays open until it is read."""
        window = self._window
        self._reading = path
        window.pages.stop_editing()
        window.notices.drop("refused")
        if window.desk.workbench is None:
            QTimer.singleShot(SLOW, self, self.offer_if_slow)
        window.desk.open(path, encoding=encoding)

    def take_over(self, paths: tuple[Path, ...]) -> None:
        """Open the page with which the program was started again, and come to the front."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        if paths:
            self.begin(paths[0])

    def offer_if_slow(self) -> None:
        """Say what is being read, if that takes long."""
        if self._reading is not None and not self._window.pages.previewed:
            self.offer()

    def facts(self) -> PageFacts:
        """Return the page facts: what was decided, else what name and first lines tell."""
        from brandtool.core.facts import PageFacts

        workbench = self._window.desk.workbench
        if workbench is None:
            return PageFacts()
        document = workbench.document
        if document.uid not in self._facts:
            from brandtool.intake import facts_of

            self._facts = {document.uid: facts_of(document)}
        return workbench.decided.facts.filled(self._facts[document.uid])

    # -- what came of it --------------------------------------------------------------------------

    def _opened(self, page: Opened) -> None:
        window, desk = self._window, self._window.desk
        for name in ("refused", "reading", "changed", "carried", "restored", "away", "unsafe"):
            window.notices.drop(name)
        self._reading = None
        window.parts.show_centre("pages")
        desk.settings = desk.settings.opened(page.path)
        self.save_settings()
        zoom = desk.place.get("zoom")
        if isinstance(zoom, (int, float)):
            window.pages.source.set_zoom(float(zoom))
        window.questions.set_filter(Filter.read(desk.place.get("filter")))
        window.showing.everything()
        self._scroll_back()
        self._tell_notices(page)
        if not window.questions.words.hasFocus():
            window.parts.focus_side()

    def _scroll_back(self) -> None:
        """Show the lines that were in sight when the page was closed."""
        match self._window.desk.place.get("scroll"):
            case [self._window.pages.mode, int(offset), int(y)] if offset >= 0:
                view = self._window.pages.view
                view.show_at(min(offset, view.document.end), y)

    def _tell_notices(self, page: Opened) -> None:
        window = self._window
        if page.notices:
            told = "  ".join(words.notice(one.code, one.values) for one in page.notices)
            window.notices.show_notice("reading", told)
        self.revising.offer()
        if page.away:
            told = say(
                "Opening", "This folder cannot be written; decisions are kept in {path}."
            ).format(path=str(page.project))
            window.notices.show_notice("away", told)

    def _refused(self, error: BrandtoolError) -> None:
        window = self._window
        choices = self.backups.choices(error, self._reading)
        self._reading = None
        if window.desk.workbench is None:
            window.parts.show_centre("start")
            window.parts.start.show_state("")
        window.refused(error, choices)

    def _failing(self, error: BrandtoolError) -> None:
        told = say(
            "Opening", "Not saved: {why} The decisions stay here and are tried again."
        ).format(why=words.error(error))
        again = (say("Opening", "Try again"), self._window.desk.try_again)
        self._window.notices.show_notice("unsafe", told, [again], grave=True)

    def _given_up(self) -> None:
        again = (say("Opening", "Start it again"), self._window.desk.revive)
        told = say("Opening", "The analysis has stopped; you can go on by hand.")
        self._window.notices.show_notice("analysis", told, [again])

    def _detector_failed(self, name: str) -> None:
        told = say("Opening", "The detector {name} failed on this page; the others go on.").format(
            name=name
        )
        self._window.notices.show_notice("detector", told)

    def _offer(self, report: Path) -> None:
        window = self._window
        diagnostics = window.diagnostics
        assert diagnostics is not None

        def show() -> None:
            text = report.read_text(encoding="utf-8")
            QGuiApplication.clipboard().setText(text)
            diagnostics.settle()
            window.notices.drop("crash")
            window.say(
                say("Opening", "The report is on the clipboard; the file is {path}.").format(
                    path=str(report)
                )
            )

        def leave() -> None:
            diagnostics.settle()
            window.notices.drop("crash")

        window.notices.show_notice(
            "crash",
            say(
                "Opening",
                "brandtool stopped unexpectedly; a report without any page text was kept.",
            ),
            [(say("Opening", "Copy the report"), show), (say("Opening", "Dismiss"), leave)],
        )

    # -- exporting --------------------------------------------------------------------------------

    def export(self, folder: Path, formats: tuple[str, ...]) -> None:
        """Export what is decided, as soon as everything is on disk."""
        desk = self._window.desk
        desk.settings = replace(
            desk.settings, export_folder=str(folder),
            window={**desk.settings.window, "formats": list(formats)},
        )  # fmt: skip
        self.save_settings()
        self._export = (folder, formats)
        self._window.say(say("Export", "Exporting…"))
        self._maybe_export()

    def _maybe_export(self) -> None:
        desk = self._window.desk
        if self._export is None or desk.unsafe or desk.workbench is None or desk.page is None:
            return
        (folder, formats), self._export = self._export, None
        workbench, page, facts = desk.workbench, desk.page, self.facts()
        edition, ledger = workbench.decided, tuple(workbench.ledger)
        left = tuple(question.candidate for question in workbench.questions if question.waits)
        editors = dict(desk.editor_names)

        def job() -> None:
            from brandtool.core.fold import Ledger
            from brandtool.export import export_to, sheet_of

            sheet = sheet_of(
                edition, ledger=Ledger(ledger), facts=facts, source=page.path.name,
                sha256=page.document.raw_sha256, editors=editors, open_items=left,
            )  # fmt: skip
            try:
                self.exported.emit(export_to(folder, sheet, formats=formats))
            except BrandtoolError as error:
                self.exported.emit(error)

        desk.keeper.do(job)

    def _exported(self, told: tuple[Path, ...] | BrandtoolError) -> None:
        window = self._window
        if isinstance(told, BrandtoolError):
            window.refused(told)
            return
        folder = told[0].parent if told else ""
        window.notices.show_notice(
            "exported",
            say("Export", "{count} files written to {folder}").format(
                count=len(told), folder=str(folder)
            ),
        )
        window.say("")

    # -- memory -----------------------------------------------------------------------------------

    def keep_filter(self) -> None:
        """Remember the filter of this page, and ask a question that is listed."""
        window = self._window
        window.desk.keep_place(filter=window.questions.filter.told())
        window.questions.select(window.desk.current)

    def remember(self) -> None:
        """Remember where the window stands, and where the editor is in the page."""
        window, desk = self._window, self._window.desk
        pages = window.pages
        offset, y = pages.view.flow_anchor()
        desk.keep_place(zoom=pages.source.zoom, scroll=[pages.mode, offset, round(y)])
        geometry.remember(window)
        self.save_settings(now=True)

    def save_settings(self, *, now: bool = False) -> None:
        """Write the preferences, in the store thread unless at once."""
        from brandtool import settings

        kept = self._window.desk.settings

        def save() -> None:
            try:
                settings.save(kept)
            except BrandtoolError:
                self._window.desk.note_unwritable_settings()

        if now:
            save()
        else:
            self._window.desk.keeper.do(save)
