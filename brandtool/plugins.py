"""Load the parts behind a door: the built-in ones by name, third-party ones by entry point.

Detectors, exporters and importers are all found this way, so that a part that fails to load is
reported at every door alike and never stops the start.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


@dataclass(frozen=True, slots=True)
class Failure:
    """Name a part that could not be loaded, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold the parts of one door in order, and those that failed to load."""

    loaded: tuple[Any, ...]
    failed: tuple[Failure, ...] = ()


def entry_points(*, group: str) -> Iterable[EntryPoint]:
    """Return the entry points of a group, in no order."""
    from importlib.metadata import entry_points as found

    return found(group=group)


def load(builtin: tuple[str, ...], *, group: str) -> Parts:
    """Load parts named `module:attribute`, then those of an entry-point group, sorted by name.

    An attribute that is a class is called without arguments. A part without an `id`, or with one
    already taken, is a failure.
    """
    from importlib.metadata import EntryPoint  # slow to import, not always needed

    found: list[tuple[str, EntryPoint | None]] = [(name, None) for name in builtin]
    points = sorted(entry_points(group=group), key=lambda point: (point.name, point.value))
    found += [(f"{point.name} = {point.value}", point) for point in points]
    loaded: dict[str, Any] = {}
    failed: list[Failure] = []
    for name, point in found:
        try:
            told = EntryPoint("", name, group).load() if point is None else point.load()
            part = told() if isinstance(told, type) else told
            if part.id in loaded:
                raise ValueError(f"the id {part.id!r} is taken")
            loaded[part.id] = part
        except Exception as error:
            failed.append(Failure(name, f"{type(error).__name__}: {error}"))
    return Parts(tuple(loaded.values()), tuple(failed))
