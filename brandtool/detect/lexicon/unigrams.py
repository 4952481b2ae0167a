"""How likely words are by themselves: the dictionary of the segmenter as a unigram model.

The likeliest cut of a run of characters into words is found by dynamic programming, from its
beginning on or from its end back (Viterbi 1967), with no rule for words the dictionary lacks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from brandtool.detect.lexicon.segment import frequencies

LONGEST = 4
"""Characters of the longest word looked for."""


@dataclass(frozen=True)
class Unigrams:
    """Hold how often each word was counted, and the total of all counts."""

    counts: Mapping[str, int]
    total: int

    def log_chance(self, word: str) -> float | None:
        """Return the log probability of a word, None of one that is not in the dictionary.

        A single character always is a word.
        """
        count = self.counts.get(word)
        if count:
            return math.log(count / self.total)
        return -math.log(self.total) - 1 if len(word) == 1 else None

    def onward(self, run: str) -> list[float]:
        """Return the log probability of the likeliest cut of run[:k], for k = 0..len(run)."""
        out = [0.0]
        for end in range(1, len(run) + 1):
            cuts = range(max(0, end - LONGEST), end)
            out.append(max(out[k] + self._of(run[k:end]) for k in cuts))
        return out

    def backward(self, run: str) -> list[float]:
        """Return the log probability of the likeliest cut of run[k:], for k = 0..len(run)."""
        size = len(run)
        out = [0.0] * (size + 1)
        for begin in range(size - 1, -1, -1):
            cuts = range(begin + 1, min(size, begin + LONGEST) + 1)
            out[begin] = max(out[k] + self._of(run[begin:k]) for k in cuts)
        return out

    def _of(self, word: str) -> float:
        told = self.log_chance(word)
        return -math.inf if told is None else told


@cache
def shipped() -> Unigrams:
    """Return the model of the segmenter's own dictionary."""
    return Unigrams(*frequencies())
