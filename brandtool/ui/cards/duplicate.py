"""Copies, each with what stands before and after it.

Every character in which a copy differs from the one that stays is shown.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.core.candidate import Part
from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, ChoiceRow, column
from brandtool.ui.words import say

__all__ = ["card"]

SHOWN = 6


def card(context: CardContext) -> QWidget:
    """Show all occurrences; picking one keeps it and deletes the others."""
    candidate = context.candidate
    taken = context.choice if context.choice is not None else candidate.keep or 0
    kept = previews.part_text(context.document, candidate.parts[taken])
    rows: list[QWidget] = []
    for number, part in enumerate(candidate.parts):
        row = ChoiceRow(
            number + 1, _occurrence(context, number, part, kept, taken), taken=number == taken
        )
        row.picked.connect(context.pick)
        rows.append(row)
    return column(*rows)


def _occurrence(context: CardContext, number: int, part: Part, kept: str, taken: int) -> str:
    document = context.document
    told = previews.part_text(document, part)
    name = say("Cards", "Occurrence {number}").format(number=number + 1)
    sign = say("Cards", "stays") if number == taken else say("Cards", "goes")
    where = context.place(part.spans[0].start) if part.spans else ""
    head = (
        f"{html.bold(name)} · {html.plain(sign)} · {html.muted(words.count(previews.size(told)))}"
    )
    before = previews.before(document, part.spans[0].start)
    after = previews.after(document, part.spans[-1].end)
    edge = html.muted(previews.SEAM)
    first, last = told[:12].strip(), told[-12:].strip()
    body = (
        f"{html.muted('…' + before)}{edge}{html.marked(first, 'duplicate')}…"
        f"{html.marked(last, 'duplicate')}{edge}{html.muted(after + '…')}"
    )
    parts = [head, html.muted(where), body]
    if number != taken:
        parts.append(_differences(told, kept))
    return html.lines(*parts, leading=140)


def _differences(told: str, kept: str) -> str:
    found = previews.differences(told.strip(), kept.strip())
    if not found:
        return html.plain(say("Cards", "Identical to the one that stays."))
    shown = [
        (html.struck(d.here, "suspect") if d.here else "∅")
        + " → "
        + (html.bold(d.kept) if d.kept else "∅")
        for d in _shortened(found)
    ]
    more = len(found) - len(shown)
    rest = say("Cards", " and {more} more").format(more=more) if more > 0 else ""
    told = say("Cards", "Differs: ")
    return f"{html.plain(told)}{'；'.join(shown)}{html.plain(rest)}"


def _shortened(found: tuple[previews.Difference, ...]) -> list[previews.Difference]:
    return [
        previews.Difference(d.span, previews.ends(d.here), previews.ends(d.kept))
        for d in found[:SHOWN]
    ]
