"""The window: the only storey that imports Qt.

It shows what the workbench knows and sends back what the editor decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

__all__ = ["prepare", "run"]


def prepare() -> None:
    """Make ready for a quick start; `starting.done` ends it once the window stands."""
    from brandtool.ui import starting

    starting.begin()
    import brandtool.intake
    import brandtool.settings  # noqa: F401

    starting.skip_features()


def run(paths: Sequence[str | Path] = ()) -> int:
    """Open the desk, on the first of some paths if there is one; return the exit code."""
    prepare()
    from brandtool.ui.app import start

    return start([Path(path) for path in paths])
