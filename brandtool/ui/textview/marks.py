"""All marks of a text in order, with quick answers to what lies in view and how marks stack."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter, gt

from brandtool.ui.textview.content import Change, Mark

__all__ = ["LEVELS", "MarkIndex", "levels"]

LEVELS = 3
_BLOCK = 64


def _furthest(ends: list[int]) -> list[int]:
    return [max(ends[at : at + _BLOCK]) for at in range(0, len(ends), _BLOCK)]


class MarkIndex:
    """Keep marks sorted by start, with the furthest end of every block."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self.revision = 0
        self.load(marks)

    def load(self, marks: Iterable[Mark]) -> None:
        """Take a new set of marks."""
        self.marks: list[Mark] = list(marks)
        self.starts = [mark.start for mark in self.marks]
        if any(map(gt, self.starts, self.starts[1:])):
            self.marks.sort(key=attrgetter("start"))
            self.starts.sort()
        self.ends = [mark.end for mark in self.marks]
        self._by_key: dict[object, list[int]] | None = None
        self._reblock()

    def _reblock(self) -> None:
        self.revision += 1
        self._far = _furthest(self.ends)
        self._further = _furthest(self._far)

    def __len__(self) -> int:
        return len(self.marks)

    def touching(self, start: int, end: int) -> list[Mark]:
        """Return the marks that overlap or touch a span, in order of their start."""
        stop = bisect_right(self.starts, end)
        found: list[Mark] = []
        for big, furthest in enumerate(self._further):
            if furthest < start:
                continue
            low = big * _BLOCK
            for block, far in enumerate(self._far[low : low + _BLOCK], low):
                if block * _BLOCK >= stop:
                    return found
                if far >= start:
                    run = range(block * _BLOCK, min(stop, (block + 1) * _BLOCK))
                    found += [self._at(index) for index in run if self.ends[index] >= start]
        return found

    def _at(self, index: int) -> Mark:
        mark = self.marks[index]
        if mark.start != self.starts[index] or mark.end != self.ends[index]:
            start, end = self.starts[index], self.ends[index]
            mark = Mark(start, end, mark.kind, mark.state, mark.key, mark.strike)
            self.marks[index] = mark
        return mark

    def of_key(self, key: object) -> list[Mark]:
        """Return all marks that carry a key."""
        if self._by_key is None:
            self._by_key = {}
            for index, mark in enumerate(self.marks):
                self._by_key.setdefault(mark.key, []).append(index)
        return [self._at(index) for index in self._by_key.get(key, ())]

    def amend(self, marks: Sequence[Mark]) -> bool:
        """Give new looks to marks already here (same key and span); say whether all were found."""
        found = [(mark, self._position(mark)) for mark in marks]
        if any(position is None for _, position in found):
            return False
        for mark, position in found:
            assert position is not None
            self.marks[position] = mark
        self.revision += 1
        return True

    def _position(self, mark: Mark) -> int | None:
        index = bisect_left(self.starts, mark.start)
        while index < len(self.starts) and self.starts[index] == mark.start:
            if self.ends[index] == mark.end and self.marks[index].key == mark.key:
                return index
            index += 1
        return None

    def carry(self, change: Change) -> None:
        """Move the marks along with a change of the text until new marks come."""
        if not self.marks:
            return
        starts, ends, delta = self.starts, self.ends, change.delta
        low, high = bisect_left(starts, change.start), bisect_left(starts, change.end)
        for index in self._reaching(change.start, low):
            ends[index] = change.carry(ends[index])
        for index in range(low, high):
            starts[index] = change.carry(starts[index])
            ends[index] = max(starts[index], change.carry(ends[index]))
        starts[high:] = [start + delta for start in starts[high:]]
        ends[high:] = [end + delta for end in ends[high:]]
        self._reblock()

    def _reaching(self, offset: int, stop: int) -> list[int]:
        """Return the marks before index `stop` that end behind an offset."""
        found: list[int] = []
        for big, furthest in enumerate(self._further):
            if furthest <= offset:
                continue
            for block in range(big * _BLOCK, min(len(self._far), (big + 1) * _BLOCK)):
                if block * _BLOCK >= stop:
                    return found
                if self._far[block] > offset:
                    run = range(block * _BLOCK, min(stop, (block + 1) * _BLOCK))
                    found += [index for index in run if self.ends[index] > offset]
        return found


def levels(marks: Sequence[Mark]) -> list[int]:
    """Return the lowest free underline level for each mark, sorted by start, below LEVELS."""
    busy = [-1] * LEVELS
    result = []
    for mark in marks:
        free = next((level for level in range(LEVELS) if busy[level] <= mark.start), LEVELS - 1)
        busy[free] = max(busy[free], mark.end)
        result.append(free)
    return result
