"""Measure the CPU time of a call on a machine that others use too.

The least of several runs is what the work costs; whatever lies above it, others have cost. The
garbage collector rests while a call is measured, as in `timeit`.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

Work = Callable[[], object]


def cpu(work: Work, *, times: int = 5) -> float:
    """Return the CPU seconds of a call: the least of `times` runs."""
    return min(_once(work) for _ in range(times))


def ratio(work: Work, reference: Work, *, times: int = 5) -> tuple[float, float, float]:
    """Return CPU seconds of two calls, run by turns, and how many times the first takes."""
    both = [(_once(work), _once(reference)) for _ in range(times)]
    one, other = min(one for one, _ in both), min(other for _, other in both)
    return one, other, one / other


def _once(work: Work) -> float:
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()
