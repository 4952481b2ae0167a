"""Keystrokes gathered into one replacement: one word changed is one thing to undo."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["PAUSE", "EditBuffer", "Replacement"]

PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class Replacement:
    """Say what to put in the place of `start..end` of the text before the edits."""

    start: int
    end: int
    text: str


class EditBuffer:
    """Gather touching edits; hand them over as one when the word is left, in a pause, or on demand.

    Offsets given are of the text as it is shown, with everything gathered applied; offsets handed
    over are of the text as it was before.
    """

    def __init__(
        self, *, pause: float = PAUSE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._pause = pause
        self._clock = clock
        self._open = False
        self._start = 0
        self._old = ""
        self._new = ""
        self._touched = 0.0

    @property
    def pending(self) -> bool:
        """Say whether something waits to be handed over."""
        return self._open

    @property
    def span(self) -> tuple[int, int]:
        """Return where the gathered text stands in the shown text."""
        return self._start, self._start + len(self._new)

    def accepts(self, start: int, end: int) -> bool:
        """Say whether an edit of `start..end` touches what is gathered, or nothing is."""
        low, high = self.span
        fresh = self._clock() - self._touched <= self._pause
        return not self._open or (fresh and start <= high and end >= low)

    def add(self, start: int, removed: str, text: str) -> Replacement | None:
        """Gather an edit that puts `text` for `removed`; return what it pushed out, if anything."""
        pushed = None if self.accepts(start, start + len(removed)) else self.take()
        self._touched = self._clock()
        if not self._open:
            self._open, self._start, self._old, self._new = True, start, removed, text
            return pushed
        low, high = self.span
        end = start + len(removed)
        if start < low:
            self._old = removed[: low - start] + self._old
        if end > high:
            self._old += removed[max(0, high - start) :]
        head = self._new[: max(0, start - low)]
        tail = self._new[max(0, end - low) :]
        self._new = head + text + tail
        self._start = min(start, low)
        return pushed

    def left_word(self, caret: int) -> bool:
        """Say whether a caret there has left the word that is being changed."""
        if not self._open:
            return False
        low, high = self.span
        if not low <= caret <= high:
            return True
        typed = self._new[: caret - low]
        return bool(typed) and not typed[-1].isalnum()

    def overdue(self) -> bool:
        """Say whether the pause has passed since the last keystroke."""
        return self._open and self._clock() - self._touched >= self._pause

    def take(self) -> Replacement | None:
        """Hand over what is gathered, cut to what differs; None if nothing changed in the end."""
        if not self._open:
            return None
        old, new, start = self._old, self._new, self._start
        self._open, self._old, self._new = False, "", ""
        if old == new:
            return None
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        return Replacement(start + head, start + len(old) - tail, new[head : len(new) - tail])
