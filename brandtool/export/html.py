"""HTML: the page in one file that needs nothing else, to be read, printed and passed on.

Everything of the page is escaped, and the file may run and load nothing.
"""

# ruff: noqa: E501 - a rule of a style sheet is read in one line

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from brandtool.export.chart import COLUMNS, TITLE, bars
from brandtool.export.naming import page_name
from brandtool.export.rows import ArticleRow, QuoteRow, article_rows, quote_rows
from brandtool.export.sheet import Sheet
from brandtool.export.words import (
    QUOTE_KINDS,
    QUOTE_STATES,
    page_number,
    source_line,
    source_name,
    state_line,
)
from brandtool.export.writing import Output

QUOTE_COLUMNS = ("稿件", "类型", "说话人", "身份", "引语", "引述词", "字数", "状态")
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --muted: #5d6675; --line: #d9dde4; --bar: #4f5bd5; --paper: #fdfcf9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ec; --muted: #a2a9b5; --line: #3a404b; --bar: #a3a8ff; --paper: #17191d; } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.06rem/1.8 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
header, nav, table, figcaption, .about, .turn { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.3rem; margin: 0 0 .4rem; } h2 { font-size: 1.5rem; line-height: 1.4; margin: 2.6rem 0 .3rem; } h3 { font-size: 1.1rem; margin: 1.4rem 0 .3rem; }
p { margin: .5rem 0; text-align: justify; } .body p { text-indent: 2em; }
.about, .byline, .turn, figcaption { color: var(--muted); font-size: .9rem; } p.turn { text-align: right; } .kicker, .deck { color: var(--muted); margin: .2rem 0; }
figure { margin: 1rem 0; border-left: 3px solid var(--line); padding-left: .8rem; }
ol.articles { padding-left: 1.4rem; font-size: .95rem; } a { color: inherit; }
table { width: 100%; border-collapse: collapse; font-size: .82rem; line-height: 1.5; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 500; } th, .k { white-space: nowrap; } .n { text-align: right; white-space: nowrap; } td.bar { width: 34%; min-width: 8rem; } .who { min-width: 5em; }
.bar div { background: var(--bar); height: .7rem; border-radius: .35rem; margin-top: .3rem; min-width: 3px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@media print { :root { --paper: #fff; --ink: #000; --muted: #444; --line: #bbb; } body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; } h2, h3 { break-after: avoid; } tr, figure { break-inside: avoid; } thead { display: table-header-group; } @page { margin: 18mm; } }
"""


class HtmlExporter:
    """Write one HTML file of the page."""

    id = "html/1"
    name = "html"
    suffix = ".html"

    def export(self, sheet: Sheet, *, encoding: str = "utf-8") -> tuple[Output, ...]:
        """Return the page, always in UTF-8."""
        text = page_html(sheet)
        return (Output(page_name(sheet, "整版", self.suffix), text.encode("utf-8")),)


def page_html(sheet: Sheet) -> str:
    """Write the page: its facts, its articles, who says how much, and every quote."""
    facts, rows, quotes = sheet.facts, article_rows(sheet), quote_rows(sheet)
    told = " ".join(filter(None, (facts.paper, facts.date, page_number(facts))))
    title = told or source_name(sheet) or "版面"
    about = (
        f"期号：{facts.issue}" if facts.issue else "",
        f"状态：{state_line(sheet, sheet.open_total)}",
        f"源文件：{source_line(sheet)}",
    )
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="zh-Hans">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{plain(title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            "<header>",
            f"<h1>{plain(title)}</h1>",
            *(f'<p class="about">{plain(line)}</p>' for line in about if line),
            "</header>",
            *_contents(rows),
            *(line for row in rows for line in _article(row)),
            *_chart(sheet),
            *_quotes(quotes),
            "</body>",
            "</html>",
            "",
        )
    )


def plain(text: str) -> str:
    """Return text that reads as itself in HTML, in an attribute too; controls as U+FFFD."""
    return escape(_UNSAFE.sub("\ufffd", text), quote=True)


def _contents(rows: Iterable[ArticleRow]) -> list[str]:
    links = [f'<li><a href="#a{row.number}">{plain(_title(row))}</a></li>' for row in rows]
    return ["<nav>", '<ol class="articles">', *links, "</ol>", "</nav>"] if len(links) > 1 else []


def _title(row: ArticleRow) -> str:
    return row.headline or row.title or f"第{row.number}篇"


def _article(row: ArticleRow) -> list[str]:
    head = (("kicker", row.kicker), ("", ""), ("deck", row.deck), ("deck", row.summary))
    out = [f'<article id="a{row.number}">']
    for name, told in head:
        if not name:
            out.append(f"<h2>{_printed(row.headline_lines) or plain(_title(row))}</h2>")
        elif told:
            out.append(f'<p class="{name}">{plain(told)}</p>')
    if row.byline:
        out.append(f'<p class="byline">{plain(row.byline)}</p>')
    before, after = row.turned
    out += _turn("from", before)
    out.append('<div class="body">')
    for paragraph in row.body:
        tag = "h3" if paragraph.role == "subhead" else "p"
        out.append(f"<{tag}>{_printed(paragraph.lines) or plain(paragraph.text)}</{tag}>")
    out.append("</div>")
    out += _turn("to", after)
    out += [f"<figure><figcaption>{plain(line)}</figcaption></figure>" for line in row.below]
    return [*out, "</article>"]


def _printed(lines: Iterable[str]) -> str:
    """Write the printed lines of a heading under each other."""
    return "<br>".join(map(plain, lines))


def _turn(way: str, told: str) -> list[str]:
    return [f'<p class="turn {way}">（{plain(told)}）</p>'] if told else []


def _chart(sheet: Sheet) -> list[str]:
    told = bars(sheet)
    if not told:
        return []
    rows = [
        f'<tr><td class="who">{plain(bar.speaker)}</td>'
        f'<td class="who">{plain("；".join(bar.posts))}</td>'
        f'<td class="n">{bar.quotes}</td><td class="n">{bar.characters}</td>'
        f'<td class="n">{bar.percent}</td>'
        f'<td class="bar"><div style="width:{100 * bar.length:.1f}%"></div></td></tr>'
        for bar in told
    ]
    return _table(TITLE, "speakers", (*COLUMNS, ""), rows, numbers=(2, 3, 4))


def _quotes(quotes: tuple[QuoteRow, ...]) -> list[str]:
    rows = [_quote(row) for row in quotes]
    return _table("引语表", "quotes", QUOTE_COLUMNS, rows, numbers=(6,)) if rows else []


def _quote(row: QuoteRow) -> str:
    number = f'<a href="#a{row.article}">第{row.article}篇</a>' if row.article else "—"
    cells = (
        ("k", QUOTE_KINDS.get(row.kind, row.kind)),
        ("who", row.speaker or "—"),
        ("who", "；".join(row.posts)),
        ("", row.text),
        ("k", row.cue),
    )
    state = QUOTE_STATES.get(row.verdict.state, row.verdict.state)
    return (
        f'<tr id="{plain(row.id)}"><td class="n">{number}</td>'
        + "".join(f'<td class="{name}">{_lines(cell)}</td>' for name, cell in cells)
        + f'<td class="n">{row.characters}</td><td class="k">{plain(state)}</td></tr>'
    )


def _lines(text: str) -> str:
    return _printed(text.split("\n"))


def _table(
    title: str, name: str, columns: Iterable[str], rows: list[str], *, numbers: tuple[int, ...]
) -> list[str]:
    heads = [
        f'<th class="n">{column}</th>' if at in numbers else f"<th>{column}</th>"
        for at, column in enumerate(columns)
    ]
    return [
        f'<section id="{name}">', f"<h2>{title}</h2>", "<table>",
        f"<thead><tr>{''.join(heads)}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>",
        "</section>",
    ]  # fmt: skip
