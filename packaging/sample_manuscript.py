"""Read the manuscript of the practice page: clean articles with their quotes and damage marked.

The marks are described at the head of sample_manuscript.txt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"\{(?P<part>[cm]?)(?P<ids>[\d,]+):|(?P<close>\})"
    r"|\[(?P<print>!?)(?P<right>[^|\]]*)\|(?P<wrong>[^\]]*)\]|‖(?P<cut>[A-Z]*)‖"
)
PARTS = {"": "content", "c": "cue", "m": "mention"}


@dataclass
class Block:
    """Hold one block: as printed on the page, as it should read, and its marks."""

    role: str
    tight: bool = False
    printed: str = ""
    clean: str = ""
    to_printed: list[tuple[int, int]] = field(default_factory=list)
    cuts: list[tuple[int, str]] = field(default_factory=list)
    tags: list[tuple[str, int, int, int]] = field(default_factory=list)
    errors: list[tuple[int, int, str, str]] = field(default_factory=list)
    offset: int = 0
    clean_offset: int = 0


@dataclass
class Article:
    """Hold one article of the manuscript in reading order."""

    id: int
    fields: dict[str, str] = field(default_factory=dict)
    wrap: int = 0
    blocks: list[Block] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)
    asides: dict[str, tuple[str, str]] = field(default_factory=dict)
    quotes: dict[int, tuple[str, str, bool]] = field(default_factory=dict)

    @property
    def printed(self) -> str:
        """Join the blocks as their characters stand on the page."""
        return "\n".join(block.printed for block in self.blocks)

    @property
    def clean(self) -> str:
        """Join the blocks with the recognition errors put right."""
        return "\n".join(block.clean for block in self.blocks)


def read_block(role: str, marked: str, *, tight: bool = False) -> Block:
    """Read the marks of one block; raise ValueError where they do not match."""
    block = Block(role, tight)
    opened: tuple[str, list[int], int] | None = None
    at = 0

    def plain(text: str) -> None:
        for char in text:
            block.to_printed.append((len(block.printed), len(block.printed) + 1))
            block.printed += char
            block.clean += char

    for token in TOKEN.finditer(marked):
        plain(marked[at : token.start()])
        at = token.end()
        if token["ids"]:
            if opened:
                raise ValueError(f"mark inside a mark: {marked}")
            numbers = [int(number) for number in token["ids"].split(",")]
            opened = (PARTS[token["part"]], numbers, len(block.clean))
        elif token["close"]:
            if not opened:
                raise ValueError(f"mark closed twice: {marked}")
            part, numbers, start = opened
            block.tags += [(part, number, start, len(block.clean)) for number in numbers]
            opened = None
        elif token["cut"] is not None:
            block.cuts.append((len(block.printed), token["cut"]))
        else:
            read_error(block, token["right"], token["wrong"], kept=bool(token["print"]))
    plain(marked[at:])
    if opened:
        raise ValueError(f"mark left open: {marked}")
    return block


def read_error(block: Block, right: str, wrong: str, *, kept: bool) -> None:
    """Add an error to the block; a character that is missing widens it to the one before."""
    start, end = len(block.printed), len(block.printed) + len(wrong)
    block.printed += wrong
    reading = wrong if kept else right
    block.to_printed += [(start, end)] * len(reading)
    block.clean += reading
    if not wrong:
        start, right = start - 1, block.printed[start - 1] + right
    block.errors.append((start, end, right, "printed" if kept else "recognition"))


def read_manuscript(text: str) -> list[Article]:
    """Read the articles; raise ValueError on a line that is none of the known ones."""
    articles: list[Article] = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if word == "@article":
            articles.append(Article(int(rest)))
            continue
        article = articles[-1]
        if word == "@wrap":
            article.wrap = int(rest)
        elif word == "@quote":
            number, kind, speaker, *flags = rest.split()
            article.quotes[int(number)] = (kind, speaker, "opt" in flags)
        elif word.startswith("@"):
            article.fields[word[1:]] = rest
        elif word == "aside":
            name, role, words = rest.split(" ", 2)
            article.asides[name] = (role.rstrip(":"), words)
        elif word == "turn:":
            article.turns.append(rest)
        elif word.endswith(":"):
            role = word.rstrip(":")
            article.blocks.append(read_block(role.rstrip("+"), rest, tight=role.endswith("+")))
        else:
            raise ValueError(f"unknown line: {line}")
    for article in articles:
        offset = clean_offset = 0
        for block in article.blocks:
            block.offset, block.clean_offset = offset, clean_offset
            offset += len(block.printed) + 1
            clean_offset += len(block.clean) + 1
    return articles
