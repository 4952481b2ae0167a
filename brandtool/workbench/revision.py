"""A page whose text changed: decisions go over where their words are found without doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from brandtool.core.candidate import Candidate, Part
from brandtool.core.claim import about, candidate_json, claim_of, read_candidate
from brandtool.core.decision import (
    START,
    Anchor,
    AnchorPart,
    Decision,
    Effect,
    Json,
    Label,
    Place,
    Point,
    Replace,
    Source,
)
from brandtool.core.document import Document
from brandtool.core.span import Span
from brandtool.workbench.alignment import Alignment
from brandtool.workbench.sealing import Draft


@dataclass(frozen=True, slots=True)
class Carried:
    """Hold what went over to a new text, as drafts of one act, and the decisions that did not."""

    drafts: tuple[Draft, ...]
    lost: tuple[Decision, ...]


def carry(old: Document, new: Document, decisions: Iterable[Decision]) -> Carried:
    """Return what of the decisions on an old text holds on the new one.

    A decision goes over whole or not at all: every range it names must be found. What was typed
    into the page and then placed by itself does not go over, nor does how far the old text was
    read; what is said of a question goes over with its answer.
    """
    alignment = Alignment(old.text, new.text)
    drafts: list[Draft] = []
    lost: list[Decision] = []
    told = sorted(decisions, key=lambda decision: decision.rank)
    moved = [_draft(alignment, new, decision) for decision in told]
    answers = {
        decision.cand: draft.cand
        for decision, draft in zip(told, moved, strict=True)
        if decision.cand is not None and draft is not None
    }
    for decision, found in zip(told, moved, strict=True):
        draft = found and _of_question(found, answers, alignment, new)
        if draft is None:
            lost.append(decision)
        else:
            drafts.append(draft)
    return Carried(tuple(drafts), tuple(lost))


def _of_question(
    draft: Draft, answers: Mapping[str, str | None], alignment: Alignment, new: Document
) -> Draft | None:
    """Name the question anew that an editor's label speaks of; None if it is not known there.

    One that was answered is known by its answer, an open one by the claim the label holds.
    """
    effects: list[Effect] = []
    for effect in draft.effects:
        if isinstance(effect, Label) and effect.kind == "flag":
            claim = effect.value.get("claim") if isinstance(effect.value, Mapping) else None
            there = (
                _claim(alignment, new, read_candidate(claim))
                if isinstance(claim, Mapping)
                else None
            )
            question = answers.get(effect.subject) or (there.id if there else None)
            if question is None:
                return None
            value: dict[str, Json] = {"question": question}
            if there is not None:
                value["claim"] = candidate_json(there)
            effect = replace(effect, value=value, subject=question)
        effects.append(effect)
    return replace(draft, effects=tuple(effects))


def _draft(alignment: Alignment, new: Document, decision: Decision) -> Draft | None:
    effects: list[Effect] = []
    for effect in decision.effects:
        if isinstance(effect, Label) and effect.kind == "about":
            continue
        if isinstance(effect, Label) and effect.kind == "state":
            return None
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
    if isinstance(effect, Replace):
        there = _at(alignment, effect.span, effect.bind)
        return there and replace(effect, span=there)
    if isinstance(effect, Place):
        moved = _part(alignment, effect.piece)
        to = _point(alignment, effect.after)
        if moved is None or (effect.after is not None and to is None):
            return None
        return Place(moved, to, effect.joint)
    anchor = _anchor(alignment, effect.anchor)
    if anchor is None:
        return None
    value = {"map": _twin(alignment, effect.value)} if effect.kind == "twin" else effect.value
    return replace(effect, anchor=anchor, value=value)


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
