from __future__ import annotations

from dataclasses import replace

import pytest

from brandtool.core.candidate import Part
from brandtool.core.decision import START, Label, Place, Point, Replace, Source
from brandtool.core.document import Document
from brandtool.core.proposal import align, effects_of
from brandtool.core.span import Span
from tests.core.script import claim, end, here

TEXT = "甲乙丙丁\n子丑寅卯\n甲乙丙戊\n甲乙己丁"
PAGE = Document(TEXT)


def said(candidate, **told):
    return effects_of(PAGE, candidate, **told)


COPIES = claim(
    TEXT, "duplicate", ("occurrence", "甲乙丙丁"), ("occurrence", "甲乙丙戊"),
    ("occurrence", "甲乙己丁"), keep=1, scores=(0.9, 1.0, 0.4),
)  # fmt: skip


def drops(effects):
    return [e.span for e in effects if isinstance(e, Replace)]


def test_accepting_copies_drops_all_but_one_and_aligns_them():
    told = said(COPIES)
    assert drops(told) == [Span(0, 4), Span(15, 19)]
    twins = [e for e in told if isinstance(e, Label)]
    assert [t.kind for t in twins] == ["twin", "twin"]
    assert twins[0].value == {"map": [[0, 3, 10]]}
    assert twins[1].anchor == (here(TEXT, "甲乙己丁"),)


def test_another_copy_may_be_chosen_and_a_doubtful_one_left():
    assert drops(said(COPIES, choice=0)) == [Span(10, 14), Span(15, 19)]
    assert drops(said(COPIES, accept=0.5)) == [Span(0, 4)]
    assert said(COPIES, choice=7) == ()
    assert said(replace(COPIES, keep=None)) == ()


def test_copies_in_several_ranges_are_aligned_range_by_range():
    gone, kept = [Source(0, 2), Source(5, 7)], [Source(10, 13), Source(15, 16)]
    text = "甲乙---丙丁---甲乙丙--丁"
    assert align(text, gone, kept) == ((0, 2, 10), (5, 6, 12), (6, 7, 15))
    assert align("甲甲", [Source(0, 0)], [Source(1, 1)]) == ()


def test_a_join_runs_the_right_part_on_behind_the_left():
    join = claim(TEXT, "join", ("left", "甲乙丙丁"), ("right", "甲乙丙戊"))
    piece, after = here(TEXT, "甲乙丙戊"), end(TEXT, "甲乙丙丁")
    assert said(join) == (Place(piece, after, "run_on"),)
    assert said(replace(join, value={"joint": "line"})) == (Place(piece, after, "line"),)
    assert said(replace(join, parts=join.parts[:1])) == ()


@pytest.mark.parametrize(
    ("value", "role"), [(None, "caption"), ("credit", "credit"), ({"role": "advert"}, "advert")]
)
def test_an_interruption_is_set_aside_with_its_role(value, role):
    aside = here(TEXT, "子丑寅卯")
    told = said(claim(TEXT, "interruption", ("aside", "子丑寅卯"), value=value))
    assert told == (Place(aside, None, "aside"), Label("role", (aside,), role))


def test_a_move_takes_its_ranges_along_in_their_order():
    move = claim(TEXT, "move", ("block", ["甲乙丙戊", "甲乙己丁"]), ("after", "甲乙丙丁"))
    assert said(move) == (
        Place(here(TEXT, "甲乙丙戊"), Point("", 4), "paragraph"),
        Place(here(TEXT, "甲乙己丁"), Point("", 14), "paragraph"),
    )
    head = replace(move, value={"joint": "article"}, parts=(move.parts[0], Part("after", ())))
    assert [(e.after, e.joint) for e in said(head)] == [
        (START, "article"),
        (Point("", 14), "paragraph"),
    ]
    assert said(replace(move, parts=move.parts[1:])) == ()


def test_an_article_begins_at_a_block_and_names_its_head():
    head = claim(TEXT, "article", ("start", "子丑寅卯"), ("headline", "子丑寅卯"))
    block = here(TEXT, "子丑寅卯")
    assert said(head) == (Place(block, None, "article"), Label("role", (block,), "headline"))
    first = claim(TEXT, "article", ("start", "甲乙丙丁"))
    assert said(first) == (), "the first article needs no place"
    moved = claim(TEXT, "article", ("start", "甲乙丙丁"), ("after", "子丑寅卯"))
    assert said(moved) == (Place(here(TEXT, "甲乙丙丁"), Point("", 9), "article"),)
    assert said(replace(head, parts=head.parts[1:])) == ()


def test_a_role_names_blocks():
    role = claim(TEXT, "role", ("block", "子丑寅卯"), value="byline")
    label = Label("role", (here(TEXT, "子丑寅卯"),), "byline")
    assert said(role) == said(replace(role, value={"role": "byline"})) == (label,)
    assert said(replace(role, value=3)) == ()
    assert said(replace(role, parts=())) == ()


def test_lines_of_one_heading_stand_under_each_other():
    tie = [4, 5, 0.7]
    role = claim(
        TEXT, "role", ("block", "子丑寅卯"), value={"role": "subhead", "lines": [tie, [9, 10, 0.9]]}
    )
    block = here(TEXT, "子丑寅卯")
    both = (Place(block, Point("", 4), "line"), Label("role", (block,), "subhead"))
    assert said(role) == said(role, accept=0.7) == both
    assert said(role, accept=0.8) == both[1:]
    assert said(replace(role, value={"role": "subhead", "lines": 3})) == both[1:]
    head = claim(
        TEXT, "article", ("start", "甲乙丙丁"), ("byline", "甲乙丙丁"), ("byline", "子丑寅卯"),
        value={"lines": [tie]},
    )  # fmt: skip
    assert [e for e in said(head) if isinstance(e, Place)] == [Place(block, Point("", 4), "line")]


def test_a_move_keeps_the_lines_of_a_heading_together():
    move = claim(
        TEXT, "move", ("block", ["子丑寅卯", "甲乙丙戊"]), ("after", "甲乙己丁"),
        value={"lines": [[9, 10, 0.9]]},
    )  # fmt: skip
    assert said(move) == (
        Place(here(TEXT, "子丑寅卯"), end(TEXT, "甲乙己丁"), "paragraph"),
        Place(here(TEXT, "甲乙丙戊"), Point("", 9), "line"),
    )


def test_a_quote_says_where_its_cue_and_speaker_stand():
    quote = claim(
        TEXT, "quote", ("content", "甲乙丙丁"), ("cue", "子丑寅卯"), value={"kind": "direct"}
    )
    (label,) = said(quote)
    assert (label.kind, label.anchor) == ("quote", (here(TEXT, "甲乙丙丁"),))
    assert label.value["kind"] == "direct"
    assert label.value["cue"][0]["start"] == 5
    assert "mention" not in label.value
    assert said(replace(quote, parts=())) == ()


def test_a_suspect_offers_corrections():
    suspect = claim(TEXT, "suspect", ("text", "己"), value={"suggest": ["丙", "已"]})
    assert said(suspect) == (Replace(Span(17, 18), "丙"),)
    assert said(suspect, choice=1) == (Replace(Span(17, 18), "已"),)
    assert said(suspect, choice=2) == ()
    assert said(replace(suspect, value=["巳"])) == (Replace(Span(17, 18), "巳"),)
    assert said(replace(suspect, value="巳")) == ()
    assert said(replace(suspect, parts=())) == ()


def test_what_only_informs_has_no_effects():
    assert said(claim(TEXT, "same", ("statement", "甲乙丙丁"))) == ()
