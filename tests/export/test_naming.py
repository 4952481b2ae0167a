from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.article import render
from brandtool.core.document import Document
from brandtool.core.facts import PageFacts
from brandtool.core.fold import Ledger
from brandtool.export.naming import article_name, legal, page_name, stem, title_part
from brandtool.export.sheet import Sheet

EDITION = render(Document("甲\n"), Ledger())


def sheet(*, source: str = "", open: int = 0, **facts: str) -> Sheet:
    return Sheet(EDITION, PageFacts(**facts), source, open={1: open} if open else {})


KNOWN = {"paper": "河岸晚报", "date": "2025-09-16", "page": "3"}


def test_known_page_is_named_by_paper_date_and_page():
    assert stem(sheet(**KNOWN)) == "河岸晚报_20250916_03"
    assert stem(sheet(**{**KNOWN, "page": "A12"})) == "河岸晚报_20250916_A12"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("in/page.txt", "page"),
        ("C:\\in\\page.ocr.txt", "page.ocr"),
        (".txt", "_txt"),
        ("page", "page"),
        ("-", "_"),
        ("", "版面"),
        ("CON.txt", "CON_"),
        ("长" * 100 + ".txt", "长" * 40),
    ],
)
def test_page_without_facts_is_named_by_its_source(source, name):
    assert stem(sheet(source=source, paper="河岸晚报")) == name


def test_names_of_files():
    told = sheet(**KNOWN)
    assert article_name(told, 2, "小桥修好了", ".txt") == "河岸晚报_20250916_03_02_小桥修好了.txt"
    assert page_name(told, "整版", ".txt") == "河岸晚报_20250916_03_整版.txt"
    assert page_name(told, "", ".jsonl") == "河岸晚报_20250916_03.jsonl"


def test_names_of_a_draft_say_so():
    told = sheet(open=2, **KNOWN)
    assert article_name(told, 2, "小桥", ".txt") == "河岸晚报_20250916_03_02_小桥_未定稿.txt"
    assert page_name(told, "", ".jsonl") == "河岸晚报_20250916_03_未定稿.jsonl"


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("“三难”怎解？/如何", "“三难”怎解？_如何"),
        ("一" * 30, "一" * 20),
        ("  甲 \t 乙 ", "甲 乙"),
        ("甲:乙|丙", "甲_乙_丙"),
        ("...", "_"),
        ("", "无题"),
        ("e\u0301tat", "état"),
        ("甲\u200b乙\x00", "甲_乙_"),
    ],
)
def test_titles_become_legal_parts_of_at_most_20_characters(title, part):
    assert title_part(title) == part


@given(st.text(max_size=60))
def test_any_words_make_a_name_that_every_system_takes(words):
    told = article_name(sheet(source=words, open=1), 1, words, ".txt")
    assert not set(told) & set('\\/:*?"<>|')
    assert told.isprintable() or all(ord(c) >= 0xA0 for c in told if not c.isprintable())
    assert len(told.encode()) <= 255
    assert unicodedata.normalize("NFC", legal(words)) == legal(words)
    assert not told.startswith((".", "-", " "))
