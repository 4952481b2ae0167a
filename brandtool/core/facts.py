"""What a page is: the paper it was printed in, and when and where."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Hold the five facts of a page; what is not known is empty.

    `date` is written 2024-05-20; `page` is the page number, which may hold letters (A12); `issue`
    is the number of the issue as printed.
    """

    paper: str = ""
    date: str = ""
    issue: str = ""
    page: str = ""
    page_name: str = ""

    def filled(self, other: PageFacts) -> PageFacts:
        """Take from another what is not known here."""
        told = {name: getattr(self, name) or getattr(other, name) for name in FACTS}
        return replace(self, **told)


FACTS = ("paper", "date", "issue", "page", "page_name")
"""The names of the facts, in the order in which they are shown."""
