"""The analysis process: stages, newest wins, failures told, the document kept between requests."""

from __future__ import annotations

import io
import json
import queue
import subprocess
import sys
import threading

import pytest

from brandtool.core.article import Edition
from brandtool.core.candidate import Candidate, Evidence, source_part
from brandtool.core.claim import read_candidate
from brandtool.core.decision import Label
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.workbench import Workbench, analysis
from brandtool.workbench.analysis import document_json, event_json, read_event, serve, solve
from brandtool.workbench.gate import Editor

DOCUMENT = Document("标题\n\n正文第一段。\n\n正文第二段。\n")


def claim(kind: str, start: int, end: int) -> Candidate:
    return Candidate(
        kind, DOCUMENT.sha256, (source_part(DOCUMENT, "block", (start, end)),), 0.9, Evidence("t")
    )


class Page:
    id = "page/t"
    kinds = ("join", "role")

    def __init__(self) -> None:
        self.views = []

    def detect(self, view):
        self.views.append(view)
        return (claim("role", 0, 2),)


class Speech:
    id = "speech/t"
    kinds = ("quote",)

    def detect(self, view):
        assert isinstance(view.edition, Edition)
        return (claim("quote", 4, 9),)


class Broken:
    id = "broken/t"
    kinds = ("suspect",)

    def detect(self, view):
        raise ValueError("no text may leave by this")


def run(detectors, *, stopped=lambda: False, ledger=None):
    told, failed = [], []
    solve(
        DOCUMENT, ledger or Ledger(), detectors, accept=0.5, stopped=stopped,
        told=lambda kinds, found, done: told.append((tuple(kinds), [c.kind for c in found], done)),
        failed=lambda name, error: failed.append((name, type(error).__name__)),
    )  # fmt: skip
    return told, failed


def decisions():
    out = []
    bench = Workbench(DOCUMENT, editor=Editor("e", "E"), sink=out.append)
    bench.label("word", {"kind": "suspect", "text": "正"}, project=True)
    bench.edit(0, 1, "新")
    return [event for some in out for event in some]


def test_the_page_is_told_first_and_speech_is_looked_for_on_the_proposed_edition():
    told, failed = run([Speech(), Page()])
    assert told == [(("join", "role"), ["role"], False), (("quote",), ["quote"], True)]
    assert failed == []


def test_without_detectors_of_speech_one_stage_is_all():
    assert run([Page()])[0] == [(("join", "role"), ["role"], True)]


def test_a_detector_that_fails_is_told_by_name_and_the_others_go_on():
    told, failed = run([Broken(), Page()])
    assert told == [(("join", "role"), ["role"], True)]
    assert failed == [("broken/t", "ValueError")]


@pytest.mark.parametrize("looks", [0, 1, 2, 3])
def test_what_was_stopped_tells_nothing_more(looks):
    left = iter([False] * looks)
    told, _ = run([Page(), Speech()], stopped=lambda: next(left, True))
    assert [done for _, _, done in told] == [False][: max(0, looks - 1)]


def test_a_detector_that_asks_for_it_can_give_up_by_itself():
    class Patient(Page):
        def detect(self, view, *, cancelled=lambda: False):
            return (claim("role", 0, 2),) if not cancelled() else ()

    assert run([Patient()])[0] == [(("join", "role"), ["role"], True)]


def test_words_never_to_be_reported_and_decisions_are_in_the_view():
    page = Page()
    run([page], ledger=Ledger(decisions()))
    assert page.views[0].words == frozenset({("suspect", "正")})
    assert len(page.views[0].decisions) == 2


def test_the_names_of_the_project_are_in_the_view():
    out = []
    bench = Workbench(DOCUMENT, editor=Editor("e", "E"), sink=out.extend)
    for kind, value in (("create", None), ("name", "伊恩·戈尔丁"), ("alias", "戈尔丁")):
        bench.label(f"person.{kind}", value, subject="p1", project=True)
    page = Page()
    run([page], ledger=Ledger(out))
    assert page.views[0].names == {"伊恩·戈尔丁": "伊恩·戈尔丁", "戈尔丁": "伊恩·戈尔丁"}


def test_an_event_goes_through_json_unchanged():
    for decision in decisions():
        told = json.loads(json.dumps(event_json(decision)))
        assert read_event(told) == decision
    assert isinstance(decisions()[0].effects[0], Label)


class Lines:
    """An input that is fed line by line."""

    def __init__(self) -> None:
        self.queue = queue.SimpleQueue()

    def __iter__(self):
        while (told := self.queue.get()) is not None:
            yield json.dumps(told)


def ask(lines, revision, events=()):
    lines.queue.put({"do": "solve", "revision": revision, "events": list(events), "accept": 0.5})


def test_serving_keeps_the_document_and_takes_only_new_events():
    page, lines, out = Page(), Lines(), queue.SimpleQueue()
    thread = threading.Thread(target=serve, args=(lines, out.put, lambda: [page]))
    thread.start()
    assert out.get(timeout=5) == {"ready": True}
    ask(lines, 1)
    lines.queue.put({"do": "open", "document": document_json(DOCUMENT)})
    events = [event_json(d) for d in decisions()]
    ask(lines, 7, events[:1])
    first = out.get(timeout=5)
    assert (first["revision"], first["done"], first["kinds"]) == (7, True, ["join", "role"])
    assert read_candidate(first["candidates"][0]) == claim("role", 0, 2)
    ask(lines, 8, events[1:])
    assert out.get(timeout=5)["revision"] == 8
    assert [len(view.decisions) for view in page.views] == [1, 2]
    lines.queue.put(None)
    thread.join(timeout=5)
    assert not thread.is_alive()


def test_the_newest_request_wins():
    asked, go = threading.Event(), threading.Event()

    class Slow(Page):
        def detect(self, view):
            asked.set()
            assert go.wait(5)
            return super().detect(view)

    lines, out = Lines(), queue.SimpleQueue()
    thread = threading.Thread(target=serve, args=(lines, out.put, lambda: [Slow(), Broken()]))
    thread.start()
    out.get(timeout=5)
    lines.queue.put({"do": "open", "document": document_json(DOCUMENT)})
    ask(lines, 1)
    assert asked.wait(5)
    ask(lines, 2)
    ask(lines, 3)
    lines.queue.put({"do": "cancel"})
    ask(lines, 4)
    while lines.queue.qsize():
        pass
    go.set()
    told = []
    while not told or not told[-1].get("done"):
        told.append(out.get(timeout=5))
    assert {one["revision"] for one in told} == {4}
    assert told[0] == {"revision": 4, "failed": "broken/t", "error": "ValueError"}
    lines.queue.put(None)
    thread.join(timeout=5)


def test_main_speaks_json_lines(monkeypatch):
    class Door:
        @staticmethod
        def detectors():
            return type("Parts", (), {"loaded": (Page(),)})

    monkeypatch.setattr("brandtool.detect", Door, raising=False)
    requests = [
        {"do": "open", "document": document_json(DOCUMENT)},
        {"do": "solve", "revision": 0, "events": [], "accept": 0.5},
    ]
    out = io.StringIO()

    class Waiting:
        """End the input only when the answer is there."""

        def __iter__(self):
            yield from (json.dumps(one) for one in requests)
            while '"done": true' not in out.getvalue():
                pass

    analysis.main(Waiting(), out)  # type: ignore[arg-type]
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line.get("revision") for line in lines] == [None, 0]


def test_the_process_ends_with_its_input():
    done = subprocess.run(
        [sys.executable, "-m", "brandtool.workbench.analysis"],
        input="", capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, json.loads(done.stdout)) == (0, {"ready": True})
