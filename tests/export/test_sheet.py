from __future__ import annotations

from dataclasses import replace

import pytest

from brandtool.core.article import propose
from brandtool.core.candidate import Candidate, Evidence, Part, source_part
from brandtool.core.decision import Label, Place, Point, Replace
from brandtool.core.facts import PageFacts
from brandtool.core.span import Span
from brandtool.detect.page import evidence as page_evidence
from brandtool.detect.quotes import evidence as quote_evidence
from brandtool.export.reasons import REASONS, reason
from brandtool.export.sheet import Reading, sheet_of, time_of


def test_facts_decided_win_over_facts_found(page, raw):
    found = PageFacts(paper="别报", issue="第8期")
    assert page.sheet(facts=found).facts == PageFacts(
        "河岸晚报", "2025-09-16", "第8期", "3", "要闻"
    )


def test_source_is_told_by_the_digest_of_its_bytes_or_else_of_its_text(raw):
    assert raw.sheet(sha256="cd" * 32).sha256 == "cd" * 32
    assert raw.sheet().sha256 == "ab" * 32
    raw.document = replace(raw.document, raw_sha256="")
    assert raw.sheet().sha256 == raw.document.sha256


def test_open_items_are_counted_by_article(page):
    def item(kind: str, *spans: tuple[int, int]) -> Candidate:
        part = source_part(page.document, "text", *spans)
        return Candidate(kind, page.document.sha256, (part,), 0.5, Evidence("x"))

    first, second = page.at("街坊说").span, page.at("青石").span
    gone = page.at("街坊说，路好走了。", 1).span
    nowhere = Candidate("x", page.document.sha256, (Part("text", ()),), 0.5, Evidence("x"))
    items = [item("a", first), item("b", second), item("c", second), item("d", gone), nowhere]
    sheet = page.sheet(open_items=items)
    assert (dict(sheet.open), sheet.open_total, sheet.draft) == ({0: 2, 1: 1, 2: 2}, 5, True)
    assert page.sheet().draft is False


def test_broken_quote_is_open_once(page, claim):
    far = page.at("小桥的桥板换成了青石扳。").end
    page.decide(Place(page.at("爷爷挂上去的"), Point("", far), "paragraph"))
    page.decide(Replace(Span(far, far), "桥上的人多了。" * 20))
    sheet = page.sheet()
    assert [quote.broken for quote in sheet.edition.quotes] == [True]
    assert dict(sheet.open) == {1: 1}
    assert dict(page.sheet(open_items=[claim]).open) == {1: 1}
    assert [verdict.state for verdict in sheet.verdicts.values()] == ["reopened"]


def test_readings_up_to_the_present_state_are_told(page):
    page.decide(Label("state", (), {"state": "first"}))
    first = page.decide(Label("state", (), {"state": "second"}), replica="r2")
    sheet = page.sheet()
    assert sheet.state == "second"
    assert sheet.readings["first"].editor == "裴砚"
    assert sheet.readings["second"] == Reading("岑霁", "2025-09-16T05:20:00Z")
    page.decide(verb="retract", targets=(first.event,))
    sheet = page.sheet()
    assert (sheet.state, list(sheet.readings)) == ("first", ["first"])


def test_reopened_page_forgets_who_finished_it(page):
    page.decide(Label("state", (), {"state": "final"}))
    page.decide(Label("state", (), "unread"))
    assert (page.sheet().state, "final" in page.sheet().readings) == ("unread", False)


@pytest.mark.parametrize("value", ["unheard", 3, {"state": None}])
def test_state_that_is_none_is_passed_over(page, value):
    page.decide(Label("state", (), value))
    assert page.sheet().state == "work"


def test_untouched_page_is_unread(raw):
    assert raw.sheet().state == "unread"


def test_amended_and_deferred_quotes_are_told_apart(page, claim, raw):
    told = page.ledger.effective[-1]
    page.decide(*told.effects, verb="amend", cand=claim.id, parents=(told.event,))
    assert [v.state for v in page.sheet().verdicts.values()] == ["amended"]


def test_open_quote_has_its_score_and_reason(raw, claim):
    edition = propose(raw.document, raw.ledger, [claim], 0.5)
    (verdict,) = sheet_of(edition).verdicts.values()
    assert (verdict.state, verdict.score, verdict.editor) == ("open", 0.9312, "")
    raw.decide(verb="defer", cand=claim.id)
    (verdict,) = sheet_of(edition, ledger=raw.ledger).verdicts.values()
    assert (verdict.state, verdict.score) == ("deferred", 0.9312)


def test_moments_are_told_in_utc():
    assert time_of(0) == "1970-01-01T00:00:00Z"


def test_reason_of_an_unknown_evidence_is_its_code():
    assert reason(Evidence("later.kind", {"a": 1})) == "later.kind"
    assert reason(Evidence("aside.turn", {})) == "aside.turn"
    assert reason(Evidence("aside.turn", {"page": 3})) == "提示读者转到第3版。"
    rest = (Evidence("form.top"), Evidence("later.kind"))
    told = reason(Evidence("aside.turn", {"page": 3}, rest))
    assert told == "提示读者转到第3版；排在版面最上方；later.kind。"


def test_every_evidence_of_ours_has_its_sentence():
    assert set(page_evidence.SENTENCES) | set(quote_evidence.SENTENCES) <= set(REASONS)


def test_flagged_quote_says_so_in_its_note(page, claim, raw):
    page.decide(Label("flag", (), True, claim.id))
    assert [verdict.note for verdict in page.sheet().verdicts.values()] == ["存疑；听过录音"]


def test_flagged_open_quote_says_so_too(raw, claim):
    raw.decide(Label("flag", (), True, claim.id))
    edition = propose(raw.document, raw.ledger, [claim], 0.5)
    assert [verdict.note for verdict in sheet_of(edition).verdicts.values()] == ["存疑"]
