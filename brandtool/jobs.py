"""A unit of work that can be cancelled, tells its progress, and gives way to a newer one.

Nothing here starts a thread: whoever owns one runs the work there and hands it a `Job`; the work
calls `step` or `check` between blocks. Setting a flag is all that cancelling does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


class Cancelled(Exception):
    """Say that the work was cancelled before its end."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Tell how far the work is: `done` of `total` (0: not known), and what it is at."""

    done: int
    total: int = 0
    what: str = ""

    @property
    def share(self) -> float:
        """Return the share done, 0..1; 0 while the total is not known."""
        return min(1.0, self.done / self.total) if self.total > 0 else 0.0


class Job:
    """Carry the cancel flag and the progress of one unit of work.

    `revision` is what the work was begun from; its result carries it too.
    """

    def __init__(
        self, *, revision: int = 0, report: Callable[[Progress], None] | None = None
    ) -> None:
        self.revision = revision
        self.progress = Progress(0)
        self._report = report
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Tell whether the work is to stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next check; asking twice is no harm."""
        self._cancelled = True

    def check(self) -> None:
        """Raise Cancelled if the work is to stop."""
        if self._cancelled:
            raise Cancelled

    def step(self, done: int, total: int = 0, *, what: str = "") -> None:
        """Tell progress, then check."""
        self.progress = Progress(done, total, what)
        if self._report:
            self._report(self.progress)
        self.check()

    def over(self, items: Iterable[T], *, total: int = 0, what: str = "") -> Iterator[T]:
        """Go through items, telling progress before each and after the last.

        Raises Cancelled between two items.
        """
        done = 0
        for item in items:
            self.step(done, total, what=what)
            yield item
            done += 1
        self.step(done, total or done, what=what)


class Newest:
    """Hold the one job of a kind that counts: beginning another cancels it."""

    def __init__(self) -> None:
        self._job: Job | None = None

    @property
    def job(self) -> Job | None:
        """Return the job that counts, if any."""
        return self._job

    def begin(self, *, revision: int = 0, report: Callable[[Progress], None] | None = None) -> Job:
        """Cancel the job before and begin the next."""
        self.cancel()
        self._job = Job(revision=revision, report=report)
        return self._job

    def accepts(self, job: Job) -> bool:
        """Tell whether a job's result is still wanted."""
        return job is self._job and not job.cancelled

    def cancel(self) -> None:
        """Cancel the job that counts, if any."""
        if self._job:
            self._job.cancel()
        self._job = None
