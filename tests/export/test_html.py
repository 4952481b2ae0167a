from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.decision import Label
from brandtool.export.html import HtmlExporter, page_html, plain
from brandtool.export.rows import article_rows, quote_rows

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Read a file, hold it to be well nested, and keep what it says by the tag it stands in."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if data.strip() and self.open:
            self.said.append((self.open[-1], data))

    def words(self, *tags: str) -> list[str]:
        return [text for tag, text in self.said if tag in tags]


def test_the_pages_an_article_goes_on_from_and_to_stand_around_it(turned):
    read = Reader(page_html(turned.sheet()))
    assert ("p", {"class": "turn to"}) in read.tags
    assert "（下转第12版）" in read.words("p")
    assert ("p", {"class": "turn from"}) not in read.tags


def test_printed_lines_of_a_heading_stand_under_each_other(page):
    page.role("街坊说，路好走了。", "subhead")
    page.role("老街添新灯", "headline")
    text = page_html(page.sheet())
    assert "<h2>老街添新灯<br>临河老街昨晚亮灯</h2>" in text
    assert "<h3>＝灯亮着＝<br>街坊说，路好走了。</h3>" in text


def test_page_holds_articles_captions_chart_and_every_quote(page):
    sheet = page.sheet()
    read = Reader(page_html(sheet))
    rows, quotes = article_rows(sheet), quote_rows(sheet)
    assert read.words("h1") == ["河岸晚报 2025-09-16 3（要闻）"]
    assert read.words("h2")[:2] == [row.headline for row in rows]
    for row in rows:
        assert all(told.text in read.words("p", "h3") for told in row.body)
        assert all(line in read.words("figcaption") for line in row.below)
    cells = read.words("td")
    assert all(quote.text in cells and quote.speaker in cells for quote in quotes)
    assert "100%" in cells
    assert {f"a{row.number}" for row in rows} <= {a.get("id") for _, a in read.tags}


def test_file_needs_and_runs_nothing(page):
    text = page_html(page.sheet())
    read = Reader(text)
    names = {tag for tag, _ in read.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert "default-src 'none'" in text
    for tag, told in read.tags:
        assert not any(name.startswith("on") or name == "src" for name in told), tag
        assert (told.get("href") or "#").startswith("#")


def test_page_without_quotes_has_neither_chart_nor_table(raw):
    text = page_html(raw.sheet())
    assert "<table" not in text
    assert "说话人与字数" not in text
    assert "<nav>" not in text


def test_issue_is_told_and_pages_without_facts_bear_their_source(raw):
    assert Reader(page_html(raw.sheet())).words("h1") == ["page.txt"]
    raw.decide(Label("facts", (), {"issue": "第8期", "paper": "甲报"}))
    assert "期号：第8期" in Reader(page_html(raw.sheet())).words("p")


def test_quote_nobody_is_named_for_and_one_outside_all_articles(page):
    page.decide(Label("quote", (page.at("路好走了。"),), {"kind": "indirect", "speaker": None}))
    cells = Reader(page_html(page.sheet())).words("td")
    assert "（未写明）" in cells
    assert "—" in cells


HOSTILE = st.lists(
    st.sampled_from(["<script>", "</td>", '"', "'", "&", "&lt;", "甲", "\n", "\0", "\x1b", "<!--"]),
    max_size=20,
).map("".join)


@given(HOSTILE)
def test_no_text_acts_as_markup(text):
    read = Reader(f'<p title="{plain(text)}">{plain(text)}</p>')
    assert [tag for tag, _ in read.tags] == ["p"]
    said = "".join(words for _, words in read.said)
    wanted = text.replace("\0", "\ufffd").replace("\x1b", "\ufffd")
    assert said == wanted or not wanted.strip()
    assert read.tags[0][1]["title"] == wanted


def test_exporter_writes_one_file_and_the_same_bytes(page):
    (one,) = HtmlExporter().export(page.sheet())
    (other,) = HtmlExporter().export(page.sheet())
    assert one == other
    assert one.name == "河岸晚报_20250916_03_整版.html"


@pytest.mark.parametrize("words", ["街坊说", "（河岸晚报记者章朔整理）"])
def test_hostile_names_are_words_in_every_cell(page, words):
    told = {"kind": "direct", "speaker": "<b>田</b>", "posts": ['"><script>']}
    page.decide(Label("quote", (page.at(words),), told))
    read = Reader(page_html(page.sheet()))
    assert "<b>田</b>" in read.words("td")
    assert '"><script>' in read.words("td")
