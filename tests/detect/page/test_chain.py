"""The chain over lines: its chances are those of all sequences counted out."""

from __future__ import annotations

import itertools

import numpy as np

from brandtool.detect.page.chain import Chain, chain_of, shipped
from brandtool.detect.page.outline import NAMES, STATES

KINDS = ("a", "b", "c")


def random_chain(seed: int) -> tuple[Chain, np.ndarray]:
    source = np.random.default_rng(seed)
    chain = Chain(
        ("one", "two"),
        KINDS,
        source.normal(size=(2, 3)),
        source.normal(size=(3, 3)),
        source.normal(size=3),
    )
    return chain, source.normal(size=(4, 2)) @ chain.weights


def weigh(chain: Chain, told: np.ndarray, path: tuple[int, ...]) -> float:
    score = chain.first[path[0]] + sum(told[k, state] for k, state in enumerate(path))
    return float(score + sum(chain.moves[a, b] for a, b in itertools.pairwise(path)))


def test_chances_are_those_of_all_sequences_counted_out() -> None:
    for seed in range(5):
        chain, told = random_chain(seed)
        paths = list(itertools.product(range(3), repeat=4))
        weights = np.exp([weigh(chain, told, path) for path in paths])
        weights /= weights.sum()
        single, both = chain.read(told)
        for k, state in itertools.product(range(4), range(3)):
            true = sum(w for w, path in zip(weights, paths, strict=True) if path[k] == state)
            assert np.isclose(single[k, state], true)
        true = sum(w for w, path in zip(weights, paths, strict=True) if path[1:3] == (2, 0))
        assert np.isclose(both[2, 2, 0], true)
        best = paths[int(weights.argmax())]
        assert tuple(chain.best(told)) == best


def test_no_lines_have_no_chances() -> None:
    chain, _ = random_chain(1)
    single, both = chain.read(np.zeros((0, 3)))
    assert single.shape == (0, 3)
    assert both.shape == (0, 3, 3)
    assert len(chain.best(np.zeros((0, 3)))) == 0


def test_a_chain_is_read_back_as_it_was_written() -> None:
    chain, told = random_chain(2)
    again = chain_of(chain.as_json())
    assert np.allclose(again.read(told)[0], chain.read(told)[0], atol=0.01)


def test_the_shipped_chain_is_of_the_features_and_states_of_the_program() -> None:
    assert shipped().names == NAMES
    assert shipped().states == STATES
