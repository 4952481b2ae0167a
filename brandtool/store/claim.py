"""Claims: a candidate as plain JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from brandtool.core.candidate import Candidate, Evidence, Part
from brandtool.core.decision import Json, anchor_json, read_anchor


def candidate_json(candidate: Candidate) -> Json:
    """Return a candidate as plain JSON."""
    return {
        "kind": candidate.kind,
        "text": candidate.text_sha256,
        "parts": [[part.role, anchor_json(part.anchor)] for part in candidate.parts],
        "score": candidate.score,
        "evidence": [candidate.evidence.code, dict(candidate.evidence.values)],
        "detector": candidate.detector,
        "keep": candidate.keep,
        "value": candidate.value,
        "group": candidate.group,
        "scores": list(candidate.scores),
    }


def read_candidate(told: Mapping[str, Any]) -> Candidate:
    """Read a candidate back from plain JSON."""
    return Candidate(
        kind=told["kind"],
        text_sha256=told["text"],
        parts=tuple(Part(role, read_anchor(anchor)) for role, anchor in told["parts"]),
        score=told["score"],
        evidence=Evidence(*told["evidence"]),
        detector=told["detector"],
        keep=told["keep"],
        value=told["value"],
        group=told["group"],
        scores=tuple(told["scores"]),
    )
