"""Count character n-grams of a paragraph-per-line text and pack them.

`count_ngrams.py NEWS.txt.xz OUT.npz`.

Kept: n-grams (n <= 4) seen at least 5 times in at least 2 paragraphs, the most frequent first
until the table is 80 % full. Repeated paragraphs count once. Some sources break their lines
anywhere: a long line without a stop is no end of a paragraph, and the next no beginning. Beside
them stands what backing off costs: of each order, by the level of a context's count, the share of
its followers that are not kept over what shorter contexts give them.
"""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

import numpy as np

from brandtool.detect.page.ngrams import BEGIN, END, LEVELS, ORDER, code, level_of, slot_of

SLOTS = 1 << 22
LEAST = 5
LONG = 40
ENDS = "。！？!?…；;：:.”’」』）)】》〉]"


def codes_of(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return all codes, paragraphs framed by BEGIN and END, and the paragraph number of each."""
    cut = False
    table: dict[str, int] = {}
    seen: set[int] = set()
    parts: list[np.ndarray] = []
    owners: list[np.ndarray] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = "".join(line.split())
            told = hash(words)
            if not words or told in seen:
                continue
            seen.add(told)
            framed = [] if cut else [BEGIN]
            cut = len(words) >= LONG and words[-1] not in ENDS
            for char in words:
                value = table.get(char)
                if value is None:
                    value = table[char] = code(char)
                framed.append(value)
            if not cut:
                framed.append(END)
            owners.append(np.full(len(framed), len(parts), dtype=np.int32))
            parts.append(np.array(framed, dtype=np.uint64))
    return np.concatenate(parts), np.concatenate(owners)


def counted(codes: np.ndarray, owners: np.ndarray, order: int) -> tuple[np.ndarray, np.ndarray]:
    """Return keys and counts of the n-grams of one order that may ship."""
    size = len(codes) - order + 1
    keys = np.zeros(size, dtype=np.uint64)
    for step in range(order):
        keys = keys << np.uint64(16) | codes[step : step + size]
    inside = owners[:size] == owners[order - 1 :]
    keys, own = keys[inside], owners[:size][inside]
    rank = np.argsort(keys, kind="stable")
    keys, own = keys[rank], own[rank]
    del rank
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    counts = np.diff(np.concatenate((starts, [len(keys)])))
    ends = starts + counts - 1
    good = (counts >= LEAST) & (own[starts] != own[ends])
    return keys[starts[good]], counts[good]


def pack(keys: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Write the table, the most frequent n-grams first."""
    cells = np.zeros(SLOTS, dtype=np.uint16)
    levels = level_of(np.log(counts))
    store = cells.tolist()
    for key, level in zip(keys.tolist(), levels.tolist(), strict=True):
        slot, print_ = slot_of(key, SLOTS)
        while store[slot]:
            if store[slot] >> 5 == print_:
                break
            slot = (slot + 1) & (SLOTS - 1)
        else:
            store[slot] = print_ << 5 | level
    return np.array(store, dtype=np.uint16)


def prices(tables: list[tuple[np.ndarray, np.ndarray]], total: int) -> np.ndarray:
    """Return the log price of backing off: (ORDER - 1, LEVELS)."""
    out = np.zeros((ORDER - 1, LEVELS))
    for order in range(2, ORDER + 1):
        keys, counts = tables[order - 1]
        before, again = tables[order - 2]
        context = np.searchsorted(before, keys >> np.uint64(16))
        told = np.bincount(context, counts, minlength=len(before)) / again
        low = keys & np.uint64((1 << 16 * (order - 1)) - 1)
        chance = again[np.searchsorted(before, low)] / total
        if order > 2:
            lower, count = tables[order - 3]
            chance = chance * total / count[np.searchsorted(lower, low >> np.uint64(16))]
        lent = np.bincount(context, chance, minlength=len(before))
        level = level_of(np.log(again))
        again = np.where(before & np.uint64(0xFFFF) == END, 0, again)
        left, over = (
            np.bincount(level, np.maximum(1e-3, 1 - part) * again, minlength=LEVELS)
            for part in (told, lent)
        )
        known = left > 0
        share = np.interp(np.arange(LEVELS), np.flatnonzero(known), (left[known] / over[known]))
        out[order - 2] = np.log(np.minimum(1.0, share))
    return out


def main(source: str, target: str) -> None:
    """Count, choose, pack, save."""
    codes, owners = codes_of(Path(source))
    sys.stderr.write(f"{len(codes)} codes\n")
    tables = []
    for order in range(1, ORDER + 1):
        keys, counts = counted(codes, owners, order)
        sys.stderr.write(f"order {order}: {len(keys)}\n")
        tables.append((keys, counts))
    told = prices(tables, len(codes))
    keys = np.concatenate([keys for keys, _ in tables])
    counts = np.concatenate([counts for _, counts in tables])
    order = np.lexsort((keys, -counts))[: int(SLOTS * 0.8)]
    sys.stderr.write(f"kept {len(order)} of {len(keys)}, least {counts[order[-1]]}\n")
    np.savez_compressed(
        target,
        cells=pack(keys[order], counts[order]),
        total=np.int64(len(codes)),
        prices=np.round(told, 4),
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
