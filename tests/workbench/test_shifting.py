"""Lifting out and moving: what is not meant stays as it stands."""

from __future__ import annotations

import pytest

from brandtool.core.decision import Place, Point, Replace, Typed
from brandtool.core.span import Span
from tests.core.script import claim, event
from tests.workbench.desk import Desk

PAGE = "甲甲\n乙乙\n丙丙\n丁丁\n"


def lines(desk: Desk) -> list[str]:
    return desk.text.split()


def asides(desk: Desk) -> list[str]:
    return [line.text for article in desk.bench.proposed.articles for line in article.asides]


def undone(desk: Desk, text: str = PAGE) -> None:
    while not desk.bench.undo().nothing:
        pass
    assert desk.text == text


def test_a_paragraph_is_lifted_out_and_stands_behind_its_article():
    desk = Desk(PAGE)
    assert desk.mark("lift_out", "乙乙").action == "interruption.add"
    assert lines(desk) == ["甲甲", "丙丙", "丁丁", "乙乙"]
    assert asides(desk) == ["乙乙"]
    assert desk.bench.proposed.articles[0].asides[0].role == "caption"
    undone(desk)


def test_the_last_paragraph_is_lifted_out():
    desk = Desk(PAGE)
    desk.mark("lift_out", "丁丁")
    assert (lines(desk), asides(desk)) == (["甲甲", "乙乙", "丙丙", "丁丁"], ["丁丁"])


def typed(desk: Desk) -> Desk:
    """Let another desk have typed a headline and placed it behind the second paragraph."""
    doc = desk.bench.document
    common = {"doc": doc.uid, "replica": "other"}
    words = event("typed", 1, Replace(Span(0, 0), "题目", "after"), **common)
    after = Place(Typed("typed", 0, 2), Point("", 5), "paragraph")
    desk.bench.learn([words, event("placed", 2, after, **common)], {"other": "wang"})
    assert lines(desk) == ["甲甲", "乙乙", "题目", "丙丙", "丁丁"]
    return desk


def test_a_typed_paragraph_is_moved_and_begins_an_article():
    desk = typed(Desk(PAGE))
    desk.move("题目", 1)
    assert lines(desk) == ["甲甲", "乙乙", "丙丙", "题目", "丁丁"]
    desk.mark("article", "题目")
    assert [a.text.split() for a in desk.bench.proposed.articles] == [
        ["甲甲", "乙乙", "丙丙"],
        ["题目", "丁丁"],
    ]
    desk.mark("role", "丙丙\n\n题目", "item")
    assert [x.role for x in desk.bench.proposed.articles[1].lines] == ["body", "body"]
    assert desk.mark("lift_out", "题目").notice == "mark.lift_out.nothing"
    desk.bench.edit(desk.at("题目")[1], desk.at("丁丁")[0], "")
    assert desk.bench.proposed.articles[1].text == "题目丁丁"


def test_typed_words_that_were_placed_are_taken_out_whole_and_not_changed():
    desk = typed(Desk(PAGE))
    for words in ("目", "题目\n丙"):
        assert desk.edit(words, "新").notice == "edit.nothing"
    desk.type("乙乙", "新")
    assert desk.mark("delete", "题目").text
    assert lines(desk) == ["甲甲", "乙乙新", "丙丙", "丁丁"]


def test_an_act_that_would_change_words_elsewhere_is_refused():
    desk = Desk(PAGE)
    both = (Replace(Span(0, 0), "一", "after"), Replace(Span(8, 8), "二"))
    desk.bench.learn([event("two", 1, *both, doc=desk.bench.document.uid)], {})
    assert desk.edit("一", "三").notice == "edit.nothing"


def test_several_paragraphs_are_lifted_in_one_act_with_a_role():
    desk = Desk(PAGE)
    desk.mark("lift_out", "甲甲\n乙乙", "credit")
    assert lines(desk) == ["丙丙", "丁丁", "甲甲", "乙乙"]
    assert [x.role for x in desk.bench.proposed.articles[0].asides] == ["credit", "credit"]
    undone(desk)


@pytest.mark.parametrize(
    ("words", "left"),
    [("丙", ["甲乙丁戊"]), ("甲乙", ["丙丁戊"]), ("丁戊", ["甲乙丙"]), ("甲乙丙丁戊", [])],
)
def test_what_stands_around_words_lifted_out_of_a_block_stays_together(words, left):
    desk = Desk("甲乙丙丁戊\n己\n")
    desk.mark("lift_out", words)
    assert lines(desk) == [*left, "己", words]
    undone(desk, "甲乙丙丁戊\n己\n")


def test_corrected_words_are_lifted_out_whole():
    desk = Desk("甲乙丙丁戊\n")
    desk.edit("丙", "三")
    desk.mark("lift_out", "乙三丁")
    assert lines(desk) == ["甲戊", "乙三丁"]


def test_only_typed_words_cannot_be_lifted_out():
    desk = Desk("甲乙\n")
    desk.type("甲", "新")
    assert desk.mark("lift_out", "新").notice == "mark.lift_out.nothing"


def test_a_piece_lifted_out_of_a_joined_paragraph_leaves_it_joined():
    desk = Desk(PAGE)
    desk.mark("run_on", "甲甲\n乙乙\n丙丙")
    desk.mark("lift_out", "乙乙")
    assert lines(desk) == ["甲甲丙丙", "丁丁", "乙乙"]
    desk.mark("lift_out", "甲甲")
    assert lines(desk) == ["丙丙", "丁丁", "甲甲", "乙乙"]
    undone(desk)


def test_what_ran_on_from_lifted_words_begins_the_paragraph():
    desk = Desk("甲乙\n丙\n丁\n")
    desk.mark("run_on", "甲乙")
    desk.mark("lift_out", "乙")
    assert lines(desk) == ["甲丙", "丁", "乙"]
    undone(desk, "甲乙\n丙\n丁\n")


def test_a_lifted_headline_leaves_its_article_beginning_behind_it():
    desk = Desk(PAGE)
    desk.mark("article", "丙丙")
    desk.mark("lift_out", "丙丙")
    assert [a.text for a in desk.bench.proposed.articles] == ["甲甲\n乙乙", "丁丁"]
    assert asides(desk) == ["丙丙"]


def test_a_second_headline_line_is_not_lifted_with_the_first():
    line = claim(PAGE, "join", ("left", "甲甲"), ("right", "乙乙"), value={"joint": "line"})
    desk = Desk(PAGE, line)
    desk.answer("accept", line)
    desk.mark("lift_out", "甲甲")
    assert (lines(desk), asides(desk)) == (["乙乙", "丙丙", "丁丁", "甲甲"], ["甲甲"])


def test_of_blocks_moved_together_only_the_marked_one_is_lifted():
    block = claim(PAGE, "move", ("block", "丙丙\n丁丁"), ("after", "甲甲"))
    desk = Desk(PAGE, block)
    desk.answer("accept", block)
    assert lines(desk) == ["甲甲", "丙丙", "丁丁", "乙乙"]
    desk.mark("lift_out", "丙丙")
    assert lines(desk) == ["甲甲", "丁丁", "乙乙", "丙丙"]
    desk.bench.undo()
    start, _ = desk.at("丙丙")
    desk.bench.mark("lift_out", start, start + 1)
    assert lines(desk) == ["甲甲", "丙", "丁丁", "乙乙", "丙"]


def test_an_aside_is_not_lifted_again():
    desk = Desk(PAGE)
    desk.mark("lift_out", "乙乙")
    assert desk.mark("lift_out", "乙乙").notice == "mark.lift_out.nothing"


def test_a_paragraph_moves_up_and_down_and_back():
    desk = Desk(PAGE)
    desk.move("丙丙", -1)
    assert lines(desk) == ["甲甲", "丙丙", "乙乙", "丁丁"]
    desk.move("丙丙", -1)
    assert lines(desk) == ["丙丙", "甲甲", "乙乙", "丁丁"]
    assert desk.move("丙丙", -1).notice == "move.nothing"
    for expected in (["甲甲", "丙丙"], ["甲甲", "乙乙", "丙丙"]):
        assert desk.move("丙丙", 1).order
        assert lines(desk)[: len(expected)] == expected
    assert desk.move("丁丁", 1).notice == "move.nothing"
    assert Desk("").bench.move(0, 1).notice == "move.nothing"
    undone(desk)


def test_moving_takes_a_joined_paragraph_whole_and_leaves_the_others():
    desk = Desk(PAGE)
    desk.mark("run_on", "甲甲")
    desk.move("甲甲乙乙", 1)
    assert lines(desk) == ["丙丙", "甲甲乙乙", "丁丁"]
    desk.move("丙丙", 1)
    assert lines(desk) == ["甲甲乙乙", "丙丙", "丁丁"]
    undone(desk)


def test_what_was_placed_behind_a_paragraph_stays_when_it_moves():
    desk = Desk(PAGE)
    desk.move("甲甲", 1)
    desk.move("丁丁", -1)
    desk.move("丁丁", -1)
    assert lines(desk) == ["乙乙", "丁丁", "甲甲", "丙丙"]
    desk.move("乙乙", 1)
    assert lines(desk) == ["丁丁", "乙乙", "甲甲", "丙丙"]
    undone(desk)


def test_the_order_of_followers_outlives_a_later_move_of_one():
    desk = Desk(PAGE)
    for words in ("丙丙", "丁丁", "乙乙"):
        desk.move(words, 1)
    assert lines(desk) == ["甲甲", "丙丙", "乙乙", "丁丁"]
    desk.bench.edit(desk.at("甲甲")[1], desk.at("丙丙")[0], "")
    assert lines(desk) == ["甲甲丙丙", "乙乙", "丁丁"]
    undone(desk)


def test_of_blocks_moved_together_only_the_one_at_the_caret_moves_on():
    block = claim(PAGE, "move", ("block", "丙丙\n丁丁"), ("after", "甲甲"))
    desk = Desk(PAGE, block)
    desk.answer("accept", block)
    desk.move("丙丙", 1)
    assert lines(desk) == ["甲甲", "丁丁", "丙丙", "乙乙"]
    desk.bench.undo()
    desk.move("丁丁", -1)
    assert lines(desk) == ["甲甲", "丁丁", "丙丙", "乙乙"]


def test_an_article_head_does_not_move():
    desk = Desk(PAGE)
    desk.mark("article", "丙丙")
    assert desk.move("丙丙", 1).notice == "move.nothing"


def test_the_lines_of_a_heading_move_together_and_stay_one():
    desk = Desk(PAGE)
    desk.mark("role", "乙乙\n丙丙", "subhead")
    desk.move("丙丙", 1)
    assert lines(desk) == ["甲甲", "丁丁", "乙乙", "丙丙"]
    assert desk.bench.decided.articles[0].subheads == ("乙乙 丙丙",)
    desk.move("丁丁", 1)
    assert lines(desk) == ["甲甲", "乙乙", "丙丙", "丁丁"]
    desk.move("甲甲", 1)
    assert lines(desk) == ["乙乙", "丙丙", "甲甲", "丁丁"]
    assert desk.bench.decided.articles[0].subheads == ("乙乙 丙丙",)
    undone(desk)


def test_an_article_begins_at_the_first_line_of_a_heading():
    desk = Desk(PAGE)
    desk.mark("role", "乙乙\n丙丙", "headline")
    desk.mark("article", "丙丙")
    told = [[one.text for one in a.lines] for a in desk.bench.decided.articles]
    assert told == [["甲甲"], ["乙乙", "丙丙", "丁丁"]]


def test_accepting_two_lines_of_a_subhead_is_one_step():
    first = claim(PAGE, "role", ("block", "乙乙"), value="subhead")
    value = {"role": "subhead", "lines": [[5, 6, 0.8]]}
    second = claim(PAGE, "role", ("block", "丙丙"), value=value)
    desk = Desk(PAGE, first, second)
    desk.answer("accept", first, second)
    assert desk.bench.decided.articles[0].subheads == ("乙乙 丙丙",)
    assert desk.bench.decided.table.pieces[2].joint == "line"
    assert desk.reopened().bench.decided.articles[0].subheads == ("乙乙 丙丙",)
    desk.bench.undo()
    assert desk.bench.decided.table.pieces[2].joint is None
