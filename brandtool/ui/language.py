"""The language of the window: English sources, Chinese complete, switched while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from brandtool import resource

__all__ = ["LANGUAGES", "Language"]

LANGUAGES = ("en", "zh_CN")


class Language:
    """Hold the translators of the application and know which language is shown."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self._data: list[bytes] = []
        self.name = "en"

    def choose(self, wanted: str = "system") -> str:
        """Show a language (`en`, `zh_CN`, or `system`) and return the one shown."""
        name = system_language() if wanted not in LANGUAGES else wanted
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators, self._data = [], []
        QLocale.setDefault(QLocale(name))
        if name != "en":
            qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            for path in (qt / f"qtbase_{name}.qm", resource("i18n") / f"brandtool_{name}.qm"):
                self._install(path)
        self.name = name
        return name

    def _install(self, path: Path) -> None:
        """Load a translation from memory.

        From its path Qt would map the file: one that is written anew, as when the program is
        updated under an open window, takes the process down.
        """
        try:
            data = path.read_bytes()
        except OSError:
            return
        translator = QTranslator()
        if translator.load(data):
            self._app.installTranslator(translator)
            self._translators.append(translator)
            self._data.append(data)


def system_language() -> str:
    """Return the system's language if we have it, else English."""
    for wanted in QLocale.system().uiLanguages():
        if wanted.startswith("zh"):
            return "zh_CN"
        if wanted.startswith("en"):
            return "en"
    return "en"
