"""Searching by hanzi and by pinyin initials."""

from __future__ import annotations

import pytest

from brandtool.ui.models.search import initials, matches


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("", "接排", True), ("接", "接排", True), ("jp", "接排", True), ("JP", "接排", True),
        ("px", "接排", False), ("cpcn", "成批采纳", True), ("c p", "成批采纳", True),
        ("undo", "Undo", True), ("采", "接排", False),
    ],
)  # fmt: skip
def test_words_find_a_text_by_part_or_initials(words, text, found):
    assert matches(words, text) is found


def test_a_second_name_is_searched_too():
    assert matches("export", "导出", other="Export…")
    assert not matches("import", "导出", other="Export…")


def test_initials_keep_what_is_no_hanzi():
    assert initials("导出CSV") == "dccsv"
