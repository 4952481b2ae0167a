"""How a verb of speech is tied to what it reports: what follows it, and where the words begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brandtool.core.span import Span
from brandtool.detect.quotes.cues import Cue
from brandtool.detect.quotes.layout import Layout, Paragraph
from brandtool.detect.quotes.marks import Stretch
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.scene import Scene
from brandtool.detect.speakers.subject import REACH, subject

_TAIL = re.compile(r"[，,：:；;。！？!?…\n“「『〝\"＂]")
FORECASTS = ("预计", "预测", "估计")
"""Verbs by which the writer speaks where they have no subject of their own."""

NOBODY = frozenset({"据", "另据", "又据", "还据", "有", "另有", "也有", "还有", "据此前"})
"""What leads a verb whose source the text does not name (据介绍, 有消息称)."""

_NOUNS = frozenset(
    {
        "声明",
        "倡议",
        "建议",
        "提议",
        "通报",
        "通知",
        "要求",
        "介绍",
        "批示",
        "指示",
        "预测",
        "希望",
        "保证",
    }
)
"""Verbs that are as often nouns."""

_ISSUE = re.compile(
    r"(?:发表|发布|发出|作出|做出|提出|下发|发去|提供)[^，。]{0,8}$"
    r"|(?:符合|满足|达到|按照|根据|抱有|抱着|留住了?|带来了?|充满|有力|有)$"
)
_APART = 8
"""Code points that may stand between a subject and such a verb."""

_OBJECT = 22
"""Code points an addressee (告诉本报记者) may take."""


@dataclass(frozen=True, slots=True)
class Link:
    """Tie a cue to its content.

    `tail`: mark | colon | comma | clause (words follow at once) | end (nothing follows: the words
    stood before). `content` is where the words begin; `clause` where the cue's own clause begins;
    `addressee` tells that somebody is named to whom it is said. `before`: a marked stretch ends
    directly before the cue's clauses.
    """

    cue: Cue
    sentence: Span
    clause: int
    tail: str
    content: int
    addressee: bool
    before: Stretch | None
    subject: tuple[Mention, ...]


def link(layout: Layout, cues: Sequence[Cue], scene: Scene) -> tuple[Link, ...]:
    """Tie every cue to its content and its subject."""
    out: list[Link] = []
    for cue in cues:
        paragraph = layout.paragraphs[cue.paragraph]
        held = _link(layout.text, paragraph, cue, scene)
        if not _issued(layout.text, held):
            out.append(held)
    return tuple(out)


def _link(text: str, paragraph: Paragraph, cue: Cue, scene: Scene) -> Link:
    sentence = paragraph.sentence_at(cue.span.start)
    before = paragraph.stretch_before(cue.span.start)
    region_start = max(sentence.start, min(paragraph.head, cue.span.start))
    if before is not None and before.outer.end >= sentence.start and _closes_speech(text, before):
        region_start = max(region_start, before.outer.end)
    else:
        before = None
    far = max(region_start, cue.span.start - REACH)
    clause = max((text.rfind(c, far, cue.span.start) for c in "，,；;：:。！？"), default=-1)
    clause = max(clause + 1, far)
    tail, content, addressee = _tail(text, sentence, cue)
    opinion = cue.verb == "看来"
    lead = cue.verb not in FORECASTS
    found: tuple[Mention, ...] = ()
    if text[clause : cue.span.start].strip() not in NOBODY:
        found = subject(scene, Span(region_start, cue.span.start), opinion=opinion, lead=lead)
    return Link(cue, sentence, clause, tail, content, addressee, before, found)


def _issued(text: str, link: Link) -> bool:
    """Tell whether a verb is the noun of what is issued or held (发表声明，宣布…; 践行…倡议，…)."""
    if link.tail != "comma" or link.cue.verb not in _NOUNS:
        return False
    before = text[link.clause : link.cue.span.start]
    told = link.subject[-1].span.end if link.subject else 0
    here = told > link.clause
    between = text[told : link.cue.span.start] if here else before.strip()
    return bool(_ISSUE.search(before)) or len(between) > (_APART if here else 2)


def _closes_speech(text: str, stretch: Stretch) -> bool:
    """Tell whether a stretch looks like a whole said thing by its end and what follows."""
    last = text[stretch.inner.end - 1 : stretch.inner.end]
    after = text[stretch.outer.end : stretch.outer.end + 1]
    return last in "。！？!?…，," or after in "，,"


def _tail(text: str, sentence: Span, cue: Cue) -> tuple[str, int, bool]:
    """Return how the words follow, where they begin, and whether an addressee stands between."""
    at = cue.span.end
    kinds = {"，": "comma", ",": "comma", "：": "colon", ":": "colon"}
    match = _TAIL.search(text, at, min(sentence.end, at + 2 * REACH))
    if match is None:
        return ("end" if not text[at : sentence.end].strip() else "clause", at, False)
    gap = match.start() - at
    sign = match.group()
    if text[at : at + 1] == "的" and gap <= 8 and sign in "。！？!?…；;，,":
        return "end", at, False
    if gap == 0 and sign in "。！？!?…；;":
        return "end", at, False
    addressee = 0 < gap <= _OBJECT and (cue.kind == "tell" or (sign in "：:" and gap <= 12))
    if gap == 0 or addressee:
        if sign in kinds:
            start = match.end()
            while start < sentence.end and text[start] in " \u3000":
                start += 1
            return kinds[sign], start, addressee
        if sign in '“「『〝"＂':
            return "mark", match.start(), addressee
    return "clause", at, False
