"""A packed table of character n-grams, and how likely words run on across a seam.

The table holds counts of n-grams (n <= 4) of newspaper text, paragraph by paragraph, with a mark
for the beginning and one for the end of a paragraph: one 16-bit cell per n-gram, 11 bits of
fingerprint and 5 bits of logarithmic count, found by linear probing. Where an n-gram is unseen the
next shorter one is asked, at a price that depends on how often the words before it were seen (Katz
1987).
`tests/bench/count_ngrams.py` makes it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, repeat

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from brandtool import resource
from brandtool.detect.page.patience import look_up

BEGIN, END, DIGIT, LATIN, RARE = 2, 3, 48, 97, 1
ORDER = 4
LEVELS = 32
STEP = 0.6
"""One level of a count, in bits."""
_LEAST = 5
_WIDTHS = (16, 64, 256)
"""How many cells are looked at at once, more each time none decides."""
_WIDEST = _WIDTHS[-1]
_FEW = 512
"""Among more keys than these equal ones are looked for."""
_MOST = 1 << 15
"""How many keys are looked up at once."""
_UNSEEN = math.log(2e-7)
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
_MASK = (1 << 64) - 1


def code(char: str) -> int:
    """Fold one character to its 16-bit code.

    Widths folded, digits and Latin letters as one each.
    """
    point = ord(char)
    if 0xFF01 <= point <= 0xFF5E:
        point -= 0xFEE0
    if 48 <= point <= 57:
        return DIGIT
    if 65 <= point <= 90 or 97 <= point <= 122:
        return LATIN
    return point if point <= 0xFFFF else RARE


@dataclass(frozen=True)
class Ngrams:
    """Hold the table: `cells` of a power of two, and the total of all characters counted.

    `prices` (ORDER - 1, LEVELS) holds the log price of asking a context one shorter than that of
    1, 2 or 3 characters, by the level of its count.
    """

    cells: NDArray[np.uint16]
    total: int
    prices: NDArray[np.float64]

    @cached_property
    def _windows(self) -> dict[int, NDArray[np.uint16]]:
        """Return for each width the cells from every slot on, the first ones behind the last."""
        cells = np.concatenate((self.cells, np.resize(self.cells, _WIDEST)))
        return {width: sliding_window_view(cells, width) for width in _WIDTHS}

    def log_counts(self, keys: NDArray[np.uint64]) -> NDArray[np.float64]:
        """Return the natural logarithm of the count of each key, NaN where it was hardly seen."""
        if len(keys) <= _FEW:
            return self._looked_up(keys)
        once, back = np.unique(keys, return_inverse=True)
        parts = [once[at : at + _MOST] for at in range(0, len(once), _MOST)]
        return np.concatenate([self._looked_up(part) for part in parts])[back]

    def _looked_up(self, keys: NDArray[np.uint64]) -> NDArray[np.float64]:
        mixed = _mixed(keys)
        mask = len(self.cells) - 1
        slots = (mixed & np.uint64(mask)).astype(np.int64)
        wanted = ((mixed >> np.uint64(48)) % np.uint64(2047) + np.uint64(1)).astype(np.uint16)
        out = np.full(len(keys), np.nan)
        open_ = np.arange(len(keys))
        for width in chain(_WIDTHS, repeat(_WIDEST)):
            if not len(open_):
                break
            cells = self._windows[width][slots[open_]]
            ends = (cells >> 5 == wanted[open_, None]) | (cells == 0)
            rows = np.arange(len(open_))
            first = ends.argmax(axis=1)
            cell = cells[rows, first]
            hit = ends[rows, first] & (cell != 0)
            levels = (cell[hit] & 31).astype(np.float64)
            out[open_[hit]] = math.log(_LEAST) + levels * (STEP * math.log(2))
            open_ = open_[~ends[rows, first]]
            slots[open_] = (slots[open_] + width) & mask
        return out

    def log_chances(
        self, before: NDArray[np.uint64], chars: NDArray[np.uint64]
    ) -> NDArray[np.float64]:
        """Return the log probability of characters after others, backing off where unseen.

        `before`: (n, 3) codes, nearest last, 0 where there is none; `chars`: (n,) codes.
        """
        if len(chars) > _MOST:
            parts = range(0, len(chars), _MOST)
            return np.concatenate(
                [self.log_chances(before[k : k + _MOST], chars[k : k + _MOST]) for k in parts]
            )
        look_up()
        count = len(chars)
        context = np.zeros((ORDER, count), dtype=np.uint64)
        for size in range(1, ORDER):
            near = before[:, ORDER - 1 - size]
            context[size] = near << np.uint64(16 * (size - 1)) | context[size - 1]
        whole = context << np.uint64(16) | chars
        there = before.T[::-1] != 0
        asked = np.concatenate((there, there, np.ones((1, count), dtype=bool)))
        told = np.full((2 * ORDER - 1, count), np.nan)
        told[asked] = self.log_counts(np.concatenate((whole[1:], context[1:], whole[:1]))[asked])
        out = np.where(np.isnan(told[-1]), _UNSEEN, told[-1] - math.log(self.total))
        for size in range(1, ORDER):
            both, alone = told[size - 1], told[ORDER + size - 2]
            lent = out + self._price(size, alone)
            out = np.where(np.isnan(both - alone), lent, np.minimum(0.0, both - alone))
        return out

    def _price(self, size: int, alone: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the price of asking contexts one shorter than some, by their log counts."""
        seen = ~np.isnan(alone)
        price = np.zeros(len(alone))
        price[seen] = self.prices[size - 1, level_of(alone[seen])]
        return price


def level_of(log_counts: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the level of logarithmic counts in the table."""
    levels = np.round((log_counts - math.log(_LEAST)) / (STEP * math.log(2)))
    return np.clip(levels, 0, LEVELS - 1).astype(np.int64)


def _mixed(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    for factor in _MIX:
        keys = (keys ^ (keys >> np.uint64(30 if factor == _MIX[0] else 27))) * np.uint64(factor)
    return keys ^ (keys >> np.uint64(31))


def mix(key: int) -> int:
    """Scatter a 64-bit key."""
    key = ((key ^ (key >> 30)) * _MIX[0]) & _MASK
    key = ((key ^ (key >> 27)) * _MIX[1]) & _MASK
    return key ^ (key >> 31)


def slot_of(key: int, size: int) -> tuple[int, int]:
    """Return the first slot and the fingerprint (1..2047) of a key."""
    mixed = mix(key)
    return mixed & (size - 1), (mixed >> 48) % 2047 + 1


@cache
def shipped() -> Ngrams:
    """Load the table that comes with the program."""
    with np.load(resource("models/ngrams.npz")) as stored:
        return Ngrams(stored["cells"], int(stored["total"]), stored["prices"])
