"""What is said twice and stays: how much, with which numbers, and in which articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brandtool.core.candidate import Evidence
from brandtool.detect.page.because.cost import Cost, Values
from brandtool.detect.page.because.wording import title
from brandtool.detect.page.shape import Line
from brandtool.detect.page.solution import Solution

TITLE = 14
MOST = 3
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")


@dataclass(frozen=True)
class Twice:
    """Hold two stretches that say the same, and the first lines of the articles they stand in."""

    one: str
    other: str
    heads: tuple[Line | None, Line | None]


def articles(twice: Twice) -> Values | None:
    """Tell in which two articles it is said."""
    one, other = twice.heads
    if one is None or other is None or one.index == other.index:
        return None
    return {"one": title(one.text, most=TITLE), "other": title(other.text, most=TITLE)}


def article(twice: Twice) -> Values | None:
    """Tell in which one article it is said twice."""
    one, other = twice.heads
    if one is None or other is None or one.index != other.index:
        return None
    return {"article": title(one.text, most=TITLE)}


def numbers(twice: Twice) -> Values | None:
    """Tell the numbers that both name, if they name the same."""
    told, other = (_NUMBER.findall(text) for text in (twice.one, twice.other))
    return {"numbers": "、".join(dict.fromkeys(told[:MOST]))} if told and told == other else None


COSTS: tuple[Cost[Twice], ...] = (
    Cost("same.articles", articles),
    Cost("same.article", article),
    Cost("same.numbers", numbers),
)


def why_same(solution: Solution, size: int, lines: Sequence[int], texts: Sequence[str]) -> Evidence:
    """Say what stands twice, and where."""
    heads = [solution.home.get(line) for line in lines]
    firsts = [
        None if head is None else solution.page.lines[solution.articles[head][0]] for head in heads
    ]
    twice = Twice(texts[0], texts[1], (firsts[0], firsts[1]))
    found = [evidence for cost in COSTS if (evidence := cost.told(twice)) is not None]
    return Evidence("same.statement", {"size": size}, tuple(found))
