"""Why lines belong elsewhere: what they share with an article, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brandtool.core.candidate import Evidence
from brandtool.detect.page import costs
from brandtool.detect.page.because.cost import Cost, Values, weighed, with_costs
from brandtool.detect.page.because.wording import named, shared, title
from brandtool.detect.page.shape import Line
from brandtool.detect.page.solution import Solution

TITLE = 20


@dataclass(frozen=True)
class Stray:
    """Hold lines that stand in one article and belong to another.

    `above` stands before them on the page, `bylined` tells whether a byline stands in the head of
    their article.
    """

    lines: Sequence[Line]
    article: Sequence[Line]
    place: Sequence[Line]
    above: Line | None
    bylined: bool


def words(stray: Stray) -> Values | None:
    """Tell which words stand in that article too, and not in the one they stand in."""
    told = shared(_text(stray.lines), _text(stray.article), apart=_text(stray.place))
    return {"words": named(told)} if told else None


def ahead(stray: Stray) -> Values | None:
    """Tell that they stand before the headline of their article."""
    return {} if stray.lines[-1].index < stray.article[0].index else None


def name(stray: Stray) -> Values | None:
    """Tell that they begin with the name before the colon of the headline."""
    head = stray.article[0]
    told = head.narrow.split(":")[0]
    fits = head.topic and 2 <= len(told) <= 4 and stray.lines[0].text.startswith(told)
    return {"name": told} if fits else None


def ended(stray: Stray) -> Values | None:
    """Tell that the line above them signs an article off."""
    return {} if stray.above is not None and costs.signed_off(stray.above) else None


def signed(stray: Stray) -> Values | None:
    """Tell that they are signed off, as that article is without a byline and this is not."""
    return {} if costs.signed_off(stray.lines[-1]) and not stray.bylined else None


_FIT = ("gain", "over_rest", "fit_there")
COSTS: tuple[Cost[Stray], ...] = (
    Cost(
        "move.words",
        words,
        (*_FIT, "gain_per_word", "fit_here", "first_there", "rest", "rest_least", "near_there",
         "near_here", "nearer"),
    ),
    Cost("move.name", name, _FIT),
    Cost("move.ahead", ahead, ("next_there", "to_end")),
    Cost("move.ended", ended, ("ended", "ended_before")),
    Cost("move.signed", signed, ("signed", "bylined_there")),
)  # fmt: skip


def why_move(solution: Solution, run: Sequence[int], article: int) -> Evidence:
    """Say where lines belong, and why; `article` is the line it begins with."""
    stray = stray_of(solution, run, article)
    lead = Evidence("move.to", {"article": title(stray.article[0].text, most=TITLE)})
    clear = max(run, key=lambda k: solution.strays.get(k, 0.0))
    row = solution.stood.get(clear)
    if row is None or solution.by is None:
        told = [(1.0, evidence) for cost in COSTS if (evidence := cost.told(stray)) is not None]
        return with_costs(lead, told)
    return with_costs(lead, weighed(COSTS, stray, solution.by.judges["belong"], row))


def stray_of(solution: Solution, run: Sequence[int], article: int) -> Stray:
    """Gather what stands around lines that belong elsewhere."""
    page, moved = solution.page, set(run)
    lines = [page.lines[k] for k in run]
    own = [page.lines[k] for k in solution.articles[solution.home[article]] if k not in moved]
    starts = sorted(one[0] for one in solution.articles if one[0] < run[0])
    here = solution.home[starts[-1]] if starts else None
    place = solution.articles[here] if here is not None else ()
    others = [page.lines[k] for k in place if k not in moved and here != solution.home[article]]
    at = solution.places.get(run[0], 0)
    return Stray(
        lines,
        own,
        others,
        solution.worded[at - 1] if at else None,
        any(line.byline for line in own[:5]),
    )


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)
