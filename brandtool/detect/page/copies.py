"""Lines that stand elsewhere too.

Links between lines, lines that may go, and the passes they form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.fold import Stream
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.repeats import Repeat
from brandtool.detect.page.shape import Line

COVERED = 0.8
"""The share of a line that must stand elsewhere for the line to be a copy."""
UNSAID = 11
"""A line with so many characters in a row that stand nowhere else is no copy."""
DRIFT = 120
"""How far the diagonals of one place may lie apart: a caption may have cut the original."""
EDGE = 12
"""How near the end of a line a differing number tells two rows apart."""
NEAR = 3
"""How many misread characters may stand between the end of a link and that of its line."""
BELOW = 6
"""A short line whose words begin a line this near below it is a heading of that, no copy."""
_INNER = re.compile(r"[，。；！？,;!?]\s*[^\s，。；！？,;!?”’」』）)》]")
SHORTEST = 12
"""Shorter lines are no copies, if they are not said again at once."""
BRIEF = 40
"""Repeats shorter than this are vetoed by inserted words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Pair a stretch of one line with one of another, or of the same, that says the same."""

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
            out.append(link_of(stream, left, right, parts))
    return tuple(out)


def link_of(stream: Stream, left: int, right: int, parts: Sequence[tuple[int, int, int]]) -> Link:
    """Tie a stretch of one line with that of another, of exactly equal parts."""
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


def copyable(
    lines: Sequence[Line],
    stream: Stream,
    links: dict[int, list[Link]],
    again: frozenset[int] = frozenset(),
) -> frozenset[int]:
    """Return the lines whose words nearly all stand elsewhere and whose form allows it.

    `again` are lines said again at once (see `at_once`): these are, whatever their form.
    """
    out = set(again)
    for index, told in links.items():
        look_up()
        line = lines[index]
        begin, end = int(stream.starts[index]), int(stream.starts[index + 1])
        if end - begin < SHORTEST or line.byline or line.markup or line.table or line.furniture:
            continue
        share = covered(told, begin, end)
        if share < COVERED or (
            share < 0.97 and (line.caption or _other_number(stream, told, begin, end))
        ):
            continue
        if _unsaid(told, begin, end) >= UNSAID:
            continue
        if broken(lines, index, links, stream) or not _quoted(line, lines, told, stream):
            out.add(index)
    return frozenset(out)


def _unsaid(links: Iterable[Link], begin: int, end: int) -> int:
    """Return the longest stretch of a line that is said nowhere else."""
    most, reach = 0, begin
    for start, stop in sorted((link.start, link.stop) for link in links if link.alike):
        most, reach = max(most, start - reach), max(reach, stop)
    return max(most, end - reach)


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


def broken(
    lines: Sequence[Line], index: int, links: Mapping[int, Sequence[Link]], stream: Stream
) -> bool:
    """Tell whether a line is a piece broken out of another that says more."""
    line = lines[index]
    return any(
        link.alike and _broken(line, lines[link.other], link, stream) for link in links[index]
    )


def _broken(line: Line, other: Line, link: Link, stream: Stream) -> bool:
    """Tell whether a line of several clauses breaks off, or begins, amid the words of another.

    A heading that a text quotes is one phrase, or stands whole in it.
    """
    if not _INNER.search(line.text):
        return False
    begin, end = int(stream.starts[line.index]), int(stream.starts[line.index + 1])
    first, last = int(stream.offsets[link.other_start]), int(stream.offsets[link.other_stop - 1])
    if link.start - begin < NEAR and line.text[:1] in "，。；！？、,;!?":
        return True
    ahead, after = other.text[: first - other.start], other.text[last + 1 - other.start :]
    if end - link.stop < NEAR and line.ending in ("open", "comma") and after[:1].isalnum():
        return True
    return link.start - begin < NEAR and ahead[-1:].isalnum() and line.text[:1].isalnum()


def passes_of(
    lines: Sequence[Line], members: frozenset[int], links: dict[int, list[Link]]
) -> tuple[Pass, ...]:
    """Divide the copied lines into passes: neighbours that follow each other elsewhere too.

    They are cut where the words begin again.
    """
    told = [bool(line.text) and not line.apart for line in lines]
    place = dict(zip((line.index for line in lines), accumulate(map(int, told)), strict=True))
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
        if current and (
            _said_again(line, current, links)
            or not _follows(links[current[-1]], links[line.index], place)
        ):
            out.append(Pass(tuple(current)))
            current = []
        current.append(line.index)
    if current:
        out.append(Pass(tuple(current)))
    return tuple(out)


def _said_again(line: Line, before: Sequence[int], links: dict[int, list[Link]]) -> bool:
    inside = set(before)
    again = sum(
        link.stop - link.start for link in links[line.index] if link.alike and link.other in inside
    )
    return again >= 0.5 * line.size * COVERED


def _follows(ones: Sequence[Link], others: Sequence[Link], place: Mapping[int, int]) -> bool:
    """Tell whether the words of two lines follow each other in another place too."""
    ends = [(place[link.other], link.other_stop) for link in ones if link.alike]
    return any(
        0 <= place[link.other] - line <= 1 and link.other_start >= stop - NEAR
        for line, stop in ends
        for link in others
        if link.alike
    )


def said_by(
    cluster: Iterable[int],
    passes: Sequence[Pass],
    links: Mapping[int, Sequence[Link]],
    starts: NDArray[np.int64],
) -> frozenset[int]:
    """Return the lines of some passes, and all that say half of one of these lines."""
    out: set[int] = set()
    for line in (line for one in cluster for line in passes[one].lines):
        half = int(starts[line + 1] - starts[line]) / 2
        out.add(line)
        out.update(
            link.other for link in links[line] if link.alike and link.stop - link.start >= half
        )
    return frozenset(out)


def _sentence_begins(other: Line, stream: Stream, link: Link) -> bool:
    """Tell whether the stretch of the other line begins a sentence or a clause there."""
    at = int(stream.offsets[link.other_start]) - other.start
    return at <= 0 or not other.text[at - 1].isalnum()
