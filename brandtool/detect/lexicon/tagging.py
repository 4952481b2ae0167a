"""The likeliest tags of unknown words: what the segmenter reckons, reckoned over whole rows.

The segmenter tags the characters of words it does not know by a hidden Markov model, state by
state, which takes most of its time. This does the same with arrays: same tables, same sums in the
same order, same choice among equals, ten times as fast.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
State = tuple[str, str]
"""A place in a word (B, M, E, S) and a part of speech."""

_RARE = -3.14e100
"""What the segmenter takes for a character that a state never has."""


class Tagging:
    """Find the likeliest states of a run of characters; tables are those of the segmenter."""

    def __init__(
        self,
        states: Mapping[str, Collection[State]],
        start: Mapping[State, float],
        moves: Mapping[State, Mapping[State, float]],
        emits: Mapping[State, Mapping[str, float]],
    ) -> None:
        self._states, self._emits = states, emits
        self._all = sorted(moves)
        self._index = {state: nth for nth, state in enumerate(self._all)}
        self._start = np.array([start[state] for state in self._all])
        self._chars: dict[str, tuple[Numbers, Floats]] = {}
        self._moves_of = moves

    @cached_property
    def _moves(self) -> Floats:
        """Return the chances to go from each state to each, -inf where it never does."""
        out = np.full((len(self._all), len(self._all)), -np.inf)
        for state, told in self._moves_of.items():
            for other, chance in told.items():
                out[self._index[state], self._index[other]] = chance
        return out

    @cached_property
    def _goes(self) -> NDArray[np.bool_]:
        return np.isfinite(self._moves)

    def _of(self, char: str) -> tuple[Numbers, Floats]:
        """Return the states a character may have, and how likely each state is to have it."""
        held = self._chars.get(char)
        if held is None:
            may = self._states.get(char)
            told = np.arange(len(self._all), dtype=np.intp)
            if may is not None:
                told = np.array(sorted(self._index[state] for state in may), dtype=np.intp)
            chances = np.array([self._emits[state].get(char, _RARE) for state in self._all])
            held = self._chars[char] = (told, chances)
        return held

    def path(self, run: str) -> tuple[float, list[State]]:
        """Return the chance (logarithm) and the states of a run of at least one character."""
        here, emits = self._of(run[0])
        values = self._start[here] + emits[here]
        steps: list[tuple[Numbers, Numbers]] = [(here, here)]
        for char in run[1:]:
            able = self._goes[here].any(axis=1)
            before, held = here[able], values[able]
            next_ones: NDArray[np.bool_] = np.logical_or.reduce(self._goes[before], axis=0)
            may, emits = self._of(char)
            here = may[next_ones[may]]
            if not here.size:
                here = np.flatnonzero(next_ones)
            sums = held[:, None] + self._moves[np.ix_(before, here)] + emits[here]
            best = len(before) - 1 - sums[::-1].argmax(axis=0)
            values = sums[best, np.arange(len(here))]
            steps.append((here, before[best]))
        at = len(values) - 1 - int(values[::-1].argmax())
        chance, state = float(values[at]), int(here[at])
        route: list[State] = []
        for told, origin in reversed(steps):
            route.append(self._all[state])
            state = int(origin[int(np.searchsorted(told, state))])
        return chance, route[::-1]
