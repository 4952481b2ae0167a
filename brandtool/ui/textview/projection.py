"""Bring new content into a view: only what differs, and the text under the eye stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from brandtool.ui.textview.content import Change, Mark, Paragraph, difference
from brandtool.ui.textview.flow import PAD

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["Projection"]


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


def _narrow(old: str, new: str) -> tuple[int, int]:
    """Count the equal characters at the head and at the tail of two texts."""
    limit = min(len(old), len(new))
    head = 0
    step = limit
    while step:
        if old[head : head + step] == new[head : head + step] and head + step <= limit:
            head += step
        else:
            step //= 2
    tail, step, rest = 0, limit - head, limit - head
    while step:
        a, b = len(old) - tail, len(new) - tail
        if tail + step <= rest and old[a - step : a] == new[b - step : b]:
            tail += step
        else:
            step //= 2
    return head, tail


class Projection:
    """Apply content to a view, or keep it until an input method has done composing."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._waiting: list[Callable[[], None]] = []
        self._turn = 0

    def catch_up(self) -> None:
        """Apply what came while an input method was composing."""
        waiting, self._waiting = self._waiting, []
        for apply in waiting:
            apply()

    def set_content(
        self,
        paragraphs: Sequence[Paragraph],
        marks: Sequence[Mark],
        *,
        anchor: tuple[int, int] | None = None,
    ) -> None:
        """Show this text and these marks; newer content that comes meanwhile wins."""
        view = self._view
        if view.composing.active:
            self._waiting = [lambda: self.set_content(paragraphs, marks, anchor=anchor)]
            return
        self._turn += 1
        turn = self._turn
        view.composing.flush()
        if turn != self._turn:
            return
        old, new = view.document.paragraphs, list(paragraphs)
        head, tail = difference(old, new)
        shift = new[-1].start - old[-1].start if tail else 0
        low, high = old[head : len(old) - tail], new[head : len(new) - tail]
        change = self._change(low, high, head, tail, len(old))
        self.apply(head, len(old) - tail, high, shift, change, marks, anchor=anchor)

    def _change(
        self, low: Sequence[Paragraph], high: Sequence[Paragraph], head: int, tail: int, count: int
    ) -> Change:
        """Return the smallest run of characters that holds all differences."""
        old = self._view.document.paragraphs
        if not low and not high:
            return Change(self._view.document.end + 1, self._view.document.end + 1, 0)
        before, after = _joined(low), _joined(high)
        start = (
            low[0].start
            if low
            else (old[head].start if head < count else old[-1].end + 1 if old else 0)
        )
        same_head, same_tail = _narrow(before, after)
        if not low or not high:
            same_head = same_tail = 0
        end = (low[-1].end if low else start) - same_tail
        size = (high[-1].end - high[0].start if high else 0) - same_tail - same_head
        if tail and (not low or not high):
            size += 1 if not low else 0
            end += 1 if not high else 0
        return Change(start + same_head, max(end, start + same_head), max(0, size))

    def replace_paragraphs(
        self, first: int, last: int, new: Sequence[Paragraph], marks: Sequence[Mark] | None
    ) -> None:
        """Put paragraphs in the place of a run; marks move along unless all are given."""
        view = self._view
        if view.composing.active:
            self._waiting.append(lambda: self.replace_paragraphs(first, last, new, marks))
            return
        self._turn += 1
        view.composing.flush()
        old = view.document.paragraphs
        low = old[first:last]
        change = self._change(low, new, first, len(old) - last, len(old))
        self.apply(first, last, list(new), change.delta, change, marks)

    def apply(
        self,
        first: int,
        last: int,
        new: Sequence[Paragraph],
        shift: int,
        change: Change,
        marks: Sequence[Mark] | None = None,
        *,
        anchor: tuple[int, int] | None = None,
        quiet: bool = False,
    ) -> None:
        """Replace a run of paragraphs, carry marks and caret along, hold the text under the eye."""
        view, chosen = self._view, self._view.selection
        old = (chosen.position, chosen.anchor)
        fresh = not len(view.document)
        offset, y = view.flow_anchor()
        if anchor is not None:
            place = view.flow.place(anchor[0])
            if 0 <= place.top() < view.flow.view_height:
                offset, y = anchor[0], place.top()
        if first < last or new:
            run = view.document.replace(first, last, new, shift)
            view.flow.spliced(*run)
        if marks is not None:
            view.marks.load(marks)
        elif change.size or change.end > change.start:
            view.marks.carry(change)
        if not fresh:
            chosen.carry(change)
        chosen.position = view.document.clamp(chosen.position)
        chosen.anchor = view.document.clamp(chosen.anchor)
        kept = anchor is not None and offset == anchor[0]
        offset = anchor[1] if anchor is not None and kept else change.carry(offset)
        if fresh:
            view.flow.top, view.flow.inset = 0, -PAD
        else:
            view.flow.put(view.document.clamp(offset), y)
        view.settle()
        view.strip.schedule()
        if not quiet:
            view.told(old)
