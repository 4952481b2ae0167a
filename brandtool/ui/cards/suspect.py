"""Characters that may be wrong: in their sentence, with what they might be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.ui import html, previews
from brandtool.ui.cards.frame import CardContext, ChoiceRow, column, label, reading
from brandtool.ui.words import say

__all__ = ["card"]


def card(context: CardContext) -> QWidget:
    """Show the suspect in its sentence, each suggestion to be picked."""
    document, candidate = context.document, context.candidate
    text = previews.part_text(document, candidate.part("text"))
    spans = candidate.spans
    before = previews.before(document, spans[0].start, most=18)
    after = previews.after(document, spans[-1].end, most=18)
    rows: list[QWidget] = [
        reading(
            f"…{html.plain(before)}{html.marked(text, 'suspect')}{html.plain(after)}…", pixels=17
        )
    ]
    taken = context.choice or 0
    for number, offered in enumerate(previews.suggestions(candidate)):
        told = f"{html.plain(before[-6:])}{html.bold(offered or '∅')}{html.plain(after[:6])}"
        row = ChoiceRow(number + 1, told, taken=number == taken)
        row.picked.connect(context.pick)
        rows.append(row)
    if len(rows) == 1:
        rows.append(
            label(html.muted(say("Cards", "No suggestion: press E and write what is right.")))
        )
    return column(*rows, spacing=8)
