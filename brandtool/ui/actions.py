"""Everything the editor can do, as data: menus, toolbar, palette and key page read this table."""

# ruff: noqa: E501 - a table is read by its rows

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from brandtool.ui.noop import N

__all__ = ["ACTIONS", "MENUS", "SIGNS", "Action", "Where", "action", "by_key", "shown_keys"]

Where = Literal["window", "panes", "list", "text", "plan", "table", "people"]
"""Where the keys of an action live: everywhere, in all panes, or in one sort of pane only."""


@dataclass(frozen=True, slots=True)
class Action:
    """Describe one thing the editor can do.

    `keys` are in Qt's portable spelling, the first one is shown. `when` names a condition of
    `brandtool.ui.conditions`, `calls` a method of the desk, given `argument` if there is one. Keys that
    `repeat` act again while held down. `family` gathers rows that the key page shows as one.
    """

    id: str
    title: str
    calls: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    when: str = "always"
    where: Where = "window"
    argument: int | str | None = None
    icon: str = ""
    toolbar: bool = False
    repeat: bool = False
    family: str = ""
    context: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return the key shown beside the action, empty if it has none."""
        return self.keys[0] if self.keys else ""


MENUS: tuple[tuple[str, str], ...] = (
    ("page", N("Menus", "&Page")),
    ("edit", N("Menus", "&Edit")),
    ("question", N("Menus", "&Question")),
    ("mark", N("Menus", "&Mark")),
    ("person", N("Menus", "Pe&rson")),
    ("go", N("Menus", "&Go")),
    ("view", N("Menus", "&View")),
    ("help", N("Menus", "&Help")),
)

SIGNS = {
    "Up": "↑", "Down": "↓", "Return": "Enter", "Space": N("Keys", "Space"), "Escape": "Esc",
    "Delete": "Del", "BracketLeft": "[", "BracketRight": "]", "BraceLeft": "{", "BraceRight": "}",
}  # fmt: skip
"""How keys are written for people where Qt's spelling is not what stands on the key."""

_PAGE = (
    Action("page.open", N("Actions", "Open…"), "ask_open", ("Ctrl+O",), "page", icon="open", toolbar=True),
    Action("page.recent", N("Actions", "Recent pages…"), "ask_recent", (), "page"),
    Action("page.sample", N("Actions", "Practice page"), "open_sample", (), "page"),
    Action("page.encoding", N("Actions", "Read with another encoding…"), "ask_encoding", (), "page", "page"),
    Action("page.revise", N("Actions", "Import the changed text"), "revise", (), "page", "writable"),
    Action("page.facts", N("Actions", "Page facts…"), "show_facts", (), "page", "page"),
    Action("page.save", N("Actions", "Save"), "say_saved", ("Ctrl+S",), "page", "page"),
    Action("page.export", N("Actions", "Export…"), "export", ("Ctrl+E",), "page", "page", icon="export", toolbar=True),
    Action("page.first_reading", N("Actions", "First reading done"), "set_page_state", (), "page", "writable", argument="first"),
    Action("page.second_reading", N("Actions", "Second reading done"), "set_page_state", (), "page", "writable", argument="second"),
    Action("page.final", N("Actions", "Final"), "set_page_state", (), "page", "writable", argument="final"),
    Action("page.reopen", N("Actions", "Reopen the page"), "set_page_state", (), "page", "final", argument="work"),
    Action("page.detect", N("Actions", "Detect again"), "detect", ("F5",), "page", "page"),
    Action("page.backups", N("Actions", "Restore a backup…"), "list_backups", (), "page", "writable"),
    Action("page.editor", N("Actions", "Editor's name…"), "ask_editor", (), "page"),
    Action("page.close", N("Actions", "Close the window"), "close_window", ("Ctrl+Q",), "page"),
)  # fmt: skip

_EDIT = (
    Action("edit.undo", N("Actions", "Undo"), "undo", ("Ctrl+Z",), "edit", "undoable", icon="undo", toolbar=True),
    Action("edit.undo_key", N("Actions", "Undo"), "undo", ("U",), "", "undoable", "panes"),
    Action("edit.redo", N("Actions", "Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", "redoable", icon="redo"),
    Action("edit.copy", N("Actions", "Copy"), "copy", ("Ctrl+C",), "edit", "page", context=("text",)),
    Action("edit.find", N("Actions", "Find"), "find", ("Ctrl+F",), "edit", "page", icon="find"),
    Action("edit.find_next", N("Actions", "Find next"), "find_next", ("F3",), "edit", "page", repeat=True),
    Action("edit.find_back", N("Actions", "Find previous"), "find_back", ("Shift+F3",), "edit", "page", repeat=True),
)  # fmt: skip

_QUESTION = (
    Action("question.accept", N("Actions", "Accept"), "accept", ("A",), "question", "question", "panes", icon="accept", context=("list", "mark")),
    Action("question.keep", N("Actions", "Keep as it is"), "keep", ("X",), "question", "question", "panes", icon="keep", context=("list", "mark")),
    Action("question.defer", N("Actions", "Later"), "defer", ("S",), "question", "question", "panes", icon="later", context=("list", "mark")),
    Action("question.deferred", N("Actions", "Back to the deferred"), "show_deferred", ("Shift+S",), "question", "page", "panes"),
    Action("question.amend", N("Actions", "Edit"), "edit_text", ("E",), "question", "editable", "panes", icon="edit", context=("list", "mark", "text")),
    Action("question.flag", N("Actions", "Flag"), "flag", ("F",), "question", "question", "panes", icon="flag", context=("list", "mark")),
    Action("question.never", N("Actions", "Never again"), "never_again", ("N",), "question", "question", "panes", context=("list", "mark")),
    Action("question.why", N("Actions", "Why"), "show_why", ("W",), "question", "question", "panes", context=("list",)),
    Action("question.batch", N("Actions", "Accept all shown"), "batch", ("Shift+A",), "question", "listed", "panes", icon="batch"),
    Action("question.retract", N("Actions", "Retract this one"), "retract", (), "question", "decided", context=("list",)),
    *(
        Action(f"pick.{n}", N("Actions", "Pick a choice"), "pick", (str(n),), "", "question", "panes", n, family="pick")
        for n in range(1, 10)
    ),
    Action("quote.direct", N("Actions", "Direct quote"), "set_quote_kind", ("D",), "question", "quote", "panes", "direct"),
    Action("quote.indirect", N("Actions", "Indirect quote"), "set_quote_kind", ("I",), "question", "quote", "panes", "indirect"),
    Action("quote.mixed", N("Actions", "Mixed quote"), "set_quote_kind", ("M",), "question", "quote", "panes", "mixed"),
    Action("quote.none", N("Actions", "Not speech"), "set_quote_kind", ("0",), "question", "quote", "panes", "none"),
    Action("quote.speaker", N("Actions", "Choose the speaker"), "choose_speaker", ("P",), "question", "quote", "panes"),
    Action("extent.start_out", N("Actions", "Start one character earlier"), "move_extent", ("[",), "", "extent", "panes", "start-1", repeat=True, family="extent"),
    Action("extent.start_in", N("Actions", "Start one character later"), "move_extent", ("]",), "", "extent", "panes", "start+1", repeat=True, family="extent"),
    Action("extent.end_in", N("Actions", "End one character earlier"), "move_extent", ("{",), "", "extent", "panes", "end-1", repeat=True, family="extent"),
    Action("extent.end_out", N("Actions", "End one character later"), "move_extent", ("}",), "", "extent", "panes", "end+1", repeat=True, family="extent"),
    Action("extent.start_clause_out", N("Actions", "Start one clause earlier"), "move_extent", ("Ctrl+[",), "", "extent", "panes", "start-clause", repeat=True, family="extent"),
    Action("extent.start_clause_in", N("Actions", "Start one clause later"), "move_extent", ("Ctrl+]",), "", "extent", "panes", "start+clause", repeat=True, family="extent"),
    Action("extent.end_clause_in", N("Actions", "End one clause earlier"), "move_extent", ("Ctrl+{",), "", "extent", "panes", "end-clause", repeat=True, family="extent"),
    Action("extent.end_clause_out", N("Actions", "End one clause later"), "move_extent", ("Ctrl+}",), "", "extent", "panes", "end+clause", repeat=True, family="extent"),
)  # fmt: skip

_MARK = (
    Action("mark.enter", N("Actions", "Mark the selection, or split here"), "mark_or_split", ("Return", "Enter"), "mark", "page", "panes"),
    Action("mark.delete", N("Actions", "Delete"), "mark", (), "mark", "selection", "panes", "delete", context=("selection",)),
    Action("mark.run_on", N("Actions", "Run on"), "mark", (), "mark", "selection", "panes", "run_on", context=("selection",)),
    Action("mark.lift_out", N("Actions", "Lift out"), "mark", (), "mark", "selection", "panes", "lift_out", context=("selection",)),
    Action("mark.quote", N("Actions", "Mark as quote"), "mark", (), "mark", "selection", "panes", "quote", context=("selection",)),
    Action("mark.correct", N("Actions", "Correct"), "mark", (), "mark", "selection", "panes", "correct", context=("selection",)),
    Action("mark.role", N("Actions", "Role…"), "mark", (), "mark", "selection", "panes", "role", context=("selection",)),
    Action("mark.article", N("Actions", "Article starts here"), "mark", (), "mark", "selection", "panes", "article", context=("selection",)),
    Action("mark.printed", N("Actions", "Printed error…"), "note_printed", (), "mark", "selection", "panes", context=("text",)),
    Action("mark.boundary", N("Actions", "Article starts here, or not"), "toggle_boundary", ("B",), "mark", "place", "panes", context=("text",)),
    Action("mark.block_role", N("Actions", "Role of this block…"), "choose_role", ("T",), "mark", "place", "panes", context=("text",)),
    Action("mark.up", N("Actions", "Move the block up"), "move_block", ("Alt+Up",), "mark", "place", "panes", "up", repeat=True, context=("text",)),
    Action("mark.down", N("Actions", "Move the block down"), "move_block", ("Alt+Down",), "mark", "place", "panes", "down", repeat=True, context=("text",)),
)  # fmt: skip

_PERSON = (
    Action("person.show", N("Actions", "Person card of the speaker"), "show_person", ("Shift+P",), "person", "page", "panes", context=("list", "mark")),
    Action("person.enter", N("Actions", "Go to the chosen place"), "enter_person", ("Return", "Enter"), "", "person", "people"),
    Action("person.quotes", N("Actions", "Quotes of this person"), "person_quotes", ("Q",), "person", "person", "people", context=("person",)),
    Action("person.rename", N("Actions", "Rename…"), "rename_person", ("E",), "person", "person", "people", context=("person",)),
    Action("person.alias", N("Actions", "Another name…"), "name_alias", ("L",), "person", "person", "people", context=("person",)),
    Action("person.post", N("Actions", "Post…"), "name_post", ("T",), "person", "person", "people", context=("person",)),
    Action("person.take_off", N("Actions", "Take this name or post off"), "take_off", ("Delete",), "person", "person", "people", context=("person",)),
    Action("person.merge", N("Actions", "Merge with another…"), "merge_person", ("M",), "person", "person", "people", context=("person",)),
    Action("person.split", N("Actions", "Give the chosen quotes to another…"), "split_person", ("V",), "person", "person", "people", context=("person",)),
    Action("person.part", N("Actions", "Part what was merged"), "part_person", (), "person", "merged", "people", context=("person",)),
)  # fmt: skip

_GO = (
    Action("go.next", N("Actions", "Next question"), "go_next", ("J",), "go", "listed", "panes", repeat=True),
    Action("go.back", N("Actions", "Previous question"), "go_back", ("K",), "go", "listed", "panes", repeat=True),
    Action("go.next_row", N("Actions", "Next question"), "go_next", ("Down",), "", "listed", "list", repeat=True),
    Action("go.back_row", N("Actions", "Previous question"), "go_back", ("Up",), "", "listed", "list", repeat=True),
    Action("go.next_kind", N("Actions", "Next kind"), "go_kind", ("Ctrl+J",), "go", "listed", argument="next"),
    Action("go.back_kind", N("Actions", "Previous kind"), "go_kind", ("Ctrl+Shift+J",), "go", "listed", argument="back"),
    *(
        Action(f"go.article_{n}", N("Actions", "Go to an article"), "go_article", (f"Ctrl+{n}",), "", "page", argument=n, family="article")
        for n in range(1, 10)
    ),
    Action("go.list", N("Actions", "Question list"), "show_side", ("Ctrl+L",), "go", argument="questions"),
    Action("go.articles", N("Actions", "Article map"), "show_side", (), "go", "page", argument="articles"),
    Action("go.plan", N("Actions", "Page plan"), "show_side", ("Ctrl+G",), "go", "page", argument="plan"),
    Action("go.block", N("Actions", "To this block of the plan"), "show_block", ("Return", "Enter"), "", "page", "plan"),
    Action("go.history", N("Actions", "History"), "show_side", ("Ctrl+H",), "go", "page", argument="history"),
    Action("go.joints", N("Actions", "Joints as they will read"), "show_joints", ("Ctrl+R",), "go", "page"),
    Action("go.quotes", N("Actions", "Quote table"), "show_quotes", ("Ctrl+T",), "go", "page"),
    Action("go.quote", N("Actions", "Go to the quote"), "enter_quote", ("Return", "Enter"), "", "page", "table"),
    Action("go.people", N("Actions", "People"), "show_side", ("Ctrl+P",), "go", "page", argument="people"),
)  # fmt: skip

_VIEW = (
    Action("view.toggle", N("Actions", "Before and after"), "toggle_view", ("Space",), "view", "page", "panes", icon="swap"),
    Action("view.both", N("Actions", "Side by side"), "toggle_both", ("F6",), "view", "page"),
    Action("view.read", N("Actions", "Read through"), "read_through", ("R",), "view", "page", "panes", icon="read"),
    Action("view.larger", N("Actions", "Larger text"), "zoom", ("Ctrl++", "Ctrl+="), "view", argument=1, repeat=True),
    Action("view.smaller", N("Actions", "Smaller text"), "zoom", ("Ctrl+-",), "view", argument=-1, repeat=True),
    Action("view.normal", N("Actions", "Normal text size"), "zoom", ("Ctrl+0",), "view", argument=0),
    Action("view.system", N("Actions", "Appearance: as the system"), "set_theme", (), "view", argument="system"),
    Action("view.light", N("Actions", "Appearance: light"), "set_theme", (), "view", argument="light"),
    Action("view.dark", N("Actions", "Appearance: dark"), "set_theme", (), "view", argument="dark"),
    Action("view.contrast", N("Actions", "Appearance: high contrast"), "set_theme", (), "view", argument="contrast"),
    Action("view.chinese", N("Actions", "中文"), "set_language", (), "view", argument="zh_CN"),
    Action("view.english", N("Actions", "English"), "set_language", (), "view", argument="en"),
    Action("view.back", N("Actions", "Back"), "step_back", ("Escape",), "", "always", "panes"),
)  # fmt: skip

_HELP = (
    Action("help.palette", N("Actions", "Command palette"), "show_palette", ("Ctrl+K",), "help", icon="palette"),
    Action("help.keys", N("Actions", "Keys"), "show_keys", ("?",), "help", "always", "panes"),
    Action("help.about", N("Actions", "About brandtool"), "show_about", (), "help"),
)  # fmt: skip

ACTIONS: tuple[Action, ...] = (*_PAGE, *_EDIT, *_QUESTION, *_MARK, *_PERSON, *_GO, *_VIEW, *_HELP)
_BY_ID = {row.id: row for row in ACTIONS}


def action(name: str) -> Action:
    """Return the action with an id; raises KeyError if there is none."""
    return _BY_ID[name]


def by_key(key: str, where: Iterable[Where]) -> Action | None:
    """Return the action a key means in one of some places, None if it means nothing there.

    What one pane alone says of a key goes before what all panes say.
    """
    places = set(where)
    found = [row for row in ACTIONS if key in row.keys and row.where in places]
    return min(found, key=lambda row: row.where == "panes", default=None)


def shown_keys(row: Action) -> tuple[str, ...]:
    """Return the keys of an action as they are written for people, untranslated."""
    return tuple("+".join(SIGNS.get(part, part) for part in _parts(key)) for key in row.keys)


def _parts(key: str) -> list[str]:
    return ["Ctrl", "+"] if key == "Ctrl++" else key.split("+")
