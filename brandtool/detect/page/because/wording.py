"""Words two stretches of text share, as an editor would name them."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable

_RUN = re.compile("[一-鿿]{2,}")
_BEFORE, _BEHIND = "的了与及是", "的了是在和与及或也都就还又把被从向将让于之其这那此该并而但且"
LONGEST = 10
"""The longest words told; of longer ones the first characters."""
READ = 2000
"""How much of a text is looked through."""


def shared(one: str, other: str, *, apart: str = "") -> tuple[str, ...]:
    """Return the longest runs of hanzi of one text that stand in another and not in `apart`.

    At most two, the longest first; little words at either end are left off.
    """
    one, other, apart = one[:READ], other[:READ], apart[:READ]
    pairs = _pairs(other)
    found: dict[str, None] = {}
    for match in _RUN.finditer(one):
        for run in _runs(match.group(), pairs, other):
            word = run.lstrip(_BEFORE).rstrip(_BEHIND)[:LONGEST]
            if len(word) >= 2 and word not in apart:
                found[word] = None
    best = sorted(found, key=lambda word: -len(word))
    return tuple(_distinct(best))[:2]


def named(words: Iterable[str]) -> str:
    """Write words as a list."""
    return "、".join(words)


def _pairs(text: str) -> set[str]:
    return set(map(operator.add, text, text[1:]))


def _runs(text: str, pairs: set[str], other: str) -> list[str]:
    """Return the stretches whose every pair of characters is known, as far as they stand there."""
    out = []
    start = 0
    while start < len(text) - 1:
        stop = start + 1
        while stop < len(text) and text[stop - 1 : stop + 1] in pairs:
            stop += 1
        while stop - start >= 2 and text[start:stop] not in other:
            stop -= 1
        if stop - start >= 2:
            out.append(text[start:stop])
        start = max(stop, start + 1) if stop - start >= 2 else start + 1
    return out


def _distinct(words: Iterable[str]) -> list[str]:
    """Leave off words that are part of a longer one."""
    out: list[str] = []
    for word in words:
        if not any(word in longer for longer in out):
            out.append(word)
    return out


def title(text: str, *, most: int = 20) -> str:
    """Return a headline, its beginning if it is long."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
