"""Invented newspaper pages with their truth: roles, headings, articles, order and joins.

    python -m tests.pages.generate FOLDER [--half tuned|held_out|unseen] [--count 15] [--seed 1]

writes NAME.txt with NAME.json beside it, and pages.jsonl as `score_pages.py` and `score_roles.py`
read it. Text is of our own invention. Stories, names and forms stand in two halves and a third part
that share nothing; no page of the held-out half may be looked at while roles are tuned, none of the
unseen part is even measured before all else is done (it has layouts of its own besides).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.pages import bank, forms, layouts_more
from tests.pages.writing import Article, Row, Writer

PAGES = 15
"""How many pages a half has in the benchmark."""
MARKS = "，。、：；！？）”’》“‘（《—"
HASHES = {"kicker": "# ", "headline": "# ", "subhead": "## "}


@dataclass
class Set:
    """Collect a page while it is set."""

    gap: str
    marked: bool = False
    """Whether headings carry the marks of a layout model."""
    text: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    joins: list[dict[str, Any]] = field(default_factory=list)
    ends: list[list[int]] = field(default_factory=list)
    aside: list[dict[str, Any]] = field(default_factory=list)
    origin: list[list[int]] = field(default_factory=list)

    def put(self, words: str, gap: str | None = None) -> list[int]:
        """Add a line; return its span."""
        if self.text:
            self.text += self.gap if gap is None else gap
        start = len(self.text)
        self.text += words
        return [start, len(self.text)]

    def beside(self, row: Row, *, inside: bool = False) -> None:
        """Add a line of no running text."""
        span = self.put(row.words)
        self.blocks.append({"span": span, "article": None, "order": None, "role": row.role})
        self.aside.append({"span": span, "kind": row.role, "mid_sentence": inside})


def cut_at(words: str, source: Random) -> int:
    """Return a place inside a sentence where a column may end, 0 for none."""
    places = [
        k
        for k in range(24, len(words) - 12)
        if words[k] not in MARKS
        and words[k - 1] not in MARKS
        and not words[k - 1 : k + 1].isascii()
    ]
    return source.choice(places) if places else 0


def wrapped(words: str, width: int) -> list[str]:
    """Return the lines of a narrow column."""
    out = [""]
    for char in words:
        if len(out[-1]) >= width and char not in " ，。、：；！？）”’》":
            out.append("")
        out[-1] += char
    return out


@dataclass(frozen=True)
class Piece:
    """Hold what is set as one line: of which row, how many stand before it, where it begins."""

    row: Row
    place: int
    words: str
    count: int
    last: bool
    at: int
    order: int


def pieces_of(article: Article, source: Random, *, cuts: float) -> list[Piece]:
    """Break the rows of an article into the lines of the page."""
    out: list[Piece] = []
    at = 0
    for place, row in enumerate(article.rows):
        told = [row.words]
        if row.role in ("body", "item") and article.wrapped:
            told = wrapped(row.words, article.wrapped)
        elif row.role in ("body", "item") and source.random() < cuts:
            where = cut_at(row.words, source)
            told = [row.words[:where], row.words[where:]] if where else told
        for count, words in enumerate(told):
            out.append(Piece(row, place, words, count, count == len(told) - 1, at, len(out)))
            at += len(words)
        at += 1
    return out


def lay(page: Set, article: Article, number: int, source: Random, *, cuts: float) -> str:
    """Set an article, its early rows over its head; return its text."""
    if article.lost and page.marked:
        page.put("#")
    told = pieces_of(article, source, cuts=cuts)
    over_head = len(article.rows) - article.early
    early = [piece for piece in told if piece.place >= over_head]
    spans: dict[int, list[int]] = {}
    for piece in (*early, *(one for one in told if one.place < over_head)):
        row = piece.row
        tight = article.wrapped and piece.place and row.role in ("body", "item")
        mark = HASHES.get(row.role, "") if page.marked else ""
        span = page.put(mark + piece.words, "\n" if tight else None)
        page.origin.append([span[0] + len(mark), span[1], number, piece.at, 0, 1])
        page.blocks.append(
            {"span": span, "article": number, "order": piece.order, "role": row.role}
            | ({"heading": row.heading} if row.heading else {})
        )
        spans[piece.order] = span
        cut = piece.count == 0 and not piece.last and not article.wrapped
        if cut or piece.last:
            for aside in article.asides.pop(piece.place, ()):
                page.beside(aside, inside=cut)
    for piece in told[1:]:
        left, right = spans[piece.order - 1][1], spans[piece.order][0]
        if piece.count:
            kind = "wrap" if article.wrapped else "column"
            page.joins.append({"left": left, "right": right, "kind": kind})
        else:
            page.ends.append([left, right])
    return "\n".join(row.words for row in article.rows)


def lose(article: Article, source: Random) -> None:
    """Take the head off some articles whose text says where it comes from, as layout models do."""
    text = next((k for k, row in enumerate(article.rows) if row.role == "body"), 0)
    words = article.rows[text].words
    if text and source.random() < 0.12 and re.match(r"(?:本报|新华社|中新社).{0,12}[讯电]", words):
        article.rows = article.rows[text:]
        article.asides = {place - text: told for place, told in article.asides.items()}
        article.lost = True


def front(w: Writer) -> Iterator[Article]:
    """Two large articles, one of them turned, and briefs."""
    for share in ({"kicker": 0.8, "two": 0.5, "deck": 0.5, "byline": 0.8}, {"two": 0.4}):
        out, story = Article(), w.stories.pop()
        w.head(out, story, **share)
        w.body(out, story, 4, subhead=0.25, caption=0.3, inline=1 - share.get("byline", 0.2))
        w.close(out, signoff=0.2, turn=0.5)
        yield out
    yield from briefs(w, 3)


def briefs(w: Writer, count: int = 9) -> Iterator[Article]:
    """Write many short articles under one-line headlines."""
    for number in range(count):
        out, story = Article(), w.stories[number % len(w.stories)]
        w.head(out, story, dateline=0.15, kicker=0.1)
        w.body(out, story, 1 + w.chance(0.3), inline=0.8)
        w.close(out, signoff=0.2)
        yield out


def interview(w: Writer) -> Iterator[Article]:
    """One conversation with a note above it, and one small article."""
    out, story = Article(), w.stories.pop()
    w.head(out, story, note=0.5, kicker=0.4, two=0.3, deck=0.8, byline=0.9, summary=0.3)
    w.body(out, story, 2, caption=0.4)
    w.talk(out, story)
    w.body(out, story, 2, subhead=0.5, sub_two=0.5)
    w.close(out, signoff=0.5)
    yield out
    yield from plain(w, 1)


def feature(w: Writer) -> Iterator[Article]:
    """One long article with all it may have, and a second without subheads."""
    out, story = Article(), w.stories.pop()
    w.head(out, story, kicker=0.5, two=0.6, deck=0.6, summary=0.8, byline=1)
    w.body(out, story, 6, subhead=0.5, sub_two=0.3, items=0.8, caption=0.3)
    w.close(out, signoff=0.3)
    yield out
    yield from plain(w, 2)


def plain(w: Writer, count: int = 4) -> Iterator[Article]:
    """Write articles of middle length."""
    for _ in range(count):
        out, story = Article(), w.stories.pop()
        w.head(out, story, kicker=0.3, two=0.3, deck=0.3, byline=0.6, dateline=0.1)
        w.body(
            out, story, w.source.randint(2, 4), subhead=0.15, inline=0.4, caption=0.15, items=0.2
        )
        w.close(out, signoff=0.3)
        yield out


def speeches(w: Writer) -> Iterator[Article]:
    """Write articles named by who speaks, each signed off."""
    for _ in range(3):
        out, story = Article(), w.stories.pop()
        who = w.name()
        w.heading(out, "headline", f"{who}：{w.take(story, 'heads')}")
        if w.chance(0.4):
            out.rows.append(Row("byline", w.fill(w.form(forms.BYLINES))))
        post = w.form(bank.POSTS)
        out.rows.append(Row("body", f"{w.house}{post}{who}表示，{w.paragraph(story, 1)}"))
        w.body(out, story, 2, items=0.6)
        w.close(out, signoff=0.9)
        yield out


def columns(w: Writer) -> Iterator[Article]:
    """Write articles set line by line of a narrow column."""
    for out in plain(w, 3):
        out.wrapped = w.source.randint(13, 20)
        yield out


Layout = Callable[[Writer], Iterator[Article]]
LAYOUTS: tuple[Layout, ...] = (front, interview, feature, briefs, speeches, plain, columns)
ARRANGED = {"tuned": LAYOUTS, "held_out": LAYOUTS, "unseen": layouts_more.LAYOUTS}
ARRANGED["wide"] = (*LAYOUTS, *layouts_more.LAYOUTS)


def build(half: str, number: int, seed: int = 1) -> dict[str, Any]:
    """Return one page: its id, its text and its truth."""
    source = Random(f"{seed} {half} {number}")
    layout = ARRANGED[half][number % len(ARRANGED[half])]
    writer = Writer(half, source)
    page = Set(source.choice(("\n", "\n\n")), source.random() < 0.2)
    for form in source.sample(forms.TOP[half], source.randint(1, 3)):
        page.beside(Row("furniture", writer.fill(form)))
    texts = []
    for out in layout(writer):
        if not out.rows:
            for row in out.asides.get(-1, ()):
                page.beside(row)
            continue
        lose(out, source)
        texts.append(lay(page, out, len(texts), source, cuts=source.choice((0, 0.2, 0.4))))
        if source.random() < 0.15:
            for words in source.choice(forms.ADVERTS[half]):
                page.beside(Row("advert", writer.fill(words)))
    for form in source.sample(forms.BOTTOM[half], source.randint(0, 2)):
        page.beside(Row("furniture", writer.fill(form)))
    heads = {b["article"]: b["span"] for b in page.blocks if b["order"] == 0}
    heads |= {b["article"]: b["span"] for b in reversed(page.blocks) if b["role"] == "headline"}
    truth = {
        "origin": page.origin,
        "copies": {},
        "junk": [],
        "duplicates": [],
        "joins": page.joins,
        "paragraph_ends": page.ends,
        "interruptions": page.aside,
        "blocks": page.blocks,
        "legit": [],
        "articles": [
            {"id": k, "title": page.text[slice(*heads[k])], "text": text}
            for k, text in enumerate(texts)
        ],
        "settings": {"layout": layout.__name__, "half": half},
    }
    return {"id": f"{half}-{seed}-{number:02}", "text": page.text, "truth": truth}


def pages(half: str, count: int = PAGES, seed: int = 1) -> list[dict[str, Any]]:
    """Return the pages of a half."""
    return [build(half, number, seed) for number in range(count)]


def main() -> None:
    """Write the pages of a half into a folder."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--half", choices=bank.HALVES, default="tuned")
    reader.add_argument("--count", type=int, default=PAGES)
    reader.add_argument("--seed", type=int, default=1)
    told = reader.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    made = pages(told.half, told.count, told.seed)
    for page in made:
        (told.folder / f"{page['id']}.txt").write_text(page["text"] + "\n", encoding="utf-8")
        truth = json.dumps(page["truth"], ensure_ascii=False)
        (told.folder / f"{page['id']}.json").write_text(truth, encoding="utf-8")
    with (told.folder / f"{told.half}.jsonl").open("w", encoding="utf-8") as out:
        for page in made:
            out.write(json.dumps(page, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
