"""How the desk looks: before and after, reading through, text size, appearance, language, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandtool import __version__
from brandtool.ui import words
from brandtool.ui.actions import ACTIONS, shown_keys
from brandtool.ui.conditions import CONDITIONS
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.window import Window

__all__ = [
    "read_through",
    "set_language",
    "set_theme",
    "show_about",
    "show_keys",
    "show_palette",
    "step_back",
    "toggle_both",
    "toggle_view",
    "zoom",
]


def toggle_view(window: Window, _argument: object = None) -> None:
    """Change between before and after, at the same place."""
    if window.showing_quotes:
        window.toggle_quotes()
    elif window.batch.showing_joints:
        window.parts.show_centre("pages")
        window.parts.focus_side()
    elif window.pages.mode == "both":
        window.say(say("Status", "Before and after stand side by side already."))
    else:
        window.pages.set_mode("after" if window.pages.mode == "before" else "before")


def toggle_both(window: Window, _argument: object = None) -> None:
    """Show source and clean page side by side, or one behind the other."""
    if window.showing_quotes:
        window.toggle_quotes()
    window.pages.set_mode("before" if window.pages.mode == "both" else "both")


def read_through(window: Window, _argument: object = None) -> None:
    """Read the clean page with nothing beside it, or come back."""
    window.read_through(on=window.pages.mode != "read")


def zoom(window: Window, by: int) -> None:
    """Make the text larger or smaller, or as large as it was made to be."""
    view = window.pages.view
    view.set_zoom(1.0 if by == 0 else view.zoom * (1.1 if by > 0 else 1 / 1.1))


def set_theme(window: Window, name: str) -> None:
    """Choose the appearance."""
    window.dress(name)


def set_language(window: Window, name: str) -> None:
    """Choose the language."""
    window.speak(name)


def step_back(window: Window, _argument: object = None) -> None:
    """Leave what is going on: typing, a batch, reading through, finding."""
    window.step_back()


def show_palette(window: Window, _argument: object = None) -> None:
    """List every action by name, to be typed."""
    rows = [row for row in ACTIONS if row.menu]
    choices = [
        (
            row.id,
            say("Actions", row.title).rstrip("…"),
            "  ".join(map(words.key, shown_keys(row))),
            CONDITIONS[row.when][0](window),
        )
        for row in rows
    ]
    titles = {row.id: row.title for row in rows}
    window.palette_card.ask(
        choices,
        window.perform_id,
        title=say("Palette", "Command palette"),
        others=lambda name: titles.get(name, ""),
    )


def show_keys(window: Window, _argument: object = None) -> None:
    """Show the page of keys."""
    window.keys_page.open()


def show_about(window: Window, _argument: object = None) -> None:
    """Say which program this is."""
    window.notices.show_notice(
        "about", say("About", "brandtool {version}, MIT licence.").format(version=__version__)
    )
