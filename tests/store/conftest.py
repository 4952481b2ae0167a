from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brandtool.core.decision import Decision, Label, Source
from brandtool.core.document import Document
from brandtool.store import Project, Replica, new_replica

TEXT = "滨海新报\n海风吹过新城，渔港的灯亮了。\n记者 林小舟\n“今年的鱼比去年多。”船长说。\n"


class Hand:
    """Decide on a document as one replica: n, clock, prev and ids are kept in order."""

    def __init__(self, replica: Replica, document: Document | None, clock: int = 0) -> None:
        self.replica = replica
        self.document = document
        self.clock = clock
        self.n = 0
        self.prev = ""

    def decide(self, **told: Any) -> Decision:
        self.n += 1
        self.clock += 1
        doc = self.document
        made = Decision(
            event="",
            replica=self.replica.replica_id,
            n=self.n,
            clock=self.clock,
            action=secrets.token_hex(16),
            verb="add",
            kind="role",
            doc=doc.uid if doc else None,
            text_sha256=doc.sha256 if doc else None,
            effects=(Label("role", (Source(0, 4, "滨海新报"),), "headline"),),
            made_us=1_700_000_000_000_000,
            prev=self.prev,
        )
        made = replace(made, **told).sealed()
        self.prev = made.event
        return made

    def retract(self, *events: Decision) -> Decision:
        targets = tuple(event.event for event in events)
        return self.decide(verb="retract", kind="", effects=(), targets=targets)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep backups and caches of a test in its own folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    return folder


@pytest.fixture
def page() -> Document:
    return Document(TEXT, "page.txt")


@pytest.fixture
def replica() -> Replica:
    return new_replica(editor_id="lin", editor_name="林编辑")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "pages"
    path.mkdir()
    return path


@pytest.fixture
def project(folder: Path, page: Document, replica: Replica) -> Iterator[Project]:
    """Open a new project of the page for writing."""
    path = folder / "page.txt.brandtool"
    with Project.create(path, page, raw=page.text.encode(), replica=replica) as opened:
        yield opened


@pytest.fixture
def hand(page: Document, replica: Replica) -> Hand:
    return Hand(replica, page)


@pytest.fixture
def hands() -> Callable[..., Hand]:
    return Hand


@pytest.fixture
def filled(project: Project, hand: Hand) -> Path:
    """Leave a closed project: three decisions, one replaced, one taken back, one that stands."""
    first, second = hand.decide(cand="aa" * 16), hand.decide()
    third = hand.decide(parents=(first.event,), cand="aa" * 16)
    for decision in (first, second, third, hand.retract(second)):
        project.append([decision])
    project.close()
    return project.path
