"""A quote: its words, its cue, and who is meant; of reported speech how it begins and ends.

Who speaks stands below, with others to pick from.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from brandtool.core.candidate import Candidate
from brandtool.core.span import Span
from brandtool.ui import html, previews, words
from brandtool.ui.cards.frame import CardContext, ChoiceRow, column, fact, reading
from brandtool.ui.words import say

__all__ = ["card", "speakers"]

EDGE = 8
"""How many characters of reported speech are shown at either end."""
UNNUMBERED = 10
"""The number of a choice that has no digit."""


def speakers(candidate: Candidate, called: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the speaker proposed and the others it might be, the likeliest first.

    `called` gives the name a person has in the project: of two names of one person only the first
    is listed.
    """
    value = candidate.value if isinstance(candidate.value, Mapping) else {}
    first = value.get("speaker")
    others = value.get("alternatives")
    told = [first, *(others if isinstance(others, (list, tuple)) else ())]
    known = called or {}
    out: dict[str, str] = {}
    for name in (str(name) for name in told if name):
        out.setdefault(known.get(name, name), name)
    return tuple(out.values())


def card(context: CardContext) -> QWidget:
    """Show the quote as far as it takes to judge it, and the speakers to pick from."""
    document, candidate = context.document, context.candidate
    content = candidate.part("content")
    homes = context.edition.table.locate(content.anchor) if content is not None else ()
    text = "".join(context.edition.text[home.start : home.end] for home in homes)
    text = text or previews.part_text(document, content)
    kind = context.chosen_kind or previews.value_of(candidate, "kind") or "direct"
    shown = html.marked(previews.ends(text, most=90), "quote")
    if kind != "direct" and homes and len(text) > 3 * EDGE:
        shown = _ends(context, homes, text)
    pieces = len(content.spans) if content is not None else 0
    size = words.count(previews.size(text))
    told = (
        size
        if pieces <= 1
        else say("Cards", "{size} in {pieces} pieces").format(size=size, pieces=pieces)
    )
    cue = previews.flat(previews.part_text(document, candidate.part("cue")))
    return column(
        reading(shown),
        fact(say("Cards", "Kind"), html.bold(words.title(words.quote_kind(kind)))),
        fact(say("Cards", "Length"), html.plain(told)),
        fact(say("Cards", "Cue"), html.plain(cue or say("Cards", "none"))),
        *_meant(context),
        fact(say("Cards", "Speaker"), ""),
        *_choices(context),
        spacing=6,
    )


def _ends(context: CardContext, homes: tuple[Span, ...], text: str) -> str:
    """Write how reported speech begins and ends, and what stands before and after it."""
    page = context.edition.text
    before = page[page.rfind("\n", 0, homes[0].start) + 1 : homes[0].start][-EDGE:]
    stop = page.find("\n", homes[-1].end)
    after = page[homes[-1].end : len(page) if stop < 0 else stop][:EDGE]
    flat = previews.flat(text)
    middle = say("Cards", "… {size} …").format(size=words.count(previews.size(text)))
    first = html.muted(before) + html.marked(flat[:EDGE], "quote")
    last = html.marked(flat[-EDGE:], "quote") + html.muted(after or "¶")
    return f"{first}<br>{html.muted(middle)} {last}"


def _meant(context: CardContext) -> list[QWidget]:
    """Show the wording that names the speaker, and whom a pronoun means."""
    document, candidate = context.document, context.candidate
    mention = previews.flat(previews.part_text(document, candidate.part("mention")))
    out: list[QWidget] = []
    if mention:
        out.append(fact(say("Cards", "Wording in the text"), html.plain(mention)))
    part = candidate.part("antecedent")
    if part is not None and part.spans:
        told = html.bold(previews.flat(previews.part_text(document, part)))
        where = html.muted(context.place(part.spans[0].start))
        name = say("Cards", "“{word}” means").format(word=mention)
        out.append(fact(name if mention else say("Cards", "Meant is"), f"{told} {where}"))
    return out


def _choices(context: CardContext) -> list[QWidget]:
    names = speakers(context.candidate, context.called)
    called = [context.called.get(name, name) for name in names]
    chosen = context.called.get(context.speaker, context.speaker) or (called[0] if called else "")
    numbered = list(enumerate(called[:9], 1))
    if chosen and chosen not in called:
        numbered.insert(0, (UNNUMBERED, chosen))
    out: list[QWidget] = []
    for number, name in numbered:
        row = ChoiceRow(number, html.plain(name), taken=name == chosen)
        row.picked.connect(context.pick)
        out.append(row)
    return out or [fact("", html.muted(say("Cards", "Not named: press P to choose.")))]
