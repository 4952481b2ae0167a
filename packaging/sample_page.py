"""Set the practice page: genuine blocks, lines between them, copies, and their origin."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from sample_manuscript import Article, Block

Record = dict[str, Any]

NO_LINE_START = set(",。、:;?!)”’》·")
NO_LINE_END = set("“‘《(")


@dataclass
class Page:
    """Collect the page while it is set, with the truth about every character."""

    text: str = ""
    origin: list[list[int]] = field(default_factory=list)
    blocks: list[Record] = field(default_factory=list)
    joins: list[Record] = field(default_factory=list)
    interruptions: list[Record] = field(default_factory=list)
    slips: list[Record] = field(default_factory=list)

    def put(self, text: str, *, gap: str = "\n\n") -> list[int]:
        """Add one line and return its span."""
        if self.text:
            self.text += gap
        start = len(self.text)
        self.text += text
        return [start, len(self.text)]


def wrapped(text: str, width: int) -> list[int]:
    """Return where the lines of a narrow column end; a half-width character takes half a place."""
    ends: list[int] = []
    start, used = 0, 0.0
    for i, char in enumerate(text):
        room = 0.5 if char.isascii() else 1.0
        both = text[i - 1 : i + 1]
        number = len(both) == 2 and both.isascii() and both.isalnum()
        closed = i > start and (char in NO_LINE_START or text[i - 1] in NO_LINE_END or number)
        if used + room > width and not closed:
            ends.append(i)
            start, used = i, 0.0
        used += room
    return ends


def pieces(article: Article, block: Block) -> list[tuple[int, int, str, str]]:
    """Cut a block into lines of the page: start, end, kind of the join after it, aside there."""
    cuts = {at: name for at, name in block.cuts}
    kinds = dict.fromkeys(cuts, "column")
    if article.wrap:
        ends = wrapped(block.printed, article.wrap)
        cuts = {min(e for e in ends if e >= at): name for at, name in cuts.items()}
        kinds = dict.fromkeys(ends, "wrap")
    for at, name in cuts.items():
        if name:
            kinds[at] = "over_" + article.asides[name][0]
    edges = [0, *sorted(kinds), len(block.printed)]
    return [(s, e, kinds.get(e, ""), cuts.get(e, "")) for s, e in itertools.pairwise(edges)]


def lay(page: Page, article: Article, *, first: int = 0, last: int | None = None) -> None:
    """Set blocks of an article where they are the genuine ones."""
    for block in article.blocks[first:last]:
        gap = "\n" if block.tight or (article.wrap and block is not article.blocks[1]) else "\n\n"
        gap = "\n\n" if block.role == "headline" else gap
        waiting: tuple[int, str] | None = None
        for start, end, kind, aside in pieces(article, block):
            span = page.put(block.printed[start:end], gap=gap)
            page.origin.append([*span, article.id, block.offset + start, 0, 1])
            page.blocks.append(
                {
                    "span": span,
                    "article": article.id,
                    "order": block.offset + start,
                    "role": block.role,
                }
            )
            if waiting:
                page.joins.append({"left": waiting[0], "right": span[0], "kind": waiting[1]})
            waiting = (span[1], kind) if kind else None
            gap = "\n" if article.wrap else "\n\n"
            if aside:
                interrupt(page, *article.asides[aside], article=article.id, inside=True)
                gap = "\n\n"
    for words in article.turns if last is None else ():
        interrupt(page, "turn", words, article=article.id)


def interrupt(
    page: Page, role: str, words: str, *, article: int | None = None, inside: bool = False
) -> None:
    """Set a line that stands on the page but in no running text."""
    span = page.put(words)
    owner = article if role in ("caption", "turn") else None
    page.blocks.append({"span": span, "article": owner, "order": None, "role": role})
    page.interruptions.append({"span": span, "kind": role, "mid_sentence": inside})


def repeat(
    page: Page,
    article: Article,
    number: int,
    *,
    first: int,
    last: int | None = None,
    slips: tuple[tuple[str, str], ...] = (),
    until: str = "",
    without: str = "",
    good: bool = False,
) -> None:
    """Set blocks of an article once more, with slips, or only up to (or without) some words."""
    for block in article.blocks[first:last]:
        words = block.printed
        if until:
            words = words[: words.index(until) + len(until)]
        words = words.removesuffix(without) if without else words
        start = len(page.text) + 2
        for right, wrong in slips:
            at = words.find(right)
            if at >= 0:
                words = words.replace(right, wrong)
                span = [start + at, start + at + len(wrong)]
                page.slips.append({"span": span, "right": right, "copy": number})
        span = page.put(words)
        page.origin.append([*span, article.id, block.offset, number, int(good)])
        page.blocks.append(
            {
                "span": span,
                "article": None,
                "order": None,
                "role": block.role,
                "copy_of": article.id,
                "copy": number,
            }
        )
