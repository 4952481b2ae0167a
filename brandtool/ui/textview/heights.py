"""Heights of all pieces with fast sums, so that a long text scrolls without being laid out."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Heights"]

_BLOCK = 256


class Heights:
    """Keep integer heights in blocks; a sum or a search looks at blocks first."""

    def __init__(self, values: Iterable[int] = ()) -> None:
        self._values = list(values)
        self._sums: list[int] = []
        self._resum(0)

    def _resum(self, index: int) -> None:
        block = index // _BLOCK
        values = self._values
        starts = range(block * _BLOCK, len(values), _BLOCK)
        self._sums[block:] = [sum(values[at : at + _BLOCK]) for at in starts]
        self.total = sum(self._sums)

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> int:
        return self._values[index]

    def __setitem__(self, index: int, value: int) -> None:
        change = value - self._values[index]
        if change:
            self._values[index] = value
            self._sums[index // _BLOCK] += change
            self.total += change

    def splice(self, first: int, last: int, values: Iterable[int]) -> None:
        """Put values in the place of the half-open run `first..last`."""
        self._values[first:last] = values
        self._resum(first)

    def before(self, index: int) -> int:
        """Return the sum of all heights before an index."""
        block = index // _BLOCK
        return sum(self._sums[:block]) + sum(self._values[block * _BLOCK : index])

    def find(self, y: int) -> tuple[int, int]:
        """Return the index at height y and the rest inside it; the ends for a y outside."""
        if not self._values:
            return 0, y
        rest, block = y, 0
        while block < len(self._sums) - 1 and rest >= self._sums[block]:
            rest -= self._sums[block]
            block += 1
        index = block * _BLOCK
        while index < len(self._values) - 1 and rest >= self._values[index]:
            rest -= self._values[index]
            index += 1
        return index, rest
