"""Something in the middle of a sentence that is no part of it: before and after."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.core.turn import turn_of
from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, column, fact, reading
from brandtool.ui.words import say

__all__ = ["card"]

STOPS = "。！？；…”’）!?;)"
"""What a sentence ends with: behind one, nothing is cut in two."""


def card(context: CardContext) -> QWidget:
    """Show what is in the way, and how the sentence reads without it."""
    document, candidate = context.document, context.candidate
    spans = candidate.spans
    text = "".join(document.quote(span) for span in spans)
    before = previews.before(document, spans[0].start, most=20)
    after = previews.after(document, spans[-1].end, most=20)
    role = previews.value_of(candidate, "role") or "caption"
    goes = say("Cards", "Goes to")
    turn = turn_of(text) if role == "turn" else None
    turned = [fact(goes, html.bold(words.title(words.turn(turn))))] if turn and turn.page else []
    cuts = bool(before) and before[-1] not in STOPS
    reads = fact(say("Cards", "Reads then"), f"…{html.plain(before + after)}…")
    return column(
        reading(
            f"…{html.plain(before)}{html.struck(previews.flat(text), 'interruption')}"
            f"{html.plain(after)}…"
        ),
        *([reads] if cuts else []),
        *(turned or [fact(goes, html.plain(words.title(words.role(role))))]),
        fact(say("Cards", "Length"), html.plain(words.count(previews.size(text)))),
        spacing=10,
    )
