"""The language of the window: English sources, Chinese complete, switched while it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from brandtool import resource

__all__ = ["LANGUAGES", "Language"]

LANGUAGES = ("en", "zh_CN")


class Language:
    """Hold the translators of the application and know which language is shown."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.name = "en"

    def choose(self, wanted: str = "system") -> str:
        """Show a language (`en`, `zh_CN`, or `system`) and return the one shown."""
        name = system_language() if wanted not in LANGUAGES else wanted
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        QLocale.setDefault(QLocale(name))
        if name != "en":
            own = str(resource("i18n"))
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            for base, folder in ((f"qtbase_{name}", qt), (f"brandtool_{name}", own)):
                translator = QTranslator()
                if translator.load(base, folder):
                    self._app.installTranslator(translator)
                    self._translators.append(translator)
        self.name = name
        return name


def system_language() -> str:
    """Return the system's language if we have it, else English."""
    for wanted in QLocale.system().uiLanguages():
        if wanted.startswith("zh"):
            return "zh_CN"
        if wanted.startswith("en"):
            return "en"
    return "en"
