"""The one analysis process as the window sees it.

Started after the first paint, restarted if it dies.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

__all__ = ["Analyst"]

log = logging.getLogger("brandtool.analysis")
RESTARTS = 3


class Analyst(QObject):
    """Send requests and tell results.

    A request that a dead process had is asked again of the next.
    """

    ARGUMENTS: tuple[str, ...] = ("-m", "brandtool.workbench.analysis")

    told = Signal(dict)
    busy_changed = Signal(bool)
    given_up = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._opening: dict[str, Any] | None = None
        self._events: list[Any] = []
        self._sent = 0
        self._asked: dict[str, Any] | None = None
        self._deaths = 0
        self._closing = False
        self._rest = b""

    @property
    def busy(self) -> bool:
        """Tell whether a request waits for its last answer."""
        return self._asked is not None

    @property
    def process_id(self) -> int:
        """Return the id of the process, 0 if there is none."""
        return 0 if self._process is None else int(self._process.processId())

    def start(self) -> None:
        """Start the process unless it runs."""
        if self._process is not None or self._closing:
            return
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        environment.insert("PYTHONUTF8", "1")
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._hear)
        process.finished.connect(self._ended)
        self._process, self._rest, self._sent = process, b"", 0
        process.start(sys.executable, list(self.ARGUMENTS))
        if self._opening is not None:
            self._write(self._opening)
        if self._asked is not None:
            self._ask()

    def revive(self) -> None:
        """Begin anew after the process was given up."""
        self._deaths = 0
        self.start()

    def open(self, document: dict[str, Any]) -> None:
        """Give the process a document, forgetting the one before."""
        self._opening = {"do": "open", "document": document}
        self._events, self._sent = [], 0
        self._settle(None)
        if self._process is not None:
            self._write(self._opening)

    def solve(self, revision: int, events: Iterable[Any], *, accept: float) -> None:
        """Ask for candidates of a revision; `events` are those the process has not had."""
        self._events += events
        self._settle({"do": "solve", "revision": revision, "accept": accept})
        if self._process is not None:
            self._ask()

    def cancel(self) -> None:
        """Give up what is asked."""
        self._settle(None)
        if self._process is not None:
            self._write({"do": "cancel"})

    def stop(self) -> None:
        """End the process; none is started any more."""
        self._closing = True
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._ended)
        process.closeWriteChannel()
        process.kill()
        process.waitForFinished(2000)

    def _ask(self) -> None:
        fresh, self._sent = self._events[self._sent :], len(self._events)
        assert self._asked is not None
        self._write({**self._asked, "events": fresh})

    def _write(self, told: dict[str, Any]) -> None:
        assert self._process is not None
        self._process.write(json.dumps(told, ensure_ascii=False).encode("utf-8") + b"\n")

    def _read(self) -> None:
        if self._process is None:
            return
        data = self._rest + bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = data.split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def _take(self, told: dict[str, Any]) -> None:
        revision = told.get("revision")
        if self._asked is None or revision != self._asked["revision"]:
            return
        if "failed" in told:
            log.error("detector %s failed: %s", told["failed"], told["error"])
        if told.get("done"):
            self._deaths = 0
            self._settle(None)
        self.told.emit(told)

    def _hear(self) -> None:
        if self._process is not None:
            data = bytes(self._process.readAllStandardError().data())
            for line in data.decode("utf-8", "replace").splitlines():
                log.warning("%s", "".join(c if " " <= c <= "~" else "·" for c in line))

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._deaths += 1
        log.error("the analysis process ended (%d)", self._deaths)
        if self._deaths > RESTARTS:
            self._settle(None)
            self.given_up.emit()
        else:
            QTimer.singleShot(200 * self._deaths, self, self.start)

    def _settle(self, asked: dict[str, Any] | None) -> None:
        before, self._asked = self.busy, asked
        if before != self.busy:
            self.busy_changed.emit(self.busy)
