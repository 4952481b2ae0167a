"""Filters: facets combine, and their counts always sum to the list without them."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from brandtool.ui.models.filters import EVERY, FACETS, Filter, counts
from brandtool.ui.models.question import QuestionRow

ROWS = [
    QuestionRow(
        id=f"{n}", kind=kind, state=state, article=n % 3, paragraph=1, line=n, start=n,
        score=0.5 + n / 40, sure=n % 2 == 0, text=f"words {n}", speaker="张三" if n % 4 else "",
    )
    for n, (kind, state) in enumerate(
        itertools.product(("join", "quote", "suspect"), ("open", "kept", "accepted", "deferred"))
    )
]  # fmt: skip


@pytest.mark.parametrize("facet", FACETS)
def test_counts_of_a_facet_sum_to_the_list_without_it(facet):
    for chosen in (
        Filter(),
        Filter().choose("kind", "join"),
        Filter((("state", "open"),), "words 1"),
    ):
        told = counts(ROWS, chosen, facet)
        assert told.total() == sum(chosen.keeps(row, without=facet) for row in ROWS)
        for value, number in told.items():
            narrowed = chosen.choose(facet, value)
            assert sum(narrowed.keeps(row) for row in ROWS) == number


INFORMATION = replace(ROWS[0], id="note", kind="same", asked=False)
DOUBTFUL = replace(ROWS[0], id="doubt", score=0.2, faint=True)


def test_information_is_listed_under_its_own_kind_only():
    rows = [*ROWS, INFORMATION]
    assert INFORMATION not in [row for row in rows if Filter().keeps(row)]
    assert [row for row in rows if Filter().choose("kind", "same").keeps(row)] == [INFORMATION]
    assert counts(rows, Filter(), "kind")["same"] == 1
    assert counts(rows, Filter(), "state").total() == len(ROWS)


def test_what_is_very_doubtful_is_listed_on_wish_only_and_once_it_is_answered():
    rows = [*ROWS, DOUBTFUL]
    every = Filter().choose("certainty", EVERY)
    assert not Filter().keeps(DOUBTFUL)
    assert not Filter().choose("certainty", "2").keeps(DOUBTFUL)
    assert every.keeps(DOUBTFUL)
    assert Filter().keeps(replace(DOUBTFUL, state="kept", faint=False))
    assert counts(rows, Filter(), "certainty")[EVERY] == len(rows)
    assert EVERY not in counts(ROWS, Filter(), "certainty")


def test_facets_combine_and_are_widened_again():
    chosen = Filter().choose("kind", "join").choose("state", "open")
    assert [row.id for row in ROWS if chosen.keeps(row)] == ["0"]
    assert chosen.choose("kind", None).value("kind") is None
    assert sum(chosen.choose("kind", None).keeps(row) for row in ROWS) == 3


def test_words_are_found_in_text_and_speaker_whatever_the_case():
    assert [row.id for row in ROWS if Filter(words="WORDS 11").keeps(row)] == ["11"]
    assert Filter(words="张三").keeps(ROWS[1])
    assert not Filter(words="张三").keeps(ROWS[0])


def test_a_filter_is_kept_and_read_back_and_nonsense_is_no_filter():
    chosen = Filter((("kind", "join"), ("state", "open")), "words")
    assert Filter.read(chosen.told()) == chosen
    for nonsense in (None, 3, {"chosen": 4}, {"chosen": [["colour", "red"], "x"]}):
        assert Filter.read(nonsense) == Filter()
