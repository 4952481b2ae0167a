"""The intermediate form that all exporters share: one row an article, one row a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from brandtool.core.article import OUTSIDE, Article
from brandtool.core.decision import Anchor, AnchorPart, Label, Source
from brandtool.core.lines import Line, goes_on
from brandtool.core.quote import Quote
from brandtool.core.span import Span
from brandtool.core.turn import turns_of
from brandtool.export.authors import Authors, author_of_signoff, authors_of, credit_of
from brandtool.export.naming import article_id, quote_id
from brandtool.export.sheet import Sheet, Verdict

HEAD = frozenset({"kicker", "headline", "deck", "summary", "byline"})
"""Roles that stand in the header, not in the running text."""
CAPTIONS = frozenset({"caption", "credit"})
"""Roles that stand below the running text."""
CONTEXT = 40
"""How many characters before and after a quote are told."""

_DATELINE = re.compile(
    r"(本报讯|本报[^，。（(“]{0,12}?[讯电]|(?:新华社|中新社|中新网|人民网|央视网|新华网)[^，。（(“]{0,16}?[讯电])"
    r"(?=[\s（(]|[\u4e00-\u9fff0-9])"
)
_BRACKETED = re.compile(r"[（(]([^（）()]{2,40})[）)]\s*$")
_SENDER = re.compile(r"\s*[（(]([^（）()]{2,40})[）)]")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold one line of the running text with its role.

    `lines` are the printed lines of a heading of several; they stand in `text` with blanks between.
    """

    role: str
    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """Hold what an export says of one article."""

    id: str
    number: int
    title: str
    rubric: str
    kicker: str
    headline: str
    headline_lines: tuple[str, ...]
    deck: str
    summary: str
    byline: str
    authors: tuple[str, ...]
    author_note: str
    dateline: str
    body: tuple[Paragraph, ...]
    subheads: tuple[str, ...]
    captions: tuple[str, ...]
    credit_lines: tuple[str, ...]
    credits: tuple[str, ...]
    turn: tuple[str, ...]
    continued_from: str
    continues_on: str
    characters: int
    printed: tuple[str, ...]
    open: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Return the running text, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.body)

    @property
    def below(self) -> tuple[str, ...]:
        """Return what stands below the running text: captions, then credits as printed."""
        return (*self.captions, *self.credit_lines)

    @property
    def turned(self) -> tuple[str, str]:
        """Return what turn lines say above and below the running text; empty for nothing."""
        pages = {turn.way: turn.page for turn in turns_of(("turn", line) for line in self.turn)}
        before, after = pages.get("from"), pages.get("to")
        return (f"上接第{before}版" if before else "", f"下转第{after}版" if after else "")

    @property
    def author_line(self) -> str:
        """Return the authors as the text header names them, 整理 marked."""
        told = "；".join(self.authors)
        return (
            f"{told}（整理）" if told and not self.byline and "整理" in self.author_note else told
        )


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """Hold what an export says of one quote; `article` is 0 for one outside all articles."""

    id: str
    article: int
    article_id: str
    title: str
    kind: str
    text: str
    speaker: str
    speaker_kind: str
    posts: tuple[str, ...]
    mention: str
    cue: str
    before: str
    after: str
    paragraph: int
    content: Anchor
    cue_anchor: Anchor
    mention_anchor: Anchor
    characters: int
    verdict: Verdict


def characters(text: str) -> int:
    """Count characters as editors do: punctuation counts, blanks and line ends do not."""
    return len(_BLANK.sub("", text))


def article_rows(sheet: Sheet) -> tuple[ArticleRow, ...]:
    """Return the rows of the articles in reading order."""
    return tuple(_article(sheet, article) for article in sheet.edition.articles)


def quote_rows(sheet: Sheet) -> tuple[QuoteRow, ...]:
    """Return the rows of the quotes in reading order."""
    out: list[QuoteRow] = []
    counts: dict[int, int] = {}
    articles = {article.index: article for article in sheet.edition.articles}
    for quote in sheet.edition.quotes:
        counts[quote.article] = counts.get(quote.article, 0) + 1
        out.append(_quote(sheet, quote, articles.get(quote.article), counts[quote.article]))
    return tuple(out)


def _article(sheet: Sheet, article: Article) -> ArticleRow:
    printed = _printed(sheet, article)

    def told(*roles: str, joint: str = " ") -> str:
        return joint.join(_text(line, sheet, printed) for line in article.of_role(*roles))

    paragraphs = _paragraphs(
        (line, _text(line, sheet, printed))
        for line in article.lines
        if line.role not in HEAD | OUTSIDE | CAPTIONS
    )
    captions = tuple(_text(line, sheet, printed) for line in article.of_role("caption"))
    credits = tuple(line.text for line in article.of_role("credit"))
    takers = filter(None, map(credit_of, captions))
    authors = _authors(article, paragraphs)
    return ArticleRow(
        id=article_id(sheet, article.index),
        number=article.index,
        title=told("headline") or article.title,
        rubric=_rubric(sheet, article),
        kicker=told("kicker"),
        headline=told("headline"),
        headline_lines=tuple(_text(line, sheet, printed) for line in article.of_role("headline")),
        deck=told("deck"),
        summary=told("summary"),
        byline=article.byline,
        authors=authors.names,
        author_note=authors.note,
        dateline=_dateline(article, paragraphs),
        body=paragraphs,
        subheads=article.subheads,
        captions=captions,
        credit_lines=credits,
        credits=credits or tuple(dict.fromkeys(takers)),
        turn=tuple(line.text for line in article.of_role("turn")),
        continued_from=article.continued_from,
        continues_on=article.continues_on,
        characters=characters("".join(paragraph.text for paragraph in paragraphs)),
        printed=tuple(f"“{old}”应为“{new}”" if new else f"“{old}”" for _, old, new in printed),
        open=sheet.open.get(article.index, 0),
        spans=article.spans,
    )


def _paragraphs(lines: Iterable[tuple[Line, str]]) -> tuple[Paragraph, ...]:
    """Make one subhead of the printed lines of a subhead."""
    out: list[Paragraph] = []
    before: Line | None = None
    for line, text in lines:
        if goes_on(line, before):
            above = out[-1]
            printed = (*(above.lines or (above.text,)), text)
            out[-1] = Paragraph(above.role, " ".join(printed), printed)
        else:
            out.append(Paragraph(line.role, text))
        before = line
    return tuple(out)


def _authors(article: Article, body: tuple[Paragraph, ...]) -> Authors:
    """Read the byline, else the sign-off, else who is named in the brackets of dateline or end."""
    if article.byline:
        return authors_of(article.byline)
    if article.signoff:
        return author_of_signoff(article.signoff)
    told = [paragraph.text for paragraph in body if paragraph.role in ("body", "item", "dateline")]
    last = _BRACKETED.search(told[-1]) if told else None
    first = _DATELINE.match(told[0]) if told else None
    sender = _SENDER.match(told[0], first.end()) if first else None
    for match in (last, sender):
        read = author_of_signoff(match[1]) if match else Authors()
        if read.note:
            return read
    return Authors()


def _dateline(article: Article, body: tuple[Paragraph, ...]) -> str:
    if article.dateline:
        return article.dateline
    first = next((p.text for p in body if p.role == "body"), "")
    match = _DATELINE.match(first)
    return match[1] if match else ""


def _rubric(sheet: Sheet, article: Article) -> str:
    for label in sheet.edition.labels.get("rubric", ()):
        homes = sheet.edition.table.locate(label.anchor)
        if homes and isinstance(label.value, str) and _holds(article, homes[0]):
            return label.value
    return ""


def _holds(article: Article, home: Span) -> bool:
    lines = (*article.lines, *article.asides)
    return any(line.home.start <= home.start < line.home.end for line in lines)


def _printed(sheet: Sheet, article: Article) -> tuple[tuple[Span, str, str], ...]:
    """Return the printed errors of an article: where they stand, what is printed, what is right."""
    out: list[tuple[Span, str, str]] = []
    for label in sheet.edition.labels.get("printed", ()):
        homes = sheet.edition.table.locate(label.anchor)
        if homes and _holds(article, homes[0]):
            home = Span(homes[0].start, homes[-1].end)
            out.append((home, sheet.edition.text[home.start : home.end], _right(label)))
    return tuple(sorted(out))


def _right(label: Label) -> str:
    value = label.value.get("text") if isinstance(label.value, Mapping) else label.value
    return value if isinstance(value, str) else ""


def _text(line: Line, sheet: Sheet, printed: tuple[tuple[Span, str, str], ...]) -> str:
    if not sheet.correct:
        return line.text
    text = line.text
    for home, _, right in reversed(printed):
        if right and line.home.covers(home):
            at = home.start - line.home.start
            text = text[:at] + right + text[at + home.size :]
    return text


def _quote(sheet: Sheet, quote: Quote, article: Article | None, count: int) -> QuoteRow:
    before, after, paragraph = _context(sheet, quote, article)
    return QuoteRow(
        id=quote_id(sheet, quote.article, count),
        article=quote.article,
        article_id=article_id(sheet, quote.article) if article else "",
        title=article.title if article else "",
        kind=quote.kind,
        text=_lines(quote.text),
        speaker=quote.speaker or "",
        speaker_kind=quote.speaker_kind,
        posts=quote.posts,
        mention=_words(sheet, quote.mention),
        cue=_words(sheet, quote.cue),
        before=before,
        after=after,
        paragraph=paragraph,
        content=_merged(quote.content),
        cue_anchor=quote.cue,
        mention_anchor=quote.mention,
        characters=characters(quote.text),
        verdict=sheet.verdicts.get(quote.id, Verdict(quote.state)),
    )


def _context(sheet: Sheet, quote: Quote, article: Article | None) -> tuple[str, str, int]:
    """Return what stands before and after a quote in its paragraphs, and its paragraph's number."""
    homes = sheet.edition.table.locate(quote.content)
    if not article or not homes:
        return "", "", 0
    before = after = ""
    number = count = 0
    last: Line | None = None
    for at, line in enumerate((*article.lines, *article.asides)):
        in_body = at < len(article.lines) and line.role not in HEAD | OUTSIDE | CAPTIONS
        count += in_body and not goes_on(line, last)
        last = line if in_body else last
        if line.home.start <= homes[0].start < line.home.end:
            before = line.text[: homes[0].start - line.home.start][-CONTEXT:]
            number = count if in_body else 0
        if line.home.start < homes[-1].end <= line.home.end:
            after = line.text[homes[-1].end - line.home.start :][:CONTEXT]
    return before, after, number


def _words(sheet: Sheet, anchor: Anchor) -> str:
    """Return the words of an anchor as they read now, or as they were if they are gone."""
    text = "".join(sheet.edition.text[s.start : s.end] for s in sheet.edition.table.locate(anchor))
    return _lines(text or "".join(part.text for part in anchor))


def _merged(anchor: Anchor) -> Anchor:
    """Make one of ranges that touch."""
    out: list[AnchorPart] = []
    for part in anchor:
        last = out[-1] if out else None
        if last and last.origin == part.origin and last.end == part.start:
            out[-1] = replace(last, end=part.end, text=last.text + part.text)
        else:
            out.append(part)
    return tuple(out)


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def places(anchor: Anchor) -> str:
    """Write the source ranges of an anchor: 12-30；41-50; inserted words as +start-end."""
    return "；".join(
        f"{'' if isinstance(part, Source) else '+'}{part.start}-{part.end}" for part in anchor
    )
