"""What stands in the middle before a page is open, while one is read, and when that failed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from brandtool.ui import html, theme
from brandtool.ui.words import say

__all__ = ["StartPanel"]

SHOWN = 6


class StartPanel(QWidget):
    """Offer to open a page, the recent ones, and the practice page."""

    chosen = Signal(object)
    browse = Signal()
    sample = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self._recent: Sequence[Path] = ()
        self._told = ""
        self._shown: list[QLabel] = []
        self._head = QLabel(self)
        self._head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint = QLabel(self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._open = QPushButton(self)
        self._open.setProperty("primary", True)
        self._sample = QPushButton(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        middle = QVBoxLayout()
        middle.setSpacing(14)
        for widget in (self._head, self._hint):
            middle.addWidget(widget)
        middle.addWidget(self._open, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(12)
        middle.addLayout(self._list)
        rows = QVBoxLayout(self)
        rows.addStretch(2)
        rows.addLayout(middle)
        rows.addStretch(3)
        self._open.clicked.connect(self.browse)
        self._sample.clicked.connect(self.sample)
        self.show_state("")

    def show_state(self, reading: str) -> None:
        """Show that a page is being read, by its name; "" shows the offer."""
        self._told = reading
        self._fill()

    def show_recent(self, recent: Sequence[Path]) -> None:
        """Offer the pages opened last."""
        self._recent = recent[:SHOWN]
        self._fill()

    def retitle(self) -> None:
        """Speak the language of the window."""
        self._fill()

    def _fill(self) -> None:
        reading = bool(self._told)
        font = theme.interface_font(20)
        self._head.setFont(font)
        self._head.setText(
            say("Start", "Reading {name}…").format(name=self._told)
            if reading
            else say("Start", "Open a page to begin")
        )
        self._hint.setText(
            "" if reading else say("Start", "Drop a text file here, or open one with Ctrl+O.")
        )
        self._open.setText(say("Start", "Open…"))
        self._sample.setText(say("Start", "Practice page"))
        for widget in (self._hint, self._open, self._sample):
            widget.setVisible(not reading)
        for old in self._shown:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        if reading or not self._recent:
            return
        head = QLabel(say("Start", "Recent"))
        head.setProperty("muted", True)
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add(head)
        for path in self._recent:
            row = QLabel(f'<a href="#" style="text-decoration:none">{html.plain(path.name)}</a>')
            row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row.setToolTip(str(path))
            row.setFrameShape(QFrame.Shape.NoFrame)
            row.linkActivated.connect(lambda _link, p=path: self.chosen.emit(p))
            self._add(row)

    def _add(self, label: QLabel) -> None:
        self._list.addWidget(label)
        self._shown.append(label)
