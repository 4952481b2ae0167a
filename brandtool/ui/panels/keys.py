"""The key page: every action with its keys, by menu, read from the action table."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from brandtool.ui import html, words
from brandtool.ui.actions import ACTIONS, MENUS, Action, shown_keys
from brandtool.ui.cards.frame import label
from brandtool.ui.overlay import Overlay
from brandtool.ui.words import say

__all__ = ["KeysPage", "key_rows"]

_FAMILIES = {"pick": ("1–9", "question"), "article": ("Ctrl+1–9", "go")}


def key_rows() -> dict[str, list[tuple[str, str, str]]]:
    """Return (action id, name, keys) by menu; a family of actions is one row."""
    out: dict[str, list[tuple[str, str, str]]] = {name: [] for name, _ in MENUS}
    known: dict[tuple[str, str], int] = {}
    for row in ACTIONS:
        if not row.keys:
            continue
        menu = row.menu or _home(row)
        keys = "  ".join(dict.fromkeys(map(words.key, shown_keys(row))))
        name = say("Actions", row.title)
        if row.family in _FAMILIES:
            keys, menu = _FAMILIES[row.family]
            if any(told[2] == keys for told in out[menu]):
                continue
        same = (menu, name)
        if same in known:
            before = out[menu][known[same]]
            out[menu][known[same]] = (before[0], name, f"{before[2]}  {keys}")
            continue
        known[same] = len(out[menu])
        out[menu].append((row.id, name, keys))
    return out


def _home(row: Action) -> str:
    head = row.id.split(".", 1)[0]
    return {
        "extent": "question",
        "pick": "question",
        "edit": "edit",
        "go": "go",
        "person": "person",
    }.get(head, "view")


class KeysPage(Overlay):
    """Show all keys in two columns."""

    WIDTH = 860
    HEIGHT = 720

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.rows.addWidget(self._area, 1)

    def open(self) -> None:
        """Show the page."""
        self.title.setText(say("Keys", "Keys"))
        inside = QWidget()
        sides = QHBoxLayout(inside)
        sides.setSpacing(28)
        columns = [QVBoxLayout(), QVBoxLayout()]
        for column in columns:
            column.setSpacing(16)
            sides.addLayout(column, 1)
        titles = dict(MENUS)
        heights = [0, 0]
        told = [(name, rows) for name, rows in key_rows().items() if rows]
        for name, rows in sorted(told, key=lambda pair: -len(pair[1])):
            side = heights.index(min(heights))
            columns[side].addWidget(_block(say("Menus", titles[name]), rows))
            heights[side] += len(rows) + 2
        for column in columns:
            column.addStretch(1)
        self._area.setWidget(inside)
        self.appear(self._area)


def _block(title: str, rows: list[tuple[str, str, str]]) -> QWidget:
    out = QWidget()
    grid = QGridLayout(out)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.addWidget(label(html.bold(_bare(title))), 0, 0, 1, 2)
    for number, (_id, name, keys) in enumerate(rows, 1):
        grid.addWidget(label(html.plain(name)), number, 1)
        shown = QLabel(keys)
        shown.setProperty("muted", True)
        grid.addWidget(shown, number, 0)
    grid.setColumnMinimumWidth(0, 120)
    grid.setColumnStretch(1, 1)
    return out


def _bare(title: str) -> str:
    """Return the title of a menu without its mnemonic."""
    return re.sub(r"\(&\w\)|&", "", title)
