"""Where the words of an old text stand in a new one, as far as that is without doubt."""

from __future__ import annotations

import bisect
import difflib
from collections import Counter
from collections.abc import Iterator

from brandtool.core.span import Span

CLOSELY = 4_000_000
"""Stretches are aligned letter by letter up to so many pairs of equal letters."""
SIZES = (32, 12)
"""Strings of these lengths that stand once in both texts hold an alignment, the longer first."""

Run = tuple[int, int, int]
Match = tuple[int, int]


class Alignment:
    """Map spans of an old text to a new one: runs of equal text `(start, end, start there)`.

    A span goes over if one run holds it whole, or else if its words stand exactly once in both
    texts; anything less is not guessed.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.runs = _runs(old, new)
        self._starts = [run[0] for run in self.runs]

    def span(self, span: Span) -> Span | None:
        """Return where a range stands in the new text, None if that is in doubt."""
        at = bisect.bisect_right(self._starts, span.start) - 1
        if at >= 0:
            start, end, there = self.runs[at]
            if span.start <= end and span.end <= end and (span.size or span.start < end):
                return span.shift(there - start)
        words = self.old[span.start : span.end]
        if len(words) >= 2 and self.old.count(words) == 1 and self.new.count(words) == 1:
            found = self.new.index(words)
            return Span(found, found + len(words))
        return None

    def end(self, offset: int) -> int | None:
        """Return where the piece that ended at an offset ends now."""
        stop = offset
        while stop > 0 and self.old[stop - 1].isspace():
            stop -= 1
        before = self.span(Span(max(0, stop - 8), stop)) or self.span(Span(max(0, stop - 1), stop))
        return None if before is None else before.end


def _runs(old: str, new: str) -> list[Run]:
    """Align two texts: by what is equal at both ends, by rare strings, then letter by letter."""
    out: list[Run] = []
    stretches = [(Span(0, len(old)), Span(0, len(new)), 0)]
    while stretches:
        here, there, level = stretches.pop()
        head = _equal(old, new, here.start, there.start, min(here.size, there.size), 1)
        tail = _equal(old, new, here.end, there.end, min(here.size, there.size) - head, -1)
        out += [(here.start, here.start + head, there.start)] if head else []
        out += [(here.end - tail, here.end, there.end - tail)] if tail else []
        here = Span(here.start + head, here.end - tail)
        there = Span(there.start + head, there.end - tail)
        if not here.size or not there.size:
            continue
        if level == len(SIZES):
            out += _letters(old, new, here, there)
            continue
        fixed = _increasing(_rare(old, new, here, there, SIZES[level]))
        one, other = here.start, there.start
        for at, to in fixed:
            if at < one or to < other:
                continue
            end = at + _equal(old, new, at, to, min(here.end - at, there.end - to), 1)
            out.append((at, end, to))
            stretches.append((Span(one, at), Span(other, to), level + 1))
            one, other = end, to + end - at
        stretches.append((Span(one, here.end), Span(other, there.end), level + 1))
    return sorted(out)


def _equal(old: str, new: str, one: int, other: int, most: int, step: int) -> int:
    """Count the equal letters from two places on, forwards or (step -1) backwards."""
    shift = 0 if step == 1 else -1
    for n in range(most):
        if old[one + shift + n * step] != new[other + shift + n * step]:
            return n
    return max(0, most)


def _rare(old: str, new: str, here: Span, there: Span, size: int) -> Iterator[Match]:
    """Yield where strings of a length stand that are found once in both stretches."""
    left, right = _once(old, here, size), _once(new, there, size)
    for words, at in left.items():
        to = right.get(words, -1)
        if at >= 0 and to >= 0:
            yield at, to


def _once(text: str, span: Span, size: int) -> dict[str, int]:
    """Return where each string of a length begins, -1 if it stands there twice."""
    found: dict[str, int] = {}
    for at in range(span.start, span.end - size + 1):
        words = text[at : at + size]
        found[words] = -1 if words in found else at
    return found


def _increasing(matches: Iterator[Match]) -> list[Match]:
    """Return the longest row of matches that goes up in both texts; they come in order of one."""
    ends: list[int] = []
    last: list[int] = []
    rows = list(matches)
    before = [-1] * len(rows)
    for n, (_, to) in enumerate(rows):
        at = bisect.bisect_left(ends, to)
        before[n] = last[at - 1] if at else -1
        ends[at : at + 1] = [to]
        last[at : at + 1] = [n]
    out: list[Match] = []
    n = last[-1] if last else -1
    while n >= 0:
        out.append(rows[n])
        n = before[n]
    return out[::-1]


def _letters(old: str, new: str, here: Span, there: Span) -> list[Run]:
    one, other = old[here.start : here.end], new[there.start : there.end]
    counted = Counter(other)
    if sum(number * counted[letter] for letter, number in Counter(one).items()) > CLOSELY:
        return []
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return [
        (here.start + a, here.start + a + size, there.start + b)
        for a, b, size in matcher.get_matching_blocks()
        if size
    ]
