"""When an action can be done, and the sentence that says why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from brandtool.ui.answers import EXTENT
from brandtool.ui.noop import N

if TYPE_CHECKING:
    from brandtool.ui.window import Window

__all__ = ["CONDITIONS"]

Test = Callable[["Window"], bool]


def _question(window: Window) -> bool:
    return window.desk.question is not None


def _kind(window: Window, *kinds: str) -> bool:
    question = window.desk.question
    return question is not None and question.kind in kinds


def _decided(window: Window) -> bool:
    question = window.desk.question
    return question is not None and bool(question.decision)


def _writable(window: Window) -> bool:
    workbench = window.desk.workbench
    return workbench is not None and not workbench.read_only and workbench.page_state != "final"


def _undoable(window: Window) -> bool:
    workbench = window.desk.workbench
    if workbench is None:
        return False
    return any(not a.undone and a.editor == workbench.editor.id for a in workbench.history)


def _redoable(window: Window) -> bool:
    workbench = window.desk.workbench
    return workbench is not None and any(a.undone for a in workbench.history)


CONDITIONS: Mapping[str, tuple[Test, str]] = {
    "always": (lambda _w: True, ""),
    "page": (lambda w: w.desk.workbench is not None, N("Conditions", "No page is open.")),
    "question": (_question, N("Conditions", "No question is chosen.")),
    "listed": (lambda w: bool(w.desk.rows), N("Conditions", "There is nothing in the list.")),
    "quote": (
        lambda w: _kind(w, "quote") or w.speech.by_hand is not None,
        N("Conditions", "This key is for quotes."),
    ),
    "extent": (
        lambda w: _kind(w, *EXTENT),
        N("Conditions", "This question has no start and end to move."),
    ),
    "person": (
        lambda w: w.speech.person is not None,
        N("Conditions", "Choose a person in the list of people first (Ctrl+P)."),
    ),
    "merged": (
        lambda w: (
            (row := w.speech.person) is not None
            and row.person is not None
            and len(row.person.members) > 1
        ),
        N("Conditions", "This person was not merged with another."),
    ),
    "editable": (_writable, N("Conditions", "The page cannot be changed now.")),
    "decided": (_decided, N("Conditions", "This question is not answered yet.")),
    "writable": (_writable, N("Conditions", "The page cannot be changed now.")),
    "final": (
        lambda w: w.desk.workbench is not None and w.desk.workbench.page_state == "final",
        N("Conditions", "The page is not final."),
    ),
    "undoable": (_undoable, N("Conditions", "There is nothing to undo.")),
    "redoable": (_redoable, N("Conditions", "There is nothing to redo.")),
    "selection": (
        lambda w: w.pages.selection() is not None,
        N("Conditions", "Nothing is selected."),
    ),
    "place": (
        lambda w: w.desk.workbench is not None and w.place is not None,
        N("Conditions", "Put the caret on words that stay in the text first."),
    ),
}
"""By the name in the action table: the test, and what to say where it fails."""
