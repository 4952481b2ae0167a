"""The lists and the segmenter behind one door."""

from __future__ import annotations

import subprocess
import sys

import pytest

from brandtool.detect.lexicon import known, pairs, tag, words


def test_importing_the_door_does_not_import_the_segmenter() -> None:
    code = "import sys, brandtool.detect.quotes; print('jieba' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_the_segmenter_loads_in_silence_and_leaves_pkg_resources_alone() -> None:
    code = (
        "import sys; from brandtool.detect.lexicon import tag; tag('今天天气很好');"
        "print(sys.modules.get('pkg_resources', 'absent'))"
    )
    out = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "absent"
    assert out.stderr == ""


def test_words_do_not_cross_a_cut_or_a_mark() -> None:
    text = "黄雪晨说，“今天”很好"
    tokens = tag(text, [3])
    assert all(text[t.start : t.end] == t.word for t in tokens)
    assert (tokens[0].word, tokens[0].flag) == ("黄雪晨", "nr")
    assert not any(mark in t.word for t in tokens for mark in "，“”")


def test_a_long_run_is_cut_in_pieces_and_loses_nothing() -> None:
    text = "品牌城市发展" * 500
    assert "".join(token.word for token in tag(text)) == text


def test_lists_have_no_empty_entries_and_no_header() -> None:
    for name in ("cues", "titles", "people", "surnames", "translit", "organisations"):
        held = words(name)
        assert held and "" not in held and not any(word.startswith("#") for word in held)
    assert set(pairs("cues").values()) <= {
        "say", "view", "act", "call", "doc", "tell", "announce", "find", "object",
    }  # fmt: skip


def test_a_list_that_is_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        words("no such list")


def test_known_asks_the_dictionary() -> None:
    assert known("记者")
    assert not known("鑃鑃鑃")
