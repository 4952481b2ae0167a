from __future__ import annotations

from dataclasses import replace

from brandtool.core.candidate import candidate_id, source_part
from brandtool.core.document import Document
from brandtool.core.span import Span
from tests.core.script import claim

TEXT = "甲乙丙\n丁戊己\n庚辛壬"


def test_an_id_is_what_is_claimed_of_which_words():
    one = claim(TEXT, "duplicate", ("occurrence", "甲乙丙"), ("occurrence", "丁戊己"), keep=0)
    turned = replace(one, parts=one.parts[::-1], keep=1, score=0.1, value="x", detector="d/2")
    assert turned.id == one.id
    assert len(one.id) == 32
    assert replace(one, kind="same").id != one.id
    assert replace(one, text_sha256="0").id != one.id
    assert one.id == candidate_id("duplicate", one.text_sha256, (Span(4, 7), Span(0, 3)))


def test_an_id_leaves_out_what_only_explains_the_claim():
    quote = claim(TEXT, "quote", ("content", "甲乙丙"), ("cue", "丁戊己"))
    assert quote.id == claim(TEXT, "quote", ("content", "甲乙丙"), ("cue", "庚辛壬")).id
    move = claim(TEXT, "move", ("block", "甲乙丙"), ("after", "丁戊己"))
    assert move.id == claim(TEXT, "move", ("block", "甲乙丙"), ("after", "庚辛壬")).id


def test_parts_are_found_by_role_and_know_their_ranges():
    join = claim(TEXT, "join", ("left", "丁戊己"), ("right", "甲乙丙"))
    assert join.part("right") == source_part(Document(TEXT), "right", (0, 3))
    assert join.part("left").spans == (Span(4, 7),)
    assert join.part("cue") is None
    assert join.spans == (Span(0, 3), Span(4, 7))
