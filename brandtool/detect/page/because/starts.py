"""Why an article begins: the form of its first line, what stands above it, what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brandtool.core.candidate import Evidence
from brandtool.detect.page import costs, headings, signs
from brandtool.detect.page.because import forms
from brandtool.detect.page.because.cost import Cost, Values, Weighed, of_costs
from brandtool.detect.page.because.wording import named, shared
from brandtool.detect.page.shape import Line
from brandtool.detect.page.solution import Solution
from brandtool.detect.page.topics import Topics

WINDOW = 8
"""How many lines before and after a beginning are compared."""
HEAD = 5
"""Within how many lines below a headline its byline stands."""
FIRST = 6.0
"""How much it weighs to be the first line of a page, where an article always begins."""
LOST = 1.0
"""How much a mark of a lost headline weighs."""
OTHER = 0.0
"""Up to which likeness, less how alike each part is to itself, two stretches differ in subject."""


@dataclass(frozen=True)
class Start:
    """Hold the first line of an article, the lines around it, and those of the article below it.

    `bare` tells that a layout mark without words stands right above; `contrast` how alike the texts
    above and below are, less how alike each is to itself.
    """

    line: Line
    above: Line | None
    below: Sequence[Line]
    bare: bool = False
    contrast: float = 0.0


def first(start: Start) -> Values | None:
    """Tell that no words of an article stand above it."""
    return {} if start.above is None else None


def short_line(start: Start) -> Values | None:
    """Tell that it is a short line without a stop."""
    return {} if costs.heading_form(start.line) else None


def byline(start: Start) -> Values | None:
    """Tell that a byline stands under it."""
    return {} if any(costs.byline_form(line) for line in start.below[:HEAD]) else None


def dateline(start: Start) -> Values | None:
    """Tell that the line below it begins with where the news comes from."""
    return (
        {}
        if start.below and costs.dateline_start(start.below[0]) and not (start.below[0].byline)
        else None
    )


def opens(start: Start) -> Values | None:
    """Tell that it begins itself with where the news comes from."""
    return {} if start.line.dateline and not start.line.byline else None


def deck(start: Start) -> Values | None:
    """Tell that a second headline begun with a dash stands under it."""
    if not start.below:
        return None
    under = start.below[0]
    dashed = under.text.startswith(("—", "--")) and under.size <= headings.DECK
    return {} if dashed and costs.open_end(under) else None


def signed_above(start: Start) -> Values | None:
    """Tell that the line above it signs an article off."""
    return {} if start.above is not None and costs.signed_off(start.above) else None


def stopped_above(start: Start) -> Values | None:
    """Tell that the line above it ends its sentence."""
    return {} if start.above is not None and costs.stopped_end(start.above) else None


def returns(start: Start) -> Values | None:
    """Tell which of its words return below it."""
    words = shared(start.line.text, "".join(map(_ended, start.below)))
    return {"words": named(words)} if words else None


def shift(start: Start) -> Values | None:
    """Tell that the text below it speaks of other things than the text above it."""
    return {} if start.above is not None and start.contrast < OTHER else None


def speaker(start: Start) -> Values | None:
    """Tell that a person's name and a colon open it."""
    return {"name": start.line.narrow.split(":")[0]} if signs.named(start.line) else None


def marked(start: Start) -> Values | None:
    """Tell that the layout marks it as a heading."""
    return {} if start.line.heading else None


def bare_mark(start: Start) -> Values | None:
    """Tell that the mark of a lost headline stands right above it."""
    return {} if start.bare else None


COSTS: tuple[Cost[Start], ...] = (
    Cost("article.byline", byline, ("after_byline", "second_byline", "after_reporter")),
    Cost("article.dateline", dateline, ("after_begins_dateline", "after_dateline")),
    Cost("article.opens", opens, ("begins_dateline", "dateline")),
    Cost("article.deck", deck, ("after_short_dash", "after_item")),
    Cost("article.signed", signed_above, ("before_signed", "before_signed_end")),
    Cost("article.returns", returns, ("about_next", "mixed", "head", "head_likely")),
    Cost("article.shift", shift, ("shift", "shift_far", "shift_more", "about_before")),
    Cost("article.speaker", speaker, ("named", "topic")),
    Cost("article.marked", marked, ("hash",)),
    Cost("article.short_line", short_line, forms.SHORT),
    Cost("article.stopped", stopped_above, ("before_stop",)),
)
SETTLING: tuple[tuple[Cost[Start], float], ...] = (
    (Cost("article.top", first), FIRST),
    (Cost("article.lost", bare_mark), LOST),
)
"""What no sign of the chain of roles tells, with what it weighs."""


def why_article(solution: Solution, index: int, role: str) -> Evidence:
    """Say why an article begins with a line that has a role."""
    start = start_of(solution, index)
    found: list[Weighed] = forms.heeded(solution, index, role, COSTS, start)
    found += [
        (weight, evidence)
        for cost, weight in SETTLING
        if (evidence := cost.told(start)) is not None
    ]
    return of_costs(found, Evidence("article.place"))


def start_of(solution: Solution, index: int) -> Start:
    """Gather what stands around the first line of an article."""
    page, at = solution.page, solution.flowing[index]
    above, below = solution.flow[max(0, at - WINDOW) : at], solution.flow[at + 1 : at + 1 + WINDOW]
    before = page.lines[index - 1] if index else None
    return Start(
        page.lines[index],
        above[-1] if above else None,
        below,
        before is not None and not before.text and before.heading > 0,
        _contrast(page.topics, [line.index for line in above], [line.index for line in below]),
    )


def _ended(line: Line) -> str:
    """Return the words of a line, and its end unless they break off there."""
    return line.text if costs.open_end(line) else f"{line.text}\n"


def _contrast(topics: Topics, above: Sequence[int], below: Sequence[int]) -> float:
    """Return how alike two stretches are, less how alike the less even one is to itself."""
    if len(above) < 2 or len(below) < 2:
        return 0.0
    each = (topics.alike(one[1::2], one[::2]) for one in (above, below))
    return topics.alike(below, above) - min(each)
