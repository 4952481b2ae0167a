"""The application: theme, language and fonts, live with the system; one window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from brandtool import __version__, settings
from brandtool.core.errors import BrandtoolError
from brandtool.ui import geometry, starting, theme
from brandtool.ui.desk import Desk
from brandtool.ui.diagnostics import Diagnostics, state_folder
from brandtool.ui.handover import Handover, hand_over
from brandtool.ui.looks import Looks
from brandtool.ui.window import Window

__all__ = ["make_window", "start"]


def make_window(
    app: QApplication, *, kept: settings.Settings, diagnostics: Diagnostics | None = None
) -> Window:
    """Make the window with its desk, not yet shown."""
    if not any(QFontDatabase.hasFamily(name) for name in theme.SANS):
        theme.load_fallback_font()
    desk = Desk(kept)
    looks = Looks(app, desk)
    window = Window(desk, looks, diagnostics)
    looks.serve(window.dress)
    geometry.restore(window)
    return window


def start(paths: Sequence[Path]) -> int:
    """Run the desk on the first of some paths; return the exit code.

    If the same editor has a desk open, it opens the page instead, and this one ends.
    """
    folder = state_folder()
    if not os.environ.get(settings.EDITOR_VARIABLE) and hand_over(folder, paths[:1]):
        return 0
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("brandtool")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("brandtool")
    diagnostics = Diagnostics(folder)
    diagnostics.start()
    try:
        kept = settings.load()
    except BrandtoolError:
        kept = settings.Settings()
    window = make_window(app, kept=kept, diagnostics=diagnostics)
    if paths:
        window.openings.begin(paths[0])
    else:
        window.openings.offer()
    window.show()
    QTimer.singleShot(starting.SETTLED, starting.done)
    handover = Handover(window)
    handover.received.connect(window.openings.take_over)
    QTimer.singleShot(starting.SETTLED, handover, lambda: handover.listen(folder))
    try:
        return int(app.exec())
    finally:
        handover.close()
        diagnostics.stop()
