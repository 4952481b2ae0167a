"""Changes of wording: what holds where they overlap, what sleeps, what a copy takes over."""

from __future__ import annotations

import pytest

from brandtool.core.decision import Label, Replace, Source
from brandtool.core.span import Span
from tests.core.script import drop, fix, here, read

TEXT = "甲乙丙丁\n戊己庚辛"


def ins(at: int, words: str, bind: str = "before") -> Replace:
    return Replace(Span(at, at), words, bind)


def names(standings) -> list[str]:
    return [standing.event for standing in standings]


def test_words_are_fixed_dropped_and_inserted():
    assert read(TEXT, fix(TEXT, "乙丙", "二三三")).text == "甲二三三丁\n戊己庚辛"
    assert read(TEXT, drop(TEXT, "甲乙丙丁")).text == "戊己庚辛"
    assert read(TEXT, ins(2, "又"), ins(2, "再")).text == "甲乙又再丙丁\n戊己庚辛"
    assert read(TEXT, fix(TEXT, "丁\n戊", "新")).text == "甲乙丙新\n己庚辛"
    assert read(TEXT, fix(TEXT, "\n戊己", "新")).text == "甲乙丙丁\n新庚辛"
    assert read("\n甲乙", fix("\n甲乙", "\n甲", "新")).text == "\n新乙"


def test_inserted_words_travel_with_the_neighbour_they_are_bound_to():
    assert read(TEXT, ins(4, "。")).text == "甲乙丙丁。\n戊己庚辛"
    assert read(TEXT, ins(5, "题", "after")).text == "甲乙丙丁\n题戊己庚辛"
    assert read(TEXT, ins(9, "。")).text == "甲乙丙丁\n戊己庚辛。"
    assert read(TEXT, ins(9, "。", "after")).text == "甲乙丙丁\n戊己庚辛。"
    assert read(TEXT, ins(0, "题")).text == "题甲乙丙丁\n戊己庚辛"


def test_of_overlapping_changes_the_longest_holds_and_the_other_is_reported():
    edition = read(TEXT, fix(TEXT, "乙丙丁", "长"), fix(TEXT, "甲乙", "短"))
    assert edition.text == "甲长\n戊己庚辛"
    assert names(edition.table.dropped) == ["e2"]


def test_an_insertion_in_words_whose_change_lost_holds():
    edition = read(TEXT, fix(TEXT, "丁\n戊己庚", "长"), fix(TEXT, "甲乙丙丁", "短"), ins(2, "又"))
    assert edition.text == "甲乙又丙长\n辛"


def test_of_equally_long_changes_the_latest_holds():
    edition = read(TEXT, fix(TEXT, "甲乙", "先"), fix(TEXT, "乙丙", "后"))
    assert edition.text == "甲后丁\n戊己庚辛"
    assert names(edition.table.dropped) == ["e1"]


def test_equal_changes_agree():
    edition = read(TEXT, fix(TEXT, "甲", "假"), fix(TEXT, "甲", "假"))
    assert (edition.text, edition.table.dropped) == ("假乙丙丁\n戊己庚辛", ())


def test_changes_inside_removed_words_sleep_and_wake_with_them():
    gone, fixed = drop(TEXT, "甲乙丙丁"), fix(TEXT, "乙丙", "二三")
    edition = read(TEXT, fixed, gone, ins(2, "又"))
    assert edition.text == "戊己庚辛"
    assert sorted(names(edition.table.wording.asleep)) == ["e1", "e3"]
    assert edition.table.dropped == ()
    assert read(TEXT, fixed).text == "甲二三丁\n戊己庚辛"


def test_an_insertion_at_the_edge_of_removed_words_goes_with_its_neighbour():
    edge = read(TEXT, drop(TEXT, "丙丁"), ins(2, "前"), ins(4, "后"))
    assert edge.text == "甲乙前后\n戊己庚辛"
    assert (
        read(TEXT, drop(TEXT, "甲乙丙丁"), ins(4, "后"), ins(0, "前", "after")).text == "戊己庚辛"
    )


@pytest.mark.parametrize(
    "bad", [Replace(Span(2, 2), ""), Replace(Span(4, 99), "x"), Replace(Span(3, 2), "x")]
)
def test_what_does_not_fit_the_text_does_nothing(bad):
    assert read(TEXT, bad).text == TEXT


COPIES = "甲乙丙丁\n甲乙丙丁"


def copied(*runs, kept: str = "map"):
    gone = Source(5, 9)
    return (Replace(gone.span, ""), Label("twin", (gone,), {kept: [list(run) for run in runs]}))


WHOLE = copied((5, 9, 0))


def test_edits_of_a_removed_copy_are_carried_to_the_one_that_stays():
    assert read(COPIES, Replace(Span(6, 7), "二"), WHOLE).text == "甲二丙丁"
    assert read(COPIES, ins(7, "又"), WHOLE).text == "甲乙又丙丁"
    assert read(COPIES, ins(5, "题", "after"), WHOLE).text == "题甲乙丙丁"
    assert read(COPIES, ins(9, "。"), WHOLE).text == "甲乙丙丁。"


def test_a_carried_insertion_leaves_the_blanks_it_was_typed_before():
    text = " 甲。乙"
    gone = Label("twin", (Source(0, 1),), {"map": [[0, 1, 2]]})
    edition = read(text, [ins(0, "新", "after"), Replace(Span(0, 2), ""), gone])
    assert edition.text.split() == ["新。乙"]


def test_nothing_is_carried_where_something_was_decided_or_the_words_differ():
    mine = Replace(Span(1, 2), "贰")
    assert read(COPIES, Replace(Span(6, 7), "二"), WHOLE, mine).text == "甲贰丙丁"
    assert read(COPIES, ins(7, "又"), WHOLE, mine).text == "甲贰丙丁"
    assert read(COPIES, Replace(Span(6, 7), "二"), copied((5, 9, 1))).text == "甲乙丙丁"
    assert read(COPIES, Replace(Span(6, 7), "二"), copied((5, 6, 0))).text == "甲乙丙丁"
    assert read(COPIES, ins(7, "又"), copied((5, 6, 0))).text == "甲乙丙丁"


@pytest.mark.parametrize("told", [None, {"map": "x"}, {"map": [[5, 4, 0], [5], "x", [0, 3, 5]]}])
def test_an_alignment_that_does_not_fit_is_left_out(told):
    edition = read(COPIES, [Label("twin", (here(COPIES, "\n"),), told)])
    assert edition.table.twins.runs == ()
    assert edition.table.twins.offset(6) is None
    assert edition.table.twins.span(Span(5, 7)) is None
