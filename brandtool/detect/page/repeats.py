"""Repeats in the folded stream: seeds, chains on near diagonals, loops cut into periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.fold import Stream
from brandtool.detect.page.patience import look_up

SEED = 7
SLACK = 4
"""How far the diagonal of one chain may wander."""
GAP = 16
"""How many characters two seeds of one chain may stand apart."""
LEAST = 12
"""The shortest repeat worth reporting, in folded characters."""
CROWD = 6
"""How many later twins each occurrence of a seed is compared with."""
DULL = 64
"""Runs of one character longer than this are no words."""
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Pair two stretches of the stream that say nearly the same.

    `left` stands first and they are disjoint.

    `blocks` are the exactly equal parts as (start in the left one, start in the right one, size).
    """

    left: tuple[int, int]
    right: tuple[int, int]
    blocks: tuple[tuple[int, int, int], ...]

    @property
    def same(self) -> int:
        """Count the equal characters."""
        return sum(size for _, _, size in self.blocks)


def find(stream: Stream) -> tuple[Repeat, ...]:
    """Find the maximal near repeats, in order of their left start; near-linear."""
    out: list[Repeat] = []
    for chain in _chains(_runs(stream.codes)):
        out.extend(_cut_loop(chain))
    return tuple(
        sorted(
            (repeat for repeat in out if repeat.same >= LEAST),
            key=lambda repeat: (repeat.left, repeat.right),
        )
    )


def _runs(codes: NDArray[np.uint32]) -> list[tuple[int, int, int]]:
    """Return maximal exact matches of at least SEED as (diagonal, left start, left end)."""
    found = [_tied(*twins) for twins in _twins(codes)]
    if not found:
        return []
    diagonal, first, last = (np.concatenate(parts) for parts in zip(*found, strict=True))
    diagonal, first, last = _tied(first, diagonal + first, last)
    return list(zip(diagonal.tolist(), first.tolist(), (last + SEED).tolist(), strict=True))


def _tied(
    first: NDArray[np.int64], second: NDArray[np.int64], last: NDArray[np.int64] | None = None
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Tie seeds (or stretches of them, up to `last`) on one diagonal that overlap or touch.

    Returns the diagonal of each stretch, its first and its last seed.
    """
    diagonal = second - first
    rank = np.lexsort((first, diagonal))
    first, diagonal = first[rank], diagonal[rank]
    last = first if last is None else last[rank]
    reach = _reached(diagonal, last)
    fresh = np.empty(len(first), dtype=bool)
    fresh[0] = True
    fresh[1:] = (np.diff(diagonal) != 0) | (first[1:] - reach[:-1] > SEED)
    begin = np.flatnonzero(fresh)
    return diagonal[begin], first[begin], np.maximum.reduceat(last, begin)


def _reached(diagonal: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how far the stretches of each diagonal reach up to each."""
    if (np.diff(last) >= 0).all():
        return last
    lift = np.cumsum(np.append(0, np.diff(diagonal) != 0)) * (int(last.max()) + 1)
    reach: NDArray[np.int64] = np.maximum.accumulate(last + lift) - lift
    return reach


def _twins(codes: NDArray[np.uint32]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Give positions of equal seeds: each with its next twin, with the one after that, and so on.

    The inside of long runs of one character has none.
    """
    size = len(codes) - SEED + 1
    if size < 2:
        return
    keys = np.zeros(size, dtype=np.uint64)
    for step in range(SEED):
        look_up()
        keys *= _PRIME
        keys += codes[step : step + size]
        keys += np.uint64(1)
    rank = _seeds(codes, size)
    keys = keys[rank]
    order = np.argsort(keys, kind="stable")
    rank, keys = rank[order], keys[order]
    for step in range(1, CROWD + 1):
        look_up()
        same = np.flatnonzero(keys[step:] == keys[:-step])
        if not len(same):
            return
        yield rank[same], rank[same + step]


def _seeds(codes: NDArray[np.uint32], size: int) -> NDArray[np.int64]:
    """Return the positions of seeds that do not lie deep in a run of one character."""
    change = np.flatnonzero(np.diff(codes)) + 1
    begins = np.append(0, change)
    ends = np.append(change, len(codes))
    long = np.flatnonzero(ends - begins > DULL)
    keep = np.ones(size, dtype=bool)
    for begin, end in zip(begins[long].tolist(), ends[long].tolist(), strict=True):
        keep[begin + SEED : max(begin + SEED, end - 2 * SEED)] = False
    return np.flatnonzero(keep)


@dataclass(slots=True)
class _Chain:
    parts: list[tuple[int, int, int]]

    @property
    def left(self) -> tuple[int, int]:
        return self.parts[0][0], self.parts[-1][0] + self.parts[-1][2]

    @property
    def right(self) -> tuple[int, int]:
        return self.parts[0][1], self.parts[-1][1] + self.parts[-1][2]


def _chains(runs: list[tuple[int, int, int]]) -> list[_Chain]:
    """Tie runs on near diagonals together, in order of their left start."""
    chains: list[_Chain] = []
    alive: dict[int, _Chain] = {}
    for count, (diagonal, start, end) in enumerate(sorted(runs, key=lambda r: (r[1], r[0]))):
        if count % 4096 == 0:
            look_up()
            alive = {near: chain for near, chain in alive.items() if start - chain.left[1] <= GAP}
        best: _Chain | None = None
        best_cost = GAP + SLACK + 1
        for near in range(diagonal - SLACK, diagonal + SLACK + 1):
            chain = alive.get(near)
            if chain is None:
                continue
            last = chain.parts[-1]
            gap = start - (last[0] + last[2])
            over = max(0, -gap, (last[1] + last[2]) - (start + diagonal))
            cost = abs(gap) + abs(near - diagonal)
            if gap <= GAP and end - start - over >= 4 and cost < best_cost:
                best, best_cost = chain, cost
        if best is None:
            best = _Chain([(start, start + diagonal, end - start)])
            chains.append(best)
        else:
            last = best.parts[-1]
            alive.pop(last[1] - last[0], None)
            over = max(0, last[0] + last[2] - start, last[1] + last[2] - start - diagonal)
            best.parts.append((start + over, start + diagonal + over, end - start - over))
        alive[diagonal] = best
    return chains


def _cut_loop(chain: _Chain) -> list[Repeat]:
    """Cut a chain that overlaps itself into successive periods, each paired with the next."""
    (left, left_end), right = chain.left, chain.right[0]
    if right >= left_end:
        return [_repeat(chain.parts)]
    period = right - left
    if period < LEAST:
        return []
    out = []
    for begin in range(left, left_end, period):
        stop = min(begin + period, left_end)
        parts = []
        for a, b, size in chain.parts:
            low, high = max(a, begin), min(a + size, stop)
            if high > low:
                parts.append((low, low + b - a, high - low))
        # a wandering diagonal may let the two halves touch
        while parts and parts[-1][0] + parts[-1][2] > parts[0][1]:
            a, b, size = parts[-1]
            size = parts[0][1] - a
            parts[-1:] = [(a, b, size)] if size > 0 else []
        if parts:
            out.append(_repeat(parts))
    return out


def _repeat(parts: list[tuple[int, int, int]]) -> Repeat:
    return Repeat(
        (parts[0][0], parts[-1][0] + parts[-1][2]),
        (parts[0][1], parts[-1][1] + parts[-1][2]),
        tuple(parts),
    )
