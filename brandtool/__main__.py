"""The program: `brandtool` and `brandtool PATH ...` open the desk; a command is a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

WORDS = frozenset(
    {"analyse", "clean", "quotes", "export", "open", "verify", "formats", "detectors"}
)
"""The words that are commands; a file of that name is opened as ./NAME."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program on its arguments and return its exit code."""
    told = list(sys.argv[1:] if arguments is None else arguments)
    if _is_desk(told):
        return desk(told)
    from brandtool import cli

    return cli.main(told, desk=desk)


def desk(arguments: Sequence[str] | None = None) -> int:
    """Open the desk on the paths given and return its exit code."""
    from brandtool import ui

    told = list(sys.argv[1:] if arguments is None else arguments)
    return ui.run(told)


def _is_desk(arguments: Sequence[str]) -> bool:
    """Tell whether the first word is no command and no option, but names a place."""
    if not arguments:
        return True
    first = arguments[0]
    if first in WORDS or first.startswith("-"):
        return False
    return os.path.lexists(first) or os.sep in first or "." in first


if __name__ == "__main__":
    sys.exit(main())
