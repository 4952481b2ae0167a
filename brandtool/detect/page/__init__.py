"""The page detector: duplicates, joins, interruptions, moves, articles and roles as one solution.

A room of its own because these claims depend on each other: which copy stays depends on what it
goes on from,
that on the order, the order on where articles begin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from brandtool.core.candidate import Candidate, View
from brandtool.detect.page.claims import claims
from brandtool.detect.page.network import Network, judges
from brandtool.detect.page.ngrams import shipped
from brandtool.detect.page.solution import never, solve

__all__ = ["PageDetector", "detect"]

ID = "page/1"


class PageDetector:
    """Claim what is wrong with the layout of a page."""

    id = ID
    kinds = ("duplicate", "interruption", "article", "move", "join", "role", "same")

    def detect(self, view: View, *, cancelled: Callable[[], bool] = never) -> tuple[Candidate, ...]:
        """Return the candidates of a page in the order of their first span."""
        return detect(view, cancelled=cancelled)


def detect(
    view: View,
    *,
    cancelled: Callable[[], bool] = never,
    judged_by: Mapping[str, Network] | None = None,
) -> tuple[Candidate, ...]:
    """Return the candidates of a page.

    `judged_by` puts other judges in the place of the shipped ones.
    """
    if not view.document.text.strip():
        return ()
    solution = solve(view.document, shipped(), judged_by or judges(), cancelled)
    return tuple(replace(one, detector=ID) for one in claims(solution))
