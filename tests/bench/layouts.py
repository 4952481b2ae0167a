"""Lay articles out as a newspaper page and read it as a layout model does, with the truth beside.

Made pages break articles where a maker thought of it. Here an article is set in columns of printed
lines, the boxes of the page are read in one of the orders layout models fall into, and boxes or
headlines get lost: what is left looks like a page that really was extracted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

Source = np.random.Generator
MODES = ("article", "article", "rows", "columns", "page")
"""Reading orders: article by article, by rows in an article, by columns or rows of the page."""

BARE = 0.3
"""How often a sentence between articles has lost its stop."""


@dataclass(frozen=True)
class Box:
    """Hold one box of the page: characters `start` to `stop` of an article, and where it stands."""

    article: int
    start: int
    stop: int
    column: int
    row: float
    head: bool = False
    home: int = -1
    """The article among whose boxes it is read, if not its own."""
    cuts: tuple[int, ...] = ()
    """Where its printed lines begin, after the first."""


def page_of(
    name: str, articles: Sequence[str], source: Source, others: Sequence[str] | None = None
) -> dict[str, Any]:
    """Lay out a page of articles; the first line of each is its headline.

    If there are `others`, articles are set in as many columns as their length asks for, lost
    headlines leave their mark, and sentences of the others stand between them as captions, notes
    and advertisements do. Returns a record like those of the made pages, with the parts of their
    truth that training uses.
    """
    wide = others is not None
    others = others or ()
    titles = [text.split("\n")[0] for text in (*articles, *others)]
    least = source.uniform(0, 300 if wide else 200)
    articles = [_thick(text, least, source) for text in articles]
    boxes = _placed(articles, source, wide)
    boxes = _damaged(boxes, source, wide)
    scraps = [_scrap(text, source) for text in others]
    boxes += _strewn(scraps, len(articles), boxes, source)
    boxes = _read(boxes, source)
    return _written(name, list(zip(titles, articles + scraps, strict=True)), boxes, source)


def _thick(text: str, least: float, source: Source) -> str:
    """Run paragraphs together until most have a size, and lose bylines."""
    head, *rest = text.split("\n")
    out: list[str] = []
    for words in rest:
        if len(words) < 30 and source.random() < 0.7:
            continue
        if out and len(out[-1]) < least and source.random() < 0.8:
            out[-1] += words
        else:
            out.append(words)
    return "\n".join([head, *out])


def _scrap(text: str, source: Source) -> str:
    """Cut a sentence or two out of an article, with or without its stop."""
    parts = [part for part in re.findall("[^。！？\\n]+[。！？]?", text) if len(part) >= 8]
    at = int(source.integers(len(parts)))
    words = "".join(parts[at : at + int(source.integers(1, 3))])
    if source.random() < 0.3:
        words = words.split("，")[0]
    return words.rstrip("。") if source.random() < BARE else words


def _strewn(scraps: Sequence[str], first: int, boxes: Sequence[Box], source: Source) -> list[Box]:
    """Put each scrap somewhere among the boxes."""
    out = []
    for k, words in enumerate(scraps):
        beside = boxes[int(source.integers(len(boxes)))]
        row = beside.row + source.uniform(-3, 3)
        out.append(Box(first + k, 0, len(words), beside.column, row, home=beside.article))
    return out


def _placed(articles: Sequence[str], source: Source, wide: bool) -> list[Box]:
    columns = int(source.integers(3, 7))
    width = int(source.integers(11, 22))
    deep = source.uniform(8, 45) if wide else 0.0
    out: list[Box] = []
    top, free, left, deepest = 0, columns, 0, 0
    for number, text in enumerate(articles):
        if wide:
            rows = -(-len(text) // width)
            span = min(columns, max(1, round(rows / deep * source.uniform(0.5, 1.6))))
        else:
            span = int(source.integers(1, columns + 1))
        if span > free:
            top, free, left, deepest = top + deepest, columns, 0, 0
        span = min(span, free)
        height = _flow(out, number, text, (left, span, top, width))
        deepest = max(deepest, height)
        left, free = left + span, free - span
    return out


def _flow(out: list[Box], number: int, text: str, place: tuple[int, int, int, int]) -> int:
    """Set an article in columns; return how many rows it takes."""
    left, span, top, width = place
    first = text.find("\n") if "\n" in text else len(text)
    out.append(Box(number, 0, first, left, top, head=True))
    rows: list[tuple[int, int, int]] = []
    at = first + 1
    for paragraph, words in enumerate(text[first + 1 :].split("\n")):
        begin = at
        while begin < at + len(words):
            end = min(at + len(words), begin + (width - 2 if begin == at else width))
            rows.append((paragraph, begin, end))
            begin = end
        at += len(words) + 1
    depth = -(-len(rows) // span)
    for column in range(span):
        told = rows[column * depth : (column + 1) * depth]
        for paragraph in sorted({row[0] for row in told}):
            mine = [k for k, row in enumerate(told) if row[0] == paragraph]
            cuts = tuple(told[k][1] for k in mine[1:])
            start, stop = told[mine[0]][1], told[mine[-1]][2]
            out.append(Box(number, start, stop, left + column, top + 3 + mine[0], cuts=cuts))
    return depth + 4


def _damaged(boxes: Sequence[Box], source: Source, wide: bool) -> list[Box]:
    """Lose boxes and lines of boxes, split boxes, print some line by line."""
    lost, clipped, split = source.uniform(0, 0.35), source.uniform(0, 0.1), source.uniform(0, 0.06)
    printed = source.uniform(0, 0.1) if source.random() < 0.25 else 0.0
    heads = source.uniform(0, 0.8)
    traced = source.uniform(0, 1) if wide else 0.0
    out: list[Box] = []
    for box in boxes:
        if source.random() < (1 - heads if box.head else lost):
            if box.head and traced and source.random() < traced:
                out.append(replace(box, stop=box.start))
            continue
        cuts = [*box.cuts]
        if cuts and source.random() < clipped:
            k = int(source.integers(len(cuts)))
            early = source.random() < 0.4
            box = replace(box, start=cuts[k]) if early else replace(box, stop=cuts[k])
            cuts = cuts[k + 1 :] if early else cuts[:k]
        if cuts and source.random() < printed:
            places = cuts
        elif cuts and source.random() < split:
            places = [cuts[int(source.integers(len(cuts)))]]
        else:
            places = []
        ends = [box.start, *places, box.stop]
        for k, start in enumerate(ends[:-1]):
            out.append(replace(box, start=start, stop=ends[k + 1], row=box.row + 0.1 * k))
    return out


def _read(boxes: Sequence[Box], source: Source) -> list[Box]:
    """Put boxes into one of the orders in which pages are read."""
    mode = MODES[int(source.integers(len(MODES)))]
    slips = source.normal(0, source.uniform(0, 2.0), len(boxes))
    keys: list[tuple[float, float, float]] = []
    for box, slip in zip(boxes, slips.tolist(), strict=True):
        row = box.row + (slip if abs(slip) > 2 else 0)
        article = box.article if box.home < 0 else box.home
        keys.append(
            {
                "article": (article, box.column, row),
                "rows": (article, row, box.column),
                "columns": (0, box.column, row),
                "page": (0, row, box.column),
            }[mode]
        )
    return [boxes[k] for k in sorted(range(len(boxes)), key=lambda k: keys[k])]


def _written(
    name: str, articles: Sequence[tuple[str, str]], boxes: Sequence[Box], source: Source
) -> dict[str, Any]:
    text, origin, blocks = "", [], []
    gap = "\n" if source.random() < 0.5 else "\n\n"
    bare, marked = source.uniform(0, 0.15), source.uniform(0, 1)
    for box in boxes:
        if box.start == box.stop or source.random() < bare:
            text += "# " + gap
        if box.start == box.stop:
            continue
        if box.head and source.random() < marked:
            text += "# "
        start = len(text)
        text += articles[box.article][1][box.start : box.stop]
        origin.append([start, len(text), box.article, box.start, 0, 1])
        blocks.append({"span": [start, len(text)], "order": 0 if box.head else 1})
        text += gap
    named = [{"title": title, "text": told} for title, told in articles]
    return {
        "id": name,
        "text": text,
        "truth": {"origin": origin, "blocks": blocks, "articles": named},
    }
