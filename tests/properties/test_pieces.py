"""What rendering promises of every document and every log."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from brandtool.core.article import propose, render
from brandtool.core.candidate import Candidate, Evidence, source_part
from brandtool.core.decision import Point
from brandtool.core.fold import Ledger
from brandtool.core.span import Span
from tests.properties.logs import Case, cases

many = settings(max_examples=2000, deadline=None)


@many
@given(cases(most=0))
def test_without_decisions_the_text_is_the_source(case: Case) -> None:
    document = case.document
    edition = render(document, Ledger())
    assert edition.text == document.text
    assert len(edition.articles) == (1 if document.text.strip() else 0)


@many
@given(cases())
def test_no_source_character_stands_twice(case: Case) -> None:
    document = case.document
    table = render(document, Ledger(case.log)).table
    seen: Counter[Point] = Counter()
    for offset in range(len(table.text)):
        point = table.to_source(offset)
        if point is not None:
            seen[point] += 1
    assert not [point for point, times in seen.items() if times > 1]


@many
@given(cases())
def test_the_map_goes_there_and_back(case: Case) -> None:
    document = case.document
    table = render(document, Ledger(case.log)).table
    for offset in range(len(table.text)):
        point = table.to_source(offset)
        if point is None:
            assert not table.text[offset].strip()
            continue
        assert table.to_text(*point) == offset
        if not point.origin:
            assert table.text[offset] == document.text[point.offset]


@many
@given(cases())
def test_what_is_not_removed_is_somewhere(case: Case) -> None:
    """Placing never loses a word: only what a replacement covers is gone."""
    document = case.document
    table = render(document, Ledger(case.log)).table
    covered = [standing.effect.span for standing in table.wording.changes]
    for offset, letter in enumerate(document.text):
        if letter.strip() and not any(s.start <= offset < s.end for s in covered):
            assert table.to_text("", offset) is not None


@many
@given(cases())
def test_an_anchor_finds_the_words_it_was_made_of(case: Case) -> None:
    document = case.document
    table = render(document, Ledger(case.log)).table
    if not table.text:
        return
    start = case.rng.randrange(len(table.text))
    span = Span(start, case.rng.randint(start + 1, len(table.text)))
    anchor = table.anchor(span)
    found = "".join(table.text[s.start : s.end] for s in table.locate(anchor))
    want = "".join(table.text[i] for i in range(*span) if table.to_source(i) is not None)
    assert "".join(part.text for part in anchor) == want
    assert Counter(want) <= Counter(found)


@many
@given(cases())
def test_articles_hold_every_line_once(case: Case) -> None:
    document = case.document
    edition = render(document, Ledger(case.log))
    lines = [line for a in edition.articles for line in (*a.lines, *a.asides)]
    told = Counter("".join(line.text.split()) for line in lines)
    want = Counter("".join(x.split()) for x in edition.text.split("\n") if x.strip())
    assert told == want


@many
@given(cases())
def test_what_is_decided_outranks_what_is_proposed(case: Case) -> None:
    document = case.document
    ledger = Ledger(case.log)
    span, other = case.span(), case.span()
    claim = Candidate(
        "duplicate",
        document.sha256,
        (source_part(document, "occurrence", span), source_part(document, "occurrence", other)),
        0.9,
        Evidence("test"),
        keep=0,
    )
    decided = render(document, ledger)
    proposed = propose(document, ledger, [claim], 0.5)
    fixes = {s.effect for s in decided.table.wording.changes}
    assert fixes <= {s.effect for s in proposed.table.wording.changes} | {
        s.effect for s in proposed.table.wording.asleep
    }
    assert propose(document, ledger, [claim], 0.95).text == decided.text
