"""Questions: candidates as the editor meets them, open or answered."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brandtool.core.article import Article, Edition
from brandtool.core.candidate import KINDS, Candidate
from brandtool.core.claim import claim_of, settled
from brandtool.core.decision import Decision, Label
from brandtool.core.fold import Ledger
from brandtool.core.lines import Line
from brandtool.core.quote import Quote, content_id
from brandtool.core.span import Span
from brandtool.core.wording import replacement

STATES = ("open", "accepted", "kept", "amended", "deferred", "reopened", "overridden")
"""What a question can be; flagged ones are marked apart."""

INFORMATION = frozenset({"same"})
"""Kinds that propose nothing and are never asked."""

FAINT = 0.3
"""Claims scored less are listed on wish only."""

TERM = 12
"""How many characters a marked term has at most that is the same whatever stands beside it."""

_VERB_STATE = {
    "accept": "accepted", "keep": "kept", "amend": "amended", "defer": "deferred",
}  # fmt: skip
_SURE = {"join": 0.9, "role": 0.8, "quote": 0.9, "article": 0.9}


@dataclass(frozen=True, slots=True)
class Question:
    """Show one candidate to the editor.

    `article` and `paragraph` (1-based, 0: not in the text) and `home` (offset in the proposed text)
    say where it stands there; `line` is the 1-based line of the source. `sure`: it may be answered
    in a batch. `decision` is the event that answers it.
    """

    id: str
    candidate: Candidate
    state: str = "open"
    article: int = 0
    paragraph: int = 0
    line: int = 1
    home: int | None = None
    sure: bool = False
    flagged: bool = False
    decision: str = ""

    @property
    def kind(self) -> str:
        """Return the kind of the claim."""
        return self.candidate.kind

    @property
    def is_open(self) -> bool:
        """Tell whether it still wants an answer: open, deferred or reopened."""
        return self.state in ("open", "deferred", "reopened") and self.kind not in INFORMATION

    @property
    def faint(self) -> bool:
        """Tell whether it is so doubtful that nobody waits for its answer."""
        return self.state in ("open", "reopened") and self.candidate.score < FAINT

    @property
    def waits(self) -> bool:
        """Tell whether the page is no more than a draft without its answer."""
        return self.is_open and not self.faint


def asked(
    candidates: Iterable[Candidate],
    effective: Sequence[Decision],
    decided: Edition,
    words: frozenset[tuple[str, str]],
) -> tuple[Candidate, ...]:
    """Return the candidates that want an answer.

    One that an answer settles, that lies in removed text, or whose words are never to be reported
    again, is not asked; nor is a marked term that was said to be no speech elsewhere on the page.
    """
    by_kind: dict[str, list[Candidate]] = defaultdict(list)
    answered = set()
    for decision in effective:
        claim = claim_of(decision) if decision.cand is not None else None
        if claim is not None:
            by_kind[claim.kind].append(claim)
            answered.add(claim.id)
    removed = _removed(decided)
    terms = _terms(effective)
    return tuple(
        candidate
        for candidate in candidates
        if candidate.id not in answered
        and not settled(candidate, by_kind[candidate.kind])
        and not _gone(candidate, removed)
        and not _silenced(candidate, decided, words)
        and not (terms and candidate.kind == "quote" and _is_term(candidate, terms))
    )


def _terms(effective: Iterable[Decision]) -> frozenset[str]:
    """Return the words that were said to be no speech: kept as they are, or marked so by hand."""
    out: set[str] = set()
    for decision in effective:
        claim = claim_of(decision) if decision.verb == "keep" and decision.kind == "quote" else None
        if claim is not None:
            out.add(_content(claim))
        for effect in decision.effects:
            if isinstance(effect, Label) and effect.kind == "quote":
                value = effect.value
                if isinstance(value, Mapping) and value.get("kind") == "none":
                    out.add("".join(part.text for part in effect.anchor))
    return frozenset(out - {""})


def _is_term(candidate: Candidate, terms: frozenset[str]) -> bool:
    """Tell whether a quote is one of these terms: short, or with nothing that says it is said."""
    words = _content(candidate)
    return words in terms and (len(words) <= TERM or candidate.part("cue") is None)


def _content(candidate: Candidate) -> str:
    content = candidate.part("content")
    return "".join(part.text for part in content.anchor) if content else ""


def deferred_quotes(effective: Iterable[Decision]) -> tuple[Candidate, ...]:
    """Return the quotes that were put off: they are still proposed."""
    found = (claim_of(d) for d in effective if (d.verb, d.kind) == ("defer", "quote"))
    return tuple(claim for claim in found if claim is not None)


def spoken_of(
    questions: Iterable[Question], ledger: Ledger, edition: Edition
) -> Mapping[str, Quote]:
    """Return the quote each question asks for, as the edition has it, by the question's id."""
    known = {quote.id: quote for quote in edition.quotes}
    out: dict[str, Quote] = {}
    for question in questions:
        if question.kind != "quote":
            continue
        effects = ledger[question.decision].effects if question.decision else ()
        told = (e for e in effects if isinstance(e, Label) and e.kind == "quote")
        label = next(told, None)
        quote = known.get(question.id if label is None else content_id(label.anchor))
        if quote is not None:
            out[question.id] = quote
    return out


def questions_of(
    open_ones: Iterable[Candidate],
    effective: Sequence[Decision],
    overridden: frozenset[str],
    edition: Edition,
) -> tuple[Question, ...]:
    """Put what is asked and what was answered in one list, by kind as asked, then by place."""
    marks = _Marks(
        flags=frozenset(label.subject for label in edition.labels.get("flag", ())),
        overridden=overridden,
        broken=frozenset(quote.id for quote in edition.quotes if quote.broken),
        places=_Places(edition),
    )
    out: list[Question] = []
    for decision in effective:
        claim = claim_of(decision) if decision.cand is not None else None
        if claim is not None:
            out.append(_question(claim, decision, edition, marks))
    out += [_question(candidate, None, edition, marks) for candidate in open_ones]
    order = {kind: at for at, kind in enumerate(KINDS)}
    out.sort(key=lambda q: (order.get(q.kind, len(order)), _place(q.candidate), q.id))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is known of questions beside their answers, by candidate or event."""

    flags: frozenset[str]
    overridden: frozenset[str]
    broken: frozenset[str]
    places: _Places


class _Places:
    """Tell in which article and paragraph an offset of the edition's text stands."""

    def __init__(self, edition: Edition) -> None:
        found: list[tuple[int, int, int, int]] = []
        for article in edition.articles:
            for number, line in enumerate(article.lines, start=1):
                found.append((*line.home, article.index, number))
            for line in article.asides:
                found.append((*line.home, article.index, _beside(edition, article, line)))
        found.sort()
        self._found = found
        self._starts = [place[0] for place in found]

    def of(self, home: int | None) -> tuple[int, int]:
        """Return the numbers of article and paragraph, (0, 0) for nowhere."""
        if home is None:
            return (0, 0)
        at = bisect.bisect_right(self._starts, home) - 1
        if at < 0 or home >= self._found[at][1]:
            return (0, 0)
        return self._found[at][2:]


def _beside(edition: Edition, article: Article, aside: Line) -> int:
    """Return the paragraph an aside stood behind in the source, at least 1."""
    start = min((span.start for span in edition.table.source_spans(aside.home)), default=0)
    before = [
        number
        for number, line in enumerate(article.lines, start=1)
        if min((s.start for s in edition.table.source_spans(line.home)), default=0) < start
    ]
    return max(before, default=1)


def _question(
    candidate: Candidate,
    decision: Decision | None,
    edition: Edition,
    marks: _Marks,
) -> Question:
    spans = _first_spans(candidate)
    start = spans[0].start if spans else 0
    homes = [edition.table.to_text("", s) for span in spans for s in (span.start, span.end - 1)]
    home = next((h for h in homes if h is not None), None)
    article, paragraph = marks.places.of(home)
    state = _VERB_STATE[decision.verb] if decision else "open"
    if decision and decision.event in marks.overridden:
        state = "overridden"
    elif decision and candidate.kind == "quote" and _content_id(candidate) in marks.broken:
        state = "reopened"
    return Question(
        id=candidate.id,
        candidate=candidate,
        state=state,
        article=article,
        paragraph=paragraph,
        line=edition.document.line_at(start),
        home=home,
        sure=is_sure(edition, candidate),
        flagged=candidate.id in marks.flags,
        decision=decision.event if decision else "",
    )


def _place(candidate: Candidate) -> tuple[Span, ...]:
    """Return where a claim is listed: a quote by its words, not by who is meant before them."""
    content = candidate.part("content") if candidate.kind == "quote" else None
    return content.spans[:1] if content is not None else candidate.spans[:1]


def _content_id(candidate: Candidate) -> str:
    content = candidate.part("content")
    anchor = content.anchor if content else ()
    return content_id(anchor)


def _first_spans(candidate: Candidate) -> tuple[Span, ...]:
    """Return the ranges a reader should be shown first: the copy that stays, or the first part."""
    if candidate.kind == "duplicate" and candidate.keep is not None:
        return candidate.parts[candidate.keep].spans
    return candidate.parts[0].spans if candidate.parts else ()


def is_sure(edition: Edition, candidate: Candidate) -> bool:
    """Tell whether a claim may be answered in a batch.

    Joins, roles, article heads and direct quotes that are nearly certain; copies equal to the
    letter that stand next to each other (which one stays does not matter).
    """
    if candidate.kind == "duplicate":
        text = edition.document.text
        words = {"".join(text[s.start : s.end] for s in part.spans) for part in candidate.parts}
        ends = sorted((part.spans[0].start, part.spans[-1].end) for part in candidate.parts)
        near = all(not text[a[1] : b[0]].strip() for a, b in pairwise(ends))
        return len(words) == 1 and near
    floor = _SURE.get(candidate.kind)
    return floor is not None and candidate.score >= floor


def _removed(edition: Edition) -> tuple[Span, ...]:
    """Return the source ranges that decided removals hold."""
    return tuple(
        replacement(s).span
        for s in edition.table.wording.changes
        if not s.proposed and not replacement(s).text
    )


def _gone(candidate: Candidate, removed: Sequence[Span]) -> bool:
    if candidate.kind == "duplicate":
        standing = [
            part
            for part in candidate.parts
            if not all(any(r.covers(span) for r in removed) for span in part.spans)
        ]
        return len(standing) < 2
    spans = candidate.parts[0].spans if candidate.parts else ()
    return any(r.covers(span) for span in spans for r in removed)


def _silenced(candidate: Candidate, edition: Edition, words: frozenset[tuple[str, str]]) -> bool:
    if not words or not candidate.spans:
        return False
    text = edition.document.text
    spans = candidate.parts[0].spans
    return (candidate.kind, "".join(text[s.start : s.end] for s in spans)) in words


def words_of(decisions: Iterable[Decision]) -> frozenset[tuple[str, str]]:
    """Return the never-again list: (kind, words), from project decisions."""
    out: set[tuple[str, str]] = set()
    for decision in decisions:
        for effect in decision.effects:
            if isinstance(effect, Label) and effect.kind == "word":
                value = effect.value
                if isinstance(value, Mapping):
                    out.add((str(value.get("kind", "")), str(value.get("text", ""))))
    return frozenset(out)
