"""The map between the source and the text, there and back."""

from __future__ import annotations

from brandtool.core.decision import Label, Place, Point, Replace, Source, Typed
from brandtool.core.pieces import Segment
from brandtool.core.span import Span
from tests.core.script import drop, fix, here, place, read

TEXT = "甲乙丙\n丁戊己\n庚辛"
EDITION = read(
    TEXT,
    fix(TEXT, "乙", "二二"),
    place(TEXT, "庚辛", "甲乙丙", "run_on"),
    place(TEXT, "戊", START := Point("", 0), "paragraph"),
)
TABLE = EDITION.table


def test_the_text_and_where_it_comes_from():
    assert TABLE.text == "戊\n\n甲二二丙庚辛\n丁\n\n己"
    assert TABLE.segments[0] == Segment(0, 1, "", 5)
    assert TABLE.to_source(0) == Point("", 5)
    assert TABLE.to_source(1) is None, "the separator is ours"
    assert TABLE.to_source(4) == Point("e1", 0)
    assert TABLE.to_source(-1) is None
    assert TABLE.to_source(99) is None


def test_where_the_source_stands_in_the_text():
    assert TABLE.to_text("", 5) == 0
    assert TABLE.to_text("e1", 1) == 5
    assert TABLE.to_text("", 1) is None, "that was replaced"
    assert TABLE.to_text("nobody", 0) is None


def test_a_range_of_the_text_as_an_anchor():
    found = TABLE.anchor(Span(3, 8))
    assert found == (
        Source(0, 1, "甲"),
        Typed("e1", 0, 2, "二二"),
        Source(2, 3, "丙"),
        Source(8, 9, "庚"),
    )
    assert TABLE.source_spans(Span(3, 8)) == (Span(0, 3), Span(8, 9))
    assert TABLE.locate(found) == (Span(3, 8),)


def test_a_range_over_a_separator_of_ours_leaves_it_out():
    assert TABLE.anchor(Span(0, 4)) == (Source(5, 6, "戊"), Source(0, 1, "甲"))
    assert TABLE.source_spans(Span(0, 4)) == (Span(5, 6), Span(0, 1))


def test_runs_that_touch_in_the_source_are_one_part():
    table = read(TEXT, place(TEXT, "乙丙", "甲", "run_on")).table
    assert table.anchor(Span(0, 3)) == (Source(0, 3, "甲乙丙"),)
    table = read(TEXT, place(TEXT, "乙丙", "甲", "paragraph")).table
    assert table.text.startswith("甲\n\n乙丙\n")
    assert table.anchor(Span(0, 5)) == (Source(0, 3, "甲乙丙"),)


def test_a_replaced_range_is_found_where_its_replacement_stands():
    assert TABLE.locate((Source(1, 2),)) == (Span(4, 6),)
    assert TABLE.locate((Source(0, 3),)) == (Span(3, 7),)
    assert TABLE.locate((Source(1, 1),)) == ()


def test_removed_words_are_found_nowhere():
    table = read(TEXT, drop(TEXT, "乙"), fix(TEXT, "丁戊", "四")).table
    assert table.locate((Source(0, 3),)) == (Span(0, 2),)
    assert table.locate((Source(1, 2),)) == ()
    assert table.source_spans(Span(0, 4)) == (Span(0, 1), Span(2, 6))


def test_only_the_words_that_stand_for_a_range_are_found_for_it():
    table = read(
        TEXT, [fix(TEXT, "甲", "一"), fix(TEXT, "己", "六"), Replace(Span(9, 9), "末")]
    ).table
    assert table.text == "一乙丙\n丁戊六\n庚末辛"
    assert table.locate((Source(0, 1),)) == (Span(0, 1),)
    assert table.locate((Source(6, 7),)) == (Span(6, 7),)


def test_inserted_words_alone_come_from_no_source_range():
    table = read(TEXT, Replace(Span(1, 1), "插")).table
    assert table.source_spans(Span(0, 3)) == (Span(0, 2),)
    assert table.anchor(Span(1, 2)) == (Typed("e1", 0, 1, "插"),)


def test_a_replacement_over_a_seam_is_one_range():
    table = read(TEXT, fix(TEXT, "丙\n丁", "三四"), Label("x", (here(TEXT, "甲"),))).table
    assert table.source_spans(Span(0, 4)) == (Span(0, 5),)


def test_a_piece_knows_what_begins_with_it():
    joint = place(TEXT, "庚辛", "甲乙丙", "run_on")
    pieces = read(TEXT, joint).table.pieces
    assert [piece.place for piece in pieces] == [None, joint, None]
    assert isinstance(pieces[1].place, Place)


def test_an_empty_range_holds_nothing():
    assert TABLE.between(Span(2, 2)) == []
    assert TABLE.between(Span(4, 4)) == []


def test_a_replacement_of_which_a_part_stands_elsewhere_is_one_range():
    middle = Place(Typed("e1", 1, 2), Point("", 10), "paragraph")
    table = read(TEXT, fix(TEXT, "乙", "一二三"), middle).table
    assert table.text == "甲一三丙\n丁戊己\n庚辛\n\n二"
    assert table.source_spans(Span(1, 3)) == (Span(1, 2),)
