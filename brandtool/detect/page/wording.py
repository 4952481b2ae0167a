"""Which of several copies reads best where they differ: by the n-grams, and by the votes of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from brandtool.detect.page.copies import Link, Pass
from brandtool.detect.page.fold import Stream
from brandtool.detect.page.ngrams import ORDER, Ngrams, code
from brandtool.detect.page.patience import look_up

LONGEST = 4
"""How many characters a slip of the reading has at most; more were written otherwise."""
USUAL = 6.0
"""How unlikely a character usually is: words are not better for being fewer, rather worse."""
MOST = 8
"""With how many other copies each is compared."""
_CONTEXT = ORDER - 1
_MARKS = frozenset("“”‘’「」『』《》（）()")

Slip = tuple[str, str, str, str]
"""Words before, one reading, the other reading, words after."""


def readings(
    text: str,
    stream: Stream,
    clusters: Sequence[Sequence[int]],
    passes: Sequence[Pass],
    links: Mapping[int, Sequence[Link]],
    table: Ngrams,
) -> dict[int, tuple[float, float]]:
    """Tell of each copy how much likelier than the others it reads, and in how many places not so.

    Both are means over the other copies of its cluster, the first in natural logarithms; copies
    that differ nowhere are left out.
    """
    slips: list[Slip] = []
    pairs: list[tuple[int, int]] = []
    rivals: dict[int, int] = {}
    for cluster in clusters:
        look_up()
        rivals |= dict.fromkeys(cluster, min(len(cluster) - 1, MOST))
        for one, other, slip in _slips(text, stream, cluster, passes, links):
            pairs.append((one, other))
            slips.append(slip)
    likelier: dict[int, float] = defaultdict(float)
    differs: dict[int, float] = defaultdict(float)
    for (one, other), gain in zip(pairs, gains(slips, table).tolist(), strict=True):
        likelier[one] += gain / rivals[one]
        likelier[other] -= gain / rivals[other]
        differs[one] += 1 / rivals[one]
        differs[other] += 1 / rivals[other]
    return {one: (likelier[one], differs[one]) for one in likelier}


def _slips(
    text: str,
    stream: Stream,
    cluster: Sequence[int],
    passes: Sequence[Pass],
    links: Mapping[int, Sequence[Link]],
) -> Iterator[tuple[int, int, Slip]]:
    """Give the places where two copies of a cluster read otherwise."""
    owner = {line: rank for rank, one in enumerate(cluster) for line in passes[one].lines}
    for line, rank in owner.items():
        for link in links[line]:
            other = owner.get(link.other, -1)
            if link.alike and rank < other <= rank + MOST:
                ours = words_of(text, stream, link.start, link.stop)
                theirs = words_of(text, stream, link.other_start, link.other_stop)
                for slip in slips_of(ours, theirs):
                    yield cluster[rank], cluster[other], slip


def words_of(text: str, stream: Stream, start: int, stop: int) -> str:
    """Return the words of a stretch without blanks, widths folded."""
    told = text[int(stream.offsets[start]) : int(stream.offsets[stop - 1]) + 1]
    return "".join(map(_narrow, "".join(told.split())))


def _narrow(char: str) -> str:
    return chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char


def slips_of(one: str, other: str) -> Iterator[Slip]:
    """Give the short places where two readings of the same words differ, lone marks apart.

    A quotation mark without its other half says nothing of what is likelier.
    """
    if one == other:
        return
    for op in Levenshtein.opcodes(one, other):
        ours, theirs = one[op.src_start : op.src_end], other[op.dest_start : op.dest_end]
        short = op.tag != "equal" and max(len(ours), len(theirs)) <= LONGEST
        if short and ours + theirs not in _MARKS:
            before = one[max(0, op.src_start - _CONTEXT) : op.src_start]
            yield before, ours, theirs, one[op.src_end : op.src_end + _CONTEXT]


def gains(slips: Sequence[Slip], table: Ngrams) -> NDArray[np.float64]:
    """Return how much likelier the one reading is than the other at each slip."""
    before: list[list[int]] = []
    chars: list[int] = []
    place: list[int] = []
    sign: list[float] = []
    for number, (lead, one, other, rest) in enumerate(slips):
        for words, side in ((one, 1.0), (other, -1.0)):
            codes = [0] * _CONTEXT + [code(char) for char in lead + words + rest]
            for k in range(_CONTEXT + len(lead), len(codes)):
                before.append(codes[k - _CONTEXT : k])
                chars.append(codes[k])
                place.append(number)
                sign.append(side)
    if not chars:
        return np.zeros(len(slips))
    told = table.log_chances(np.array(before, dtype=np.uint64), np.array(chars, dtype=np.uint64))
    weight = np.array(sign) * (told + USUAL)
    return np.bincount(place, weight, minlength=len(slips)).astype(np.float64)
