"""The door of the detectors: what is built in, in the order in which it runs, and what others add.

A room of its own because detectors know nothing of each other; only their claims meet, in the
workbench. Whoever loads it before numpy gets one thread a process: the matrices of a page are so
small that the threads of a linear algebra library cost twice what they do.
"""

from __future__ import annotations

import os
from functools import cache

from brandtool.plugins import Parts, load

__all__ = ["BUILTIN", "GROUP", "detectors"]

for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

GROUP = "brandtool.detectors"
"""The entry-point group of third-party detectors."""

BUILTIN = (
    "brandtool.detect.page:PageDetector",
    "brandtool.detect.quotes:QuoteDetector",
)
"""The built-in detectors by dotted name; nothing is imported before `detectors` is called."""


@cache
def detectors() -> Parts:
    """Load the detectors, built-in ones first; those that fail are reported in `failed`."""
    return load(BUILTIN, group=GROUP)
