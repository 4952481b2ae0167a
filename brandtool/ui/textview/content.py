"""What the window hands to a text view: paragraphs and marks, in code points of the shown text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, overload

__all__ = ["Change", "Mark", "Paragraph", "Paragraphs", "State", "difference"]

State = Literal["open", "accepted", "kept", "deferred", "proposed"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold one shown paragraph: where it starts, its text without line end, its role."""

    start: int
    text: str
    style: str = "body"

    @property
    def end(self) -> int:
        """Return the offset behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold one marked half-open span; several marks with one key are one thing in pieces.

    `strike` draws the text as going to be removed.
    """

    start: int
    end: int
    kind: str
    state: State = "open"
    key: object = None
    strike: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Say which run of characters a new text replaces: old `start..end`, new `size` characters."""

    start: int
    end: int
    size: int

    @property
    def delta(self) -> int:
        """Return by how much the text behind the change moves."""
        return self.size - (self.end - self.start)

    def carry(self, offset: int) -> int:
        """Return where an old offset is in the new text, the nearest place if it is gone.

        An offset stays with the character behind it: at a pure insertion it moves along.
        """
        if offset < self.start or (offset == self.start and self.end > self.start):
            return offset
        if offset >= self.end:
            return offset + self.delta
        return min(offset, self.start + self.size)


class Paragraphs(Sequence[Paragraph]):
    """Hold paragraphs in columns, so that those behind a change move by one pass over numbers."""

    def __init__(self, paragraphs: Sequence[Paragraph] = ()) -> None:
        self.starts: list[int] = []
        self.texts: list[str] = []
        self.styles: list[str] = []
        self.splice(0, 0, paragraphs, 0)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Paragraph: ...

    @overload
    def __getitem__(self, index: slice) -> list[Paragraph]: ...

    def __getitem__(self, index: int | slice) -> Paragraph | list[Paragraph]:
        if isinstance(index, slice):
            columns = zip(self.starts[index], self.texts[index], self.styles[index], strict=True)
            return [Paragraph(*row) for row in columns]
        return Paragraph(self.starts[index], self.texts[index], self.styles[index])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Sequence):
            return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))
        return NotImplemented

    def splice(self, first: int, last: int, new: Sequence[Paragraph], delta: int) -> None:
        """Put paragraphs in the place of `first..last` and move what follows by `delta`."""
        if delta:
            self.starts[last:] = [start + delta for start in self.starts[last:]]
        self.starts[first:last] = [paragraph.start for paragraph in new]
        self.texts[first:last] = [paragraph.text for paragraph in new]
        self.styles[first:last] = [paragraph.style for paragraph in new]


def difference(old: Paragraphs, new: Sequence[Paragraph]) -> tuple[int, int]:
    """Count the equal paragraphs at the head and at the tail of two texts.

    At the head starts must be equal too; at the tail they may all be moved by one distance.
    """
    starts, texts, styles = old.starts, old.texts, old.styles
    limit = min(len(old), len(new))
    head = 0
    for start, text, style, other in zip(starts, texts, styles, new, strict=False):
        if text != other.text or start != other.start or style != other.style:
            break
        head += 1
    if head == limit and len(old) == len(new):
        return head, 0
    tail, room = 0, limit - head
    shift = new[-1].start - starts[-1] if room else 0
    while tail < room:
        at, other = -1 - tail, new[-1 - tail]
        if texts[at] != other.text or styles[at] != other.style:
            break
        if other.start - starts[at] != shift:
            break
        tail += 1
    return head, tail
