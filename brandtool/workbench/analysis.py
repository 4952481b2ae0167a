"""The analysis process: detectors run here, away from the window; JSON lines in, JSON lines out.

It keeps the open document, so that a new request sends only new events. The newest request wins:
one that is running is given up between two detectors as soon as another has come.

In: `{"do": "open", "document": {...}}`, `{"do": "solve", "revision": N, "events": [...], "accept":
P}`, `{"do": "cancel"}`; the end of the input ends the process. Out: `{"ready": true}`, and for each
revision one line for each stage, `{"revision": N, "kinds": [...], "candidates": [...], "done":
bool}`, or `{"revision": N, "failed": detector, "error": name}`.
"""

from __future__ import annotations

import inspect
import json
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from queue import SimpleQueue
from typing import IO, Any

from brandtool.core.article import propose
from brandtool.core.candidate import Candidate, Detector, View
from brandtool.core.claim import candidate_json
from brandtool.core.decision import Decision, Json, read_payload
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.person import Register, persons_of
from brandtool.workbench.question import words_of

__all__ = ["document_json", "event_json", "main", "read_event", "serve", "solve"]

Send = Callable[[Json], None]


def event_json(decision: Decision) -> Json:
    """Return a sealed decision as plain JSON."""
    return {
        "event": decision.event, "replica": decision.replica, "n": decision.n,
        "clock": decision.clock, "action": decision.action, "verb": decision.verb,
        "kind": decision.kind, "doc": decision.doc, "text_sha256": decision.text_sha256,
        "cand": decision.cand, "payload": decision.payload, "parents": list(decision.parents),
        "made_us": decision.made_us, "prev": decision.prev,
    }  # fmt: skip


def read_event(told: Mapping[str, Any]) -> Decision:
    """Read a sealed decision back; raises ValueError if its payload cannot be read."""
    anchor, effects, note, targets = read_payload(told["payload"])
    rest = {name: value for name, value in told.items() if name not in ("payload", "parents")}
    return Decision(
        **rest, anchor=anchor, effects=effects, note=note, targets=targets,
        parents=tuple(told["parents"]),
    )  # fmt: skip


def document_json(document: Document) -> Json:
    """Return a document as plain JSON."""
    return {
        "text": document.text,
        "origin": document.origin,
        "encoding": document.encoding,
        "raw_sha256": document.raw_sha256,
    }


@dataclass
class _Desk:
    """What the process knows: the open document and the events on it."""

    document: Document | None = None
    ledger: Ledger = field(default_factory=Ledger)


def solve(
    document: Document,
    ledger: Ledger,
    detectors: Iterable[Detector],
    *,
    accept: float,
    stopped: Callable[[], bool],
    told: Callable[[Sequence[str], Sequence[Candidate], bool], None],
    failed: Callable[[str, Exception], None],
) -> None:
    """Run the detectors, those of the page on the source, those of speech on what it proposes.

    `told` is given the kinds and candidates of each stage, and whether it is the last one.
    """
    every = tuple(detectors)
    known = tuple(d for d in ledger.effective if d.doc is None)
    names = Register(persons_of(known)).canonical
    view = View(document, ledger.effective, words=words_of(known), names=names)
    page = tuple(d for d in every if not _on_edition(d))
    found, kinds = _run(page, view, stopped, failed)
    if stopped():
        return
    rest = tuple(d for d in every if _on_edition(d))
    told(kinds, found, not rest)
    if not rest:
        return
    edition = propose(document, ledger, found, accept)
    more, kinds = _run(rest, replace(view, edition=edition), stopped, failed)
    if not stopped():
        told(kinds, more, True)


def _on_edition(detector: Detector) -> bool:
    return "quote" in detector.kinds


def _run(
    detectors: Sequence[Detector],
    view: View,
    stopped: Callable[[], bool],
    failed: Callable[[str, Exception], None],
) -> tuple[list[Candidate], list[str]]:
    found: list[Candidate] = []
    kinds: list[str] = []
    for detector in detectors:
        if stopped():
            break
        try:
            found += _ask(detector, view, stopped)
        except Exception as error:
            failed(detector.id, error)
        else:
            kinds += detector.kinds
    return found, kinds


def _ask(detector: Detector, view: View, stopped: Callable[[], bool]) -> Sequence[Candidate]:
    """Let a detector look; one that asks for `cancelled` can give up between its own blocks."""
    if "cancelled" in inspect.signature(detector.detect).parameters:
        patient: Callable[..., Sequence[Candidate]] = detector.detect
        return patient(view, cancelled=stopped)
    return detector.detect(view)


def serve(lines: Iterable[str], send: Send, load: Callable[[], Iterable[Detector]]) -> None:
    """Answer requests until the input ends; `load` gives the detectors when first needed."""
    requests: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
    newest = _Newest()
    reader = threading.Thread(target=_read, args=(lines, requests, newest), daemon=True)
    reader.start()
    send({"ready": True})
    desk = _Desk()
    detectors: tuple[Detector, ...] = ()
    while (request := requests.get()) is not None:
        if request["do"] == "open":
            desk = _Desk(Document(**request["document"]))
        elif request["do"] == "solve" and desk.document is not None:
            for told in request["events"]:
                desk.ledger.add(read_event(told))
            if request["number"] == newest.number:
                detectors = detectors or tuple(load())
                _answer(desk.document, desk.ledger, detectors, request, newest, send)
    reader.join()


@dataclass
class _Newest:
    number: int = 0


def _read(
    lines: Iterable[str], requests: SimpleQueue[dict[str, Any] | None], newest: _Newest
) -> None:
    for number, line in enumerate(lines, 1):
        request = json.loads(line)
        newest.number = number
        requests.put({**request, "number": number})
    newest.number = 0
    requests.put(None)


def _answer(
    document: Document,
    ledger: Ledger,
    detectors: Sequence[Detector],
    request: Mapping[str, Any],
    newest: _Newest,
    send: Send,
) -> None:
    revision = request["revision"]

    def told(kinds: Sequence[str], found: Sequence[Candidate], done: bool) -> None:
        candidates = [candidate_json(candidate) for candidate in found]
        send({"revision": revision, "kinds": list(kinds), "candidates": candidates, "done": done})

    solve(
        document,
        ledger,
        detectors,
        accept=request["accept"],
        stopped=lambda: newest.number != request["number"],
        told=told,
        failed=lambda name, error: send(
            {"revision": revision, "failed": name, "error": type(error).__name__}
        ),
    )


def main(source: IO[str] | None = None, target: IO[str] | None = None) -> None:
    """Serve the window over standard input and output."""
    from brandtool import detect

    out = target or sys.stdout

    def send(told: Json) -> None:
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
        out.flush()

    serve(source or sys.stdin, send, lambda: detect.detectors().loaded)


if __name__ == "__main__":
    main()
