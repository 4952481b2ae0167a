"""The article as paragraphs, sentences and clauses, with its marked stretches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from brandtool.core.span import Span
from brandtool.detect.quotes.marks import Stretch, stretches

SILENT = frozenset(
    ["kicker", "headline", "deck", "subhead", "byline", "dateline", "caption", "credit", "signoff", "furniture", "advert", "note"]
)
"""Roles of lines that never speak and are never asked."""

_SENTENCE_END = re.compile(r"[。！？!?…]+[”」』’）)]*")
_BYLINE = re.compile(
    r"^[\s（(【□■◎●]*(?:本报|新华社|中新社|特约|实习|通讯员|文[/／:：]|图[/／:：])?[^，。：；]{0,14}?"
    r"(?:记者|通讯员|摄影|编辑|责编|作者|报道员)[\s:：/／]*[\w\s·、]{0,40}[）)】]?$"
)
_SIGNOFF = re.compile(r"^\s*[（(【][^。]{0,40}[）)】]\s*$")
_TERMINAL = '。！？!?…；;：:”」』"）)，,'


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Name one line: where it stands, its marked stretches, its sentences, and whether it may hold speech."""

    index: int
    span: Span
    stretches: tuple[Stretch, ...]
    sentences: tuple[Span, ...]
    silent: bool = False


@dataclass(frozen=True)
class Layout:
    """Hold the text cut into paragraphs."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds an offset."""
        starts = [paragraph.span.start for paragraph in self.paragraphs]
        return self.paragraphs[max(0, bisect_right(starts, offset) - 1)]


def lay_out(text: str, roles: Sequence[str] | None = None) -> Layout:
    """Cut a clean text; `roles` are those of its lines where known, otherwise silent lines are guessed."""
    out: list[Paragraph] = []
    start = 0
    for index, line in enumerate(text.split("\n")):
        end = start + len(line)
        span = Span(start, end)
        found = stretches(text, span)
        if roles is not None and index < len(roles):
            silent = roles[index] in SILENT
        else:
            silent = _silent(line)
        out.append(Paragraph(index, span, found, _sentences(text, span, found), silent))
        start = end + 1
    return Layout(text, tuple(out))


def _silent(line: str) -> bool:
    """Guess whether a line without a known role is a heading, a byline or a sign-off."""
    told = line.strip()
    if not told or _SIGNOFF.match(told):
        return True
    if len(told) <= 60 and _BYLINE.match(told):
        return True
    return len(told) <= 42 and told[-1] not in _TERMINAL and "。" not in told


def _sentences(text: str, span: Span, found: tuple[Stretch, ...]) -> tuple[Span, ...]:
    """Cut at full stops outside marks, and after a stretch that ends with one and is not gone on from."""
    out: list[Span] = []
    start, at, nth = span.start, span.start, 0
    while at < span.end:
        gap_end = found[nth].outer.start if nth < len(found) else span.end
        for match in _SENTENCE_END.finditer(text, at, gap_end):
            if match.end() > start:
                out.append(Span(start, match.end()))
                start = match.end()
        if nth < len(found):
            at = found[nth].outer.end
            nth += 1
        else:
            at = span.end
    if start < span.end:
        out.append(Span(start, span.end))
    return tuple(out)
