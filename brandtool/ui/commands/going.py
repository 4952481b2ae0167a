"""Going about: next and previous question, kind, article; the panels at the side; finding words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.window import Window

__all__ = [
    "find", "find_back", "find_next", "go_article", "go_back", "go_kind", "go_next", "show_block",
    "show_joints", "show_quotes", "show_side",
]  # fmt: skip


def go_next(window: Window, _argument: object = None) -> None:
    """Ask the next question of the list."""
    window.go_row(1)


def go_back(window: Window, _argument: object = None) -> None:
    """Ask the previous question of the list."""
    window.go_row(-1)


def go_kind(window: Window, way: str) -> None:
    """Ask the first question of the next (or previous) kind in the list."""
    rows = window.questions.shown
    kinds = list(dict.fromkeys(row.kind for row in rows))
    question = window.desk.question
    if not kinds:
        return
    at = kinds.index(question.kind) if question is not None and question.kind in kinds else -1
    kind = kinds[(at + (1 if way == "next" else -1)) % len(kinds)]
    of_kind = [row for row in rows if row.kind == kind]
    wanted = next((row for row in of_kind if row.open), of_kind[0])
    window.desk.ask(wanted.id)


def go_article(window: Window, number: int) -> None:
    """Bring an article into view by its number."""
    if not window.pages.show_article(number):
        window.say(say("Status", "There is no article {number}.").format(number=number))


def show_side(window: Window, name: str) -> None:
    """Show a panel at the side and put the focus into it."""
    window.show_side(name, focus=True)


def show_block(window: Window, _argument: object = None) -> None:
    """Go from the plan to its block in the text; one that is removed is shown in the source."""
    block = window.parts.plan.block
    if block is None:
        return
    if window.showing_quotes:
        window.toggle_quotes()
    if block.home is None and window.pages.mode != "before":
        window.pages.set_mode("before", follow=False)
    window.show_block(block)
    window.focus_text()


def show_joints(window: Window, _argument: object = None) -> None:
    """Show all joints of the page as they will read, those that are open ticked, or the text."""
    if window.batch.showing_joints:
        window.finish_batch(False)
    else:
        window.batch.show_joints()


def show_quotes(window: Window, _argument: object = None) -> None:
    """Show the quote table in the middle, or the text again."""
    window.toggle_quotes()


def find(window: Window, _argument: object = None) -> None:
    """Find words in the text, or rows in the quote table."""
    if window.showing_quotes:
        window.parts.quotes.words.setFocus()
        window.parts.quotes.words.selectAll()
        return
    window.finder.begin(window.pages.view.selected_text())


def find_next(window: Window, _argument: object = None) -> None:
    """Find the next place."""
    window.finder.step(backwards=False)


def find_back(window: Window, _argument: object = None) -> None:
    """Find the place before."""
    window.finder.step(backwards=True)
