"""Why a line has its role: what its form says, and the lines around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from brandtool.core.candidate import Evidence
from brandtool.core.turn import turn_of
from brandtool.detect.page import costs, outline, signs
from brandtool.detect.page.because.cost import LEAST, MOST, Cost, Values, Weighed, of_costs
from brandtool.detect.page.shape import Line
from brandtool.detect.page.solution import Solution

NEAR = 3
"""How many lines before and after are looked at for ones that begin alike."""
EDGE = 3
"""How many lines are the top and the bottom of a page."""
LONG = 40
"""From how many characters on a line is a paragraph."""
CUTS = 9.0
"""How much it weighs that a line cuts a sentence in two."""
WORDS = 6
TURNED = {"to": "aside.turn", "from": "aside.turn.from"}
_PLACE = {name: k for k, name in enumerate(outline.NAMES)}
SHORT = (
    "short_open", "open", "short_between",
    *(name for name in outline.NAMES if name.startswith("size_")),
)  # fmt: skip
"""Signs of a short line without a stop."""


Around = TypeVar("Around")


@dataclass(frozen=True)
class Spot:
    """Hold the lines with words of a page, and the position of the one that is spoken of."""

    lines: Sequence[Line]
    at: int

    @property
    def line(self) -> Line:
        """Return the line that is spoken of."""
        return self.lines[self.at]

    @property
    def before(self) -> Line | None:
        """Return the line before it."""
        return self.lines[self.at - 1] if self.at else None

    @property
    def after(self) -> Line | None:
        """Return the line after it."""
        return self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None

    @property
    def near(self) -> Sequence[Line]:
        """Return the lines around it."""
        return [*self.lines[max(0, self.at - NEAR) : self.at],
                *self.lines[self.at + 1 : self.at + 1 + NEAR]]  # fmt: skip


def short_line(spot: Spot) -> Values | None:
    """Tell that it is a short line without a stop."""
    return {} if costs.heading_form(spot.line) else None


def text_below(spot: Spot) -> Values | None:
    """Tell that a paragraph follows it."""
    return {} if spot.after is not None and spot.after.size > LONG else None


def sentence_above(spot: Spot) -> Values | None:
    """Tell that the line above ends its sentence."""
    return {} if spot.before is not None and costs.stopped_end(spot.before) else None


def dashed(spot: Spot) -> Values | None:
    """Tell that a dash or a dot of a list opens it, which."""
    line = spot.line
    return (
        {"mark": line.text[:2] if line.text[:2] in ("——", "--") else line.text[0]}
        if (line.item)
        else None
    )


def numbered(spot: Spot) -> Values | None:
    """Tell that the number of a list or a section opens it."""
    line = spot.line
    if not (signs.listed(line) or signs.numbered(line) or signs.section(line)):
        return None
    return {"mark": line.text[:2].rstrip("，,、 ")}


def counts_on(spot: Spot) -> Values | None:
    """Tell that its number goes on from, or is gone on with by, that of a line near it."""
    number = spot.line.ordinal
    if not number:
        return None
    ahead = spot.lines[spot.at + 1 : spot.at + 8]
    back = spot.lines[max(0, spot.at - 7) : spot.at]
    follows = any(one.ordinal == number + 1 for one in ahead)
    return {} if follows or any(one.ordinal == number - 1 for one in back) else None


def alike(spot: Spot) -> Values | None:
    """Tell that a line near it begins with the same kind of mark or number."""
    kind = outline.opening(spot.line)
    return {} if kind and any(outline.opening(one) == kind for one in spot.near) else None


def heading_above(spot: Spot) -> Values | None:
    """Tell that a short line without a stop stands above it."""
    return {} if spot.before is not None and costs.heading_form(spot.before) else None


def top(spot: Spot) -> Values | None:
    """Tell that it stands at the top of the page."""
    return {} if spot.at < EDGE else None


def bottom(spot: Spot) -> Values | None:
    """Tell that it stands at the bottom of the page."""
    return {} if spot.at >= len(spot.lines) - EDGE else None


def notices_near(spot: Spot) -> Values | None:
    """Tell that a line right before or after it is a notice."""
    around = [one for one in (spot.before, spot.after) if one is not None]
    return {} if any(signs.notice(one) or signs.contact(one) for one in around) else None


def _own(sign: Callable[[Line], object]) -> Callable[[Spot], Values | None]:
    """Return a cost that holds where the line itself shows a sign."""
    return lambda spot: {} if sign(spot.line) else None


COSTS: tuple[Cost[Spot], ...] = (
    Cost("form.note", _own(signs.note), ("note",)),
    Cost("form.summary", _own(signs.summary), ("summary",)),
    Cost("form.byline", _own(lambda line: line.byline), ("byline", "reporter")),
    Cost("form.writer", _own(signs.writer), ("writer",)),
    Cost("form.names", _own(signs.names), ("names", "marked_names")),
    Cost("form.signed", _own(signs.signed), ("signed", "signed_end", "bracketed")),
    Cost("form.dateline", _own(signs.dateline), ("dateline", "begins_dateline")),
    Cost("form.pointed", _own(signs.pointed), ("pointed", "caption")),
    Cost("form.picture", _own(signs.picture), ("picture", "short_picture", "credit", "caption")),
    Cost("form.staff", _own(signs.staff), ("staff", "furniture")),
    Cost("form.folio", _own(signs.folio), ("folio", "furniture")),
    Cost("form.rubric", _own(signs.rubric), ("rubric",)),
    Cost("form.contact", _own(signs.contact), ("contact", "advert")),
    Cost("form.notice", _own(signs.notice), ("notice", "short_notice", "advert")),
    Cost("form.notices_near", notices_near, ("notices_near", "before_notice", "after_notice")),
    Cost("form.dashed", dashed, ("item", "dash", "short_dash", "opener")),
    Cost("form.numbered", numbered, ("listed", "numbered", "section", "short_section")),
    Cost("form.counts_on", counts_on, ("numbered_on",)),
    Cost("form.alike", alike, ("series", "series_long", "sibling")),
    Cost("form.short_line", short_line, SHORT),
    Cost("form.text_below", text_below, ("after_long",)),
    Cost("form.sentence_above", sentence_above, ("before_stop",)),
    Cost("form.heading_above", heading_above, ("before_short", "under_heading")),
    Cost("form.top", top, ("top", "first")),
    Cost("form.bottom", bottom, ("bottom", "last")),
)


def why_role(solution: Solution, index: int, role: str) -> Evidence:
    """Say why a line has a role within its article."""
    return of_costs(_formal(solution, index, role), Evidence("form.place"))


def why_aside(solution: Solution, index: int, role: str) -> Evidence:
    """Say why a line stands outside the running text; of a turn line what it says is enough."""
    turn = turn_of(solution.page.lines[index].text) if role == "turn" else None
    found = _formal(solution, index, role) if turn is None else []
    cut = solution.cutting.get(index)
    if cut is not None:
        left, right = (solution.page.lines[k].text for k in cut)
        found.append(
            (CUTS, Evidence("aside.cuts", {"left": left[-WORDS:], "right": right[:WORDS]}))
        )
    if turn is not None:
        code = TURNED[turn.way] if turn.page else "aside.turn.bare"
        found.append((2 * CUTS, Evidence(code, {"page": turn.page} if turn.page else {})))
    return of_costs(found, Evidence("form.place"))


def _formal(solution: Solution, index: int, role: str) -> list[Weighed]:
    return heeded(solution, index, role, COSTS, Spot(solution.worded, solution.places[index]))


def heeded(
    solution: Solution, index: int, role: str, costs: Sequence[Cost[Around]], spot: Around
) -> list[Weighed]:
    """Return what is so of a line and heeded most by the chain of roles, at most MOST.

    What is heeded is that against the likeliest other role; a sign that a role may not be without
    weighs most.
    """
    weights = _weights(solution, index, role, costs)
    out: list[Weighed] = []
    for k in sorted(range(len(costs)), key=lambda k: -weights[k]):
        if weights[k] < LEAST or len(out) == MOST:
            break
        evidence = costs[k].told(spot)
        if evidence is not None:
            out.append((weights[k], evidence))
    return out


def _weights(
    solution: Solution, index: int, role: str, costs: Sequence[Cost[Around]]
) -> list[float]:
    """Return how much the chain heeds what each cost is about, all alike where it saw nothing."""
    seen = solution.roles.seen.get(index)
    if seen is None or solution.by is None:
        return [1.0] * len(costs)
    chain = solution.by.chain
    state, rival = seen.state, seen.rival
    if outline.ROLE.get(state, state) != role:
        state, rival = role, state
    at, other = chain.states.index(state), chain.states.index(rival)
    heeds = (seen.row * (chain.weights[:, at] - chain.weights[:, other])).tolist()
    needed = set(outline.NEEDS.get(state, ()))
    out = []
    for cost in costs:
        weight = sum(heeds[_PLACE[name]] for name in cost.features)
        out.append(weight if needed.isdisjoint(cost.features) else weight - outline.NEVER)
    return out
