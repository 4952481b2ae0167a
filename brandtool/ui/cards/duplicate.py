"""Copies, each with what stands before and after it.

Every character in which a copy differs from the one that stays is shown.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from brandtool.core.candidate import Part
from brandtool.core.document import ink_before, next_ink
from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, ChoiceRow, column
from brandtool.ui.words import say

__all__ = ["card"]

SHOWN = 4
NEAR = 3
"""Characters around a difference that are shown with it."""


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
    line = document.line_at(part.spans[0].start) if part.spans else 0
    where = say("Cards", "source line {line}").format(line=line)
    short = html.plain(sign) if number != taken else html.bold(sign)
    if number == taken:
        where = context.place(part.spans[0].start)
    head = f"{html.bold(name)} · {short}"
    size = f"{where} · {words.count(previews.size(told))}"
    above, below = _around(context, part)
    parts = [head, html.muted(size), html.muted(f"↑ {above}")]
    most = 29 if number == taken else 15
    parts.append(html.marked(previews.ends(told, most=most), "duplicate"))
    parts.append(html.muted(f"↓ {below}"))
    if number != taken:
        parts += _differences(told.strip(), kept.strip())
    return html.lines(*parts, leading=140)


def _around(context: CardContext, part: Part) -> tuple[str, str]:
    """Return what stands before and after an occurrence, or which other occurrence does."""
    document, others = context.document, context.candidate.parts
    first, last = part.spans[0].start, part.spans[-1].end
    ends = {other.spans[-1].end: n for n, other in enumerate(others, 1) if other.spans}
    starts = {other.spans[0].start: n for n, other in enumerate(others, 1) if other.spans}
    stop, start = ink_before(document.text, first), next_ink(document.text, last)
    name = say("Cards", "Occurrence {number}")
    nothing = say("Cards", "nothing")
    above = f"…{before}" if (before := previews.before(document, first, most=14)) else nothing
    below = f"{after}…" if (after := previews.after(document, last, most=14)) else nothing
    if stop in ends:
        above = name.format(number=ends[stop])
    if start in starts:
        below = name.format(number=starts[start])
    return above, below


def _differences(told: str, kept: str) -> list[str]:
    """Write how a copy differs, each difference on its line with a few characters around it."""
    found = previews.differences(told, kept)
    if not found:
        return [html.plain(say("Cards", "Identical to the one that stays."))]
    out = [_difference(told, one) for one in found[:SHOWN]]
    if len(found) > SHOWN:
        more = say("Cards", "and {more} more differences").format(more=len(found) - SHOWN)
        out.append(html.muted(more))
    return out


def _difference(told: str, one: previews.Difference) -> str:
    before = html.muted(previews.flat(told[max(0, one.span.start - NEAR) : one.span.start]))
    after = html.muted(previews.flat(told[one.span.end : one.span.end + NEAR]))
    here, kept = html.struck(previews.ends(one.here), "suspect"), html.bold(previews.ends(one.kept))
    if not one.kept:
        return html.plain(say("Cards", "Has besides: ")) + before + here + after
    if not one.here:
        return html.plain(say("Cards", "Is without: ")) + before + kept + after
    return html.plain(say("Cards", "Reads: ")) + f"{before}{here} → {kept}{after}"
