"""The role of every line: head lines of an article, subheads, items, and what stands aside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brandtool.detect.page import costs
from brandtool.detect.page.shape import Line

HEAD = ("kicker", "headline", "deck", "summary", "byline", "dateline", "note")
_LISTED = re.compile(r"^[一二三四五六七八九十]{1,2}是")
_NOTE = re.compile(r"^(?:编者按|编者的话|编辑按|开栏的话|核心提示|阅读提示|内容提要|提要)[::]?")


def aside_role(line: Line) -> str:
    """Return the role of a line that belongs to no running text."""
    if line.markup:
        return "furniture"
    if line.turn:
        return "turn"
    if line.credit:
        return "credit"
    if line.furniture:
        return "advert" if line.advert else "furniture"
    return "caption"


def article_roles(article: Sequence[Line], start: float, joined: frozenset[int]) -> dict[int, str]:
    """Return the roles of an article's lines by block index.

    `start` is the chance of the first line to be a headline; `joined` are lines that go on or are
    gone on with.
    """
    out: dict[int, str] = {}
    at = 0
    if article and start >= 0.5 and article[0].index not in joined:
        at = _head(article, out)
    for place in range(at, len(article)):
        line = article[place]
        before = article[place - 1] if place else None
        after = article[place + 1] if place + 1 < len(article) else None
        out[line.index] = body_role(line, before, after, joined)
    return out


def _head(article: Sequence[Line], out: dict[int, str]) -> int:
    """Name the head lines; return how many there are."""
    out[article[0].index] = "headline"
    byline = next((k for k, line in enumerate(article[1:5], 1) if line.byline), None)
    at = 1
    while at < len(article):
        line = article[at]
        if line.byline:
            out[line.index] = "byline"
        elif _NOTE.match(line.narrow):
            out[line.index] = "note"
        elif costs.heading_form(line) or (line.item and line.size <= 40):
            above = byline is not None and at < byline
            if line.item:
                out[line.index] = "deck"
            elif above:
                out[line.index] = "headline" if at == 1 else "deck"
            else:
                break
        elif byline is not None and at < byline and line.size <= 150:
            out[line.index] = "summary"
        else:
            break
        at += 1
    return at


def body_role(line: Line, before: Line | None, after: Line | None, joined: frozenset[int]) -> str:
    """Return the role of a line of running text."""
    if line.byline:
        return "byline"
    if line.signoff and line.size <= 30:
        return "signoff"
    if _NOTE.match(line.narrow):
        return "note"
    listed = (line.item and line.size > 4) or (line.ordinal and before and _LISTED.match(line.text))
    if listed or line.index in joined:
        return "item" if listed else "body"
    if (
        costs.heading_form(line)
        and line.size >= 2
        and not line.table
        and after is not None
        and (before is None or before.ending != "open" or costs.heading_form(before))
    ):
        return "subhead"
    return "body"


def by_articles(
    articles: Sequence[Sequence[int]],
    lines: Sequence[Line],
    heads: Mapping[int, float],
    joined: frozenset[int],
) -> dict[int, str]:
    """Return the role of every line of every article."""
    out: dict[int, str] = {}
    for article in articles:
        told = [lines[index] for index in article]
        out |= article_roles(told, heads.get(article[0], 0.0), joined)
    return out
