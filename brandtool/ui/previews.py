"""What a question is about, in a few characters of the source.

Seams, first and last words, surroundings.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from brandtool.core.document import Document, ink_before, next_ink
from brandtool.core.span import Span

if TYPE_CHECKING:
    from brandtool.core.candidate import Candidate, Part

__all__ = [
    "SEAM",
    "Difference",
    "after",
    "before",
    "differences",
    "ends",
    "flat",
    "line",
    "line_above",
    "part_text",
    "seam",
    "size",
    "suggestions",
    "value_of",
]

SEAM = "┊"
_BLANKS = re.compile(r"\s+")


def flat(text: str) -> str:
    """Write a text in one line."""
    return _BLANKS.sub(" ", text).strip()


def size(text: str) -> int:
    """Count characters as papers do: punctuation counts, blanks and line ends do not."""
    return sum(map(len, text.split()))


def ends(text: str, *, most: int = 28) -> str:
    """Return a text, or its first and last words if it is long."""
    told = flat(text)
    if len(told) <= most:
        return told
    half = max(1, (most - 1) // 2)
    return f"{told[:half]}…{told[-half:]}"


def before(document: Document, offset: int, *, most: int = 12) -> str:
    """Return the last words before an offset, of one block."""
    stop = ink_before(document.text, offset)
    if stop == 0:
        return ""
    start = document.block_at(stop - 1).start
    return document.text[max(start, stop - most) : stop]


def after(document: Document, offset: int, *, most: int = 12) -> str:
    """Return the first words from an offset on, of one block."""
    start = next_ink(document.text, offset)
    if start >= len(document.text):
        return ""
    stop = document.block_at(start).stop
    return document.text[start : min(stop, start + most)]


def part_text(document: Document, part: Part | None) -> str:
    """Return the words of a part, its ranges one after another."""
    if part is None:
        return ""
    return "".join(document.quote(span) for span in part.spans)


def seam(document: Document, candidate: Candidate, *, most: int = 12) -> tuple[str, str]:
    """Return the words left and right of the place where a sentence is to run on."""
    left, right = candidate.part("left"), candidate.part("right")
    tail = before(document, left.spans[-1].end, most=most) if left and left.spans else ""
    head = after(document, right.spans[0].start, most=most) if right and right.spans else ""
    return tail, head


def value_of(candidate: Candidate, name: str, default: str = "") -> str:
    """Return a string of a candidate's value, under a name or as the value itself."""
    value = candidate.value
    told = value.get(name) if isinstance(value, Mapping) else value
    return told if isinstance(told, str) else default


def line_above(document: Document, candidate: Candidate, part: Part | None) -> str:
    """Return the printed line that a part is the next line of, empty if it is of none."""
    value = candidate.value
    told = value.get("lines") if isinstance(value, Mapping) else None
    spans = part.spans if part is not None else ()
    for tie in told if isinstance(told, Sequence) else ():
        match tie:
            case [int(left), int(right), _] if any(s.start <= right < s.end for s in spans):
                return before(document, left, most=60)
    return ""


def suggestions(candidate: Candidate) -> tuple[str, ...]:
    """Return what a suspect might be."""
    value = candidate.value
    told = value.get("suggest") if isinstance(value, Mapping) else value
    if isinstance(told, Sequence) and not isinstance(told, str):
        return tuple(str(one) for one in told)
    return ()


def line(document: Document, candidate: Candidate, *, typed: str | None = None) -> str:
    """Write what a candidate is about in one line; `typed` is what it was corrected to."""
    match candidate.kind:
        case "join":
            return SEAM.join(seam(document, candidate))
        case "duplicate":
            kept = candidate.parts[candidate.keep or 0]
            return f"{len(candidate.parts)} × {ends(part_text(document, kept))}"
        case "suspect":
            told = flat(part_text(document, candidate.part("text")))
            offered = suggestions(candidate)
            first = typed if typed is not None else offered[0] if offered else None
            return told if first is None else f"{told} → {first or '∅'}"
        case "quote":
            who = value_of(candidate, "speaker")
            told = ends(part_text(document, candidate.part("content")))
            return f"{who}：{told}" if who and isinstance(candidate.value, Mapping) else told
        case "article":
            head = candidate.part("headline") or candidate.part("start")
            return ends(part_text(document, head))
        case "role":
            return ends(part_text(document, candidate.part("block")))
        case "move":
            return ends(part_text(document, candidate.part("block")))
        case _:
            return ends(part_text(document, candidate.parts[0] if candidate.parts else None))


@dataclass(frozen=True, slots=True)
class Difference:
    """Name how a copy differs from the one kept: where in the copy, its words, the words kept."""

    span: Span
    here: str
    kept: str


_CLAUSE = re.compile(r"[^，,。；;：:！!？?\n]*[，,。；;：:！!？?\n]?")


@lru_cache(maxsize=64)
def differences(here: str, kept: str) -> tuple[Difference, ...]:
    """Compare two copies character by character: clause by clause first, as most are alike."""
    if here == kept:
        return ()
    ours, theirs = _CLAUSE.findall(here), _CLAUSE.findall(kept)
    starts = [0, *accumulate(map(len, ours))]
    ends = [0, *accumulate(map(len, theirs))]
    out: list[Difference] = []
    for told, a, b, c, d in difflib.SequenceMatcher(
        None, ours, theirs, autojunk=False
    ).get_opcodes():
        if told == "equal":
            continue
        one, other = here[starts[a] : starts[b]], kept[ends[c] : ends[d]]
        for letters, e, f, g, h in difflib.SequenceMatcher(
            None, one, other, autojunk=False
        ).get_opcodes():
            if letters != "equal":
                span = Span(starts[a] + e, starts[a] + f)
                out.append(Difference(span, one[e:f], other[g:h]))
    return tuple(out)
