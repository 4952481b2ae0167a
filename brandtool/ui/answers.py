"""What the editor has changed of a question before answering it.

Choice, kind of quote, speaker, extent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandtool.core.document import Document, ink_before, next_ink

if TYPE_CHECKING:
    from brandtool.core.article import Edition
    from brandtool.core.candidate import Candidate, Part
    from brandtool.core.decision import Anchor, Effect, Json

__all__ = ["EXTENT", "Draft", "adjusted", "answered", "moved", "shifted"]

EXTENT: Mapping[str, str] = {
    "quote": "content", "interruption": "aside", "suspect": "text", "move": "block",
}  # fmt: skip
"""The part whose start and end can be moved, by kind."""

_CLAUSE = re.compile(r"[，。、；：？！,;:?!“”‘’—…\n]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold an answer in the making; what is None or empty is as proposed.

    `posts` and `speaker_kind` go with the `speaker`. `content` are the ranges of a quote whose
    extent was moved along the clean text, over what stands between its pieces in the source.
    """

    choice: int | None = None
    kind: str = ""
    speaker: str | None = None
    start: int | None = None
    end: int | None = None
    posts: tuple[str, ...] = ()
    speaker_kind: str = ""
    content: Anchor | None = None

    @property
    def value(self) -> Json:
        """Return what a quote is said to be otherwise, None for nothing."""
        told: dict[str, Json] = {}
        if self.kind:
            told["kind"] = self.kind
        if self.speaker is not None:
            told["speaker"] = self.speaker or None
            told["posts"] = list(self.posts)
            told["speaker_kind"] = self.speaker_kind
        return told or None

    @property
    def amends(self) -> bool:
        """Tell whether the answer differs from the proposal by more than a choice it offers."""
        return self.value is not None or self.resized

    @property
    def resized(self) -> bool:
        """Tell whether the extent is another than proposed."""
        return self.start is not None or self.end is not None or self.content is not None

    def effects(self, document: Document, candidate: Candidate) -> tuple[Effect, ...] | None:
        """Return the effects of an answer with another extent.

        None if the extent is as proposed.
        """
        if not self.resized:
            return None
        from brandtool.core.proposal import effects_of
        from brandtool.workbench.marks import with_value

        told = effects_of(document, adjusted(document, candidate, self), choice=self.choice)
        value = self.value
        if isinstance(value, dict):
            told = tuple(with_value(effect, value) for effect in told)
        return told


def adjusted(document: Document, candidate: Candidate, draft: Draft) -> Candidate:
    """Return a candidate with the extent an answer gives it."""
    role = EXTENT.get(candidate.kind)
    if role is None or not draft.resized:
        return candidate
    parts: list[Part] = []
    for part in candidate.parts:
        if part.role == role and draft.content is not None:
            part = replace(part, anchor=draft.content)
        parts.append(_resized(document, part, draft) if part.role == role else part)
    return replace(candidate, parts=tuple(parts))


def answered(document: Document, candidate: Candidate, draft: Draft) -> Candidate:
    """Return a candidate as an answer has it: extent, choice, kind and speaker."""
    candidate = adjusted(document, candidate, draft)
    if candidate.kind == "duplicate" and draft.choice is not None:
        candidate = replace(candidate, keep=draft.choice)
    if isinstance(candidate.value, Mapping) and draft.value is not None:
        assert isinstance(draft.value, dict)
        candidate = replace(candidate, value={**candidate.value, **draft.value})
    return candidate


def _resized(document: Document, part: Part, draft: Draft) -> Part:
    from brandtool.core.candidate import Part
    from brandtool.core.decision import Source

    if draft.start is None and draft.end is None:
        return part
    ranges = [[span.start, span.end] for span in part.spans]
    if not ranges:
        return part
    if draft.start is not None:
        ranges = [r for r in ranges if r[1] > draft.start] or ranges[-1:]
        ranges[0][0] = draft.start
    if draft.end is not None:
        ranges = [r for r in ranges if r[0] < draft.end] or ranges[:1]
        ranges[-1][1] = draft.end
    anchor = tuple(Source(s, e, document.text[s:e]) for s, e in ranges if s < e)
    return Part(part.role, anchor)


def shifted(document: Document, candidate: Candidate, draft: Draft, step: str) -> Draft | None:
    """Move the start or the end of a question by a character or a clause; None where it cannot go.

    `step` is `start` or `end`, `-` or `+`, and `1` or `clause`.
    """
    part = candidate.part(EXTENT.get(candidate.kind, ""))
    if part is None or not part.spans:
        return None
    which = "start" if step.startswith("start") else "end"
    forward = step[len(which)] == "+"
    start = part.spans[0].start if draft.start is None else draft.start
    end = part.spans[-1].end if draft.end is None else draft.end
    at = start if which == "start" else end
    if step.endswith("clause"):
        to = _clause(document.text, at, forward, starts=which == "start")
    else:
        to = _one(document.text, at, forward)
    if which == "start":
        return replace(draft, start=to) if 0 <= to < end and to != at else None
    return replace(draft, end=to) if start < to <= len(document.text) and to != at else None


def moved(edition: Edition, candidate: Candidate, draft: Draft, step: str) -> Draft | None:
    """Move the start or the end of a quote along the clean text; None where it cannot go.

    What stands between two pieces in the source, a caption or another column, is stepped over; a
    piece that is passed is let go.
    """
    from brandtool.core.span import Span
    from brandtool.workbench.marks import anchor_of

    part = candidate.part("content")
    proposed = part.anchor if part is not None else ()
    homes = list(edition.table.locate(proposed if draft.content is None else draft.content))
    if not homes:
        return None
    starts, forward = step.startswith("start"), "+" in step
    at = homes[0].start if starts else homes[-1].end
    if step.endswith("clause"):
        to = _clause(edition.text, at, forward, starts=starts)
    else:
        to = _one(edition.text, at, forward)
    if starts:
        left = [home for home in homes if home.end > to]
        spans = [Span(to, left[0].end), *left[1:]] if left else []
    else:
        left = [home for home in homes if home.start < to]
        spans = [*left[:-1], Span(left[-1].start, to)] if left else []
    content = tuple(part for span in spans for part in anchor_of(edition, span))
    if not content or to == at:
        return None
    return replace(draft, content=None if content == proposed else content)


def _one(text: str, at: int, forward: bool) -> int:
    """Step over one character, blanks between two lines counting as none."""
    if forward:
        return min(len(text), next_ink(text, at) + 1)
    return max(0, ink_before(text, at) - 1)


def _clause(text: str, at: int, forward: bool, *, starts: bool) -> int:
    """Step to the next (or last) place where a clause starts, or where one ends."""
    near = next_ink if starts else ink_before
    low, high = (at, len(text)) if forward else (0, at)
    edges = (near(text, match.end()) for match in _CLAUSE.finditer(text, low, high))
    if forward:
        return next((edge for edge in edges if edge > at), len(text))
    return max((edge for edge in edges if edge < at), default=0)
