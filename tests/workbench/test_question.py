"""Questions: what is asked, in which order, and how it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brandtool.core.candidate import KINDS, Part
from brandtool.core.decision import Label, Replace
from brandtool.core.span import Span
from brandtool.workbench.question import INFORMATION, Question, is_sure, words_of
from tests.core.script import claim, event, read
from tests.workbench.desk import Desk

PAGE = "甲甲\n乙乙\n\n乙乙。\n丙丙\n乙乙，丁\n"


def copies(*words: str, **told):
    return claim(PAGE, "duplicate", *(("occurrence", w) for w in words), keep=0, **told)


JOIN = claim(PAGE, "join", ("left", "甲甲"), ("right", "丙丙"))
ASIDE = claim(PAGE, "interruption", ("aside", "丙丙"))
QUOTE = claim(PAGE, "quote", ("content", ["甲甲", "丙丙"]), value={"kind": "direct"})


def test_questions_go_by_kind_as_asked_then_by_place():
    role = claim(PAGE, "role", ("block", "丙丙"), value="item")
    first = claim(PAGE, "role", ("block", "甲甲"), value="item")
    odd = claim(PAGE, "odd", ("block", "甲甲"))
    desk = Desk(PAGE, odd, QUOTE, role, JOIN, first, ASIDE)
    kinds = [q.kind for q in desk.bench.questions]
    assert kinds == ["interruption", "join", "role", "role", "quote", "odd"]
    assert [q.id for q in desk.bench.questions if q.kind == "role"] == [first.id, role.id]
    assert KINDS.index("interruption") < KINDS.index("join")


def test_a_question_knows_where_it_stands():
    asked = claim(PAGE, "suspect", ("text", "丁"))
    desk = Desk(PAGE, asked)
    desk.mark("article", "丙丙")
    question = desk.bench.question(asked.id)
    assert (question.article, question.paragraph, question.line) == (2, 2, 6)
    assert desk.text[question.home] == "丁"
    desk.mark("delete", "乙乙，丁")
    assert desk.bench.question(asked.id) is None, "it lies in removed text"
    blank = Desk("\n甲", claim("\n甲", "suspect", ("text", "\n")))
    assert blank.bench.questions[0].article == 0
    bare = replace(asked, parts=())
    assert Question("x", bare).is_open
    desk = Desk(PAGE, bare)
    nowhere = desk.bench.questions[0]
    assert (nowhere.article, nowhere.paragraph, nowhere.line, nowhere.home) == (0, 0, 1, None)


def test_information_is_shown_and_never_open():
    same = claim(PAGE, "same", ("statement", "甲甲"), ("statement", "丙丙"))
    desk = Desk(PAGE, same)
    assert "same" in INFORMATION
    assert [q.is_open for q in desk.bench.questions] == [False]
    assert desk.bench.open_count == 0


def test_a_very_doubtful_claim_is_open_and_nobody_waits_for_its_answer():
    asked = claim(PAGE, "suspect", ("text", "丁"))
    doubtful = Question("x", replace(asked, score=0.2))
    assert doubtful.is_open and doubtful.faint and not doubtful.waits
    assert Question("x", replace(asked, score=0.4)).waits
    assert replace(doubtful, state="deferred").waits
    assert not replace(doubtful, state="kept").waits


def test_what_an_answer_settles_is_not_asked():
    near = claim(PAGE, "join", ("left", "甲甲\n乙"), ("right", "丙丙"))
    desk = Desk(PAGE, JOIN)
    desk.answer("keep", JOIN)
    desk.bench.take(desk.bench.revision, [JOIN, near])
    assert [(q.id, q.state) for q in desk.bench.questions] == [(JOIN.id, "kept")]
    assert desk.reopened().bench.questions == desk.bench.questions


def test_copies_are_asked_while_two_of_them_stand():
    three = copies("甲甲", "丙丙", "乙乙，丁")
    desk = Desk(PAGE, replace(three, keep=None))
    desk.mark("delete", "丙丙")
    assert [q.id for q in desk.bench.questions] == [three.id]
    desk.mark("delete", "甲甲")
    assert desk.bench.questions == ()
    desk.bench.undo()
    assert [q.id for q in desk.bench.questions] == [three.id]


def test_the_copy_that_stays_is_the_one_shown():
    desk = Desk(PAGE, replace(copies("甲甲", "丙丙"), keep=1, score=0.1))
    assert desk.bench.questions[0].line == 5


@pytest.mark.parametrize(
    ("candidate", "sure"),
    [
        (claim("甲\n\n甲\n乙", "duplicate", score=0.1), False),
        (replace(JOIN, score=0.9), True),
        (replace(JOIN, score=0.89), False),
        (replace(ASIDE, score=1.0), False),
    ],
)
def test_what_is_nearly_certain_may_be_answered_in_a_batch(candidate, sure):
    assert is_sure(read(PAGE), candidate) is sure


def occurrences(*spans: tuple[int, int]):
    from brandtool.core.candidate import source_part
    from brandtool.core.document import Document

    document = Document(PAGE)
    parts = tuple(source_part(document, "occurrence", span) for span in spans)
    return replace(copies("甲甲", "丙丙"), parts=parts)


def test_copies_equal_to_the_letter_beside_each_other_are_sure():
    assert is_sure(read(PAGE), occurrences((3, 5), (7, 9)))
    assert not is_sure(read(PAGE), occurrences((3, 5), (7, 10)))
    assert not is_sure(read(PAGE), occurrences((7, 9), (14, 16)))


def test_a_decided_quote_that_lost_a_part_is_reopened():
    desk = Desk(PAGE, QUOTE)
    desk.answer("accept", QUOTE)
    assert desk.state(QUOTE) == "accepted"
    desk.mark("delete", "丙丙")
    assert desk.state(QUOTE) == "reopened"
    assert desk.bench.question(QUOTE.id).is_open
    desk.bench.undo()
    assert desk.state(QUOTE) == "accepted"
    desk.edit("丙丙", "丙")
    assert desk.state(QUOTE) == "accepted", "a corrected letter is no lost part"


def test_an_answer_that_lost_to_another_is_overridden():
    suspect = claim(PAGE, "suspect", ("text", "丁"), value=["订"])
    desk = Desk(PAGE, suspect)
    desk.answer("accept", suspect)
    longer = event(
        "longer", 99, Replace(Span(16, 18), "二三"), doc=desk.bench.document.uid, replica="other"
    )
    desk.bench.learn([longer], {"other": "wang"})
    assert desk.state(suspect) == "overridden"
    assert not desk.bench.question(suspect.id).is_open


def test_words_never_to_be_asked_again_are_read_from_decisions():
    told = event(
        "e", 1, Label("word", (), {"kind": "suspect", "text": "丁"}), Label("word", (), "x"),
        Replace(Span(0, 1), ""), Label("flag"),
    )  # fmt: skip
    assert words_of([told]) == {("suspect", "丁")}
    bare = claim(PAGE, "suspect", ("text", "丁"))
    desk = Desk(PAGE, bare, replace(bare, parts=(Part("text", ()),)))
    desk.bench.label("word", {"kind": "suspect", "text": "丁"}, project=True)
    assert [q.candidate.spans for q in desk.bench.questions] == [()]


def test_a_quote_is_listed_by_its_words_and_not_by_who_is_meant():
    later = claim(PAGE, "quote", ("content", "乙乙，丁"), ("antecedent", "甲甲"), value={})
    first = claim(PAGE, "quote", ("content", "丙丙"), value={})
    bare = claim(PAGE, "quote", ("mention", "丁"), value={})
    desk = Desk(PAGE, bare, later, first)
    assert [q.id for q in desk.bench.questions] == [first.id, later.id, bare.id]
