"""The schemas are sound, and describe what the program writes."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import jsonschema
import pytest

from brandtool import resource

NAMES = sorted(path.name for path in resource("schemas").glob("*.schema.json"))

RECORD = {
    "format": "brandtool-analysis/1",
    "id": "-",
    "sha256": "0" * 64,
    "length": 12,
    "candidates": [
        {"kind": "duplicate", "group": "g1", "spans": [[0, 2]], "keep": True, "score": 1,
         "why": "x"},
        {"kind": "join", "left": 3, "right": 1, "score": 0.5, "why": "x"},
        {"kind": "interruption", "spans": [[0, 2]], "score": 0.5, "why": "x"},
        {"kind": "move", "spans": [[0, 2]], "after": 9, "score": 0.5, "why": "x"},
        {"kind": "same", "spans": [[0, 2], [4, 6]], "score": 0.5, "why": "x"},
        {"kind": "suspect", "spans": [[0, 1]], "suggest": ["甲"], "score": 0.5, "why": "x"},
        {"kind": "line", "left": 3, "right": 4, "score": 0.5, "why": "x"},
        {"kind": "later", "score": 0.5, "why": "x", "anything": True},
        {"kind": "interruption", "spans": [[3, 5]], "score": 0.5, "why": "x", "page": "A4",
         "way": "to"},
    ],
    "articles": [
        {"headline": "", "byline": "", "text": "甲", "spans": [[0, 1]], "asides": [], "score": 1,
         "continues_on": "A4", "continued_from": "1"}
    ],
    "blocks": [
        {"span": [0, 1], "role": "body", "article": 0, "score": 0.9},
        {"span": [1, 2], "role": "turn", "article": 0, "score": 0.9, "page": "4", "way": "from"},
    ],
    "quotes": [
        {"kind": "direct", "content": [[0, 1]], "cue": None, "mention": [2, 3], "speaker": None,
         "mention_rest": [[4, 5]], "score": 0.5, "why": "x"}
    ],
}  # fmt: skip


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        json.loads(resource(f"schemas/{name}").read_text("utf-8"))
    )


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_sound(name):
    schema = validator(name).schema
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] and schema["$id"].startswith("urn:brandtool:")


def test_record_of_every_kind_is_valid():
    validator("record.schema.json").validate(RECORD)


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("format",), "brandtool-analysis/2"),
        (("sha256",), "no digest"),
        (("candidates", 0, "score"), 1.5),
        (("candidates", 0, "keep"), None),
        (("candidates", 1, "left"), -1),
        (("candidates", 3, "spans"), [[1, 2, 3]]),
        (("candidates", 5, "suggest"), "甲"),
        (("blocks", 0, "role"), "title"),
        (("quotes", 0, "cue"), [1]),
        (("quotes", 0, "kind"), "none"),
        (("candidates", 6, "left"), None),
        (("candidates", 8, "way"), "back"),
        (("candidates", 8, "page"), ""),
        (("candidates", 2, "page"), "4"),
        (("articles", 0, "continues_on"), ""),
        (("blocks", 1, "way"), "on"),
    ],
)
def test_record_with_a_fault_is_not(at, value):
    told = copy.deepcopy(RECORD)
    place = told
    for key in at[:-1]:
        place = place[key]
    place[at[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validator("record.schema.json").validate(told)


def test_practice_page_as_exported_is_valid():
    schema = validator("edition.schema.json")
    golden = Path(__file__).parent / "golden" / "sample"
    (path,) = golden.glob("*.jsonl")
    lines = path.read_text("utf-8").splitlines()
    assert lines
    for line in lines:
        schema.validate(json.loads(line))
