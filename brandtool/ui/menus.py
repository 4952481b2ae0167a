"""Menus, toolbar and context menus, all made from the action table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from brandtool.ui import words
from brandtool.ui.actions import ACTIONS, MENUS, Action, shown_keys
from brandtool.ui.words import say

__all__ = ["Menus"]

_SECTIONS = (
    "page.save",
    "page.first_reading",
    "page.detect",
    "edit.copy",
    "question.flag",
    "question.batch",
    "quote.direct",
    "mark.delete",
    "mark.boundary",
    "go.next_kind",
    "go.list",
    "view.larger",
    "view.system",
    "view.chinese",
    "help.about",
)
"""Actions above which a menu draws a line."""


class Menus:
    """Hold one QAction for each action with a menu or a key of the whole window."""

    def __init__(
        self, window: QMainWindow, perform: Callable[[Action], None], can: Callable[[Action], bool]
    ) -> None:
        self._window = window
        self._can = can
        self._perform = perform
        self.actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._open: QMenu | None = None
        for row in ACTIONS:
            entry = QAction(window)
            entry.setObjectName(row.id)
            entry.triggered.connect(lambda _on=False, r=row: perform(r))
            if row.where == "window" and row.keys:
                entry.setShortcuts([QKeySequence(key) for key in row.keys])
                entry.setAutoRepeat(row.repeat)
                window.addAction(entry)
            self.actions[row.id] = entry
        for name, _title in MENUS:
            menu = window.menuBar().addMenu("")
            for row in ACTIONS:
                if row.menu == name:
                    if row.id in _SECTIONS:
                        menu.addSeparator()
                    menu.addAction(self.actions[row.id])
            menu.aboutToShow.connect(self.refresh)
            self._menus[name] = menu
        self.retitle()

    def retitle(self) -> None:
        """Name everything in the language of the window."""
        titles = dict(MENUS)
        for name, menu in self._menus.items():
            menu.setTitle(say("Menus", titles[name]))
        for row in ACTIONS:
            told = say("Actions", row.title)
            keys = shown_keys(row)
            if row.where != "window" and keys:
                told = f"{told}\t{words.key(keys[0])}"
            self.actions[row.id].setText(told)

    def refresh(self) -> None:
        """Grey what cannot be done now; shortcuts stay alive, they say why."""
        for row in ACTIONS:
            if row.menu:
                self.actions[row.id].setEnabled(self._can(row) or bool(row.keys))

    def context(self, place: str) -> QMenu:
        """Make the context menu of a place: `list`, `mark`, `text` or `selection`."""
        menu = QMenu(self._window)
        for row in ACTIONS:
            if place in row.context and self._can(row):
                menu.addAction(self.actions[row.id])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
