"""The practice page comes out as its truth says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from brandtool import resource
from brandtool.batch.analysis import Record, analyse
from brandtool.core.document import Document


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return json.loads(resource("sample/truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def record() -> Record:
    text = resource("sample/page.txt").read_bytes().decode()
    return analyse(Document(text), identifier="page.txt", quotes=False)


def sure(record: Record, kind: str) -> list[Record]:
    return [one for one in record["candidates"] if one["kind"] == kind and one["score"] >= 0.5]


def test_every_copy_goes_and_an_acceptable_one_stays(truth: dict[str, Any], record: Record) -> None:
    gone = {tuple(s) for one in sure(record, "duplicate") if not one["keep"] for s in one["spans"]}
    for cluster in truth["duplicates"]:
        occurrences = [(one, {tuple(s) for s in one["spans"]}) for one in cluster["occurrences"]]
        assert sum(not spans & gone for _, spans in occurrences) == 1
        assert all(one["ok"] for one, spans in occurrences if not spans & gone)


def test_nothing_else_is_removed(truth: dict[str, Any], record: Record) -> None:
    copies = {tuple(s) for c in truth["duplicates"] for o in c["occurrences"] for s in o["spans"]}
    gone = [tuple(s) for one in sure(record, "duplicate") if not one["keep"] for s in one["spans"]]
    assert set(gone) <= copies


def test_no_two_paragraphs_are_joined_that_end_where_they_end(
    truth: dict[str, Any], record: Record
) -> None:
    told = {(one["left"], one["right"]) for one in sure(record, "join")}
    assert not told & {tuple(end) for end in truth["paragraph_ends"]}
    columns = {
        (one["left"], one["right"])
        for one in truth["joins"]
        if one["kind"] in ("column", "over_caption")
    }
    assert len(told & columns) >= len(columns) - 1


def test_the_folio_the_caption_the_turn_line_and_the_advert_are_lifted_out(
    truth: dict[str, Any], record: Record
) -> None:
    told = [one["spans"][0] for one in sure(record, "interruption")]
    assert told == [one["span"] for one in truth["interruptions"]]


def test_the_displaced_paragraph_goes_behind_its_article(
    truth: dict[str, Any], record: Record
) -> None:
    moves = sure(record, "move")
    assert [(one["spans"][0], one["after"]) for one in moves] == [
        (one["span"], one["after"]) for one in truth["moves"]
    ]


def test_every_line_comes_to_its_article(truth: dict[str, Any], record: Record) -> None:
    told = {tuple(one["span"]): one for one in record["blocks"]}
    for block in truth["blocks"]:
        if block["article"] is not None and block["order"] is not None:
            assert told[tuple(block["span"])]["article"] == block["article"]
    assert len(record["articles"]) == len(truth["articles"])


def test_head_lines_have_their_roles(truth: dict[str, Any], record: Record) -> None:
    told = {tuple(one["span"]): one["role"] for one in record["blocks"]}
    for block in truth["blocks"]:
        if (
            block["role"] in ("headline", "byline", "deck", "subhead")
            and block["order"] is not None
        ):
            assert told[tuple(block["span"])] == block["role"]
