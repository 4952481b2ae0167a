"""What the two text views show.

The source by its blocks, the clean page by its lines, and the marks in both.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from brandtool.core.span import Span
from brandtool.ui.textview import Mark, Paragraph
from brandtool.ui.textview.content import State

if TYPE_CHECKING:
    from brandtool.core.article import Edition
    from brandtool.core.candidate import Candidate
    from brandtool.core.decision import Anchor, Decision, Replace
    from brandtool.core.document import Document
    from brandtool.core.lines import Line

__all__ = [
    "Asked",
    "CleanPage",
    "only_names",
    "clean_marks",
    "edits_in_clean",
    "edits_in_source",
    "source_labels",
    "source_marks",
    "source_paragraphs",
    "source_styles",
    "styles",
]

_SHOWN: Mapping[str, State] = {
    "open": "open",
    "reopened": "open",
    "accepted": "accepted",
    "amended": "accepted",
    "kept": "kept",
    "deferred": "deferred",
    "flagged": "deferred",
    "overridden": "kept",
}
_STRUCK = frozenset({"duplicate", "interruption"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold what marks need of a question: its id, its candidate, its state."""

    key: str
    candidate: Candidate
    state: str


_CLAUSE = frozenset("，,。.；;：:！!？?…")
_EDGES = ' \u3000，,。.；;：:、“”‘’"（）()'
_BODIES = (
    "公司", "集团", "委员会", "协会", "促进会", "学会", "研究院", "研究所", "中心", "大学", "学院",
    "实验室", "政府", "管理局", "办公室", "基金会", "联合会", "出版社", "日报社",
)  # fmt: skip


def only_names(document: Document, candidate: Candidate, people: frozenset[str]) -> bool:
    """Tell whether a repeated statement is but a name with its titles, or an institution's.

    `people` are the names of those who speak on the page.
    """
    if not candidate.parts:
        return False
    spans = candidate.parts[0].spans
    told = "".join(document.quote(span) for span in spans).strip(_EDGES)
    if not told or any(sign in _CLAUSE for sign in told):
        return False
    return told.endswith(_BODIES) or any(name and told.endswith(name) for name in people)


def styles(lines: Sequence[Line]) -> list[str]:
    """Return the style of each line: its role, with ~ at each end where its heading goes on."""
    from brandtool.core.lines import goes_on  # with the first page

    tied = [goes_on(line, lines[n - 1] if n else None) for n, line in enumerate(lines)]
    return [
        f"{'~' * tied[n]}{line.role}{'~' * (n + 1 < len(lines) and tied[n + 1])}"
        for n, line in enumerate(lines)
    ]


def source_styles(edition: Edition) -> dict[int, str]:
    """Return the style of each source block that has one, by where it begins."""
    from brandtool.core.lines import goes_on  # with the first page

    out = dict(edition.roles)
    document, table = edition.document, edition.table
    for article in edition.articles:
        for before, line in pairwise(article.lines):
            if not goes_on(line, before):
                continue
            points = [table.to_source(one.home.start) for one in (before, line)]
            told = [document.block_at(at.offset) for at in points if at and not at.origin]
            if len(told) == 2 and told[1].index == told[0].index + 1:
                first, second = (block.start for block in told)
                out[first] = f"{out.get(first, before.role)}~"
                out[second] = f"~{out.get(second, line.role)}"
    return out


def source_paragraphs(document: Document, roles: Mapping[int, str]) -> list[Paragraph]:
    """Show every block of the source as one paragraph; offsets stay those of the source."""
    return [
        Paragraph(block.start, document.quote(block.span), roles.get(block.start, "body"))
        for block in document.blocks
        if block.stop > block.start
    ]


def source_labels(document: Document) -> dict[int, str]:
    """Return the source line of each paragraph, as labels for the margin."""
    living = [block for block in document.blocks if block.stop > block.start]
    return {number: str(document.line_at(block.start)) for number, block in enumerate(living)}


def source_marks(asked: Iterable[Asked]) -> list[Mark]:
    """Mark in the source what every question speaks of."""
    out: list[Mark] = []
    for one in asked:
        shown = _SHOWN.get(one.state, "open")
        for number, part in enumerate(one.candidate.parts):
            kind = _part_kind(one.candidate, part.role)
            if not kind:
                continue
            gone = one.candidate.kind in _STRUCK and shown in ("open", "accepted")
            strike = gone and number != one.candidate.keep
            for span in _narrowed(one.candidate, part.role, part.spans):
                out.append(Mark(span.start, span.end, kind, shown, one.key, strike))
    return out


def edits_in_source(edition: Edition, decisions: Iterable[Decision]) -> list[Mark]:
    """Mark what the editor's own hand did in the source.

    Words that were changed, deleted ones struck, and errors of the paper that were noted.
    """
    noted = [
        Mark(span.start, span.end, "suspect", "kept", "")
        for label in edition.labels.get("printed", ())
        for span in _source_spans(label.anchor)
    ]
    return noted + [
        Mark(effect.span.start, effect.span.end, "edit", "accepted", "", not effect.text)
        for decision in decisions
        for effect in _replaced(decision)
        if effect.span.size
    ]


def edits_in_clean(page: CleanPage, edition: Edition, decisions: Iterable[Decision]) -> list[Mark]:
    """Mark in the clean page the words that the editor's own hand put there or noted as errors."""
    out = [
        Mark(page.shown(span.start), page.shown(span.end), "suspect", "kept", "")
        for label in edition.labels.get("printed", ())
        for span in edition.table.locate(label.anchor)
    ]
    for decision in decisions:
        if not any(_replaced(decision)):
            continue
        for start, end, at in edition.table.homes.get(decision.event, ()):
            first, last = page.shown(at), page.shown(at + end - start)
            if first < last:
                out.append(Mark(first, last, "edit", "accepted", ""))
    return out


def _source_spans(anchor: Anchor) -> Iterator[Span]:
    from brandtool.core.decision import Source

    yield from (part.span for part in anchor if isinstance(part, Source))


def _replaced(decision: Decision) -> Iterator[Replace]:
    from brandtool.core.decision import Replace

    if decision.verb == "add":
        yield from (effect for effect in decision.effects if isinstance(effect, Replace))


def _part_kind(candidate: Candidate, role: str) -> str:
    """Return the kind a part is drawn in, empty for parts that are not drawn."""
    if candidate.kind == "quote":
        return {"content": "quote", "mention": "speaker", "antecedent": "speaker"}.get(role, "")
    if candidate.kind == "move" and role == "after":
        return ""
    if candidate.kind == "article" and role != "start":
        return ""
    return candidate.kind


def _narrowed(candidate: Candidate, role: str, spans: Sequence[Span]) -> Iterable[Span]:
    """Return the spans to draw: of a join only the words at the seam."""
    for span in spans:
        if candidate.kind == "join" and role == "left":
            yield Span(max(span.start, span.end - 2), span.end)
        elif candidate.kind == "join" and role == "right":
            yield Span(span.start, min(span.end, span.start + 2))
        else:
            yield span


@dataclass(frozen=True)
class CleanPage:
    """Show an edition by its lines, one offset between two lines, with the way there and back.

    `homes` are the ranges of the lines in the edition's text, in the order shown; `by_home` puts
    their numbers in the order of that text, where what is set aside may stand before its article.
    """

    paragraphs: tuple[Paragraph, ...]
    homes: tuple[Span, ...]
    labels: Mapping[int, str]
    starts: tuple[int, ...]
    by_home: tuple[int, ...]
    home_starts: tuple[int, ...]

    @staticmethod
    def of(edition: Edition) -> CleanPage:
        """Lay out an edition: article by article its lines, then its captions and other asides."""
        paragraphs: list[Paragraph] = []
        homes: list[Span] = []
        labels: dict[int, str] = {}
        at = 0
        for article in edition.articles:
            lines = (*article.lines, *article.asides)
            for number, (line, style) in enumerate(zip(lines, styles(lines), strict=True)):
                if number == 0:
                    labels[len(paragraphs)] = str(article.index)
                paragraphs.append(Paragraph(at, line.text, style))
                homes.append(line.home)
                at += len(line.text) + 1
        starts = tuple(paragraph.start for paragraph in paragraphs)
        order = sorted(range(len(homes)), key=lambda number: homes[number].start)
        ordered = tuple(homes[number].start for number in order)
        return CleanPage(tuple(paragraphs), tuple(homes), labels, starts, tuple(order), ordered)

    def home(self, offset: int) -> int:
        """Return where a shown offset is in the edition's text."""
        if not self.starts:
            return 0
        number = max(0, bisect.bisect_right(self.starts, offset) - 1)
        return min(self.homes[number].start + offset - self.starts[number], self.homes[number].end)

    def shown(self, home: int) -> int:
        """Return where an offset of the edition's text is shown, the nearest place if it is not."""
        if not self.starts:
            return 0
        number = self.by_home[max(0, bisect.bisect_right(self.home_starts, home) - 1)]
        span = self.homes[number]
        return self.starts[number] + max(0, min(home, span.end) - span.start)

    def first_of(self, article: int) -> int | None:
        """Return where the article with a number from 1 begins, None if there is none."""
        wanted = str(article)
        found = next((n for n, label in self.labels.items() if label == wanted), None)
        return None if found is None else self.starts[found]


def clean_marks(page: CleanPage, edition: Edition, asked: Iterable[Asked]) -> list[Mark]:
    """Mark in the clean page what is proposed or decided there, so far as its words are in it."""
    out: list[Mark] = []
    for one in asked:
        shown = _SHOWN.get(one.state, "open")
        for number, part in enumerate(one.candidate.parts):
            kind = _part_kind(one.candidate, part.role)
            if not kind or (one.candidate.kind == "duplicate" and number != one.candidate.keep):
                continue
            spans = tuple(_narrowed(one.candidate, part.role, part.spans))
            for span in _homes(edition, spans):
                start, end = page.shown(span.start), page.shown(span.end)
                if start < end:
                    out.append(Mark(start, end, kind, _clean_state(shown), one.key))
    return out


def _clean_state(shown: State) -> State:
    return "proposed" if shown == "open" else shown


def _homes(edition: Edition, spans: Sequence[Span]) -> Iterable[Span]:
    from brandtool.core.decision import Source

    return edition.table.locate(tuple(Source(span.start, span.end) for span in spans))
