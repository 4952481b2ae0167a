"""What the window hands to a text view: paragraphs and marks, in code points of the shown text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Change", "Mark", "Paragraph", "State", "difference"]

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


def difference(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[int, int]:
    """Count the equal paragraphs at the head and at the tail of two texts.

    At the head starts must be equal too; at the tail they may all be moved by one distance.
    """
    limit = min(len(old), len(new))
    head = 0
    while head < limit and old[head] == new[head]:
        head += 1
    tail = 0
    if head == limit and len(old) == len(new):
        return head, 0
    shift = new[-1].start - old[-1].start if old and new else 0
    while tail < limit - head:
        a, b = old[-1 - tail], new[-1 - tail]
        if a.text != b.text or a.style != b.style or b.start - a.start != shift:
            break
        tail += 1
    return head, tail
