"""The one place where code points meet Qt's UTF-16 units, and unseen characters get a shape."""

from __future__ import annotations

import re
from bisect import bisect_left

__all__ = ["RARE", "Shown", "units"]


def _shapes() -> dict[int, str]:
    controls = [*range(9), *range(10, 32), *range(0x7F, 0xA0)]
    shapes = dict.fromkeys(controls, "\u00a4")
    shapes |= {0x85: "\u21b5", 0x2028: "\u21b5", 0x2029: "\u00b6", 0xA0: "\u2423", 0xAD: "\u00ac"}
    unseen = [0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2065)]
    shapes |= dict.fromkeys([*unseen, *range(0x2066, 0x206A), 0xFEFF], "\u00a6")
    return shapes


_SHAPES = _shapes()
_UNSEEN = re.compile("[" + "".join(f"\\U{code:08x}" for code in _SHAPES) + "\ud800-\udfff]")
RARE = re.compile("[\u3400-\u4dbf\ue000-\uf8ff\U00010000-\U0010ffff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def _shape(match: re.Match[str]) -> str:
    return _SHAPES.get(ord(match[0]), "\ufffd")


def units(text: str) -> int:
    """Count the UTF-16 units of a text."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))


class Shown:
    """Map one piece of text to the string that Qt lays out, and back.

    Every code point is shown as exactly one code point. `preedit` is what an input method is
    composing at code point `at`; it is shown but belongs to no offset.
    """

    __slots__ = ("_astral", "_at", "_at16", "_width", "marks", "text")

    def __init__(self, text: str, *, at: int = 0, preedit: str = "") -> None:
        shown = _UNSEEN.sub(_shape, text)
        self._astral = [m.start() for m in _ASTRAL.finditer(shown)]
        self._at, self._width = at, units(preedit)
        self._at16 = at + bisect_left(self._astral, at)
        self.text = shown[:at] + preedit + shown[at:] if preedit else shown
        self.marks = [self.to16(m.start()) for m in _UNSEEN.finditer(text)]

    def to16(self, offset: int) -> int:
        """Return the unit at which an offset is shown; before the pre-edit at its place."""
        unit = offset + bisect_left(self._astral, offset) if self._astral else offset
        return unit + self._width if self._width and offset > self._at else unit

    def from16(self, unit: int) -> int:
        """Return the offset of a unit; inside a pair its start, in the pre-edit its place."""
        if self._width and unit > self._at16:
            unit = max(self._at16, unit - self._width)
        if not self._astral:
            return unit
        low, high = 0, unit
        while low < high:
            middle = (low + high + 1) // 2
            if middle + bisect_left(self._astral, middle) <= unit:
                low = middle
            else:
                high = middle - 1
        return low

    @property
    def preedit_span(self) -> tuple[int, int]:
        """Return the units that show the pre-edit."""
        return self._at16, self._at16 + self._width
