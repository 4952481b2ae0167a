"""What accepting a candidate does: its effects, as the decision will carry them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from brandtool.core.candidate import Candidate, Part
from brandtool.core.decision import Effect, Joint, Json, Label, Place, Point, Replace, Source
from brandtool.core.document import Document
from brandtool.core.quote import quote_value

ASIDE_ROLE = "caption"
"""The role of what is lifted out when the candidate names none."""


def effects_of(
    document: Document, candidate: Candidate, *, choice: int | None = None, accept: float = 0.0
) -> tuple[Effect, ...]:
    """Return what accepting a candidate does.

    `choice` picks among what it offers: the occurrence to keep, the suggestion to take. `accept`
    leaves out occurrences of a duplicate scored below it. Kinds that are information have no
    effects.
    """
    match candidate.kind:
        case "duplicate":
            return _duplicate(document, candidate, choice, accept)
        case "join":
            return _join(candidate)
        case "interruption":
            return _interruption(candidate)
        case "move":
            return _move(candidate, accept)
        case "article":
            return _article(candidate, accept)
        case "role":
            return _role(candidate, accept)
        case "quote":
            content = candidate.part("content")
            return (Label("quote", content.anchor, quote_value(candidate)),) if content else ()
        case "suspect":
            return _suspect(candidate, choice)
    return ()


def _sources(part: Part | None) -> list[Source]:
    return [a for a in part.anchor if isinstance(a, Source)] if part else []


def _duplicate(
    document: Document, candidate: Candidate, choice: int | None, accept: float
) -> tuple[Effect, ...]:
    keep = candidate.keep if choice is None else choice
    if keep is None or not 0 <= keep < len(candidate.parts):
        return ()
    kept = _sources(candidate.parts[keep])
    out: list[Effect] = []
    for at, part in enumerate(candidate.parts):
        if at == keep or (candidate.scores and candidate.scores[at] < accept):
            continue
        gone = _sources(part)
        out += [Replace(source.span, "") for source in gone]
        runs: Json = [list(run) for run in align(document.text, gone, kept)]
        out.append(Label("twin", part.anchor, {"map": runs}))
    return tuple(out)


def align(
    text: str, gone: Sequence[Source], kept: Sequence[Source]
) -> tuple[tuple[int, int, int], ...]:
    """Align two copies code point by code point: (start, end, start in the kept one) by start."""
    removed = "".join(text[s.start : s.end] for s in gone)
    stays = "".join(text[s.start : s.end] for s in kept)
    left, right = _offsets(gone), _offsets(kept)
    out: list[tuple[int, int, int]] = []
    for a, b, size in _matches(removed, stays):
        done = 0
        while done < size:
            at, room_left = _place(left, a + done)
            to, room_right = _place(right, b + done)
            step = min(size - done, room_left, room_right)
            out.append((at, at + step, to))
            done += step
    return tuple(sorted(out))


def _offsets(sources: Sequence[Source]) -> list[tuple[int, int, int]]:
    out, at = [], 0
    for source in sources:
        out.append((at, source.start, source.end))
        at += source.end - source.start
    return out


def _place(offsets: Sequence[tuple[int, int, int]], at: int) -> tuple[int, int]:
    """Return the source offset of a joined offset, and how many code points follow in its range."""
    joined, start, end = next(run for run in reversed(offsets) if at >= run[0])
    return start + at - joined, end - start - (at - joined)


@lru_cache(maxsize=512)
def _matches(removed: str, stays: str) -> tuple[tuple[int, int, int], ...]:
    if removed == stays:
        return ((0, 0, len(removed)),) if removed else ()
    matcher = difflib.SequenceMatcher(None, removed, stays, autojunk=False)
    return tuple((m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size)


def _join(candidate: Candidate) -> tuple[Effect, ...]:
    left, right = _sources(candidate.part("left")), _sources(candidate.part("right"))
    if not left or not right:
        return ()
    value = candidate.value
    joint: Joint = (
        "line" if isinstance(value, Mapping) and value.get("joint") == "line" else "run_on"
    )
    return (Place(right[0], Point("", left[-1].end), joint),)


def _interruption(candidate: Candidate) -> tuple[Effect, ...]:
    value = candidate.value
    told = value.get("role") if isinstance(value, Mapping) else value
    role = told if isinstance(told, str) else ASIDE_ROLE
    out: list[Effect] = []
    for part in candidate.parts:
        for source in _sources(part):
            out += [Place(source, None, "aside"), Label("role", (source,), role)]
    return tuple(out)


def _move(candidate: Candidate, accept: float) -> tuple[Effect, ...]:
    block, after = _sources(candidate.part("block")), _sources(candidate.part("after"))
    if not block:
        return ()
    value = candidate.value
    told = value.get("joint") if isinstance(value, Mapping) else None
    joint: Joint = "article" if told == "article" else "paragraph"
    out: list[Effect] = []
    at = Point("", after[-1].end if after else 0)
    lines = {place.piece.start: place for place in _lines(candidate, block[1:], accept)}
    for source in block:
        out.append(lines.get(source.start) or Place(source, at, joint))
        at, joint = Point("", source.end), "paragraph"
    return tuple(out)


def _article(candidate: Candidate, accept: float) -> tuple[Effect, ...]:
    start, after = _sources(candidate.part("start")), _sources(candidate.part("after"))
    if not start:
        return ()
    point = Point("", after[-1].end) if after else None
    out: list[Effect] = []
    if start[0].start > 0 or point is not None:
        out.append(Place(start[0], point, "article"))
    for part in candidate.parts:
        if part.role not in ("start", "after"):
            out += _lines(candidate, _sources(part), accept)
            out += [Label("role", (source,), part.role) for source in _sources(part)]
    return tuple(out)


def _role(candidate: Candidate, accept: float) -> tuple[Effect, ...]:
    block = candidate.part("block")
    value = candidate.value
    role = value.get("role") if isinstance(value, Mapping) else value
    if block is None or not isinstance(role, str):
        return ()
    sources = _sources(block)
    named = (Label("role", (source,), role) for source in sources)
    return (*_lines(candidate, sources, accept), *named)


def _lines(candidate: Candidate, sources: Sequence[Source], accept: float) -> tuple[Place, ...]:
    """Let ranges stand as the next lines of the heading or byline that a claim says they are of.

    `lines` of its value holds (end of the line before, start of the line, chance).
    """
    value = candidate.value
    told = value.get("lines", ()) if isinstance(value, Mapping) else ()
    out = []
    for tie in told if isinstance(told, Sequence) else ():
        match tie:
            case [int(left), int(right), int() | float() as chance] if chance >= accept:
                found = (s for s in sources if s.start <= right < s.end)
                out += [Place(source, Point("", left), "line") for source in found]
    return tuple(out)


def _suspect(candidate: Candidate, choice: int | None) -> tuple[Effect, ...]:
    value = candidate.value
    offered = value.get("suggest") if isinstance(value, Mapping) else value
    source = _sources(candidate.part("text"))
    if not source or not isinstance(offered, Sequence) or isinstance(offered, str):
        return ()
    at = choice or 0
    if not 0 <= at < len(offered):
        return ()
    return (Replace(source[0].span, str(offered[at])),)
