"""A quote: its first and last words, its length, its cue.

Who speaks stands below, with others to pick from.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from brandtool.core.candidate import Candidate
from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, ChoiceRow, column, fact, reading
from brandtool.ui.words import say

__all__ = ["card", "speakers"]


def speakers(candidate: Candidate) -> tuple[str, ...]:
    """Return the speaker proposed and the others it might be, the likeliest first."""
    value = candidate.value if isinstance(candidate.value, Mapping) else {}
    first = value.get("speaker")
    others = value.get("alternatives")
    told = [first, *(others if isinstance(others, (list, tuple)) else ())]
    return tuple(dict.fromkeys(str(name) for name in told if name))


def card(context: CardContext) -> QWidget:
    """Show the quote as far as it takes to judge it, and the speakers to pick from."""
    document, candidate = context.document, context.candidate
    content = candidate.part("content")
    homes = context.edition.table.locate(content.anchor) if content is not None else ()
    text = "".join(context.edition.text[home.start : home.end] for home in homes)
    text = text or previews.part_text(document, content)
    shown = previews.ends(text, most=90)
    kind = context.chosen_kind or previews.value_of(candidate, "kind") or "direct"
    rows: list[QWidget] = [reading(html.marked(shown, "quote"))]
    pieces = len(content.spans) if content is not None else 0
    size = words.count(previews.size(text))
    told = (
        size
        if pieces <= 1
        else say("Cards", "{size} in {pieces} pieces").format(size=size, pieces=pieces)
    )
    rows.append(fact(say("Cards", "Kind"), html.bold(words.title(words.quote_kind(kind)))))
    rows.append(fact(say("Cards", "Length"), html.plain(told)))
    cue = previews.flat(previews.part_text(document, candidate.part("cue")))
    mention = previews.flat(previews.part_text(document, candidate.part("mention")))
    rows.append(fact(say("Cards", "Cue"), html.plain(cue or say("Cards", "none"))))
    if mention:
        rows.append(fact(say("Cards", "Wording in the text"), html.plain(mention)))
    rows.append(fact(say("Cards", "Speaker"), ""))
    names = speakers(candidate)
    chosen = context.speaker or (names[0] if names else "")
    if chosen and chosen not in names:
        names = (chosen, *names)
    for number, name in enumerate(names[:9]):
        row = ChoiceRow(number + 1, html.plain(name), taken=name == chosen)
        row.picked.connect(context.pick)
        rows.append(row)
    if not names:
        rows.append(fact("", html.muted(say("Cards", "Not named: press P to choose."))))
    return column(*rows, spacing=6)
