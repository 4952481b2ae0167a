"""Reported speech: what an unmarked clause says after its verb, and how far it goes."""

from __future__ import annotations

import re

from brandtool.core.span import Span
from brandtool.detect.quotes.direct import Ask, Said
from brandtool.detect.quotes.found import Claim, Kind
from brandtool.detect.quotes.layout import Paragraph
from brandtool.detect.quotes.links import Link
from brandtool.detect.quotes.reading import Reading
from brandtool.detect.quotes.shape import cue_features, goes_on_features, letters, mixed_features

_LEAST = 4
"""Letters that reported words must have."""


def reported_claims(reading: Reading, spoken: tuple[Said, ...], ask: Ask) -> list[Claim]:
    """Claim the reported words of every paragraph."""
    out: list[Claim] = []
    for paragraph in reading.layout.paragraphs:
        if not paragraph.silent:
            marked = [one.stretch.outer for one in spoken if one.paragraph is paragraph]
            out.extend(_in_paragraph(reading, paragraph, marked, ask))
    return out


def _in_paragraph(
    reading: Reading, paragraph: Paragraph, marked: list[Span], ask: Ask
) -> list[Claim]:
    out: list[Claim] = []
    active: tuple[Link, Span, int] | None = None
    for nth, sentence in enumerate(paragraph.sentences):
        claims = _in_sentence(reading, sentence, marked, ask)
        last = nth + 1 == len(paragraph.sentences)
        if claims:
            out.extend(claims)
            core = claims[-1].content[-1]
            link = claims[-1].link
            active = (link, core, 0) if link and core.end >= sentence.end - 2 else None
            continue
        if active is None:
            continue
        link, core, count = active
        inner = reading.links_in(sentence)
        linked = any(held.tail != "end" for held in inner)
        anew = any(held.tail in ("comma", "colon", "mark") and held.subject for held in inner)
        if anew or any(sentence.overlaps(span) for span in marked):
            active = None
            continue
        features = goes_on_features(
            reading.text, reading.scene, link, core, sentence, nth=count, last=last, linked=linked
        )
        chance = ask("goes_on", sentence, features)
        if chance < 0.5:
            active = None
            continue
        out[-1] = _longer(out[-1], sentence)
        active = (link, core, count + 1)
    return [_kinded(reading, claim, paragraph, ask) for claim in out]


def _longer(claim: Claim, sentence: Span) -> Claim:
    spans = claim.content
    if len(spans) > 1 and spans[-1].end == sentence.start:
        spans = (*spans[:-1], Span(spans[-1].start, sentence.end))
    else:
        spans = (*spans, sentence)
    return Claim(claim.kind, spans, claim.how, claim.link, claim.sources, claim.chance)


def _in_sentence(reading: Reading, sentence: Span, marked: list[Span], ask: Ask) -> list[Claim]:
    """Claim what stands after each verb up to a marked quotation, the next verb after one, or the full stop."""
    out: list[Claim] = []
    inside = [span for span in marked if span.start < sentence.end and span.end > sentence.start]
    done = sentence.start
    for link in reading.links_in(sentence):
        if link.cue.span.start < done or link.tail == "end":
            continue
        start = link.content
        ahead = next((span for span in inside if span.start == start), None)
        if ahead is not None:
            start = _beyond(reading.text, inside, ahead)
            rest = Span(start, _until(inside, start, sentence.end))
            taken = [x for x in reading.links_in(rest) if x.tail != "clause"]
            if taken or not _goes(reading.text, ahead, rest):
                continue
        content = _tidy(reading.text, Span(start, _until(inside, start, sentence.end)))
        if letters(reading.text, content) < _LEAST:
            continue
        features = cue_features(
            reading.text, reading.scene, link, content, quoted=content.end < sentence.end - 2
        )
        chance = ask("cue", content, features)
        if chance < 0.5:
            continue
        out.append(Claim("indirect", (content,), "reported", link, link.subject, chance))
        done = content.end
    return out


def _beyond(text: str, inside: list[Span], ahead: Span) -> int:
    end = ahead.end
    for span in inside:
        if span.start == end:
            end = span.end
    while text[end : end + 1] in ("，", ","):
        end += 1
    return end


def _goes(text: str, ahead: Span, rest: Span) -> bool:
    return rest.size > 0 and text[ahead.end : ahead.end + 1] in ("，", ",")


def _until(inside: list[Span], start: int, end: int) -> int:
    return min([span.start for span in inside if span.start >= start], default=end)


def _tidy(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in "，,：: \u3000":
        end -= 1
    while start < end and text[start] in "，,：: \u3000":
        start += 1
    return Span(start, end)


def _kinded(reading: Reading, claim: Claim, paragraph: Paragraph, ask: Ask) -> Claim:
    """Call reported words mixed if marks inside them hold the speaker's own predicate."""
    kind: Kind = "indirect"
    for stretch in paragraph.stretches:
        if any(span.covers(stretch.inner) for span in claim.content):
            features = mixed_features(reading.text, stretch)
            if ask("mixed", stretch.inner, features) >= 0.5:
                kind = "mixed"
    return Claim(kind, claim.content, claim.how, claim.link, claim.sources, claim.chance)


SPLIT = re.compile(r"(?:[一二三四五六七八九十]是|——|第[一二三四五六七八九十])")
"""How the items of a list announced by a verb begin."""
