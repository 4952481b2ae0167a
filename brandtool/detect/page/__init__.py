"""The page detector: duplicates, joins, interruptions, moves, articles and roles as one solution.

A room of its own because these claims depend on each other: which copy stays depends on what it
goes on from, that on the order, the order on where articles begin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from brandtool.core.candidate import Candidate, View
from brandtool.core.document import Document
from brandtool.detect.page.chain import Chain
from brandtool.detect.page.claims import claims
from brandtool.detect.page.decided import constraints_of
from brandtool.detect.page.network import Network, judges
from brandtool.detect.page.ngrams import shipped
from brandtool.detect.page.outlook import Outlook, look
from brandtool.detect.page.patience import GivenUp, never, until
from brandtool.detect.page.solution import solve

__all__ = ["PageDetector", "detect"]

ID = "page/1"


class PageDetector:
    """Claim what is wrong with the layout of a page; remember the last page for the next look."""

    id = ID
    kinds = ("duplicate", "interruption", "article", "move", "join", "role", "same")

    def __init__(self) -> None:
        """Begin without a page."""
        self._outlook: Outlook | None = None

    def detect(self, view: View, *, cancelled: Callable[[], bool] = never) -> tuple[Candidate, ...]:
        """Return the open candidates of a page by their first span, none if cancelled."""
        return _claimed(view, cancelled, self._seen)

    def _seen(self, document: Document) -> Outlook:
        if self._outlook is None or self._outlook.page.document != document:
            self._outlook = look(document, shipped(), judges())
        return self._outlook


def detect(
    view: View,
    *,
    cancelled: Callable[[], bool] = never,
    judged_by: Mapping[str, Network] | None = None,
    roles_by: Chain | None = None,
) -> tuple[Candidate, ...]:
    """Return the open candidates of a page: none contradicts an effective decision.

    `judged_by` and `roles_by` put other judges and another chain in the place of the shipped ones.
    If cancelled there are none.
    """
    return _claimed(
        view,
        cancelled,
        lambda document: look(document, shipped(), judged_by or judges(), roles_by=roles_by),
    )


def _claimed(
    view: View, cancelled: Callable[[], bool], seen: Callable[[Document], Outlook]
) -> tuple[Candidate, ...]:
    if not view.document.text.strip():
        return ()
    try:
        with until(cancelled):
            solution = solve(seen(view.document), constraints_of(view))
            return tuple(replace(one, detector=ID) for one in claims(solution))
    except GivenUp:
        return ()
