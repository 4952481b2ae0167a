from __future__ import annotations

import json
from dataclasses import replace

import pytest

from brandtool.core.decision import (
    START,
    Decision,
    Label,
    Place,
    Point,
    Replace,
    Source,
    Typed,
    read_payload,
)
from brandtool.core.span import Span

SAID = Decision(
    "", "r", 1, 1, "a", "add", "test",
    anchor=(Source(0, 2, "甲乙"), Typed("e", 1, 2, "丙")),
    effects=(
        Replace(Span(0, 2), "丁"),
        Replace(Span(3, 3), "戊", "after"),
        Place(Source(4, 6), Point("e", 2), "run_on"),
        Place(Typed("e", 0, 2), START, "article"),
        Place(Source(4, 6), None, "aside"),
        Label("role", (Source(0, 2),), {"role": "headline"}),
        Label("flag", (), True, "x"),
    ),
    note="附注",
    targets=("f",),
)  # fmt: skip


def test_a_payload_reads_back_as_what_was_said():
    assert read_payload(SAID.payload) == (SAID.anchor, SAID.effects, SAID.note, SAID.targets)
    bare = replace(SAID, targets=())
    assert "targets" not in json.loads(bare.payload)
    assert read_payload(bare.payload)[3] == ()


def test_a_payload_is_canonical():
    assert SAID.payload == json.dumps(
        json.loads(SAID.payload), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


@pytest.mark.parametrize(
    "payload",
    [
        "[]",
        "{}",
        "not json",
        '{"v":2}',
        '{"v":1,"anchor":[],"effects":[{"do":"dance"}],"note":""}',
        '{"v":1,"anchor":[],"effects":[{"do":"replace","span":[1],"text":""}],"note":""}',
        '{"v":1,"anchor":["x"],"effects":[],"note":""}',
    ],
)
def test_what_is_no_payload_is_refused(payload):
    with pytest.raises(ValueError):
        read_payload(payload)


def test_the_id_of_an_event_hangs_on_everything_in_it():
    sealed = SAID.sealed()
    assert len(sealed.event) == 32
    assert sealed.sealed() == sealed
    others = [
        replace(SAID, clock=2),
        replace(SAID, note="别"),
        replace(SAID, parents=("p",)),
        replace(SAID, prev="q"),
        replace(SAID, cand="c"),
        replace(SAID, doc="d"),
    ]
    assert len({sealed.event, *(other.sealed().event for other in others)}) == 7
    assert sealed.rank == (1, sealed.event)


def test_anchors_know_where_they_come_from():
    assert (Source(1, 2).origin, Source(1, 2).span) == ("", Span(1, 2))
    assert (Typed("e", 1, 2).origin, Typed("e", 1, 2).span) == ("e", Span(1, 2))


def test_decisions_and_labels_can_be_kept_in_sets():
    assert len({SAID.sealed(), SAID.sealed()}) == 1
    assert len({Label("x", (), {"a": [1]}), Label("x", (), {"a": [1]}), Label("x", (), 2)}) == 2
