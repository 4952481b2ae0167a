"""Find the quotes of one clean article, with their speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from brandtool.core.candidate import Evidence
from brandtool.core.span import Span
from brandtool.detect.quotes.answers import Answer
from brandtool.detect.quotes.attribution import (
    Attribution,
    Spoken,
    Voice,
    alternatives,
    answer_on,
    attribute,
    mention_span,
)
from brandtool.detect.quotes.direct import Ask, direct_claims, said, turn_claims
from brandtool.detect.quotes.found import Claim, Found, SpeakerKind
from brandtool.detect.quotes.lessons import Asked, Lessons, edged, term_of
from brandtool.detect.quotes.model import Models, shipped
from brandtool.detect.quotes.reading import Reading, read
from brandtool.detect.quotes.reported import reported_claims
from brandtool.detect.speakers.resolve import Source


def find_quotes(
    text: str,
    *,
    roles: Sequence[str] | None = None,
    names: Mapping[str, str] | None = None,
    models: Models | None = None,
    tagged: bool = True,
) -> tuple[Found, ...]:
    """Return the quotes of a clean article in the order of their first words.

    Paragraphs are parted by line feeds; `roles` are those of the lines where known; `names` is the
    register of the project, any name to its canonical name; `tagged`: let the optional tagger of
    names help where it is available. Offsets are code points of the text. Never raises.
    """
    reading = read(text, roles=roles, names=names, tagged=tagged)
    return judge(reading, asker(shipped() if models is None else models))


def asker(models: Models, noted: list[Asked] | None = None) -> Ask:
    """Return what answers questions by models; a question without one is answered with a doubt.

    `noted` is given every question.
    """

    def ask(question: str, span: Span, features: Iterable[str]) -> float:
        if noted is not None:
            features = tuple(features)
            noted.append(Asked(question, span, features))
        model = models.get(question)
        return 0.5 if model is None else model.probability(features)

    return ask


@dataclass(frozen=True)
class Words:
    """Hold what an article quotes before it is known who speaks; `hidden` are spoken marks."""

    claims: tuple[Claim, ...]
    hidden: tuple[Span, ...]


def judge(reading: Reading, ask: Ask) -> tuple[Found, ...]:
    """Decide what is quoted, then who says it."""
    words = quoted(reading, ask)
    return told(reading, words.claims, attribute(reading, words.claims, words.hidden), ask)


def quoted(reading: Reading, ask: Ask) -> Words:
    """Decide what is quoted."""
    turns = turn_claims(reading)
    areas = sorted(span for claim in turns for span in claim.content)
    begins = [area.start for area in areas]

    def turned(span: Span) -> bool:
        nth = bisect_right(begins, span.start) - 1
        return nth >= 0 and areas[nth].overlaps(span)

    spoken = tuple(one for one in said(reading, ask) if not turned(one.stretch.inner))
    reported = [
        claim for claim in reported_claims(reading, spoken, ask)
        if not turned(claim.content[0])
    ]  # fmt: skip
    claims = [*turns, *direct_claims(reading, spoken, reported), *reported]
    claims.sort(key=lambda claim: (claim.content[0], claim.kind))
    return Words(tuple(claims), tuple(one.stretch.outer for one in spoken))


def taught(
    reading: Reading,
    base: Words,
    lessons: Lessons,
    answers: Sequence[Answer],
    others: Sequence[Voice],
) -> tuple[Found, ...]:
    """Return the quotes nobody answered yet, as the answers on the page have them.

    `base` is what was found before anything was learned, `others` the voices of other articles.
    """
    ask = _told(reading, asker(lessons.models), lessons.terms)
    words = quoted(reading, ask) if lessons.moved or lessons.terms else base
    before = {claim.content for claim in base.claims}
    claims = words.claims
    attribution = attribute(reading, claims, words.hidden, answers, others)
    out: list[Found] = []
    for nth, found in enumerate(told(reading, claims, attribution, ask)):
        claim = claims[nth]
        if answer_on(claim, answers) is not None:
            continue
        content = edged(reading.text, claim, lessons.edges)
        voice = attribution.learned.get(nth)
        if voice is not None:
            found = _because(found, "speaker", voice.told)
        elif claim.content not in before:
            found = _because(found, "words", lessons.like)
        elif content != claim.content:
            found = _because(found, "extent", lessons.like)
        out.append(replace(found, content=content))
    return tuple(out)


def _told(reading: Reading, ask: Ask, terms: Mapping[str, bool]) -> Ask:
    """Answer for words in marks on which the editor has decided, else ask on."""

    def answer(question: str, span: Span, features: Iterable[str]) -> float:
        known = terms.get(term_of(reading.text, span)) if question == "stretch" else None
        return ask(question, span, features) if known is None else 0.98 if known else 0.02

    return answer


def _because(found: Found, what: str, like: str) -> Found:
    values = {**found.evidence.values, "like": like}
    return replace(found, evidence=Evidence(f"quote.decided.{what}", values))


def told(
    reading: Reading, claims: Sequence[Claim], attribution: Attribution, ask: Ask
) -> tuple[Found, ...]:
    """Put words and sources together, with who else it might be."""
    sources = attribution.sources
    spoken = Spoken.of(claims, sources)
    return tuple(
        _found(reading, claim, sources[nth], spoken, ask) for nth, claim in enumerate(claims)
    )


def _found(
    reading: Reading,
    claim: Claim,
    source: Source,
    spoken: Spoken,
    ask: Ask,
) -> Found:
    mention = mention_span(claim.sources)
    cue = claim.link.cue.span if claim.link is not None else None
    values: dict[str, str | int | float] = {
        "cue": reading.text[cue.start : cue.end] if cue else "—",
        "mention": reading.text[mention.start : mention.end] if mention else "—",
        "speaker": source.name or "—",
        "who": source.how,
        "chance": round(claim.chance, 4),
    }
    features = _right_features(reading, claim, source)
    score = ask("right", claim.content[0], features)
    kinds: dict[str, SpeakerKind] = {"person": "person", "organisation": "organisation"}
    return Found(
        claim.kind,
        claim.content,
        cue,
        mention,
        source.name,
        kinds.get(source.kind, "unnamed"),
        reading.scene.people.posts.get(source.name or "", ()),
        alternatives(reading, claim, source, spoken),
        round(score, 4),
        Evidence(f"quote.{claim.how}", values),
        source.antecedent,
    )


def _right_features(reading: Reading, claim: Claim, source: Source) -> list[str]:
    """Describe how a speaker was found, for the chance that the whole quote is right."""
    level, more = _level(claim.chance), _level(claim.more)
    direct = "direct" if claim.kind == "direct" else "reported"
    verb = claim.link.cue.kind if claim.link else "none"
    out = [
        f"how={claim.how}", f"who={source.how}", f"chance={level}", f"{direct}&who={source.how}",
        f"{direct}&chance={level}", f"kind={verb}", f"spans={min(3, len(claim.content))}&{direct}",
    ]  # fmt: skip
    if len(claim.content) > 1 and direct == "reported":
        core = claim.content[0].size
        rest = sum(span.size for span in claim.content[1:])
        out += [f"more={more}", f"long&more={more}" if rest > core else "short_more"]
    first = reading.text[claim.content[0].start : claim.content[0].start + 1]
    held = any(
        link.cue.span.start - claim.content[0].start <= 2 and link.tail == "clause"
        for link in reading.links_in(claim.content[0])
    )
    tests = {
        "begins_with_verb": direct == "reported" and held,
        "marked_whole": direct == "reported" and first in "“「『" and claim.content[0].size < 14,
        "far": claim.link is not None
        and bool(claim.sources)
        and claim.sources[-1].span.end < claim.link.clause,
        "of_himself": direct == "direct" and first in "他她",
    }
    return out + [name for name, there in tests.items() if there]


def _level(chance: float) -> str:
    return "9" if chance >= 0.97 else "8" if chance >= 0.9 else "7" if chance >= 0.75 else "5"
