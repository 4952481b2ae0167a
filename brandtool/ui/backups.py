"""The backups of a project: listed, and one put back on wish; what lay there is kept beside it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.errors import BrandtoolError
    from brandtool.store import Backup
    from brandtool.ui.panels.notices import Choice
    from brandtool.ui.window import Window

__all__ = ["Backups"]


class Backups(QObject):
    """List the backups of the open page's project, and restore the one that is chosen."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.desk.backups_listed.connect(self._list)
        window.desk.restored.connect(self._restored)

    def choices(self, error: BrandtoolError, page: Path | None) -> list[Choice]:
        """Return what can be done about a project that is refused: restore its newest backup."""
        backup = error.values.get("backup")
        if page is None or not isinstance(backup, str) or not backup:
            return []
        restore = self._window.desk.restore
        return [(say("Backups", "Restore this backup"), lambda: restore(page, Path(backup)))]

    def _list(self, found: tuple[Backup, ...]) -> None:
        window, page = self._window, self._window.desk.page
        if page is None:
            return
        if not found:
            window.say(say("Backups", "There is no backup yet; one is made as you decide."))
            return
        window.palette_card.ask(
            [(str(one.path), _when(one.made_us), "", True) for one in found],
            lambda told: window.desk.restore(page.path, Path(told)),
            title=say("Backups", "Restore to …"),
            hint=say("Backups", "What is there now is kept beside it"),
        )

    def _restored(self, aside: Path | None) -> None:
        told = say("Backups", "The backup is open.")
        if aside is not None:
            told = say(
                "Backups", "The backup is open; what was there before is kept as {path}."
            ).format(path=str(aside))
        self._window.notices.show_notice("restored", told)


def _when(made_us: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(made_us / 1e6))
