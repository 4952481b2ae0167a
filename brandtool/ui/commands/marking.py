"""Marking by hand what no detector proposed.

Delete, run on, lift out, quote, correct, role, article; splitting.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from brandtool.core.article import ROLES
from brandtool.ui import words
from brandtool.ui.actions import ACTIONS
from brandtool.ui.standing import quote_value
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.article import Edition
    from brandtool.ui.window import Window

__all__ = [
    "choose_role",
    "mark",
    "mark_or_split",
    "move_block",
    "note_printed",
    "toggle_boundary",
]


OPENING, CLOSING = ("“", "‘", "「", "『", '"'), ("”", "’", "」", "』", '"')


def mark_or_split(window: Window, _argument: object = None) -> None:
    """Offer to mark the selection.

    Without a selection the block is split at the caret; a batch that is going on is accepted.
    """
    if window.questions.ticked is not None:
        window.finish_batch(True)
        return
    if window.batch.showing_joints:
        window.batch.leave_joints()
        window.show_current()
        window.pages.caret_to_current()
        window.focus_text()
        return
    view = window.pages.view
    if window.pages.selection() is not None:
        mark_menu(window).popup(
            view.viewport().mapToGlobal(view.rect_of(*view.selected).bottomLeft())
        )
        return
    if not view.hasFocus():
        window.pages.caret_to_current()
        window.focus_text()
        return
    home = window.pages.caret_home()
    workbench = window.desk.workbench
    assert workbench is not None
    if home is None:
        window.say(say("Status", "This place is not in the clean text."))
        return
    window.told(window.desk.act(workbench.mark("split", home, home)))


def mark_menu(window: Window) -> QMenu:
    """Make the menu of marks, each with its digit."""
    menu = QMenu(window)
    rows = [row for row in ACTIONS if "selection" in row.context]
    for number, row in enumerate(rows, 1):
        entry = menu.addAction(f"&{number}  {say('Actions', row.title)}")
        entry.triggered.connect(lambda _on=False, r=row: window.perform(r))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def mark(window: Window, kind: str) -> None:
    """Mark the selection."""
    chosen = window.pages.selection()
    assert chosen is not None
    match kind:
        case "correct":
            window.pages.edit_at(*chosen)
            window.say(say("Status", "Type what is right; Esc when done."))
        case "role":
            ask_role(window, lambda role: _mark(window, "role", chosen, role))
        case "quote":
            if _mark_quote(window, chosen, ""):
                window.speech.ask_speaker(
                    chosen[0], (), lambda name: _mark_quote(window, chosen, name)
                )
        case _:
            _mark(window, kind, chosen)


def _mark_quote(window: Window, span: tuple[int, int], speaker: str) -> bool:
    workbench = window.desk.workbench
    assert workbench is not None
    value = quote_value(workbench, speaker, "direct" if _in_marks(window, span) else "indirect")
    return window.told(window.desk.act(workbench.mark("quote", *span, value)))


def _in_marks(window: Window, span: tuple[int, int]) -> bool:
    """Tell whether quotation marks stand on both sides of a range."""
    workbench = window.desk.workbench
    assert workbench is not None
    text = workbench.proposed.text
    return text[: span[0]].endswith(OPENING) and text[span[1] :].startswith(CLOSING)


def _mark(window: Window, kind: str, span: tuple[int, int], value: str | None = None) -> None:
    workbench = window.desk.workbench
    assert workbench is not None
    window.told(window.desk.act(workbench.mark(kind, *span, value)))


def note_printed(window: Window, _argument: object = None) -> None:
    """Note that the paper itself is wrong here; the clean text keeps what it printed."""
    chosen = window.pages.selection()
    assert chosen is not None
    window.palette_card.ask(
        [],
        lambda told: _mark(window, "printed", chosen, told),
        title=say("Marks", "Printed error: what should stand there"),
        hint=say("Marks", "Type what is right; Enter notes it"),
        free=True,
    )


def toggle_boundary(window: Window, _argument: object = None) -> None:
    """Let an article start at this line, or join it to the one above."""
    home = window.place
    assert home is not None
    _mark(window, "article", (home, home + 1))


def choose_role(window: Window, _argument: object = None) -> None:
    """Choose what the block at this place is."""
    home, workbench = window.place, window.desk.workbench
    assert home is not None and workbench is not None
    ask_role(
        window,
        lambda role: _mark(window, "role", (home, home + 1), role),
        now=role_at(workbench.proposed, home),
    )


def role_at(edition: Edition, home: int) -> str:
    """Return the role of the line at an offset of an edition's text, empty for none."""
    lines = (one for article in edition.articles for one in (*article.lines, *article.asides))
    return next((one.role for one in lines if one.home.start <= home <= one.home.end), "")


def ask_role(window: Window, take: Callable[[str], None], *, now: str = "") -> None:
    """Offer the roles by name, digit and pinyin initials; `now` is the one it has."""
    window.palette_card.ask(
        [
            (name, words.title(words.role(name)), str(n) if n < 10 else "", True)
            for n, name in enumerate(ROLES, 1)
        ],
        take,
        title=say("Role", "Role of the block"),
        now=now,
    )


def move_block(window: Window, way: str) -> None:
    """Move the block at this place one place up or down; the caret and the plan go with it."""
    home = window.place
    workbench = window.desk.workbench
    assert home is not None and workbench is not None
    point = workbench.proposed.table.to_source(home)
    change = window.desk.act(workbench.move(home, -1 if way == "up" else 1))
    if not window.told(change) or point is None:
        return
    moved = workbench.proposed.table.to_text(point.origin, point.offset)
    if moved is not None:
        window.pages.follow(moved)
