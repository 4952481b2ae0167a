"""A small learned judge: one hidden layer, weights as JSON under resources/models."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brandtool import resource
from brandtool.detect.page.patience import look_up

PART = 8192
"""How many rows are judged at once."""


@dataclass(frozen=True)
class Network:
    """Hold the weights of a judge over named features.

    `hidden`: (features, units), `bias`: (units,), `out`: (units,), `skip`: (features,), `offset`:
    a number.
    """

    names: tuple[str, ...]
    hidden: NDArray[np.float64]
    bias: NDArray[np.float64]
    out: NDArray[np.float64]
    skip: NDArray[np.float64]
    offset: float

    def logits(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log odds of each row."""
        inner = np.tanh(features @ self.hidden + self.bias)
        told: NDArray[np.float64] = inner @ self.out + features @ self.skip + self.offset
        return told

    def judge(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probability of each row."""
        if len(features) <= PART:
            return chance(self.logits(features))
        out = np.empty(len(features))
        for start in range(0, len(features), PART):
            look_up()
            some = slice(start, start + PART)
            out[some] = chance(self.logits(features[some]))
        return out

    def as_json(self) -> dict[str, Any]:
        """Return the weights, rounded to four decimals."""
        return {
            "names": list(self.names),
            "hidden": np.round(self.hidden, 4).tolist(),
            "bias": np.round(self.bias, 4).tolist(),
            "out": np.round(self.out, 4).tolist(),
            "skip": np.round(self.skip, 4).tolist(),
            "offset": round(self.offset, 4),
        }


def chance(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn log odds into probabilities."""
    told: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(logits, -40, 40)))
    return told


@cache
def judges() -> dict[str, Network]:
    """Load the judges that come with the program, by name."""
    stored = json.loads(resource("models/page.json").read_text(encoding="utf-8"))
    return {name: network_of(told) for name, told in stored.items()}


def network_of(told: dict[str, Any]) -> Network:
    """Read a judge back from plain JSON."""
    hidden, bias, out, skip = (
        np.array(told[key], dtype=np.float64) for key in ("hidden", "bias", "out", "skip")
    )
    return Network(tuple(told["names"]), hidden, bias, out, skip, float(told["offset"]))
