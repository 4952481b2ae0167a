"""Articles and editions: the page as it reads."""

from __future__ import annotations

import gc

from brandtool.core.article import propose
from brandtool.core.decision import START, Label, Place, Replace, Source, Typed
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.span import Span
from tests.core.script import claim, event, here, log, place, read

TEXT = (
    "眉题\n标题上\n标题下\n副题\n提要\n本报记者 某某\n某市电\n正文一。\n"
    "小标上\n小标下\n正文二。\n小标三\n图注\n（某）\n"
)
ROLES = {
    "眉题": "kicker",
    "标题上": "headline",
    "标题下": "headline",
    "副题": "deck",
    "提要": "summary",
    "本报记者 某某": "byline",
    "某市电": "dateline",
    "小标上": "subhead",
    "小标下": "subhead",
    "小标三": "subhead",
    "（某）": "signoff",
}


def role(text: str, words: str, name: str) -> Label:
    return Label("role", (here(text, words),), name)


LABELS = [role(TEXT, words, name) for words, name in ROLES.items()]
EDITION = read(TEXT, *LABELS, Place(here(TEXT, "图注"), None, "aside"))


def test_an_article_knows_its_parts_by_their_roles():
    (article,) = EDITION.articles
    assert (article.kicker, article.headline, article.deck) == ("眉题", "标题上 标题下", "副题")
    assert (article.summary, article.byline) == ("提要", "本报记者 某某")
    assert (article.dateline, article.signoff) == ("某市电", "（某）")
    assert article.subheads == ("小标上 小标下", "小标三")
    assert article.title == "标题上 标题下"
    assert [line.text for line in article.of_role("body", "caption")] == [
        "正文一。",
        "正文二。",
        "图注",
    ]
    assert "图注" not in article.text
    assert EDITION.roles[0] == "kicker"


def test_without_a_headline_the_first_line_is_the_title():
    assert read("甲\n乙").articles[0].title == "甲"
    only = read("图", Place(Source(0, 1), None, "aside")).articles[0]
    assert (only.title, only.text, [x.text for x in only.asides]) == ("", "", ["图"])


def test_the_text_of_an_article_and_that_of_the_page_lead_to_each_other():
    text = "题\n\n甲甲\n　　乙乙\n"
    edition = read(text, place(text, "乙乙", "题", "paragraph"))
    (article,) = edition.articles
    assert article.text == "题\n乙乙\n甲甲"
    assert article.spans == (Span(0, 1), Span(8, 10), Span(3, 5))
    assert article.homes(Span(0, 3)) == (Span(0, 1), Span(3, 4))
    assert article.homes(Span(1, 2)) == ()
    assert article.homes(Span(0, 99)) == (Span(0, 1), Span(3, 5), Span(7, 9))
    assert article.anchor(Span(0, 3)) == (Source(0, 1, "题"), Source(8, 9, "乙"))
    assert article.here(Span(3, 5)) == Span(2, 4)
    assert article.here(Span(0, 5)) is None


def test_an_offset_of_the_page_knows_its_article():
    text = "甲\n乙\n丙\n"
    edition = read(
        text, Place(here(text, "乙"), None, "article"), Place(here(text, "丙"), None, "aside")
    )
    at = {c: edition.text.index(c) for c in text.split()}
    found = {c: edition.article_at(home) for c, home in at.items()}
    assert {c: a.index for c, a in found.items()} == {"甲": 1, "乙": 2, "丙": 2}
    assert edition.article_at(len(edition.text)) is None
    assert read("").article_at(0) is None


def test_asides_before_the_first_words_of_an_article_belong_to_it():
    text = "图\n题\n文\n"
    edition = read(
        text, Place(here(text, "图"), None, "aside"), Place(here(text, "题"), None, "article")
    )
    assert [(a.text, [x.text for x in a.asides]) for a in edition.articles] == [("题\n文", ["图"])]


def test_asides_behind_the_last_words_belong_to_the_last_article():
    text = "题\n文\n图\n"
    edition = read(
        text,
        Place(here(text, "图"), None, "article"),
        place(text, "文", "图", "aside"),
        Replace(Span(4, 5), ""),
    )
    assert [(a.text, [x.text for x in a.asides]) for a in edition.articles] == [("题", ["文"])]


def test_a_role_holds_for_the_parts_of_its_block_and_can_differ_there():
    text = "甲乙丙"
    split = place(text, "丙", "甲乙", "paragraph")
    whole = role(text, "甲乙丙", "headline")
    assert [x.role for x in read(text, split, whole).articles[0].lines] == ["headline"] * 2
    part = role(text, "丙", "deck")
    assert [x.role for x in read(text, split, whole, part).articles[0].lines] == [
        "headline",
        "deck",
    ]


def test_typed_lines_are_body_and_labels_that_name_no_role_do_nothing():
    text = "甲\n"
    typed = [
        Replace(Span(0, 0), "题", "after"),
        Place(Typed("e1", 0, 1), START, "paragraph"),
        Label("role", (Typed("e1", 0, 1),), "headline"),
        Label("role", (Source(0, 1),), {"role": "headline"}),
    ]
    assert [x.role for x in read(text, *typed).articles[0].lines] == ["body", "body"]


def test_the_role_of_a_removed_copy_is_carried_to_the_kept_one():
    text = "甲\n甲乙"
    gone = [Replace(Span(2, 4), ""), Label("twin", (Source(2, 4),), {"map": [[2, 3, 0]]})]
    edition = read(text, role(text, "甲乙", "headline"), gone)
    assert edition.articles[0].headline == "甲"
    mine = Label("role", (Source(0, 1),), "deck")
    assert read(text, role(text, "甲乙", "headline"), gone, mine).articles[0].deck == "甲"


def test_what_is_decided_outranks_what_is_proposed():
    text = "甲\n乙\n丙\n"
    document = Document(text)
    move = claim(text, "move", ("block", "丙"), ("after", "甲"), score=0.9)
    other = claim(text, "join", ("left", "乙"), ("right", "丙"), score=0.6)
    head = claim(text, "role", ("block", "甲"), value="headline", score=0.9)
    proposed = propose(document, Ledger(), [move, other, head], 0.5)
    assert proposed.text.split() == ["甲", "丙", "乙"], "the likelier one holds"
    assert [(x.text, x.proposed) for x in proposed.articles[0].lines] == [
        ("甲", True),
        ("丙", True),
        ("乙", False),
    ]
    mine = log(document, place(text, "丙", "乙", "run_on"), role(text, "甲", "deck"))
    decided = propose(document, mine, [move, head], 0.5)
    assert decided.text.split() == ["甲", "乙丙"]
    assert decided.articles[0].deck == "甲"
    kept = Ledger([event("k", 1, verb="keep", cand=move.id, doc=document.uid)])
    assert propose(document, kept, [move], 0.5).text == text
    assert propose(document, Ledger(), [move], 0.95).text == text


def test_a_proposed_role_gives_way_to_a_decided_one_of_the_same_block():
    text = "甲乙\n"
    document = Document(text)
    longer = claim(text, "role", ("block", "甲乙"), value="headline")
    mine = log(document, Label("role", (Source(0, 1),), "deck"))
    assert propose(document, mine, [longer], 0.5).articles[0].deck == "甲乙"


def test_of_two_proposed_roles_the_likelier_holds():
    text = "甲乙\n"
    short = claim(text, "role", ("block", "甲"), value="deck", score=0.9)
    longer = claim(text, "role", ("block", "甲乙"), value="headline", score=0.8)
    for found in ([short, longer], [longer, short]):
        assert propose(Document(text), Ledger(), found, 0.5).articles[0].deck == "甲乙"


def test_a_group_of_copies_may_be_proposed_in_part():
    text = "甲\n乙\n丙\n"
    copies = claim(
        text, "duplicate", *(("occurrence", w) for w in "甲乙丙"), keep=0, scores=(1, 0.9, 0.3)
    )
    edition = propose(Document(text), Ledger(), [copies], 0.5)
    assert edition.text.split() == ["甲", "丙"]


def test_decisions_on_other_pages_and_texts_say_nothing_here():
    here_, there = Document("甲"), Document("乙")
    edition = read("甲")
    assert propose(here_, log(there, Replace(Span(0, 1), "丙")), [], 0.5).text == edition.text


def test_page_facts_come_from_labels():
    label = Label("facts", (), {"paper": "报", "page": 3, "colour": "red"})
    facts = read("甲", label).facts
    assert (facts.paper, facts.page, facts.date) == ("报", "3", "")
    assert read("甲", Label("facts", (), "x")).facts.paper == ""


def test_the_collector_is_left_as_it_was():
    gc.disable()
    try:
        read("甲")
        assert not gc.isenabled()
    finally:
        gc.enable()
    read("甲")
    assert gc.isenabled()
