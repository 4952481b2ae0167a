"""Verbs of speech in an article, outside its marked stretches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from brandtool.core.span import Span
from brandtool.detect.lexicon import pairs, words
from brandtool.detect.quotes.layout import Layout

_SPOKEN = "说道|说到|说|称|道|表示|指出"
_COUNTED = re.compile(r"[一二三四五六七八九十两几\d][点项条个份大]$")
_PERSONS = re.compile(
    r"家(?!长|属|人|里|中)|师(?!生)|员|者|人士|人员|精神|必不可少|建议(?!\w{0,2}[，,：:])"
)
_NOT = re.compile(r"(?:不要|不能|不应|不必|不可|切勿|切莫|勿|莫|(?<![特个分性区级类差])别)$")
_LEADS = ("：", "“", "「", "『")


@dataclass(frozen=True, slots=True)
class Cue:
    """Name one verb of speech: where it stands, its class in the list, its paragraph."""

    span: Span
    verb: str
    kind: str
    paragraph: int


def find_cues(layout: Layout) -> tuple[Cue, ...]:
    """Return the verbs of speech outside marks and silent lines, in order."""
    out: list[Cue] = []
    for paragraph in layout.paragraphs:
        if paragraph.silent:
            continue
        at = paragraph.span.start
        for stretch in (*paragraph.stretches, None):
            end = stretch.outer.start if stretch else paragraph.span.end
            out.extend(_in(layout.text, at, end, paragraph.index))
            if stretch:
                at = stretch.outer.end
    return tuple(out)


def _in(text: str, start: int, end: int, paragraph: int) -> list[Cue]:
    kinds = pairs("cues")
    out: list[Cue] = []
    for match in _pattern().finditer(text, start, end):
        base = match.group("base")
        if base is None or _owned(text, match.start(), match.end(), start):
            continue
        if _noun(text, match.end()) or _NOT.search(
            text, max(start, match.start() - 3), match.start()
        ):
            continue
        kind = kinds[base]
        if match.group("more") and kind in ("call", "act", "view"):
            kind = "say"
        out.append(Cue(Span(*match.span()), match.group(), kind, paragraph))
    return out


def _noun(text: str, end: int) -> bool:
    """Tell whether a verb only begins a word for persons (分析家, 观察人士)."""
    return bool(_PERSONS.match(text, end))


def _owned(text: str, start: int, end: int, least: int) -> bool:
    """Tell whether 的 or a count makes a noun of a verb (的预测, 八点主张); 有的说 is none."""
    if _COUNTED.match(text, max(least, start - 2), start) and text[end : end + 1] not in _LEADS:
        return True
    if text[start - 1 : start] != "的" or start - 1 < least:
        return False
    return text[start - 2 : start] != "有的" and text[end : end + 1] not in _LEADS


@cache
def _pattern() -> re.Pattern[str]:
    """Make one pattern of all verbs and the words in which they are none."""
    blocks = "|".join(sorted(map(re.escape, words("cue_blocks")), key=lambda w: (-len(w), w)))
    verbs = "|".join(sorted(map(re.escape, words("cues")), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?P<block>{blocks})|(?P<base>{verbs})(?P<more>{_SPOKEN})?")
