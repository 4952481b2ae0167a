"""Marked speech: which stretches are said, which belong together, and which verb they hang on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from brandtool.core.span import Span
from brandtool.detect.lexicon import words
from brandtool.detect.quotes.found import Claim
from brandtool.detect.quotes.layout import Paragraph
from brandtool.detect.quotes.links import Link
from brandtool.detect.quotes.marks import Stretch
from brandtool.detect.quotes.reading import Reading
from brandtool.detect.quotes.shape import letters, stretch_features, verbal
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.subject import REACH, subject

Ask = Callable[[str, Span, Iterable[str]], float]
"""Answer a question about a span from its features with a probability."""

_TURN = re.compile(r"\s*([^\s，。：:；、“”《》（）()]{1,12}(?:[（(][^）)]{1,12}[）)])?)\s*[：:]")
_SIGN = re.compile(
    r"(?:标语|横幅|条幅|标牌|警示牌|告示牌|提示牌|展板|牌子|对联|字样|印有|印着|写有|刻有|刻着|挂着|贴着|书有)"
    r"[：:]?$"
)
_WORDING = re.compile(r"(?:等|的)?(?:字样|标语|横幅|条幅|大字|招牌|牌匾)")
_CLAUSE_END = re.compile(r"[，。！？；：\n“”]")
_QUOTING = re.compile(
    r"(?:[说道问喊叫称答呼嚷吼骂写唱念劝讲告诉]|一[句声]|着|了|的是|即|就是|喊道|话)$"
)
_ROW = re.compile(r"(?:[、和与及]?“[^“”\n]{1,10}”)+")
_ASKERS = ("记者", "问", "答", "主持人", "本报记者", "新京报", "编者")


@dataclass(frozen=True, slots=True)
class Said:
    """Name a marked stretch judged to be speech."""

    paragraph: Paragraph
    stretch: Stretch
    chance: float


def said(reading: Reading, ask: Ask) -> tuple[Said, ...]:
    """Judge every marked stretch of the lines that may speak."""
    out: list[Said] = []
    for paragraph in reading.layout.paragraphs:
        if paragraph.silent:
            continue
        last: tuple[Stretch, bool] | None = None
        for stretch in paragraph.stretches:
            if stretch.tail:
                if out and not out[-1].stretch.closed:
                    out.append(Said(paragraph, stretch, out[-1].chance))
                last = (stretch, bool(out) and out[-1].stretch is stretch)
                continue
            if stretch.inner.size < 2:
                continue
            near = last is not None and not re.search(
                r"\w", reading.text[last[0].outer.end : stretch.outer.start]
            )
            features = stretch_features(
                reading.text, paragraph, stretch,
                before=reading.before(stretch), after=reading.after(paragraph, stretch),
                beside=last[1] if last is not None and near else None,
            )  # fmt: skip
            chance = (
                0.0 if _owned(reading.text, stretch) else ask("stretch", stretch.inner, features)
            )
            if _goes_over(reading, stretch):
                chance = 0.0
            elif _all_said(reading, stretch):
                chance = max(chance, 0.6)
            last = (stretch, chance >= 0.5)
            if chance >= 0.5:
                out.append(Said(paragraph, stretch, chance))
    return tuple(out)


def _owned(text: str, stretch: Stretch) -> bool:
    """Tell whether a stretch is a term (“好酒不怕巷子深”的时代) or stands written on something."""
    last = text[stretch.inner.end - 1 : stretch.inner.end]
    lead = text[max(0, stretch.outer.start - 12) : stretch.outer.start]
    if _SIGN.search(lead) or _WORDING.match(text, stretch.outer.end):
        return True
    return text[stretch.outer.end : stretch.outer.end + 1] == "的" and last.isalnum()


def _all_said(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether marked words are all a verb of speech before them has (他称“有话要说”。)."""
    link, text = reading.before(stretch), reading.text
    ends = text[stretch.outer.end : stretch.outer.end + 1] in ("。", "！", "？", "；", "\n", "")
    if link is None or not ends or link.cue.kind not in ("say", "tell") or not link.subject:
        return False
    return letters(text, stretch.inner) >= 4 and verbal(text, stretch.inner)


def _goes_over(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether a clause only holds marked words: before them (这些推文“说明了…”) or behind.

    He said，“四风”具有顽固性 goes on behind the marks, and not to a verb of speech.
    """
    text, end = reading.text, stretch.outer.end
    start = stretch.outer.start
    led = text[start - 1 : start].isalnum() and reading.before(stretch) is None
    if led and text[start - 1] > "一" and not _QUOTING.search(text, max(0, start - 4), start):
        return True
    row = _ROW.match(text, end)
    end = row.end() if row else end
    last = text[stretch.inner.end - 1 : stretch.inner.end]
    if not (last.isalnum() and text[end : end + 1].isalnum()):
        return False
    cut = _CLAUSE_END.search(text, end, end + REACH)
    clause = Span(end, cut.start() if cut else min(len(text), end + REACH))
    return not any(link.tail != "clause" for link in reading.links_in(clause))


def direct_claims(
    reading: Reading, spoken: tuple[Said, ...], reported: Sequence[Claim]
) -> list[Claim]:
    """Tie stretches to verbs and unite those that one verb holds together.

    `reported` are the claims of reported words beside them.
    """
    reports = {claim.link.cue.span.start for claim in reported if claim.link is not None}
    tails = {claim.content[-1].end: claim.link for claim in reported if claim.link is not None}
    leads = {one.stretch.outer.start for one in spoken}
    real = frozenset(reports) | {
        link.cue.span.start for at, link in reading.by_content.items() if at in leads
    }
    behind = [reading.after(one.paragraph, one.stretch) for one in spoken]
    real |= {link.cue.span.start for link in behind if link is not None and link.tail == "end"}
    out: list[Claim] = []
    for run in _runs(reading.text, spoken):
        link, how, sources = _tie(reading, run, real, tails)
        spans = tuple(_trim(reading.text, s.stretch.inner) for s in run)
        chance = min(s.chance for s in run)
        last = out[-1] if out else None
        if last is not None and _continues(reading, last, link, how, run[0]):
            both = last.content + spans
            out[-1] = Claim(
                "direct", both, last.how, last.link, last.sources, min(last.chance, chance)
            )
            continue
        out.append(Claim("direct", spans, how, link, sources, chance))
    return out


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " \u3000":
        start += 1
    while end > start and text[end - 1] in " \u3000":
        end -= 1
    return Span(start, end)


def _runs(text: str, spoken: tuple[Said, ...]) -> list[list[Said]]:
    """Chain stretches that run over paragraphs with a repeated opening mark, and lists “A”“B”."""
    runs: list[list[Said]] = []
    for one in spoken:
        last = runs[-1][-1] if runs else None
        if last is not None:
            over = not last.stretch.closed and last.paragraph.index + 1 == one.paragraph.index
            over = over and one.stretch.outer.start - one.paragraph.span.start <= 4
            over = over or (one.stretch.tail and not last.stretch.closed)
            between = text[last.stretch.outer.end : one.stretch.outer.start]
            beside = between in ("", "，", "、", "；")
            if over or beside:
                runs[-1].append(one)
                continue
        runs.append([one])
    return runs


def _tie(
    reading: Reading, run: list[Said], real: frozenset[int], tails: Mapping[int, Link]
) -> tuple[Link | None, str, tuple[Mention, ...]]:
    first, last = run[0], run[-1]
    before = reading.before(first.stretch)
    if before is not None:
        return before, "before", before.subject
    after = reading.after(last.paragraph, last.stretch) or _reports(reading, last, real)
    goes_on = _tail_of(reading.text, tails, first.stretch.outer.start)
    comma = reading.text[first.stretch.outer.start - 1 : first.stretch.outer.start] == "，"
    if goes_on is not None and (after is None or comma):
        return goes_on, "held", goes_on.subject
    same = _same_sentence(reading, first, real)
    if same is not None and (after is None or after.subject == ()):
        return same, "sentence", same.subject
    if after is not None:
        return after, "after", after.subject
    acting, where = _acting(reading, first, last)
    if acting and where == "colon":
        return None, "action", acting
    held, near = _held(reading, first, real)
    if held is not None and (near or not acting or where == "lead"):
        return held, "held", held.subject
    if acting:
        return None, "action", acting
    return None, "none", ()


def _reports(reading: Reading, one: Said, real: frozenset[int]) -> Link | None:
    """Return a verb right behind a whole stretch that reports on (“…。”陈某建议大家回家)."""
    end = one.stretch.outer.end
    far = min(one.paragraph.span.end, end + REACH)
    clause = _CLAUSE_END.search(reading.text, end, far)
    behind = _CLAUSE_END.search(reading.text, clause.end(), far) if clause else None
    found = reading.links_in(Span(end, behind.start() if behind else far))
    return next((k for k in found if k.cue.span.start in real and k.subject), None)


def _tail_of(text: str, tails: Mapping[int, Link], start: int) -> Link | None:
    """Return the verb whose reported words end directly before an offset."""
    at = start
    while at > max(0, start - 3):
        if at in tails:
            return tails[at]
        if text[at - 1] not in "，,。：: ！？":
            return None
        at -= 1
    return tails.get(at)


def _same_sentence(reading: Reading, one: Said, real: frozenset[int]) -> Link | None:
    """Return the verb of the same sentence whose words stand before the stretch (X表示,…,“…”)."""
    start = one.paragraph.sentence_at(one.stretch.outer.start).start
    return _last(reading, max(start, one.stretch.outer.start - REACH), one, real)


def _last(reading: Reading, start: int, one: Said, real: frozenset[int]) -> Link | None:
    found = reading.links_in(Span(start, one.stretch.outer.start))
    return next((link for link in reversed(found) if link.cue.span.start in real), None)


def _held(reading: Reading, one: Said, real: frozenset[int]) -> tuple[Link | None, bool]:
    """Return the last verb before the stretch in its paragraph, and if its sentence is the next."""
    start = one.stretch.outer.start
    nth = one.paragraph.sentence_nth(start)
    if nth == 0 or one.paragraph.sentences[nth].start + 1 < start:
        return None, False
    found = _last(reading, max(one.paragraph.span.start, start - 2 * REACH), one, real)
    if found is None:
        return None, False
    return found, found.cue.span.start >= one.paragraph.sentences[nth - 1].start


def _acting(reading: Reading, first: Said, last: Said) -> tuple[tuple[Mention, ...], str]:
    """Return who acts beside a stretch without a verb: before its colon or in the next clause."""
    text, paragraph = reading.text, first.paragraph
    begin, end = first.stretch.outer.start, last.stretch.outer.end
    sentence = max(paragraph.sentence_at(begin).start, begin - REACH)
    lead = text[sentence:begin].rstrip()
    if lead.endswith(("：", ":")):
        return subject(reading.scene, Span(sentence, begin), cued=False), "colon"
    beyond = last.paragraph.stretch_after(end)
    stop = last.paragraph.sentence_at(end).end
    region = Span(end, min(stop, beyond.outer.start if beyond else stop, end + REACH))
    for match in re.finditer(r"[^，。！？；：]+", text[region.start : region.end]):
        clause = Span(region.start + match.start(), region.start + match.end())
        found = subject(reading.scene, clause, cued=False, first=True)
        if found:
            return found, "after"
    if lead:
        return subject(reading.scene, Span(sentence, begin), cued=False), "lead"
    return (), ""


def _continues(reading: Reading, last: Claim, link: Link | None, how: str, one: Said) -> bool:
    """Tell whether only their verb's clause stands between a claim and a stretch."""
    if link is None or last.link is not link or last.kind != "direct":
        return False
    between = Span(last.content[-1].end + 1, one.stretch.outer.start)
    if between.size > 80 or "\n" in reading.text[between.start : between.end]:
        return False
    inside = between.start <= link.cue.span.start < between.end
    if inside:
        return how in ("before", "held") and link.tail in ("mark", "comma", "colon", "end")
    return not re.search(r"\w", reading.text[between.start : between.end])


def turn_claims(reading: Reading) -> list[Claim]:
    """Read labelled interview turns (记者: …): lines that begin with a speaker and a colon."""
    text = reading.text
    labels: list[tuple[int, re.Match[str]]] = []
    for paragraph in reading.layout.paragraphs:
        match = _TURN.match(text, paragraph.span.start, paragraph.span.end)
        if match and not _silent_label(reading, paragraph) and not _verb(reading, match):
            labels.append((paragraph.index, match))
    told = Counter(match.group(1) for _, match in labels)
    asked = any(label.endswith(_ASKERS) for label in told)
    sources = sum(_is_source(reading, match) for _, match in labels)
    repeated = len(labels) >= 3 and len(told) < len(labels) and sources * 2 >= len(labels)
    if not (len(labels) >= 2 and (asked or repeated)):
        return []
    labels = [
        (index, match) for index, match in labels
        if told[match.group(1)] > 1 or (asked and _is_source(reading, match))
    ]  # fmt: skip
    ends = [index for index, _ in labels[1:]] + [len(reading.layout.paragraphs)]
    out: list[Claim] = []
    for (index, match), stop in zip(labels, ends, strict=True):
        spans = [Span(match.end(), reading.layout.paragraphs[index].span.end)]
        for paragraph in reading.layout.paragraphs[index + 1 : stop]:
            if paragraph.silent:
                break
            spans.append(paragraph.span)
        kept = tuple(trimmed for span in spans if (trimmed := _trim(text, span)).size)
        if kept:
            label = Span(*match.span(1))
            out.append(
                Claim("direct", kept, "turn", None, _label_source(reading, label), 0.95, label)
            )
    return out


def _verb(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether a label is a clause with a verb of speech (王先生说:)."""
    label = Span(*match.span(1))
    return any(link.cue.span.end == label.end for link in reading.links_in(label))


def _silent_label(reading: Reading, paragraph: Paragraph) -> bool:
    return paragraph.silent and reading.text[paragraph.span.start :][:2] not in ("问：", "答：")


def _is_source(reading: Reading, match: re.Match[str]) -> bool:
    label = match.group(1)
    known = label.endswith(_ASKERS) or any(label[-n:] in words("people") for n in (2, 3, 4))
    return known or bool(reading.scene.names_in(Span(*match.span(1))))


def _label_source(reading: Reading, label: Span) -> tuple[Mention, ...]:
    """Return who a label means: the name it ends with, else the label as it stands."""
    names = reading.scene.names_in(label)
    behind = reading.text[names[-1].span.end : label.end] if names else "-"
    if not behind or behind[0] in "（(":
        return names[-1:]
    return (Mention(label, reading.text[label.start : label.end], "description"),)
