"""Where an article begins: what ends before it, and its head line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.core.article import Edition
from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, column, fact, reading
from brandtool.ui.words import say

__all__ = ["card"]


def card(context: CardContext) -> QWidget:
    """Show the boundary and the head of the article."""
    document, candidate = context.document, context.candidate
    start = candidate.part("start")
    rows: list[QWidget] = []
    if start is not None and start.spans:
        at = start.spans[0].start
        tail = previews.before(document, at, most=28)
        if tail and not _first(context.edition, at):
            rows.append(fact(say("Cards", "Ends before"), html.muted(f"…{tail}")))
    head = [part for part in candidate.parts if part.role not in ("start", "after")]
    if not head and start is not None:
        rows.append(
            reading(
                html.marked(previews.ends(previews.part_text(document, start), most=60), "article")
            )
        )
    for part in head:
        told = html.plain(previews.flat(previews.part_text(document, part)))
        bold = reading(f"<b>{told}</b>" if part.role == "headline" else told, pixels=17)
        named = fact(words.title(words.role(part.role)), "")
        tied = previews.line_above(document, candidate, part)
        rows.append(bold if tied else column(named, bold, spacing=0))
    return column(*rows, spacing=10)


def _first(edition: Edition, offset: int) -> bool:
    """Tell whether the first article of the page begins at a source offset: none ends before it."""
    home = edition.table.to_text("", offset)
    article = None if home is None else edition.article_at(home)
    if article is None or article.index != 1 or not article.lines:
        return False
    return article.lines[0].home.start == home
