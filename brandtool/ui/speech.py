"""Who said what, in the window: the quote table and the people, and how one leads to the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from brandtool.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from brandtool.core.quote import Quote
    from brandtool.ui.models.person import CardRow, PersonRow
    from brandtool.ui.models.question import QuestionRow
    from brandtool.ui.models.quote import QuoteRow
    from brandtool.ui.window import Window

__all__ = ["Speech"]


class Speech:
    """Fill the quote table and the list of people, and follow what is chosen in them."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._names: tuple[str, ...] = ()
        window.desk.opened.connect(lambda _page: self._restore())

    # -- filling ----------------------------------------------------------------------------------

    def serve_quotes(self) -> None:
        """Connect the quote table once it is built."""
        panel = self._window.parts.quotes
        panel.pointed.connect(self._row_pointed)
        panel.chosen.connect(self._row_chosen)
        panel.wanted.connect(self.refresh)
        panel.narrowed.connect(self._keep_filter)
        self._window.keys.watch(panel.list, "table")
        self._restore()

    def serve_people(self) -> None:
        """Connect the people once they are built."""
        window, panel = self._window, self._window.parts.people
        panel.chosen.connect(lambda _key: self._card())
        panel.entered.connect(self._line_entered)
        panel.acted.connect(window.perform_id)
        panel.wanted.connect(self.refresh)
        panel.menu_wanted.connect(self._menu)
        window.keys.watch(panel.list, "people")
        window.keys.watch(panel.card, "people")

    def _keep_filter(self) -> None:
        self._window.desk.keep_place(quotes=self._window.parts.quotes.filter.told())

    def _restore(self) -> None:
        """Narrow the table as it was when this page was left."""
        if self._window.parts.has("quotes"):
            from brandtool.ui.models.quote import QuoteFilter

            told = self._window.desk.place.get("quotes")
            self._window.parts.quotes.set_filter(QuoteFilter.read(told))

    def refresh(self) -> None:
        """Show what the workbench knows now, in what is in sight; the rest asks when it is seen."""
        parts, workbench = self._window.parts, self._window.desk.workbench
        if workbench is None:
            return
        if parts.has("quotes") and parts.quotes.isVisible():
            names = {quote.person: quote.speaker or "" for quote in workbench.proposed.quotes}
            rows = self.quote_rows()
            follow = self._follow(rows)
            parts.quotes.show_rows(rows, {k: v for k, v in names.items() if k})
            if follow:
                parts.quotes.set_filter(parts.quotes.filter.choose("speaker", follow))
        if parts.has("people") and parts.people.isVisible():
            parts.people.show_rows(self.person_rows())
            self._card()

    def _follow(self, rows: Sequence[QuoteRow]) -> str:
        """Return what the speaker chosen in the table is known by now, empty if nothing changed."""
        panel, workbench = self._window.parts.quotes, self._window.desk.workbench
        value = panel.filter.value("speaker")
        if not value or workbench is None:
            return ""
        known = {row.speaker for row in rows}
        person = workbench.register.of(value) or workbench.register.named(value)
        now = value if value in known else person.id if person is not None else ""
        if not now:
            now = next((name for name in self._names if name in known), "")
        self._names = (person.name, *person.aliases) if person is not None else (now,)
        return "" if now == value else now

    def quote_rows(self) -> tuple[QuoteRow, ...]:
        """Return a row for every quote of the proposed edition, as an export of it would."""
        from brandtool.ui.models.quote import QuoteRow

        workbench = self._window.desk.workbench
        assert workbench is not None
        asked: dict[str, tuple[str, str]] = {}
        for question in workbench.questions:
            quote = workbench.quote_of(question.id)
            if quote is not None:
                asked[quote.id] = (question.id, question.state)
        out = []
        for order, quote in enumerate(workbench.proposed.quotes):
            key, state = asked.get(quote.id, (quote.id, quote.state))
            out.append(QuoteRow(order, quote, state, key, quote.id in asked))
        return tuple(out)

    def person_rows(self) -> tuple[PersonRow, ...]:
        """Return who speaks on the page, and who else is in the register."""
        from brandtool.ui.models.person import person_rows

        workbench = self._window.desk.workbench
        assert workbench is not None
        return person_rows(workbench.proposed, workbench.register)

    def _card(self) -> None:
        from brandtool.ui.models.person import card_rows

        parts, workbench = self._window.parts, self._window.desk.workbench
        row = parts.people.current
        if workbench is None or row is None:
            parts.people.show_card(())
        else:
            parts.people.show_card(card_rows(workbench.proposed, row, self._window.showing.at_home))

    # -- what is chosen ---------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[QuestionRow]:
        """Return the questions that are gone through: those of the list, or of the quote table."""
        window = self._window
        if not window.showing_quotes:
            return window.questions.shown
        known = {row.id: row for row in window.desk.rows}
        return [known[row.key] for row in window.parts.quotes.shown if row.key in known]

    @property
    def quote(self) -> Quote | None:
        """Return the quote the editor looks at: that of the table, else the one asked."""
        window, workbench = self._window, self._window.desk.workbench
        if workbench is None:
            return None
        if window.showing_quotes:
            row = window.parts.quotes.current
            return None if row is None else row.quote
        return workbench.quote_of(window.desk.current)

    @property
    def by_hand(self) -> Quote | None:
        """Return the quote chosen in the table if no question asks for it."""
        window = self._window
        row = window.parts.quotes.current if window.showing_quotes else None
        return row.quote if row is not None and not row.asked else None

    @property
    def home(self) -> int:
        """Return where the quote at hand stands in the proposed text."""
        workbench, quote = self._window.desk.workbench, self.quote
        if workbench is None or quote is None:
            return 0
        return next((home.start for home in workbench.proposed.table.locate(quote.content)), 0)

    def ask_speaker(self, home: int, first: Sequence[str], take: Callable[[str], object]) -> None:
        """Ask who speaks at a place: those named first, then the nearest; what is typed counts."""
        names = self._near(home, first)
        self._window.palette_card.ask(
            [(name, name, str(n) if n < 10 else "", True) for n, name in enumerate(names, 1)],
            take,
            title=say("Speaker", "Speaker"),
            hint=say("Speaker", "Hanzi or pinyin; what you type counts as a name too"),
            free=True,
        )

    def _near(self, home: int, first: Sequence[str]) -> list[str]:
        workbench = self._window.desk.workbench
        assert workbench is not None
        called, table = workbench.register.canonical, workbench.proposed.table
        names = dict.fromkeys(called.get(name, name) for name in first)
        spoken = [quote for quote in workbench.proposed.quotes if quote.speaker]
        spoken.sort(
            key=lambda quote: min(
                (abs(one.start - home) for one in table.locate(quote.content)),
                default=len(table.text),
            )
        )
        names.update(dict.fromkeys(quote.speaker or "" for quote in spoken))
        names.update(dict.fromkeys(person.name for person in workbench.persons if person.name))
        return list(names)

    @property
    def person(self) -> PersonRow | None:
        """Return the chosen person."""
        parts = self._window.parts
        return parts.people.current if parts.has("people") else None

    def show_person(self, key: str) -> bool:
        """Show the card of a person; tell whether there is one."""
        window = self._window
        window.show_side("people")
        window.parts.people.show_rows(self.person_rows())
        if not window.parts.people.select(key):
            return False
        window.parts.people.list.setFocus()
        return True

    def show_quotes_of(self, key: str) -> None:
        """Show the quote table with the quotes of one person."""
        from brandtool.ui.models.quote import QuoteFilter

        window = self._window
        if not window.showing_quotes:
            window.toggle_quotes()
        window.parts.quotes.set_filter(QuoteFilter().choose("speaker", key))
        window.parts.quotes.list.setFocus()
        rows = window.parts.quotes.shown
        if rows:
            window.parts.quotes.list.choose(0)
            self._row_pointed(rows[0])

    def _row_pointed(self, row: QuoteRow) -> None:
        self._window.desk.ask(row.key if row.asked else "")

    def _row_chosen(self, key: str) -> None:
        window = self._window
        window.toggle_quotes()
        row = next((row for row in self.quote_rows() if row.key == key), None)
        if row is not None and row.asked:
            window.ask_shown(key)
        elif row is not None:
            self.jump(row.quote)

    def _line_entered(self, line: CardRow) -> None:
        window, workbench = self._window, self._window.desk.workbench
        if workbench is None or line.home is None:
            return
        if window.showing_quotes:
            window.parts.show_centre("pages")
        row = next(
            (r for r in self.quote_rows() if line.kind == "quote" and r.quote.id == line.value),
            None,
        )
        if row is not None and row.asked:
            window.ask_shown(row.key)
        window.pages.show_home(line.home)

    def jump(self, quote: Quote) -> None:
        """Bring the words of a quote into view."""
        window, workbench = self._window, self._window.desk.workbench
        homes = workbench.proposed.table.locate(quote.content) if workbench is not None else ()
        if homes:
            window.pages.show_home(homes[0].start)

    def _menu(self, where: QPoint) -> None:
        self._window.menus.context("person").popup(where)
