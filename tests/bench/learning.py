"""Fit the small judges of the page detector, in numpy, deterministically."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.network import Network, chance

Rows = NDArray[np.float64]


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
    units: int = 16,
    rounds: int = 300,
    decay: float = 1e-4,
    seed: int = 1,
) -> Network:
    """Fit a network by Adam on all rows at once."""
    source = np.random.default_rng(seed)
    size = rows.shape[1]
    values = [
        source.normal(0, 1 / np.sqrt(size), (size, units)),
        np.zeros(units),
        source.normal(0, 0.3, units),
        np.zeros(size),
        np.zeros(1),
    ]
    first = [np.zeros_like(value) for value in values]
    second = [np.zeros_like(value) for value in values]
    share = weight / weight.sum()
    for step in range(1, rounds + 1):
        hidden, bias, out, skip, offset = values
        inner = np.tanh(rows @ hidden + bias)
        error = share * (chance(inner @ out + rows @ skip + offset[0]) - right)
        back = error[:, None] * out * (1 - inner**2)
        slopes = [
            rows.T @ back,
            back.sum(0),
            inner.T @ error,
            rows.T @ error,
            error.sum(keepdims=True),
        ]
        rate = 0.03 * (1 - step / (rounds + 1)) ** 0.5
        for place, (value, slope) in enumerate(zip(values, slopes, strict=True)):
            slope = slope + decay * value * (place != 4)
            first[place] = 0.9 * first[place] + 0.1 * slope
            second[place] = 0.99 * second[place] + 0.01 * slope**2
            lean = first[place] / (1 - 0.9**step)
            spread = np.sqrt(second[place] / (1 - 0.99**step)) + 1e-9
            values[place] = value - rate * lean / spread
    hidden, bias, out, skip, offset = values
    return Network(names, hidden, bias, out, skip, float(offset[0]))
