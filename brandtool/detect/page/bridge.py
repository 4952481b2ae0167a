"""Whether a word stands over a seam: its first characters before the cut, the others after it.

n-grams know what was seen of the characters at a seam; a word that the news rarely prints is known
to the dictionary only. A word over the seam counts by how much likelier the words around are cut
with it than with a word ending and another beginning at the seam.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.lexicon import unigrams
from brandtool.detect.page.patience import look_up

REACH = 8
"""Characters at either side of a seam that are cut into words."""
WIDEST = 15.0
"""The greatest difference told, in nats; none is told as much less."""
_TAIL = re.compile(rf"[一-鿿]{{1,{REACH}}}$")
_HEAD = re.compile(rf"[一-鿿]{{1,{REACH}}}")
_BLANKS = 2
"""How many times more characters are looked at, since blanks do not count."""


@dataclass(frozen=True)
class Ends:
    """Hold the Chinese characters lines end and begin with, as far as no mark cuts them off."""

    tails: Sequence[str]
    heads: Sequence[str]

    def gains(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return what a word over each seam gains, in nats; lines are named by position."""
        look_up()
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        return np.array([gain(self.tails[a], self.heads[b]) for a, b in pairs], dtype=float)

    def meet(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell of which seams Chinese characters stand at either side."""
        ends, begins = (np.array([bool(run) for run in runs]) for runs in (self.tails, self.heads))
        both: NDArray[np.bool_] = ends[left] & begins[right]
        return both


def ends_of(lines: Sequence[str]) -> Ends:
    """Look at how lines end and begin."""
    return Ends([tail_of(line) for line in lines], [head_of(line) for line in lines])


def tail_of(words: str) -> str:
    """Return the Chinese characters words end with, REACH at most."""
    found = _TAIL.search("".join(words[-REACH * _BLANKS :].split()))
    return found.group() if found else ""


def head_of(words: str) -> str:
    """Return the Chinese characters words begin with, REACH at most."""
    found = _HEAD.match("".join(words[: REACH * _BLANKS].split()))
    return found.group() if found else ""


@lru_cache(maxsize=1 << 16)
def gain(tail: str, head: str) -> float:
    """Return how much likelier a word stands over a seam than two words meet there, in nats.

    -WIDEST where the dictionary has no word over it, 0 where one side has no Chinese character.
    """
    if not tail or not head:
        return 0.0
    before, after = _onward(tail), _backward(head)
    parted = before[-1] + after[0]
    found = [
        before[-1 - first] + told + after[last] - parted for first, last, told in _over(tail, head)
    ]
    return min(WIDEST, max(-WIDEST, *found)) if found else -WIDEST


def word_over(tail: str, head: str) -> str | None:
    """Return the likeliest word over a seam, None if the dictionary has none."""
    before, after = _onward(tail), _backward(head)
    found = [
        (before[-1 - first] + told + after[last], tail[len(tail) - first :] + head[:last])
        for first, last, told in _over(tail, head)
    ]
    return max(found)[1] if found else None


def _over(tail: str, head: str) -> list[tuple[int, int, float]]:
    """Return the words over a seam: characters before and after it, log probability."""
    known = unigrams.shipped()
    out = []
    for first in range(1, min(len(tail), unigrams.LONGEST - 1) + 1):
        begun = tail[len(tail) - first :]
        for last in range(1, min(len(head), unigrams.LONGEST - first) + 1):
            told = known.log_chance(begun + head[:last])
            if told is not None:
                out.append((first, last, told))
    return out


@lru_cache(maxsize=1 << 14)
def _onward(run: str) -> list[float]:
    return unigrams.shipped().onward(run)


@lru_cache(maxsize=1 << 14)
def _backward(run: str) -> list[float]:
    return unigrams.shipped().backward(run)
