"""How much two stretches of a page speak of the same things.

Shared pairs of characters, rare ones counting more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.fold import Stream
from brandtool.detect.page.ngrams import DIGIT, LATIN, Ngrams
from brandtool.detect.page.patience import look_up

SHARE = 0.25
"""How much of a text is taken to be made of its own vocabulary."""

RAREST = 1e6
"""Pairs of characters that are rarer count no more."""
DIMENSIONS = 2048
"""The most numbers a line is described with; pairs of characters beyond share them."""
PART = 1 << 16
"""How many words are counted at once."""
ROWS = 1024
"""How many lines are scaled at once."""
CELLS = 20_000_000
"""The most numbers all lines are described with."""


@dataclass(frozen=True)
class Topics:
    """Hold the pairs of characters of every line.

    `words[starts[b]:starts[b + 1]]` are ids, `rarity` per id.

    `rarity` is 1 / (the chance of the pair in any newspaper text).
    """

    words: NDArray[np.int64]
    starts: NDArray[np.int64]
    rarity: NDArray[np.float64]

    @cached_property
    def _tally(self) -> NDArray[np.int64]:
        """Keep a count for each id, all 0 between two uses."""
        return np.zeros(len(self.rarity), dtype=np.int64)

    @cached_property
    def _bounds(self) -> list[int]:
        """Return where the words of each line begin, as numbers that slice fast."""
        bounds: list[int] = self.starts.tolist()
        return bounds

    @cached_property
    def _weights(self) -> NDArray[np.float64]:
        """Return how much a share of a vocabulary that a word has counts."""
        weights: NDArray[np.float64] = SHARE * np.minimum(self.rarity, RAREST)
        return weights

    def of(self, line: int) -> NDArray[np.int64]:
        """Return the ids of a line."""
        bounds = self._bounds
        return self.words[bounds[line] : bounds[line + 1]]

    def gather(self, lines: Sequence[int]) -> NDArray[np.int64]:
        """Return the ids of several lines."""
        bounds, words = self._bounds, self.words
        parts = [words[bounds[line] : bounds[line + 1]] for line in lines]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)

    def likeness(self, words: NDArray[np.int64], among: NDArray[np.int64]) -> float:
        """Return how much likelier words are in a text with a given vocabulary than anywhere.

        A mean of logarithms.
        """
        if not len(words) or not len(among):
            return 0.0
        np.add.at(self._tally, among, 1)
        counts = self._tally[words]
        self._tally[among] = 0
        told = np.log(1 - SHARE + self._weights[words] * counts / len(among))
        return float(told.sum()) / len(words)

    @cached_property
    def _told(self) -> dict[tuple[tuple[int, ...], tuple[int, ...]], float]:
        return {}

    def alike(self, lines: Sequence[int], among: Sequence[int]) -> float:
        """Return the likeness of the words of some lines with those of others, kept once told."""
        key = (tuple(lines), tuple(among))
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = self.likeness(self.gather(key[0]), self.gather(key[1]))
        return told

    @cached_property
    def _lately(self) -> dict[tuple[int, ...], NDArray[np.float32]]:
        return {}

    def vectors(self, lines: Sequence[int]) -> NDArray[np.float32]:
        """Return a vector of length 1 (or 0) for each line: (lines, dimensions), not to be changed.

        Only what several of them share counts, rare pairs of characters more. What was asked last
        is kept.
        """
        key = tuple(lines)
        if key not in self._lately:
            told = self._spread(key)
            self._lately.clear()
            self._lately[key] = told
        return self._lately[key]

    def _spread(self, lines: Sequence[int]) -> NDArray[np.float32]:
        sizes = [int(self.starts[line + 1] - self.starts[line]) for line in lines]
        owner = np.repeat(np.arange(len(lines)), sizes)
        both = np.unique(owner * len(self.rarity) + self.gather(lines))
        look_up()
        owner, words = np.divmod(both, max(1, len(self.rarity)))
        spread = np.bincount(words, minlength=len(self.rarity))
        shared = spread[words] > 1
        owner, words = owner[shared], words[shared]
        kinds, place = np.unique(words, return_inverse=True)
        weight = np.log(len(lines) / spread[kinds] + 1.0) * np.log(self.rarity[kinds] + 1.0)
        look_up()
        most = max(1, min(len(kinds), DIMENSIONS, CELLS // max(1, len(lines))))
        out = np.zeros((len(lines), most), dtype=np.float32)
        for at in range(0, len(owner), PART):
            look_up()
            some = slice(at, at + PART)
            np.add.at(out, (owner[some], place[some] % most), weight[place[some]])
        for at in range(0, len(out), ROWS):
            look_up()
            part = out[at : at + ROWS]
            part /= np.maximum(np.sqrt((part**2).sum(axis=1, keepdims=True)), 1e-6)
        return out

    def counts(self, lines: Sequence[int]) -> NDArray[np.float64]:
        """Count the ids of several lines: (vocabulary,)."""
        told = np.bincount(self.gather(lines), minlength=len(self.rarity))
        return told.astype(np.float64)


def gain(
    counts: NDArray[np.float64] | NDArray[np.int64],
    total: float | NDArray[np.float64],
    rarity: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return how much likelier words seen `counts` times among `total` are than in any text.

    A logarithm for each word.
    """
    told: NDArray[np.float64] = np.log(
        1 - SHARE + SHARE * counts / np.maximum(total, 1.0) * np.minimum(rarity, RAREST)
    )
    return told


def topics_of(stream: Stream, table: Ngrams, *, twice: NDArray[np.bool_] | None = None) -> Topics:
    """Count the character pairs of a page, line by line.

    `twice` marks the characters of the stream that do not count: what is said in two places tells
    neither apart.
    """
    codes = stream.codes.astype(np.uint64)
    if len(codes) < 2:
        empty = np.zeros(0, dtype=np.int64)
        return Topics(empty, np.zeros(len(stream.starts), dtype=np.int64), np.zeros(0))
    keys = codes[:-1] << np.uint64(16) | codes[1:] & np.uint64(0xFFFF)
    inside = stream.lines[:-1] == stream.lines[1:]
    plain = codes >= 0x3400
    inside &= plain[:-1] | plain[1:]
    if twice is not None:
        inside &= ~twice[:-1]
    where = np.flatnonzero(inside)
    vocabulary, words = np.unique(keys[where], return_inverse=True)
    low = vocabulary & np.uint64(0xFFFF)
    high = vocabulary >> np.uint64(16) & np.uint64(0xFFFF)
    told = table.log_counts(_background(high) << np.uint64(16) | _background(low))
    seen = np.where(np.isnan(told), np.log(3.0), told)
    rarity = np.exp(np.log(table.total) - seen)
    starts = np.searchsorted(where, stream.starts)
    return Topics(words.astype(np.int64), starts, rarity)


def _background(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    digit = (codes >= 48) & (codes <= 57)
    latin = (codes >= 97) & (codes <= 122)
    return np.where(digit, np.uint64(DIGIT), np.where(latin, np.uint64(LATIN), codes))
