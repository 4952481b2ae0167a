"""The fold: what stands, as a function of the set of events, whatever their order of arrival."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from brandtool.core.decision import Decision, Effect, Label, Place, Replace

Slot: TypeAlias = tuple[str | int | tuple[tuple[str, int, int], ...], ...]
Rank: TypeAlias = tuple[int, int, str]


class Standing(NamedTuple):
    """Name an effect in force; `rank` orders it, proposed ones (first number 0) lowest."""

    effect: Effect
    rank: Rank
    event: str
    proposed: bool = False
    base: int = 0
    """Where the words of a `Replace` begin among the inserted words of its event."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """List the effective events that say different things of one slot, the one in force last."""

    slot: Slot
    events: tuple[str, ...]


class Ledger:
    """Hold events (append-only) and keep their fold up to date with each one.

    An event is *retracted* if an unretracted `retract` names it, *superseded* if an unretracted
    event has it among its ancestors (through retracted ones too), *effective* if neither. An event
    counts as naming only what has a smaller clock, so no cycle can arise. An event known twice is
    one event.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.clock = 0
        self._events: dict[str, Decision] = {}
        self._children: dict[str, list[str]] = defaultdict(list)
        self._retractors: dict[str, list[str]] = defaultdict(list)
        self._taken_back: dict[str, int] = {}
        self._support: dict[str, int] = {}
        self._effective: dict[str, None] = {}
        for decision in decisions:
            self.add(decision)

    def __len__(self) -> int:
        """Count the events."""
        return len(self._events)

    def __iter__(self) -> Iterator[Decision]:
        """Go through the events by (clock, event)."""
        return iter(sorted(self._events.values(), key=lambda decision: decision.rank))

    def __contains__(self, event: object) -> bool:
        """Tell whether an event is known."""
        return event in self._events

    def __getitem__(self, event: str) -> Decision:
        """Return an event by its id."""
        return self._events[event]

    @property
    def effective(self) -> tuple[Decision, ...]:
        """Return what stands, by (clock, event); `retract` events are none of it."""
        return tuple(
            sorted((self._events[event] for event in self._effective), key=lambda d: d.rank)
        )

    def is_effective(self, event: str) -> bool:
        """Tell whether an event stands."""
        return event in self._effective

    def is_retracted(self, event: str) -> bool:
        """Tell whether an event is taken back (and its taking back is not)."""
        return self._taken_back.get(event, 0) > 0

    def add(self, decision: Decision) -> bool:
        """Take in one event; tell whether it was new."""
        event = decision.event
        if event in self._events:
            return False
        self._events[event] = decision
        self.clock = max(self.clock, decision.clock)
        self._support[event] = sum(map(self._is_active, self._naming(decision, self._children)))
        self._taken_back[event] = sum(
            not self.is_retracted(retract) for retract in self._naming(decision, self._retractors)
        )
        for parent in dict.fromkeys(decision.parents):
            self._children[parent].append(event)
        for target in dict.fromkeys(decision.targets):
            self._retractors[target].append(event)
        self._settle(event)
        if decision.verb == "retract":
            if not self.is_retracted(event):
                self._take_back(decision, +1)
        elif self._is_active(event):
            self._uphold(decision, +1)
        return True

    def _naming(self, decision: Decision, index: dict[str, list[str]]) -> list[str]:
        """List the known events that name this one and may: their clock is greater."""
        known = (self._events[event] for event in index.get(decision.event, ()))
        return [other.event for other in known if other.clock > decision.clock]

    def _is_active(self, event: str) -> bool:
        """Tell whether an event supersedes its parents: it, or one that came after it, stands."""
        if self._events[event].verb == "retract":
            return False
        return not self.is_retracted(event) or self._support[event] > 0

    def _settle(self, event: str) -> None:
        stands = (
            self._events[event].verb != "retract"
            and not self.is_retracted(event)
            and self._support[event] == 0
        )
        if stands:
            self._effective[event] = None
        else:
            self._effective.pop(event, None)

    def _named(self, decision: Decision, events: tuple[str, ...]) -> Iterator[str]:
        for event in dict.fromkeys(events):
            if event in self._events and self._events[event].clock < decision.clock:
                yield event

    def _uphold(self, decision: Decision, change: int) -> None:
        """Let an event begin (+1) or cease (-1) to supersede its parents, and what follows."""
        work = [(decision, change)]
        while work:
            child, by = work.pop()
            for parent in self._named(child, child.parents):
                before = self._is_active(parent)
                self._support[parent] += by
                self._settle(parent)
                if self._is_active(parent) != before:
                    work.append((self._events[parent], by))

    def _take_back(self, decision: Decision, change: int) -> None:
        """Let a retraction begin (+1) or cease (-1) to hold, and what follows."""
        work = [(decision, change)]
        while work:
            retract, by = work.pop()
            for target in self._named(retract, retract.targets):
                was_active, was_back = self._is_active(target), self.is_retracted(target)
                self._taken_back[target] += by
                self._settle(target)
                named = self._events[target]
                if named.verb == "retract" and self.is_retracted(target) != was_back:
                    work.append((named, -by))
                elif self._is_active(target) != was_active:
                    self._uphold(named, +1 if self._is_active(target) else -1)


def slots_of(decision: Decision) -> tuple[Slot, ...]:
    """Return what a decision speaks of: its candidate, the places of pieces, labels on anchors."""
    slots = [effect_slot(effect) for effect in decision.effects]
    named = [slot for slot in slots if slot is not None]
    if decision.cand is not None:
        named.insert(0, ("candidate", decision.cand))
    return tuple(dict.fromkeys(named))


def effect_slot(effect: Effect) -> Slot | None:
    """Return what an effect speaks of; None for wording, which overlaps instead of having slots."""
    match effect:
        case Place(piece):
            return ("place", piece.origin, piece.start)
        case Label(kind, anchor, _, subject):
            spans = tuple((part.origin, part.start, part.end) for part in anchor)
            return ("label", kind, subject, spans)
    return None


def in_force(decisions: Iterable[Decision]) -> tuple[tuple[Standing, ...], tuple[Conflict, ...]]:
    """Return the effects of effective decisions that are rendered, by rank, and all conflicts.

    On one slot the greatest (clock, event) is rendered; equal effects are agreement, not conflict.
    """
    ordered = sorted(decisions, key=lambda decision: decision.rank)
    conflicts: list[Conflict] = []
    latest: dict[str, Decision] = {}
    answers: dict[str, list[Decision]] = defaultdict(list)
    for decision in ordered:
        if decision.cand is not None:
            latest[decision.cand] = decision
            answers[decision.cand].append(decision)
    for cand, given in answers.items():
        if any((d.verb, d.effects) != (given[-1].verb, given[-1].effects) for d in given):
            conflicts.append(Conflict(("candidate", cand), tuple(d.event for d in given)))
    taken: dict[Slot, list[Standing]] = defaultdict(list)
    out: list[Standing] = []
    for decision in ordered:
        if decision.cand is not None and latest[decision.cand] is not decision:
            continue
        rank = (1, decision.clock, decision.event)
        for standing in standings_of(decision.effects, rank, decision.event):
            slot = effect_slot(standing.effect)
            if slot is None:
                out.append(standing)
            else:
                taken[slot].append(standing)
    for slot, claims in taken.items():
        out.append(claims[-1])
        if any(claim.effect != claims[-1].effect for claim in claims):
            conflicts.append(Conflict(slot, tuple(claim.event for claim in claims)))
    out.sort(key=lambda standing: standing.rank)
    return tuple(out), tuple(conflicts)


def standings_of(
    effects: Iterable[Effect], rank: Rank, event: str, *, proposed: bool = False
) -> Iterator[Standing]:
    """Give the effects of one event their rank, and wording its place among the event's words."""
    base = 0
    for effect in effects:
        yield Standing(effect, rank, event, proposed, base)
        if isinstance(effect, Replace):
            base += len(effect.text)
