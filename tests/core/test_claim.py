from __future__ import annotations

from dataclasses import replace

import pytest

from brandtool.core.candidate import Evidence, Part
from brandtool.core.claim import about, candidate_json, claim_of, read_candidate, settled
from brandtool.core.decision import Label
from tests.core.script import claim, event

TEXT = "零一二三四五六七八九甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def join(left: str, right: str):
    return claim(TEXT, "join", ("left", left), ("right", right))


def copies(*words):
    return claim(TEXT, "duplicate", *(("occurrence", w) for w in words), keep=0)


def test_a_decision_gives_back_the_claim_it_answers():
    said = claim(TEXT, "quote", ("content", ["零一", "三四"]), value={"kind": "direct"})
    assert claim_of(event("e", 1, about(said), cand=said.id)) == said
    assert read_candidate(candidate_json(said)).id == said.id
    assert claim_of(event("e", 1, Label("about"), Label("role", (), {}))) is None


def test_what_speaks_for_a_claim_is_kept_with_it():
    rest = (Evidence("join.open_end"), Evidence("join.end", {"left": "甲"}))
    said = replace(join("零一", "三四"), evidence=Evidence("join.next", {"over": 0}, rest))
    told = candidate_json(said)
    assert told["evidence"] == ["join.next", {"over": 0}]
    assert told["because"] == [["join.open_end", {}], ["join.end", {"left": "甲"}]]
    assert read_candidate(told) == said
    assert [one.code for one in said.evidence.all] == ["join.next", "join.open_end", "join.end"]
    assert "because" not in candidate_json(join("零一", "三四"))


def test_a_claim_is_settled_by_an_answer_to_itself_and_to_none_of_another_kind_or_text():
    one = join("零一", "三四")
    assert settled(one, [replace(one, score=0.1)])
    assert not settled(one, [])
    assert not settled(one, [replace(one, kind="move")])
    assert not settled(one, [replace(one, text_sha256="0")])


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("零一二三", "五六", True),
        ("零一二三四", "五六", False),
        ("零一", "七八", True),
        ("零一", "八九", False),
    ],
)
def test_joins_agree_if_both_ends_lie_within_two_letters(left, right, told):
    assert settled(join(left, right), [join("零一", "五六")]) is told


def test_joins_without_words_agree_with_none():
    bare = replace(join("零一", "三四"), parts=(Part("left", ()), Part("right", ())))
    assert not settled(join("零一", "三四"), [bare])


def test_copies_are_settled_when_each_pair_lies_in_a_pair_answered():
    answered = copies("零一二三四", "甲乙丙丁戊", "子丑寅卯辰")
    assert settled(copies("一二三", "乙丙丁"), [answered])
    assert settled(copies("一二三", "丑寅卯"), [answered])
    assert not settled(copies("一二三", "庚辛壬"), [answered])
    assert not settled(copies("零一", "三四"), [answered]), "both lie in one occurrence"
    assert not settled(
        replace(copies("零一", "三四"), parts=(Part("occurrence", ()),) * 2), [answered]
    )


def test_the_rest_is_settled_from_four_fifths_in_common():
    answered = claim(TEXT, "role", ("block", "零一二三四五六七八九"))
    assert settled(claim(TEXT, "role", ("block", "零一二三四五六七")), [answered])
    assert not settled(claim(TEXT, "role", ("block", "零一二三四五六")), [answered])
    bare = replace(answered, kind="same", parts=(Part("statement", ()),))
    other = replace(claim(TEXT, "same", ("statement", "零一")), parts=(Part("after", ()),) * 2)
    assert settled(other, [bare]), "they have one id"
    assert not settled(claim(TEXT, "same", ("statement", "零一")), [bare])


def test_where_a_block_moves_to_does_not_count_for_what_it_is():
    here = claim(TEXT, "move", ("block", "零一二三四"), ("after", "甲乙丙丁戊己庚辛"))
    there = claim(TEXT, "move", ("block", "零一二三"), ("after", "子丑"))
    assert settled(there, [here])


def test_who_is_meant_does_not_count_for_what_is_quoted():
    here = claim(TEXT, "quote", ("content", "零一二三四"), ("antecedent", "甲乙丙丁戊己庚辛"))
    there = claim(TEXT, "quote", ("content", "零一二三"), ("antecedent", "子丑"))
    assert settled(there, [here])
