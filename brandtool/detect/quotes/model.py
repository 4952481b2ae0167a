"""Small linear models: named features, learned weights, a probability.

The weights are written by `tests/bench/train_quotes.py`; nothing else knows how they came about.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from brandtool import resource

QUESTIONS = ("stretch", "cue", "goes_on", "mixed", "right")
"""What models decide: is a stretch speech, is a verb a cue, does the next sentence belong ..."""


@dataclass(frozen=True)
class Model:
    """Hold one logistic regression over features that are there or not."""

    bias: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)

    def probability(self, features: Iterable[str]) -> float:
        """Return how likely the answer is yes."""
        told = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, told))))


Models = Mapping[str, Model]


def read_models(told: Mapping[str, Mapping[str, object]]) -> Models:
    """Read models from plain JSON."""
    out: dict[str, Model] = {}
    for question, held in told.items():
        if question in QUESTIONS:
            bias, weights = held["bias"], held["weights"]
            assert isinstance(bias, (int, float)) and isinstance(weights, Mapping)
            out[question] = Model(float(bias), {str(k): float(v) for k, v in weights.items()})
    return out


@cache
def shipped() -> Models:
    """Return the models that come with the program.

    Raises FileNotFoundError if the program was put together without them.
    """
    return read_models(json.loads(resource("models/quotes.json").read_text(encoding="utf-8")))
