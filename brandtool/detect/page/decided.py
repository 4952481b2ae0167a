"""Read the decisions on a page as constraints.

A decision is read by its effects; one that refuses has none and is read by the claim it refuses.
What is accepted as it was proposed constrains the choice and none of the likelihoods, so that it
changes nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from brandtool.core.candidate import Candidate, View
from brandtool.core.claim import claim_of
from brandtool.core.decision import Decision, Label, Place, Point, Replace, Source, Typed
from brandtool.core.document import Document
from brandtool.core.fold import Standing, in_force
from brandtool.core.placement import arrange
from brandtool.core.span import Span, merge
from brandtool.detect.page.constraints import FREE, START, Constraints, lines_in, uncircled

ASIDE = frozenset({"caption", "credit", "turn", "furniture", "advert"})
TOP = frozenset({"kicker", "headline"})
"""Roles an article begins with."""
HEADING = frozenset({*TOP, "deck", "byline", "subhead"})
"""Roles of lines that no sentence goes through."""


def constraints_of(view: View) -> Constraints:
    """Return what the effective decisions on a document and this text of it demand."""
    document = view.document
    decisions = [
        decision
        for decision in view.decisions
        if decision.doc == document.uid and decision.text_sha256 in (None, document.sha256)
    ]
    return _Reader(document, decisions).read() if decisions else FREE


class _Reader:
    """Gather constraints from decisions one after another; effects go before refusals."""

    def __init__(self, document: Document, decisions: Sequence[Decision]) -> None:
        self.document = document
        self.decisions = decisions
        self.sets: dict[str, set[int]] = defaultdict(set)
        self.joins: dict[int, int] = {}
        self.behind: dict[int, int] = {}
        self.parted: set[tuple[int, int]] = set()
        self.roles: dict[int, str] = {}
        self.given: dict[int, str] = {}
        self.answered: dict[int, list[Candidate]] = defaultdict(list)
        self.own: frozenset[int] = frozenset()

    def read(self) -> Constraints:
        """Return all of them."""
        standings, _ = in_force(self.decisions)
        by_event = {decision.event: decision for decision in self.decisions}
        cut = merge(e.span for e in _replaces(standings) if e.span.size and not e.text)
        self.sets["gone"].update(self._whole(cut))
        hosts = _hosts(standings)
        self.own = self._own(standings)
        for standing in reversed(standings):
            effect = standing.effect
            if isinstance(effect, Place):
                self._place(effect, hosts, by_hand=_by_hand(by_event[standing.event]))
            elif isinstance(effect, Label) and effect.kind == "role":
                self._role(effect, by_hand=by_event[standing.event].kind == "role")
        for decision in self.decisions:
            claim = claim_of(decision) if decision.verb != "defer" else None
            if claim is not None:
                self._answer(decision, claim)
        self._follow_roles()
        wanted = {*self.sets["placed"], *self.sets["begins"], *self.joins.values()}
        self.sets["stays"].update(wanted - self.sets["gone"])
        behind = uncircled(self.behind.items())
        return Constraints(
            **{name: frozenset(lines) for name, lines in self.sets.items()},
            cut=cut,
            joins={r: left for r, left in self.joins.items() if behind.get(r) == left},
            parted=frozenset(self.parted),
            behind=behind,
            roles=self.roles,
            order=_order(self.document, standings, by_event),
            answered={line: tuple(claims) for line, claims in self.answered.items()},
        )

    def _whole(self, spans: Iterable[Span]) -> set[int]:
        """Return the lines that spans hold from end to end."""
        blocks = self.document.blocks
        return {
            line
            for span in merge(spans)
            for line in lines_in(self.document, (span,))
            if blocks[line].span.size and span.covers(blocks[line].span)
        }

    def _own(self, standings: Iterable[Standing]) -> frozenset[int]:
        """Return the lines that were placed by themselves or at the head of a run."""
        out: set[int] = set()
        for standing in standings:
            place = standing.effect
            if isinstance(place, Place) and place.after and isinstance(place.piece, Source):
                lines, inner = self._lines_of(place.piece)
                out.update(lines[:1] if not inner else ())
        return frozenset(out)

    def _place(self, place: Place, hosts: Mapping[str, Point], *, by_hand: bool) -> None:
        piece, joint = place.piece, place.joint
        if isinstance(piece, Typed):
            return
        lines, inner = self._lines_of(piece)
        if not lines:
            return
        if joint == "aside":
            self.sets["asides"].update(lines)
        else:
            self.sets["inside"].update(lines)
        self.sets["placed"].update(lines if place.after or joint == "aside" else lines[:1])
        before = None if place.after is None else self._line_before(place.after, hosts)
        if before is not None and by_hand:
            self.sets["moved"].update(lines)
        if before is not None:
            run = [lines[0], *(line for line in lines[1:] if line not in self.own)]
            for one, other in zip(run, [before, *run], strict=False):
                self.behind[one] = other
        if not inner and joint != "aside":
            self._joint(place, lines[0], before)

    def _joint(self, place: Place, line: int, before: int | None) -> None:
        """Take in how a line follows what stands before it."""
        runs_on = place.joint == "run_on" and place.after is not None and not place.after.origin
        if runs_on and before is not None and before != START:
            self.joins[line] = before
        else:
            self.sets["fresh"].add(line)
            self.sets["closed"].update({before} - {None, START} if before is not None else ())
        if place.joint == "article":
            self.sets["begins"].add(line)
        else:
            self.sets["plain"].add(line)
            if place.after is None:
                self.sets["running"].add(line)

    def _lines_of(self, piece: Source) -> tuple[list[int], bool]:
        """Return the lines that begin in a piece, and whether it begins in the midst of one."""
        blocks = self.document.blocks
        inner = False
        out = []
        for line in lines_in(self.document, (piece.span,)):
            block = blocks[line]
            if block.start < piece.start:
                inner = piece.start < block.stop
            elif block.span.size:
                out.append(line)
        return out, inner

    def _line_before(self, after: Point, hosts: Mapping[str, Point]) -> int:
        """Return the line that ends where a piece is to follow; typed words lie in their host's."""
        seen: set[str] = set()
        while after.origin and after.origin in hosts and after.origin not in seen:
            seen.add(after.origin)
            after = hosts[after.origin]
        if after.origin or after.offset <= 0:
            return START
        return self.document.block_at(min(after.offset, len(self.document.text)) - 1).index

    def _role(self, label: Label, *, by_hand: bool) -> None:
        for part in label.anchor:
            if isinstance(part, Source) and isinstance(label.value, str):
                block = self.document.block_at(part.start)
                if part.start <= block.start:
                    self.roles.setdefault(block.index, label.value)
                    if by_hand:
                        self.given.setdefault(block.index, label.value)

    def _answer(self, decision: Decision, claim: Candidate) -> None:
        for line in lines_in(self.document, claim.spans):
            self.answered[line].append(claim)
        if claim.kind == "duplicate":
            for part in claim.parts:
                self.sets["stays"].update(self._whole(part.spans) - self.sets["gone"])
        elif decision.verb == "keep":
            self._refuse(claim)
        elif claim.kind == "article" and decision.verb == "accept":
            self.sets["begins"].update(self._part(claim, "start"))

    def _refuse(self, claim: Candidate) -> None:
        match claim.kind:
            case "join":
                lefts, rights = self._part(claim, "left"), self._part(claim, "right")
                if lefts and rights:
                    alike = self._alike(lefts[-1]), self._alike(rights[0])
                    self.parted.update((left, right) for left in alike[0] for right in alike[1])
            case "interruption":
                self.sets["inside"].update(set(self._part(claim, "aside")) - self.sets["asides"])
            case "move":
                self.sets["still"].update(set(self._part(claim, "block")) - self.behind.keys())
            case "article":
                refused = set(self._part(claim, "start")) - self.sets["begins"]
                self.sets["plain"].update(refused)
                self.sets["running"].update(refused)

    def _part(self, claim: Candidate, role: str) -> list[int]:
        part = claim.part(role)
        return lines_in(self.document, part.spans) if part else []

    def _alike(self, line: int) -> list[int]:
        """Return the lines with the same words."""
        words = self.document.quote(self.document.blocks[line].span)
        blocks = self.document.blocks
        return [block.index for block in blocks if self.document.quote(block.span) == words]

    def _follow_roles(self) -> None:
        """Let roles say what stands aside, what begins an article and where no sentence goes on."""
        sets = self.sets
        for line, role in sorted(self.roles.items()):
            if role in ASIDE and line not in sets["placed"]:
                sets["asides"].add(line)
            elif role not in ASIDE and line not in sets["asides"]:
                sets["inside"].add(line)
            given = self.given.get(line)
            begins = given in TOP and line not in sets["plain"] and not self._headed(line)
            if begins or line in sets["begins"]:
                sets["begins"].add(line)
            else:
                sets["plain"].add(line)
            if given in HEADING:
                sets["fresh"].add(line)
                sets["closed"].add(line)
            elif given == "body" and line not in sets["begins"]:
                sets["running"].add(line)
        sets["inside"] -= sets["asides"]
        sets["plain"] -= sets["begins"]
        sets["running"] -= sets["begins"]

    def _headed(self, line: int) -> bool:
        """Tell whether a head line stands right above."""
        return self.roles.get(line - 1) in TOP or line - 1 in self.sets["begins"]


def _replaces(standings: Iterable[Standing]) -> list[Replace]:
    return [s.effect for s in standings if isinstance(s.effect, Replace)]


def _hosts(standings: Iterable[Standing]) -> dict[str, Point]:
    """Return where the typed words of each event stand: the point they follow."""
    out: dict[str, Point] = {}
    for standing in standings:
        effect = standing.effect
        if isinstance(effect, Replace) and effect.text:
            out.setdefault(standing.event, Point("", effect.span.end + (effect.bind == "after")))
    for standing in standings:
        effect = standing.effect
        if isinstance(effect, Place) and isinstance(effect.piece, Typed) and effect.after:
            out[effect.piece.origin] = effect.after
    return out


def _order(
    document: Document, standings: Sequence[Standing], by_event: Mapping[str, Decision]
) -> tuple[int, ...]:
    """Return the lines as they stand by what was placed by hand, empty if nothing was."""
    kept = [s for s in standings if isinstance(s.effect, Place) and _by_hand(by_event[s.event])]
    if not any(isinstance(s.effect, Place) and s.effect.after for s in kept):
        return ()
    typed: dict[str, int] = defaultdict(int)
    for standing in standings:
        if isinstance(standing.effect, Replace):
            typed[standing.event] += len(standing.effect.text)
    placement = arrange(document, kept, dict(typed))
    begins = {block.start: block.index for block in document.blocks if block.span.size}
    cuts = (placement.cuts[index] for index in placement.order)
    order = tuple(begins[cut.start] for cut in cuts if not cut.origin and cut.start in begins)
    return order if order != tuple(sorted(order)) else ()


def _by_hand(decision: Decision) -> bool:
    return decision.cand is None or decision.verb == "amend"
