"""Quotes: what is decided or claimed of words, and the words they have now."""

from __future__ import annotations

from brandtool.core.article import propose
from brandtool.core.decision import Label, Replace, Source, Typed
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.quote import proposed_quotes
from brandtool.core.span import Span
from tests.core.script import anchor, claim, drop, fix, here, log, place, read

TEXT = "甲说，乙乙丙丙。\n图\n丁丁戊戊\n乙乙丙丙"


def quoted(*words: str, **value) -> Label:
    return Label("quote", anchor(TEXT, words), {"kind": "direct", **value})


SPLIT = quoted("丙。", "丁丁", speaker="甲", posts=["局长", "教授"], alternatives="戊", cue="x")
ASIDE = place(TEXT, "图", None, "aside")
JOIN = place(TEXT, "丁丁戊戊", "甲说，乙乙丙丙。", "run_on")


def test_a_quote_is_its_pieces_in_order():
    (quote,) = read(TEXT, ASIDE, JOIN, SPLIT).quotes
    assert (quote.text, quote.state, quote.speaker) == ("丙。丁丁", "accepted", "甲")
    assert (quote.posts, quote.alternatives, quote.cue) == (("局长", "教授"), (), ())
    assert quote.id == "6-8;11-13"


def test_a_quote_has_the_words_that_replaced_its_own():
    (quote,) = read(TEXT, ASIDE, JOIN, SPLIT, fix(TEXT, "丁丁", "叮"), drop(TEXT, "。")).quotes
    assert (quote.text, quote.broken) == ("丙叮", False)


def test_a_quote_that_lost_a_part_is_reopened():
    (quote,) = read(TEXT, ASIDE, JOIN, SPLIT, drop(TEXT, "丁丁戊戊")).quotes
    assert (quote.text, quote.state) == ("丙。", "reopened")


def test_a_quote_whose_words_are_all_gone_stands_last_in_no_article():
    first, gone = quoted("乙乙丙丙。"), quoted("甲说")
    edition = read(TEXT, first, gone, drop(TEXT, "甲说，"))
    assert [(q.text, q.article, q.broken) for q in edition.quotes] == [
        ("乙乙丙丙。", 1, False),
        ("", 0, True),
    ]


def test_a_quote_whose_pieces_stand_in_another_order_or_far_apart_is_reopened():
    (quote,) = read(TEXT, SPLIT, place(TEXT, "丁丁戊戊", "乙乙丙丙。\n图", "paragraph")).quotes
    assert not quote.broken
    (quote,) = read(TEXT, quoted("丁丁", "丙。")).quotes
    assert quote.state == "reopened"
    far = "甲" + "一" * 90 + "乙"
    (quote,) = read(far, Label("quote", anchor(far, ["甲", "乙"]), {"kind": "mixed"})).quotes
    assert quote.state == "reopened"


def twin(start: int, end: int, kept: int) -> Label:
    return Label("twin", (Source(start, end),), {"map": [[start, end, kept]]})


def test_a_quote_in_a_removed_copy_is_carried_to_the_copy_that_stays():
    text = "甲乙丙\n甲乙丙。"
    quote = Label("quote", (Source(5, 7, "乙丙"),), {"kind": "direct"})
    gone = [fix(text, "甲乙丙。", ""), twin(4, 7, 0)]
    (carried,) = read(text, quote, gone).quotes
    assert (carried.text, carried.state) == ("乙丙", "accepted")
    assert carried.content == (Source(1, 3, "乙丙"),)
    assert carried.id == "5-7", "it is still the one that was decided"


def test_a_quote_in_a_removed_copy_without_all_of_its_twin_is_reopened():
    text = "甲乙丙\n甲乙丙。"
    quote = Label("quote", (Source(5, 7, "乙丙"),), {"kind": "direct"})
    gone = fix(text, "甲乙丙。", "")
    assert [q.state for q in read(text, quote, [gone, twin(4, 6, 0)]).quotes] == ["reopened"]
    both = [gone, twin(4, 7, 0), Replace(Span(0, 3), "")]
    assert [q.state for q in read(text, quote, both).quotes] == ["reopened"]
    typed = Label("quote", (Typed("nobody", 0, 1),), {"kind": "direct"})
    assert [q.state for q in read(text, typed).quotes] == ["reopened"]


def test_what_is_no_speech_is_no_quote():
    assert read(TEXT, Label("quote", (), None)).quotes == ()
    assert read(TEXT, Label("quote", (), {"kind": "direct"})).quotes[0].state == "reopened"
    none = Label("quote", (here(TEXT, "图"),), {"kind": "none"})
    assert read(TEXT, none).quotes == ()


def test_an_open_claim_is_a_quote_of_the_proposed_edition():
    document = Document(TEXT)
    said = claim(TEXT, "quote", ("content", "丁丁"), ("cue", "甲说"), value={"kind": "indirect"})
    bare = claim(TEXT, "quote", ("cue", "甲说"))
    (quote,) = propose(document, Ledger(), [said, bare], 0.5).quotes
    assert (quote.id, quote.kind, quote.state) == (said.id, "indirect", "open")
    assert quote.cue == anchor(TEXT, "甲说")
    assert proposed_quotes(read(TEXT).table, [bare]) == ()
    assert propose(document, Ledger(), [said], 0.95).quotes == ()
    gone = log(document, drop(TEXT, "丁丁"))
    assert propose(document, gone, [said], 0.5).quotes == ()
