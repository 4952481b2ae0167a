"""Reported speech: what an unmarked clause says after its verb, and how far it goes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from brandtool.core.span import Span
from brandtool.detect.quotes.direct import Ask, Said
from brandtool.detect.quotes.found import Claim, Kind
from brandtool.detect.quotes.layout import Paragraph
from brandtool.detect.quotes.links import FORECASTS, Link
from brandtool.detect.quotes.reading import Reading
from brandtool.detect.quotes.shape import cue_features, goes_on_features, letters, mixed_features

_BEGINS = re.compile(r"(?:^|[，。：；])(?:一是|其一|首先|第一|一要|（一）|1[.、])")
_ANNOUNCES = re.compile(
    r"(?:[：:]|[两二三四五六七八九十几]\s?[大点个项方条][^，。；]{0,6}[：:。]?)$"
)
_FIRST = re.compile(r"一是|其一[，、]|首先[，、]|第一[，、]|一要|（一）")
_ITEM = re.compile(
    r"\s*(?:——|--|[一二三四五六七八九十][是要]|其[一二三四五]|第[一二三四五六七八九十]|（[一二三四五六七八九]）|[1-9][.、])"
)
_STANCE = re.compile(r"(?!相信|希望|愿|期待|期望|认为|坚信)\w{1,4}[，,。；]")
_FEELING = re.compile(
    r"(?:最|极其|十分|非常|深表|极大|特别)?(?:深切|沉痛|诚挚|衷心|热烈|亲切|崇高|高度|强烈|由衷|真诚|严重|深深|极度|坚决|充分)?的?"
    r"(?:哀悼|慰问|感谢|谢意|祝贺|敬意|问候|关切|关注|赞赏|满意|遗憾|谴责|不满|抗议|担忧|忧虑|歉意"
    r"|同情|惋惜|赞同|钦佩|愤慨|愤怒|失望|惊讶|震惊|怀疑|质疑|欣慰)"
)
_WHILE = re.compile(r"\s*(?:在|当|每当|对于?|就)")
_TIME = re.compile(
    r"[^，。；]{2,40}?(?<![小同届准按当此])时(?=[，,]|[一-鿿]{1,8}(?:说|表示|称|指出|介绍|认为))"
)
_UNSAID = re.compile(r"(?:没有|未|未予|暂未|不愿|拒绝|不予|无法)$")
_UNSAYABLE = frozenset(["证实", "透露", "说明", "公布", "宣布", "回应", "提及", "提到", "表态"])
_NAMING = re.compile(r"[^，。；]{1,12}为\s?“")
_ABOVE = re.compile(r"(?:上述|以上)[^，。]{0,8}(?:项目|活动|推介|发言|介绍|签约|签署|举措)")
_SIDE = re.compile(r"[一-鿿]方(?<![警校院军官店厂控辩检对])")
_BUT = re.compile(r"但是?|而(?!且|是)|不过|然而|同时|此外|另外")
_LEAST = 4
"""Letters that reported words must have."""


def reported_claims(reading: Reading, spoken: tuple[Said, ...], ask: Ask) -> list[Claim]:
    """Claim the reported words of every paragraph."""
    marked: dict[int, list[Span]] = {}
    for one in spoken:
        marked.setdefault(one.paragraph.index, []).append(one.stretch.outer)
    out: list[Claim] = []
    for paragraph in reading.layout.paragraphs:
        if not paragraph.silent:
            claims = _in_paragraph(reading, paragraph, marked.get(paragraph.index, []), ask)
            if claims:
                claims[-1] = _listed(reading, claims[-1], paragraph, marked)
            out.extend(claims)
    return out


def _listed(
    reading: Reading, claim: Claim, paragraph: Paragraph, marked: Mapping[int, list[Span]]
) -> Claim:
    """Add the paragraphs of a list that the reported words begin or announce (一是… 二是…, ——…)."""
    text = reading.text
    end = claim.content[-1].end
    told = text[claim.content[0].start : end]
    if end < paragraph.span.end - 2 or not (_BEGINS.search(told) or _ANNOUNCES.search(told)):
        return claim
    spans = list(claim.content)
    for nth in range(paragraph.index + 1, len(reading.layout.paragraphs)):
        item = reading.layout.paragraphs[nth]
        begins = _ITEM.match(text, item.span.start, item.span.end)
        if not begins or item.silent or item.index in marked:
            break
        spans.append(Span(item.span.start, item.foot))
    return replace(claim, content=tuple(spans))


def _in_paragraph(
    reading: Reading, paragraph: Paragraph, marked: list[Span], ask: Ask
) -> list[Claim]:
    out: list[Claim] = []
    active: tuple[Link, Span, int] | None = None
    begins = [span.start for span in marked]
    for nth, sentence in enumerate(paragraph.sentences):
        first = max(0, bisect_right(begins, sentence.start) - 1)
        near = marked[first : bisect_left(begins, sentence.end)]
        inside = [span for span in near if span.end > sentence.start]
        inner = reading.links_in(sentence)
        own = active is not None and _own_words(reading, sentence, inner)
        claims = [] if own else _in_sentence(reading, sentence, inside, ask)
        last = nth + 1 == len(paragraph.sentences)
        if claims:
            out.extend(claims)
            core = claims[-1].content[-1]
            link = claims[-1].link
            active = (link, core, 0) if link and core.end >= sentence.end - 2 else None
            continue
        if active is None:
            before = paragraph.sentences[nth - 1] if nth else None
            told = _announced(reading, before, sentence) if before and not inside else None
            if told is not None:
                out.append(Claim("indirect", (sentence,), "reported", told, told.subject, 0.9))
                active = (told, sentence, 0)
            continue
        link, core, count = active
        linked = any(held.tail != "end" for held in inner)
        anew = any(held.subject and _begins_anew(held) for held in inner)
        anew = anew or _narrated(reading, sentence, link)
        signed = sentence.start >= paragraph.foot or reading.text[sentence.start] in "（("
        if anew or signed:
            active = None
            continue
        if inside:
            sentence = _tidy(
                reading.text, Span(sentence.start, max(sentence.start, inside[0].start))
            )
            if letters(reading.text, sentence) < _LEAST or reading.links_in(sentence):
                active = None
                continue
        features = goes_on_features(
            reading.text, reading.scene, link, core, sentence, nth=count, last=last, linked=linked
        )
        chance = ask("goes_on", sentence, features)
        if chance < 0.5:
            active = None
            continue
        out[-1] = _longer(out[-1], sentence, chance)
        active = None if inside else (link, core, count + 1)
    return [_kinded(reading, claim, paragraph, ask) for claim in out]


def _announced(reading: Reading, before: Span, sentence: Span) -> Link | None:
    """Return the verb of a sentence that announces the list which the next one begins.

    张某从多个方面作了介绍。一是…；李某提出三点建议。一是…
    """
    if not _FIRST.match(reading.text, sentence.start):
        return None
    links = [link for link in reading.links_in(before) if link.subject]
    counted = _ANNOUNCES.search(reading.text[before.start : before.end].rstrip("。 "))
    fits = [link for link in links if link.tail == "end" or counted]
    return fits[-1] if fits else None


def _longer(claim: Claim, sentence: Span, chance: float) -> Claim:
    spans = claim.content
    if len(spans) > 1 and spans[-1].end == sentence.start:
        spans = (*spans[:-1], Span(spans[-1].start, sentence.end))
    else:
        spans = (*spans, sentence)
    return replace(claim, content=spans, more=min(claim.more, chance))


def _in_sentence(reading: Reading, sentence: Span, inside: list[Span], ask: Ask) -> list[Claim]:
    """Claim what stands after each verb up to a marked quotation or the full stop."""
    out: list[Claim] = []
    begins = [span.start for span in inside]
    done = sentence.start
    for link in reading.links_in(sentence):
        if link.cue.span.start < done or link.tail == "end" or _narrates(reading, link):
            continue
        start = link.content
        nth = bisect_left(begins, start)
        ahead = inside[nth] if nth < len(inside) and begins[nth] == start else None
        if ahead is not None:
            start = _beyond(reading.text, inside, nth)
            rest = Span(start, _until(begins, start, sentence.end))
            taken = [x for x in reading.links_in(rest) if x.tail != "clause"]
            if taken or not _goes(reading.text, ahead, rest):
                continue
        until = _turns(reading, link, Span(start, _until(begins, start, sentence.end)))
        content = _tidy(reading.text, Span(start, until))
        if letters(reading.text, content) < _LEAST:
            continue
        if _nested(reading, link, content):
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


def _own_words(reading: Reading, sentence: Span, links: Sequence[Link]) -> bool:
    """Tell whether a sentence wishes or thinks as 我们 or 中方, which is who speaks before it."""
    told = [link for link in links if link.tail != "end"]
    return bool(told) and all(
        link.subject
        and link.cue.kind in ("act", "view")
        and all(m.kind == "first" or _SIDE.fullmatch(m.text) for m in link.subject)
        for link in told
    )


def _narrated(reading: Reading, sentence: Span, link: Link) -> bool:
    """Tell whether a sentence is the reporter's: of the speaker by name, of what was said above."""
    text, start = reading.text, sentence.start
    if _ABOVE.match(text, start):
        return True
    names = reading.scene.names_in(sentence)
    own = {reading.scene.people.name(mention.text) for mention in link.subject}
    return bool(
        names and names[0].span.start == start and reading.scene.people.name(names[0].text) in own
    )


def _begins_anew(link: Link) -> bool:
    """Tell whether a verb with a subject begins other reported words than those before it.

    我们 and 中方 of a speech are who speaks, not other sources.
    """
    if all(_SIDE.fullmatch(told.text) or told.kind == "first" for told in link.subject):
        return link.cue.kind not in ("act", "view")
    if link.tail in ("comma", "colon", "mark"):
        return True
    told = link.subject[0]
    leads = told.span.start - link.sentence.start <= 1 and told.kind != "description"
    return leads and link.cue.kind in ("say", "view", "act", "announce", "tell")


def _nested(reading: Reading, link: Link, content: Span) -> bool:
    """Tell whether what a verb reports is another source's own report: the innermost counts."""
    text = reading.text
    if text[content.start : content.start + 1] in ("了", "过") and link.tail == "clause":
        return True
    for other in reading.links_in(content):
        own = other.tail in ("comma", "colon", "mark") and bool(other.subject)
        starts = other.clause <= content.start + 1
        media = link.cue.kind == "doc" or any(m.kind in ("doc", "media") for m in link.subject)
        if own and starts and (media or other.content >= content.end):
            return True
    return False


def _act(reading: Reading, link: Link) -> bool:
    """Tell whether what is announced is the bare act of the source: 宣布休庭, 宣布实施新规定."""
    ahead = reading.scene.words_in(Span(link.content, min(link.sentence.end, link.content + 8)))
    verb = bool(ahead) and ahead[0].flag.startswith("v")
    clause = re.match(r"\w*", reading.text[link.content : link.sentence.end])
    return verb or (clause is not None and len(clause.group()) < 5)


def _narrates(reading: Reading, link: Link) -> bool:
    """Tell whether a verb cannot report words: 喊 without a colon, what the reporter notices."""
    if link.cue.kind == "call":
        return link.tail != "colon"
    text = reading.text
    of = text[link.content : link.content + 1] == "的"
    if link.tail == "clause" and (of or link.cue.kind == "object"):
        return True
    bare = link.cue.verb == "表示" and link.tail == "clause"
    if bare and (_STANCE.match(text, link.content) or _FEELING.match(text, link.content)):
        return True
    if _UNSAID.search(text, max(0, link.cue.span.start - 4), link.cue.span.start) and (
        link.cue.verb in _UNSAYABLE
    ):
        return True
    if link.cue.verb == "称" and link.tail == "clause" and _NAMING.match(text, link.content):
        return True
    if link.cue.verb == "介绍" and text[link.clause : link.clause + 1] == "经":
        return True
    if (link.cue.verb in FORECASTS or link.cue.verb == "看来") and not link.subject:
        return True
    if link.cue.kind == "announce" and link.tail == "clause" and _act(reading, link):
        return True
    if link.subject and link.subject[-1].kind == "first":
        return True
    if _WHILE.match(reading.text, link.clause) and _TIME.match(reading.text, link.content):
        return True
    told = link.subject[-1].text if link.subject else ""
    return link.cue.kind in ("find", "doc") and told.endswith("记者")


def _beyond(text: str, inside: list[Span], nth: int) -> int:
    """Return where the words go on behind a stretch and those that follow it directly."""
    end = inside[nth].end
    while nth + 1 < len(inside) and inside[nth + 1].start == end:
        nth += 1
        end = inside[nth].end
    while text[end : end + 1] in ("，", ","):
        end += 1
    return end


def _turns(reading: Reading, link: Link, content: Span) -> int:
    """Return where another source takes over in the same sentence (，但李某表示，…)."""
    for other in reading.links_in(content):
        if not other.subject:
            continue
        told, clause = other.subject[-1], other.clause
        says = other.cue.kind == "say" and told.kind in ("pronoun", "name", "address")
        says = says and told.span.start == clause and other.cue.span.start - told.span.end <= 1
        if other.tail not in ("comma", "colon", "mark") and not (says and other.tail == "clause"):
            continue
        if told.kind in ("first", "doc") or told.span.start < clause or clause <= content.start + 4:
            continue
        lead = reading.text[clause - 1] in "；;" or _BUT.match(reading.text, clause)
        also = reading.text[told.span.end : other.cue.span.start].startswith(("则", "也", "却"))
        if says and told.kind == "pronoun":
            return clause
        if (lead or also) and told.text != (link.subject[-1].text if link.subject else ""):
            return clause
    return content.end


def _goes(text: str, ahead: Span, rest: Span) -> bool:
    return rest.size > 0 and text[ahead.end : ahead.end + 1] in ("，", ",")


def _until(begins: list[int], start: int, end: int) -> int:
    nth = bisect_left(begins, start)
    return begins[nth] if nth < len(begins) else end


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
    for span in claim.content:
        stretch = paragraph.stretch_after(span.start)
        while stretch is not None and stretch.outer.end <= span.end + 1:
            features = mixed_features(reading.text, stretch)
            if ask("mixed", stretch.inner, features) >= 0.5:
                kind = "mixed"
            stretch = paragraph.stretch_after(stretch.outer.end)
    return replace(claim, kind=kind)
