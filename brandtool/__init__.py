"""brandtool: turn the raw text of a newspaper page into clean articles and attributed quotes."""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"
__all__ = ["__version__", "resource"]


def resource(name: str) -> Path:
    """Return the path of a shipped resource: in the package if installed, else beside it.

    Raises FileNotFoundError if there is no such resource.
    """
    package = Path(__file__).resolve().parent
    for root in (package / "resources", package.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"no resource named {name!r}")
