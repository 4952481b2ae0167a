"""A linear chain over the lines of a page: how likely each role is, the others being known."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brandtool import resource
from brandtool.detect.page.patience import look_up

Floats = NDArray[np.float64]
_LINES = 1024
"""Lines whose pairs are worked out at a time: all at once, a long text takes gigabytes."""


@dataclass(frozen=True)
class Chain:
    """Hold the weights of a chain over named features and states.

    `weights`: (features, states), `moves`: (states, states) from one line to the next, `first`:
    (states,) for the first line.
    """

    names: tuple[str, ...]
    states: tuple[str, ...]
    weights: Floats
    moves: Floats
    first: Floats

    def read(self, told: Floats) -> tuple[Floats, NDArray[np.float32]]:
        """Return the chance of each state of each line, and of each pair of states.

        `told`: (n, states), what speaks for each state of each line. Out: (n, states) and
        (n, states, states), the pair being the states of the line before and of the line itself;
        the first line has no pair (zeros).
        """
        count, kinds = len(told), len(self.states)
        if not count:
            return np.zeros((0, kinds)), np.zeros((0, kinds, kinds), dtype=np.float32)
        told = told.copy()
        told[0] += self.first
        # Potentials, scaled line by line so that nothing leaves the range of numbers.
        pots = np.exp(told - told.max(axis=1, keepdims=True))
        moves = np.exp(self.moves)
        ahead, back = np.empty((count, kinds)), np.ones((count, kinds))
        ahead[0] = pots[0] / pots[0].sum()
        for k in range(1, count):
            if k % 256 == 0:
                look_up()
            step = (ahead[k - 1] @ moves) * pots[k]
            ahead[k] = step / step.sum()
        for k in range(count - 2, -1, -1):
            if k % 256 == 0:
                look_up()
            step = moves @ (pots[k + 1] * back[k + 1])
            back[k] = step / step.sum()
        single = ahead * back
        single /= single.sum(axis=1, keepdims=True)
        both = np.zeros((count, kinds, kinds), dtype=np.float32)
        rest = pots * back
        for begin in range(1, count, _LINES):
            here = slice(begin, min(begin + _LINES, count))
            before = slice(here.start - 1, here.stop - 1)
            pairs = ahead[before, :, None] * moves[None] * rest[here, None, :]
            both[here] = pairs / pairs.sum(axis=(1, 2), keepdims=True)
            look_up()
        return single, both

    def best(self, told: Floats) -> NDArray[np.int64]:
        """Return the likeliest sequence of states: (n,)."""
        count = len(told)
        out = np.zeros(count, dtype=np.int64)
        if not count:
            return out
        score = told[0] + self.first
        come = np.zeros((count, len(self.states)), dtype=np.int64)
        for k in range(1, count):
            if k % 256 == 0:
                look_up()
            paths = score[:, None] + self.moves
            come[k] = paths.argmax(axis=0)
            score = paths.max(axis=0) + told[k]
        out[-1] = int(score.argmax())
        for k in range(count - 1, 0, -1):
            out[k - 1] = come[k, out[k]]
        return out

    def as_json(self) -> dict[str, Any]:
        """Return the weights, rounded to three decimals."""
        return {
            "names": list(self.names),
            "states": list(self.states),
            "weights": np.round(self.weights, 3).tolist(),
            "moves": np.round(self.moves, 3).tolist(),
            "first": np.round(self.first, 3).tolist(),
        }


def chain_of(told: dict[str, Any]) -> Chain:
    """Read a chain back from plain JSON."""
    weights, moves, first = (
        np.array(told[key], dtype=np.float64) for key in ("weights", "moves", "first")
    )
    return Chain(tuple(told["names"]), tuple(told["states"]), weights, moves, first)


@cache
def shipped() -> Chain:
    """Load the chain that comes with the program."""
    return chain_of(json.loads(resource("models/roles.json").read_text(encoding="utf-8")))
