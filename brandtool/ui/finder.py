"""The find bar: words to be found in the text in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from brandtool.ui.icons import icon
from brandtool.ui.pages import Pages
from brandtool.ui.words import say

__all__ = ["Finder"]


class Finder(QWidget):
    """Find in the view the editor looks at; Enter goes on, Esc ends."""

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.told = QLabel(self)
        self.told.setProperty("muted", True)
        close = QToolButton(self)
        close.setAutoRaise(True)
        close.setIcon(icon("close"))
        close.setAccessibleName(say("Finder", "Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.field, 1)
        row.addWidget(self.told)
        row.addWidget(close)
        close.clicked.connect(self.end)
        self.field.textChanged.connect(lambda _text: self._find(fresh=True))
        self.field.installEventFilter(self)
        self.hide()

    def begin(self, words: str = "") -> None:
        """Show the bar, filled with words."""
        self.field.setPlaceholderText(say("Finder", "Find in the text"))
        self.field.setAccessibleName(say("Finder", "Find in the text"))
        self.show()
        if words and "\n" not in words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus()

    def end(self) -> None:
        """Hide the bar and give the focus to the text."""
        self._pages.view.find("")
        self.hide()
        self._pages.view.setFocus()

    def step(self, *, backwards: bool) -> None:
        """Go to the next place, or the one before."""
        if self.isHidden():
            self.begin()
        else:
            self._find(backwards=backwards)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Let Enter and Esc in the field rule the bar."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._find(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        return False

    def _find(self, *, backwards: bool = False, fresh: bool = False) -> None:
        words = self.field.text()
        view = self._pages.view
        if fresh and words:
            view.set_caret(view.selected[0])
        found = view.find(words, backwards=backwards)
        self.told.setText(say("Finder", "Not found") if words and found is None else "")
