"""The detector: quotes of an edition, anchored to the source."""

from __future__ import annotations

from brandtool.core.article import render
from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.detect.quotes import DETECTOR, detect

TEXT = (
    "海东大坝检修完成\n\n本报记者 王大海\n\n"
    "局长陈立群说：“大坝很安全，请大家放心。”他表示，今年的汛期会比往年早半个月。\n"
)


def view(text: str) -> View:
    document = Document(text)
    return View(document, edition=render(document, Ledger()))


def test_candidates_carry_the_source_ranges_of_words_verb_and_mention() -> None:
    found = detect(view(TEXT))
    direct = found[0]
    assert direct.kind == "quote" and direct.detector == DETECTOR.id
    for role, words in (
        ("content", "大坝很安全，请大家放心。"),
        ("cue", "说"),
        ("mention", "陈立群"),
    ):
        part = direct.part(role)
        assert part is not None
        assert "".join(TEXT[span.start : span.end] for span in part.spans) == words
    assert isinstance(direct.value, dict)
    assert direct.value["speaker"] == "陈立群"
    assert direct.value["posts"] == ["局长"]
    assert [candidate.spans for candidate in found] == sorted(c.spans for c in found)


def test_a_dropped_subject_and_a_pronoun_are_resolved_in_the_value() -> None:
    values = [candidate.value for candidate in detect(view(TEXT))]
    assert [value["speaker"] for value in values if isinstance(value, dict)] == ["陈立群"] * 2


def test_a_view_without_an_edition_has_no_quotes() -> None:
    assert detect(View(Document(TEXT))) == ()


def test_a_cancelled_search_returns_at_once() -> None:
    assert detect(view(TEXT), cancelled=lambda: True) == ()
