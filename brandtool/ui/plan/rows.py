"""Where the blocks of a plan stand on the screen: two columns, what stays put side by side."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from brandtool.ui.plan.blocks import Plan, PlanBlock, steady

__all__ = ["Arc", "Row", "Rows", "Side", "lay_out"]

Side = Literal["source", "reading"]
TITLE = 20
"""The height of a row with a headline, which is written out."""
NUMBER = 13
"""The height of a row with a turn line, whose page is written out."""
GAP = 2
ARTICLE = 10
"""What is left free above an article."""
TIGHTEST = 0.55
"""How far bars are made lower so that a page is seen at once; beyond that it scrolls."""


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a row: the block at each side (-1 for none), its top and its height in pixels."""

    source: int
    reading: int
    top: int
    height: int

    def at(self, side: Side) -> int:
        """Return the block at a side, -1 for none."""
        return self.source if side == "source" else self.reading


@dataclass(frozen=True, slots=True)
class Arc:
    """Tie two blocks: `moved` and `aside` from source to reading, `copy` from kept to gone."""

    kind: Literal["moved", "aside", "copy"]
    start: tuple[int, int]
    end: tuple[int, int]
    open: bool


@dataclass(frozen=True)
class Rows:
    """Hold the rows of a plan from top to bottom, and what ties blocks to each other."""

    rows: tuple[Row, ...] = ()
    arcs: tuple[Arc, ...] = ()

    @property
    def height(self) -> int:
        """Return the height of all rows together."""
        return self.rows[-1].top + self.rows[-1].height + GAP if self.rows else 0

    @cached_property
    def _tops(self) -> list[int]:
        return [row.top for row in self.rows]

    @cached_property
    def _places(self) -> dict[Side, dict[int, int]]:
        return {
            side: {row.at(side): n for n, row in enumerate(self.rows) if row.at(side) >= 0}
            for side in ("source", "reading")
        }  # type: ignore[return-value]

    @cached_property
    def _ends(self) -> dict[int, list[Arc]]:
        """Return the arcs by the blocks at their ends."""
        out: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.arcs:
            for block in {*arc.start, *arc.end}:
                out[block].append(arc)
        return out

    def row_of(self, block: int, side: Side) -> Row | None:
        """Return the row a block has at a side, None if it does not stand there."""
        at = self._places[side].get(block)
        return None if at is None else self.rows[at]

    def between(self, top: int, bottom: int) -> Sequence[Row]:
        """Return the rows that a range of heights touches."""
        first = max(0, bisect.bisect_right(self._tops, top) - 1)
        return self.rows[first : bisect.bisect_left(self._tops, bottom)]

    def near(self, y: int, side: Side) -> int:
        """Return the block at a height on a side, -1 if there is none."""
        for row in self.between(y, y + 1):
            if row.top - GAP <= y <= row.top + row.height + GAP:
                return row.at(side)
        return -1

    def arcs_of(self, rows: Sequence[Row]) -> Iterator[Arc]:
        """Yield, each once, the arcs that begin or end in some rows."""
        seen: set[int] = set()
        for row in rows:
            for block in {row.source, row.reading} - {-1}:
                for arc in self._ends.get(block, ()):
                    if id(arc) not in seen:
                        seen.add(id(arc))
                        yield arc


def lay_out(plan: Plan, room: int) -> Rows:
    """Lay out a plan; bars are made lower where that lets it fit into `room` pixels."""
    pairs = list(_pairs(plan))
    made = Rows(tuple(_place(plan, pairs, 1.0)), tuple(_arcs(plan)))
    if made.height > room:
        bars = sum(row.height for row in made.rows if row.height not in (TITLE, NUMBER))
        share = (room - made.height + bars) / max(1, bars)
        made = Rows(tuple(_place(plan, pairs, max(TIGHTEST, share))), made.arcs)
    return made


def tallness(block: PlanBlock) -> int:
    """Return how high the bar of a block is: a paragraph by its lines."""
    match block.role:
        case "headline":
            return 10
        case "body" | "item" | "note" | "summary":
            return 4 + 2 * min(8, -(-block.size // 36))
        case _:
            return 6


def _pairs(plan: Plan) -> Iterator[tuple[int, int]]:
    """Pair what stands at the same place on both sides, in order; -1 where a side is empty."""
    blocks = plan.blocks
    own = [n for n in plan.reading if not blocks[n].origin]
    stay = steady(own, lambda n: blocks[n].standing == "stays")
    left, right = _until(plan.source, stay), _until(plan.reading, stay)
    for (before, anchor), (after, _) in zip(left, right, strict=True):
        yield from ((n, -1) for n in before)
        yield from ((-1, n) for n in after)
        if anchor >= 0:
            yield anchor, anchor


def _until(order: Sequence[int], stay: frozenset[int]) -> list[tuple[list[int], int]]:
    """Cut an order behind each block that stays: what stands before it, and that block."""
    out: list[tuple[list[int], int]] = []
    waiting: list[int] = []
    for n in order:
        if n in stay:
            out.append((waiting, n))
            waiting = []
        else:
            waiting.append(n)
    return [*out, (waiting, -1)]


def _place(plan: Plan, pairs: Sequence[tuple[int, int]], share: float) -> list[Row]:
    out: list[Row] = []
    y = float(GAP)
    for source, reading in pairs:
        block = plan.blocks[source if source >= 0 else reading]
        height = max(3.0, tallness(block) * share)
        if reading >= 0:
            shown = plan.blocks[reading]
            if shown.begins:
                y += ARTICLE
            if shown.role == "headline":
                height = TITLE
            elif shown.turn is not None and shown.turn.page:
                height = NUMBER
        out.append(Row(source, reading, round(y), int(height)))
        y += int(height) + GAP
    return out


def _arcs(plan: Plan) -> Iterator[Arc]:
    for n in plan.reading:
        block = plan.blocks[n]
        if block.standing in ("moved", "aside") and not block.origin:
            kind: Literal["moved", "aside"] = "moved" if block.standing == "moved" else "aside"
            yield Arc(kind, (n, n), (n, n), "standing" in block.open)
    for kept, gone, doubtful in plan.copies:
        yield Arc("copy", (kept[0], kept[-1]), (gone[0], gone[-1]), doubtful)
