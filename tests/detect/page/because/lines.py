"""Lines of text as the costs see them."""

from __future__ import annotations

from brandtool.core.document import Document
from brandtool.detect.page.shape import Line, lines_of


def lines(*rows: str) -> tuple[Line, ...]:
    """Return the lines of a page with these rows."""
    return lines_of(Document("\n".join(rows)))


def line(row: str) -> Line:
    """Return a line of a page of its own."""
    return lines(row)[0]
