"""A named cost, and which of several are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from brandtool.core.candidate import Evidence
from brandtool.detect.page.network import Network

Spot = TypeVar("Spot")
Values: TypeAlias = Mapping[str, str | int | float]
Weighed: TypeAlias = tuple[float, Evidence]

MOST = 3
"""How many costs a claim tells beside what it claims."""
LEAST = 0.05
"""What a cost weighs at least (in log odds) to be told."""


@dataclass(frozen=True)
class Cost(Generic[Spot]):
    """Name something that may be so of a claim.

    `holds` returns the values of its sentence if it is so, else None; `features` are those of the
    judge that are about it; where it is so it weighs at least `least`.
    """

    code: str
    holds: Callable[[Spot], Values | None]
    features: tuple[str, ...] = ()
    least: float = -np.inf

    def told(self, spot: Spot) -> Evidence | None:
        """Return it as evidence where it is so."""
        values = self.holds(spot)
        return None if values is None else Evidence(self.code, values)


def strongest(found: Iterable[Weighed], *, most: int = MOST) -> tuple[Evidence, ...]:
    """Return what speaks for a claim, the strongest first; of equal ones the first."""
    kept = [one for one in found if one[0] >= LEAST]
    return tuple(evidence for _, evidence in sorted(kept, key=lambda one: -one[0])[:most])


def with_costs(lead: Evidence, found: Iterable[Weighed]) -> Evidence:
    """Return what is claimed together with the costs that speak for it."""
    return Evidence(lead.code, lead.values, strongest(found))


def of_costs(found: Iterable[Weighed], otherwise: Evidence) -> Evidence:
    """Return the strongest cost with those behind it; `otherwise` where none is told."""
    first, *rest = strongest(found) or (otherwise,)
    return Evidence(first.code, first.values, tuple(rest))


def weighed(
    costs: Sequence[Cost[Spot]],
    spot: Spot,
    judge: Network,
    row: NDArray[np.float64],
    rival: NDArray[np.float64] | None = None,
) -> list[Weighed]:
    """Weigh what is so by how far the log odds of a judge fall without it.

    `row` holds the features of the claim, `rival` (zeros if None) those that take their place.
    """
    told = [(cost, evidence) for cost in costs if (evidence := cost.told(spot)) is not None]
    if not told:
        return []
    other = np.zeros(len(row)) if rival is None else rival
    rows = np.repeat(row[None], len(told) + 1, axis=0)
    place = {name: k for k, name in enumerate(judge.names)}
    for k, (cost, _) in enumerate(told):
        where = [place[name] for name in cost.features if name in place]
        rows[k, where] = other[where]
    odds = judge.logits(rows)
    fall = (odds[-1] - odds[:-1]).tolist()
    return [
        (max(weight, cost.least), evidence)
        for weight, (cost, evidence) in zip(fall, told, strict=True)
    ]
