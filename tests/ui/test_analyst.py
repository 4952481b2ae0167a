"""The analysis process seen from the window: started, restarted when it dies, newest wins."""

from __future__ import annotations

import os
import signal

import pytest

from brandtool.core.document import Document
from brandtool.ui.analyst import RESTARTS, Analyst
from brandtool.workbench.analysis import document_json

ECHO = """
import json, sys
document = None
for line in sys.stdin:
    told = json.loads(line)
    if told["do"] == "open":
        document = told["document"]
        events = 0
    elif told["do"] == "solve":
        events += len(told["events"])
        out = {"revision": told["revision"], "kinds": [], "candidates": [], "done": True}
        out["events"] = events
        out["size"] = len(document["text"])
        print(json.dumps(out), flush=True)
"""


@pytest.fixture
def analyst(qapp, monkeypatch):
    monkeypatch.setattr(Analyst, "ARGUMENTS", ("-c", ECHO))
    made = Analyst()
    made.open(document_json(Document("一二三")))
    yield made
    made.stop()


def test_events_are_sent_once(qtbot, analyst):
    analyst.start()
    with qtbot.waitSignal(analyst.told) as first:
        analyst.solve(1, [{"n": 1}, {"n": 2}], accept=0.5)
    with qtbot.waitSignal(analyst.told) as second:
        analyst.solve(2, [{"n": 3}], accept=0.5)
    assert (first.args[0]["events"], second.args[0]["events"]) == (2, 3)
    assert second.args[0]["size"] == 3
    assert not analyst.busy


def test_answers_to_older_requests_are_not_told(qtbot, analyst):
    told = []
    analyst.told.connect(told.append)
    analyst.start()
    analyst.solve(1, [], accept=0.5)
    with qtbot.waitSignal(analyst.told):
        analyst.solve(2, [], accept=0.5)
    assert [one["revision"] for one in told] == [2]


def test_a_dead_process_is_started_again_and_asked_again(qtbot, analyst):
    analyst.start()
    with qtbot.waitSignal(analyst.told):
        analyst.solve(1, [{"n": 1}], accept=0.5)
    before = analyst.process_id
    os.kill(before, signal.SIGKILL)
    with qtbot.waitSignal(analyst.told, timeout=10_000) as told:
        analyst.solve(2, [{"n": 2}], accept=0.5)
    assert told.args[0]["events"] == 2
    assert analyst.process_id not in (0, before)


def test_a_process_that_dies_again_and_again_is_given_up_and_can_be_revived(
    qtbot, analyst, monkeypatch
):
    monkeypatch.setattr(Analyst, "ARGUMENTS", ("-c", "raise SystemExit(3)"))
    with qtbot.waitSignal(analyst.given_up, timeout=20_000):
        analyst.solve(1, [], accept=0.5)
        analyst.start()
    assert not analyst.busy
    assert RESTARTS == 3
    monkeypatch.setattr(Analyst, "ARGUMENTS", ("-c", ECHO))
    analyst.revive()
    with qtbot.waitSignal(analyst.told, timeout=10_000):
        analyst.solve(2, [], accept=0.5)


def test_a_cancelled_request_is_not_told(qtbot, analyst):
    analyst.start()
    told = []
    analyst.told.connect(told.append)
    analyst.solve(1, [], accept=0.5)
    analyst.cancel()
    assert not analyst.busy
    with qtbot.waitSignal(analyst.told):
        analyst.solve(2, [], accept=0.5)
    assert [one["revision"] for one in told] == [2]
