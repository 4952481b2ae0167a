"""Order and joints: a source, where its pieces are placed, how it reads."""

from __future__ import annotations

import pytest

from brandtool.core.decision import START, Label, Place, Point, Replace, Source, Typed
from brandtool.core.span import Span
from tests.core.script import drop, end, here, place, read

TEXT = "甲。\n乙。\n丙。\n丁。\n"


def lines(edition) -> list[str]:
    return edition.text.split()


@pytest.mark.parametrize("text", ["", "\n", " \n甲", "甲", "甲\n\n　　乙 \n", "\n\n甲\r乙\n \n"])
def test_without_decisions_the_text_is_the_source(text):
    assert read(text).text == text
    assert len(read(text).articles) == bool(text.strip())


def test_a_placed_piece_stands_behind_the_one_it_follows():
    assert lines(read(TEXT, place(TEXT, "甲。", "丙。", "paragraph"))) == [
        "乙。",
        "丙。",
        "甲。",
        "丁。",
    ]
    assert lines(read(TEXT, place(TEXT, "丙。", START, "paragraph"))) == [
        "丙。",
        "甲。",
        "乙。",
        "丁。",
    ]


def test_the_latest_placed_stands_nearest():
    moves = [place(TEXT, words, "丁。", "paragraph") for words in ("甲。", "乙。")]
    assert lines(read(TEXT, *moves)) == ["丙。", "丁。", "乙。", "甲。"]
    assert lines(read(TEXT, *moves[::-1])) == ["丙。", "丁。", "甲。", "乙。"]
    starts = [place(TEXT, words, START, "paragraph") for words in ("丙。", "丁。")]
    assert lines(read(TEXT, *starts)) == ["丁。", "丙。", "甲。", "乙。"]


def test_followers_go_with_the_piece_they_follow():
    one = place(TEXT, "丁。", "乙。", "paragraph")
    other = place(TEXT, "乙。", START, "paragraph")
    assert lines(read(TEXT, one, other)) == ["乙。", "丁。", "甲。", "丙。"]


def test_a_run_of_blocks_goes_together_less_what_is_placed_apart():
    run = Place(Source(0, 8, ""), end(TEXT, "丁。"), "paragraph")
    assert lines(read(TEXT, run)) == ["丁。", "甲。", "乙。", "丙。"]
    apart = place(TEXT, "乙。", START, "paragraph")
    assert lines(read(TEXT, run, apart)) == ["乙。", "丁。", "甲。", "丙。"]


def test_a_part_of_a_block_is_split_off():
    text = "甲乙丙\n丁"
    assert read(text, place(text, "乙丙", "甲", "paragraph")).text == "甲\n\n乙丙\n丁"
    assert read(text, place(text, "乙", "丁", "run_on")).text == "甲\n\n丙\n丁乙"


def test_on_a_cycle_the_earliest_place_is_dropped_and_reported():
    one, other = place(TEXT, "甲。", "乙。", "paragraph"), place(TEXT, "乙。", "甲。", "paragraph")
    edition = read(TEXT, one, other)
    assert [s.event for s in edition.table.dropped] == ["e1"]
    assert edition.text == "甲。\n\n乙。\n丙。\n丁。\n"
    three = [
        place(TEXT, "乙。", "丙。", "paragraph"),
        place(TEXT, "丙。", "丁。", "aside"),
        place(TEXT, "丁。", "乙。", "paragraph"),
    ]
    edition = read(TEXT, *three)
    assert [s.event for s in edition.table.dropped] == ["e1"]
    assert lines(edition) == ["甲。", "乙。", "丁。", "丙。"]


def test_a_dropped_aside_is_in_the_running_text():
    loop = [place(TEXT, "甲。", "乙。", "aside"), place(TEXT, "乙。", "甲。", "paragraph")]
    assert [p.aside for p in read(TEXT, *loop).table.pieces] == [False] * 4


def test_a_piece_that_follows_itself_stays_where_it_is():
    edition = read(TEXT, place(TEXT, "乙。", "乙。", "run_on"))
    assert edition.text == TEXT
    assert [s.event for s in edition.table.dropped] == ["e1"]


def test_a_sentence_runs_on_only_behind_what_it_follows():
    join = place(TEXT, "丙。", "甲。", "run_on")
    edition = read(TEXT, join)
    assert edition.text == "甲。丙。\n乙。\n丁。\n"
    stranger = place(TEXT, "丁。", "甲。", "paragraph")
    edition = read(TEXT, join, stranger)
    assert edition.text == "甲。\n\n丁。\n\n丙。\n乙。\n"
    assert [p.unmet for p in edition.table.pieces] == [False, False, True, False]


def test_it_runs_on_past_what_was_removed_or_set_aside():
    join = place(TEXT, "丙。", "甲。", "run_on")
    between = place(TEXT, "乙。", "甲。", "aside")
    assert read(TEXT, join, between).text.startswith("甲。丙。")
    assert (
        read(TEXT, place(TEXT, "丙。", "乙。", "run_on"), drop(TEXT, "乙。")).text
        == "甲。\n\n丙。\n丁。\n"
    )


def test_it_runs_on_a_copy_of_what_it_follows():
    text = "前甲\n别\n后甲\n丙"
    join = place(text, "丙", "后甲", "run_on")
    twin = Label("twin", (here(text, "后甲"),), {"map": [[6, 7, 1]]})
    gone = [drop(text, "后甲"), twin]
    moved = place(text, "后甲", "前甲", "paragraph")
    assert read(text, join, moved, gone).text == "前甲丙\n别"
    assert read(text, join, moved, gone[:1]).text == "前甲\n\n丙\n别"


def test_an_article_is_split_and_merged_by_joints():
    split = Place(here(TEXT, "丙。"), None, "article")
    edition = read(TEXT, split)
    assert [a.text for a in edition.articles] == ["甲。\n乙。", "丙。\n丁。"]
    assert [a.key for a in edition.articles] == [Point("", 0), Point("", 6)]
    merged = read(TEXT, split, Place(here(TEXT, "丙。"), None, "paragraph"))
    assert [a.text for a in merged.articles] == ["甲。\n乙。\n丙。\n丁。"]


def test_asides_stand_behind_the_running_text_of_their_article():
    split = Place(here(TEXT, "丁。"), None, "article")
    edition = read(TEXT, split, Place(here(TEXT, "甲。"), None, "aside"))
    assert lines(edition) == ["乙。", "丙。", "甲。", "丁。"]
    first = edition.articles[0]
    assert ([x.text for x in first.lines], [x.text for x in first.asides]) == (
        ["乙。", "丙。"],
        ["甲。"],
    )


def test_lines_that_follow_an_aside_belong_to_it():
    caption = Place(here(TEXT, "乙。"), None, "aside")
    for joint, text in (
        ("line", "甲。\n丁。\n\n乙。\n丙。\n"),
        ("run_on", "甲。\n丁。\n\n乙。丙。\n"),
    ):
        assert read(TEXT, caption, place(TEXT, "丙。", "乙。", joint)).text == text
    edition = read(TEXT, caption, place(TEXT, "丙。", "乙。", "paragraph"))
    assert [p.aside for p in edition.table.pieces if p.start == 6] == [False]


def test_only_the_joint_is_stated_where_no_place_is_named():
    assert (
        read(TEXT, Place(here(TEXT, "乙。"), None, "paragraph")).text
        == "甲。\n\n乙。\n丙。\n丁。\n"
    )
    assert read(TEXT, Place(here(TEXT, "乙。"), None, "line")).text == TEXT
    assert read(TEXT, Place(here(TEXT, "乙。"), None, "run_on")).text == "甲。乙。\n丙。\n丁。\n"


def test_leading_blanks_stay_at_the_front_and_trailing_ones_at_the_end():
    text = "\n\n甲。\n乙。\n\n"
    assert read(text, place(text, "乙。", "甲。", "run_on")).text == "\n\n甲。乙。\n\n"
    assert read(text, drop(text, "乙。")).text == "\n\n甲。\n\n"


def test_blanks_at_the_end_of_a_place_mean_the_words_before_them():
    assert (
        read(TEXT, Place(Source(0, 3), Point("", 6), "paragraph")).text
        == "乙。\n\n甲。\n丙。\n丁。\n"
    )


@pytest.mark.parametrize(
    "bad",
    [
        Place(Source(3, 3), None, "article"),
        Place(Source(3, 99), None, "article"),
        Place(Source(0, 2), Point("", 99), "paragraph"),
        Place(Source(0, 2), Point("nobody", 1), "paragraph"),
        Place(Typed("nobody", 0, 1), START, "paragraph"),
        Place(Source(2, 3), Point("", 9), "paragraph"),
    ],
)
def test_a_place_of_words_that_are_not_there_is_reported(bad):
    edition = read(TEXT, bad)
    assert edition.text == TEXT
    assert [s.effect for s in edition.table.dropped] == [bad]


HEAD = Replace(Span(0, 0), "大标题新闻", "after")


def test_a_typed_headline_is_placed_labelled_and_quoted():
    title, kicker = Typed("e1", 0, 3), Typed("e1", 3, 5)
    edition = read(
        TEXT,
        HEAD,
        Place(title, Point("", 6), "article"),
        Place(kicker, Point("e1", 3), "line"),
        Label("quote", (title,), {"kind": "direct", "speaker": "某人"}),
    )
    assert edition.text == "甲。\n乙。\n\n大标题\n新闻\n丙。\n丁。\n"
    assert [a.key for a in edition.articles] == [Point("", 0), Point("e1", 0)]
    assert [(q.text, q.speaker, q.article) for q in edition.quotes] == [("大标题", "某人", 2)]


def test_what_of_the_typed_words_is_not_placed_stays_where_it_was_typed():
    edition = read(TEXT, HEAD, Place(Typed("e1", 1, 3), end(TEXT, "丁。"), "paragraph"))
    assert edition.text == "大新闻甲。\n乙。\n丙。\n丁。\n\n标题\n"


def test_typed_words_placed_together_stay_so_unless_one_is_placed_apart():
    together = Place(Typed("e1", 0, 5), end(TEXT, "丁。"), "paragraph")
    joined = Place(Typed("e1", 1, 2), Point("e1", 1), "run_on")
    assert read(TEXT, HEAD, together, joined).text.endswith("丁。\n\n大标题新闻\n")
    apart = Place(Typed("e1", 1, 2), START, "paragraph")
    edition = read(TEXT, HEAD, together, apart)
    assert edition.text == "标\n\n甲。\n乙。\n丙。\n丁。\n\n大\n\n题新闻\n"


def test_typed_words_of_a_dropped_place_stay_where_they_were_typed():
    loop = Place(Typed("e1", 0, 2), Point("e1", 2), "paragraph")
    edition = read(TEXT, HEAD, loop)
    assert edition.text == "大标题新闻" + TEXT
    assert [s.event for s in edition.table.dropped] == ["e2"]


def test_what_follows_the_words_of_a_dropped_place_leaves_a_later_place_of_its_piece():
    loop = Place(Typed("e1", 0, 2), Point("e1", 2), "paragraph")
    astray = Place(here(TEXT, "乙。"), Point("e1", 2), "paragraph")
    later = Place(Source(2, 5), Point("", 8), "paragraph")
    edition = read(TEXT, HEAD, loop, astray, later)
    assert lines(edition) == ["大标题新闻甲。", "丙。", "乙。", "丁。"]
    assert [s.event for s in edition.table.dropped] == ["e2", "e3"]


def test_a_sentence_does_not_run_on_behind_typed_words_it_does_not_follow():
    title = Place(Typed("e1", 0, 5), Point("", 2), "paragraph")
    join = place(TEXT, "丙。", "甲。", "run_on")
    assert lines(read(TEXT, HEAD, join, title)) == ["甲。", "大标题新闻", "丙。", "乙。", "丁。"]


def test_what_follows_typed_words_that_stand_nowhere_is_reported():
    edition = read(TEXT, HEAD, Place(here(TEXT, "乙。"), Point("e1", 3), "run_on"))
    assert lines(edition) == ["大标题新闻甲。", "乙。", "丙。", "丁。"]
    assert [s.event for s in edition.table.dropped] == ["e2"]


def test_typed_words_keep_their_place():
    bad = Place(Typed("e1", 0, 3), None, "paragraph")
    assert [s.effect for s in read(TEXT, HEAD, bad).table.dropped] == [bad]


def test_a_removed_caption_leaves_nothing():
    caption = Place(here(TEXT, "乙。"), None, "aside")
    assert read(TEXT, caption, drop(TEXT, "乙。")).text == "甲。\n丙。\n丁。\n"
