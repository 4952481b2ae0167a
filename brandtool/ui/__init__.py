"""The window: the only storey that imports Qt.

It shows what the workbench knows and sends back what the editor decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

__all__ = ["prepare", "run"]


def prepare() -> None:
    """Load what knows no Qt: PySide reads the source of every module that is imported after it."""
    import brandtool.intake
    import brandtool.settings  # noqa: F401


def run(paths: Sequence[str | Path] = ()) -> int:
    """Open the desk, on the first of some paths if there is one; return the exit code."""
    prepare()
    from brandtool.ui.app import start

    return start([Path(path) for path in paths])
