"""Why the page detector claims what it claims: named costs, one small module a kind of claim.

A room of its own because a cost is two things that must not drift apart: a small pure function that
tells whether something is so of a claim, and how much the judge that made the claim heeds it. Only
what is so and speaks for the claim is told, the strongest first.
"""

from __future__ import annotations

from brandtool.detect.page.because.cost import MOST, Cost, Values, strongest
from brandtool.detect.page.because.forms import why_aside, why_role
from brandtool.detect.page.because.joins import why_join
from brandtool.detect.page.because.kept import why_duplicate
from brandtool.detect.page.because.moves import why_move
from brandtool.detect.page.because.starts import why_article
from brandtool.detect.page.because.twice import why_same

__all__ = [
    "MOST", "Cost", "Values", "strongest", "why_article", "why_aside", "why_duplicate", "why_join",
    "why_move", "why_role", "why_same",
]  # fmt: skip
