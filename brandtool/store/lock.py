"""The lock: one writer per project, held by the system and freed by it when the holder dies."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from brandtool.store.replica import now_us

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TRIES = 6
_PAUSE = 0.01


@dataclass(frozen=True, slots=True)
class Holder:
    """Name who holds a project: editor, process, machine; empty while it is being taken."""

    name: str = ""
    pid: int = 0
    host: str = ""
    since_us: int = 0


class Lock:
    """Hold one project for writing until released."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    def take(self, name: str) -> bool:
        """Try to take it and write the editor's name into it; if another has it, close the file."""
        held = False
        try:
            held = _try_lock(self._handle) and _is_at(self._handle, self.path)
            if held:
                _write(self._handle, name)
        except BaseException:
            self._end(held=held)
            raise
        if not held:
            self._end(held=False)
        return held

    def release(self) -> None:
        """Let the project go; the lock file goes with it where the system allows."""
        if self._handle >= 0:
            self._end(held=True)

    def _end(self, *, held: bool) -> None:
        handle, self._handle = self._handle, -1
        if sys.platform == "win32":
            if held:
                _unlock(handle)
            os.close(handle)
            return
        if held and _is_at(handle, self.path):
            self.path.unlink()
        os.close(handle)


def lock_path(project: Path) -> Path:
    """Return where the lock of a project lies."""
    return project.with_name(project.name + ".lock")


def take(project: Path, name: str) -> Lock | Holder:
    """Take the lock of a project for an editor, or say who holds it.

    A look at the lock by another process lasts some microseconds and is waited out. Raises OSError
    where locks cannot be.
    """
    path = lock_path(project)
    for _ in range(_TRIES):
        held = Lock(path, os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
        if held.take(name):
            return held
        time.sleep(_PAUSE)
    return _read(path)


def holder(project: Path) -> Holder | None:
    """Say who holds a project without touching anything; None if nobody does."""
    path = lock_path(project)
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        return None if _try_lock(handle, shared=True) else _read(path)
    finally:
        os.close(handle)


def _try_lock(handle: int, *, shared: bool = False) -> bool:
    if sys.platform == "win32":
        return _win_lock(handle)
    mode = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    try:
        fcntl.flock(handle, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


if sys.platform == "win32":
    _FAR = 2**30

    def _win_lock(handle: int) -> bool:
        """Lock one byte far behind the words, so that others can read them."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)


def _is_at(handle: int, path: Path) -> bool:
    """Tell whether a file still lies at its path (its last holder may just have taken it away)."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _write(handle: int, name: str) -> None:
    told = Holder(name, os.getpid(), socket.gethostname(), now_us())
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps(asdict(told)).encode("ascii"))


def _read(path: Path) -> Holder:
    try:
        return Holder(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return Holder()
