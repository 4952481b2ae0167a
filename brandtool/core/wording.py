"""Which changes of wording hold where they overlap, and which sleep in removed text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from brandtool.core.decision import Effect, Label, Replace, Source
from brandtool.core.document import Document
from brandtool.core.fold import Standing
from brandtool.core.span import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """Hold the replacements in force, by start, and the insertions by offset.

    `dropped` lost to an overlapping one; `asleep` lie inside removed text and wake with it.
    """

    changes: tuple[Standing, ...] = ()
    inserts: tuple[Standing, ...] = ()
    dropped: tuple[Standing, ...] = ()
    asleep: tuple[Standing, ...] = ()


@dataclass(frozen=True)
class Twins:
    """Map the offsets of removed copies to the copy that stays, code point by code point."""

    runs: tuple[tuple[int, int, int], ...] = ()
    """(start, end, start in the kept text), by start."""
    _starts: tuple[int, ...] = field(default=())

    @staticmethod
    def of(standings: Iterable[Standing]) -> Twins:
        """Collect the alignments that `twin` labels carry."""
        runs: list[tuple[int, int, int]] = []
        for standing in standings:
            effect = standing.effect
            if isinstance(effect, Label) and effect.kind == "twin":
                runs += _runs(effect)
        runs.sort()
        return Twins(tuple(runs), tuple(run[0] for run in runs))

    def offset(self, offset: int) -> int | None:
        """Return where the twin of a code point stands, None if it has none."""
        at = bisect.bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.runs[at][1]:
            return self.runs[at][2] + offset - self.runs[at][0]
        return None

    def span(self, span: Span) -> Span | None:
        """Return the twin of a whole range if one run of equal text holds it."""
        at = bisect.bisect_right(self._starts, span.start) - 1
        if at >= 0 and span.end <= self.runs[at][1]:
            return span.shift(self.runs[at][2] - self.runs[at][0])
        return None


def _runs(label: Label) -> list[tuple[int, int, int]]:
    """Read the alignment out of a twin label; what does not fit its anchor is left out."""
    value = label.value
    told = value.get("map") if isinstance(value, dict) else None
    out: list[tuple[int, int, int]] = []
    for run in told if isinstance(told, Sequence) and not isinstance(told, str) else ():
        match run:
            case [int(start), int(end), int(kept)] if any(
                isinstance(part, Source) and part.start <= start < end <= part.end
                for part in label.anchor
            ):
                out.append((start, end, kept))
    return out


class _Taken:
    """Keep disjoint ranges and tell quickly whether another would overlap them."""

    def __init__(self, held: list[Standing]) -> None:
        self.held = held
        self.starts = [_span(standing).start for standing in held]

    def over(self, span: Span) -> list[Standing]:
        """List the held replacements that overlap a range (strictly inside, for an empty one)."""
        at = bisect.bisect_left(self.starts, span.end)
        out = []
        while at > 0:
            at -= 1
            other = _span(self.held[at])
            if other.end <= span.start:
                break
            out.append(self.held[at])
        return out

    def add(self, standing: Standing) -> None:
        at = bisect.bisect_left(self.starts, _span(standing).start)
        self.starts.insert(at, _span(standing).start)
        self.held.insert(at, standing)


def replacement(standing: Standing) -> Replace:
    """Return the effect of a standing that is known to change wording."""
    effect = standing.effect
    assert isinstance(effect, Replace)
    return effect


def _span(standing: Standing) -> Span:
    return replacement(standing).span


def _text(standing: Standing) -> str:
    return replacement(standing).text


def resolve(document: Document, standings: Sequence[Standing], twins: Twins) -> Wording:
    """Choose among overlapping replacements: decided before proposed, longest, then latest first.

    A removal wins over what lies inside it; that sleeps, and is carried to the kept copy where
    `twins` has the same words there.
    """
    text = document.text
    spans = [s for s in standings if isinstance(s.effect, Replace) and _fits(s.effect, text)]
    held: list[Standing] = []
    dropped: list[Standing] = []
    asleep: list[Standing] = []
    for cluster in _clusters(spans):
        if len(cluster) == 1:
            held += cluster
        else:
            held += _greedy(cluster, dropped, asleep)
    inserts = [standing for standing in held if not _span(standing).size]
    taken = _Taken([standing for standing in held if _span(standing).size])
    sleeping = [s for s in inserts if _in_removed(document, s, taken)]
    for standing in [*asleep, *sleeping]:
        _carry(text, standing, taken, inserts, twins)
    inserts.sort(key=lambda s: (_span(s).start, s.rank))
    return Wording(tuple(taken.held), _agreed(inserts), tuple(dropped), tuple(asleep))


def _clusters(standings: list[Standing]) -> Iterator[list[Standing]]:
    """Group replacements that may overlap, by start."""
    cluster: list[Standing] = []
    reach = 0
    for standing in sorted(standings, key=_span):
        span = _span(standing)
        if cluster and span.start >= reach:
            yield cluster
            cluster, reach = [], 0
        cluster.append(standing)
        reach = max(reach, span.end)
    if cluster:
        yield cluster


def _greedy(
    cluster: list[Standing], dropped: list[Standing], asleep: list[Standing]
) -> list[Standing]:
    """Return what of a cluster holds, by start: decided first, then longest, then latest."""
    cluster.sort(key=lambda s: (s.rank[0], _span(s).size, s.rank), reverse=True)
    taken = _Taken([])
    inserts: list[Standing] = []
    for standing in cluster:
        over = taken.over(_span(standing))
        if not over:
            if _span(standing).size:
                taken.add(standing)
            else:
                inserts.append(standing)
        elif len(over) == 1 and over[0].effect == standing.effect:
            continue
        elif len(over) == 1 and not _text(over[0]) and _span(over[0]).covers(_span(standing)):
            asleep.append(standing)
        else:
            dropped.append(standing)
    return [*taken.held, *inserts]


def _agreed(inserts: list[Standing]) -> tuple[Standing, ...]:
    """Keep one of equal insertions: two desks that typed the same agree."""
    last: dict[Effect, Standing] = {standing.effect: standing for standing in inserts}
    return tuple(s for s in inserts if last[s.effect] is s)


def _fits(effect: Replace, text: str) -> bool:
    if effect.span.start == effect.span.end and not effect.text:
        return False
    return 0 <= effect.span.start <= effect.span.end <= len(text)


def _in_removed(document: Document, standing: Standing, taken: _Taken) -> bool:
    """Tell whether the block of the neighbour an insertion travels with is removed whole."""
    effect = replacement(standing)
    at = effect.span.start
    near = at - 1 if effect.bind == "before" else at
    if not 0 <= near < len(document.text):
        return False
    block = document.block_at(near)
    return any(
        not _text(other) and _span(other).covers(block.span)
        for other in taken.over(Span(near, near + 1))
    )


def _carry(
    text: str, standing: Standing, taken: _Taken, inserts: list[Standing], twins: Twins
) -> None:
    """Repeat an edit of removed text on the copy that stays, if nothing else was decided there."""
    effect = replacement(standing)
    span = effect.span
    if span.size:
        there = twins.span(span)
        same = there and text[there.start : there.end] == text[span.start : span.end]
        if there and same and not taken.over(there):
            taken.add(standing._replace(effect=Replace(there, effect.text)))
        return
    near = span.start - 1 if effect.bind == "before" else span.start
    twin = twins.offset(near)
    if twin is not None:
        at = twin + 1 if effect.bind == "before" else twin
        if not taken.over(Span(twin, twin + 1)):
            moved = Replace(Span(at, at), effect.text, effect.bind)
            inserts[:] = [s for s in inserts if s is not standing]
            inserts.append(standing._replace(effect=moved))
