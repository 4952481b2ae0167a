"""Plain text: one file an article with its header, and one for the whole page."""

from __future__ import annotations

from brandtool.core.errors import BrandtoolError
from brandtool.export.naming import article_name, page_name
from brandtool.export.rows import ArticleRow, article_rows
from brandtool.export.sheet import Sheet
from brandtool.export.words import page_number, source_line, state_line
from brandtool.export.writing import Output

ENCODINGS = {"utf-8": "utf-8", "gb18030": "gb18030", "gbk": "gbk", "big5": "cp950"}
"""The encodings that texts can be written in, and their codecs."""


class TextExporter:
    """Write plain text: UTF-8 without a mark unless asked otherwise, LF."""

    id = "text/1"
    name = "text"
    suffix = ".txt"

    def export(self, sheet: Sheet, *, encoding: str = "utf-8") -> tuple[Output, ...]:
        """Return a file for each article and one for the page.

        Raises BrandtoolError `export.encoding.unknown`, `export.encoding` (names the first
        character that the encoding cannot write).
        """
        rows = article_rows(sheet)
        told = [
            (article_name(sheet, row.number, row.title, self.suffix), article_text(sheet, row))
            for row in rows
        ]
        told.append((page_name(sheet, "整版", self.suffix), page_text(sheet, rows)))
        return tuple(Output(name, encoded(text, encoding, name)) for name, text in told)


def article_text(sheet: Sheet, row: ArticleRow) -> str:
    """Write one article: header, running text, captions."""
    facts = sheet.facts
    head = [
        ("报纸", facts.paper),
        ("日期", facts.date),
        ("版次", page_number(facts)),
        ("编号", row.id),
        ("引题", row.kicker),
        ("标题", row.headline or row.title),
        ("副题", row.deck),
        *([("提要题", row.summary)] if row.summary else []),
        ("作者", row.author_line),
        *([("上接", f"第{row.continued_from}版")] if row.continued_from else []),
        *([("下转", f"第{row.continues_on}版")] if row.continues_on else []),
        ("状态", state_line(sheet, row.open)),
        ("源文件", source_line(sheet)),
    ]
    lines = [f"{name}：{value}" for name, value in head]
    lines += ["", "【正文】", *(paragraph.text for paragraph in row.body)]
    if row.below:
        lines += ["", "【图片说明】", *row.below]
    return "\n".join(lines) + "\n"


def page_text(sheet: Sheet, rows: tuple[ArticleRow, ...]) -> str:
    """Write the whole page: header, then the articles as they are read."""
    facts = sheet.facts
    head = [
        ("报纸", facts.paper),
        ("日期", facts.date),
        ("期号", facts.issue),
        ("版次", page_number(facts)),
        ("稿件", f"{len(rows)}篇"),
        ("状态", state_line(sheet, sheet.open_total)),
        ("源文件", source_line(sheet)),
    ]
    lines = [f"{name}：{value}" for name, value in head]
    for row in rows:
        heading = (row.kicker, row.headline, row.deck, row.summary, row.byline)
        lines += ["", f"【第{row.number}篇】", *filter(None, heading)]
        lines += [paragraph.text for paragraph in row.body]
        if row.below:
            lines += ["【图片说明】", *row.below]
    return "\n".join(lines) + "\n"


def encoded(text: str, encoding: str, name: str) -> bytes:
    """Write a text in an encoding; raises as `TextExporter.export` says."""
    codec = ENCODINGS.get(encoding.lower())
    if codec is None:
        raise BrandtoolError("export.encoding.unknown", name=encoding, known=", ".join(ENCODINGS))
    try:
        return text.encode(codec)
    except UnicodeEncodeError as error:
        letter = text[error.start]
        raise BrandtoolError(
            "export.encoding",
            path=name,
            encoding=encoding,
            character=letter,
            point=f"U+{ord(letter):04X}",
            line=text.count("\n", 0, error.start) + 1,
        ) from None
