"""Hard-wrapped text: stretches whose every line is a line of the printed column."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from brandtool.detect.page.shape import Line

LEAST = 4
"""The fewest lines that make a stretch."""
WIDEST = 34
NARROWEST = 6
SLACK = 2
"""How far a full line may stay below the width of its column, in characters."""
OPEN = 0.6
"""The least share of lines that break off."""


def stretches(lines: Sequence[Line]) -> list[tuple[int, int, float]]:
    """Find the stretches of wrapped lines as (first, after the last, width), by position."""
    out: list[tuple[int, int, float]] = []
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and _narrow(lines[stop]):
            stop += 1
        width = _width(lines[start:stop])
        if width:
            out.append((start, stop, width))
        start = max(stop, start + 1)
    return out


def _narrow(line: Line) -> bool:
    return measure(line) <= WIDEST and not line.byline and not line.table and not line.item


def _width(lines: Sequence[Line]) -> float:
    """Return the width of the column, 0 if these lines are none."""
    cut = [measure(line) for line in lines if line.ending in ("open", "comma")]
    if len(lines) < LEAST or len(cut) < max(LEAST - 1, OPEN * len(lines)):
        return 0.0
    width = median(cut)
    alike = sum(1 for size in cut if abs(size - width) <= SLACK)
    return width if width >= NARROWEST and alike >= 0.75 * len(cut) else 0.0


def measure(line: Line) -> float:
    """Return how wide a line is set: digits, Latin letters and half-width marks count half."""
    return len(line.text) - 0.5 * len(line.text.encode("ascii", "ignore"))


def wrapped_pairs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Pair the lines of a wrapped stretch that go on from each other, by position."""
    out = []
    for start, stop, width in stretches(lines):
        for k in range(start, stop - 1):
            left, right = lines[k], lines[k + 1]
            full = measure(left) >= width - SLACK
            if full and left.ending in ("open", "comma", "closed") and not right.dateline:
                out.append((k, k + 1))
    return out
