"""The folded stream of a page.

Letters, digits and ideographs only, with the way back to the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from brandtool.core.document import Document

_PLANE = 0x10000


@dataclass(frozen=True)
class Stream:
    """Hold the folded code points, and of each its source offset and its line (block index).

    `starts[b]:starts[b + 1]` is the stretch of block b.
    """

    codes: NDArray[np.uint32]
    offsets: NDArray[np.int64]
    lines: NDArray[np.int64]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.codes)


def fold(document: Document) -> Stream:
    """Fold a document: widths are folded, case too; punctuation and blanks drop out."""
    codes = np.frombuffer(document.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    keep, folded = _tables()
    low = np.minimum(codes, _PLANE - 1)
    offsets = np.flatnonzero(keep[low] | (codes >= _PLANE)).astype(np.int64)
    kept = np.where(codes[offsets] >= _PLANE, codes[offsets], folded[low[offsets]])
    begins = np.array([block.start for block in document.blocks], dtype=np.int64)
    lines = np.searchsorted(begins, offsets, side="right") - 1
    starts = np.searchsorted(offsets, np.append(begins, len(codes)))
    return Stream(kept.astype(np.uint32), offsets, lines, starts)


@cache
def _tables() -> tuple[NDArray[np.bool_], NDArray[np.uint32]]:
    keep = np.zeros(_PLANE, dtype=bool)
    folded = np.arange(_PLANE, dtype=np.uint32)
    for point in range(_PLANE):
        char = chr(point)
        if not char.isalnum():
            continue
        keep[point] = True
        if 0xFF01 <= point <= 0xFF5E:
            char = chr(point - 0xFEE0)
        lower = char.lower()
        folded[point] = ord(lower) if len(lower) == 1 else point
    return keep, folded
