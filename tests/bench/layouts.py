"""Lay articles out as a newspaper page and read it as a layout model does, with the truth beside.

Made pages break articles where a maker thought of it. Here an article is set in columns of printed
lines, the boxes of the page are read in one of the orders layout models fall into, and boxes or
headlines get lost: what is left looks like a page that really was extracted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

Source = np.random.Generator
MODES = ("article", "article", "rows", "columns", "page")
"""Reading orders: article by article, by rows in an article, by columns or rows of the page."""


@dataclass(frozen=True)
class Box:
    """Hold one box of the page: characters `start` to `stop` of an article, and where it stands."""

    article: int
    start: int
    stop: int
    column: int
    row: float
    head: bool = False
    cuts: tuple[int, ...] = ()
    """Where its printed lines begin, after the first."""


def page_of(name: str, articles: Sequence[str], source: Source) -> dict[str, Any]:
    """Lay out a page of articles; the first line of each is its headline.

    Returns a record like those of the made pages, with the parts of their truth that training uses.
    """
    least = source.uniform(0, 200)
    articles = [_thick(text, least, source) for text in articles]
    boxes = _placed(articles, source)
    boxes = _damaged(boxes, source)
    boxes = _read(boxes, source)
    return _written(name, articles, boxes, source)


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


def _placed(articles: Sequence[str], source: Source) -> list[Box]:
    columns = int(source.integers(3, 7))
    width = int(source.integers(11, 22))
    out: list[Box] = []
    top, free, left, deepest = 0, columns, 0, 0
    for number, text in enumerate(articles):
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


def _damaged(boxes: Sequence[Box], source: Source) -> list[Box]:
    """Lose boxes and lines of boxes, split boxes, print some line by line."""
    lost, clipped, split = source.uniform(0, 0.35), source.uniform(0, 0.1), source.uniform(0, 0.06)
    printed = source.uniform(0, 0.1) if source.random() < 0.25 else 0.0
    heads = source.uniform(0, 0.8)
    out: list[Box] = []
    for box in boxes:
        if source.random() < (1 - heads if box.head else lost):
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
        keys.append(
            {
                "article": (box.article, box.column, row),
                "rows": (box.article, row, box.column),
                "columns": (0, box.column, row),
                "page": (0, row, box.column),
            }[mode]
        )
    return [boxes[k] for k in sorted(range(len(boxes)), key=lambda k: keys[k])]


def _written(
    name: str, articles: Sequence[str], boxes: Sequence[Box], source: Source
) -> dict[str, Any]:
    text, origin, blocks = "", [], []
    gap = "\n" if source.random() < 0.5 else "\n\n"
    bare, marked = source.uniform(0, 0.15), source.uniform(0, 1)
    for box in boxes:
        if source.random() < bare:
            text += "# " + gap
        if box.head and source.random() < marked:
            text += "# "
        start = len(text)
        text += articles[box.article][box.start : box.stop]
        origin.append([start, len(text), box.article, box.start, 0, 1])
        blocks.append({"span": [start, len(text)], "order": 0 if box.head else 1})
        text += gap
    named = [{"title": told.split("\n")[0], "text": told} for told in articles]
    return {
        "id": name,
        "text": text,
        "truth": {"origin": origin, "blocks": blocks, "articles": named},
    }
