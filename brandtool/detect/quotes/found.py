"""What the finder hands on: a quote with its speaker, in offsets of the clean text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brandtool.core.candidate import Evidence
from brandtool.core.span import Span
from brandtool.detect.quotes.links import Link
from brandtool.detect.speakers.names import Mention

Kind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organisation", "unnamed"]


@dataclass(frozen=True, slots=True)
class Found:
    """Claim one quote.

    `content` has one span per marked stretch or stretch of reported words. `speaker` is the
    canonical name, None if the article does not say; `posts` are those the article gives the
    person; `alternatives` the other sources, likeliest first. `antecedent` is where the article
    names what the mention (or a dropped subject) stands for. `score` is the chance that words and
    speaker are both right.
    """

    kind: Kind
    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    speaker: str | None
    speaker_kind: SpeakerKind
    posts: tuple[str, ...]
    alternatives: tuple[str, ...]
    score: float
    evidence: Evidence
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold a quote before its speaker is known: how it was tied, and how sure its words are.

    `more` is the least chance of the sentences with which reported words go on, 1 without any.
    """

    kind: Kind
    content: tuple[Span, ...]
    how: str
    link: Link | None
    sources: tuple[Mention, ...]
    chance: float
    label: Span | None = None
    more: float = 1.0
