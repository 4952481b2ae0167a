"""A command line to call, and a detector of our own whose claims never change."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from brandtool import __main__, detect
from brandtool.core.candidate import Candidate, Evidence, View, source_part
from brandtool.plugins import Failure, Parts

PAGE = """河岸晚报 2025年9月16日 第3版 要闻

临河老街昨晚亮灯

本报讯 昨晚，临河老街的灯亮了，来看灯的人把石

桥都站满了。店主田禾说：“这盏灯是我爷爷挂上去的。”

小桥修好了

小桥的桥板换成了青石板。
"""


class Breaks:
    """Claim that a line without a stop goes on in the next, and that marked words are a quote."""

    id = "breaks/1"
    kinds = ("join", "quote")

    def detect(self, view: View) -> tuple[Candidate, ...]:
        text, document = view.document.text, view.document
        out = []
        if "石\n\n桥" in text:
            at = text.index("石\n\n桥")
            left, right = (at, at + 1), (at + 3, at + 4)
            told = Evidence("join.next", {"left": "石", "right": "桥"})
            parts = (source_part(document, "left", left), source_part(document, "right", right))
            out.append(Candidate("join", document.sha256, parts, 0.9, told))
        if "“" in text:
            start, end = text.index("“") + 1, text.index("”")
            at = text.rindex("说", 0, start)
            told = Evidence("quote.before", {"cue": "说", "mention": "店主田禾"})
            parts = (
                source_part(document, "content", (start, end)),
                source_part(document, "cue", (at, at + 1)),
            )
            value = {
                "kind": "direct",
                "speaker": "田禾",
                "speaker_kind": "person",
                "posts": ["店主"],
            }
            out.append(Candidate("quote", document.sha256, parts, 0.8, told, value=value))
        return tuple(out)


class Fails:
    id = "fails/1"
    kinds = ("suspect",)

    def detect(self, view: View) -> tuple[Candidate, ...]:
        raise RuntimeError("lost")


@dataclass
class Done:
    code: int
    out: str
    err: str
    raw: bytes


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))


@pytest.fixture
def detectors(monkeypatch) -> Callable[..., None]:
    """Return what puts detectors in the place of ours; `breaks` stands there already."""

    def use(*parts: object, failed: tuple[Failure, ...] = ()) -> None:
        monkeypatch.setattr(detect, "detectors", lambda: Parts(parts, failed), raising=False)

    use(Breaks())
    return use


@pytest.fixture
def breaks() -> Breaks:
    return Breaks()


@pytest.fixture
def fails() -> Fails:
    return Fails()


@pytest.fixture
def run(capfdbinary) -> Callable[..., Done]:
    """Return what calls the program and tells its exit code and what it wrote."""

    def call(*words: object) -> Done:
        capfdbinary.readouterr()
        code = __main__.main([str(word) for word in words])
        told = capfdbinary.readouterr()
        return Done(code, told.out.decode("utf-8"), told.err.decode("utf-8"), told.out)

    return call


@pytest.fixture
def page(tmp_path, detectors) -> Path:
    path = tmp_path / "in" / "page.txt"
    path.parent.mkdir()
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def piped(monkeypatch):
    """Return what puts bytes on standard input."""

    class Stream(io.TextIOWrapper):
        pass

    def put(raw: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", Stream(io.BytesIO(raw), encoding="ascii"))

    return put
