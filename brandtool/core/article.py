"""Articles and editions: the page as it reads under what was decided (and, if asked, proposed)."""

from __future__ import annotations

import bisect
import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property

from brandtool.core.candidate import Candidate
from brandtool.core.decision import Anchor, Decision, Label, Point, Source
from brandtool.core.document import Document
from brandtool.core.facts import FACTS, PageFacts
from brandtool.core.fold import Conflict, Ledger, Standing, effect_slot, in_force, standings_of
from brandtool.core.lines import Line, goes_on, leading_on, lines_of
from brandtool.core.person import Register, persons_of
from brandtool.core.pieces import Piece, PieceTable
from brandtool.core.proposal import effects_of
from brandtool.core.quote import Quote, decided_quotes, proposed_quotes
from brandtool.core.rendering import render_table
from brandtool.core.span import Span
from brandtool.core.speech import in_heading, in_order
from brandtool.core.turn import Turn, turns_of

ROLES = (
    "kicker", "headline", "deck", "summary", "byline", "dateline", "note", "subhead", "body",
    "item", "caption", "credit", "signoff", "turn", "furniture", "advert",
)  # fmt: skip
"""What a block can be within its article; what nobody named is `body`."""

OUTSIDE = frozenset({"turn", "furniture", "advert"})
"""Roles that belong to no article's text or captions."""


@dataclass(frozen=True)
class Article:
    """Hold one article in reading order; `key` is the start of the piece that begins it."""

    index: int
    key: Point
    lines: tuple[Line, ...]
    asides: tuple[Line, ...]
    table: PieceTable = field(repr=False)
    score: float = 1.0

    @cached_property
    def text(self) -> str:
        """Return one line per headline line, byline and paragraph; no captions or other asides."""
        return "\n".join(line.text for line in self.lines)

    def of_role(self, *roles: str) -> tuple[Line, ...]:
        """Return the lines of some roles, asides included."""
        return tuple(line for line in (*self.lines, *self.asides) if line.role in roles)

    def _field(self, role: str, joint: str = " ") -> str:
        return joint.join(line.text for line in self.of_role(role))

    @property
    def kicker(self) -> str:
        """Return the line above the headline."""
        return self._field("kicker")

    @property
    def headline(self) -> str:
        """Return the headline, its lines separated by a blank."""
        return self._field("headline")

    @property
    def deck(self) -> str:
        """Return the deck."""
        return self._field("deck")

    @property
    def summary(self) -> str:
        """Return the summary deck."""
        return self._field("summary")

    @property
    def byline(self) -> str:
        """Return the byline as printed."""
        return self._field("byline")

    @property
    def dateline(self) -> str:
        """Return the dateline."""
        return self._field("dateline")

    @property
    def signoff(self) -> str:
        """Return the sign-off."""
        return self._field("signoff")

    @property
    def subheads(self) -> tuple[str, ...]:
        """Return the subheads; two printed lines that follow each other are one."""
        out: list[str] = []
        before: Line | None = None
        for line in self.lines:
            if line.role == "subhead" and goes_on(line, before):
                out[-1] = f"{out[-1]} {line.text}"
            elif line.role == "subhead":
                out.append(line.text)
            before = line
        return tuple(out)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Return the pages this goes on to or from, as its turn lines say."""
        return turns_of((line.role, line.text) for line in (*self.lines, *self.asides))

    @property
    def continues_on(self) -> str:
        """Return the page this goes on to, empty where no turn line names one."""
        return next((turn.page for turn in self.turns if turn.way == "to" and turn.page), "")

    @property
    def continued_from(self) -> str:
        """Return the page this goes on from, empty where no turn line names one."""
        return next((turn.page for turn in self.turns if turn.way == "from" and turn.page), "")

    @property
    def title(self) -> str:
        """Return the headline, or else the first line."""
        return self.headline or (self.lines[0].text if self.lines else "")

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the source ranges behind the text in reading order, replaced ones included."""
        return tuple(s for line in self.lines for s in self.table.source_spans(line.home))

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    def homes(self, span: Span) -> tuple[Span, ...]:
        """Return the ranges of the edition's text behind a range of this article's text."""
        out: list[Span] = []
        at = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        for line in self.lines[at:]:
            if line.span.start >= span.end:
                break
            start, end = max(span.start, line.span.start), min(span.end, line.span.end)
            if start < end:
                out.append(Span(start, end).shift(line.home.start - line.span.start))
        return tuple(out)

    def anchor(self, span: Span) -> Anchor:
        """Return the ranges of source and inserted words behind a range of this article's text."""
        return tuple(part for home in self.homes(span) for part in self.table.anchor(home))

    def here(self, home: Span) -> Span | None:
        """Return where a range of the edition's text stands in this article's text, if it does."""
        for line in self.lines:
            if line.home.covers(home):
                return home.shift(line.span.start - line.home.start)
        return None


@dataclass(frozen=True)
class Edition:
    """Hold the whole read page: its text, its articles, its quotes and what is known of it.

    `labels` are those in force by kind. `conflicts`: slots on which effective decisions disagree.
    """

    document: Document
    table: PieceTable
    articles: tuple[Article, ...]
    quotes: tuple[Quote, ...] = ()
    facts: PageFacts = field(default_factory=PageFacts)
    labels: Mapping[str, tuple[Label, ...]] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()

    @property
    def text(self) -> str:
        """Return the text of the whole page."""
        return self.table.text

    @cached_property
    def _homes(self) -> tuple[list[int], list[tuple[int, Article]]]:
        """Return where every line begins, and where it ends with its article, by start."""
        found = sorted(
            (line.home.start, line.home.end, article.index)
            for article in self.articles
            for line in (*article.lines, *article.asides)
        )
        of = {article.index: article for article in self.articles}
        return [start for start, _, _ in found], [(end, of[index]) for _, end, index in found]

    def article_at(self, home: int) -> Article | None:
        """Return the article that holds an offset of the edition's text."""
        starts, held = self._homes
        at = bisect.bisect_right(starts, home) - 1
        return held[at][1] if at >= 0 and home < held[at][0] else None

    @cached_property
    def roles(self) -> Mapping[int, str]:
        """Return the role of each source block that has one, by where the block begins."""
        return {start: role for start, (role, _) in _roles(self.labels.get("role", ())).items()}


def render(document: Document, ledger: Ledger) -> Edition:
    """Compute the decided edition: what stands, and nothing else."""
    edition = compose(document, *in_force(_about(document, ledger)))
    return _attributed(edition, edition.quotes, ledger)


def propose(
    document: Document, ledger: Ledger, candidates: Iterable[Candidate], accept: float
) -> Edition:
    """Compute the proposed edition: what stands, and below it the open candidates scored >= accept.

    Duplicates go by the score of each occurrence, so that a group may be taken in part. A quote
    that was put off is still proposed.
    """
    effective = _about(document, ledger)
    standings, conflicts = in_force(effective)
    answered = {
        decision.cand
        for decision in effective
        if (decision.verb, decision.kind) != ("defer", "quote")
    }
    open_ones = [c for c in candidates if c.id not in answered and c.score >= accept]
    edition = compose(document, virtual(document, standings, open_ones, accept), conflicts)
    found = proposed_quotes(edition.table, [c for c in open_ones if c.kind == "quote"])
    at = edition.article_at
    quotes = (quote for quote in found if not in_heading(quote, edition.table, at))
    return _attributed(edition, (*edition.quotes, *quotes), ledger)


def _attributed(edition: Edition, quotes: Iterable[Quote], ledger: Ledger) -> Edition:
    register = Register(persons_of(ledger.effective))
    told = in_order(quotes, edition.table, edition.article_at, register)
    return replace(edition, quotes=told)


def virtual(
    document: Document,
    standings: Sequence[Standing],
    candidates: Iterable[Candidate],
    accept: float,
) -> tuple[Standing, ...]:
    """Add what open candidates propose, ranked below everything decided, by score."""
    taken = {effect_slot(standing.effect) for standing in standings}
    out: list[Standing] = []
    ordered = sorted(candidates, key=lambda c: (c.score, c.id))
    for at, candidate in enumerate(ordered):
        if candidate.kind in ("quote", "suspect"):
            continue
        effects = effects_of(document, candidate, accept=accept)
        event = candidate.id
        for standing in standings_of(effects, (0, at, event), event, proposed=True):
            if effect_slot(standing.effect) not in taken or effect_slot(standing.effect) is None:
                out.append(standing)
    latest: dict[object, Standing] = {}
    for standing in out:
        slot = effect_slot(standing.effect)
        latest[id(standing) if slot is None else slot] = standing
    return (*latest.values(), *standings)


def _about(document: Document, ledger: Ledger) -> list[Decision]:
    """Return what stands on this document and this revision of its text."""
    return [
        decision
        for decision in ledger.effective
        if decision.doc == document.uid and decision.text_sha256 in (None, document.sha256)
    ]


def compose(
    document: Document, standings: Sequence[Standing], conflicts: tuple[Conflict, ...] = ()
) -> Edition:
    """Render the effects in force and put the lines of every article together."""
    with _collector_paused():
        return _compose(document, standings, conflicts)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Let the cycle collector rest: an edition is many small tuples and no cycle."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _compose(
    document: Document, standings: Sequence[Standing], conflicts: tuple[Conflict, ...]
) -> Edition:
    table = render_table(document, standings)
    labels: dict[str, list[Label]] = {}
    proposed: set[int] = set()
    for standing in standings:
        if isinstance(standing.effect, Label):
            labels.setdefault(standing.effect.kind, []).append(standing.effect)
            if standing.proposed:
                proposed.add(id(standing.effect))
    roles = _roles(labels.get("role", ()), proposed)
    articles = _articles(table, _with_twins(table, roles))
    kept = {kind: tuple(found) for kind, found in labels.items()}
    quotes = decided_quotes(table, kept.get("quote", ()))
    facts = _facts(kept.get("facts", ()))
    return Edition(document, table, articles, quotes, facts, kept, conflicts)


def _facts(labels: Iterable[Label]) -> PageFacts:
    told: dict[str, str] = {}
    for label in labels:
        if isinstance(label.value, Mapping):
            told.update({k: str(v) for k, v in label.value.items() if k in FACTS})
    return PageFacts(**told)


def _roles(labels: Iterable[Label], proposed: Iterable[int] = ()) -> dict[int, tuple[str, bool]]:
    marked = set(proposed)
    out: dict[int, tuple[str, bool]] = {}
    for label in labels:
        for part in label.anchor:
            if isinstance(part, Source) and isinstance(label.value, str):
                out[part.start] = (label.value, id(label) in marked)
    return out


def _with_twins(
    table: PieceTable, roles: dict[int, tuple[str, bool]]
) -> dict[int, tuple[str, bool]]:
    """Carry the roles of removed copies to the copy that stays."""
    out = dict(roles)
    for start, role in roles.items():
        twin = table.twins.offset(start)
        if twin is not None:
            out.setdefault(twin, role)
    return out


def _articles(table: PieceTable, roles: Mapping[int, tuple[str, bool]]) -> tuple[Article, ...]:
    """Put articles together; asides before the first words of one belong to it.

    So does a line behind the last words of the one before that says where this goes on from.
    """
    groups: dict[int, list[Piece]] = {}
    for piece in table.pieces:
        groups.setdefault(piece.article, []).append(piece)
    out: list[Article] = []
    waiting: tuple[Line, ...] = ()
    for pieces in groups.values():
        lines = lines_of(table, [p for p in pieces if not p.aside], roles, "body")
        asides = (*waiting, *lines_of(table, [p for p in pieces if p.aside], roles, "caption"))
        waiting = () if lines else asides
        if lines:
            own = len(asides) - leading_on(table, lines, asides)
            asides, waiting = asides[:own], asides[own:]
            key = Point(pieces[0].origin, pieces[0].start)
            out.append(Article(len(out) + 1, key, lines, asides, table))
    if waiting and out:
        out[-1] = replace(out[-1], asides=(*out[-1].asides, *waiting))
    elif waiting:
        out.append(Article(1, Point("", 0), (), waiting, table))
    return tuple(out)
