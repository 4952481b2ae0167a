"""Why a sentence is said to go on: what its two ends say, and how well they read together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brandtool.core.candidate import Evidence
from brandtool.detect.page import costs, rivals, spanning
from brandtool.detect.page.because.cost import Cost, Values, weighed, with_costs
from brandtool.detect.page.because.wording import named, shared
from brandtool.detect.page.shape import CLOSERS, OPENERS, Line
from brandtool.detect.page.solution import Join, Solution

WORDS = 6
"""How many characters of either side of a seam are told."""
NEAR = 3
"""How many of them the likelihood of an end or a beginning is of."""
READS = 0.4
"""From which lift (in units of 5 nats) on words read on."""
RARE = 0.3
"""How much rarer (in units of 5 nats) words begin a paragraph than stand within one."""
ENDS = -0.8
"""Up to which likelihood (in units of 5 nats) a paragraph hardly ever ends so."""
WORD = 0.4
"""From which gain (in units of 5 nats) on a word stands over the seam."""
ALIKE = 0.15
"""From which likeness on two lines speak of the same."""


@dataclass(frozen=True)
class Seam:
    """Hold the two ends of a sentence, and what is told of their pair by name."""

    left: Line
    right: Line
    told: Mapping[str, float]


def open_end(seam: Seam) -> Values | None:
    """Tell that no mark ends the words before the break."""
    return {} if costs.open_end(seam.left) and not costs.comma_end(seam.left) else None


def comma_end(seam: Seam) -> Values | None:
    """Tell that the words before the break end with a comma."""
    return {"mark": seam.left.text.rstrip()[-1]} if costs.comma_end(seam.left) else None


def marks_meet(seam: Seam) -> Values | None:
    """Tell that a mark opened before the break is closed behind it."""
    if not costs.marks_meet(seam.left, seam.right):
        return None
    opened = [char for char in seam.left.text if char in OPENERS]
    closed = [char for char in seam.right.text if char in CLOSERS]
    return {"opened": opened[-1], "closed": closed[0]} if opened and closed else None


def punctuation_start(seam: Seam) -> Values | None:
    """Tell that the words behind the break begin with a mark no paragraph begins with."""
    return {"mark": seam.right.text[0]} if costs.punctuation_start(seam.right) else None


def reads_on(seam: Seam) -> Values | None:
    """Tell that the words behind the break are likelier there than at a beginning."""
    return {} if seam.told.get("lift", 0.0) >= READS else None


def rest(seam: Seam) -> Values | None:
    """Tell that the words behind the break rarely begin a paragraph."""
    return {"right": seam.right.text[:NEAR]} if seam.told.get("rest", 0.0) >= RARE else None


def end(seam: Seam) -> Values | None:
    """Tell that a paragraph hardly ever ends as the words before the break do."""
    return {"left": seam.left.text.rstrip()[-NEAR:]} if seam.told.get("end", 0.0) <= ENDS else None


def on_page(seam: Seam) -> Values | None:
    """Tell that the characters around the seam stand together elsewhere on the page."""
    around = {0.5: (1, 1), 0.75: (1, 1), 1.0: (2, 2)}.get(seam.told.get("on_page", 0.0))
    if around is None:
        return None
    return {"words": seam.left.text[-around[0] :] + seam.right.text[: around[1]]}


def word(seam: Seam) -> Values | None:
    """Tell that the break stands within a word of the dictionary."""
    if seam.told.get("spanning", 0.0) < WORD:
        return None
    found = spanning.word_over(spanning.tail_of(seam.left.text), spanning.head_of(seam.right.text))
    return {"word": found} if found else None


def alike(seam: Seam) -> Values | None:
    """Tell that both lines speak of the same, in which words."""
    if seam.told.get("alike", 0.0) < ALIKE:
        return None
    words = shared(seam.left.text, seam.right.text)
    return {"words": named(words)} if words else None


def only(seam: Seam) -> Values | None:
    """Tell that no other line goes on so well, and that it goes on from no other so well."""
    best = seam.told.get("margin_left", 0.0) > 0 and seam.told.get("margin_right", 0.0) > 0
    return {} if best else None


COSTS: tuple[Cost[Seam], ...] = (
    Cost("join.open_end", open_end, ("left_open_end",)),
    Cost("join.comma_end", comma_end, ("left_open_end", "left_comma_end")),
    Cost(
        "join.marks_meet",
        marks_meet,
        ("marks_meet", "left_left_open_mark", "right_right_orphan_mark"),
    ),
    Cost("join.punctuation_start", punctuation_start, ("right_punctuation_start",)),
    Cost("join.reads_on", reads_on, ("lift", "lift_high", "run_on", "bound")),
    Cost("join.rest", rest, ("rest", "inside", "fresh")),
    Cost("join.end", end, ("end", "stop")),
    Cost("join.on_page", on_page, ("on_page",)),
    Cost("join.word", word, ("spanning", "spanning_high", *rivals.SPANNED)),
    Cost("join.alike", alike, ("alike", "alike_for_left", "alike_for_right", "alike_wide")),
    Cost("join.only", only, ("best_for_left", "best_for_right", "margin_left", "margin_right")),
)


def why_join(solution: Solution, join: Join) -> Evidence:
    """Say where a sentence goes on, and why there."""
    page = solution.page
    left, right = page.lines[join.left], page.lines[join.right]
    lead = _where(solution, join, left, right)
    if (join.left, join.right) in solution.columns:
        return Evidence(lead.code, lead.values, (Evidence("join.column"),))
    row = solution.seams.get((join.left, join.right))
    if row is None or solution.by is None:
        return lead
    judge = solution.by.judges["join"]
    told = dict(zip(judge.names, row.tolist(), strict=True))
    return with_costs(lead, weighed(COSTS, Seam(left, right, told), judge, row))


def _where(solution: Solution, join: Join, left: Line, right: Line) -> Evidence:
    """Say which words go on in which, and what lies between them."""
    low, high = sorted((join.left, join.right))
    between = [k for k in range(low + 1, high) if solution.page.lines[k].text]
    lifted = sum(k in solution.lifted for k in between)
    values: dict[str, str | int | float] = {
        "left": left.text[-WORDS:], "right": right.text[:WORDS], "over": len(between),
    }  # fmt: skip
    if join.right < join.left:
        return Evidence("join.above", {**values, "up": len(between) + 1})
    if not between:
        return Evidence("join.next", values)
    if not all(k in solution.lifted or k in solution.removed for k in between):
        return Evidence("join.far", values)
    return (
        Evidence("join.aside", {**values, "over": lifted})
        if lifted
        else Evidence("join.copy", values)
    )
