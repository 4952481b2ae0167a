from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandtool import resource
from brandtool.core.decision import (
    JOINTS,
    START,
    VERBS,
    Decision,
    Label,
    Place,
    Point,
    Replace,
    Source,
    Typed,
)
from brandtool.core.errors import BrandtoolError
from brandtool.core.span import Span
from brandtool.store.record import check, decision_of, event_of, row_of

SCHEMA = json.loads(resource("schemas/payload.schema.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)

ids = st.binary(min_size=16, max_size=16).map(bytes.hex)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: Span(min(p), max(p)))
parts = st.builds(lambda s, t: Source(*s, t), spans, words) | st.builds(
    lambda e, s, t: Typed(e, *s, t), ids, spans, words
)
anchors = st.lists(parts, max_size=3).map(tuple)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
points = st.none() | st.just(START) | st.builds(Point, st.just("") | ids, st.integers(0, 99))
effects = (
    st.builds(Replace, spans, words, st.sampled_from(["before", "after"]))
    | st.builds(Place, parts, points, st.sampled_from(JOINTS))
    | st.builds(Label, words, anchors, values, words)
)
big = st.integers(-(2**63), 2**63 - 1)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    return Decision(
        event="",
        replica=draw(ids),
        n=draw(st.integers(1, 2**63 - 1)),
        clock=draw(st.integers(1, 2**63 - 1)),
        action=draw(ids),
        verb=draw(st.sampled_from(VERBS)),
        kind=draw(words),
        doc=draw(st.none() | ids),
        text_sha256=draw(st.none() | st.binary(min_size=32, max_size=32).map(bytes.hex)),
        cand=draw(st.none() | ids),
        anchor=draw(anchors),
        effects=tuple(draw(st.lists(effects, max_size=3))),
        note=draw(words),
        parents=tuple(draw(st.lists(ids, max_size=3))),
        targets=tuple(draw(st.lists(ids, max_size=3))),
        made_us=draw(big),
        prev=draw(st.just("") | ids),
    ).sealed()


@settings(max_examples=500, deadline=None)
@given(decisions())
def test_a_decision_comes_back_from_its_row(decision: Decision) -> None:
    row = row_of(decision)
    back = decision_of(row)
    assert (back.payload, back.sealed()) == (decision.payload, back)
    assert replace(back, effects=(), anchor=()) == replace(decision, effects=(), anchor=())
    assert event_of(row) == row[0] == bytes.fromhex(decision.event)
    if "\x00" not in decision.kind:
        check(decision)


@settings(max_examples=300, deadline=None)
@given(decisions())
def test_every_payload_keeps_its_published_schema(decision: Decision) -> None:
    VALID.validate(json.loads(decision.payload))


@settings(max_examples=200, deadline=None)
@given(decisions(), st.data())
def test_no_column_can_change_without_the_hash(decision: Decision, data: st.DataObject) -> None:
    row = list(row_of(decision))
    at = data.draw(st.integers(1, len(row) - 1))
    was = row[at]
    if isinstance(was, bytes):
        row[at] = bytes([was[0] ^ 1]) + was[1:] if was else b"\x01" * 16
    elif isinstance(was, int):
        row[at] = was ^ 1
    else:
        row[at] = b"\x01" * (32 if at == 6 else 16) if was is None else was + "x"
    assert event_of(tuple(row)) != row[0]


def test_the_schema_refuses_what_is_no_payload() -> None:
    good = {"v": 1, "anchor": [], "effects": [], "note": ""}
    VALID.validate(good)
    for bad in (
        {**good, "v": 2},
        {**good, "more": 1},
        {**good, "targets": ["x"]},
        {**good, "effects": [{"do": "run"}]},
        {**good, "effects": [{"do": "replace", "span": [1], "text": ""}]},
        {**good, "anchor": [{"start": -1, "end": 0, "text": ""}]},
    ):
        assert not VALID.is_valid(bad)


DEEP: Any = []
for _ in range(100_000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"replica": "x"}, "replica"),
        ({"action": "AB" * 16}, "action"),
        ({"doc": "12"}, "doc"),
        ({"cand": ""}, "cand"),
        ({"prev": "1"}, "prev"),
        ({"parents": ("ab" * 16, "ab")}, "parents"),
        ({"targets": ("ab",)}, "targets"),
        ({"text_sha256": "ab" * 16}, "text_sha256"),
        ({"verb": "forget"}, "verb"),
        ({"kind": "长" * 41}, "kind"),
        ({"kind": "a\x00"}, "kind"),
        ({"n": 0}, "n"),
        ({"clock": 2**63}, "clock"),
        ({"made_us": -(2**63) - 1}, "made_us"),
        ({"effects": (Label("a", (), float("nan")),)}, "payload"),
        ({"effects": (Label("a", (), "\ud800"),)}, "payload"),
        ({"effects": (Label("a", (), DEEP),)}, "payload"),
        ({"effects": (Label("a", (), {1, 2}),)}, "payload"),
        ({"note": "changed after sealing"}, "event"),
    ],
)
def test_a_decision_that_is_not_whole_is_refused(hand: Any, told: Any, field: str) -> None:
    good = hand.decide()
    check(good)
    with pytest.raises(BrandtoolError) as caught:
        check(replace(good, **told))
    assert (caught.value.code, caught.value.values["field"]) == ("store.refused", field)
