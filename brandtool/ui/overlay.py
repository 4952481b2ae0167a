"""A card over the window for a short task: it takes the focus, Esc gives it back; never modal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from brandtool.ui import theme

__all__ = ["Overlay"]


class Overlay(QFrame):
    """Float over its window, near the top, as wide as it needs."""

    left_alone = Signal()
    """Emitted when it goes and what had the focus is no more in sight."""

    WIDTH = 560
    HEIGHT = 440

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("card", True)
        self.setAutoFillBackground(True)
        self.title = QLabel(self)
        self.title.setFont(_heavy(15))
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(18, 14, 18, 14)
        self.rows.setSpacing(10)
        self.rows.addWidget(self.title)
        self.hide()
        parent.installEventFilter(self)

    @property
    def tall(self) -> bool:
        """Tell whether the card takes its whole height, else what its parts ask for."""
        return True

    def appear(self, focus: QWidget) -> None:
        """Show the card and put the focus into it."""
        before = QApplication.focusWidget()
        if before is not None and not self.isAncestorOf(before):
            self._before = before
        self.title.setVisible(bool(self.title.text()))
        self._settle()
        self.show()
        self.raise_()
        focus.setFocus()

    def leave(self) -> None:
        """Go away and give the focus back."""
        focus = QApplication.focusWidget()
        held = focus is None or self.isAncestorOf(focus)
        self.hide()
        if held and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        elif held:
            self.left_alone.emit()
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc; keep all other keys from the desk."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if (
            event.type() == QEvent.Type.Resize
            and watched is self.parentWidget()
            and self.isVisible()
        ):
            self._settle()
        return False

    def _settle(self) -> None:
        window = self.parentWidget() or self
        width = min(self.WIDTH, window.width() - 40)
        wanted = self.HEIGHT if self.tall else self.sizeHint().height()
        height = min(wanted, window.height() - 110)
        if height <= 0 or width <= 0:
            return
        self.setGeometry((window.width() - width) // 2, 64, width, height)


def _heavy(pixels: int) -> QFont:
    font = theme.interface_font(pixels)
    font.setBold(True)
    return font
