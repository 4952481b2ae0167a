"""What the editor types: a page, a change to its clean text, the text that follows."""

from __future__ import annotations

import pytest

from brandtool.core.decision import Replace
from brandtool.core.span import Span
from tests.core.script import claim
from tests.workbench.desk import Desk

PAGE = "甲乙丙。\n丁戊己。\n庚辛壬。\n"


def undone(desk: Desk, text: str = PAGE) -> None:
    """Take everything back, one act a step, and find the page as it was."""
    while not desk.bench.undo().nothing:
        pass
    assert desk.text == text


@pytest.mark.parametrize(
    ("start", "end", "words", "text"),
    [
        (1, 2, "二", "甲二丙。\n丁戊己。\n庚辛壬。\n"),
        (1, 1, "又", "甲又乙丙。\n丁戊己。\n庚辛壬。\n"),
        (1, 2, "", "甲丙。\n丁戊己。\n庚辛壬。\n"),
        (0, 0, "首", "首甲乙丙。\n丁戊己。\n庚辛壬。\n"),
        (14, 14, "末", "甲乙丙。\n丁戊己。\n庚辛壬。末\n"),
        (4, 4, "末", "甲乙丙。末\n丁戊己。\n庚辛壬。\n"),
        (5, 5, "首", "甲乙丙。\n首丁戊己。\n庚辛壬。\n"),
        (2, 3, "三\n四", "甲乙三\n四。\n丁戊己。\n庚辛壬。\n"),
        (3, 5, "", "甲乙丙丁戊己。\n庚辛壬。\n"),
        (4, 5, "", "甲乙丙。丁戊己。\n庚辛壬。\n"),
        (4, 5, ",", "甲乙丙。,丁戊己。\n庚辛壬。\n"),
        (2, 12, "新", "甲乙新壬。\n"),
        (0, 5, "", "丁戊己。\n庚辛壬。\n"),
        (1, 5, "二\n", "甲二\n丁戊己。\n庚辛壬。\n"),
        (4, 9, "\n新", "甲乙丙。\n新\n庚辛壬。\n"),
        (2, 12, "新\n文", "甲乙新\n文壬。\n"),
    ],
)
def test_a_change_shows_where_it_was_made_and_nowhere_else(start, end, words, text):
    desk = Desk(PAGE)
    change = desk.bench.edit(start, end, words)
    assert (change.action, change.place, change.text) == ("correct.add", start, True)
    assert desk.text == desk.decided == text
    assert desk.reopened().text == text
    undone(desk)
    desk.bench.redo()
    assert desk.text == text


@pytest.mark.parametrize(("start", "end", "words"), [(1, 2, "乙"), (1, 1, ""), (4, 5, "\n\n")])
def test_nothing_typed_is_nothing_done(start, end, words):
    desk = Desk(PAGE)
    assert desk.bench.edit(start, end, words).notice == "edit.nothing"
    assert desk.saved == []


def test_words_typed_where_no_line_stands_are_refused():
    desk = Desk("甲\n")
    desk.mark("delete", "甲")
    assert desk.bench.edit(0, 0, "新").notice == "edit.nothing"
    assert Desk("").bench.edit(0, 0, "新").notice == "edit.nothing"


def test_words_typed_in_a_gap_make_a_line_of_their_own():
    desk = Desk("甲\n\n乙\n\n")
    desk.bench.edit(2, 2, "丙")
    assert desk.text.split() == ["甲", "丙", "乙"]
    desk.bench.edit(len(desk.text), len(desk.text), "丁")
    assert desk.text.split() == ["甲", "丙", "乙", "丁"]
    first = Desk("\n\n甲")
    first.bench.edit(1, 1, "题")
    assert first.text.split() == ["题", "甲"]


def test_typing_on_keeps_one_insertion():
    desk = Desk(PAGE)
    desk.type("乙", "一")
    desk.type("一", "二")
    desk.edit("一二", "三")
    desk.edit("三", "三四五")
    desk.edit("四", "")
    assert desk.text == "甲乙三五丙。\n丁戊己。\n庚辛壬。\n"
    assert [d.effects for d in desk.bench.effective] == [(Replace(Span(2, 2), "三五"),)]
    desk.edit("三五", "")
    assert desk.text == PAGE
    undone(desk)


def test_a_change_over_inserted_words_takes_them_along():
    desk = Desk(PAGE)
    desk.type("乙", "一二")
    desk.edit("甲乙一", "新")
    assert desk.text == "新二丙。\n丁戊己。\n庚辛壬。\n"
    desk.bench.undo()
    assert desk.text == "甲乙一二丙。\n丁戊己。\n庚辛壬。\n"
    undone(desk)


def test_of_two_insertions_only_the_one_touched_is_changed():
    desk = Desk(PAGE)
    desk.type("甲", "一")
    desk.type("戊", "二")
    desk.edit("二", "三")
    assert desk.text == "甲一乙丙。\n丁戊三己。\n庚辛壬。\n"


def test_a_change_over_two_insertions_stands_where_the_first_was():
    desk = Desk("甲\n乙\n")
    desk.bench.edit(0, 0, "一")
    desk.type("乙", "二三")
    desk.mark("lift_out", "一甲")
    desk.edit("三\n\n一甲", "新文")
    assert desk.text.split() == ["乙二新文"]


def test_a_fix_is_changed_again():
    desk = Desk(PAGE)
    desk.edit("乙丙", "二三")
    desk.edit("三。", "叁！")
    assert desk.text == "甲二叁！\n丁戊己。\n庚辛壬。\n"
    assert len(desk.bench.effective) == 1
    undone(desk)


def test_a_change_from_inserted_words_into_the_next_paragraph_stays_in_the_first():
    desk = Desk(PAGE)
    desk.type("甲乙丙。", "新\n文")
    desk.edit("\n文\n丁戊", "")
    assert desk.text == "甲乙丙。新己。\n庚辛壬。\n"


def test_inserted_words_outlive_the_neighbour_they_were_typed_at():
    desk = Desk(PAGE)
    desk.type("甲乙丙。", "新")
    desk.edit("甲乙丙。", "")
    assert desk.text == "新\n丁戊己。\n庚辛壬。\n"


JOINED = "甲乙\n图\n丙丁\n"


def test_a_change_across_a_seam_of_two_pieces_stays_in_one_paragraph():
    desk = Desk(JOINED)
    desk.mark("lift_out", "图")
    desk.mark("run_on", "甲乙")
    assert desk.text.split() == ["甲乙丙丁", "图"]
    desk.edit("乙丙", "新")
    assert desk.text.split() == ["甲新丁", "图"]
    desk.edit("甲新", "")
    assert desk.text.split() == ["丁", "图"]
    undone(desk, JOINED)


def test_a_whole_piece_goes_and_its_paragraph_stays_together():
    text = "甲\n乙\n丙\n"
    desk = Desk(text)
    desk.mark("run_on", "甲\n乙")
    desk.mark("run_on", "甲乙\n丙")
    assert desk.text == "甲乙丙\n"
    desk.edit("乙", "")
    assert desk.text == "甲丙\n"
    undone(desk, text)


def test_a_caption_and_the_running_text_stay_apart():
    text = "甲\n图\n题\n"
    desk = Desk(text)
    desk.mark("article", "题")
    desk.mark("lift_out", "图")
    for left, right in (("甲", "图"), ("图", "题")):
        start, end = desk.at(left)[1], desk.at(right)[0]
        assert desk.bench.edit(start, end, "").notice == "edit.nothing"


def test_what_was_placed_together_stays_so_when_its_first_line_runs_on():
    text = "甲\n乙\n丙\n丁\n戊\n"
    block = claim(text, "move", ("block", "丙\n丁"), ("after", "甲"))
    desk = Desk(text, block)
    desk.answer("accept", block)
    assert desk.text.split() == ["甲", "丙", "丁", "乙", "戊"]
    desk.bench.edit(desk.at("甲")[1], desk.at("丙")[0], "")
    assert desk.text.split() == ["甲丙", "丁", "乙", "戊"]
    assert desk.state(block) == "amended"
    undone(desk, "甲\n\n丙\n丁\n乙\n戊\n")


def test_lines_of_captions_are_joined_and_those_placed_with_them_stay_captions():
    text = "甲\n图一\n图二\n图三\n乙\n"
    rest = claim(text, "interruption", ("aside", "图二\n图三"), value="caption")
    desk = Desk(text, rest)
    desk.answer("accept", rest)
    desk.mark("lift_out", "图一")
    assert desk.text.split() == ["甲", "乙", "图一", "图二", "图三"]
    desk.bench.edit(desk.at("图一")[1], desk.at("图二")[0], "")
    assert desk.text.split() == ["甲", "乙", "图一图二", "图三"]
    assert [x.text for x in desk.bench.proposed.articles[0].asides] == ["图一图二", "图三"]
