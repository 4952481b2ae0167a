"""The application: theme, language and fonts, live with the system; one window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from brandtool import __version__, settings
from brandtool.core.errors import BrandtoolError
from brandtool.ui import theme
from brandtool.ui.desk import Desk
from brandtool.ui.diagnostics import Diagnostics, state_folder
from brandtool.ui.language import Language
from brandtool.ui.window import Window

__all__ = ["Looks", "make_window", "start"]

_NAMES = {"": "system", "zh": "zh_CN", "en": "en"}
_KEPT = {"system": "", "zh_CN": "zh", "en": "en", "light": "light", "dark": "dark"}


class Looks(QObject):
    """Hold appearance and language of the application; changes are kept in the settings."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        super().__init__(app)
        self._app = app
        self._desk = desk
        self._window: Window | None = None
        self.language = Language(app)
        self.scheme = desk.settings.appearance or "system"
        self.language.choose(_NAMES.get(desk.settings.language, "system"))
        theme.apply(app, self.scheme)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def serve(self, window: Window) -> None:
        """Dress this window when the system changes."""
        self._window = window

    def dress(self, scheme: str) -> None:
        """Put on a theme by name, or the system's."""
        if scheme != self.scheme or theme.current().name not in (scheme, "light", "dark"):
            self.scheme = scheme
            theme.apply(self._app, scheme)
            self._desk.settings = replace(self._desk.settings, appearance=_KEPT.get(scheme, ""))

    def speak(self, language: str) -> None:
        """Show another language; Qt tells every widget."""
        self.language.choose(language)
        self._desk.settings = replace(self._desk.settings, language=_KEPT[language])

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.scheme == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            if theme.current().name != ("dark" if dark else "light"):
                theme.apply(self._app, "system")
                if self._window is not None:
                    self._window.dress("system")


def make_window(
    app: QApplication, *, kept: settings.Settings, diagnostics: Diagnostics | None = None
) -> Window:
    """Make the window with its desk, not yet shown."""
    if not any(QFontDatabase.hasFamily(name) for name in theme.SANS):
        theme.load_fallback_font()
    desk = Desk(kept)
    looks = Looks(app, desk)
    window = Window(desk, looks, diagnostics)
    looks.serve(window)
    window.openings.restore_window()
    return window


def start(paths: Sequence[Path]) -> int:
    """Run the desk on the first of some paths; return the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("brandtool")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("brandtool")
    diagnostics = Diagnostics(state_folder())
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
    try:
        return int(app.exec())
    finally:
        diagnostics.stop()
