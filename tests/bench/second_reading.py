"""What a second reading of a page tells of its joins: pages that really were extracted.

Both readings have slips: a pair of lines is judged only where the reading holds the words on either
side of the seam.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brandtool.detect.page import costs
from brandtool.detect.page.shape import Line

REACH = 6
_FOLD = {ord(a): b for a, b in zip("，：；！？（）．％～", ",:;!?().%~", strict=True)}
_FOLD |= {point: chr(point - 0xFEE0) for point in range(0xFF10, 0xFF5B) if point not in _FOLD}


def squeeze(words: str) -> str:
    """Fold widths, drop blanks and `#`."""
    return re.sub(r"[\s#\u3000\u00a0]+", "", words.translate(_FOLD))


@dataclass(frozen=True)
class Reading:
    """Hold the paragraphs of the second reading, squeezed, and all their stretches of REACH."""

    paragraphs: tuple[str, ...]
    grams: frozenset[str]

    def joined(self, left: Line, right: Line) -> bool | None:
        """Tell whether two lines are one sentence there, None where that cannot be said."""
        tail, head = squeeze(left.text)[-REACH:], squeeze(right.text)[:REACH]
        if len(tail) < REACH or len(head) < REACH:
            return None
        if tail not in self.grams or head not in self.grams:
            return None
        if not any(tail + head in words for words in self.paragraphs):
            return None if cut(left) and self._broken(tail, head) else False
        return None if left.ending in ("stop", "quoted") else True

    def _broken(self, tail: str, head: str) -> bool:
        """Tell whether the reading itself breaks off after words and begins anew with others."""
        return any(words.endswith(tail) for words in self.paragraphs) and any(
            words.startswith(head) for words in self.paragraphs
        )


def cut(line: Line) -> bool:
    """Tell whether a line breaks off after whole sentences."""
    return line.ending in ("open", "comma") and costs.inner_stop(line) > 0


def reading_of(reference: str) -> Reading:
    """Read the second reading of a page, one paragraph a line."""
    told: Sequence[str] = [words for words in map(squeeze, reference.split("\n")) if words]
    grams = {words[k : k + REACH] for words in told for k in range(len(words) - REACH + 1)}
    return Reading(tuple(told), frozenset(grams))
