"""What answers teach for the rest of the page: terms, judgements, extents, who is meant.

An answer that agrees with the finder teaches nothing new; one that corrects it changes what looks
alike. Judgements are the small linear models: each correction moves their weights just far enough
to give the editor's answer where it was given, so that what shares most features follows and what
shares few does not. A pure function of the articles and the answers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from brandtool.core.span import Span
from brandtool.detect.quotes.answers import Answer, overlap
from brandtool.detect.quotes.found import Claim
from brandtool.detect.quotes.model import Model, Models
from brandtool.detect.quotes.reading import Reading
from brandtool.detect.quotes.shape import letters

_MARGIN = 1.0
"""How sure (log odds) a corrected judgement becomes."""

_MOST = 2.5
"""By how much (log odds) one answer moves a judgement at most: a single odd case sways no page."""

_AGREES = 0.05
_ROUNDS = 6


class Asked(NamedTuple):
    """Keep one question the finder put to its models."""

    question: str
    span: Span
    features: tuple[str, ...]


class Example(NamedTuple):
    """Hold a question with the editor's answer."""

    question: str
    features: tuple[str, ...]
    yes: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """Say that quotes of a class are cut by (or take in) marks at an end."""

    marked: bool
    last: bool
    cuts: bool
    marks: str


@dataclass(frozen=True)
class Lessons:
    """Hold what the answers on a page teach.

    `models` are those given, moved by them if `moved`; `terms` tell of words in marks whether they
    are speech; `edges` correct extents; `like` are the first words of the quote corrected last.
    """

    models: Models
    terms: Mapping[str, bool] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()
    moved: bool = False
    like: str = ""


def learn(
    pages: Iterable[tuple[Reading, Sequence[Answer], Sequence[Asked]]], models: Models
) -> Lessons:
    """Learn from the answers on all articles of a page and the questions asked on them."""
    examples: list[Example] = []
    terms: dict[str, bool] = {}
    edges: dict[tuple[bool, bool], Edge] = {}
    corrected: list[tuple[tuple[int, str], str]] = []
    for reading, answers, asked in pages:
        for answer in answers:
            if answer.content != answer.claimed or answer.kind != answer.claimed_kind:
                start = answer.area[0].start
                corrected.append((answer.rank, reading.text[start : start + 8]))
            terms.update(_terms(reading.text, answer))
            for edge in _edges(reading.text, answer):
                edges[edge.marked, edge.last] = edge
        for one in asked:
            for answer in answers:
                yes = _judged(reading.text, answer, one)
                if yes is not None:
                    examples.append(Example(one.question, one.features, yes))
                    break
    taught = _taught(models, examples)
    latest = max(corrected, default=((0, ""), ""))
    return Lessons(taught, terms, tuple(edges.values()), taught is not models, latest[1])


def term_of(text: str, *spans: Span) -> str:
    """Return marked words as they are compared: without marks and blanks at their ends."""
    return "".join(text[s.start : s.end] for s in spans).strip(" \u3000，。！？、；：,.!?;:…")


def _terms(text: str, answer: Answer) -> dict[str, bool]:
    """Read which words in marks are speech and which are none."""
    if answer.kind == "direct":
        return {term_of(text, span): True for span in answer.content}
    if answer.claimed_kind not in ("direct", ""):
        return {}
    return {term_of(text, span): False for span in answer.claimed}


def _edges(text: str, answer: Answer) -> list[Edge]:
    """Read at which end marks were cut off or taken in, if nothing but marks was."""
    if not answer.content or not answer.claimed or answer.kind != answer.claimed_kind:
        return []
    marked = answer.kind == "direct"
    out: list[Edge] = []
    for last in (False, True):
        nth = -1 if last else 0
        was, now = answer.claimed[nth][last], answer.content[nth][last]
        between = Span(min(was, now), max(was, now))
        if 0 < between.size <= 3 and not letters(text, between):
            cuts = (now < was) if last else (now > was)
            out.append(Edge(marked, last, cuts, text[between.start : between.end]))
    return out


def edged(text: str, claim: Claim, edges: Sequence[Edge]) -> tuple[Span, ...]:
    """Return the content of a claim with its ends as the editor wants them."""
    spans = list(claim.content)
    for edge in edges:
        if edge.marked != (claim.kind == "direct"):
            continue
        size = len(edge.marks)
        nth = -1 if edge.last else 0
        start, end = spans[nth]
        if edge.last:
            inner, outer = text[end - size : end], text[end : end + size]
            end += -size if edge.cuts and inner == edge.marks else 0
            end += size if not edge.cuts and outer == edge.marks else 0
        else:
            inner, outer = text[start : start + size], text[max(0, start - size) : start]
            start += size if edge.cuts and inner == edge.marks else 0
            start -= size if not edge.cuts and outer == edge.marks else 0
        if start < end:
            spans[nth] = Span(start, end)
    return tuple(spans)


def _judged(text: str, answer: Answer, asked: Asked) -> bool | None:
    """Return what an answer says to a question; None if it says nothing of it."""
    span = [asked.span]
    held = overlap(span, answer.area)
    if asked.question != "goes_on" and not held:
        return None
    match asked.question:
        case "cue":
            if answer.kind == "none":
                wrong = answer.claimed_kind != "direct" and held * 2 >= asked.span.size
                return False if wrong else None
            near = abs(answer.content[0].start - asked.span.start) <= 6
            return True if answer.kind != "direct" and near else None
        case "mixed":
            if answer.kind in ("indirect", "mixed") and held == asked.span.size:
                return answer.kind == "mixed"
        case "goes_on":
            return _is_more(text, answer, asked.span)
    return None


def _is_more(text: str, answer: Answer, span: Span) -> bool | None:
    if answer.kind not in ("indirect", "mixed"):
        return None
    if overlap([span], answer.content) * 2 > span.size:
        return True
    claimed = overlap([span], answer.claimed) * 2 > span.size
    between = text[answer.content[-1].end : span.start]
    follows = answer.content[-1].end <= span.start and not between.strip(" \u3000。！？”")
    return False if claimed or follows else None


def _taught(models: Models, examples: Sequence[Example]) -> Models:
    """Move the weights so that every example gets its answer; corrected ones with a margin."""
    out: dict[str, Model] = {}
    for question in dict.fromkeys(one.question for one in examples):
        model = models.get(question)
        own = [one for one in examples if one.question == question]
        if model is None or all(_side(model, one) > 0 for one in own):
            continue
        wrong = [_side(model, one) <= 0 for one in own]
        bias, weights, left = model.bias, dict(model.weights), [_MOST] * len(own)
        for _ in range(_ROUNDS):
            still = False
            for nth, (one, corrected) in enumerate(zip(own, wrong, strict=True)):
                sign = 1.0 if one.yes else -1.0
                names = set(one.features)
                told = bias + math.fsum(weights.get(name, 0.0) for name in names)
                short = min((_MARGIN if corrected else _AGREES) - sign * told, left[nth])
                if short <= 0:
                    continue
                still = True
                left[nth] -= short
                step = sign * short / (len(names) + 1)
                bias += step
                for name in names:
                    weights[name] = weights.get(name, 0.0) + step
            if not still:
                break
        out[question] = Model(bias, weights)
    return {**models, **out} if out else models


def _side(model: Model, one: Example) -> float:
    """Return how far (log odds) a model is on the editor's side."""
    chance = min(max(model.probability(one.features), 1e-12), 1 - 1e-12)
    told = math.log(chance / (1 - chance))
    return told if one.yes else -told
