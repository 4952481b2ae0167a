"""A page whose file reads otherwise than what is stored: take the new text in, or keep the old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandtool.ui import words
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.decision import Decision
    from brandtool.ui.window import Window

__all__ = ["Revising"]


class Revising(QObject):
    """Tell that the file changed, take its text in on wish, and list what did not go over."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._lost: tuple[Decision, ...] = ()
        window.desk.text_changed.connect(lambda _found: self.offer())
        window.desk.carried.connect(self._carried)

    def offer(self) -> None:
        """Say that the file reads otherwise, unless the editor said to keep the stored text."""
        window, desk = self._window, self._window.desk
        page = desk.page
        if page is None or not page.found or desk.place.get("kept") == page.found:
            window.notices.drop("changed")
            return
        if page.forced:
            told = say(
                "Revision",
                "Read as {encoding}, the file differs from the stored text,"
                " on which you are working.",
            ).format(encoding=page.forced.upper())
        else:
            told = say(
                "Revision", "The file has changed since; you are working on the stored text."
            )
        choices = [
            (say("Revision", "Import as new revision"), self.take),
            (say("Revision", "Keep the stored text"), self.keep),
        ]
        window.notices.show_notice("changed", told, choices if page.writable else ())

    def take(self) -> None:
        """Take the text in the file in; what was decided goes over where its words are found."""
        window, desk = self._window, self._window.desk
        workbench = desk.workbench
        if desk.page is None or not desk.page.found:
            window.say(say("Revision", "The file holds the text you are working on."))
        elif workbench is not None and workbench.page_state == "final":
            window.say(words.notice("page.final"))
        else:
            window.pages.stop_editing()
            desk.revise()

    def keep(self) -> None:
        """Go on with the stored text, and do not ask again for this text of the file."""
        desk = self._window.desk
        if desk.page is not None:
            desk.keep_place(kept=desk.page.found)
        self._window.notices.drop("changed")

    def _carried(self, count: int, lost: tuple[Decision, ...]) -> None:
        self._lost = lost
        if not count and not lost:
            return
        if not lost:
            told = say("Revision", "The new text is open; all {count} decisions went over to it.")
        else:
            told = say(
                "Revision",
                "The new text is open; {count} decisions went over to it, {lost} did not.",
            )
        self._window.notices.show_notice(
            "carried",
            told.format(count=count, lost=len(lost)),
            [(say("Revision", "Show what did not"), self.list_lost)] if lost else (),
        )

    def list_lost(self) -> None:
        """List the decisions that did not go over; choosing one looks for its words."""
        from brandtool.ui.models.history import spot, verdict

        window = self._window
        texts = window.desk.texts
        told: dict[str, tuple[str, str]] = {}
        for decision in self._lost:
            where, text = spot(texts.get(decision.text_sha256 or ""), decision)
            told[decision.event] = (
                " · ".join(p for p in (verdict(decision), where, text) if p),
                text,
            )
        window.palette_card.ask(
            [(event, line, "", True) for event, (line, _) in told.items()],
            lambda event: self._seek(told[event][1]),
            title=say("Revision", "What did not go over to the new text"),
            hint=say("Revision", "Enter looks for the words in the new text"),
        )

    def _seek(self, text: str) -> None:
        """Look for the first words of a decision in the text."""
        for mark in ("→", "┊", "…"):
            text = text.split(mark)[0]
        self._window.finder.begin(text.strip())
