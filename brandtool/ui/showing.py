"""Bring every part of the window up to date, and only what an act changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from brandtool.ui import words
from brandtool.ui.answers import adjusted
from brandtool.ui.models.article import ArticleRow
from brandtool.ui.previews import seam, size
from brandtool.ui.standing import copies_of
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.document import Document
    from brandtool.ui.window import Window
    from brandtool.workbench import Change, Question

__all__ = ["Showing"]

PAINTED = 15
LONG = 400
"""Blocks from which on the page plan waits until the text is painted."""
LATER = 60
"""Milliseconds after which a new page is painted and its facts may be looked for."""


class Showing:
    """Listen to the desk and refresh the parts of the window."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._titled = ""
        self._planned = ""
        self._later = QTimer(window, interval=LATER, singleShot=True)
        self._later.timeout.connect(self._plan)
        self._shown = ""
        desk = window.desk
        desk.previewed.connect(self.preview)
        desk.rows_changed.connect(self.rows)
        desk.changed.connect(self.change)
        desk.current_changed.connect(lambda _key: self.current())
        desk.current_settled.connect(self.settled)
        desk.draft_changed.connect(self.draft)
        desk.safety_changed.connect(self.safety)
        desk.busy_changed.connect(lambda _on: self.busy())

    def preview(self, document: Document) -> None:
        """Show the text of the first page while its project is looked for."""
        window = self._window
        window.parts.show_centre("pages")
        window.pages.preview(document)
        QTimer.singleShot(PAINTED, window, window.desk.keeper.painted)

    def everything(self) -> None:
        """Refresh all parts."""
        self.rows()
        self.change(None)
        self.current()
        self.safety()
        self.busy()

    def rows(self) -> None:
        """Refresh the list and the progress."""
        window = self._window
        if window.desk.workbench is None:
            return
        window.questions.set_rows(window.desk.rows)
        window.questions.select(window.desk.current, scroll=False)
        window.parts.header.show_progress(*window.desk.progress)
        self.joints()
        self._nothing()

    def change(self, change: Change | None) -> None:
        """Refresh what an act changed, everything for None."""
        window = self._window
        workbench = window.desk.workbench
        if workbench is None:
            return
        if change is None or change.text or change.order:
            window.pages.refresh()
        else:
            window.pages.refresh_marks()
        self.lists()
        question = window.desk.question
        renamed = change is not None and change.speakers and not change.quotes
        if renamed and question is not None:
            self._evidence(question)
        QTimer.singleShot(0 if self._titled == page_id(window) else LATER, window, self._title)

    def lists(self) -> None:
        """Refresh the lists that have been built: articles, history, quotes."""
        parts, workbench = self._window.parts, self._window.desk.workbench
        if workbench is None:
            return
        self._articles()
        self.plan()
        if parts.has("history"):
            from brandtool.ui.models.history import history_rows

            desk = self._window.desk
            rows = {row.id: row for row in desk.rows}
            parts.history.show_rows(history_rows(workbench, rows, desk.editors, desk.texts))
        self._window.speech.refresh()

    def plan(self) -> None:
        """Refresh the page plan if it is in sight; out of sight it asks when it is shown.

        On a very long page the text is painted first.
        """
        workbench = self._window.desk.workbench
        if workbench is not None and len(workbench.document.blocks) > LONG:
            self._later.start()
        else:
            self._plan()

    def _plan(self) -> None:
        window = self._window
        workbench = window.desk.workbench
        if workbench is None or not window.parts.has("plan") or not window.parts.plan.isVisible():
            return
        from brandtool.ui.plan import plan_of

        told = plan_of(workbench.proposed, workbench.decided, copies_of(workbench))
        window.parts.plan.show_plan(told)
        self._mark_plan()

    def joints(self) -> None:
        """Refresh the joints as they will read, if they are in sight."""
        window = self._window
        workbench = window.desk.workbench
        if workbench is None or window.parts.centre_name != "joints":
            return
        from brandtool.ui.models.seam import JointRow

        rows = []
        for row in window.questions.shown:
            question = workbench.question(row.id)
            if question is not None and row.kind == "join":
                left, right = seam(workbench.document, question.candidate)
                rows.append(
                    JointRow(
                        row.id, left, right, row.article, row.paragraph, row.score, row.state,
                        row.open,
                    )
                )  # fmt: skip
        window.parts.joints.show_joints(rows, window.questions.delegate.ticks)

    def _mark_plan(self) -> None:
        """Mark in the plan the blocks that are asked about, and go there if they are others."""
        window = self._window
        if not window.parts.has("plan"):
            return
        question = window.desk.question
        key = "" if question is None else question.id
        spans = () if question is None else question.candidate.spans
        window.parts.plan.mark(spans, follow=key != self._planned)
        self._planned = key

    def settled(self, key: str) -> None:
        """Show what is asked after the analysis told its part; no text moves under the eye.

        Only a question that was not asked before is brought into view, and not while the editor
        works in the text or in the plan.
        """
        before = self._shown
        self.current(scroll=key != before and not (before and self._window.at_work))

    def current(self, *, scroll: bool = True) -> None:
        """Show the question that is asked in all parts."""
        window = self._window
        question = window.desk.question
        self._shown = "" if question is None else question.id
        if window.parts.has("questions"):
            window.questions.select(window.desk.current, scroll=scroll)
        if window.parts.has("quotes"):
            window.parts.quotes.select(window.desk.current)
        if window.parts.has("joints"):
            window.parts.joints.select(window.desk.current)
        self._mark_plan()
        window.pages.show_current(scroll=scroll)
        if question is None:
            if window.desk.workbench is not None:
                window.evidence.show_rest(self._rest())
            return
        self._evidence(question)

    def draft(self) -> None:
        """Show what the editor has changed of the question."""
        question = self._window.desk.question
        if question is not None:
            self._evidence(question)
            self._window.pages.refresh_marks()
            self._window.pages.show_current()

    def safety(self) -> None:
        """Say whether everything is on disk."""
        window = self._window
        desk = window.desk
        page = desk.page
        if page is None or desk.workbench is None:
            window.foot.safety.setText("")
            return
        if desk.workbench.read_only:
            told = say("Safety", "Read-only")
        elif desk.unsafe:
            told = say("Safety", "Saving…")
        elif len(desk.workbench.ledger):
            told = say("Safety", "Saved automatically")
        else:
            told = say("Safety", "Nothing decided yet")
        window.foot.safety.setText(f"{told} · {page.project.name}")
        window.foot.safety.setToolTip(str(page.project))

    def busy(self) -> None:
        """Say whether the analysis is at work."""
        window = self._window
        window.foot.busy.setText(say("Status", "Detecting…") if window.desk.analyst.busy else "")
        self._nothing()
        if window.desk.question is None and window.desk.workbench is not None:
            window.evidence.show_rest(self._rest())

    def _evidence(self, question: Question) -> None:
        window = self._window
        desk = window.desk
        workbench = desk.workbench
        row = window.questions.model.at(window.questions.model.row_of(question.id))
        row = row or next((r for r in desk.rows if r.id == question.id), None)
        if workbench is None or row is None:
            return
        draft, quote = desk.draft, workbench.quote_of(question.id)
        from brandtool.ui.cards import CardContext

        context = CardContext(
            document=workbench.document,
            edition=workbench.proposed,
            candidate=adjusted(workbench.document, question.candidate, draft),
            place=self.place,
            pick=lambda n: window.perform_id(f"pick.{n}") if n <= 9 else None,
            show=window.pages.show_source,
            choice=draft.choice,
            chosen_kind=draft.kind,
            speaker=(quote.speaker if draft.speaker is None and quote else draft.speaker) or "",
            called=workbench.register.canonical,
        )
        window.evidence.show_question(
            row,
            context,
            evidence=words.reasons(question.candidate.evidence),
            details=details(question),
        )

    def place(self, offset: int) -> str:
        """Write where a source offset is, for people."""
        workbench = self._window.desk.workbench
        assert workbench is not None
        edition = workbench.proposed
        line = workbench.document.line_at(offset)
        return self._place(line, edition.table.to_text("", offset), offset)

    def at_home(self, home: int) -> str:
        """Write where an offset of the proposed text is, for people."""
        workbench = self._window.desk.workbench
        assert workbench is not None
        article = workbench.proposed.article_at(home)
        if article is None:
            return words.place(0, 0)
        return words.place(article.index, 1 + sum(told.home.end <= home for told in article.lines))

    def _place(self, line: int, home: int | None, offset: int) -> str:
        workbench = self._window.desk.workbench
        assert workbench is not None
        edition = workbench.proposed
        article = None if home is None else edition.article_at(home)
        if article is None or home is None:
            return words.place(0, 0, line)
        if any(aside.home.start <= home < aside.home.end for aside in article.asides):
            starts = (edition.table.source_spans(line.home) for line in article.lines)
            above = (
                number
                for number, spans in enumerate(starts, 1)
                if min((span.start for span in spans), default=0) < offset
            )
            return words.place(article.index, max(above, default=1), line)
        paragraph = 1 + sum(told.home.end <= home for told in article.lines)
        return words.place(article.index, paragraph, line)

    def _articles(self) -> None:
        window = self._window
        workbench = window.desk.workbench
        assert workbench is not None
        left = Counter(row.article for row in window.desk.rows if row.open)
        rows = [
            ArticleRow(a.index, a.title, a.byline, size(a.text), left[a.index], a.turns)
            for a in workbench.proposed.articles
        ]
        if window.parts.has("articles"):
            window.parts.articles.set_rows(rows)
        window.foot.show_articles([row.title for row in rows], lambda n: rows[n - 1].second)

    def _title(self) -> None:
        window = self._window
        page, workbench = window.desk.page, window.desk.workbench
        if page is None or workbench is None:
            return
        self._titled = page_id(window)
        facts = window.facts()
        told = [
            facts.paper,
            say("Header", "page {page}").format(page=facts.page) if facts.page else "",
            facts.page_name,
        ]
        name = " · ".join(part for part in told if part) or page.path.name
        state = workbench.page_state
        if state not in ("unread", "work"):
            name = f"{name} · {words.page_state(state)}"
        window.parts.header.title.setText(name)
        window.parts.header.title.setToolTip(str(page.path))
        window.setWindowTitle(f"{page.path.name} — brandtool")

    def _nothing(self) -> None:
        desk = self._window.desk
        if desk.workbench is None:
            return
        if desk.analyst.busy or not desk.analysed:
            told = say("Questions", "Detecting: questions appear here as they are found.")
        else:
            told = say("Questions", "No questions: nothing on this page looks damaged.")
        self._window.questions.set_nothing(told)

    def _rest(self) -> str:
        desk = self._window.desk
        if desk.workbench is None:
            return ""
        done, total = desk.progress
        if not desk.analysed:
            return say("Evidence pane", "Detecting…")
        if total and done == total:
            return say("Evidence pane", "All {total} answered.<br><br>Export with Ctrl+E.").format(
                total=total
            )
        return say("Evidence pane", "Choose a question in the list.")


def page_id(window: Window) -> str:
    """Return the id of the open page, empty for none."""
    return "" if window.desk.workbench is None else window.desk.workbench.document.uid


def details(question: Question) -> str:
    """Write the numbers behind a question, for those who ask why."""
    candidate = question.candidate
    spans = ", ".join(f"{span.start}–{span.end}" for span in candidate.spans)
    return say("Evidence pane", "certainty {score}; source {spans}; {code}; {detector}").format(
        score=f"{candidate.score:.2f}",
        spans=spans,
        code=" · ".join(one.code for one in candidate.evidence.all),
        detector=candidate.detector,
    )
