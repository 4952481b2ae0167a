"""Appearance and language of the application, live with the system and kept in the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from brandtool.ui import theme
from brandtool.ui.desk import Desk
from brandtool.ui.language import Language

__all__ = ["Looks"]

_NAMES = {"": "system", "zh": "zh_CN", "en": "en"}
_KEPT = {"system": "", "zh_CN": "zh", "en": "en", "light": "light", "dark": "dark"}


class Looks(QObject):
    """Hold appearance and language of the application; changes are kept in the settings."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        super().__init__(app)
        self._app = app
        self._desk = desk
        self._dress: Callable[[str], None] | None = None
        self.language = Language(app)
        self.scheme = desk.settings.appearance or "system"
        self.language.choose(_NAMES.get(desk.settings.language, "system"))
        theme.apply(app, self.scheme)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def serve(self, dress: Callable[[str], None]) -> None:
        """Call this when the system changes between light and dark."""
        self._dress = dress

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
                if self._dress is not None:
                    self._dress("system")
