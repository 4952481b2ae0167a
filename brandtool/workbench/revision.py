"""A page whose text changed: decisions go over where their words are found without doubt."""

from __future__ import annotations

import bisect
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from brandtool.core.candidate import Candidate, Part
from brandtool.core.claim import about, claim_of
from brandtool.core.decision import (
    START,
    Anchor,
    AnchorPart,
    Decision,
    Effect,
    Label,
    Place,
    Point,
    Replace,
    Source,
)
from brandtool.core.document import Document
from brandtool.core.span import Span
from brandtool.workbench.sealing import Draft

CLOSELY = 4_000_000
"""Stretches are aligned letter by letter up to this product of their lengths."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Hold what went over to a new text, as drafts of one act, and the decisions that did not."""

    drafts: tuple[Draft, ...]
    lost: tuple[Decision, ...]


class Alignment:
    """Map spans of an old text to a new one: runs of equal text, in order.

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


def _runs(old: str, new: str) -> list[tuple[int, int, int]]:
    """Align by lines, then letter by letter where lines differ."""
    left, right = _lines(old), _lines(new)
    out: list[tuple[int, int, int]] = []
    matcher = difflib.SequenceMatcher(
        None, [old[s:e] for s, e in left], [new[s:e] for s, e in right], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "delete" or tag == "insert":
            continue
        one = (left[a][0], left[b - 1][1])
        other = (right[c][0], right[d - 1][1])
        if tag == "equal":
            out.append((*one, other[0]))
        elif (one[1] - one[0]) * (other[1] - other[0]) <= CLOSELY:
            out += _letters(old, new, one, other)
    return out


def _lines(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        out.append((at, at + len(line)))
        at += len(line)
    return out


def _letters(
    old: str, new: str, one: tuple[int, int], other: tuple[int, int]
) -> list[tuple[int, int, int]]:
    matcher = difflib.SequenceMatcher(
        None, old[one[0] : one[1]], new[other[0] : other[1]], autojunk=False
    )
    return [
        (one[0] + a, one[0] + a + size, other[0] + b)
        for a, b, size in matcher.get_matching_blocks()
        if size
    ]


def carry(old: Document, new: Document, decisions: Iterable[Decision]) -> Carried:
    """Return what of the decisions on an old text holds on the new one.

    A decision goes over whole or not at all: every range it names must be found. What was typed
    into the page and then placed by itself does not go over.
    """
    alignment = Alignment(old.text, new.text)
    drafts: list[Draft] = []
    lost: list[Decision] = []
    for decision in sorted(decisions, key=lambda decision: decision.rank):
        draft = _draft(alignment, new, decision)
        if draft is None:
            lost.append(decision)
        else:
            drafts.append(draft)
    return Carried(tuple(drafts), tuple(lost))


def _draft(alignment: Alignment, new: Document, decision: Decision) -> Draft | None:
    effects: list[Effect] = []
    for effect in decision.effects:
        if isinstance(effect, Label) and effect.kind == "about":
            continue
        moved = _effect(alignment, effect)
        if moved is None:
            return None
        effects.append(moved)
    claim = claim_of(decision)
    if claim is None:
        return Draft(decision.verb, decision.kind, tuple(effects), note=decision.note)
    told = _claim(alignment, new, claim)
    if told is None:
        return None
    kept = (*effects, about(told))
    return Draft(decision.verb, decision.kind, kept, told.id, decision.note)


def _claim(alignment: Alignment, new: Document, claim: Candidate) -> Candidate | None:
    parts: list[Part] = []
    for part in claim.parts:
        anchor = _anchor(alignment, part.anchor)
        if anchor is None:
            return None
        parts.append(Part(part.role, anchor))
    return replace(claim, text_sha256=new.sha256, parts=tuple(parts))


def _effect(alignment: Alignment, effect: Effect) -> Effect | None:
    match effect:
        case Replace(span, text, bind):
            there = _at(alignment, span, bind)
            return there and Replace(there, text, bind)
        case Place(piece, after, joint):
            moved = _part(alignment, piece)
            to = _point(alignment, after)
            if moved is None or (after is not None and to is None):
                return None
            return Place(moved, to, joint)
        case Label(kind, anchor, value, subject):
            there_anchor = _anchor(alignment, anchor)
            if there_anchor is None:
                return None
            if kind == "twin":
                value = {"map": _twin(alignment, value)}
            return Label(kind, there_anchor, value, subject)


def _at(alignment: Alignment, span: Span, bind: str) -> Span | None:
    """Find a range, or for an insertion the neighbour it travels with."""
    if span.size:
        return alignment.span(span)
    near = span.start - 1 if bind == "before" else span.start
    there = alignment.span(Span(near, near + 1)) if near >= 0 else None
    if there is None:
        return None
    at = there.end if bind == "before" else there.start
    return Span(at, at)


def _point(alignment: Alignment, after: Point | None) -> Point | None:
    if after is None or after == START:
        return after
    end = alignment.end(after.offset) if not after.origin else None
    return None if end is None else Point("", end)


def _part(alignment: Alignment, part: AnchorPart) -> Source | None:
    if not isinstance(part, Source):
        return None
    there = alignment.span(part.span)
    return there and Source(there.start, there.end, alignment.new[there.start : there.end])


def _anchor(alignment: Alignment, anchor: Anchor) -> Anchor | None:
    out = [_part(alignment, part) for part in anchor]
    if any(part is None for part in out):
        return None
    return tuple(part for part in out if part is not None)


def _twin(alignment: Alignment, value: object) -> list[list[int]]:
    """Map an alignment of copies; runs that are in doubt are left out."""
    runs = value.get("map") if isinstance(value, dict) else None
    out: list[list[int]] = []
    for run in runs if isinstance(runs, Sequence) else ():
        start, end, kept = run
        gone = alignment.span(Span(start, end))
        stays = alignment.span(Span(kept, kept + end - start))
        if gone is not None and stays is not None:
            out.append([gone.start, gone.end, stays.start])
    return out
