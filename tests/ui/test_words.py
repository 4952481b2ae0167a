"""Sentences of evidence: what is claimed, then what speaks for it, in the reader's language."""

from __future__ import annotations

import pytest

from brandtool.core.candidate import Evidence
from brandtool.ui import words
from brandtool.ui.sentences import EVIDENCE, FORMER

SEAM = Evidence(
    "join.next",
    {"left": "而智能", "right": "制造", "over": 0},
    (Evidence("join.open_end"), Evidence("join.end", {"left": "而智能"})),
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "Continues “…而智能┊制造…” in the next line; no mark ends the words before it; "
            "a paragraph hardly ever ends with “而智能”.",
        ),
        ("zh", "接上文“…而智能┊制造…”，就在下一行；前段没有句末标点；很少有段落以“而智能”结尾。"),
    ],
)
def test_evidence_is_one_sentence_of_its_costs(make, language, told):
    make(language)
    assert words.evidence(SEAM) == told


def test_an_unknown_code_shows_itself_among_known_ones(make):
    make()
    told = words.evidence(Evidence("form.top", {}, (Evidence("later.kind", {"a": 1}),)))
    assert told == "Stands at the top of the page; later.kind (a: 1)."


def test_claims_of_older_projects_are_still_told(make):
    make()
    assert not EVIDENCE.keys() & FORMER.keys()
    assert words.evidence(Evidence("role.item")) == "Begins as an item of a list."


def test_the_costs_of_a_claim_stand_below_what_is_claimed(make):
    make()
    assert words.reasons(SEAM) == (
        "Continues “…而智能┊制造…” in the next line.",
        "No mark ends the words before it",
        "A paragraph hardly ever ends with “而智能”",
    )
