"""Calm bars above the desk: what happened, and one or two things to do about it; never a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandtool.ui import theme
from brandtool.ui.icons import icon
from brandtool.ui.words import say

__all__ = ["Choice", "Notices"]

Choice = tuple[str, Callable[[], None]]


class Notices(QWidget):
    """Stack bars; one with a name takes the place of an older one of that name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, QFrame] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setVisible(False)

    def show_notice(
        self, name: str, text: str, choices: Sequence[Choice] = (), *, grave: bool = False
    ) -> None:
        """Show a bar; a grave one is red and cannot be closed until its cause is gone."""
        self.drop(name)
        bar = QFrame(self)
        bar.setObjectName(f"notice.{name}")
        look = theme.current()
        hue = look.kind("suspect") if grave else look.accent
        bar.setStyleSheet(
            f"QFrame {{ background: {theme.blend(hue, look.panel, 0.14)}; border: 0;"
            f" border-bottom: 1px solid {theme.blend(hue, look.panel, 0.4)}; }}"
        )
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        sign = QLabel(bar)
        sign.setPixmap(icon("warn" if grave else "info", colour=hue).pixmap(18, 18))
        sign.setStyleSheet("border: 0")
        told = QLabel(text, bar)
        told.setWordWrap(True)
        told.setStyleSheet("border: 0; background: transparent")
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(sign)
        row.addWidget(told, 1)
        for label, act in choices:
            button = QPushButton(label, bar)
            button.clicked.connect(act)
            row.addWidget(button)
        if not grave:
            row.addWidget(self._closer(name, bar))
        bar.setAccessibleName(text)
        self._bars[name] = bar
        self._rows.addWidget(bar)
        self.setVisible(True)

    def drop(self, name: str) -> None:
        """Take a bar away."""
        bar = self._bars.pop(name, None)
        if bar is not None:
            self._rows.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self._bars))

    def text(self, name: str) -> str:
        """Return what a bar says, empty if there is none."""
        bar = self._bars.get(name)
        return bar.accessibleName() if bar is not None else ""

    def press(self, name: str, number: int) -> None:
        """Do what the n-th button of a bar does, from 0."""
        self._bars[name].findChildren(QPushButton)[number].click()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the bars shown."""
        return tuple(self._bars)

    def _closer(self, name: str, bar: QFrame) -> QToolButton:
        button = QToolButton(bar)
        button.setIcon(icon("close"))
        button.setAutoRaise(True)
        button.setAccessibleName(say("Notices", "Close this notice"))
        button.clicked.connect(lambda: self.drop(name))
        return button
