"""Words said twice and more in a row inside one line."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from brandtool.detect.page import wording
from brandtool.detect.page.copies import link_of
from brandtool.detect.page.fold import Stream
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.repeats import GAP, LEAST, Repeat

SLIP = 5
"""How far from the end of one turn the next may begin."""
WHOLE = 0.85
"""The share of a turn that must be said again."""
BETTER = 6.0
"""How much likelier (in natural logarithms) another turn than the first must read to stay."""

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Loop:
    """Name the turns of words said again in a row: stream stretches, and which of them stays."""

    line: int
    turns: tuple[Stretch, ...]
    keep: int
    same: int


def loops_of(
    text: str, stream: Stream, repeats: Iterable[Repeat], members: Container[int], table: Ngrams
) -> tuple[Loop, ...]:
    """Find the words said twice and more in a row inside a line no copy covers."""
    out: list[Loop] = []
    for repeat in repeats:
        loop = _loop(text, stream, repeat)
        if loop is None or loop.line in members:
            continue
        last = out[-1].turns[-1] if out else (-1, -1)
        begin = loop.turns[0][0]
        if out and abs(begin - last[0]) <= SLIP and out[-1].line == loop.line:
            out[-1] = replace(out[-1], turns=(*out[-1].turns, loop.turns[1]))
        elif begin >= last[1]:
            out.append(loop)
    return tuple(replace(loop, keep=_best(text, stream, loop, table)) for loop in out)


def _loop(text: str, stream: Stream, repeat: Repeat) -> Loop | None:
    """Read a repeat as two turns, if one follows the other inside the line of the second."""
    (a, b), (c, d) = repeat.left, repeat.right
    line = int(stream.lines[d - 1])
    ahead = max(0, int(stream.starts[line]) - a)
    a, c = a + ahead, c + ahead
    size, rest = b - a, c - b
    if a >= b or c >= d or rest > GAP:
        return None
    same = sum(max(0, left + part - max(left, a)) for left, _, part in repeat.blocks)
    if rest > 1:
        alike = _alike(stream, b, d, rest)
        if alike < rest / 2:
            return None
        size, same, d = size + rest, same + alike, d + rest
    if same < max(WHOLE * size, LEAST) or d - c < WHOLE * size or not _plain(stream, a, d):
        return None
    if not link_of(stream, line, line, repeat.blocks).alike:
        return None
    slide = _slide(text, stream, a, b, c)
    end = min(d + slide, int(stream.starts[line + 1]))
    return Loop(line, ((a + slide, c + slide), (c + slide, end)), 0, same)


def _alike(stream: Stream, one: int, other: int, size: int) -> int:
    """Count the equal characters of two stretches of a size, misread in places."""
    ours, theirs = stream.codes[one : one + size], stream.codes[other : other + size]
    return int((ours[: len(theirs)] == theirs).sum())


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


def _best(text: str, stream: Stream, loop: Loop, table: Ngrams) -> int:
    """Return which turn reads best, the first if none reads much better."""
    told = [wording.words_of(text, stream, *turn) for turn in loop.turns]
    gains = [0.0] * len(told)
    for one, other in combinations(range(len(told)), 2):
        gain = float(wording.gains(list(wording.slips_of(told[one], told[other])), table).sum())
        gains[one] += gain / (len(told) - 1)
        gains[other] -= gain / (len(told) - 1)
    best = max(range(len(told)), key=lambda k: (gains[k], -k))
    return best if gains[best] - gains[0] > BETTER else 0
