"""JSON Lines: the edition whole, one object an article and one a quote, for other programs.

`resources/schemas/edition.schema.json` describes the objects; offsets are half-open, in code points
of the source text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from brandtool.core.decision import Anchor, Json, Source
from brandtool.core.errors import BrandtoolError
from brandtool.export.naming import page_name
from brandtool.export.rows import ArticleRow, Paragraph, QuoteRow, article_rows, quote_rows
from brandtool.export.sheet import Sheet
from brandtool.export.words import source_name
from brandtool.export.writing import Output

FORMAT = "brandtool-edition/1"
"""Names the form of the objects; readers ignore keys they do not know."""
_ENDS = {letter: f"\\u{letter:04x}" for letter in (0x85, 0x2028, 0x2029)}


class LinesExporter:
    """Write the edition as JSON Lines."""

    id = "jsonl/1"
    name = "jsonl"
    suffix = ".jsonl"

    def export(self, sheet: Sheet, *, encoding: str = "utf-8") -> tuple[Output, ...]:
        """Return one file, always in UTF-8: the articles in order, then the quotes."""
        text = "".join(f"{_line(told)}\n" for told in objects(sheet))
        return (Output(page_name(sheet, "", self.suffix), text.encode("utf-8")),)


def _line(told: Json) -> str:
    """Write an object in one line, also for readers that take other letters for line ends."""
    return json.dumps(told, ensure_ascii=False).translate(_ENDS)


def objects(sheet: Sheet) -> Iterator[dict[str, Json]]:
    """Go through the objects of a page: its articles, then its quotes."""
    page = _page(sheet)
    for article in article_rows(sheet):
        yield _article(article, page)
    for quote in quote_rows(sheet):
        yield _quote(quote, page)


def read_lines(lines: Iterable[str], *, origin: str = "") -> Iterator[dict[str, Json]]:
    """Read objects back.

    Raises BrandtoolError `export.lines` for a line that is no object of this format.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise BrandtoolError("export.lines", path=origin, line=number)
        yield told


def _page(sheet: Sheet) -> dict[str, Json]:
    facts = sheet.facts
    return {
        "paper": facts.paper,
        "date": facts.date,
        "issue": facts.issue,
        "page": facts.page,
        "page_name": facts.page_name,
        "source": source_name(sheet),
        "sha256": sheet.sha256,
        "text_sha256": sheet.edition.document.sha256,
        "state": sheet.state,
        "open": sheet.open_total,
        "readings": {
            state: {"editor": reading.editor, "time": reading.time}
            for state, reading in sheet.readings.items()
        },
    }


def _article(row: ArticleRow, page: dict[str, Json]) -> dict[str, Json]:
    return {
        "format": FORMAT,
        "type": "article",
        "id": row.id,
        "page": page,
        "number": row.number,
        "title": row.title,
        "rubric": row.rubric,
        "kicker": row.kicker,
        "headline": row.headline,
        "headline_lines": list(row.headline_lines),
        "deck": row.deck,
        "summary": row.summary,
        "byline": row.byline,
        "authors": list(row.authors),
        "author_note": row.author_note,
        "dateline": row.dateline,
        "text": row.text,
        "paragraphs": [_paragraph(told) for told in row.body],
        "subheads": list(row.subheads),
        "captions": list(row.captions),
        "credit_lines": list(row.credit_lines),
        "credits": list(row.credits),
        "turn": list(row.turn),
        "continued_from": row.continued_from,
        "continues_on": row.continues_on,
        "characters": row.characters,
        "printed_errors": list(row.printed),
        "open": row.open,
        "spans": [list(span) for span in row.spans],
    }


def _paragraph(told: Paragraph) -> dict[str, Json]:
    out: dict[str, Json] = {"role": told.role, "text": told.text}
    return {**out, "lines": list(told.lines)} if told.lines else out


def _quote(row: QuoteRow, page: dict[str, Json]) -> dict[str, Json]:
    verdict = row.verdict
    return {
        "format": FORMAT,
        "type": "quote",
        "id": row.id,
        "page": page,
        "article": row.article_id or None,
        "kind": row.kind,
        "text": row.text,
        "speaker": row.speaker or None,
        "speaker_kind": row.speaker_kind,
        "posts": list(row.posts),
        "mention": row.mention,
        "cue": row.cue,
        "before": row.before,
        "after": row.after,
        "paragraph": row.paragraph or None,
        "content": _anchor(row.content),
        "cue_spans": _anchor(row.cue_anchor),
        "mention_spans": _anchor(row.mention_anchor),
        "content_words": [part.text for part in row.content],
        "cue_words": [part.text for part in row.cue_anchor],
        "mention_words": [part.text for part in row.mention_anchor],
        "characters": row.characters,
        "state": verdict.state,
        "score": None if verdict.score is None else round(verdict.score, 4),
        "why": verdict.why,
        "editor": verdict.editor,
        "time": verdict.time,
        "note": verdict.note,
    }


def _anchor(anchor: Anchor) -> list[Json]:
    """Return ranges as [start, end]; inserted words as [start, end, event]."""
    return [
        [part.start, part.end] if isinstance(part, Source) else [part.start, part.end, part.event]
        for part in anchor
    ]
