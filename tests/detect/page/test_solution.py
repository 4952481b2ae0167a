"""The solution of a page holds together, on pages of our own."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandtool.core.article import propose
from brandtool.core.candidate import Candidate, View
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.detect.page import PageDetector, detect
from brandtool.detect.page.evidence import SENTENCES, sentence
from tests.pages.generate import build, pages

HEAD = "老码头整修工程开工\n本报记者 周小棠\n"
BODY = (
    "临江市昨天开始整修城南的老码头，工程预计明年春天完成。",
    "负责工程的李大河介绍，老码头建于百年之前，台阶多处松动，雨天常有人滑倒。",
    "“修好以后，这里会有新的候船亭。”李大河说，候船亭用旧船木搭建，保留原来的样子。",
    "住在附近的居民希望夜里能有灯，早市能有遮雨的地方。",
)
CAPTION = "图为整修中的老码头。本报记者 周小棠摄"


def found(text: str) -> list[Candidate]:
    return [one for one in detect(View(Document(text))) if one.score >= 0.5]


def kinds(text: str) -> set[str]:
    return {one.kind for one in found(text)} - {"role", "same", "article"}


def clean(text: str) -> list[str]:
    document = Document(text)
    edition = propose(document, Ledger(()), detect(View(document)), 0.5)
    return [article.text for article in edition.articles]


def test_a_clean_article_is_left_alone() -> None:
    text = HEAD + "\n".join(BODY)
    assert kinds(text) == set()
    assert clean(text) == [text]


def test_a_caption_that_cuts_a_sentence_is_lifted_and_the_sentence_made_whole() -> None:
    cut = BODY[1][:24] + f"\n{CAPTION}\n" + BODY[1][24:]
    text = HEAD + "\n".join((BODY[0], cut, *BODY[2:]))
    assert kinds(text) == {"interruption", "join"}
    assert clean(text) == [HEAD + "\n".join(BODY)]


def test_a_paragraph_that_stands_twice_stands_once_in_the_article() -> None:
    text = HEAD + "\n".join((*BODY, BODY[1], BODY[2]))
    assert kinds(text) == {"duplicate"}
    assert clean(text) == [HEAD + "\n".join(BODY)]


def test_copied_neighbours_are_asked_for_once() -> None:
    text = HEAD + "\n".join((*BODY, BODY[1], BODY[2]))
    groups = [one for one in found(text) if one.kind == "duplicate"]
    assert [[len(part.spans) for part in one.parts] for one in groups] == [[2, 2]]


def test_a_layout_mark_is_no_text_and_no_claim() -> None:
    text = "# \n" + HEAD + "\n".join(BODY[:2]) + "\n![](a.png)\n" + "\n".join(BODY[2:])
    assert "duplicate" not in kinds(text)
    assert "join" not in kinds(text)


def test_every_code_of_evidence_has_a_sentence_and_its_values() -> None:
    text = HEAD + "\n".join((BODY[0][:14], CAPTION, BODY[0][14:], *BODY[1:], BODY[1]))
    for one in detect(View(Document(text))):
        for told in one.evidence.all:
            assert told.code in SENTENCES
            assert "{" not in sentence(told.code, told.values)
        assert one.detector == PageDetector.id


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_every_claim_of_invented_pages_is_made_of_costs_that_differ(half: str) -> None:
    for page in pages(half, 4):
        for one in detect(View(Document(page["text"]))):
            codes = [told.code for told in one.evidence.all]
            assert len(codes) == len(set(codes)) <= 4
            for told in one.evidence.all:
                assert "{" not in sentence(told.code, told.values)


def test_cancelling_gives_an_answer_all_the_same() -> None:
    text = HEAD + "\n".join(BODY)
    assert isinstance(detect(View(Document(text)), cancelled=lambda: True), tuple)


@pytest.mark.parametrize("text", ["", " \n\n", "#\n#\n", "。", "a", "😀" * 40, "\u3000\n水"])
def test_odd_pages_are_read(text: str) -> None:
    document = Document(text)
    told = detect(View(document))
    edition = propose(document, Ledger(()), told, 0.5)
    assert len(edition.articles) <= 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_claims_of_a_shuffled_page_do_not_contradict_each_other(seed: int) -> None:
    source = random.Random(seed)
    rows = [*HEAD.strip().split("\n"), *BODY, CAPTION, BODY[2], BODY[3][:12], BODY[3][12:]]
    source.shuffle(rows)
    document = Document("\n".join(rows))
    told = [one for one in detect(View(document)) if one.score >= 0.5]
    removed = {
        span
        for one in told
        if one.kind == "duplicate"
        for at, part in enumerate(one.parts)
        if at != one.keep and one.scores[at] >= 0.5
        for span in part.spans
    }
    lifted = {span for one in told if one.kind == "interruption" for span in one.spans}
    placed: list[object] = []
    for one in told:
        if one.kind == "join":
            placed += one.parts[1].spans
            assert not set(one.spans) & (removed | lifted)
        if one.kind == "move":
            placed += one.parts[0].spans
        if one.kind == "article" and one.spans[0].start > 0:
            placed.append(one.parts[0].spans[0])
    assert len(placed) == len(set(placed))
    assert not removed & lifted
    assert not removed & set(placed)
    edition = propose(document, Ledger(()), told, 0.5)
    inked = "".join("".join(article.text.split()) for article in edition.articles)
    asides = "".join(line.text for article in edition.articles for line in article.asides)
    kept = "".join(row for row in rows)
    gone = sum(span.size for span in removed)
    assert len(inked) + len("".join(asides.split())) == len("".join(kept.split())) - gone


def test_a_headline_that_begins_an_article_goes_on_in_no_text() -> None:
    page = build("tuned", 3, seed=3)
    heads = {b["span"][0] for b in page["truth"]["blocks"] if b["role"] == "headline"}
    told = found(page["text"])
    begun = {one.spans[0].start for one in told if one.kind == "article" and one.score >= 0.75}
    joined = {one.spans[0].start for one in told if one.kind == "join"}
    assert len(begun & heads) > 1
    assert not joined & begun & heads
