"""What makes the start quick: nothing is collected and no source is read twice on the way.

Python's garbage collector would go through all that is being loaded again and again, and PySide
reads the source of every module imported after it, in search of its `__feature__` switch, which
no module of ours uses.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

__all__ = ["SETTLED", "begin", "done", "skip_features"]

SETTLED = 1000
"""Milliseconds after the window is shown when the start is over."""


def begin() -> None:
    """Let nothing be collected until the first page is painted."""
    gc.disable()


def done() -> None:
    """Collect again, leaving out what was loaded at the start: it stays until the end."""
    gc.freeze()
    gc.enable()


def skip_features() -> None:
    """Tell PySide of our modules before they are imported, so that it need not read them."""
    import PySide6.QtCore  # noqa: F401

    switch = sys.modules.get("shibokensupport.feature")
    known = getattr(switch, "pyside_feature_dict", None)
    if not isinstance(known, dict):
        return
    package = Path(__file__).parents[1]
    for path in package.rglob("*.py"):
        parts = path.relative_to(package.parent).with_suffix("").parts
        known.setdefault(".".join(parts).removesuffix(".__init__"), 0)
