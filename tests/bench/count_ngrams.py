"""Count character n-grams of a paragraph-per-line text and pack them.

`count_ngrams.py NEWS.txt.xz OUT.npz`.

Kept: n-grams (n <= 4) seen at least 5 times in at least 2 paragraphs, the most frequent first
until the table is
80 % full. Repeated paragraphs count once.
"""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

import numpy as np

from brandtool.detect.page.ngrams import BEGIN, END, LEVELS, ORDER, STEP, code, slot_of

SLOTS = 1 << 21
LEAST = 5


def codes_of(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return all codes, paragraphs framed by BEGIN and END, and the paragraph number of each."""
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
            framed = [BEGIN]
            for char in words:
                value = table.get(char)
                if value is None:
                    value = table[char] = code(char)
                framed.append(value)
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
    levels = np.minimum(LEVELS - 1, np.round(np.log2(counts / LEAST) / STEP)).astype(int)
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


def main(source: str, target: str) -> None:
    """Count, choose, pack, save."""
    codes, owners = codes_of(Path(source))
    sys.stderr.write(f"{len(codes)} codes\n")
    tables = []
    for order in range(1, ORDER + 1):
        keys, counts = counted(codes, owners, order)
        sys.stderr.write(f"order {order}: {len(keys)}\n")
        tables.append((keys, counts))
    keys = np.concatenate([keys for keys, _ in tables])
    counts = np.concatenate([counts for _, counts in tables])
    order = np.lexsort((keys, -counts))[: int(SLOTS * 0.8)]
    sys.stderr.write(f"kept {len(order)} of {len(keys)}, least {counts[order[-1]]}\n")
    np.savez_compressed(target, cells=pack(keys[order], counts[order]), total=np.int64(len(codes)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
