"""The command line: the same core as the window, without Qt.

It exists so that pages can be worked on in scripts and on machines without a display, with the same
bytes as the window writes. Heavy rooms are imported by the command that needs them.
"""

from __future__ import annotations

from brandtool.cli.program import COMMANDS, main

__all__ = ["COMMANDS", "main"]
