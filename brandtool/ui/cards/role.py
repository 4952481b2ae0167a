"""Which part of its article a block is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, column, fact, reading
from brandtool.ui.words import say

__all__ = ["card"]


def card(context: CardContext) -> QWidget:
    """Show the block, its neighbours, and the role proposed."""
    document, candidate = context.document, context.candidate
    block = candidate.part("block")
    role = previews.value_of(candidate, "role")
    text = previews.part_text(document, block)
    rows: list[QWidget] = [reading(html.marked(previews.ends(text, most=80), "role"))]
    rows.append(fact(say("Cards", "Role"), html.bold(words.title(words.role(role)))))
    above = previews.line_above(document, candidate, block)
    if above:
        rows.append(fact(say("Cards", "Next line of"), html.plain(above)))
    if block is not None and block.spans:
        rows.append(
            fact(
                say("Cards", "Before it"),
                html.muted("…" + previews.before(document, block.spans[0].start, most=20)),
            )
        )
        rows.append(
            fact(
                say("Cards", "After it"),
                html.muted(previews.after(document, block.spans[-1].end, most=20) + "…"),
            )
        )
    return column(*rows, spacing=10)
