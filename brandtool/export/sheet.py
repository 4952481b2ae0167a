"""The page as exporters receive it: the edition, the page facts, who read it, what is open."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from brandtool.core.article import Edition
from brandtool.core.candidate import Candidate
from brandtool.core.claim import claim_of
from brandtool.core.decision import Decision, Label, Source
from brandtool.core.facts import PageFacts
from brandtool.core.fold import Ledger
from brandtool.core.quote import Quote, content_id
from brandtool.export.reasons import reason

STATES = ("unread", "work", "first", "second", "final")
"""The states of a page, in order: the values of the document's `state` label."""
FLAGGED = "存疑"
"""What the note of a flagged quote begins with."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Say who reached a state of the page, and when (ISO 8601, UTC)."""

    editor: str
    time: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Say how a quote was decided, by whom and when, and what was known of it before.

    `state`: open | deferred | accepted | amended | reopened.
    """

    state: str
    editor: str = ""
    time: str = ""
    note: str = ""
    score: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Sheet:
    """Hold all that an export says of one page; the same sheet gives the same bytes.

    `source` is the name of the source file, `sha256` the digest of its bytes. `open` counts what
    is open (undecided, deferred, reopened) by article number, 0: outside all articles. `correct`:
    printed errors are put right in the text instead of kept.
    """

    edition: Edition
    facts: PageFacts
    source: str = ""
    sha256: str = ""
    state: str = "work"
    readings: Mapping[str, Reading] = field(default_factory=dict)
    open: Mapping[int, int] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    correct: bool = False

    @property
    def open_total(self) -> int:
        """Count everything open on the page."""
        return sum(self.open.values())

    @property
    def draft(self) -> bool:
        """Tell whether the export is a draft: something is still open."""
        return self.open_total > 0


def sheet_of(
    edition: Edition,
    *,
    ledger: Ledger | None = None,
    facts: PageFacts | None = None,
    source: str = "",
    sha256: str = "",
    editors: Mapping[str, str] | None = None,
    open_items: Iterable[Candidate] = (),
    correct: bool = False,
) -> Sheet:
    """Put a sheet together from an edition and the decisions behind it.

    `facts` fill what no decision says of the page; `editors` maps replicas to editors' names;
    `open_items` are the claims that still want an answer.
    """
    ledger = ledger or Ledger()
    editors = editors or {}
    uid = edition.document.uid
    own = [decision for decision in ledger if decision.doc == uid]
    state, readings = _readings(ledger, own, editors)
    decided = _quote_decisions(ledger, own)
    flagged = frozenset(label.subject for label in edition.labels.get("flag", ()))
    verdicts = {quote.id: _verdict(quote, decided, editors, flagged) for quote in edition.quotes}
    return Sheet(
        edition=edition,
        facts=edition.facts.filled(facts or PageFacts()),
        source=source,
        sha256=sha256 or edition.document.raw_sha256 or edition.document.sha256,
        state=state,
        readings=readings,
        open=_open(edition, tuple(open_items)),
        verdicts=verdicts,
        correct=correct,
    )


def time_of(made_us: int) -> str:
    """Write a moment (microseconds since 1970) as ISO 8601 in UTC, to the second."""
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=made_us)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _open(edition: Edition, items: tuple[Candidate, ...]) -> dict[int, int]:
    out: dict[int, int] = {}
    seen = {part.anchor for item in items if (part := item.part("content"))}
    for item in items:
        number = _article_of(edition, item)
        out[number] = out.get(number, 0) + 1
    for quote in edition.quotes:
        if quote.broken and quote.content not in seen:
            out[quote.article] = out.get(quote.article, 0) + 1
    return dict(sorted(out.items()))


def _article_of(edition: Edition, item: Candidate) -> int:
    for span in item.spans:
        for home in edition.table.locate((Source(span.start, span.end),)):
            article = edition.article_at(home.start)
            if article:
                return article.index
    return 0


def _readings(
    ledger: Ledger, decisions: list[Decision], editors: Mapping[str, str]
) -> tuple[str, dict[str, Reading]]:
    latest: dict[str, Decision] = {}
    current: Decision | None = None
    for decision in sorted(decisions, key=lambda decision: decision.rank):
        state = _state(decision)
        if state and not ledger.is_retracted(decision.event):
            latest[state] = decision
            if ledger.is_effective(decision.event):
                current = decision
    if current is None:
        return ("work" if decisions else "unread"), {}
    state = _state(current)
    reached = STATES[: STATES.index(state) + 1]
    return state, {
        name: Reading(editors.get(latest[name].replica, ""), time_of(latest[name].made_us))
        for name in reached
        if name in latest
    }


def _state(decision: Decision) -> str:
    for effect in decision.effects:
        if isinstance(effect, Label) and effect.kind == "state" and not effect.anchor:
            value = effect.value.get("state") if isinstance(effect.value, Mapping) else effect.value
            if isinstance(value, str) and value in STATES:
                return value
    return ""


def _quote_decisions(ledger: Ledger, own: list[Decision]) -> dict[object, Decision]:
    """Find effective decisions on quotes by candidate and by anchor."""
    out: dict[object, Decision] = {}
    for decision in own:
        if not ledger.is_effective(decision.event):
            continue
        if decision.cand:
            out[decision.cand] = decision
        for effect in decision.effects:
            if isinstance(effect, Label) and effect.kind == "quote":
                out[content_id(effect.anchor)] = decision
    return out


def _verdict(
    quote: Quote,
    decided: Mapping[object, Decision],
    editors: Mapping[str, str],
    flagged: frozenset[str],
) -> Verdict:
    decision = decided.get(quote.id) or decided.get(content_id(quote.content))
    claim = claim_of(decision) if decision else None
    evidence = claim.evidence if claim else quote.evidence
    score = claim.score if claim else quote.score if evidence else None
    why = reason(evidence) if evidence else ""
    flag = FLAGGED if flagged & {quote.id, claim.id if claim else ""} else ""
    if decision is None:
        return Verdict(quote.state, note=flag, score=score, why=why)
    state = quote.state
    if state == "open" and decision.verb == "defer":
        state = "deferred"
    elif state == "accepted" and decision.verb == "amend":
        state = "amended"
    editor = editors.get(decision.replica, "")
    note = "；".join(filter(None, (flag, decision.note)))
    return Verdict(state, editor, time_of(decision.made_us), note, score, why)
