"""What the actions do: one function each, named in the action table.

Each is given the window, and the argument of its action if there is one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from brandtool.ui.commands import going, marking, page, people, questions, viewing

__all__ = ["COMMANDS"]

COMMANDS: dict[str, Callable[..., Any]] = {
    name: value
    for room in (going, marking, page, people, questions, viewing)
    for name, value in vars(room).items()
    if name in room.__all__
}
"""Every command by its name."""
