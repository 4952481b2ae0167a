"""What the editor marks by hand: a page, a mark on its words, the text that follows."""

from __future__ import annotations

import pytest

from brandtool.core.decision import Label, Place, Point, Replace, Typed
from brandtool.core.span import Span
from tests.core.script import claim, event
from tests.workbench.desk import Desk

PAGE = "甲甲\n乙乙\n丙丙\n丁丁\n"


def lines(desk: Desk) -> list[str]:
    return desk.text.split()


def undone(desk: Desk, text: str = PAGE) -> None:
    while not desk.bench.undo().nothing:
        pass
    assert desk.text == text


def texts(desk: Desk) -> list[list[str]]:
    return [[line.text for line in article.lines] for article in desk.bench.proposed.articles]


def test_words_are_deleted_and_paragraphs_stay_apart():
    desk = Desk(PAGE)
    assert desk.mark("delete", "甲\n乙").action == "delete.add"
    assert lines(desk) == ["甲", "乙", "丙丙", "丁丁"]
    desk.mark("delete", "丙丙")
    assert lines(desk) == ["甲", "乙", "丁丁"]
    undone(desk)


def test_what_is_deleted_inside_a_paragraph_leaves_it_whole():
    desk = Desk(PAGE)
    desk.mark("run_on", "甲甲\n乙乙\n丙丙")
    assert lines(desk) == ["甲甲乙乙丙丙", "丁丁"]
    desk.mark("delete", "乙乙")
    assert lines(desk) == ["甲甲丙丙", "丁丁"]
    undone(desk)


def test_deleting_typed_words_takes_them_back():
    desk = Desk(PAGE)
    desk.type("甲甲", "新")
    desk.mark("delete", "新")
    assert desk.text == PAGE
    assert desk.bench.effective[-1].effects == ()


@pytest.mark.parametrize("kind", ["delete", "quote", "printed", "role", "lift_out"])
def test_a_mark_on_nothing_is_refused(kind):
    desk = Desk(PAGE)
    assert desk.bench.mark(kind, 2, 3, "x" if kind != "quote" else None).notice
    assert desk.bench.mark(kind, 0, 0, "x").notice == f"mark.{kind}.nothing"
    assert desk.saved == []


def test_an_unknown_mark_is_refused():
    assert Desk(PAGE).bench.mark("dance", 0, 2).notice == "mark.dance.nothing"


def test_a_recognition_error_is_corrected_and_a_printed_one_is_noted():
    desk = Desk(PAGE)
    desk.mark("correct", "乙乙", "二")
    assert lines(desk) == ["甲甲", "二", "丙丙", "丁丁"]
    desk.mark("printed", "丙丙", "柄")
    assert "丙丙" in desk.text
    (label,) = desk.bench.decided.labels["printed"]
    assert (label.value, label.anchor[0].text) == ({"text": "柄"}, "丙丙")
    assert desk.mark("correct", "甲甲").notice == "mark.correct.nothing"
    assert desk.mark("correct", "甲甲", "甲甲").notice == "mark.correct.nothing"
    assert desk.mark("printed", "甲甲").notice == "mark.printed.nothing"


def test_a_quote_over_two_source_pieces_is_one():
    desk = Desk(PAGE)
    desk.mark("lift_out", "乙乙")
    desk.mark("run_on", "甲甲")
    cue = list(desk.at("丁丁"))
    told = {"kind": "indirect", "speaker": "某人", "cue": cue, "mention": None}
    change = desk.mark("quote", "甲丙丙", told)
    assert (change.quotes, change.speakers, change.text) == (True, True, False)
    (quote,) = desk.bench.decided.quotes
    assert (quote.text, quote.kind, quote.speaker, quote.article) == (
        "甲丙丙",
        "indirect",
        "某人",
        1,
    )
    assert [(part.start, part.end) for part in quote.content] == [(1, 2), (6, 8)]
    assert [part.text for part in quote.cue] == ["丁丁"]


def test_words_are_said_to_be_no_speech_but_nothing_unknown():
    desk = Desk(PAGE)
    desk.mark("quote", "甲甲", {"kind": "none"})
    assert desk.bench.decided.quotes == ()
    assert len(desk.bench.decided.labels["quote"]) == 1
    desk.mark("quote", "乙乙")
    assert [(q.kind, q.speaker) for q in desk.bench.decided.quotes] == [("direct", None)]
    assert desk.mark("quote", "甲甲", {"kind": "song"}).notice == "mark.quote.nothing"


def test_roles_are_named_line_by_line():
    desk = Desk(PAGE)
    desk.mark("role", "甲甲\n乙", "headline")
    article = desk.bench.proposed.articles[0]
    assert [line.role for line in article.lines] == ["headline", "headline", "body", "body"]
    desk.mark("role", "乙乙", "byline")
    article = desk.bench.proposed.articles[0]
    assert (article.headline, article.byline) == ("甲甲", "乙乙")
    assert desk.bench.decided.conflicts == ()
    desk.bench.undo()
    assert desk.bench.proposed.articles[0].headline == "甲甲 乙乙"
    assert desk.mark("role", "甲甲").notice == "mark.role.nothing"


def test_the_role_of_a_part_of_a_split_block_is_its_own():
    desk = Desk("甲乙丙\n丁\n")
    desk.mark("role", "甲乙丙", "headline")
    desk.caret("split", "甲")
    roles = lambda: [x.role for x in desk.bench.decided.articles[0].lines]  # noqa: E731
    assert roles() == ["headline", "headline", "body"]
    desk.mark("role", "甲", "kicker")
    assert roles() == ["kicker", "headline", "body"]
    desk.mark("role", "甲\n\n乙丙", "deck")
    assert roles() == ["deck", "deck", "body"]
    desk.bench.undo()
    desk.mark("role", "乙丙", "byline")
    assert roles() == ["kicker", "byline", "body"]


def test_a_role_marked_over_two_lines_of_one_answer_replaces_both():
    head = claim(
        PAGE, "article", ("start", "乙乙"), ("headline", "乙乙"), ("deck", "丙丙"),
    )  # fmt: skip
    desk = Desk(PAGE, head)
    desk.answer("accept", head)
    desk.mark("role", "乙乙\n丙丙", "body")
    assert [x.role for x in desk.bench.decided.articles[1].lines] == ["body"] * 3
    assert texts(desk) == [["甲甲"], ["乙乙", "丙丙", "丁丁"]]
    assert desk.bench.decided.conflicts == ()
    desk.bench.undo()
    assert [x.role for x in desk.bench.decided.articles[1].lines] == ["headline", "deck", "body"]


def test_an_article_boundary_is_set_and_removed():
    desk = Desk(PAGE)
    assert desk.mark("article", "丙丙").order
    assert texts(desk) == [["甲甲", "乙乙"], ["丙丙", "丁丁"]]
    assert desk.caret("article", "丙丙").action == "article.remove"
    assert [act.label for act in desk.bench.history] == ["article.add", "article.remove"]
    assert desk.bench.undo().action == desk.bench.redo().action == "article.remove"
    assert texts(desk) == [["甲甲", "乙乙", "丙丙", "丁丁"]]
    assert desk.mark("article", "甲甲").notice == "mark.article.nothing"
    desk.mark("lift_out", "丁丁")
    assert desk.mark("article", "丁丁").notice == "mark.article.nothing"
    undone(desk)


def test_a_boundary_is_set_at_the_line_and_not_inside_it():
    desk = Desk(PAGE)
    desk.mark("run_on", "乙乙")
    desk.mark("article", "丙丙")
    assert texts(desk) == [["甲甲"], ["乙乙丙丙", "丁丁"]]


def test_a_boundary_keeps_a_moved_paragraph_where_it_was_moved():
    desk = Desk(PAGE)
    desk.move("丁丁", -1)
    desk.mark("article", "丁丁")
    assert texts(desk) == [["甲甲", "乙乙"], ["丁丁", "丙丙"]]
    desk.mark("article", "丁丁")
    assert lines(desk) == ["甲甲", "乙乙", "丁丁", "丙丙"]
    undone(desk)


def test_a_block_is_split_at_the_caret():
    desk = Desk("甲乙丙\n丁\n")
    assert desk.caret("split", "甲").action == "split.add"
    assert lines(desk) == ["甲", "乙丙", "丁"]
    desk.caret("split", "乙")
    assert lines(desk) == ["甲", "乙", "丙", "丁"]
    assert desk.caret("split", "丙").notice == "mark.split.nothing"
    undone(desk, "甲乙丙\n丁\n")


def test_typed_words_are_split_by_a_line_end_typed_there():
    desk = Desk("甲乙\n丙\n")
    desk.type("甲", "新文")
    desk.caret("split", "新")
    assert lines(desk) == ["甲新", "文乙", "丙"]
    desk.bench.undo()
    assert lines(desk) == ["甲新文乙", "丙"]
    undone(desk, "甲乙\n丙\n")


def test_a_piece_that_was_moved_is_split_behind_what_was_typed_before_it():
    desk = Desk("甲\n乙乙\n")
    desk.bench.edit(0, 0, "新")
    desk.move("新甲", 1)
    desk.caret("split", "新")
    assert lines(desk) == ["乙乙", "新", "甲"]


def test_words_that_were_typed_and_placed_are_not_split():
    desk = Desk("甲\n乙\n")
    common = {"doc": desk.bench.document.uid, "replica": "other"}
    words = event("typed", 1, Replace(Span(0, 0), "题目", "after"), **common)
    after = Place(Typed("typed", 0, 2), Point("", 3), "paragraph")
    desk.bench.learn([words, event("placed", 2, after, **common)], {"other": "wang"})
    assert desk.caret("split", "题").notice == "mark.split.nothing"


def test_the_next_paragraph_runs_on():
    desk = Desk(PAGE)
    assert desk.caret("run_on", "甲甲").action == "join.add"
    assert lines(desk) == ["甲甲乙乙", "丙丙", "丁丁"]
    desk.mark("run_on", "甲甲乙乙\n丙丙\n丁丁")
    assert lines(desk) == ["甲甲乙乙丙丙丁丁"]
    assert desk.caret("run_on", "丁丁").notice == "mark.run_on.nothing"
    undone(desk)


def test_only_quotes_and_what_hold_a_mapping_are_amended():
    from brandtool.workbench.marks import with_value

    label = Label("quote", (), {"kind": "direct", "speaker": None})
    assert with_value(label, {"speaker": "某"}).value == {"kind": "direct", "speaker": "某"}
    drop = Replace((0, 1), "")
    assert with_value(drop, {"speaker": "某"}) is drop


def heads(desk: Desk) -> tuple[str, ...]:
    return desk.bench.decided.articles[0].subheads


def test_lines_marked_together_are_one_subhead_in_one_step():
    desk = Desk(PAGE)
    desk.mark("role", "乙乙\n丙丙", "subhead")
    assert heads(desk) == ("乙乙 丙丙",)
    assert desk.text == PAGE
    assert [p.joint for p in desk.bench.decided.table.pieces] == [None, None, "line", None]
    assert len({decision.action for decision in desk.saved}) == 1
    desk.mark("role", "丙丙", "body")
    assert heads(desk) == ("乙乙",)
    desk.bench.undo()
    assert heads(desk) == ("乙乙 丙丙",)
    desk.bench.undo()
    assert heads(desk) == ()
    assert desk.bench.decided.table.pieces[2].joint is None


def test_lines_of_the_text_marked_together_stay_paragraphs():
    desk = Desk(PAGE)
    desk.mark("role", "乙乙\n丙丙", "item")
    assert {p.joint for p in desk.bench.decided.table.pieces} == {None}


def test_part_of_a_line_is_no_line_of_a_heading():
    desk = Desk(PAGE)
    desk.bench.mark("split", 7, 7)
    assert lines(desk) == ["甲甲", "乙乙", "丙", "丙", "丁丁"]
    desk.bench.mark("role", 3, 7, "subhead")
    assert {p.joint for p in desk.bench.decided.table.pieces} == {None, "paragraph"}
