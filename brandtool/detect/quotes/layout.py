"""The article as paragraphs, sentences and clauses, with its marked stretches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from brandtool.core.span import Span
from brandtool.detect.quotes.marks import Stretch, stretches, tail_of

SILENT = frozenset(
    [
        "kicker",
        "headline",
        "deck",
        "subhead",
        "byline",
        "dateline",
        "caption",
        "credit",
        "signoff",
        "furniture",
        "advert",
        "note",
    ]
)
"""Roles of lines that never speak and are never asked."""

_SENTENCE_END = re.compile(r"[。！？!?…]+[”」』’）)]*")
_BYLINE = re.compile(
    r"^[\s（(【□■◎●]*(?:本报|新华社|中新社|特约|实习|通讯员|文[/／:：]|图[/／:：])?[^，。：；]{0,14}?"
    r"(?:记者|通讯员|摄影|编辑|责编|作者|报道员)[\s:：/／]*[\w\s·、]{0,40}[）)】]?$"
)
_DATELINE = re.compile(
    r"\s*(?:【[^】\n]{1,20}】\s*|(?:据?(?:本报|新华社|中新社)|[一-鿿]{1,5}[网报社])"
    r"[^，。！？：“《\n（(]{0,26}?(?:电|讯|消息)(?![称说指显人透传])\s*"
    r"(?:[（(][^）)\n]{0,40}[）)]\s*)?"
    r"(?:(?:综合|本报|新华社)?(?:记者|通讯员)[^，。：“\n]{2,24}?(?:报道)?(?=[：:，,\n]))?(?:综合报道)?"
    r"(?:[：:，,]\s*)?)"
)
_SIGNOFF = re.compile(r"^\s*[（(【][^。]{0,40}[）)】]\s*$")
_SIGNED = re.compile(
    r"[（(][^（）()。]{0,24}(?:记者|通讯员|整理|报道|供稿|供图|采写|编译|摄影|摄)[^（）()。]{0,16}[）)]\s*$"
    r"|(?<=[。！？”])\s*[一-鿿]{2,3}(?:[\s、]+[一-鿿]{2,3}){0,4}\s*$"
)
_NEAR = 4
"""Lines within which a quotation left open is closed: captions may stand between."""

_TERMINAL = '。！？!?…；;：:”」』"）)，,'


@dataclass(frozen=True)
class Paragraph:
    """Name one line: where it stands, its marked stretches and sentences, and if it is silent.

    `head` is where its own words begin, behind a dateline (新华社北京4月1日电(记者…)), `foot` where
    they end, before a sign-off (（记者…整理）, or bare names behind the last full stop).
    """

    index: int
    span: Span
    stretches: tuple[Stretch, ...]
    sentences: tuple[Span, ...]
    silent: bool = False
    head: int = 0
    foot: int = 0

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _stretch_starts(self) -> list[int]:
        return [stretch.outer.start for stretch in self.stretches]

    def sentence_nth(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds an offset."""
        return self.sentences[self.sentence_nth(offset)] if self.sentences else self.span

    def stretch_before(self, offset: int) -> Stretch | None:
        """Return the last marked stretch that ends at or before an offset."""
        nth = bisect_right(self._stretch_starts, offset) - 1
        if nth >= 0 and self.stretches[nth].outer.end > offset:
            nth -= 1
        return self.stretches[nth] if nth >= 0 else None

    def stretch_after(self, offset: int) -> Stretch | None:
        """Return the first marked stretch that begins at or after an offset."""
        nth = bisect_left(self._stretch_starts, offset)
        return self.stretches[nth] if nth < len(self.stretches) else None


@dataclass(frozen=True)
class Layout:
    """Hold the text cut into paragraphs."""

    text: str
    paragraphs: tuple[Paragraph, ...]


def lay_out(text: str, roles: Sequence[str] | None = None) -> Layout:
    """Cut a clean text; without the `roles` of its lines, silent ones are guessed."""
    out: list[Paragraph] = []
    start = 0
    left_open = -_NEAR
    for index, line in enumerate(text.split("\n")):
        end = start + len(line)
        span = Span(start, end)
        found = stretches(text, span)
        tail = tail_of(text, span) if index - left_open < _NEAR else None
        found = (tail, *found) if tail is not None else found
        if roles is not None and index < len(roles):
            silent = roles[index] in SILENT
        else:
            silent = _silent(line)
        if found and not silent:
            left_open = index if not found[-1].closed else -_NEAR
        dateline = _DATELINE.match(line)
        head = start + (dateline.end() if dateline else 0)
        signed = _SIGNED.search(line)
        foot = start + signed.start() if signed else end
        cut = _sentences(text, span, found)
        out.append(Paragraph(index, span, found, cut, silent, head, foot))
        start = end + 1
    return Layout(text, tuple(out))


def _silent(line: str) -> bool:
    """Guess whether a line without a known role is a heading, a byline or a sign-off."""
    told = line.strip()
    if not told or _SIGNOFF.match(told):
        return True
    if len(told) <= 60 and _BYLINE.match(told):
        return True
    if len(told) <= 42 and told[0] in "“「『" and told[-1] in "”」』" and told[-2:-1].isalnum():
        return "。" not in told
    return len(told) <= 42 and told[-1] not in _TERMINAL and "。" not in told


def _sentences(text: str, span: Span, found: tuple[Stretch, ...]) -> tuple[Span, ...]:
    """Cut at the full stops outside marks."""
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
