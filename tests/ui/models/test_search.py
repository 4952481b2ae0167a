"""Searching by hanzi and by pinyin initials."""

from __future__ import annotations

import pytest

from brandtool.ui.models.search import matches, readings


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


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("lpj", "刘平均", True), ("liupingjun", "刘平均", True), ("liu ping", "刘平均", True),
        ("liupj", "刘平均", True), ("pj", "刘平均", True), ("lj", "刘平均", False),
        ("shanw", "单威", True), ("dw", "单威", True), ("xx", "邢 旭", True), ("lv", "吕布", True),
        ("gtls", "安东尼奥·古特雷斯", True), ("aogu", "安东尼奥·古特雷斯", True),
        ("xi'an", "西安", True),
    ],
)  # fmt: skip
def test_a_name_is_found_by_its_pinyin_in_every_reading_or_how_that_begins(words, text, found):
    assert matches(words, text) is found


def test_a_letter_that_is_no_hanzi_is_typed_as_it_is():
    assert readings("C") == ("c",)
    assert set(readings("单")) >= {"dan", "shan"}
