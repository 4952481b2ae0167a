"""Why copies are copies, and why one of them stays: what stands around it and around the others."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brandtool.core.candidate import Evidence
from brandtool.detect.page import costs
from brandtool.detect.page.because.cost import LEAST, Cost, Values, Weighed, weighed, with_costs
from brandtool.detect.page.because.wording import named, shared, title
from brandtool.detect.page.shape import Line
from brandtool.detect.page.solution import Solution

WORDS = 6
SURE = 0.5
CLEAR = 1.0
"""What something weighs that settles by itself which copy stays."""
ROWS = 0.4
"""From which likeness on two lines are rows of one list."""
TITLE = 20
TELLING = 4
"""How long words are at least that tell what a stretch speaks of."""
RIVALS = 8
"""How many copies that go are compared with the one that stays."""


@dataclass(frozen=True)
class Copies:
    """Hold the lines of the copy that stays and of one that goes, and what stands around them.

    `others` are all copies that go. `kept_told` and `gone_told` are the features of both by name;
    `headline` begins the article of the copy that stays, where the other stands before it.
    """

    kept: Sequence[Line]
    gone: Sequence[Line]
    others: Sequence[Sequence[Line]]
    around_kept: tuple[Line | None, Line | None]
    around_gone: tuple[Line | None, Line | None]
    kept_told: Mapping[str, float]
    gone_told: Mapping[str, float]
    headline: Line | None
    whole: bool
    """Whether whole lines stay, and not words within one."""


def runs_in(copies: Copies) -> Values | None:
    """Tell that the copy that stays goes on the sentence above it."""
    above = copies.around_kept[0]
    if above is None or copies.kept_told.get("run_in", 0.0) < SURE:
        return None
    return _seam(above, copies.kept[0])


def runs_out(copies: Copies) -> Values | None:
    """Tell that the sentence of the copy that stays goes on below it."""
    below = copies.around_kept[1]
    if below is None or copies.kept_told.get("run_out", 0.0) < SURE:
        return None
    return _seam(copies.kept[-1], below)


def cuts(copies: Copies) -> Values | None:
    """Tell that the copy that goes stands in the midst of a sentence of others."""
    above, below = copies.around_gone
    if above is None or below is None or copies.gone_told.get("run_past", 0.0) < SURE:
        return None
    return _seam(above, below)


def headed(copies: Copies) -> Values | None:
    """Tell that the copy that stays stands below its headline, and the other above it."""
    return None if copies.headline is None else {"article": title(copies.headline.text, most=TITLE)}


def counts_in(copies: Copies) -> Values | None:
    """Tell that the copy that stays carries the number after that of the line above it."""
    above = copies.around_kept[0]
    number = copies.kept[0].ordinal
    if above is None or not number or above.ordinal != number - 1:
        return None
    return {"before": above.ordinal, "number": number} if above.ordinal else None


def counts_out(copies: Copies) -> Values | None:
    """Tell that the line below the copy that stays carries the number after its own."""
    below = copies.around_kept[1]
    number = copies.kept[-1].ordinal
    if below is None or not number or below.ordinal != number + 1:
        return None
    return {"before": number, "number": below.ordinal}


def among_rows(copies: Copies) -> Values | None:
    """Tell that the copy that stays stands among rows of its form, and the other does not."""
    kept, gone = (
        min(told.get("row_in", 0.0), told.get("row_out", 0.0))
        for told in (copies.kept_told, copies.gone_told)
    )
    return {} if kept >= ROWS > gone else None


def complete(copies: Copies) -> Values | None:
    """Tell that the copy that stays says more than any other."""
    more = _size(copies.kept) - max(_size(lines) for lines in copies.others)
    return {"more": more} if more > 0 and copies.whole else None


def likelier(copies: Copies) -> Values | None:
    """Tell that the copy that stays reads likelier where the copies differ."""
    kept, gone = (told.get("likelier", 0.0) for told in (copies.kept_told, copies.gone_told))
    return {} if kept > 0 and kept > gone else None


def signed(copies: Copies) -> Values | None:
    """Tell that only the copy that stays ends with who wrote it."""
    others = any(costs.signed_off(lines[-1]) for lines in copies.others)
    only = costs.signed_off(copies.kept[-1]) and not others
    return {} if only else None


def about(copies: Copies) -> Values | None:
    """Tell that the copy that stays speaks of what stands beside it, in words the other lacks."""
    words = shared(_text(copies.kept), _beside(copies.around_kept))
    other = _beside(copies.around_gone)
    told = [word for word in words if len(word) >= TELLING and word not in other]
    return {"words": named(told)} if told else None


def side_by_side(copies: Copies) -> Values | None:
    """Tell that both say the very same side by side, so that either may stay."""
    if _text(copies.kept) != _text(copies.gone):
        return None
    runs = sorted([one.index for one in lines] for lines in (copies.kept, copies.gone))
    above, below = copies.around_kept
    inner = range(runs[0][-1] + 1, runs[1][0])
    beyond = [one.index for one in (above, below) if one is not None]
    return None if any(k in inner for k in beyond) else {}


def within(copies: Copies) -> Values | None:
    """Tell that what stays is part of a longer line."""
    return None if copies.whole else {}


_GAIN = ("gain", "fit_rank")
COSTS: tuple[Cost[Copies], ...] = (
    Cost("copy.run_in", runs_in, ("run_in", "left_hanging", "left_parted", *_GAIN)),
    Cost("copy.run_out", runs_out, ("run_out", "end_hanging", *_GAIN)),
    Cost("copy.cuts", cuts, ("run_past", *_GAIN)),
    Cost(
        "copy.headed",
        headed,
        ("after_heading", "before_heading", "after_byline", "before_byline", "before_dateline",
         "after_signed",
         "at_start", "copy_before", "copy_after", "first", "last"),
        LEAST,
    ),
    Cost("copy.counts_in", counts_in, ("ordinal_in",)),
    Cost("copy.counts_out", counts_out, ("ordinal_out",)),
    Cost("copy.among_rows", among_rows, ("row_in", "row_out", "listed_in", "listed_out")),
    Cost(
        "copy.complete", complete, ("complete", "lines", "longest", "more_before", "more_after")
    ),
    Cost("copy.likelier", likelier, ("likelier", "differs")),
    Cost("copy.signed", signed, ("signed",)),
    Cost("copy.about", about, ("about_before", "about_after", "about_best", "about_margin")),
)  # fmt: skip
SETTLING: tuple[Cost[Copies], ...] = (
    Cost("copy.side_by_side", side_by_side),
    Cost("copy.within", within),
)
"""What settles the choice by itself, whatever the judge heeds."""


def why_duplicate(
    solution: Solution,
    lead: Evidence,
    kept: Sequence[int],
    removed: Sequence[Sequence[int]],
    *,
    whole: bool,
) -> Evidence:
    """Say why one copy stays: what tells it from any of those that go.

    `whole` tells that all of its lines stay, and not words within longer ones.
    """
    every = [copies_of(solution, kept, gone, removed, whole=whole) for gone in removed[:RIVALS]]
    found: dict[str, Weighed] = {}
    for told in (_weighed(solution, copies) for copies in every):
        for weight, evidence in told:
            if weight > found.get(evidence.code, (0.0, evidence))[0]:
                found[evidence.code] = (weight, evidence)
    for cost in SETTLING:
        settled = [cost.told(copies) for copies in every]
        if settled[0] is not None and None not in settled:
            found[cost.code] = (CLEAR, settled[0])
    return with_costs(lead, found.values())


def _weighed(solution: Solution, copies: Copies) -> list[Weighed]:
    if solution.by is None or not copies.kept_told or not copies.gone_told:
        return []
    judge = solution.by.judges["keep"]
    rows = [np.array(list(told.values())) for told in (copies.kept_told, copies.gone_told)]
    return weighed(COSTS, copies, judge, *rows)


def copies_of(
    solution: Solution,
    kept: Sequence[int],
    gone: Sequence[int],
    removed: Sequence[Sequence[int]],
    *,
    whole: bool,
) -> Copies:
    """Gather what stands around the copy that stays and around one that goes."""
    page = solution.page
    home = solution.home.get(kept[0])
    start = solution.articles[home][0] if home is not None else -1
    headed_below = home is not None and gone[-1] < start <= kept[0] and start not in kept
    return Copies(
        [page.lines[k] for k in kept],
        [page.lines[k] for k in gone],
        [[page.lines[k] for k in lines] for lines in removed],
        _around(solution, kept),
        _around(solution, gone),
        _told(solution, kept),
        _told(solution, gone),
        page.lines[start] if headed_below else None,
        whole,
    )


def _told(solution: Solution, lines: Sequence[int]) -> dict[str, float]:
    """Return the features of the pass that holds some lines, by name; none if there is none."""
    found = solution.passes.get(lines[0])
    if found is None or solution.by is None or found not in solution.by.choices:
        return {}
    names = solution.by.judges["keep"].names
    return dict(zip(names, solution.by.choices[found].tolist(), strict=True))


def _around(solution: Solution, lines: Sequence[int]) -> tuple[Line | None, Line | None]:
    """Return the nearest lines before and after that are no copies of these."""
    page, cluster = solution.page, solution.alike(lines[0])
    wanted = solution.compared
    at = bisect.bisect_left(wanted, lines[0])
    above = next((k for k in reversed(wanted[:at]) if k not in cluster), None)
    after = bisect.bisect_right(wanted, lines[-1])
    below = next((k for k in wanted[after:] if k not in cluster), None)
    return (
        None if above is None else page.lines[above],
        None if below is None else page.lines[below],
    )


def _seam(left: Line, right: Line) -> Values:
    return {"left": left.text[-WORDS:], "right": right.text[:WORDS]}


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _beside(around: tuple[Line | None, Line | None]) -> str:
    return "\n".join(one.text for one in around if one is not None)


def _size(lines: Sequence[Line]) -> int:
    return sum(line.size for line in lines)
