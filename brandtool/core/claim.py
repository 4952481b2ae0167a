"""A decision keeps the claim it answers, so that a project opens the same without its detectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from brandtool.core.candidate import Candidate, Evidence, Part
from brandtool.core.decision import Decision, Json, Label, anchor_json, read_anchor
from brandtool.core.span import Span, merge, total

ABOUT = "about"
"""The label kind that holds a claim."""


def about(candidate: Candidate) -> Label:
    """Write a candidate down as a label, to be stored with the decision on it."""
    return Label(ABOUT, (), candidate_json(candidate), subject=candidate.id)


def claim_of(decision: Decision) -> Candidate | None:
    """Read the candidate a decision answers; None for the editor's own."""
    for effect in decision.effects:
        if isinstance(effect, Label) and effect.kind == ABOUT and isinstance(effect.value, Mapping):
            return read_candidate(effect.value)
    return None


def candidate_json(candidate: Candidate) -> dict[str, Json]:
    """Return a candidate as plain JSON: its one form in decisions, caches and between processes."""
    because: dict[str, Json] = {}
    if candidate.evidence.rest:
        because["because"] = [[one.code, dict(one.values)] for one in candidate.evidence.rest]
    return {
        "kind": candidate.kind,
        "text": candidate.text_sha256,
        "parts": [[part.role, anchor_json(part.anchor)] for part in candidate.parts],
        "score": candidate.score,
        "evidence": [candidate.evidence.code, dict(candidate.evidence.values)],
        **because,
        "detector": candidate.detector,
        "keep": candidate.keep,
        "value": candidate.value,
        "group": candidate.group,
        "scores": list(candidate.scores),
    }


def read_candidate(told: Mapping[str, Any]) -> Candidate:
    """Read a candidate back from plain JSON."""
    code, values = told["evidence"]
    return Candidate(
        kind=told["kind"],
        text_sha256=told["text"],
        parts=tuple(Part(role, read_anchor(anchor)) for role, anchor in told["parts"]),
        score=told["score"],
        evidence=Evidence(code, values, tuple(Evidence(*one) for one in told.get("because", ()))),
        detector=told["detector"],
        keep=told["keep"],
        value=told["value"],
        group=told["group"],
        scores=tuple(told["scores"]),
    )


def settled(candidate: Candidate, answered: Iterable[Candidate]) -> bool:
    """Tell whether an answer to one of these claims answers this one too, so that it is not asked.

    The same id; or the same kind on the same text: joins with both ends within two letters,
    duplicates when each pair of occurrences lies in a pair of the answered one, the rest at
    intersection/union >= .8.
    """
    return any(
        other.kind == candidate.kind
        and other.text_sha256 == candidate.text_sha256
        and (other.id == candidate.id or _covers(other, candidate))
        for other in answered
    )


def _covers(answered: Candidate, candidate: Candidate) -> bool:
    match candidate.kind:
        case "join":
            return _same_seam(answered, candidate)
        case "duplicate":
            return all(_pair_inside(pair, answered) for pair in combinations(candidate.parts, 2))
    mine, theirs = _letters(candidate), _letters(answered)
    both = total(merge([*mine, *theirs]))
    common = total(mine) + total(theirs) - both
    return both > 0 and common / both >= 0.8


def _letters(candidate: Candidate) -> tuple[Span, ...]:
    apart = ("after", "antecedent")
    return merge(span for part in candidate.parts for span in part.spans if part.role not in apart)


def _same_seam(one: Candidate, other: Candidate) -> bool:
    ends = []
    for candidate in (one, other):
        left, right = candidate.part("left"), candidate.part("right")
        if not (left and right and left.spans and right.spans):
            return False
        ends.append((left.spans[-1].end, right.spans[0].start))
    return all(abs(a - b) <= 2 for a, b in zip(*ends, strict=True))


def _pair_inside(pair: tuple[Part, Part], answered: Candidate) -> bool:
    homes = [
        {i for i, part in enumerate(answered.parts) if _within(occurrence, part)}
        for occurrence in pair
    ]
    return any(a != b for a in homes[0] for b in homes[1])


def _within(inner: Part, outer: Part) -> bool:
    spans = merge(outer.spans, gap=2)
    return bool(inner.spans) and all(any(o.covers(i) for o in spans) for i in inner.spans)
