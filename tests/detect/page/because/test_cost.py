"""Of what is so of a claim, what speaks for it is told, the strongest first."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.core.candidate import Evidence
from brandtool.detect.page import belonging, keeper, outline, pairs
from brandtool.detect.page.because import forms, joins, kept, moves, starts, twice
from brandtool.detect.page.because.cost import Cost, of_costs, strongest, weighed, with_costs
from brandtool.detect.page.evidence import SENTENCES
from brandtool.detect.page.network import Network

EVERY = {
    joins: (joins.COSTS, pairs.NAMES),
    kept: ((*kept.COSTS, *kept.SETTLING), keeper.NAMES),
    forms: (forms.COSTS, outline.NAMES),
    starts: ((*starts.COSTS, *(cost for cost, _ in starts.SETTLING)), outline.NAMES),
    moves: (moves.COSTS, belonging.NAMES),
    twice: (twice.COSTS, ()),
}


def judge() -> Network:
    """Return a judge that heeds `a` by 2, `b` by 1, and `c` against."""
    nothing = np.zeros((3, 1))
    return Network(
        ("a", "b", "c"), nothing, np.zeros(1), np.zeros(1), np.array([2.0, 1.0, -1.0]), 0.0
    )


COSTS: tuple[Cost[str], ...] = tuple(
    Cost(f"test.{name}", lambda spot, n=name: {"is": n} if n in spot else None, (name,))
    for name in "bac"
)


def test_what_is_so_weighs_what_the_judge_heeds_it() -> None:
    row = np.ones(3)
    told = weighed(COSTS, "abc", judge(), row)
    assert [(weight, one.code) for weight, one in told] == [
        (1.0, "test.b"),
        (2.0, "test.a"),
        (-1.0, "test.c"),
    ]
    assert [one.code for one in strongest(told)] == ["test.a", "test.b"]
    assert weighed(COSTS, "", judge(), row) == []


def test_two_claims_are_compared_by_what_tells_them_apart() -> None:
    told = weighed(COSTS, "ab", judge(), np.ones(3), np.array([1.0, 0.0, 0.0]))
    assert [(weight, one.code) for weight, one in told] == [(1.0, "test.b"), (0.0, "test.a")]


def test_what_is_claimed_stands_before_what_speaks_for_it() -> None:
    lead = Evidence("test.lead", {"n": 1})
    told = with_costs(lead, weighed(COSTS, "ab", judge(), np.ones(3)))
    assert [one.code for one in told.all] == ["test.lead", "test.a", "test.b"]
    assert told.values == {"n": 1}


def test_where_nothing_speaks_for_a_claim_what_remains_is_told() -> None:
    assert of_costs([(0.0, Evidence("test.a"))], Evidence("test.rest")).code == "test.rest"
    told = of_costs([(1.0, Evidence("test.a")), (2.0, Evidence("test.b"))], Evidence("test.rest"))
    assert [one.code for one in told.all] == ["test.b", "test.a"]


def test_no_more_than_a_few_are_told() -> None:
    assert len(strongest([(1.0, Evidence(str(k))) for k in range(9)])) == 3


@pytest.mark.parametrize("room", EVERY, ids=lambda room: room.__name__.split(".")[-1])
def test_every_cost_has_a_sentence_and_names_features_there_are(room: object) -> None:
    costs, names = EVERY[room]
    for cost in costs:
        assert cost.code in SENTENCES
        assert set(cost.features) <= set(names), cost.code
    codes = [cost.code for cost in costs]
    assert len(codes) == len(set(codes))
