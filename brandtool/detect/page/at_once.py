"""Lines said again at once, by the very next line: whole, or begun again after they broke off.

Repeats find most of them, but for three: rows of a list, which share most of their words with
other rows; bylines, which are no copies elsewhere, as every article has one; and short pieces that
break off within a word before the line begins again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from brandtool.detect.page import bridge
from brandtool.detect.page.copies import SHORTEST, Link
from brandtool.detect.page.fold import Stream
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.shape import Line

BYLINE = 6
"""The shortest byline that is a copy of the line beside it."""
BEGUN = 8
"""The shortest piece that is begun again."""
_UNITS = "年月日时分秒岁元万亿%％"


@dataclass(frozen=True)
class AtOnce:
    """Hold the lines said again at once, how they are tied, and those that surely are slips.

    A short line that a song or a list says twice is none for certain.
    """

    links: tuple[Link, ...]
    lines: frozenset[int]
    sure: frozenset[int]


def said_at_once(lines: Sequence[Line], stream: Stream) -> AtOnce:
    """Find the lines whose words the line below says again; rows of a table may well be equal."""
    links: list[Link] = []
    found: set[int] = set()
    sure: set[int] = set()
    told = [line for line in lines if line.text and not (line.markup or line.table)]
    for one, two in pairwise(told):
        look_up()
        a, b = int(stream.starts[one.index]), int(stream.starts[two.index])
        size = int(stream.starts[one.index + 1]) - a
        other = int(stream.starts[two.index + 1]) - b
        if size > other or (stream.codes[a : a + size] != stream.codes[b : b + size]).any():
            continue
        if size == other and size >= (BYLINE if one.byline else SHORTEST):
            found |= {one.index, two.index}
            sure |= {one.index, two.index} if one.byline else set()
        elif size < other and size >= BEGUN and _within_a_word(one, two, stream, b + size):
            found.add(one.index)
            sure.add(one.index)
        else:
            continue
        links.append(Link(one.index, a, a + size, two.index, b, b + size, size, True))
    return AtOnce(tuple(links), frozenset(found), frozenset(sure))


def _within_a_word(one: Line, two: Line, stream: Stream, at: int) -> bool:
    """Tell whether a line breaks off within a word or number that the next line says whole."""
    rest = two.text[int(stream.offsets[at]) - two.start :]
    last, first = one.text.rstrip()[-1:], rest[:1]
    if last.isdigit():
        return first.isdigit() or first in _UNITS
    if last.isascii() and last.isalpha():
        return first.isascii() and first.isalpha()
    return bridge.gain(bridge.tail_of(one.text), bridge.head_of(rest)) > 0
