"""Plant damage in a clean page, accept the right candidates, get the clean page back."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from brandtool.core.article import propose
from brandtool.core.candidate import Candidate, Evidence, source_part
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.span import Span

LETTERS = "天地玄黄宇宙洪荒日月盈昃"


@settings(max_examples=2000, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(0, 2**40))
def test_accepting_what_undoes_the_damage_gives_the_clean_page(sizes: list[int], seed: int) -> None:
    rng = random.Random(seed)
    articles = [
        ["".join(rng.choices(LETTERS, k=rng.randint(6, 20))) for _ in range(size)] for size in sizes
    ]
    page = Page(articles, rng)
    document = Document(page.text)
    edition = propose(document, Ledger(), page.claims(document), 0.5)
    assert [a.text for a in edition.articles] == ["\n".join(a) for a in articles]
    assert [x.text for a in edition.articles for x in a.asides] == page.captions


class Page:
    """A page whose paragraphs are cut, copied, interrupted and displaced, with what mends it."""

    def __init__(self, articles: list[list[str]], rng: random.Random) -> None:
        self.lines: list[str] = []
        self.captions: list[str] = []
        self.told: list[tuple[str, tuple[int, ...]]] = []
        for article in articles:
            first = len(self.lines)
            copy = rng.random() < 0.5 and article[-1]
            if copy:
                self.lines.append(copy)
                first += 1
            for number, paragraph in enumerate(article):
                if number == 0 and first:
                    self.told.append(("article", (len(self.lines),)))
                self._paragraph(paragraph, rng)
            if copy:
                self._copy(first - 1, article[-1], rng)
        self.text = "\n\n".join(self.lines)

    def _paragraph(self, paragraph: str, rng: random.Random) -> None:
        if rng.random() < 0.5 or len(paragraph) < 4:
            self.lines.append(paragraph)
            return
        cut = rng.randrange(1, len(paragraph))
        self.lines.append(paragraph[:cut])
        left = len(self.lines) - 1
        if rng.random() < 0.5:
            self.captions.append(f"图{len(self.captions)}")
            self.lines.append(self.captions[-1])
            self.told.append(("interruption", (left + 1,)))
        self.lines.append(paragraph[cut:])
        self.told.append(("join", (left, len(self.lines) - 1)))

    def _copy(self, at: int, paragraph: str, rng: random.Random) -> None:
        joins = {
            right: left for kind, ends in self.told if kind == "join" for left, right in [ends]
        }
        last = len(self.lines) - 1
        kept = (joins[last], last) if last in joins else (last,)
        self.told.append(("duplicate", (at, *kept)))

    def claims(self, document: Document) -> list[Candidate]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(Span(at, at + len(line)))
            at += len(line) + 2
        out = []
        for kind, where in self.told:
            names = {
                "article": ("start",), "interruption": ("aside",), "join": ("left", "right"),
            }.get(kind)  # fmt: skip
            if names:
                parts = [
                    source_part(document, n, starts[i]) for n, i in zip(names, where, strict=True)
                ]
            else:
                parts = [
                    source_part(document, "occurrence", starts[where[0]]),
                    source_part(document, "occurrence", *(starts[i] for i in where[1:])),
                ]
            keep = 1 if kind == "duplicate" else None
            out.append(
                Candidate(kind, document.sha256, tuple(parts), 0.9, Evidence("t"), keep=keep)
            )
        return out
