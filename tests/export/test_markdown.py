from __future__ import annotations

import html
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.decision import Label
from brandtool.export.markdown import MarkdownExporter, escaped, page_markdown


def test_page_reads_as_headings_and_paragraphs(page):
    text = page_markdown(page.sheet(facts=None))
    assert text.startswith("# 河岸晚报 2025-09-16 3（要闻）\n\n- 状态：校对中\n")
    assert "\n**老街添新灯**\n\n## 临河老街昨晚亮灯\n\n■河岸晚报记者 柴令 岑 霁\n" in text
    assert "\n### ＝灯亮着＝\n" in text
    assert text.count("\n## ") == 3
    assert text.count("\n## 说话人与字数\n") == 1
    assert "\n**图片说明**\n\n> 9月15日，老街亮灯。" in text


def test_issue_is_listed_and_page_without_facts_bears_its_source(page, raw):
    raw.decide(
        Label("facts", (), {"issue": "第8期", "paper": "", "date": "", "page": "", "page_name": ""})
    )
    text = page_markdown(raw.sheet())
    assert "\n- 期号：第8期\n" in text
    assert text.startswith(f"# {escaped(PurePath(raw.sheet().source).name)}\n")


def test_two_lines_of_a_subhead_are_one_heading(page):
    page.role("街坊说，路好走了。", "subhead")
    assert "\n### ＝灯亮着＝ 街坊说，路好走了。\n" in page_markdown(page.sheet())


def test_the_page_an_article_goes_on_to_stands_below_it(turned):
    text = page_markdown(turned.sheet())
    assert "路好走了。\n\n*（下转第12版）*\n\n## " in text
    assert "上接" not in text


def test_words_that_are_no_markup_stay_as_they_are():
    for told in ("张三：“好!”", "谈城市:一、二", "3+2=5", "6-8月", "a - b", "1.5"):
        assert escaped(told) == told
    assert escaped("- 一") == "\\- 一"
    assert escaped("写信到 a@b.cn 或 http://a.b") == "写信到 a\\@b.cn 或 http\\://a.b"


def test_exporter_writes_one_file(page):
    (output,) = MarkdownExporter().export(page.sheet())
    assert output.name == "河岸晚报_20250916_03_整版.md"


PARTS = [*"`*_{}[]()#+-.!|<>~&=\\:@$1a甲 \t\"'", "<b>", "&lt;", "1.", "http://a.b "]
HOSTILE = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


@given(HOSTILE)
def test_no_text_acts_as_markup(text):
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    told = " ".join(text.split())
    if not told:
        return
    rendered = parser.render(escaped(told))
    assert rendered.startswith("<p>")
    assert rendered.endswith("</p>\n")
    inner = rendered[3:-5]
    assert "<" not in inner
    assert html.unescape(inner) == told
