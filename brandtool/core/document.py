"""The immutable source: a text, its blocks, and where a span stands in it."""

from __future__ import annotations

import bisect
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

from brandtool.core.span import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_INK = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Block:
    """Name one non-empty line: [start, stop) from its first to its last non-blank code point.

    [stop, end) are the blank code points after it, the indent of the next line included. A text
    that begins with blanks has a textless first block (start == stop) for them.
    """

    index: int
    start: int
    stop: int
    end: int

    @property
    def span(self) -> Span:
        """Return the words without the blanks after them."""
        return Span(self.start, self.stop)

    @property
    def whole(self) -> Span:
        """Return the words with the blanks after them."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Document:
    """Hold the decoded text of one page: LF line ends, no first BOM, nothing else changed.

    `raw_sha256` proves the bytes it came from; `encoding` names how they were read; `origin` is the
    path or name the editor knows the page by. `first` is the uid of the document whose later
    revision this is, empty for a first one.
    """

    text: str
    origin: str = ""
    encoding: str = "utf-8"
    raw_sha256: str = ""
    first: str = ""

    @cached_property
    def sha256(self) -> str:
        """Return the SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def uid(self) -> str:
        """Return the id (32 hexadecimal digits), the same for every revision of a document.

        BLAKE2b-128 of "doc" and the SHA-256 of its first text.
        """
        if self.first:
            return self.first
        digest = hashlib.blake2b(b"doc" + bytes.fromhex(self.sha256), digest_size=16)
        return digest.hexdigest()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks in source order; together they cover the text."""
        return blocks_of(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def block_at(self, offset: int) -> Block:
        """Return the block that holds an offset, the last one for the end of the text.

        Raises IndexError for an empty text or a negative offset.
        """
        if offset < 0 or not self.blocks:
            raise IndexError(offset)
        return self.blocks[max(0, bisect.bisect_right(self._starts, offset) - 1)]

    def line_at(self, offset: int) -> int:
        """Return the 1-based number of the source line that holds an offset."""
        return bisect.bisect_left(self._line_ends, offset) + 1

    def quote(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a text into its blocks; a pure function of the text."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        spans.append((start, match.start() + len(line.rstrip())))
    if not text:
        return ()
    if not spans or spans[0][0] > 0:
        spans.insert(0, (0, 0))
    ends = [start for start, _ in spans[1:]] + [len(text)]
    return tuple(
        Block(index, start, stop, end)
        for index, ((start, stop), end) in enumerate(zip(spans, ends, strict=True))
    )


def next_ink(text: str, offset: int) -> int:
    """Return the first non-blank offset at or after one, or the length of the text."""
    match = _INK.search(text, offset)
    return match.start() if match else len(text)


def ink_before(text: str, offset: int) -> int:
    """Return the offset just after the last non-blank code point before one, or 0."""
    while offset > 0 and text[offset - 1].isspace():
        offset -= 1
    return offset
