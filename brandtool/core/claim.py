"""A decision keeps the claim it answers, so that a project opens the same without its detectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from brandtool.core.candidate import Candidate, Evidence, Part
from brandtool.core.decision import Decision, Json, Label, anchor_json, read_anchor
from brandtool.core.span import Span, merge, total

ABOUT = "about"
"""The label kind that holds a claim."""


def about(candidate: Candidate) -> Label:
    """Write a candidate down as a label, to be stored with the decision on it."""
    evidence = candidate.evidence
    told: dict[str, Json] = {
        "kind": candidate.kind,
        "parts": [{"role": p.role, "anchor": anchor_json(p.anchor)} for p in candidate.parts],
        "score": round(candidate.score, 4),
        "evidence": {"code": evidence.code, "values": dict(evidence.values)},
        "detector": candidate.detector,
        "keep": candidate.keep,
        "value": candidate.value,
        "scores": list(candidate.scores),
    }
    return Label(ABOUT, (), told, subject=candidate.id)


def claim_of(decision: Decision) -> Candidate | None:
    """Read the candidate a decision answers; None for the editor's own."""
    for effect in decision.effects:
        if isinstance(effect, Label) and effect.kind == ABOUT:
            return _read(decision, effect.value)
    return None


def _read(decision: Decision, told: Json) -> Candidate | None:
    if not isinstance(told, Mapping):
        return None
    kind, parts, score = told.get("kind"), told.get("parts"), told.get("score")
    if not isinstance(kind, str) or not isinstance(parts, list):
        return None
    found, keep = told.get("evidence"), told.get("keep")
    evidence = found if isinstance(found, Mapping) else {}
    return Candidate(
        kind=kind,
        text_sha256=decision.text_sha256 or "",
        parts=tuple(_part(part) for part in parts if isinstance(part, Mapping)),
        score=float(score) if isinstance(score, int | float) else 0.0,
        evidence=Evidence(str(evidence.get("code", "")), _plain(evidence.get("values"))),
        detector=str(told.get("detector", "")),
        keep=keep if isinstance(keep, int) else None,
        value=told.get("value"),
        scores=_numbers(told.get("scores")),
    )


def _part(told: Mapping[str, Json]) -> Part:
    anchor = told.get("anchor")
    return Part(str(told.get("role", "")), read_anchor(anchor) if isinstance(anchor, list) else ())


def _plain(values: Json) -> dict[str, str | float]:
    if not isinstance(values, Mapping):
        return {}
    return {k: v for k, v in values.items() if isinstance(v, str | int | float)}


def _numbers(values: Json) -> tuple[float, ...]:
    if not isinstance(values, Sequence) or isinstance(values, str):
        return ()
    return tuple(float(v) for v in values if isinstance(v, int | float))


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
    return merge(span for part in candidate.parts for span in part.spans if part.role != "after")


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
