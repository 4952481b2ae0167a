"""Long work looks up between its blocks, and is given up if nobody waits for it any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class GivenUp(Exception):
    """Say that the work was given up."""


def never() -> bool:
    """Say that nobody has cancelled."""
    return False


_cancelled: ContextVar[Callable[[], bool]] = ContextVar("cancelled", default=never)


@contextmanager
def until(cancelled: Callable[[], bool]) -> Iterator[None]:
    """Let the work inside be given up as soon as `cancelled` says so; GivenUp comes out then."""
    before = _cancelled.set(cancelled)
    try:
        yield
    finally:
        _cancelled.reset(before)


def look_up() -> None:
    """Raise GivenUp if the work was cancelled; asked between blocks of a few milliseconds."""
    if _cancelled.get()():
        raise GivenUp
