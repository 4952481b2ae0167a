"""Render: write the piece table of a document under the effects in force."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from brandtool.core.decision import Joint, Place, Replace
from brandtool.core.document import Document
from brandtool.core.fold import Standing
from brandtool.core.pieces import Piece, PieceTable, Segment
from brandtool.core.placement import Cut, Placement, arrange
from brandtool.core.span import Span
from brandtool.core.wording import Twins, Wording, replacement, resolve

Words: TypeAlias = tuple[str, str, int, Span | None]
"""A run of words: text, origin, where it begins there, the source range it replaces."""

_SEPARATOR: dict[Joint, str] = {
    "run_on": "",
    "line": "\n",
    "paragraph": "\n\n",
    "article": "\n\n",
    "aside": "\n\n",
}


def render_table(document: Document, standings: Sequence[Standing]) -> PieceTable:
    """Write the text of a document under the effects in force, with no effect exactly the source.

    Linear in text and effects but for sorting. `standings` are by rank; labels among them are
    looked at for twins only.
    """
    twins = Twins.of(standings)
    wording = resolve(document, standings, twins)
    inserted = _inserted_words(standings)
    sizes = {event: len(words) for event, words in inserted.items()}
    placement = arrange(document, standings, sizes)
    writer = _Writer(document, placement, wording, twins, inserted)
    writer.run()
    return PieceTable(
        document=document,
        text="".join(writer.out),
        pieces=tuple(writer.pieces),
        segments=tuple(writer.segments),
        wording=wording,
        twins=twins,
        dropped=(*wording.dropped, *placement.dropped),
    )


def _inserted_words(standings: Iterable[Standing]) -> dict[str, str]:
    """Join the inserted words of each event, in the order of its effects."""
    out: dict[str, str] = defaultdict(str)
    for standing in standings:
        if isinstance(standing.effect, Replace) and standing.effect.text:
            out[standing.event] += standing.effect.text
    return dict(out)


@dataclass
class _Group:
    """The pieces of one article: its running text, and what stands beside it."""

    running: list[int] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)


class _Writer:
    """Write the text piece by piece and note where every run of it comes from."""

    def __init__(
        self,
        document: Document,
        placement: Placement,
        wording: Wording,
        twins: Twins,
        inserted: dict[str, str],
    ) -> None:
        self.source = document.text
        self.placement = placement
        self.twins = twins
        self.inserted = inserted
        self.changes = wording.changes
        self.lows = _lows(placement.cuts[: placement.sources], wording.changes)
        self.cut_starts = [cut.start for cut in placement.cuts[: placement.sources]]
        self.inserts: dict[int, list[Standing]] = defaultdict(list)
        for standing in wording.inserts:
            self.inserts[self._host(replacement(standing))].append(standing)
        self.elsewhere: dict[str, list[Cut]] = defaultdict(list)
        for index in sorted(placement.placed):
            if placement.cuts[index].origin:
                self.elsewhere[placement.cuts[index].origin].append(placement.cuts[index])
        self.size = 0
        self.open_start, self.open_end = 0, -1
        self.out: list[str] = []
        self.segments: list[Segment] = []
        self.pieces: list[Piece] = []

    def run(self) -> None:
        """Write everything: article by article its running text, then its asides."""
        last: int | None = None
        for article, group in enumerate(self._groups()):
            before: int | None = None
            for index in group.running:
                if self._piece(index, article, last, before, aside=False):
                    before = last = index
            before = None
            for index in group.asides:
                if self._piece(index, article, last, before, aside=True):
                    before = last = index
        cuts, sources = self.placement.cuts, self.placement.sources
        if sources:
            tail = cuts[sources - 1]
            self._write(self.source[tail.stop : tail.end], "", tail.stop)
        self._close()

    def _groups(self) -> list[_Group]:
        placement = self.placement
        groups = [_Group()]
        for index in placement.order:
            standing = placement.joints.get(index)
            joint = standing.effect.joint if standing and isinstance(standing.effect, Place) else ""
            if joint == "article":
                groups.append(_Group())
            elif joint in ("run_on", "line") and placement.afters.get(index) in placement.asides:
                placement.asides.add(index)
            home = groups[-1].asides if index in placement.asides else groups[-1].running
            home.append(index)
        return groups

    def _piece(
        self, index: int, article: int, last: int | None, before: int | None, *, aside: bool
    ) -> bool:
        """Write one piece behind `last`; `before` is what its sentence may run on from."""
        cut = self.placement.cuts[index]
        words = self._words(index, cut)
        standing = self.placement.joints.get(index)
        place = standing.effect if standing and isinstance(standing.effect, Place) else None
        unmet = False
        if words or cut.start == cut.stop:
            unmet = bool(place and place.joint == "run_on" and not self._meets(index, before))
            if words:
                self._separate(index, place, last, before, unmet=unmet)
        start = self.size
        for text, origin, at, replaced in words:
            self._write(text, origin, at, replaced)
        self.pieces.append(
            Piece(
                cut.origin, cut.start, cut.stop, cut.end, Span(start, self.size),
                place.joint if place else None, aside, not words and cut.start < cut.stop,
                article, unmet, bool(standing and standing.proposed), place,
            )
        )  # fmt: skip
        return bool(words) or cut.start == cut.stop

    def _meets(self, index: int, before: int | None) -> bool:
        """Tell whether the sentence a piece goes on (or a copy of it) stands right before it."""
        after = self.placement.afters.get(index, index - 1)
        if before is None or after < 0:
            return False
        here, named = self.placement.cuts[before], self.placement.cuts[after]
        if before == after:
            return here.start < here.stop
        if here.origin or named.origin:
            return False
        return self.twins.offset(named.stop - 1) == here.stop - 1

    def _separate(
        self, index: int, place: Place | None, last: int | None, before: int | None, *, unmet: bool
    ) -> None:
        """Write what parts a piece from `last`; only `before`, in the same column, may touch it."""
        if last is None:
            return
        if place is not None:
            self._write(_SEPARATOR["paragraph" if unmet else place.joint], None, 0)
            return
        cuts = self.placement.cuts
        if cuts[index].origin:
            touches = before == index - 1 and cuts[index - 1].origin == cuts[index].origin
            self._write("" if touches else "\n\n", None, 0)
            return
        own = self.source[cuts[index - 1].stop : cuts[index - 1].end] if index else ""
        touches = before == index - 1 and (cuts[before].start < cuts[before].stop or not self.size)
        if touches or "\n" in own:
            self._write(own, "", cuts[index - 1].stop)
        else:
            self._write("\n\n", None, 0)

    def _write(
        self, words: str, origin: str | None, start: int, replaced: Span | None = None
    ) -> None:
        """Write a run of words; runs of the source that touch are one segment."""
        if not words:
            return
        size = len(words)
        if origin == "" and self.open_end == start:
            self.open_end += size
        else:
            self._close()
            if origin == "":
                self.open_start, self.open_end = start, start + size
            else:
                self.segments.append(Segment(self.size, size, origin, start, replaced))
                self.out.append(words)
        self.size += size

    def _close(self) -> None:
        """End the run of source text that is being written."""
        size = self.open_end - self.open_start
        if size > 0:
            self.segments.append(Segment(self.size - size, size, "", self.open_start, None))
            self.out.append(self.source[self.open_start : self.open_end])
        self.open_start, self.open_end = 0, -1

    def _host(self, insert: Replace) -> int:
        """Return the piece an insertion belongs to: that of the neighbour it travels with."""
        at = insert.span.start
        near = at - 1 if insert.bind == "before" and at > 0 else at
        near = max(0, min(near, len(self.source) - 1))
        return bisect.bisect_right(self.cut_starts, near) - 1

    def _words(self, index: int, cut: Cut) -> list[Words]:
        if cut.origin:
            return [(self.inserted[cut.origin][cut.start : cut.end], cut.origin, cut.start, None)]
        low = high = self.lows[index]
        changes = self.changes
        while high < len(changes) and replacement(changes[high]).span.start < cut.stop:
            high += 1
        inserts = self.inserts.get(index, [])
        if low == high and not inserts:
            words = self.source[cut.start : cut.stop]
            return [(words, "", cut.start, None)] if words else []
        return self._changed(cut, changes[low:high], inserts)

    def _changed(
        self, cut: Cut, changes: Sequence[Standing], inserts: Sequence[Standing]
    ) -> list[Words]:
        whole = Span(cut.start, cut.stop)
        removed = any(
            not replacement(s).text and replacement(s).span.covers(whole) for s in changes
        )
        marks = [(replacement(s).span.start, 1, s) for s in changes]
        marks += [
            (replacement(s).span.start, 0, s) for s in inserts if not removed or not whole.size
        ]
        marks.sort(key=lambda mark: mark[:2])
        runs: list[Words] = []
        at = cut.start
        for start, _, standing in marks:
            span = replacement(standing).span
            stop = min(start, cut.stop)
            if at < stop:
                runs.append((self.source[at:stop], "", at, None))
                at = stop
            if not span.size or not self.source[span.start : cut.start].strip():
                runs += self._insertion(standing, span if span.size else None)
            at = max(at, min(span.end, cut.stop))
        if at < cut.stop:
            runs.append((self.source[at : cut.stop], "", at, None))
        return runs

    def _insertion(self, standing: Standing, replaced: Span | None) -> list[Words]:
        """Return inserted words less those that stand elsewhere as pieces of their own."""
        words, event = replacement(standing).text, standing.event
        at, end = standing.base, standing.base + len(words)
        runs: list[Words] = []
        for cut in self.elsewhere.get(event, ()):
            if at < min(cut.start, end):
                runs.append((self.inserted[event][at : min(cut.start, end)], event, at, replaced))
            at = max(at, cut.end) if cut.start < end else at
        if at < end:
            runs.append((self.inserted[event][at:end], event, at, replaced))
        return runs


def _lows(cuts: Sequence[Cut], changes: Sequence[Standing]) -> list[int]:
    """Return for each source piece the first change that does not end before it."""
    ends = [replacement(standing).span.end for standing in changes]
    out: list[int] = []
    low = 0
    for cut in cuts:
        while low < len(ends) and ends[low] <= cut.start:
            low += 1
        out.append(low)
    return out
