"""The window: question list, text, evidence; it shows what the desk knows and performs actions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from brandtool.core.errors import BrandtoolError
from brandtool.ui import words
from brandtool.ui.actions import Action, action
from brandtool.ui.batch import Batch
from brandtool.ui.conditions import CONDITIONS
from brandtool.ui.desk import Desk
from brandtool.ui.keys import KeyRouter
from brandtool.ui.layout import Layout
from brandtool.ui.menus import Menus
from brandtool.ui.opening import Openings
from brandtool.ui.pages import Pages
from brandtool.ui.sheet import window_sheet
from brandtool.ui.showing import Showing
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.facts import PageFacts
    from brandtool.ui.diagnostics import Diagnostics
    from brandtool.ui.finder import Finder
    from brandtool.ui.looks import Looks
    from brandtool.ui.panels.evidence import EvidencePanel
    from brandtool.ui.panels.export import ExportCard
    from brandtool.ui.panels.facts import FactsCard
    from brandtool.ui.panels.keys import KeysPage
    from brandtool.ui.panels.notices import Choice
    from brandtool.ui.panels.palette import Palette
    from brandtool.ui.panels.questions import QuestionsPanel
    from brandtool.ui.plan import PlanBlock
    from brandtool.ui.speech import Speech
    from brandtool.ui.textview import TextView
    from brandtool.workbench import Change

__all__ = ["Window"]


class Window(QMainWindow):
    """Put the parts together; every key, button and menu comes to `perform`."""

    desk: Desk
    pages: Pages

    def __init__(self, desk: Desk, looks: Looks, diagnostics: Diagnostics | None = None) -> None:
        super().__init__()
        self.setStyleSheet(window_sheet())
        self.desk = desk
        self.looks = looks
        self.diagnostics = diagnostics
        self._closing = False
        self.menus = Menus(self, self.perform, self.can)
        self.parts = parts = Layout(self, desk, self.menus)
        self.batch = Batch(self)
        self.pages = parts.pages
        self.notices, self.foot = parts.notices, parts.foot
        parts.ready = self._part_ready
        parts.table_wanted = self.batch.show_table
        self.showing = Showing(self)
        self.openings = Openings(self)
        self.keys = KeyRouter(self.perform, self)
        self.keys.watch(self.pages.source, "text")
        self.setAcceptDrops(True)
        self._connect()
        self.dress(looks.scheme)
        self.retitle()

    @cached_property
    def speech(self) -> Speech:
        """Return who fills the quote table and the people, made once the first page is painted."""
        from brandtool.ui.speech import Speech

        return Speech(self)

    # -- actions ----------------------------------------------------------------------------------

    def can(self, row: Action) -> bool:
        """Tell whether an action can be done now."""
        return CONDITIONS[row.when][0](self)

    def perform(self, row: Action) -> None:
        """Do an action, or say why it cannot be done."""
        if self.diagnostics is not None:
            self.diagnostics.note(row.id)
        if not self.can(row):
            self.say(say("Conditions", CONDITIONS[row.when][1]))
            return
        from brandtool.ui.commands import (
            COMMANDS,
        )  # with the first action, not before the first page

        self.foot.say("")
        if row.argument is None:
            COMMANDS[row.calls](self)
        else:
            COMMANDS[row.calls](self, row.argument)

    def perform_id(self, name: str) -> None:
        """Do the action with an id."""
        self.perform(action(name))

    def say(self, text: str, *, undo: bool = False) -> None:
        """Say something in the status line."""
        self.foot.say(text, undo=undo)

    def told(self, change: Change, *, undone: bool = False) -> bool:
        """Say what an act did, with undo; tell whether it did anything."""
        if change.nothing:
            self.say(words.notice(change.notice))
            return False
        what = words.done(change.action)
        if undone:
            self.say(say("Status", "Undone: {what}").format(what=what))
            if change.place is not None:
                self.pages.show_home(change.place)
        else:
            times = f" × {change.count}" if change.count > 1 else ""
            self.say(f"{what}{times}", undo=True)
        return True

    # -- the parts, as the commands ask for them --------------------------------------------------

    def show_current(self) -> None:
        """Show the question that is asked everywhere."""
        self.showing.current()

    def go_row(self, by: int) -> None:
        """Ask the question that stands so many rows on in the list."""
        rows = self.speech.rows
        at = next((n for n, row in enumerate(rows) if row.id == self.desk.current), None)
        if not rows:
            self.say(say("Conditions", "There is nothing in the list."))
            return
        wanted = (0 if by > 0 else len(rows) - 1) if at is None else at + by
        if 0 <= wanted < len(rows):
            self.desk.ask(rows[wanted].id)
        else:
            self.say(say("Status", "This is the end of the list."))

    def finish_batch(self, take: bool) -> None:
        """Accept what is ticked, in one act, or leave the batch."""
        self.batch.finish(take)

    def show_side(self, name: str, *, focus: bool = False) -> None:
        """Show a panel at the side."""
        self.parts.show_side(name, focus=focus)

    def focus_text(self) -> None:
        """Put the focus into the text."""
        self.pages.view.setFocus()

    @property
    def questions(self) -> QuestionsPanel:
        """Return the question list."""
        return self.parts.questions

    @property
    def evidence(self) -> EvidencePanel:
        """Return the evidence and decision pane."""
        return self.parts.evidence

    @property
    def finder(self) -> Finder:
        """Return the find bar."""
        return self.parts.finder

    @property
    def palette_card(self) -> Palette:
        """Return the card to choose from."""
        return self.parts.palette

    @property
    def keys_page(self) -> KeysPage:
        """Return the page of keys."""
        return self.parts.keys_page

    @property
    def export_card(self) -> ExportCard:
        """Return the export card."""
        return self.parts.export_card

    @property
    def facts_card(self) -> FactsCard:
        """Return the page facts card."""
        return self.parts.facts_card

    @property
    def place(self) -> int | None:
        """Return where the plan, the caret or else the question is in the proposed text."""
        if self.parts.has("plan") and self.parts.plan.list.hasFocus():
            block = self.parts.plan.block
            return None if block is None else block.home
        return self.pages.caret_home()

    @property
    def at_work(self) -> bool:
        """Tell whether the editor works in the text or in the plan, not in the list."""
        plan = self.parts.has("plan") and self.parts.plan.list.hasFocus()
        return plan or self.pages.view.hasFocus()

    def show_block(self, block: PlanBlock) -> None:
        """Bring a block of the plan into view, the carets with it."""
        if block.home is not None:
            self.pages.show_home(block.home)
        elif not block.origin:
            self.pages.source.set_caret(block.start)
            self.pages.show_source(block.start)

    @property
    def showing_quotes(self) -> bool:
        """Tell whether the quote table stands in the place of the text."""
        return self.parts.centre_name == "quotes"

    def toggle_quotes(self) -> None:
        """Show the quote table, or the text again."""
        if self.showing_quotes:
            self.parts.show_centre("pages")
            self.parts.focus_side()
        else:
            self.parts.show_centre("quotes")
            self.parts.quotes.list.setFocus()

    def read_through(self, *, on: bool) -> None:
        """Show the clean page alone, or everything again."""
        self.parts.alone(on)
        self.pages.set_mode("read" if on else "after")
        self.pages.clean.setFocus() if on else self.parts.focus_side()

    def step_back(self) -> None:
        """Leave the innermost thing that is going on."""
        if self.pages.stop_editing():
            self.parts.focus_side()
        elif self.questions.ticked is not None:
            self.finish_batch(False)
        elif self.pages.mode == "read":
            self.read_through(on=False)
        elif self.parts.has("finder") and not self.finder.isHidden():
            self.finder.end()
        elif self.batch.showing_joints:
            self.batch.leave_joints()
        elif self.showing_quotes:
            self.toggle_quotes()
        elif self.questions.filter.narrow:
            self.questions.set_filter(type(self.questions.filter)())
        else:
            self.parts.focus_side()

    def facts(self) -> PageFacts:
        """Return what is known of the page: decided, else read from its name and first lines."""
        return self.openings.facts()

    def open_path(self, path: Path, *, encoding: str | None = None) -> None:
        """Open a page; what is open stays until the new one is read."""
        self.openings.begin(path, encoding=encoding)

    def export_to(self, folder: Path, formats: tuple[str, ...]) -> None:
        """Export what is decided, once everything is on disk."""
        self.openings.export(folder, formats)

    # -- looks ------------------------------------------------------------------------------------

    def dress(self, scheme: str) -> None:
        """Put on a theme by name, or the system's."""
        self.looks.dress(scheme)
        self.parts.dress()
        self.showing.current()

    def speak(self, language: str) -> None:
        """Change the language."""
        self.looks.speak(language)

    def retitle(self) -> None:
        """Name everything in the language of the window."""
        self.menus.retitle()
        self.parts.retitle()
        self.showing.everything()
        page = self.desk.page
        name = page.path.name if page is not None else ""
        self.setWindowTitle(f"{name} — brandtool" if name else "brandtool")

    # -- events -----------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retitle()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin work once the window is painted."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self.openings.after_paint)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(Path(paths[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything is on disk, and say so while that takes time."""
        self.pages.stop_editing()
        if self.desk.unsafe and not self._closing:
            self._closing = True
            self.notices.show_notice(
                "closing", say("Status", "Saving the last decisions, then closing…"),
                [(say("Status", "Close without saving them"), self._close_now)], grave=True,
            )  # fmt: skip
            event.ignore()
            return
        if self.desk.unsafe and self._closing is True:
            event.ignore()
            return
        self.openings.remember()
        self.desk.close()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._closing = False
        self.desk.give_up()
        self.close()

    def _connect(self) -> None:
        desk = self.desk
        desk.shown = lambda: self.speech.rows
        self.pages.mark_chosen.connect(self.ask_shown)
        self.pages.typed.connect(self._typed)
        self.foot.article_chosen.connect(self.pages.show_article)
        self.foot.undo.clicked.connect(lambda: self.perform_id("edit.undo"))
        self.pages.source.contextMenuWanted.connect(self._text_menu)
        source = self.pages.source
        source.caretMoved.connect(lambda at: self._plan_follows(source, at))
        self.pages.view_made.connect(self._view_made)
        desk.safety_changed.connect(self._maybe_close)

    def _view_made(self, view: TextView) -> None:
        self.keys.watch(view, "text", writing=lambda: view.editing)
        view.caretMoved.connect(lambda at: self._plan_follows(view, at))
        view.contextMenuWanted.connect(self._text_menu)

    def _plan_follows(self, view: TextView, offset: int) -> None:
        """Show in the plan where the caret of a text with the focus is."""
        workbench = self.desk.workbench
        if not view.hasFocus() or workbench is None or not self.parts.has("plan"):
            return
        home = self.pages.home_of(view, offset)
        point = None if home is None else workbench.proposed.table.to_source(home)
        if view is self.pages.source:
            self.parts.plan.follow(offset)
        elif point is not None and not point.origin:
            self.parts.plan.follow(point.offset)

    def _part_ready(self, name: str) -> None:
        """Connect and fill a part that was just built."""
        parts = self.parts
        match name:
            case "questions":
                self._serve_questions()
                return
            case "evidence":
                parts.evidence.acted.connect(self.perform_id)
                return
            case "start":
                self.openings.serve_start()
                return
            case "articles":
                parts.articles.chosen.connect(self.pages.show_article)
                self.keys.watch(parts.articles.list, "list")
            case "plan":
                parts.plan.chosen.connect(self.show_block)
                parts.plan.wanted.connect(self.showing.plan)
                self.keys.watch(parts.plan.list, "plan")
            case "history":
                parts.history.retracted.connect(self._retract)
                self.keys.watch(parts.history.list, "list")
            case "joints":
                parts.joints.chosen.connect(self.desk.ask)
                parts.joints.toggled.connect(self.questions.toggle)
                parts.joints.done.connect(self.finish_batch)
                self.keys.watch(parts.joints.list, "list")
            case "quotes":
                self.speech.serve_quotes()
            case "people":
                self.speech.serve_people()
        self.showing.lists()

    def _serve_questions(self) -> None:
        panel = self.questions
        panel.chosen.connect(self.desk.ask)
        panel.narrowed.connect(self.openings.keep_filter)
        panel.batch_done.connect(self.finish_batch)
        panel.batch_changed.connect(self.showing.joints)
        panel.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.list.customContextMenuRequested.connect(
            lambda at: self.menus.context("list").popup(panel.list.viewport().mapToGlobal(at))
        )
        self.keys.watch(panel.list, "list")

    def _maybe_close(self) -> None:
        if self._closing and not self.desk.unsafe:
            self.close()

    def ask_shown(self, key: str) -> None:
        """Ask a question, and list it if the filter leaves it out."""
        if self.desk.workbench is not None and self.desk.workbench.question(key) is not None:
            row = next((row for row in self.desk.rows if row.id == key), None)
            hidden = self.questions.model.row_of(key) < 0
            if hidden and row is not None and row.asked and not row.faint:
                self.questions.set_filter(type(self.questions.filter)())
            self.desk.ask(key)

    def _text_menu(self, where: QPoint, _offset: int) -> None:
        place = "selection" if self.pages.selection() is not None else "text"
        self.menus.context(place).popup(where)

    def _typed(self, start: int, end: int, text: str) -> None:
        from brandtool.ui.commands.questions import amended_suspect

        workbench = self.desk.workbench
        if workbench is None:
            return
        change = amended_suspect(self, start, end, text)
        self.told(self.desk.act(change or workbench.edit(start, end, text)))

    def _retract(self, act: str) -> None:
        from brandtool.ui.commands.questions import take_back

        if self.desk.workbench is not None:
            take_back(self, lambda workbench: workbench.retract(act))

    def refused(self, error: BrandtoolError, choices: Sequence[Choice] = ()) -> None:
        """Say in one sentence why something could not be done, and what may be done about it."""
        self.notices.show_notice("refused", words.error(error), choices)
