"""Whether a word spans a seam: its first characters stand before the cut, the others after it.

n-grams know what was seen of the characters at a seam; a word that the news rarely prints is known
to the dictionary only. A word over the seam counts by how much likelier the words around are cut
with it than with a word ending and another beginning at the seam.
"""

from __future__ import annotations

import math
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
    """Hold the Chinese characters lines end and begin with, as far as no mark cuts them off.

    `told` says of each line whether there are some at its beginning, and at its end: (lines, 2).
    """

    tails: Sequence[str]
    heads: Sequence[str]
    told: NDArray[np.bool_]

    def of(self, spots: Sequence[int]) -> Ends:
        """Return those of some lines, by position."""
        told = np.array(spots, dtype=np.int64)
        return Ends([self.tails[k] for k in spots], [self.heads[k] for k in spots], self.told[told])

    def gains(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return what a word over each seam gains, in nats; lines are named by position."""
        out = np.zeros(len(left))
        for k, (a, b) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
            if k % 1024 == 0:
                look_up()
            out[k] = gain(self.tails[a], self.heads[b])
        return out

    def meet(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell of which seams Chinese characters stand at either side."""
        both: NDArray[np.bool_] = self.told[left, 1] & self.told[right, 0]
        return both


def ends_of(lines: Sequence[str]) -> Ends:
    """Look at how lines end and begin."""
    tails, heads = [], []
    for line in lines:
        look_up()
        tails.append(tail_of(line))
        heads.append(head_of(line))
    told = [(bool(head), bool(tail)) for head, tail in zip(heads, tails, strict=True)]
    return Ends(tails, heads, np.array(told, dtype=bool).reshape(-1, 2))


def tail_of(words: str) -> str:
    """Return the Chinese characters words end with, REACH at most."""
    found = _TAIL.search("".join(words[-REACH * _BLANKS :].split()))
    return found.group() if found else ""


def head_of(words: str) -> str:
    """Return the Chinese characters words begin with, REACH at most."""
    found = _HEAD.match("".join(words[: REACH * _BLANKS].split()))
    return found.group() if found else ""


def gain(tail: str, head: str) -> float:
    """Return how much likelier a word stands over a seam than two words meet there, in nats.

    -WIDEST where the dictionary has no word over it, 0 where one side has no Chinese character.
    """
    if not tail or not head:
        return 0.0
    found = [told for told, _ in _over(tail, head)]
    return min(WIDEST, max(-WIDEST, *found)) if found else -WIDEST


def word_over(tail: str, head: str) -> str | None:
    """Return the likeliest word over a seam, None if the dictionary has none."""
    return max(_over(tail, head), default=(0.0, None))[1]


def _over(tail: str, head: str) -> list[tuple[float, str]]:
    """Return what each word over a seam gains, and the word."""
    counts = unigrams.shipped().counts
    out = []
    for begun, left in _endings(tail):
        for rest, right in _beginnings(head)[: unigrams.LONGEST - len(begun)]:
            count = counts.get(begun + rest)
            if count:
                out.append((left + math.log(count) + right, begun + rest))
    return out


@lru_cache(maxsize=1 << 14)
def _endings(tail: str) -> tuple[tuple[str, float], ...]:
    """Return the last characters that may begin a word over a seam: one, two, three.

    With each stands how much likelier the run is cut without them than with them, and what a count
    of 1 is worth.
    """
    known = unigrams.shipped()
    told = known.onward(tail)
    return tuple(
        (tail[at:], told[at] - told[-1] - math.log(known.total))
        for at in range(len(tail) - 1, max(-1, len(tail) - unigrams.LONGEST), -1)
    )


@lru_cache(maxsize=1 << 14)
def _beginnings(head: str) -> tuple[tuple[str, float], ...]:
    """Return the first characters that may end a word over a seam: one, two, three.

    With each stands how much likelier the run is cut without them than with them.
    """
    told = unigrams.shipped().backward(head)
    ends = range(1, min(len(head), unigrams.LONGEST - 1) + 1)
    return tuple((head[:at], told[at] - told[0]) for at in ends)
