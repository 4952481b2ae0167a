"""Seal decisions: chain, clock and parents, and what else their parents said."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from brandtool.core.decision import Decision, Effect, Replace, Verb
from brandtool.core.document import Document
from brandtool.core.fold import Ledger, Slot, effect_slot
from brandtool.core.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold what an act decides before it is sealed; `replaces` are events it takes over by name."""

    verb: Verb
    kind: str
    effects: tuple[Effect, ...] = ()
    cand: str | None = None
    note: str = ""
    replaces: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    project: bool = False


@dataclass
class Seal:
    """Number and chain the decisions of one opening of a project for writing."""

    replica: str
    document: Document
    n: int = 0
    prev: str = ""
    clock: int = 0

    def seal(self, drafts: Iterable[Draft], ledger: Ledger) -> tuple[Decision, ...]:
        """Return the drafts as the sealed events of one action.

        Every event names as parents the effective events it replaces: on the same candidate, the
        same slot, or under a touching change of wording. What else such an event said is said
        again, before anything new, so that of two followers of one piece the new one stands
        nearest. The editor's own placings and labels are an event each: a later act on one of
        them leaves the others, and with them the order, as they are.
        """
        action = secrets.token_hex(16)
        made = time.time_ns() // 1000
        told = tuple(part for draft in drafts for part in _parted(draft))
        named = [_parents(draft, ledger, self.document) for draft in told]
        rests = [
            (rest, (parent,))
            for parent in dict.fromkeys(chain(*named))
            if (rest := _rest(ledger[parent], told)) is not None
        ]
        new = zip(told, named, strict=True)
        return tuple(
            self._event(draft, parents, action, made, ledger)
            for draft, parents in chain(rests, new)
        )

    def _event(
        self, draft: Draft, parents: tuple[str, ...], action: str, made: int, ledger: Ledger
    ) -> Decision:
        self.n += 1
        self.clock = max(self.clock, ledger.clock) + 1
        sealed = Decision(
            event="",
            replica=self.replica,
            n=self.n,
            clock=self.clock,
            action=action,
            verb=draft.verb,
            kind=draft.kind,
            doc=None if draft.project else self.document.uid,
            text_sha256=None if draft.project else self.document.sha256,
            cand=draft.cand,
            effects=draft.effects,
            note=draft.note,
            parents=parents,
            targets=draft.targets,
            made_us=made,
            prev=self.prev,
        ).sealed()
        self.prev = sealed.event
        return sealed


def _parted(draft: Draft) -> Iterator[Draft]:
    """Part what an editor decides by hand: the wording, then every placing and label."""
    if draft.cand is not None or len(draft.effects) < 2:
        yield draft
        return
    words = tuple(effect for effect in draft.effects if isinstance(effect, Replace))
    if words or draft.replaces:
        yield replace(draft, effects=words)
    for effect in draft.effects:
        if not isinstance(effect, Replace):
            yield replace(draft, effects=(effect,), replaces=())


def _parents(draft: Draft, ledger: Ledger, document: Document) -> tuple[str, ...]:
    """Return the effective events a draft replaces, of the same text (or of the project) only."""
    if draft.verb == "retract":
        return ()
    home = (None, None) if draft.project else (document.uid, document.sha256)
    slots = set(_slots(draft.effects))
    spans = [e.span for e in draft.effects if isinstance(e, Replace)]
    found = [event for event in draft.replaces if event in ledger and ledger.is_effective(event)]
    for decision in ledger.effective:
        if decision.event in found or (decision.doc, decision.text_sha256) != home:
            continue
        same = draft.cand is not None and decision.cand == draft.cand
        if (
            same
            or slots & set(_slots(decision.effects))
            or (
                spans
                and any(
                    isinstance(e, Replace)
                    and e.text
                    and any(_touch(e, s.start, s.end) for s in spans)
                    for e in decision.effects
                )
            )
        ):
            found.append(decision.event)
    return tuple(found)


def _touch(effect: Replace, start: int, end: int) -> bool:
    span = effect.span
    return span.start < end and start < span.end


def _slots(effects: Iterable[Effect]) -> list[Slot]:
    return [slot for slot in map(effect_slot, effects) if slot is not None]


def _rest(parent: Decision, drafts: Sequence[Draft]) -> Draft | None:
    """Return what a replaced event said that the new ones do not; None for nothing."""
    if parent.cand is not None and any(parent.cand == draft.cand for draft in drafts):
        return None
    slots = {slot for draft in drafts for slot in _slots(draft.effects)}
    spans = [e.span for draft in drafts for e in draft.effects if isinstance(e, Replace)]
    named = any(parent.event in draft.replaces for draft in drafts)
    kept = tuple(
        effect
        for effect in parent.effects
        if effect_slot(effect) not in slots and not _overtaken(effect, spans, named=named)
    )
    if not kept and parent.cand is None:
        return None
    verb: Verb = "amend" if parent.cand is not None else parent.verb
    return Draft(verb, parent.kind, kept, parent.cand, parent.note, project=parent.doc is None)


def _overtaken(effect: Effect, spans: Sequence[Span], *, named: bool) -> bool:
    if not isinstance(effect, Replace):
        return False
    return (named and bool(effect.text)) or any(_touch(effect, s.start, s.end) for s in spans)
