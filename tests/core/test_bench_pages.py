"""The edits that express the truth of every made page give its target text exactly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brandtool.core.article import compose
from brandtool.core.decision import Effect, Place, Point, Replace, Source
from brandtool.core.document import Document, ink_before, next_ink
from brandtool.core.fold import standings_of
from brandtool.core.span import Span

PAGES = Path(__file__).parents[3] / "shared" / "bench" / "pages" / "dev.jsonl"


def truth_edits(page: dict[str, Any]) -> Iterator[Effect]:
    """Express a page's truth: place every genuine run of text, drop everything else."""
    text: str = page["text"]
    runs = sorted(
        (article, offset, start, end)
        for start, end, article, offset, copy, _ in page["truth"]["origin"]
        if copy == 0
    )
    targets = {article["id"]: article["text"] for article in page["truth"]["articles"]}
    kept: list[Span] = []
    last, before = Point("", 0), (-1, 0)
    for article, offset, start, end in runs:
        start, end = next_ink(text, start), ink_before(text, end)
        if article != before[0]:
            joint = "article"
        else:
            joint = "paragraph" if "\n" in targets[article][before[1] : offset] else "run_on"
        yield Place(Source(start, end), last, joint)
        last, before = Point("", end), (article, offset + end - start)
        kept.append(Span(start, end))
    at = 0
    for span in sorted([*kept, Span(len(text), len(text))]):
        if text[at : span.start].strip():
            yield Replace(Span(at, span.start), "")
        at = span.end


@pytest.mark.skipif(not PAGES.exists(), reason="needs ../shared/bench/pages/dev.jsonl")
def test_the_truth_of_every_made_page_is_two_kinds_of_edit() -> None:
    wrong = []
    for line in PAGES.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        document = Document(page["text"])
        standings = tuple(standings_of(truth_edits(page), (1, 1, "e"), "e"))
        edition = compose(document, standings)
        got = [_fold(article.text) for article in edition.articles]
        want = [_fold(article["text"]) for article in page["truth"]["articles"]]
        if got != want:
            wrong.append(page["id"])
    assert wrong == []


def _fold(text: str) -> list[str]:
    """Drop blanks inside lines: the bench compares without them."""
    return [squeezed for line in text.split("\n") if (squeezed := "".join(line.split()))]
