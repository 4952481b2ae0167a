"""A block that stands in the wrong place: where it is, and where it belongs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, column, fact, reading
from brandtool.ui.words import say

__all__ = ["card"]


def card(context: CardContext) -> QWidget:
    """Show the block between its neighbours here and there."""
    document, candidate = context.document, context.candidate
    block, target = candidate.part("block"), candidate.part("after")
    text = previews.part_text(document, block)
    told = html.marked(previews.ends(text, most=40), "move")
    rows: list[QWidget] = []
    if block is not None and block.spans:
        rows.append(
            _between(
                context,
                say("Cards", "Stands now"),
                block.spans[0].start,
                block.spans[0].start,
                block.spans[-1].end,
                html.struck(previews.ends(text), "move"),
            )
        )
    if target is not None and target.spans:
        at = target.spans[-1].end
        rows.append(_between(context, say("Cards", "Belongs"), at - 1, at, at, told))
    else:
        rows.append(
            fact(say("Cards", "Belongs"), html.plain(say("Cards", "at the start of the page")))
        )
    rows.append(fact(say("Cards", "Length"), html.plain(words.count(previews.size(text)))))
    return column(*rows, spacing=12)


def _between(
    context: CardContext, name: str, offset: int, before: int, after: int, told: str
) -> QWidget:
    document = context.document
    first = previews.before(document, before, most=22)
    last = previews.after(document, after, most=22)
    return column(
        fact(name, html.plain(context.place(offset))),
        reading(
            f"{html.muted('…' + first) if first else ''}<br>{told}<br>"
            f"{html.muted(last + '…') if last else ''}",
            pixels=15,
        ),
        spacing=2,
    )
