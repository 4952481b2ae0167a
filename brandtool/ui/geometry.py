"""Where the window stands: inside the screen with its frame, and where it was the last time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMargins, QRect, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from brandtool.ui.window import Window

__all__ = ["fit", "remember", "restore"]

SIZE = (1440, 900)
FRAME = QMargins(6, 38, 6, 6)
"""Room kept for a frame and its title bar until the system has said how wide they are."""
_STATE = Qt.WindowState
_FILLING = _STATE.WindowMaximized | _STATE.WindowFullScreen | _STATE.WindowMinimized


def restore(window: Window) -> None:
    """Put the window where it was, if that is on a screen that is there."""
    told = window.desk.settings.window
    window.resize(*SIZE)
    geometry, split = told.get("geometry"), told.get("split")
    if isinstance(geometry, str):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
    if isinstance(split, list) and len(split) == 3 and all(isinstance(n, int) for n in split):
        window.parts.split.setSizes([max(1, int(str(n))) for n in split])
    if told.get("mode") in ("before", "after", "both"):
        window.pages.set_mode(str(told["mode"]), follow=False)
    fit(window, placed=isinstance(geometry, str))


def fit(window: Window, *, placed: bool = True) -> None:
    """Let the window with its frame lie inside what its screen has free.

    One that is not `placed` yet is put in the middle.
    """
    if window.windowState() & _FILLING:
        return
    outer = window.geometry().marginsAdded(_frame(window))
    screen = QGuiApplication.screenAt(outer.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    into = QRect(outer.topLeft(), outer.size().boundedTo(room.size()))
    if not placed or not room.intersects(outer):
        into.moveCenter(room.center())
    into.moveRight(min(into.right(), room.right()))
    into.moveBottom(min(into.bottom(), room.bottom()))
    into.moveLeft(max(into.left(), room.left()))
    into.moveTop(max(into.top(), room.top()))
    if into != outer:
        window.setGeometry(into.marginsRemoved(_frame(window)))


def remember(window: Window) -> None:
    """Note in the settings where the window stands."""
    desk = window.desk
    told = {
        **desk.settings.window,
        "geometry": bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
        "split": window.parts.split.sizes(),
        "mode": window.pages.mode,
    }
    desk.settings = replace(desk.settings, window=told)


def _frame(window: Window) -> QMargins:
    """Return how much the frame adds on each side."""
    handle = window.windowHandle()
    if handle is None or not window.isVisible():
        return FRAME
    return handle.frameMargins()
