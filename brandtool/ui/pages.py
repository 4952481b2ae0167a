"""The middle of the desk: the source and the clean page, one behind the other or side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from brandtool.ui import theme, words
from brandtool.ui.answers import adjusted
from brandtool.ui.content import (
    Asked,
    CleanPage,
    clean_marks,
    edits_in_clean,
    edits_in_source,
    only_names,
    source_labels,
    source_marks,
    source_paragraphs,
    source_styles,
)  # fmt: skip
from brandtool.ui.desk import Desk
from brandtool.ui.textview import Mark, TextView
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.document import Document
    from brandtool.workbench import Workbench

__all__ = ["Pages"]


class Pages(QWidget):
    """Show the open page before and after; both views point at the question that is asked."""

    mark_chosen = Signal(str)
    mode_changed = Signal(str)
    view_made = Signal(object)
    typed = Signal(int, int, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: CleanPage | None = None
        self._follow = self._meant = False
        self.mode = "before"
        self.previewed = False
        self.source = TextView(self)
        self.source.setObjectName("source")
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.source)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._split)
        self._connect(self.source)
        self._retitle()

    @cached_property
    def clean(self) -> TextView:
        """Return the view of the clean page, made once the first page is painted."""
        view = TextView(self)
        view.setObjectName("clean")
        view.setVisible(self.mode != "before")
        self._split.addWidget(view)
        self._connect(view)
        view.committed.connect(self._typed)
        self._name(view)
        self.view_made.emit(view)
        return view

    def _connect(self, view: TextView) -> None:
        view.markActivated.connect(lambda key: self.mark_chosen.emit(str(key)))
        view.zoomChanged.connect(self._zoom)
        view.caretMoved.connect(lambda at: self._link(view, at))

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def view(self) -> TextView:
        """Return the text view the editor looks at."""
        if self.mode == "both":
            return self.clean if self.clean.hasFocus() else self.source
        return self.source if self.mode == "before" else self.clean

    def set_mode(self, mode: str, *, follow: bool = True) -> None:
        """Show `before`, `after`, `both`, or `read` (after, with nothing beside it)."""
        focus = any(view.hasFocus() for view in self._views)
        before, self.mode = self.mode, mode
        if follow and before != mode and self._desk.workbench is not None:
            self._carry_place(before)
        self.source.setVisible(mode in ("before", "both"))
        if mode != "before" or self.clean_made:
            self.clean.setVisible(mode in ("after", "both", "read"))
        if focus:
            self.view.setFocus()
        self.mode_changed.emit(mode)

    def preview(self, document: Document) -> None:
        """Show a source by itself, before anything is known of it."""
        self.previewed = True
        self.source.set_content(source_paragraphs(document, {}), [])
        self.source.set_line_labels(source_labels(document))

    def refresh(self, *, text: bool = True) -> None:
        """Show what the workbench knows now; what did not change stays where it is."""
        workbench = self._desk.workbench
        if workbench is None:
            return
        if text:
            document, edition = workbench.document, workbench.proposed
            self._page = page = CleanPage.of(edition)
            in_source, in_clean = self._marks(workbench, page)
            self.source.set_content(source_paragraphs(document, source_styles(edition)), in_source)
            self.source.set_line_labels(source_labels(document))
            self.clean.set_content(page.paragraphs, in_clean)
            self.clean.set_line_labels(page.labels)
        else:
            self.refresh_marks()

    def refresh_marks(self) -> None:
        """Show the marks as they are now, the text untouched."""
        workbench = self._desk.workbench
        if workbench is None or self._page is None:
            return
        in_source, in_clean = self._marks(workbench, self._page)
        self.source.set_marks(in_source)
        self.clean.set_marks(in_clean)

    def _marks(self, workbench: Workbench, page: CleanPage) -> tuple[list[Mark], list[Mark]]:
        """Return the marks of both views: of questions, and of what the editor changed."""
        asked, edition = tuple(self._asked()), workbench.proposed
        return (
            [*source_marks(asked), *edits_in_source(edition, workbench.effective)],
            [
                *clean_marks(page, edition, asked),
                *edits_in_clean(page, edition, workbench.effective),
            ],
        )

    def show_current(self, *, scroll: bool = True) -> None:
        """Point at the question that is asked, and bring it into view unless told not to."""
        question = self._desk.question
        key = None if question is None else question.id
        meant = question is not None and question.candidate.part("antecedent") is not None
        if meant or self._meant or (question is not None and question.kind == "same"):
            self.refresh_marks()
        self._meant = meant
        for view in self._views:
            view.set_current(key)
        if question is None or not question.candidate.spans or not scroll:
            return
        self.source.show_offset(self._first(question.candidate.kind, key))
        home = question.home
        if home is not None and self._page is not None:
            self.clean.show_offset(self._page.shown(home))

    def caret_to_current(self) -> None:
        """Put the carets where the question that is asked is, so that keys act there."""
        question = self._desk.question
        if question is None or not question.candidate.spans:
            return
        first = self._first(question.candidate.kind, question.id)
        workbench = self._desk.workbench
        home = workbench.proposed.table.to_text("", first) if workbench is not None else None
        if home is not None:
            self.show_home(home)
        else:
            self.source.set_caret(first)

    def _first(self, kind: str, key: str | None) -> int:
        question = self._desk.question
        assert question is not None
        candidate = question.candidate
        if kind == "duplicate":
            keep = self._desk.draft.choice
            part = candidate.parts[keep if keep is not None else candidate.keep or 0]
            return part.spans[0].start
        right = candidate.part("right") or candidate.part("block") or candidate.part("content")
        if right is not None and right.spans:
            return right.spans[0].start
        return candidate.spans[0].start

    def _asked(self) -> Iterable[Asked]:
        workbench = self._desk.workbench
        assert workbench is not None
        out = []
        people = frozenset(row.speaker for row in self._desk.rows if row.speaker)
        for question in workbench.questions:
            candidate = question.candidate
            here = question.id == self._desk.current
            named = question.kind == "same" and not here
            if named and only_names(workbench.document, candidate, people):
                continue
            if here:
                candidate = adjusted(workbench.document, candidate, self._desk.draft)
            elif candidate.part("antecedent") is not None:
                parts = tuple(part for part in candidate.parts if part.role != "antecedent")
                candidate = replace(candidate, parts=parts)
            state = "flagged" if question.flagged and question.state == "open" else question.state
            out.append(Asked(question.id, candidate, state))
        return out

    # -- places -----------------------------------------------------------------------------------

    def home_of(self, view: TextView, offset: int) -> int | None:
        """Return where an offset of a view is in the proposed text, None if it is not there."""
        workbench = self._desk.workbench
        if workbench is None or self._page is None:
            return None
        if view is self.clean:
            return self._page.home(offset)
        return workbench.proposed.table.to_text("", offset)

    def selection(self) -> tuple[int, int] | None:
        """Return the selected range in the proposed text, None if nothing there is selected."""
        view = self.view
        start, end = view.selected
        if start >= end:
            return None
        first, last = self.home_of(view, start), self.home_of(view, end - 1)
        if first is None or last is None or last < first:
            return None
        return first, last + 1

    def caret_home(self) -> int | None:
        """Return where the caret, or else the question that is asked, is in the proposed text."""
        view = self.view
        if view.hasFocus():
            return self.home_of(view, view.caret)
        question = self._desk.question
        return None if question is None else question.home

    def show_home(self, home: int) -> None:
        """Bring a place of the proposed text into view and put the carets there."""
        workbench = self._desk.workbench
        if workbench is None or self._page is None:
            return
        self.clean.set_caret(self._page.shown(home))
        self.clean.show_offset(self._page.shown(home))
        point = workbench.proposed.table.to_source(home)
        if point is not None and not point.origin:
            self.source.set_caret(point.offset)
            self.source.show_offset(point.offset)

    def follow(self, home: int) -> None:
        """Let the caret of the clean page go along with words that moved, and keep them in view."""
        if self._page is None or not self.clean_made:
            return
        shown = self._page.shown(home)
        self.clean.set_caret(shown)
        if self.mode != "before":
            self.clean.show_offset(shown)

    def show_source(self, offset: int) -> None:
        """Bring a place of the source into view."""
        self.source.show_offset(offset)
        home = self.home_of(self.source, offset)
        if home is not None and self._page is not None:
            self.clean.show_offset(self._page.shown(home))

    def show_article(self, number: int) -> bool:
        """Bring the article with a number from 1 into view; tell whether there is one."""
        workbench = self._desk.workbench
        first = None if self._page is None else self._page.first_of(number)
        if workbench is None or first is None or self._page is None:
            return False
        self.show_home(self._page.home(first))
        return True

    def _carry_place(self, before: str) -> None:
        """Bring the place the editor looked at into view where it was, on the other side."""
        if self._page is None:
            return
        old, new = (self.source, self.clean) if before == "before" else (self.clean, self.source)
        question = self._desk.question
        at = old.caret
        if question is not None and question.home is not None:
            home: int | None = question.home
        else:
            home = self.home_of(old, at)
        if home is None:
            return
        if new is self.clean:
            new.show_offset(self._page.shown(home))
        else:
            workbench = self._desk.workbench
            assert workbench is not None
            point = workbench.proposed.table.to_source(home)
            if point is not None and not point.origin:
                new.show_offset(point.offset)

    def _link(self, view: TextView, offset: int) -> None:
        """Let the other view follow the caret, if both are in sight."""
        if self._follow or self.mode != "both" or not view.hasFocus() or self._page is None:
            return
        home = self.home_of(view, offset)
        workbench = self._desk.workbench
        if home is None or workbench is None:
            return
        self._follow = True
        try:
            if view is self.source:
                self.clean.set_caret(self._page.shown(home))
                self.clean.show_offset(self._page.shown(home))
            else:
                point = workbench.proposed.table.to_source(home)
                if point is not None and not point.origin:
                    self.source.set_caret(point.offset)
                    self.source.show_offset(point.offset)
        finally:
            self._follow = False

    # -- typing and looks -------------------------------------------------------------------------

    def edit_at(self, start: int, end: int) -> None:
        """Let the editor type into the clean page, a range of the proposed text selected."""
        if self._page is None:
            return
        if self.mode not in ("both", "after", "read"):
            self.set_mode("after")
        self.clean.select(self._page.shown(start), self._page.shown(end))
        self.clean.set_editing(True)
        self.clean.setFocus()

    def stop_editing(self) -> bool:
        """Hand over what was typed and leave; tell whether anything was being edited."""
        if not self.clean_made or not self.clean.editing:
            return False
        self.clean.flush()
        self.clean.set_editing(False)
        return True

    def _typed(self, start: int, end: int, text: str) -> None:
        if self._page is not None:
            self.typed.emit(self._page.home(start), self._page.home(end), text)

    def _zoom(self, zoom: float) -> None:
        for view in self._views:
            view.set_zoom(zoom)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _retitle(self) -> None:
        for view in self._views:
            self._name(view)

    @property
    def _views(self) -> list[TextView]:
        return [self.source, *([self.clean] if self.clean_made else [])]

    @property
    def clean_made(self) -> bool:
        """Tell whether the view of the clean page has been made."""
        return "clean" in self.__dict__

    def _name(self, view: TextView) -> None:
        source = view is self.source
        view.setAccessibleName(
            say("Pages", "Source text") if source else say("Pages", "Clean text")
        )
        chinese = words.chinese()
        view.set_letters({k.name: k.sign if chinese else k.letter for k in theme.KINDS.values()})
