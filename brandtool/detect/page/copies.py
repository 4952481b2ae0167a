"""Lines that stand elsewhere too.

Links between lines, lines that may go, and the passes they form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.fold import Stream
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.repeats import Repeat
from brandtool.detect.page.shape import Line

COVERED = 0.8
"""The share of a line that must stand elsewhere for the line to be a copy."""
DRIFT = 120
"""How far the diagonals of one place may lie apart: a caption may have cut the original."""
EDGE = 12
"""How near the end of a line a differing number tells two rows apart."""
BELOW = 6
"""A short line whose words begin a line this near below it is a heading of that, no copy."""
BRIEF = 40
"""Repeats shorter than this are vetoed by inserted words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Pair a stretch of one line with the stretch of another.

    Or of the same that says the same.
    """

    line: int
    start: int
    stop: int
    other: int
    other_start: int
    other_stop: int
    same: int
    alike: bool
    """False if numbers differ or words were put in."""

    def turned(self) -> Link:
        """Return it seen from the other side."""
        return Link(
            self.other, self.other_start, self.other_stop,
            self.line, self.start, self.stop, self.same, self.alike,
        )  # fmt: skip


@dataclass(frozen=True)
class Pass:
    """Name neighbouring lines that were copied together, in order."""

    lines: tuple[int, ...]


def links_of(stream: Stream, repeats: Iterable[Repeat]) -> tuple[Link, ...]:
    """Cut repeats at the line ends of both sides."""
    out = []
    for repeat in repeats:
        look_up()
        pieces: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
        for a, b, size in repeat.blocks:
            done = 0
            while done < size:
                left, right = int(stream.lines[a + done]), int(stream.lines[b + done])
                step = min(
                    size - done,
                    int(stream.starts[left + 1]) - a - done,
                    int(stream.starts[right + 1]) - b - done,
                )
                pieces[left, right].append((a + done, b + done, step))
                done += step
        for (left, right), parts in pieces.items():
            out.append(_link(stream, left, right, parts))
    return tuple(out)


def _link(stream: Stream, left: int, right: int, parts: Sequence[tuple[int, int, int]]) -> Link:
    first, last = parts[0], parts[-1]
    alike = True
    inserted = 0
    for (a, b, size), (a2, b2, _) in pairwise(parts):
        one, two = stream.codes[a + size : a2], stream.codes[b + size : b2]
        inserted = max(inserted, abs(len(one) - len(two)))
        if any(48 <= c <= 57 for c in one) and any(48 <= c <= 57 for c in two):
            alike = False
    same = sum(size for _, _, size in parts)
    extent = max(last[0] + last[2] - first[0], last[1] + last[2] - first[1])
    if (inserted >= 2 and extent < BRIEF) or same < 0.8 * extent:
        alike = False
    return Link(left, first[0], last[0] + last[2], right, first[1], last[1] + last[2], same, alike)


def by_line(links: Iterable[Link]) -> dict[int, list[Link]]:
    """Gather links, each seen from both of its lines, by line.

    Tandems inside one line are left out.
    """
    out: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.line != link.other:
            out[link.line].append(link)
            out[link.other].append(link.turned())
    return out


def covered(
    links: Iterable[Link], begin: int, end: int, *, gone: Container[int] = frozenset()
) -> float:
    """Return the share of a line's stretch that stands in one living place elsewhere.

    Links count together only if they lie on one diagonal: a patchwork of pieces from here and
    there is no copy.
    """
    if end <= begin:
        return 0.0
    told = sorted(
        (link.other_start - link.start, link.start, link.stop)
        for link in links
        if link.alike and link.other not in gone
    )
    best = 0
    for low, (base, _, _) in enumerate(told):
        if low and told[low - 1][0] == base:
            continue
        spans = sorted((s, e) for diagonal, s, e in told[low:] if diagonal - base <= DRIFT)
        total, reach = 0, begin
        for start, stop in spans:
            if stop > reach:
                total += stop - max(start, reach)
                reach = stop
        best = max(best, total)
    return best / (end - begin)


def copyable(lines: Sequence[Line], stream: Stream, links: dict[int, list[Link]]) -> frozenset[int]:
    """Return the lines nearly all.

    Of whose words stand elsewhere and whose form does not forbid it.
    """
    out = set()
    for index, told in links.items():
        look_up()
        line = lines[index]
        begin, end = int(stream.starts[index]), int(stream.starts[index + 1])
        if end - begin < 12 or line.byline or line.markup or line.table or line.furniture:
            continue
        share = covered(told, begin, end)
        if share < COVERED or (
            share < 0.97 and (line.caption or _other_number(stream, told, begin, end))
        ):
            continue
        if not _quoted(line, lines, told, stream):
            out.add(index)
    return frozenset(out)


def _other_number(stream: Stream, links: Sequence[Link], begin: int, end: int) -> bool:
    """Tell whether the words just outside a link differ in a number."""
    for link in links:
        if not link.alike:
            continue
        if 0 < link.start - begin <= EDGE and link.other_start > 0:
            ours = stream.codes[begin : link.start]
            theirs = stream.codes[max(0, link.other_start - len(ours)) : link.other_start]
            if _digits(ours) and _digits(theirs):
                return True
        if 0 < end - link.stop <= EDGE:
            ours = stream.codes[link.stop : end]
            theirs = stream.codes[link.other_stop : link.other_stop + len(ours)]
            if _digits(ours) and _digits(theirs):
                return True
    return False


def _digits(codes: NDArray[np.uint32]) -> bool:
    return bool(((codes >= 48) & (codes <= 57)).any())


def _quoted(line: Line, lines: Sequence[Line], links: Sequence[Link], stream: Stream) -> bool:
    """Tell whether a short line is only quoted in the midst of others."""
    if line.size >= BRIEF:
        return False
    for link in links:
        first, last = int(stream.starts[link.other]), int(stream.starts[link.other + 1])
        if not link.alike:
            continue
        if link.other_stop - link.other_start >= 0.8 * (last - first):
            return False
        if 0 < link.other - line.index <= BELOW:
            continue
        if link.other_start == first and line.ending in ("open", "comma"):
            return False
        if link.other_stop == last and not _sentence_begins(lines[link.other], stream, link):
            return False
    return True


def passes_of(
    lines: Sequence[Line], members: frozenset[int], links: dict[int, list[Link]]
) -> tuple[Pass, ...]:
    """Divide the copied lines into passes: neighbours, cut where the words begin again."""
    out: list[Pass] = []
    current: list[int] = []
    for line in lines:
        if not line.text or (line.markup and line.index not in members):
            continue
        if line.index not in members:
            if current:
                out.append(Pass(tuple(current)))
            current = []
            continue
        inside = set(current)
        again = sum(
            link.stop - link.start
            for link in links[line.index]
            if link.alike and link.other in inside
        )
        if current and again >= 0.5 * line.size * 0.8:
            out.append(Pass(tuple(current)))
            current = []
        current.append(line.index)
    if current:
        out.append(Pass(tuple(current)))
    return tuple(out)


def _sentence_begins(other: Line, stream: Stream, link: Link) -> bool:
    """Tell whether the stretch of the other line begins a sentence or a clause there."""
    at = int(stream.offsets[link.other_start]) - other.start
    return at <= 0 or not other.text[at - 1].isalnum()


@dataclass(frozen=True, slots=True)
class Loop:
    """Name words said twice in a row inside one line: stream stretches, the second to go."""

    line: int
    first: tuple[int, int]
    second: tuple[int, int]
    same: int


def loops_of(
    text: str, stream: Stream, repeats: Iterable[Repeat], members: Container[int]
) -> tuple[Loop, ...]:
    """Find the words said twice in a row inside a line (or across two lines no copy covers)."""
    out: list[Loop] = []
    taken = -1
    for repeat in repeats:
        (a, b), (c, d) = repeat.left, repeat.right
        line = int(stream.lines[a])
        if c - b > 1 or line != int(stream.lines[d - 1]) or line in members or a < taken:
            continue
        size = b - a
        if repeat.same < max(0.85 * size, 12) or d - c < 0.85 * size or not _plain(stream, a, d):
            continue
        if not _link(stream, line, line, repeat.blocks).alike:
            continue
        slide = _slide(text, stream, a, b, c)
        whole = int(stream.starts[line + 1])
        out.append(
            Loop(line, (a + slide, c + slide), (c + slide, min(d + slide, whole)), repeat.same)
        )
        taken = d
    return tuple(out)


def _plain(stream: Stream, begin: int, end: int) -> bool:
    """Tell whether words are ideographs and not a formula."""
    return float((stream.codes[begin:end] >= 0x3400).mean()) > 0.7


def _slide(text: str, stream: Stream, a: int, b: int, c: int) -> int:
    """Return how far to move a loop so that it begins where a sentence or a clause does."""
    codes = stream.codes
    best, best_rank = 0, -1
    step = 0
    while True:
        place = int(stream.offsets[a + step])
        before = text[int(stream.offsets[a + step - 1]) + 1 : place] if a + step else "。"
        rank = 2 if any(mark in before for mark in "。！？\n") else 1 if before.strip() else 0
        if rank > best_rank:
            best, best_rank = step, rank
        if step >= 40 or c + step >= len(codes) - (c - a) or codes[a + step] != codes[c + step]:
            return best
        if codes[c + step] != codes[min(c + step + (c - a), len(codes) - 1)]:
            return best
        step += 1
