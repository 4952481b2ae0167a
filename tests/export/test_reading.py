"""What was exported as JSON Lines reads back as the same rows."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.article import ROLES, render
from brandtool.core.decision import Label, Place, Replace, Source, anchor_json
from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.core.fold import Ledger
from brandtool.core.span import Span
from brandtool.export import Sheet, sheet_of
from brandtool.export.lines import LinesExporter
from brandtool.export.reading import Told, read_pages
from brandtool.export.rows import article_rows, quote_rows
from brandtool.export.sheet import STATES, Reading, Verdict
from tests.core.script import event


def back(*sheets: Sheet) -> tuple[Told, ...]:
    text = "".join(LinesExporter().export(s)[0].data.decode("utf-8") for s in sheets)
    assert text.splitlines() == text.split("\n")[:-1]
    return read_pages(text.splitlines())


def same(told: Told, sheet: Sheet) -> None:
    assert told.articles == article_rows(sheet)
    assert told.quotes == quote_rows(sheet)
    assert (told.facts, told.state, told.open) == (sheet.facts, sheet.state, sheet.open_total)
    assert (told.sha256, told.text_sha256) == (sheet.sha256, sheet.edition.document.sha256)
    assert told.readings == sheet.readings


def test_page_reads_back_whole(page):
    (told,) = back(page.sheet())
    same(told, page.sheet())
    assert told.source == "page.txt"
    assert told.quotes[0].content[0].text == "这盏灯是我"


def test_pages_of_one_file_are_kept_apart(page, raw):
    other = Sheet(render(Document("甲\n"), Ledger()), page.sheet().facts, source="b.txt")
    first, second = back(page.sheet(), replace(other, sha256="0" * 64))
    assert (len(first.articles), len(second.articles)) == (2, 1)


def test_nothing_reads_as_no_page():
    assert read_pages([]) == ()


@pytest.mark.parametrize("change", ["page", "content_words", "posts", "type"])
def test_object_that_lacks_something_is_refused(page, change):
    (output,) = LinesExporter().export(page.sheet())
    told = [json.loads(line) for line in output.data.decode("utf-8").splitlines()]
    del told[-1][change]
    with pytest.raises(BrandtoolError) as caught:
        read_pages((json.dumps(one) for one in told), origin="a.jsonl")
    assert caught.value.code == "export.lines"


LETTERS = st.text(st.sampled_from("甲乙丙丁。，“”\"'\\ \u2028\x85\t\x0b=|<"), max_size=8)
NAMES = st.text(st.sampled_from('王李张·A\u2028" '), max_size=4)
TEXTS = st.lists(LETTERS, min_size=1, max_size=8).map("\n".join)


@st.composite
def sheets(draw) -> Sheet:
    """Make a page of any words with any roles, places, changes and quotes on it."""
    text = draw(TEXTS)
    document = Document(text, "a/b.txt")
    size = len(document.text)
    spans = st.tuples(st.integers(0, size), st.integers(0, size)).map(sorted)
    effects: list = []
    for block in document.blocks:
        words = Source(block.start, block.stop, document.quote(block.span))
        if draw(st.booleans()) and block.stop > block.start:
            effects.append(Label("role", (words,), draw(st.sampled_from(ROLES))))
        if draw(st.integers(0, 3)) == 0 and block.start > 0 and block.stop > block.start:
            effects.append(Place(words, None, draw(st.sampled_from(["article", "aside"]))))
    if draw(st.booleans()):
        start, end = draw(spans)
        effects.append(Replace(Span(start, end), draw(NAMES)))
    if draw(st.booleans()):
        effects.append(Label("facts", (), {"paper": draw(NAMES), "issue": draw(NAMES)}))
    for _ in range(draw(st.integers(0, 4))):
        anchors = [
            tuple(
                Source(s, e, document.text[s:e])
                for s, e in draw(st.lists(spans, min_size=1, max_size=3))
                if e > s
            )
            for _ in range(3)
        ]
        if anchors[0]:
            value = {
                "kind": draw(st.sampled_from(["direct", "indirect", "mixed"])),
                "speaker": draw(st.none() | NAMES.filter(bool)),
                "speaker_kind": draw(st.sampled_from(["", "person", "unnamed"])),
                "posts": draw(st.lists(NAMES, max_size=2)),
                "cue": anchor_json(anchors[1]), "mention": anchor_json(anchors[2]),
            }  # fmt: skip
            effects.append(Label("quote", anchors[0], value))
    ledger = Ledger()
    for clock, effect in enumerate(effects, 1):
        told = {"doc": document.uid, "text_sha256": document.sha256}
        ledger.add(event(f"e{clock}", clock, effect, **told))
    sheet = sheet_of(render(document, ledger), ledger=ledger, source="a/b.txt")
    verdicts = {
        quote.id: Verdict(
            draw(st.sampled_from(["open", "deferred", "accepted", "amended", "reopened"])),
            draw(NAMES), "", draw(LETTERS),
            draw(st.none() | st.integers(0, 10_000).map(lambda n: n / 10_000)), draw(LETTERS),
        )
        for quote in sheet.edition.quotes
    }  # fmt: skip
    return replace(
        sheet,
        verdicts=verdicts,
        state=draw(st.sampled_from(STATES)),
        readings={"first": Reading(draw(NAMES), "2025-09-16T05:20:00Z")},
    )


@given(sheets())
def test_round_trip_loses_nothing(sheet):
    if not article_rows(sheet) and not quote_rows(sheet):
        assert back(sheet) == ()
        return
    (told,) = back(sheet)
    same(told, sheet)
