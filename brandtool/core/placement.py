"""Where the pieces of a text stand: the cuts, and the order that `Place`s give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from brandtool.core.decision import START, Place, Point, Source, Typed
from brandtool.core.document import Document, ink_before, next_ink
from brandtool.core.fold import Standing

MAIN = -1
"""The run of all pieces that nobody placed."""


class Cut(NamedTuple):
    """Name one piece of the source (origin "") or of an event's inserted words.

    [start, stop) are its words, [stop, end) the blanks after them.
    """

    origin: str
    start: int
    stop: int
    end: int


@dataclass
class Placement:
    """Hold the pieces, their reading order and joints.

    `cuts`: source pieces in source order, then typed ones. `order`: indices into cuts. `joints`:
    the `Place` in force for a piece, `afters`: the piece it follows. `placed`: pieces that somebody
    placed. `asides`: pieces outside the running text. `dropped`: `Place`s given up to break a
    cycle, or whose typed words are gone.
    """

    cuts: list[Cut]
    order: list[int] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)
    joints: dict[int, Standing] = field(default_factory=dict)
    afters: dict[int, int] = field(default_factory=dict)
    asides: set[int] = field(default_factory=set)
    dropped: list[Standing] = field(default_factory=list)
    sources: int = 0


@dataclass(slots=True)
class _Run:
    """A placed piece and the pieces that go with it; `members` are indices of cuts."""

    standing: Standing
    place: Place
    members: list[int]
    after: int | None = None


def snap(text: str, offset: int) -> int:
    """Return the boundary of pieces an offset means: blanks belong to the piece before them."""
    if 0 < offset < len(text) and not text[offset].isspace():
        return offset
    return next_ink(text, offset) if 0 < offset < len(text) else min(max(offset, 0), len(text))


def arrange(document: Document, standings: Iterable[Standing], typed: dict[str, int]) -> Placement:
    """Cut the text at every place that is named, and put the pieces in order.

    `typed` gives the number of inserted code points of each event whose wording holds.
    """
    text = document.text
    places = [s for s in standings if isinstance(s.effect, Place)]
    good = [s for s in places if _stands(s, typed, len(text))]
    placement = Placement(_cut(document, good, typed))
    placement.sources = sum(cut.origin == "" for cut in placement.cuts)
    placement.dropped = [s for s in places if s not in good] if len(good) < len(places) else []
    starts = {(cut.origin, cut.start): i for i, cut in enumerate(placement.cuts)}
    ends = {(cut.origin, cut.end): i for i, cut in enumerate(placement.cuts)}
    runs = _runs(text, placement, good, starts, ends)
    owner = _break_cycles(placement, runs)
    _emit(placement, runs, owner)
    return placement


def _stands(standing: Standing, typed: dict[str, int], size: int) -> bool:
    """Tell whether the words a `Place` names are there."""
    place = standing.effect
    assert isinstance(place, Place)
    piece = place.piece
    limit = typed.get(piece.origin, 0) if isinstance(piece, Typed) else size
    if not 0 <= piece.start < piece.end <= limit:
        return False
    if place.after is None:
        return isinstance(piece, Source)
    if place.after.origin:
        return 0 < place.after.offset <= typed.get(place.after.origin, 0)
    return 0 <= place.after.offset <= size


def _cut(document: Document, places: Sequence[Standing], typed: dict[str, int]) -> list[Cut]:
    text = document.text
    at = {block.start for block in document.blocks}
    typed_at: dict[str, set[int]] = defaultdict(set)
    for standing in places:
        place = standing.effect
        assert isinstance(place, Place)
        piece, after = place.piece, place.after
        if isinstance(piece, Source):
            at.update((snap(text, piece.start), snap(text, piece.end)))
        else:
            typed_at[piece.origin].update((piece.start, piece.end))
        if after is not None and not after.origin:
            at.add(snap(text, after.offset))
    at.discard(len(text))
    bounds = [*sorted(at), len(text)]
    cuts = [Cut("", start, _stop(text, start, end), end) for start, end in pairwise(bounds)]
    for event in sorted(typed_at):
        inner = sorted(typed_at[event])
        cuts += [Cut(event, s, e, e) for s, e in pairwise(inner)]
    return cuts


def _stop(text: str, start: int, end: int) -> int:
    return max(start, ink_before(text, end))


def _runs(
    text: str,
    placement: Placement,
    places: Sequence[Standing],
    starts: dict[tuple[str, int], int],
    ends: dict[tuple[str, int], int],
) -> list[_Run]:
    """Give every placed piece those that go with it: up to its end, less placed ones."""
    runs: list[_Run] = []
    for standing in places:
        place = standing.effect
        assert isinstance(place, Place)
        piece = place.piece
        typed = bool(piece.origin)
        first = starts.get((piece.origin, piece.start if typed else snap(text, piece.start)))
        last = ends.get((piece.origin, piece.end if typed else snap(text, piece.end)))
        after = _after(text, place.after, ends)
        if first is None or last is None or last < first or (place.after and after is None):
            placement.dropped.append(standing)
            continue
        placement.joints[first] = standing
        if after is not None:
            placement.afters[first] = after
        if place.joint == "aside":
            placement.asides.update(range(first, last + 1))
        if place.after is not None:
            runs.append(_Run(standing, place, list(range(first, last + 1)), after))
    return runs


def _after(text: str, after: Point | None, ends: dict[tuple[str, int], int]) -> int | None:
    if after is None:
        return None
    if after == START:
        return MAIN
    return ends.get((after.origin, after.offset if after.origin else snap(text, after.offset)))


def _own(placement: Placement, runs: list[_Run], alive: list[bool]) -> list[int]:
    """Return for each piece the covering run that begins last (MAIN: none)."""
    owner = [MAIN] * len(placement.cuts)
    for index in sorted(range(len(runs)), key=lambda i: runs[i].members[0]):
        if alive[index]:
            for member in runs[index].members:
                owner[member] = index
    return owner


def _break_cycles(placement: Placement, runs: list[_Run]) -> list[int]:
    """Drop the lowest-ranked `Place` of every cycle, until none is left; return the owners."""
    alive = [True] * len(runs)
    while True:
        owner = _own(placement, runs, alive)
        state = [0] * len(runs)
        victims = _astray(placement, runs, owner, alive)
        for first in range(len(runs)):
            path: list[int] = []
            at = first
            while alive[at] and state[at] == 0:
                state[at] = 1
                path.append(at)
                after = runs[at].after
                at = owner[after] if after is not None and after != MAIN else MAIN
                if at == MAIN:
                    break
            if at != MAIN and alive[at] and state[at] == 1:
                cycle = path[path.index(at) :]
                victims.append(min(cycle, key=lambda i: runs[i].standing.rank))
            for seen in path:
                state[seen] = 2
        if not victims:
            return owner
        for victim in victims:
            alive[victim] = False
            run = runs[victim]
            placement.dropped.append(run.standing)
            if placement.joints.get(run.members[0]) is run.standing:
                del placement.joints[run.members[0]]
            if run.place.joint == "aside":
                placement.asides.difference_update(run.members)


def _astray(
    placement: Placement, runs: list[_Run], owner: list[int], alive: list[bool]
) -> list[int]:
    """List the runs that follow inserted words which do not stand as a piece of their own."""
    return [
        index
        for index, run in enumerate(runs)
        if alive[index]
        and run.after is not None
        and run.after >= placement.sources
        and owner[run.after] == MAIN
    ]


def _emit(placement: Placement, runs: list[_Run], owner: list[int]) -> None:
    """Write the order: each placed run directly behind its `after`, the latest nearest."""
    members: dict[int, list[int]] = defaultdict(list)
    for piece, home in enumerate(owner):
        if home != MAIN or piece < placement.sources:
            members[home].append(piece)
        if home != MAIN:
            placement.placed.add(piece)
    behind: dict[int, list[int]] = defaultdict(list)
    dropped = {id(standing) for standing in placement.dropped}
    for index in sorted(range(len(runs)), key=lambda i: runs[i].standing.rank):
        if id(runs[index].standing) not in dropped:
            after = runs[index].after
            behind[MAIN if after is None else after].append(index)
    stack: list[tuple[str, int]] = [("run", MAIN)]
    stack += [("run", run) for run in behind[MAIN]]
    while stack:
        what, index = stack.pop()
        if what == "run":
            stack += [("piece", piece) for piece in reversed(members[index])]
        else:
            placement.order.append(index)
            stack += [("run", run) for run in behind[index]]
