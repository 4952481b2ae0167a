"""What the page plan shows: each block with its role, where it stands, and where it will be read.

No widget and no colour here; a pure function of the two editions and of what copies are named.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from brandtool.core.span import Span
from brandtool.core.turn import Turn, turn_of
from brandtool.ui.previews import flat, size

if TYPE_CHECKING:
    from brandtool.core.article import Edition
    from brandtool.core.pieces import Piece

__all__ = ["Copies", "Plan", "PlanBlock", "Standing", "plan_of", "steady"]

Standing = Literal["stays", "moved", "aside", "removed"]
SHOWN = 40
"""Characters of a block that are kept to be read out or shown as a title."""


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """Hold one block, or the part of one that was split off.

    `start` and `stop` are offsets of the source, or of the words an event inserted (`origin`).
    `line` is the 1-based source line, 0 for inserted words. `home` is its place in the proposed
    text, None once it is removed. `begins`: an article begins with it; `runs_on`: it goes on the
    sentence before it. `turn` is what a turn line says. `open` names what of this is proposed only:
    standing, begins, runs_on, role.
    """

    origin: str
    start: int
    stop: int
    line: int
    role: str
    text: str
    size: int
    standing: Standing
    home: int | None
    article: int
    begins: bool = False
    runs_on: bool = False
    turn: Turn | None = None
    open: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, int]:
        """Return what the block is known by while the plan changes around it."""
        return self.origin, self.start


@dataclass(frozen=True, slots=True)
class Copies:
    """Name a group of copies by their places in the source: the one that stays and the others."""

    kept: tuple[Span, ...]
    gone: tuple[tuple[Span, ...], ...]
    open: bool


@dataclass(frozen=True)
class Plan:
    """Hold the blocks, and their order in the source and in the reading, as indices of `blocks`.

    `copies` pairs the blocks of a copy that stays with those of each copy that goes.
    """

    blocks: tuple[PlanBlock, ...] = ()
    source: tuple[int, ...] = ()
    reading: tuple[int, ...] = ()
    copies: tuple[tuple[tuple[int, ...], tuple[int, ...], bool], ...] = ()

    @cached_property
    def index(self) -> dict[tuple[str, int], int]:
        """Return the place of each block in `blocks` by its key."""
        return {block.key: at for at, block in enumerate(self.blocks)}

    @cached_property
    def _starts(self) -> list[int]:
        return [self.blocks[at].start for at in self.source]

    def under(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Return the blocks of the source that some ranges of it touch, in source order."""
        found: set[int] = set()
        for span in spans:
            at = max(0, bisect.bisect_right(self._starts, span.start) - 1)
            while at < len(self.source) and self._starts[at] < max(span.end, span.start + 1):
                if self.blocks[self.source[at]].stop > span.start:
                    found.add(self.source[at])
                at += 1
        return tuple(sorted(found))

    def count(self, standing: Standing) -> int:
        """Count the blocks that stand so."""
        return sum(block.standing == standing for block in self.blocks)


def plan_of(proposed: Edition, decided: Edition, copies: Iterable[Copies] = ()) -> Plan:
    """Work out the plan of a page from what is proposed and what of it is decided."""
    pieces = [p for p in proposed.table.pieces if p.start < p.stop and (p.span.size or p.removed)]
    moved = _moved(pieces)
    known = _Known(proposed, decided)
    made = [(piece, known.block(piece, moved)) for piece in pieces]
    made.sort(key=lambda pair: (pair[0].origin != "", pair[0].start))
    at = {(piece.origin, piece.start): number for number, (piece, _) in enumerate(made)}
    blocks = tuple(block for _, block in made)
    plan = Plan(
        blocks,
        tuple(n for n, block in enumerate(blocks) if not block.origin),
        tuple(at[p.origin, p.start] for p in pieces if not p.removed),
    )
    pairs = [
        (plan.under(group.kept), plan.under(spans), group.open)
        for group in copies
        for spans in group.gone
    ]
    kept = [pair for pair in pairs if pair[0] and pair[1]]
    return Plan(plan.blocks, plan.source, plan.reading, tuple(kept))


class _Known:
    """Tell of a piece what the two editions say of it."""

    def __init__(self, proposed: Edition, decided: Edition) -> None:
        self._proposed, self._decided = proposed, decided
        gone = sorted((p.start, p.stop) for p in decided.table.pieces if p.removed and not p.origin)
        self._gone = gone
        self._leader: Piece | None = None

    def block(self, piece: Piece, moved: frozenset[int]) -> PlanBlock:
        """Describe one piece; they are to be asked about in reading order."""
        table = self._proposed.table
        if piece.place is not None:
            self._leader = piece
        leader = self._leader
        led = leader is not None and leader.proposed and _covers(leader, piece)
        home = piece.span.start if piece.span.size else None
        article = self._proposed.article_at(home) if home is not None else None
        told = table.text[piece.span.start : piece.span.end]
        if piece.removed and not piece.origin:
            told = self._proposed.document.text[piece.start : piece.stop]
        role = self._role(self._proposed, piece)
        standing = _standing(piece, moved)
        begins, runs_on = piece.joint == "article", piece.joint == "run_on" and not piece.unmet
        gone = standing == "removed"
        doubts = {
            "standing": not self._removed(piece) if gone else standing != "stays" and led,
            "begins": begins and piece.proposed,
            "runs_on": runs_on and piece.proposed,
            "role": role != self._role(self._decided, piece),
        }
        return PlanBlock(
            origin=piece.origin, start=piece.start, stop=piece.stop,
            line=0 if piece.origin else self._proposed.document.line_at(piece.start),
            role=role, text=flat(told[: SHOWN * 2])[:SHOWN], size=size(told), standing=standing,
            home=home, article=article.index if article is not None else 0, begins=begins,
            runs_on=runs_on, turn=turn_of(told) if role == "turn" else None,
            open=frozenset(name for name, doubt in doubts.items() if doubt),
        )  # fmt: skip

    def _role(self, edition: Edition, piece: Piece) -> str:
        default = "caption" if piece.aside else "body"
        if piece.origin:
            return default
        block = edition.document.block_at(piece.start)
        return edition.roles.get(piece.start) or edition.roles.get(block.start, default)

    def _removed(self, piece: Piece) -> bool:
        """Tell whether the decided edition is without the words of a piece."""
        at = bisect.bisect_right(self._gone, (piece.start, len(self._proposed.document.text))) - 1
        return at >= 0 and self._gone[at][1] >= piece.stop


def _covers(leader: Piece, piece: Piece) -> bool:
    """Tell whether a piece was placed together with one."""
    place = leader.place
    return (
        place is not None
        and place.piece.origin == piece.origin
        and place.piece.start <= piece.start < place.piece.end
    )


def _standing(piece: Piece, moved: frozenset[int]) -> Standing:
    if piece.removed:
        return "removed"
    if piece.aside:
        return "aside"
    return "moved" if not piece.origin and piece.start in moved else "stays"


def _moved(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the starts of the pieces that are read elsewhere than the source has them.

    The fewest whose going leaves the others in source order; where it could be one or the other,
    the one that was placed.
    """
    running = [p for p in pieces if not p.origin and not p.removed and not p.aside]
    placed = {p.start for p in running if p.place is not None and p.place.after is not None}
    starts = [piece.start for piece in running]
    return frozenset(starts) - steady(starts, lambda start: start not in placed)


def steady(order: Sequence[int], firm: Callable[[int], bool]) -> frozenset[int]:
    """Choose the most numbers that stand in rising order; a firm one counts for two."""
    tops: list[int] = []
    last: list[int] = []
    back: list[int] = []
    owners: list[int] = []
    for number in order:
        for value in (2 * number, 2 * number + 1)[: 2 if firm(number) else 1]:
            at = bisect.bisect_left(tops, value)
            tops[at : at + 1] = [value]
            back.append(last[at - 1] if at else -1)
            last[at : at + 1] = [len(owners)]
            owners.append(number)
    out: set[int] = set()
    at = last[-1] if last else -1
    while at >= 0:
        out.add(owners[at])
        at = back[at]
    return frozenset(out)
