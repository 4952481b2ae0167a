"""Who says each quote, who else it might be, and what the editor's answers change in it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from brandtool.core.span import Span
from brandtool.detect.quotes.answers import Answer, overlap
from brandtool.detect.quotes.found import Claim
from brandtool.detect.quotes.links import NOBODY
from brandtool.detect.quotes.reading import Reading
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.resolve import Memory, Source, focus

CHOICES = 9
"""Alternatives a quote carries at most: one key each."""

_BLANKS = re.compile(r"\s+")
_STANDS_FOR = ("pronoun", "dropped", "none")


@dataclass(frozen=True, slots=True)
class Voice:
    """Remember whom the editor named at one quote.

    `key` is the wording there without blanks, `source` what had been found, `name` that the wording
    is a name, which means the same person in every article of the page.
    """

    at: int
    key: str
    source: Source
    speaker: str | None
    speaker_kind: str
    told: str = ""
    name: bool = False

    @property
    def corrects(self) -> bool:
        """Tell whether the editor named somebody else."""
        return self.speaker != self.source.name

    @property
    def spreads(self) -> bool:
        """Tell whether the same wording means the same elsewhere.

        A full name that the editor replaced by quite another was the wrong word there, not a wrong
        reading of it.
        """
        told, found = self.speaker or "", self.source.name or ""
        other = self.name and self.key == found and told
        return not other or self.key in told or told in self.key or told[:1] == self.key[:1]


@dataclass(frozen=True)
class Attribution:
    """Hold the source of every claim, the voices of the answered ones, who could have spoken.

    `learned` tells which sources an answer elsewhere has changed, by the number of the claim.
    """

    sources: Mapping[int, Source]
    voices: tuple[Voice, ...]
    learned: Mapping[int, Voice] = field(default_factory=dict)


def attribute(
    reading: Reading,
    claims: Sequence[Claim],
    hidden: Sequence[Span],
    answers: Sequence[Answer] = (),
    others: Sequence[Voice] = (),
) -> Attribution:
    """Find the source of every claim.

    `hidden` are the marked words that speak; `answers` those on this article's quotes, `others` the
    voices of the other articles of the page.
    """
    first = _resolved(reading, claims, hidden, {})
    if not answers and not others:
        return Attribution(first, ())
    told = {nth: a for nth, claim in enumerate(claims) if (a := answer_on(claim, answers))}
    voices = tuple(
        _voice(reading, claims[nth], first[nth], answer)
        for nth, answer in sorted(told.items(), key=lambda pair: pair[1].rank)
        if answer.kind != "none"
    )
    pinned = {nth: answer for nth, answer in told.items() if answer.kind != "none"}
    again = _resolved(reading, claims, hidden, pinned)
    learned: dict[int, Voice] = {}
    sources = dict(again)
    for nth, claim in enumerate(claims):
        if nth in told:
            continue
        voice = _heard(reading, claim, first[nth], voices, others)
        if voice is not None:
            sources[nth] = Source(voice.speaker, voice.speaker_kind or "person", "name")
        elif again[nth].name != first[nth].name:
            voice = next((v for v in voices if v.speaker == again[nth].name), None)
        if voice is not None:
            learned[nth] = voice
    return Attribution(sources, voices, learned)


def answer_on(claim: Claim, answers: Sequence[Answer]) -> Answer | None:
    """Return the answer that speaks of what a claim quotes."""
    size = sum(span.size for span in claim.content)
    return next((a for a in answers if overlap(claim.content, a.area) * 2 >= size), None)


def place(claim: Claim) -> int:
    """Return where the speaker of a claim is told: at its verb, else at its words."""
    if claim.link is not None:
        return claim.link.cue.span.start
    return claim.sources[-1].span.start if claim.sources else claim.content[0].start


def mention_span(sources: Sequence[Mention]) -> Span | None:
    """Return the range in which the sources are named."""
    return Span(sources[0].span.start, sources[-1].span.end) if sources else None


def _resolved(
    reading: Reading,
    claims: Sequence[Claim],
    hidden: Sequence[Span],
    pinned: Mapping[int, Answer],
) -> dict[int, Source]:
    """Resolve claim after claim in the order of the text; `pinned` ones are as the editor says."""
    scene = reading.scene
    sentences = [s for p in reading.layout.paragraphs if not p.silent for s in p.sentences]
    memory = Memory(scene, focus(scene, sentences, hidden))
    told: dict[int, list[Span]] = {}
    for claim in claims:
        told.setdefault(place(claim), []).extend(claim.content[:1])
    sources: dict[int, Source] = {}
    for nth in sorted(range(len(claims)), key=lambda nth: place(claims[nth])):
        claim = claims[nth]
        at = place(claim)
        source = memory.resolve(
            claim.sources, at,
            nobody=_according(reading, claim),
            ahead=claim.how == "none",
            content=told[at],
        )  # fmt: skip
        answer = pinned.get(nth)
        if answer is not None:
            source = Source(answer.speaker, answer.speaker_kind or source.kind, source.how)
        sources[nth] = source
        memory.speak(at, source, mention_span(claim.sources))
    return sources


def _according(reading: Reading, claim: Claim) -> bool:
    """Tell whether a verb has 据 and nobody before it (据介绍): who is not said."""
    link = claim.link
    return link is not None and reading.text[link.clause : link.cue.span.start].strip() in NOBODY


def _key(reading: Reading, claim: Claim) -> str:
    span = mention_span(claim.sources)
    return _BLANKS.sub("", reading.text[span.start : span.end]) if span else ""


def _voice(reading: Reading, claim: Claim, source: Source, answer: Answer) -> Voice:
    words = reading.text[answer.content[0].start : answer.content[0].end]
    name = bool(claim.sources) and claim.sources[-1].kind == "name"
    return Voice(
        place(claim), _key(reading, claim), source, answer.speaker, answer.speaker_kind,
        words[:8], name,
    )  # fmt: skip


def _heard(
    reading: Reading,
    claim: Claim,
    source: Source,
    voices: Sequence[Voice],
    others: Sequence[Voice],
) -> Voice | None:
    """Return the correction that holds for a claim too, if one does."""
    at = place(claim)
    if source.how in _STANDS_FOR:
        alike = [
            v for v in voices
            if v.corrects and v.source.how in _STANDS_FOR and v.source.name == source.name
            and v.source.antecedent is not None and v.source.antecedent == source.antecedent
        ]  # fmt: skip
        return alike[-1] if alike else None
    key = _key(reading, claim)
    near = [v for v in voices if v.key == key]
    if near:
        before = [v for v in near if v.at <= at]
        best = max(before, key=lambda v: v.at) if before else min(near, key=lambda v: v.at)
        holds = best.corrects and best.spreads and best.speaker != source.name
        return best if holds else None
    far = [v for v in others if v.name and v.key == key and v.corrects and v.spreads and v.speaker]
    alike = [v for v in far if v.source.name == source.name]
    return alike[-1] if alike else None


@dataclass(frozen=True)
class Spoken:
    """Hold where each source of an article is told to speak, in the order of the text."""

    places: tuple[tuple[int, str], ...]
    names: frozenset[str]

    @classmethod
    def of(cls, claims: Sequence[Claim], sources: Mapping[int, Source]) -> Spoken:
        """Gather the named sources of claims."""
        told = [(place(claim), sources[nth].name or "") for nth, claim in enumerate(claims)]
        named = sorted(pair for pair in told if pair[1])
        return cls(tuple(named), frozenset(name for _, name in named))

    def near(self, at: int) -> tuple[tuple[int, str], ...]:
        """Return who speaks around an offset."""
        nth = bisect_left(self.places, (at, ""))
        return self.places[max(0, nth - 60) : nth + 20]


def alternatives(reading: Reading, claim: Claim, source: Source, spoken: Spoken) -> tuple[str, ...]:
    """Rank who else may have said a claim: who is named near it, before it, and speaks elsewhere.

    At most nine.
    """
    scene, at = reading.scene, place(claim)
    cost: dict[str, float] = {}
    nth = bisect_left(scene.places, at)
    names = [
        (mention.span.start, scene.people.name(mention.text))
        for mention in scene.mentions[max(0, nth - 60) : nth + 20]
    ]
    for where, name in (*names, *spoken.near(at)):
        if name == source.name or name in scene.people.reporters:
            continue
        away = at - where if where <= at else 2 * (where - at) + 40
        inside = any(span.start <= where < span.end for span in claim.content)
        told = math.log2(1 + away / 40) + (2.0 if inside else 0.0)
        told -= 1.0 if name in spoken.names else 0.0
        cost[name] = min(told, cost.get(name, math.inf))
    return tuple(sorted(cost, key=lambda name: (cost[name], name))[:CHOICES])
