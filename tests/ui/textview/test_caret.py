"""A caret stops at every character, clause and run, and nowhere inside one."""

from __future__ import annotations

import pytest

from brandtool.ui.textview.caret import clause_stop, next_stop, previous_stop, word_run
from brandtool.ui.textview.document import Document
from tests.ui.textview.conftest import page


def document_of(*lines: str) -> Document:
    document = Document()
    document.replace(0, 0, page(*lines), 0)
    return document


def test_steps_go_by_character_and_over_line_ends_and_back() -> None:
    document = document_of("中𠀀", "", "a\u0301b")
    stops = [0]
    while (after := next_stop(document, stops[-1])) != stops[-1]:
        stops.append(after)
    assert stops == [0, 1, 2, 3, 4, 6, 7]
    back = [stops[-1]]
    while (before := previous_stop(document, back[-1])) != back[-1]:
        back.append(before)
    assert back == stops[::-1]


def test_clauses_end_behind_their_marks() -> None:
    text = "他说，“老街还在。”记者问"
    document = document_of(text, "下一段")
    assert clause_stop(document, 0) == 4
    assert clause_stop(document, 4) == text.index("记")
    assert clause_stop(document, text.index("记")) == len(text)
    assert clause_stop(document, len(text)) == len(text) + 1
    assert clause_stop(document, text.index("记"), backwards=True) == 4
    assert clause_stop(document, 6, backwards=True) == 4
    assert clause_stop(document, 4, backwards=True) == 0


@pytest.mark.parametrize(
    ("text", "at", "run"),
    [
        ("高质量发展的道路", 2, "高质量发展"),
        ("高质量发展的道路", 5, "的"),
        ("共1,284处", 1, "1"),
        ("文化 and 机构", 4, "and"),
        ("好。” 他", 1, "。"),
        ("", 0, ""),
    ],
)
def test_a_double_click_takes_a_run(text: str, at: int, run: str) -> None:
    low, high = word_run(text, at)
    assert text[low:high] == run


def test_a_run_of_hanzi_is_never_a_sentence() -> None:
    low, high = word_run("品" * 100, 50)
    assert 0 < high - low <= 16
