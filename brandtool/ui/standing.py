"""What stands as the answer to a question: shown in its place of what was proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from brandtool.ui.answers import Draft
from brandtool.ui.previews import suggestions

if TYPE_CHECKING:
    from brandtool.core.decision import Effect, Json, Label
    from brandtool.ui.plan.blocks import Copies
    from brandtool.workbench import Question, Workbench

__all__ = ["quote_value", "answer_of", "copies_of", "person_of", "quote_label", "typed_of"]


def quote_label(workbench: Workbench, question: Question) -> Label | None:
    """Return what was decided of a quote, None while nothing is."""
    from brandtool.core.decision import Label

    told = (e for e in _effects(workbench, question) if isinstance(e, Label))
    return next((label for label in told if label.kind == "quote"), None)


def answer_of(workbench: Workbench, question: Question) -> Draft:
    """Return how an accepted answer differs from what was proposed."""
    if question.kind == "quote":
        return _quote(workbench, question)
    if question.kind == "duplicate":
        from brandtool.core.decision import Replace

        gone = {e.span for e in _effects(workbench, question) if isinstance(e, Replace)}
        parts = enumerate(question.candidate.parts)
        kept = [n for n, part in parts if part.spans and not gone & set(part.spans)]
        return Draft(choice=kept[0]) if gone and len(kept) == 1 else Draft()
    told, offered = typed_of(workbench, question), suggestions(question.candidate)
    return Draft(choice=offered.index(told)) if told in offered else Draft()


def typed_of(workbench: Workbench, question: Question) -> str | None:
    """Return what a doubtful word was replaced by, None if it was not."""
    from brandtool.core.decision import Replace

    if question.kind != "suspect":
        return None
    told = (e.text for e in _effects(workbench, question) if isinstance(e, Replace))
    return next(told, None)


def copies_of(workbench: Workbench) -> list[Copies]:
    """Return the copies that go, or will go if nobody objects, with the one that stays."""
    from brandtool.ui.plan.blocks import Copies

    out: list[Copies] = []
    for question in workbench.questions:
        answered = question.state in ("accepted", "amended")
        if question.kind != "duplicate" or not (answered or question.state == "open"):
            continue
        candidate = question.candidate
        choice = answer_of(workbench, question).choice
        keep = choice if choice is not None else candidate.keep
        if keep is None:
            continue
        scores = candidate.scores or (1.0,) * len(candidate.parts)
        gone = tuple(
            part.spans
            for number, part in enumerate(candidate.parts)
            if number != keep and (answered or scores[number] >= workbench.accept)
        )
        out.append(Copies(candidate.parts[keep].spans, gone, not answered))
    return out


def person_of(workbench: Workbench, name: str) -> tuple[tuple[str, ...], str]:
    """Return the posts and the kind of a speaker as the page gives them, empty if it does not."""
    for question in workbench.questions:
        if question.kind != "quote":
            continue
        label = quote_label(workbench, question)
        for value in (label.value if label is not None else None, question.candidate.value):
            if isinstance(value, Mapping) and value.get("speaker") == name and value.get("posts"):
                return _strings(value.get("posts")), str(value.get("speaker_kind") or "")
    for person in workbench.persons:
        if name in (person.name, *person.aliases):
            return tuple("".join((place, post)) for post, place, _ in person.posts), "person"
    return (), ""


def quote_value(workbench: Workbench, speaker: str, kind: str) -> dict[str, Json]:
    """Return what is said of a quote that is marked by hand."""
    posts, what = person_of(workbench, speaker) if speaker else ((), "")
    return {
        "kind": kind, "speaker": speaker or None, "posts": list(posts), "speaker_kind": what,
    }  # fmt: skip


def _quote(workbench: Workbench, question: Question) -> Draft:
    label, candidate = quote_label(workbench, question), question.candidate
    content = candidate.part("content")
    if label is None or content is None or not isinstance(label.value, Mapping):
        return Draft()
    value = label.value
    told = candidate.value if isinstance(candidate.value, Mapping) else {}
    kind, speaker = str(value.get("kind") or ""), value.get("speaker")
    other = speaker != told.get("speaker")
    return Draft(
        kind="" if kind == told.get("kind") else kind,
        speaker=str(speaker or "") if other else None,
        posts=_strings(value.get("posts")) if other else (),
        speaker_kind=str(value.get("speaker_kind") or "") if other else "",
        content=None if label.anchor == content.anchor else label.anchor,
    )


def _effects(workbench: Workbench, question: Question) -> tuple[Effect, ...]:
    if question.state not in ("accepted", "amended") or question.decision not in workbench.ledger:
        return ()
    return workbench.ledger[question.decision].effects


def _strings(told: object) -> tuple[str, ...]:
    if not isinstance(told, Sequence) or isinstance(told, str):
        return ()
    return tuple(str(one) for one in told)
