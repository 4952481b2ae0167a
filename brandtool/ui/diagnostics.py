"""What is kept for the day something breaks.

A rotating log, a fault log, and crash reports without page text.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO

import platformdirs
import PySide6
from PySide6 import QtCore

from brandtool import __version__

__all__ = ["Diagnostics", "describe", "state_folder"]

KEPT_ACTIONS = 50
LOG_BYTES = 512_000
LOGS = 3
_TELLING = (OSError, ImportError, AttributeError, TypeError, NameError)
_LEVELS = {
    QtCore.QtMsgType.QtDebugMsg: logging.DEBUG,
    QtCore.QtMsgType.QtInfoMsg: logging.INFO,
    QtCore.QtMsgType.QtWarningMsg: logging.WARNING,
    QtCore.QtMsgType.QtCriticalMsg: logging.ERROR,
    QtCore.QtMsgType.QtFatalMsg: logging.CRITICAL,
}
log = logging.getLogger("brandtool")


def state_folder() -> Path:
    """Return the folder of logs and reports, made if it is missing."""
    return Path(platformdirs.user_state_path("brandtool", appauthor=False, ensure_exists=True))


def describe(error: BaseException) -> str:
    """Write an error as frames and type; its message only where it speaks of code, never of a page.

    What is not ASCII is left out of the message, so that no word of a page can slip in.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f'  File "{f.filename}", line {f.lineno}, in {f.name}' for f in frames]
    message = ""
    if isinstance(error, _TELLING):
        message = "".join(c if " " <= c <= "~" else "·" for c in str(error))[:200]
    name = type(error).__name__
    return "\n".join([*lines, f"{name}: {message}" if message else name])


class _Rolling(logging.FileHandler):
    """A log that begins anew when it is long; three older ones are kept.

    The library's own handler brings sockets and pickles along, which the first page would pay for.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, into a fresh file if this one is full."""
        super().emit(record)
        if self.stream is not None and self.stream.tell() > LOG_BYTES:
            self.close()
            path = Path(self.baseFilename)
            for number in range(LOGS - 1, 0, -1):
                older = path.with_suffix(f".log.{number}")
                if older.exists():
                    older.replace(path.with_suffix(f".log.{number + 1}"))
            path.replace(path.with_suffix(".log.1"))
            self.stream = self._open()


class _Formatter(logging.Formatter):
    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return describe(error) if error is not None else ""


@dataclass
class Diagnostics:
    """Watch one run of the desk and keep what a bug report needs in a folder."""

    folder: Path
    actions: deque[str] = field(default_factory=lambda: deque(maxlen=KEPT_ACTIONS))
    _fault: IO[str] | None = None
    _handler: logging.Handler | None = None
    _before: tuple[object, ...] = ()

    def start(self) -> None:
        """Open the logs and take over uncaught errors and Qt's messages."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._keep_old_fault()
        handler = _Rolling(self.folder / "desk.log", encoding="utf-8")
        handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        self._handler = handler
        self._fault = (self.folder / "fault.log").open("w", encoding="utf-8")
        faulthandler.enable(self._fault)
        self._before = (sys.excepthook, threading.excepthook, QtCore.qInstallMessageHandler(_hear))
        sys.excepthook = self.caught
        threading.excepthook = lambda told: self.caught(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )
        log.info("start %s", " ".join(self.versions()))

    def stop(self) -> None:
        """Give back what was taken over and close the logs."""
        if self._handler is None or self._fault is None:
            return
        hook, thread_hook, heard = self._before
        sys.excepthook, threading.excepthook = hook, thread_hook  # type: ignore[assignment]
        QtCore.qInstallMessageHandler(heard)  # type: ignore[arg-type]
        faulthandler.disable()
        self._fault.close()
        log.removeHandler(self._handler)
        self._handler.close()
        self._handler = self._fault = None

    def note(self, action: str) -> None:
        """Remember the id of what the editor just did."""
        self.actions.append(action)
        log.info("action %s", action)

    def caught(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Keep an uncaught error as a report."""
        if issubclass(kind, KeyboardInterrupt):
            return
        told = describe(error)
        log.error("uncaught\n%s", told)
        self.report(told)

    def report(self, told: str) -> Path:
        """Write a crash report and return its path."""
        path = self.folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{time.monotonic_ns()}.txt"
        lines = [*self.versions(), "", told, "", "actions:", *self.actions, ""]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def pending(self) -> Path | None:
        """Return the newest report the editor has not seen."""
        return max(self.folder.glob("crash-*.txt"), default=None)

    def settle(self) -> None:
        """Mark all reports as seen; they stay in the folder, the newest ten."""
        for path in self.folder.glob("crash-*.txt"):
            path.rename(path.with_suffix(".seen"))
        for path in sorted(self.folder.glob("crash-*.seen"))[:-10]:
            path.unlink()

    @staticmethod
    def versions() -> list[str]:
        """Name the program and what it runs on."""
        return [
            f"brandtool {__version__}",
            f"python {sys.version.split()[0]}",
            f"qt {QtCore.qVersion()}",
            f"pyside {PySide6.__version__}",
            f"system {_system()}",
        ]

    def _keep_old_fault(self) -> None:
        path = self.folder / "fault.log"
        if not path.exists() or not path.stat().st_size:
            return
        told = path.read_text(encoding="utf-8", errors="replace")
        self.actions.extend(_logged_actions(self.folder / "desk.log"))
        self.report(told)
        self.actions.clear()
        path.write_text("", encoding="utf-8")


def _logged_actions(path: Path) -> list[str]:
    """Read the last action ids of the run before, which could not write them itself."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    told = [line.rsplit(" action ", 1)[1] for line in lines if ": action " in line]
    return told[-KEPT_ACTIONS:]


def _hear(kind: QtCore.QtMsgType, _context: QtCore.QMessageLogContext, message: str) -> None:
    level = _LEVELS.get(kind, logging.WARNING)
    log.log(level, "qt: %s", "".join(c if " " <= c <= "~" else "·" for c in message))


def _system() -> str:
    """Name the system; `platform` would cost the first page more than it tells."""
    if sys.platform == "win32":
        return f"windows {sys.getwindowsversion().build}"
    told = os.uname()
    return f"{told.sysname} {told.release} {told.machine}"
