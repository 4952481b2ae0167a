"""Find the quotes of one clean article, with their speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from brandtool.core.candidate import Evidence
from brandtool.core.span import Span
from brandtool.detect.quotes.direct import Ask, direct_claims, said, turn_claims
from brandtool.detect.quotes.found import Claim, Found, SpeakerKind
from brandtool.detect.quotes.links import NOBODY
from brandtool.detect.quotes.model import Models, shipped
from brandtool.detect.quotes.reading import Reading, read
from brandtool.detect.quotes.reported import reported_claims
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.resolve import Memory, Source, focus

CHOICES = 9
"""Alternatives a quote carries at most: one key each."""


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


def asker(models: Models) -> Ask:
    """Return what answers questions by models; a question without one is answered with a doubt."""

    def ask(question: str, _span: Span, features: Iterable[str]) -> float:
        model = models.get(question)
        return 0.5 if model is None else model.probability(features)

    return ask


def judge(reading: Reading, ask: Ask) -> tuple[Found, ...]:
    """Decide what is quoted, then who says it."""
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
    return _speakers(reading, claims, [one.stretch.outer for one in spoken], ask)


def _speakers(
    reading: Reading, claims: Sequence[Claim], hidden: Sequence[Span], ask: Ask
) -> tuple[Found, ...]:
    scene = reading.scene
    sentences = [s for p in reading.layout.paragraphs if not p.silent for s in p.sentences]
    memory = Memory(scene, focus(scene, sentences, hidden))
    order = sorted(range(len(claims)), key=lambda nth: _place(claims[nth]))
    sources: dict[int, Source] = {}
    told: dict[int, list[Span]] = {}
    for claim in claims:
        told.setdefault(_place(claim), []).extend(claim.content[:1])
    for nth in order:
        claim = claims[nth]
        sources[nth] = memory.resolve(
            claim.sources,
            _place(claim),
            nobody=_according(reading, claim),
            ahead=claim.how == "none",
            content=told[_place(claim)],
        )
        memory.speak(_place(claim), sources[nth])
    others = list(dict.fromkeys(s.name for s in sources.values() if s.name))
    ranked = [*others, *(name for name in scene.people.ranked() if name not in others)]
    return tuple(
        _found(reading, claim, sources[nth], ranked, ask) for nth, claim in enumerate(claims)
    )


def _according(reading: Reading, claim: Claim) -> bool:
    """Tell whether a verb has 据 and nobody before it (据介绍): who is not said."""
    link = claim.link
    return link is not None and reading.text[link.clause : link.cue.span.start].strip() in NOBODY


def _place(claim: Claim) -> int:
    """Return where the speaker of a claim is told: at its verb, else at its words."""
    if claim.link is not None:
        return claim.link.cue.span.start
    return claim.sources[-1].span.start if claim.sources else claim.content[0].start


def _found(
    reading: Reading, claim: Claim, source: Source, ranked: Sequence[str], ask: Ask
) -> Found:
    mention = _mention_span(claim.sources)
    cue = claim.link.cue.span if claim.link is not None else None
    told = reading.text[mention.start : mention.end] if mention else "—"
    verb = reading.text[cue.start : cue.end] if cue else "—"
    features = _right_features(claim, source)
    score = ask("right", claim.content[0], features)
    kind: SpeakerKind = (
        "person"
        if source.kind == "person"
        else "organisation"
        if source.kind == "organisation"
        else "unnamed"
    )
    return Found(
        claim.kind,
        claim.content,
        cue,
        mention,
        source.name,
        kind,
        reading.scene.people.posts.get(source.name or "", ()),
        tuple(islice((name for name in ranked if name != source.name), CHOICES)),
        round(score, 4),
        Evidence(
            f"quote.{claim.how}",
            {"cue": verb, "mention": told, "speaker": source.name or "—", "who": source.how,
             "chance": round(claim.chance, 4)},
        ),
    )  # fmt: skip


def _right_features(claim: Claim, source: Source) -> list[str]:
    """Describe how a speaker was found, for the chance that the whole quote is right."""
    chance = claim.chance
    level = "9" if chance >= 0.97 else "8" if chance >= 0.9 else "7" if chance >= 0.75 else "5"
    direct = "direct" if claim.kind == "direct" else "reported"
    verb = claim.link.cue.kind if claim.link else "none"
    return [
        f"how={claim.how}", f"who={source.how}", f"chance={level}", f"{direct}&who={source.how}",
        f"{direct}&chance={level}", f"kind={verb}", f"spans={min(3, len(claim.content))}&{direct}",
    ]  # fmt: skip


def _mention_span(sources: Sequence[Mention]) -> Span | None:
    if not sources:
        return None
    return Span(sources[0].span.start, sources[-1].span.end)
