"""Which characters stand next to each other on a page, to ask whether a seam reads as words do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.patience import look_up

ORDERS = (2, 3, 4)


@dataclass(frozen=True)
class Grams:
    """Hold the runs of 2, 3 and 4 characters within lines, as sorted keys.

    `alphabet` holds the code points of the page; a key packs 16 bits of the place of each in it.
    """

    alphabet: NDArray[np.uint32]
    keys: tuple[NDArray[np.uint64], ...]

    def around(self, tails: Sequence[str], heads: Sequence[str]) -> NDArray[np.float64]:
        """Tell how many characters around seams stand together on the page (0; 2, 3 or 4 of them).

        `tails` and `heads` are the last two and the first two characters of either side.
        """
        out = np.zeros(len(tails))
        full = [len(a) == 2 and len(b) == 2 for a, b in zip(tails, heads, strict=True)]
        where = np.flatnonzero(full)
        words = "".join(tails[k] + heads[k] for k in where.tolist())
        codes = _codes(words)
        letters = np.append(self.alphabet, np.uint32(0xFFFFFFFF))
        place = np.searchsorted(letters, codes)
        place[letters[place] != codes] = len(self.alphabet)
        signs = place.astype(np.uint64).reshape(-1, 4)
        pair = self._known(signs[:, 1:3])
        three = self._known(signs[:, :3]) | self._known(signs[:, 1:])
        four = self._known(signs)
        out[where] = np.where(four, 1.0, np.where(three, 0.75, 0.5)) * pair
        return out

    def _known(self, signs: NDArray[np.uint64]) -> NDArray[np.bool_]:
        keys = self.keys[signs.shape[1] - ORDERS[0]]
        if not len(keys):
            return np.zeros(len(signs), dtype=bool)
        wanted = _packed([signs[:, k] for k in range(signs.shape[1])])
        found: NDArray[np.bool_] = (
            keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] == wanted
        )
        return found


def grams_of(lines: Sequence[str]) -> Grams:
    """Gather the runs of characters of lines."""
    codes = _codes("\n".join(lines))
    alphabet, place = np.unique(codes, return_inverse=True)
    signs = place.astype(np.uint64)
    inside = codes != ord("\n")
    keys = []
    for size in ORDERS:
        look_up()
        count = max(0, len(codes) - size + 1)
        parts = [signs[k : k + count] for k in range(size)]
        whole = np.logical_and.reduce([inside[k : k + count] for k in range(size)])
        keys.append(np.unique(_packed(parts)[whole]))
    look_up()
    return Grams(alphabet, tuple(keys))


def _packed(parts: Sequence[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    out = np.zeros(len(parts[0]), dtype=np.uint64)
    for part in parts:
        out = out << np.uint64(16) | part
    return out


def _codes(words: str) -> NDArray[np.uint32]:
    return np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
