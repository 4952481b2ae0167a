"""The practice page, decided by its truth, exports to the letter what lies beside this file.

BRANDTOOL_WRITE_GOLDEN=1 writes the files anew; read them before they are kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brandtool import resource
from brandtool.core.article import render
from brandtool.core.decision import (
    Decision,
    Effect,
    Label,
    Place,
    Point,
    Replace,
    Source,
    anchor_json,
)
from brandtool.core.document import Document, ink_before, next_ink
from brandtool.core.fold import Ledger
from brandtool.core.span import Span
from brandtool.export import Sheet, exporters, sheet_of
from brandtool.intake import facts_of, read

HERE = Path(__file__).parent / "sample"
START_US = 1_758_000_000_000_000


def effects(document: Document, truth: dict[str, Any]) -> Iterator[tuple[Effect, ...]]:
    """Say the truth of the page as an editor would decide it, one tuple a decision."""
    text = document.text
    lifted = [Span(*one["span"]) for one in truth["interruptions"]]
    yield from edits(text, truth, lifted)
    ends = sorted(ink_before(text, o[1]) for o in truth["origin"] if o[4] == 0)
    for one in truth["interruptions"]:
        source = Source(*one["span"], text[slice(*one["span"])])
        after = max((end for end in ends if end <= source.start), default=0)
        place = Place(source, Point("", after), "aside")
        yield (place, Label("role", (source,), one["kind"]))
    for block in truth["blocks"]:
        if block["article"] is not None:
            start, end = block["span"]
            yield (Label("role", (Source(start, end, text[start:end]),), block["role"]),)
    for error in truth["suspects"]:
        start, end = error["span"]
        if error["kind"] == "recognition":
            yield (Replace(Span(start, end), error["right"]),)
        else:
            source = Source(start, end, text[start:end])
            yield (Label("printed", (source,), {"text": error["right"]}),)
    for quote in truth["quotes"]:
        anchors = {
            role: anchor_json((Source(*quote[role], text[slice(*quote[role])]),))
            for role in ("cue", "mention")
            if quote[role]
        }
        content = tuple(Source(s, e, text[s:e]) for s, e in quote["content"])
        told = {"kind": quote["kind"], "speaker": quote["speaker"], **anchors}
        yield (Label("quote", content, told),)


def edits(text: str, truth: dict[str, Any], lifted: list[Span]) -> Iterator[tuple[Effect, ...]]:
    """Place every genuine run of text, drop the copies."""
    runs = sorted((o[2], o[3], o[0], o[1]) for o in truth["origin"] if o[4] == 0)
    targets = {article["id"]: article["text"] for article in truth["articles"]}
    kept = list(lifted)
    last, before = Point("", 0), (-1, 0)
    for article, offset, start, end in runs:
        start, end = next_ink(text, start), ink_before(text, end)
        between = targets[article][before[1] : offset] if article == before[0] else ""
        joint = "run_on" if "\n" not in between else "paragraph"
        if article != before[0]:
            joint = "article"
        yield (Place(Source(start, end), last, joint),)
        last, before = Point("", end), (article, offset + end - start)
        kept.append(Span(start, end))
    at = 0
    for span in sorted([*kept, Span(len(text), len(text))]):
        if text[at : span.start].strip():
            yield (Replace(Span(at, span.start), ""),)
        at = max(at, span.end)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    path = resource("sample/page.txt")
    document = replace(read(path).document, origin="page.txt")
    truth = json.loads(resource("sample/truth.json").read_text("utf-8"))
    ledger = Ledger()
    for n, told in enumerate([*effects(document, truth), *states()], 1):
        ledger.add(
            Decision(
                "", "r1", n, n, f"{n:032x}", "add", "truth", document.uid, document.sha256,
                effects=told, made_us=START_US + n * 60_000_000,
            ).sealed()
        )  # fmt: skip
    return sheet_of(
        render(document, ledger),
        ledger=ledger,
        facts=facts_of(document),
        source="page.txt",
        editors={"r1": "裴砚清"},
    )


def states() -> Iterator[tuple[Effect, ...]]:
    for state in ("first", "second", "final"):
        yield (Label("state", (), {"state": state}),)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "jsonl", "csv"])
def test_practice_page_exports_the_same_bytes(sheet, name):
    exporter = next(part for part in exporters().loaded if part.name == name)
    outputs = exporter.export(sheet)
    if os.environ.get("BRANDTOOL_WRITE_GOLDEN"):
        for output in outputs:
            (HERE / output.name).write_bytes(output.data)
    assert {output.name for output in outputs} == {
        path.name for path in HERE.iterdir() if path.suffix == exporter.suffix
    }
    for output in outputs:
        assert output.data == (HERE / output.name).read_bytes(), output.name
