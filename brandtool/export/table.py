"""CSV: the article table and the quote table, as spreadsheets open them without running anything.

UTF-8 with a mark, CRLF, every field quoted. A field that a spreadsheet would take for a formula
gets one apostrophe before it; `unguarded` takes it off again.
"""

from __future__ import annotations

import re

from brandtool.export.naming import page_name
from brandtool.export.rows import ArticleRow, QuoteRow, article_rows, places, quote_rows
from brandtool.export.sheet import Reading, Sheet
from brandtool.export.words import QUOTE_KINDS, QUOTE_STATES, SPEAKER_KINDS, source_name
from brandtool.export.writing import Output

ARTICLE_COLUMNS = (
    "稿件编号", "报纸名称", "出版日期", "期号", "版次", "版名", "版内序号", "栏目", "引题",
    "标题", "副题", "提要题", "作者", "作者说明", "电头", "正文", "小标题", "图片说明",
    "摄影署名", "转版", "字数", "原报差错", "未处理数", "一校", "二校", "定稿时间", "源文件",
    "源校验值", "上接版次", "下转版次",
)  # fmt: skip
QUOTE_COLUMNS = (
    "引语编号", "稿件编号", "报纸名称", "出版日期", "版次", "稿件标题", "引语类型", "引语正文",
    "说话人", "说话人类别", "身份", "文中称呼", "引述词", "前文", "后文", "段号", "片段数",
    "原文位置", "字数", "处理状态", "把握", "依据", "校对员", "处理时间", "附注",
)  # fmt: skip

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_GUARDED = re.compile(r"''*[=+\-@＝＋－＠\t\r]")


class TableExporter:
    """Write the two tables of a page."""

    id = "csv/1"
    name = "csv"
    suffix = ".csv"

    def export(self, sheet: Sheet, *, encoding: str = "utf-8") -> tuple[Output, ...]:
        """Return the article table and the quote table, always in UTF-8 with a mark."""
        return (
            Output(page_name(sheet, "稿件", self.suffix), article_table(sheet)),
            Output(page_name(sheet, "引语", self.suffix), quote_table(sheet)),
        )


def article_table(*sheets: Sheet) -> bytes:
    """Return the article table of some pages."""
    rows = [article_cells(sheet, row) for sheet in sheets for row in article_rows(sheet)]
    return _table(ARTICLE_COLUMNS, rows)


def quote_table(*sheets: Sheet) -> bytes:
    """Return the quote table of some pages."""
    rows = [quote_cells(sheet, row) for sheet in sheets for row in quote_rows(sheet)]
    return _table(QUOTE_COLUMNS, rows)


def article_cells(sheet: Sheet, row: ArticleRow) -> tuple[str, ...]:
    """Return the cells of one article, unguarded, in the order of the columns."""
    facts, readings = sheet.facts, sheet.readings
    return (
        row.id, facts.paper, facts.date, facts.issue, facts.page, facts.page_name,
        str(row.number), row.rubric, row.kicker, row.headline or row.title, row.deck, row.summary,
        "；".join(row.authors), row.author_note, row.dateline, row.text, "；".join(row.subheads),
        "；".join(row.captions), "；".join(row.credits), "；".join(row.turn), str(row.characters),
        "；".join(row.printed), str(row.open), _reading(readings.get("first")),
        _reading(readings.get("second")), readings["final"].time if "final" in readings else "",
        source_name(sheet), sheet.sha256, row.continued_from, row.continues_on,
    )  # fmt: skip


def quote_cells(sheet: Sheet, row: QuoteRow) -> tuple[str, ...]:
    """Return the cells of one quote, unguarded, in the order of the columns."""
    facts, verdict = sheet.facts, row.verdict
    return (
        row.id, row.article_id, facts.paper, facts.date, facts.page, row.title,
        QUOTE_KINDS.get(row.kind, row.kind), row.text, row.speaker,
        SPEAKER_KINDS.get(row.speaker_kind, row.speaker_kind), "；".join(row.posts), row.mention,
        row.cue, row.before, row.after, str(row.paragraph) if row.paragraph else "",
        str(len(row.content)), places(row.content), str(row.characters),
        QUOTE_STATES.get(verdict.state, verdict.state),
        "" if verdict.score is None else f"{verdict.score:.4f}", verdict.why, verdict.editor,
        verdict.time, verdict.note,
    )  # fmt: skip


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell as it was before it was guarded."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _reading(reading: Reading | None) -> str:
    return " ".join(filter(None, (reading.editor, reading.time))) if reading else ""


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> bytes:
    lines = (",".join(map(_field, cells)) for cells in (columns, *rows))
    return ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode("utf-8")


def _field(cell: str) -> str:
    told = guarded(cell).replace('"', '""')
    return f'"{told}"'
