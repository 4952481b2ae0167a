"""The head of the window and its foot: page, progress, undo, export; saved, articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QWidget,
)  # fmt: skip

from brandtool.ui import theme
from brandtool.ui.actions import ACTIONS
from brandtool.ui.icons import icon
from brandtool.ui.words import say

__all__ = ["Foot", "Header"]

AFTER_PAINT = 30
"""Milliseconds after which the drawings take the room kept for them."""


class ProgressLine(QWidget):
    """A thin line that fills up; Qt's own bar repaints at once at every step."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedSize(140, 4)

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, look.line), (self._share, look.accent)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, self.height()), 2, 2)


class Header(QFrame):
    """Show what page is open and how far it is, with the few actions that are always at hand."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._actions = actions
        self.title = QLabel(self)
        self.title.setObjectName("title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.told = QLabel(self)
        self.told.setProperty("muted", True)
        self.bar = ProgressLine(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        shown = {entry.id: entry for entry in ACTIONS if entry.toolbar}
        for name in shown:
            button = QPushButton(self)
            button.setObjectName(f"tool.{name}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(actions[name].trigger)
            self.buttons[name] = button
        self.buttons["page.export"].setProperty("primary", True)
        row.addWidget(self.buttons["page.open"])
        row.addWidget(self.title, 1)
        row.addWidget(self.told)
        row.addWidget(self.bar)
        row.addSpacing(6)
        row.addWidget(self.buttons["edit.undo"])
        row.addWidget(self.buttons["page.export"])
        self.retitle()
        self.show_progress(0, 0)

    def retitle(self) -> None:
        """Name the buttons in the language of the window."""
        for name, button in self.buttons.items():
            entry = next(row for row in ACTIONS if row.id == name)
            button.setText(say("Actions", entry.title).rstrip("…"))
            button.setToolTip(entry.key)

    def dress(self) -> None:
        """Draw the icons in the colours of the theme."""
        if self.buttons["page.open"].icon().isNull():
            room = QPixmap(20, 20)
            room.fill(Qt.GlobalColor.transparent)
            for button in self.buttons.values():
                button.setIcon(QIcon(room))
            QTimer.singleShot(AFTER_PAINT, self, self.dress)
            return
        look = theme.current()
        for name, button in self.buttons.items():
            entry = next(row for row in ACTIONS if row.id == name)
            colour = look.on_accent if button.property("primary") else look.ink
            button.setIcon(icon(entry.icon, colour=colour))

    def show_progress(self, done: int, total: int) -> None:
        """Show how many questions are answered."""
        self.told.setText(
            say("Header", "{done} of {total} done").format(done=done, total=total) if total else ""
        )
        self.bar.setVisible(total > 0)
        self.bar.show_share(done / total if total else 0.0)


class Foot(QStatusBar):
    """Show whether everything is saved, what was last said, and the articles to jump to."""

    article_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.safety = QLabel(self)
        self.safety.setObjectName("safety")
        self.told = QLabel(self)
        self.told.setObjectName("told")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QToolButton(self)
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room = self.undo.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.undo.setSizePolicy(room)
        self.undo.setText(say("Header", "Undo (U)"))
        self.undo.hide()
        self.busy = QLabel(self)
        self._articles = QWidget(self)
        self._row = QHBoxLayout(self._articles)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._jumps: list[QToolButton] = []
        self._quiet = QTimer(self, interval=12_000, singleShot=True)
        self._quiet.timeout.connect(lambda: self.say(""))
        self.addWidget(self.safety)
        self.addWidget(self.told, 1)
        self.addWidget(self.undo)
        self.addPermanentWidget(self.busy)
        self.addPermanentWidget(self._articles)

    def say(self, text: str, *, undo: bool = False) -> None:
        """Say something for a while, with a button that takes it back."""
        self.told.setText(text)
        self.told.setToolTip(text)
        self.undo.setText(say("Header", "Undo (U)"))
        self.undo.setVisible(undo)
        if text:
            self._quiet.start()

    def show_articles(self, titles: Sequence[str], tip: Callable[[int], str]) -> None:
        """Show one small button for each article."""
        while len(self._jumps) > len(titles):
            taken = self._jumps.pop()
            self._row.removeWidget(taken)
            taken.hide()
            taken.deleteLater()
        while len(self._jumps) < len(titles):
            number = len(self._jumps) + 1
            button = QToolButton(self._articles)
            button.setProperty("article", True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setText(str(number))
            button.clicked.connect(lambda _on=False, n=number: self.article_chosen.emit(n))
            self._row.addWidget(button)
            self._jumps.append(button)
        for number, (title, button) in enumerate(zip(titles, self._jumps, strict=True), 1):
            button.setToolTip(f"{title}\n{tip(number)}")
            button.setAccessibleName(title)
