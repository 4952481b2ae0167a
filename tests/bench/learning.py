"""Fit the small judges of the page detector, in numpy, deterministically."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.network import Network, chance

Rows = NDArray[np.float64]
PART = 1024
PARTS = 60
SMALLEST = 32
RATE = 0.01
LEAST = 0.05
"""Features that spread less are not stretched further."""


def fit_many(
    names: tuple[str, ...], rows: Rows, right: Rows, weight: Rows, *, seeds: int = 1, **options: Any
) -> Network:
    """Fit several networks that begin differently and return their mean, as one network."""
    told = [fit(names, rows, right, weight, seed=seed, **options) for seed in range(1, seeds + 1)]
    return Network(
        names,
        np.concatenate([one.hidden for one in told], axis=1),
        np.concatenate([one.bias for one in told]),
        np.concatenate([one.out for one in told]) / seeds,
        np.mean([one.skip for one in told], axis=0),
        float(np.mean([one.offset for one in told])),
    )


def fit(
    names: tuple[str, ...],
    rows: Rows,
    right: Rows,
    weight: Rows,
    *,
    units: int = 24,
    rounds: int = 25,
    decay: float = 2e-4,
    seed: int = 1,
) -> Network:
    """Fit a network by Adam, `rounds` times over all rows in parts."""
    source = np.random.default_rng(seed)
    middle = rows.mean(axis=0)
    spread = np.maximum(rows.std(axis=0), LEAST)
    told = ((rows - middle) / spread).astype(np.float32)
    share = (weight / weight.mean()).astype(np.float32)
    size = rows.shape[1]
    batch = min(PART, max(SMALLEST, len(rows) // PARTS))
    values = [
        source.normal(0, 1 / np.sqrt(size), (size, units)).astype(np.float32),
        np.zeros(units, dtype=np.float32),
        source.normal(0, 0.3, units).astype(np.float32),
        np.zeros(size, dtype=np.float32),
        np.zeros(1, dtype=np.float32),
    ]
    first = [np.zeros_like(value) for value in values]
    second = [np.zeros_like(value) for value in values]
    step, steps = 0, rounds * -(-len(told) // batch)
    for _ in range(rounds):
        order = source.permutation(len(told))
        for at in range(0, len(told), batch):
            part = order[at : at + batch]
            step += 1
            slopes = _slopes(values, told[part], right[part], share[part])
            for place, slope in enumerate(slopes):
                value = values[place]
                if place not in (1, 4):
                    slope = slope + decay * value
                first[place] = 0.9 * first[place] + 0.1 * slope
                second[place] = 0.99 * second[place] + 0.01 * slope**2
                lean = first[place] / (1 - 0.9**step)
                width = np.sqrt(second[place] / (1 - 0.99**step)) + 1e-8
                values[place] = value - RATE * (1 - step / (steps + 1)) * lean / width
    hidden, bias, out, skip, offset = (value.astype(np.float64) for value in values)
    return Network(
        names,
        hidden / spread[:, None],
        bias - (middle / spread) @ hidden,
        out,
        skip / spread,
        float(offset[0] - (middle / spread) @ skip),
    )


def _slopes(values: list[Any], rows: Any, right: Rows, share: Any) -> list[Any]:
    hidden, bias, out, skip, offset = values
    inner = np.tanh(rows @ hidden + bias)
    miss = chance(inner @ out + rows @ skip + offset[0]) - right
    error = (share * miss / len(rows)).astype(np.float32)
    back = error[:, None] * out * (1 - inner**2)
    return [
        rows.T @ back,
        back.sum(axis=0),
        inner.T @ error,
        rows.T @ error,
        error.sum(keepdims=True),
    ]
