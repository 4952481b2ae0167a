"""The same statement in two articles: both beside each other, for information."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.ui import html, previews
from brandtool.ui.cards.frame import CardContext, column, fact, label, reading
from brandtool.ui.words import say

__all__ = ["card"]


def card(context: CardContext) -> QWidget:
    """Show each statement with its place and its sentence."""
    document = context.document
    rows: list[QWidget] = []
    for part in context.candidate.parts:
        text = previews.flat(previews.part_text(document, part))
        before = previews.before(document, part.spans[0].start)
        after = previews.after(document, part.spans[-1].end)
        told = f"{html.muted('…' + before)}{html.marked(text, 'same')}{html.muted(after + '…')}"
        where = fact(say("Cards", "Place"), html.plain(context.place(part.spans[0].start)))
        rows.append(column(where, reading(told, pixels=15), spacing=2))
    rows.append(
        label(html.muted(say("Cards", "For information: nothing is proposed to be changed.")))
    )
    return column(*rows, spacing=10)
