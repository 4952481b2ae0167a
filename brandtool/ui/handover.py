"""One desk an editor: a second start hands its pages to the desk that is open already."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from socket import socket

__all__ = ["Handover", "hand_over"]

NAME = "desk.socket"
PATIENCE = 2.0
"""Seconds for which a start waits for the open desk to answer; then it opens a desk of its own."""
MOST = 1 << 16
_DONE = b"ok\n"


def hand_over(folder: Path, paths: Sequence[Path]) -> bool:
    """Let the desk that listens in a folder open pages; tell whether there is one that does.

    Systems without sockets in the file system have no such desk.
    """
    where = folder / NAME
    if not where.exists():
        return False
    import socket

    told = json.dumps([str(path.absolute()) for path in paths]).encode("utf-8") + b"\n"
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            line.connect(str(where))
            line.sendall(told)
            return line.recv(len(_DONE)) == _DONE
    except OSError:
        return False


class Handover(QObject):
    """Listen for pages of later starts; nothing is waited for, Qt tells when there is something."""

    received = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: socket | None = None
        self._where: Path | None = None
        self._notifiers: dict[int, QSocketNotifier] = {}
        self._lines: dict[int, tuple[socket, bytearray]] = {}

    def listen(self, folder: Path) -> bool:
        """Begin to listen in a folder of the user's own, unless another desk does already."""
        import socket

        where = folder / NAME
        if not hasattr(socket, "AF_UNIX") or _alive(where):
            return False
        server = socket.socket(socket.AF_UNIX)
        try:
            where.unlink(missing_ok=True)
            server.bind(str(where))
            os.chmod(where, 0o600)
            server.listen(4)
        except OSError:
            server.close()
            return False
        server.setblocking(False)
        self._server, self._where = server, where
        self._watch(server.fileno(), self._accept)
        return True

    def close(self) -> None:
        """Stop listening."""
        for number, (line, _) in list(self._lines.items()):
            self._forget(number)
            line.close()
        if self._server is not None and self._where is not None:
            self._forget(self._server.fileno())
            self._server.close()
            self._where.unlink(missing_ok=True)
        self._server = self._where = None

    def _watch(self, number: int, act: object) -> None:
        notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(act)
        self._notifiers[number] = notifier

    def _forget(self, number: int) -> None:
        self._notifiers.pop(number).setEnabled(False)
        self._lines.pop(number, None)

    def _accept(self) -> None:
        assert self._server is not None
        try:
            line, _ = self._server.accept()
        except OSError:
            return
        line.setblocking(False)
        number = line.fileno()
        self._lines[number] = (line, bytearray())
        self._watch(number, lambda: self._hear(number))

    def _hear(self, number: int) -> None:
        line, told = self._lines[number]
        try:
            some = line.recv(MOST)
        except BlockingIOError:
            return
        except OSError:
            some = b""
        told += some
        if some and not told.endswith(b"\n") and len(told) < MOST:
            return
        self._forget(number)
        paths = _paths(bytes(told))
        if paths is not None:
            try:
                line.send(_DONE)
            except OSError:
                paths = None
        line.close()
        if paths is not None:
            self.received.emit(paths)


def _paths(told: bytes) -> tuple[Path, ...] | None:
    try:
        names = json.loads(told.decode("utf-8"))
    except ValueError:
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return tuple(map(Path, names))


def _alive(where: Path) -> bool:
    """Tell whether somebody listens there; the socket of a desk that was killed is a dead one."""
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            line.connect(str(where))
            return True
    except OSError:
        return False
