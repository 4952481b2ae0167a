"""The shown text as paragraphs, and as pieces no longer than one layout may be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from brandtool.ui.textview.content import Change, Paragraph, Paragraphs

__all__ = ["LIMIT", "Document", "cut"]

LIMIT = 2000
_ENDS = "。！？；”!?;"


def cut(text: str) -> list[int]:
    """Return where to cut a long paragraph: after sentence ends, no piece longer than LIMIT."""
    cuts: list[int] = []
    at = 0
    while len(text) - at > LIMIT:
        window = text[at + LIMIT // 2 : at + LIMIT]
        best = max(window.rfind(mark) for mark in _ENDS)
        at += LIMIT // 2 + best + 1 if best >= 0 else LIMIT
        cuts.append(at)
    return cuts


class Document:
    """Hold paragraphs and their pieces as plain lists, by index and by offset."""

    def __init__(self) -> None:
        self._ids = count()
        self.paragraphs = Paragraphs()
        self.starts: list[int] = []
        self.texts: list[str] = []
        self.styles: list[str] = []
        self.opens: list[bool] = []
        self.closes: list[bool] = []
        self.ids: list[int] = []

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def end(self) -> int:
        """Return the last offset of the text."""
        return self.paragraphs[-1].end if self.paragraphs else 0

    def _pieces(
        self, paragraphs: Sequence[Paragraph]
    ) -> Iterator[tuple[int, str, str, bool, bool, int]]:
        for paragraph in paragraphs:
            text = paragraph.text
            if len(text) <= LIMIT:
                yield paragraph.start, text, paragraph.style, True, True, next(self._ids)
                continue
            edges = [0, *cut(text), len(text)]
            for a, b in pairwise(edges):
                yield (
                    paragraph.start + a,
                    text[a:b],
                    paragraph.style,
                    a == 0,
                    b == len(text),
                    next(self._ids),
                )

    def replace(
        self, first: int, last: int, new: Sequence[Paragraph], delta: int
    ) -> tuple[int, int, int]:
        """Put paragraphs in the place of `first..last` and move what follows by `delta`.

        Returns the run of pieces replaced and how many pieces stand there now.
        """
        low = self.first_piece(first)
        high = self.first_piece(last)
        if delta:
            self.starts[high:] = [start + delta for start in self.starts[high:]]
        self.paragraphs.splice(first, last, new, delta)
        columns = list(zip(*self._pieces(new), strict=True)) or [()] * 6
        lists = (self.starts, self.texts, self.styles, self.opens, self.closes, self.ids)
        for column, values in zip(lists, columns, strict=True):
            column[low:high] = values  # type: ignore[index]
        return low, high, len(columns[0])

    def first_piece(self, paragraph: int) -> int:
        """Return the index of a paragraph's first piece; the number of pieces behind the last."""
        if paragraph >= len(self.paragraphs):
            return len(self.starts)
        if paragraph == 0:
            return 0
        index = max(0, bisect_right(self.starts, self.paragraphs.starts[paragraph]) - 1)
        while index > 0 and not self.opens[index]:
            index -= 1
        return index

    def piece_at(self, offset: int) -> int:
        """Return the piece an offset is in; at a seam the later one."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph an offset is in."""
        return max(0, bisect_right(self.paragraphs.starts, offset) - 1)

    def clamp(self, offset: int) -> int:
        """Return the nearest offset a caret may stand at."""
        if not self.paragraphs:
            return 0
        paragraph = self.paragraphs[self.paragraph_at(offset)]
        return min(max(offset, paragraph.start), paragraph.end)

    def text(self, start: int, end: int) -> str:
        """Return the plain text of a span, one line feed between paragraphs."""
        parts = []
        index = self.paragraph_at(start)
        while index < len(self.paragraphs) and self.paragraphs[index].start <= end:
            paragraph = self.paragraphs[index]
            low, high = max(0, start - paragraph.start), max(0, end - paragraph.start)
            parts.append(paragraph.text[low:high])
            index += 1
        return "\n".join(parts)

    def spliced(self, start: int, end: int, text: str) -> tuple[int, int, list[Paragraph], Change]:
        """Work out the paragraphs that result from replacing a span, line feeds making new ones.

        Returns the run of paragraphs to replace, the new ones, and the change in characters.
        """
        first, last = self.paragraph_at(start), self.paragraph_at(end)
        head, tail = self.paragraphs[first], self.paragraphs[last]
        joined = head.text[: start - head.start] + text + tail.text[max(0, end - tail.start) :]
        new, at = [], head.start
        for line in joined.split("\n"):
            new.append(Paragraph(at, line, head.style))
            at += len(line) + 1
        return first, last + 1, new, Change(start, end, len(text))

    def find(self, needle: str, start: int, *, backwards: bool = False) -> int | None:
        """Return the offset of the next occurrence from `start`, going round the end."""
        if not needle or not self.paragraphs:
            return None
        index, texts = self.paragraph_at(start), self.paragraphs.texts
        step, total = -1 if backwards else 1, len(texts)
        for turn in range(total + 1):
            at = (index + step * turn) % total
            local = max(0, start - self.paragraphs.starts[at]) if turn == 0 else None
            if backwards:
                hit = texts[at].rfind(needle, 0, local)
            else:
                hit = texts[at].find(needle, local)
            if hit >= 0:
                return self.paragraphs.starts[at] + hit
        return None
