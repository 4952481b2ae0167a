"""Notices: things an editor should be told that stop nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """Tell something as a code with the values its sentence needs (made in `ui` and `cli`)."""

    code: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)


def notice(code: str, **values: str | int | float) -> Notice:
    """Make a notice."""
    return Notice(code, values)
