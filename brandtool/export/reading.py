"""Read a JSON Lines export back: the same rows it was written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brandtool.core.decision import Anchor, AnchorPart, Json, Source, Typed
from brandtool.core.errors import BrandtoolError
from brandtool.core.facts import FACTS, PageFacts
from brandtool.core.span import Span
from brandtool.export.lines import read_lines
from brandtool.export.rows import ArticleRow, Paragraph, QuoteRow
from brandtool.export.sheet import Reading, Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what an export says of one page."""

    facts: PageFacts
    source: str
    sha256: str
    text_sha256: str
    state: str
    open: int
    readings: Mapping[str, Reading]
    articles: tuple[ArticleRow, ...]
    quotes: tuple[QuoteRow, ...]


def read_pages(lines: Iterable[str], *, origin: str = "") -> tuple[Told, ...]:
    """Read the pages of an export back, in order.

    Raises BrandtoolError `export.lines` for a line that is no object of this format.
    """
    pages: list[tuple[Mapping[str, Any], list[Mapping[str, Any]]]] = []
    number = 0
    for number, one in enumerate(read_lines(lines, origin=origin), 1):
        told: Mapping[str, Any] = one
        page = told.get("page")
        if not isinstance(page, dict):
            raise BrandtoolError("export.lines", path=origin, line=number)
        if not pages or pages[-1][0] != page:
            pages.append((page, []))
        pages[-1][1].append(told)
    try:
        return tuple(_page(page, found) for page, found in pages)
    except (KeyError, TypeError, ValueError) as error:
        raise BrandtoolError("export.lines", path=origin, line=number) from error


def _page(page: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> Told:
    articles = tuple(_article(told) for told in found if told["type"] == "article")
    by_id = {article.id: article for article in articles}
    return Told(
        facts=PageFacts(**{name: page[name] for name in FACTS}),
        source=page["source"],
        sha256=page["sha256"],
        text_sha256=page["text_sha256"],
        state=page["state"],
        open=page["open"],
        readings={name: Reading(**told) for name, told in page["readings"].items()},
        articles=articles,
        quotes=tuple(
            _quote(told, by_id.get(told["article"])) for told in found if told["type"] == "quote"
        ),
    )


def _article(told: Mapping[str, Any]) -> ArticleRow:
    texts: dict[str, Any] = {
        name: tuple(told[name])
        for name in ("authors", "subheads", "captions", "credit_lines", "credits", "turn")
    }
    words = {
        name: told[name]
        for name in (
            "id", "number", "title", "rubric", "kicker", "headline", "deck", "summary", "byline",
            "author_note", "dateline", "characters", "open",
        )
    }  # fmt: skip
    return ArticleRow(
        **words,
        **texts,
        body=tuple(
            Paragraph(one["role"], one["text"], tuple(one.get("lines", ())))
            for one in told["paragraphs"]
        ),
        headline_lines=tuple(told.get("headline_lines", filter(None, [told["headline"]]))),
        continued_from=told.get("continued_from", ""),
        continues_on=told.get("continues_on", ""),
        printed=tuple(told["printed_errors"]),
        spans=tuple(Span(*span) for span in told["spans"]),
    )


def _quote(told: Mapping[str, Any], article: ArticleRow | None) -> QuoteRow:
    words = {
        name: told[name]
        for name in (
            "id", "kind", "text", "speaker_kind", "mention", "cue", "before", "after", "characters",
        )
    }  # fmt: skip
    verdict = {name: told[name] for name in ("state", "editor", "time", "note", "score", "why")}
    return QuoteRow(
        **words,
        article=article.number if article else 0,
        article_id=told["article"] or "",
        title=article.title if article else "",
        speaker=told["speaker"] or "",
        posts=tuple(told["posts"]),
        paragraph=told["paragraph"] or 0,
        content=_anchor(told["content"], told["content_words"]),
        cue_anchor=_anchor(told["cue_spans"], told["cue_words"]),
        mention_anchor=_anchor(told["mention_spans"], told["mention_words"]),
        verdict=Verdict(**verdict),
    )


def _anchor(ranges: Sequence[Sequence[Json]], words: Sequence[str]) -> Anchor:
    return tuple(_part(one, text) for one, text in zip(ranges, words, strict=True))


def _part(told: Sequence[Any], words: str) -> AnchorPart:
    start, end, *event = told
    return Typed(event[0], start, end, words) if event else Source(start, end, words)
