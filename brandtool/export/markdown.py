"""Markdown: the page as one readable file; nothing in the text can act as markup."""

from __future__ import annotations

import re

from brandtool.export.chart import COLUMNS, TITLE, bars
from brandtool.export.naming import page_name
from brandtool.export.rows import ArticleRow, article_rows
from brandtool.export.sheet import Sheet
from brandtool.export.words import page_number, source_line, source_name, state_line
from brandtool.export.writing import Output

_ACTIVE = re.compile(
    r"[\\`*_{}\[\]<>|~$#&]"  # anywhere
    r"|^[+\-=:]"  # at the beginning of a line
    r"|(?<=[A-Za-z]):|:(?=[A-Za-z+\-]\w*:)|(?<=[A-Za-z0-9])@"  # links, signs and addresses
)
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


class MarkdownExporter:
    """Write one Markdown file of the page."""

    id = "markdown/1"
    name = "markdown"
    suffix = ".md"

    def export(self, sheet: Sheet, *, encoding: str = "utf-8") -> tuple[Output, ...]:
        """Return the page, always in UTF-8."""
        text = page_markdown(sheet)
        return (Output(page_name(sheet, "整版", self.suffix), text.encode("utf-8")),)


def page_markdown(sheet: Sheet) -> str:
    """Write the page: its facts, then every article with its captions quoted below."""
    facts = sheet.facts
    told = " ".join(filter(None, (facts.paper, facts.date, page_number(facts))))
    lines = [f"# {escaped(told or source_name(sheet) or '版面')}", ""]
    if facts.issue:
        lines.append(f"- 期号：{escaped(facts.issue)}")
    lines.append(f"- 状态：{escaped(state_line(sheet, sheet.open_total))}")
    lines.append(f"- 源文件：{escaped(source_line(sheet))}")
    for row in article_rows(sheet):
        lines += ["", *_article(row)]
    lines += _chart(sheet)
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return text that reads as itself in Markdown."""
    told = _ACTIVE.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)
    return _NUMBER.sub(r"\1\\\2", " ".join(told.split("\n")).strip())


def _chart(sheet: Sheet) -> list[str]:
    """Write who says how much, as a table with bars; nothing where nobody is quoted."""
    told = bars(sheet)
    if not told:
        return []
    out = ["", f"## {TITLE}", "", f"| {' | '.join(COLUMNS)} |  |", "|---|---|--:|--:|--:|---|"]
    for bar in told:
        cells = (escaped(bar.speaker), escaped("；".join(bar.posts)), str(bar.quotes),
                 str(bar.characters), bar.percent, bar.blocks)  # fmt: skip
        out.append(f"| {' | '.join(cells)} |")
    return out


def _article(row: ArticleRow) -> list[str]:
    parts = [f"**{escaped(row.kicker)}**"] if row.kicker else []
    parts.append(f"## {escaped(row.headline or row.title)}")
    parts += [escaped(told) for told in (row.deck, row.summary, row.byline) if told]
    before, after = row.turned
    parts += [f"*（{before}）*"] if before else []
    for paragraph in row.body:
        mark = "### " if paragraph.role == "subhead" else ""
        parts.append(mark + escaped(paragraph.text))
    parts += [f"*（{after}）*"] if after else []
    if row.below:
        parts.append("**图片说明**")
        parts += [f"> {escaped(line)}" for line in row.below]
    return "\n\n".join(parts).split("\n")
