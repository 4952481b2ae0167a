"""Which card shows which kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from brandtool.ui.cards import (
    article,
    duplicate,
    interruption,
    join,
    move,
    quote,
    role,
    same,
    suspect,
)
from brandtool.ui.cards.frame import CardContext, reading
from brandtool.ui.html import plain
from brandtool.ui.previews import line

__all__ = ["CARDS", "build_card"]

CARDS: Mapping[str, Callable[[CardContext], QWidget]] = {
    "article": article.card,
    "duplicate": duplicate.card,
    "interruption": interruption.card,
    "join": join.card,
    "move": move.card,
    "quote": quote.card,
    "role": role.card,
    "same": same.card,
    "suspect": suspect.card,
}


def build_card(context: CardContext) -> QWidget:
    """Make the card of a question; a kind of a plug-in shows its words."""
    card = CARDS.get(context.candidate.kind)
    if card is None:
        return reading(plain(line(context.document, context.candidate)))
    return card(context)
