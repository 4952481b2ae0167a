"""What the commands say: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TypeVar

import click

from brandtool.cli.messages import preferred, say
from brandtool.core.errors import BrandtoolError

T = TypeVar("T")

OK, REFUSED, USAGE, UNSOUND, UNWRITTEN, BUG, STOPPED = 0, 1, 2, 3, 4, 70, 130
"""The exit codes; the help of the program explains them."""

_WAIT, _PAUSE = 2.0, 10.0


@dataclass
class Outlet:
    """Carry messages out and remember the worst of them as the exit code."""

    tongue: str = ""
    code: int = OK

    def __post_init__(self) -> None:
        """Take the language from the settings or the locale, and tell what is wrong with them."""
        if not self.tongue:
            self.tongue, wrong = preferred()
            if wrong:
                self.warn(wrong.code, wrong.values)

    def warn(self, code: str, values: Mapping[str, object]) -> None:
        """Tell a notice; it changes no exit code."""
        click.echo(f"brandtool: {say(code, values, tongue=self.tongue)}", err=True)

    def tell(self, code: str, values: Mapping[str, object], *, indent: int = 0) -> None:
        """Tell a sentence on standard output."""
        click.echo(" " * indent + say(code, values, tongue=self.tongue))

    def about(self, path: str) -> Callable[[str, Mapping[str, object]], None]:
        """Return what tells notices of one file."""

        def warn(code: str, values: Mapping[str, object]) -> None:
            told = say(code, values, tongue=self.tongue)
            click.echo(f"brandtool: {_plain(path)}: {told}", err=True)

        return warn

    def refuse(self, error: BrandtoolError, *, code: int = REFUSED) -> None:
        """Tell a known error and go on."""
        if error.code in _UNWRITTEN:
            code = UNWRITTEN
        self.code = max(self.code, code)
        self.warn(error.code, error.values)

    def done(self) -> None:
        """End the command with the code of the worst that happened."""
        if self.code:
            raise click.exceptions.Exit(self.code)


_UNWRITTEN = frozenset(
    {"export.folder", "export.denied", "export.full", "export.failed", "export.clash"}
)


class Progress:
    """Count on standard error: at once on a terminal, else only once it takes long."""

    def __init__(self, total: int, *, what: str) -> None:
        self._total, self._what = total, what
        self._began = self._told = time.monotonic()
        self._done = 0
        self._live = sys.stderr.isatty()

    def step(self) -> None:
        """Note that one more is done."""
        self._done += 1
        now = time.monotonic()
        if self._live:
            click.echo(f"\r{self._line()}", nl=False, err=True)
        elif now - self._began > _WAIT and now - self._told > _PAUSE:
            self._told = now
            click.echo(self._line(), err=True)

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Go through items, counting each when it is done."""
        with self:
            for item in items:
                yield item
                self.step()

    def __enter__(self) -> Progress:
        """Say at once that the work has begun, on a terminal."""
        if self._live:
            click.echo(f"\r{self._line()}", nl=False, err=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            click.echo(f"\r{' ' * len(self._line())}\r", nl=False, err=True)

    def _line(self) -> str:
        total = f"/{self._total}" if self._total else ""
        return f"{self._what} {self._done}{total}"


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are, whatever the locale."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _plain(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")
