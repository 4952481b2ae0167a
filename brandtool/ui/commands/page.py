"""The page as a whole: opening, facts, states, export, detecting again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from brandtool import resource
from brandtool.core.facts import FACTS
from brandtool.ui import words
from brandtool.ui.panels.export import FORMATS
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.window import Window

__all__ = [
    "ask_editor",
    "ask_encoding",
    "ask_open",
    "ask_recent",
    "close_window",
    "copy",
    "detect",
    "export",
    "list_backups",
    "open_sample",
    "revise",
    "say_saved",
    "set_page_state",
    "show_facts",
]

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be")


def ask_open(window: Window, _argument: object = None) -> None:
    """Choose a page from the disk."""
    start = str(window.desk.page.project.parent) if window.desk.page else str(Path.home())
    dialog = QFileDialog(window, say("Open", "Open a page"), start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    texts, every = say("Open", "Pages"), say("Open", "All files")
    dialog.setNameFilters([f"{texts} (*.txt *.text *.md *.brandtool)", f"{every} (*)"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda told: window.open_path(Path(told)))
    dialog.open()


def ask_recent(window: Window, _argument: object = None) -> None:
    """Choose among the pages that were opened last."""
    recent = [Path(told) for told in window.desk.settings.recent]
    if not recent:
        window.say(say("Open", "No page was opened before."))
        return
    window.palette_card.ask(
        [
            (str(path), f"{path.name}    {path.parent}", str(n) if n < 10 else "", True)
            for n, path in enumerate(recent, 1)
        ],
        lambda told: window.open_path(Path(told)),
        title=say("Open", "Recent pages"),
    )


def open_sample(window: Window, _argument: object = None) -> None:
    """Open the practice page."""
    window.open_path(resource("sample/page.txt"))


def ask_encoding(window: Window, _argument: object = None) -> None:
    """Read the page again with another encoding."""
    page = window.desk.page
    assert page is not None
    window.palette_card.ask(
        [(name, name.upper(), str(n), True) for n, name in enumerate(ENCODINGS, 1)],
        lambda name: window.open_path(page.path, encoding=name),
        title=say("Open", "Read with another encoding"),
        hint=say("Open", "Read now as {encoding}").format(encoding=page.document.encoding),
    )


def revise(window: Window, _argument: object = None) -> None:
    """Take the text that stands in the file in as a new revision."""
    window.openings.revising.take()


def list_backups(window: Window, _argument: object = None) -> None:
    """List the backups of the project; the one that is chosen is put back."""
    window.desk.list_backups()


def show_facts(window: Window, _argument: object = None) -> None:
    """Show the page facts and take what is changed."""
    desk = window.desk
    assert desk.workbench is not None
    known = window.facts()

    def take(told: dict[str, str]) -> None:
        assert desk.workbench is not None
        if told != {name: getattr(known, name) for name in FACTS}:
            window.told(desk.act(desk.workbench.label("facts", told)))

    window.facts_card.ask({name: getattr(known, name) for name in FACTS}, take)


def say_saved(window: Window, _argument: object = None) -> None:
    """Say that saving happens by itself."""
    if window.desk.unsafe:
        window.say(say("Status", "Saving…"))
    else:
        window.say(say("Status", "Saved automatically; nothing to do."))


def export(window: Window, _argument: object = None) -> None:
    """Ask where to export to, and export."""
    desk = window.desk
    assert desk.workbench is not None and desk.page is not None
    folder = Path(desk.settings.export_folder or desk.page.project.parent)
    told = desk.settings.window.get("formats")
    formats = tuple(told) if isinstance(told, list) else FORMATS[:2]
    window.export_card.ask(folder, formats, desk.workbench.open_count, window.export_to)


def set_page_state(window: Window, state: str) -> None:
    """Set the state of the page, with this editor's name and the time."""
    workbench = window.desk.workbench
    assert workbench is not None
    change = window.desk.act(workbench.label("state", {"state": state}))
    if window.told(change):
        window.say(say("Status", "The page: {state}").format(state=words.page_state(state)))


def detect(window: Window, _argument: object = None) -> None:
    """Let the analysis look at the page again."""
    window.desk.detect()


def copy(window: Window, _argument: object = None) -> None:
    """Copy the selected text."""
    if window.pages.view.selected_text():
        window.pages.view.copy()
    else:
        window.say(say("Status", "Nothing is selected."))


def ask_editor(window: Window, _argument: object = None) -> None:
    """Ask by which name decisions are stored; it holds from the next page on."""

    def take(name: str) -> None:
        window.desk.settings = replace(window.desk.settings, editor_name=name)
        window.openings.save_settings()
        window.say(say("Status", "From the next page you open, decisions carry this name."))

    window.palette_card.ask(
        [],
        take,
        title=say("Page", "Editor's name"),
        hint=window.desk.settings.editor.name,
        free=True,
    )


def close_window(window: Window, _argument: object = None) -> None:
    """Close the window; what waits is stored first."""
    window.close()
