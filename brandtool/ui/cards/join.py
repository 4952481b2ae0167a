"""A sentence that runs on: how it reads with its seam closed, and where its two ends stand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.ui import html, previews
from brandtool.ui.cards.frame import CardContext, column, fact, label, reading
from brandtool.ui.words import say

__all__ = ["card", "seam_text"]


def seam_text(left: str, right: str) -> str:
    """Write two ends of a sentence with their seam marked."""
    return f"{html.plain(left)}{html.marked(previews.SEAM, 'join')}{html.plain(right)}"


def card(context: CardContext) -> QWidget:
    """Show the seam with what stands around it."""
    document, candidate = context.document, context.candidate
    near = previews.seam(document, candidate)
    far = previews.seam(document, candidate, most=44)
    rows: list[QWidget] = [reading(f"…{seam_text(*near)}…", pixels=18)]
    left, right = candidate.part("left"), candidate.part("right")
    if left is not None and left.spans:
        told = html.plain(f"…{far[0]}")
        where = context.place(left.spans[-1].end - 1)
        rows.append(fact(say("Cards", "Breaks off at"), f"{html.plain(where)}<br>{told}"))
    if right is not None and right.spans:
        told = html.plain(f"{far[1]}…")
        where = context.place(right.spans[0].start)
        rows.append(fact(say("Cards", "Goes on at"), f"{html.plain(where)}<br>{told}"))
    rows.append(label(html.muted(say("Cards", "All joints of the page: Ctrl+R"))))
    return column(*rows, spacing=12)
