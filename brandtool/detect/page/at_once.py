"""Lines said again at once, by the very next line: whole, or begun again after they broke off.

Repeats find most of them, but for three: rows of a list, which share most of their words with
other rows; bylines, which are no copies elsewhere, as every article has one; and short pieces that
break off within a word before the line begins again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from brandtool.detect.page import spanning
from brandtool.detect.page.copies import SHORTEST, Link
from brandtool.detect.page.fold import Stream
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.shape import Line

BYLINE = 6
"""The shortest byline that is a copy of the line beside it."""
BEGUN = 8
"""The shortest piece that is begun again, and how much more the line says that ends in a number."""
_WITHIN_NUMBER = re.compile(r"[.．,，]?\d|[年月日时分秒岁元万亿%％]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")
"""Headings end with a year, too."""


@dataclass(frozen=True)
class AtOnce:
    """Hold the lines said again at once, how they are tied, and those that surely are copies.

    A short line that a song or a list says twice is none for certain.
    """

    links: tuple[Link, ...]
    lines: frozenset[int]
    sure: frozenset[int]


def said_at_once(lines: Sequence[Line], stream: Stream) -> AtOnce:
    """Find the lines whose words the line below says again; rows of a table may well be equal.

    They are looked at from below: what breaks off twice is begun again twice.
    """
    links: list[Link] = []
    found: set[int] = set()
    sure: set[int] = set()
    begun: set[int] = set()
    told = [line for line in lines if line.text]
    for one, two in reversed(list(pairwise(told))):
        look_up()
        if any(line.markup or line.table or line.furniture for line in (one, two)):
            continue
        a, b = int(stream.starts[one.index]), int(stream.starts[two.index])
        size = int(stream.starts[one.index + 1]) - a
        other = int(stream.starts[two.index + 1]) - b
        if size > other or (stream.codes[a : a + size] != stream.codes[b : b + size]).any():
            continue
        named = one.byline and not one.caption
        if two.index in begun if size == other else _begun_again(one, two, stream, size):
            begun.add(one.index)
        elif size == other and size >= (BYLINE if named else SHORTEST):
            found |= {one.index, two.index}
            sure |= {one.index, two.index} if named else set()
        else:
            continue
        links.append(Link(one.index, a, a + size, two.index, b, b + size, size, True))
    return AtOnce(tuple(reversed(links)), frozenset(found | begun), frozenset(sure | begun))


def _begun_again(one: Line, two: Line, stream: Stream, size: int) -> bool:
    """Tell whether a line breaks off within a word or number that the next line says whole.

    Both begin with the same `size` characters of the stream; a mark or a blank ends a word.
    """
    if size < BEGUN:
        return False
    last_said = int(stream.starts[two.index]) + size - 1
    rest = two.text[int(stream.offsets[last_said]) + 1 - two.start :]
    words = one.text.rstrip()
    last, first = words[-1:], rest[:1]
    if last.isdigit():
        long = len(rest) >= BEGUN and not _YEAR.search(words)
        return long and bool(_WITHIN_NUMBER.match(rest))
    if last.isascii() and last.isalpha():
        return first.isascii() and first.isalpha()
    return (
        not first.isspace() and spanning.gain(spanning.tail_of(words), spanning.head_of(rest)) > 0
    )
