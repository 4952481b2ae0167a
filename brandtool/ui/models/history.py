"""The lines of the history: what was done, where, to which words, by whom and when."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandtool.ui import words
from brandtool.ui.previews import ends, line
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.decision import Decision
    from brandtool.core.document import Document
    from brandtool.ui.models.question import QuestionRow
    from brandtool.workbench import Action, Workbench

__all__ = ["HistoryRow", "history_rows", "spot", "verdict"]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """Hold what the history shows of an act: `done` and `where`, `text`, `editor`, its time.

    `gone`: it was taken back.
    """

    id: str
    done: str
    where: str
    text: str
    editor: str
    made_us: int
    gone: bool

    @property
    def first(self) -> str:
        """Return the heavy line."""
        return " · ".join(part for part in (self.done, self.where) if part)

    @property
    def second(self) -> str:
        """Return the quiet line."""
        when = time.strftime("%H:%M", time.localtime(self.made_us / 1e6))
        told = [say("History", "undone") if self.gone else "", self.text, when, self.editor]
        return " · ".join(part for part in told if part)

    @property
    def told(self) -> str:
        """Return all of it, with the day."""
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(self.made_us / 1e6))
        return "\n".join(part for part in (self.first, self.text, when, self.editor) if part)


def history_rows(
    workbench: Workbench,
    rows: Mapping[str, QuestionRow],
    editors: Mapping[str, str],
    texts: Mapping[str, Document],
) -> tuple[HistoryRow, ...]:
    """Return the acts on the open page and in its project, the newest first.

    `rows` are the lines of the questions by their ids, `editors` the names of editors by theirs,
    `texts` the earlier texts of the page by their SHA-256.
    """
    here = (None, workbench.document.uid)
    known = {**texts, workbench.document.sha256: workbench.document}
    names = {member: p.name for p in workbench.persons for member in p.members}
    return tuple(
        _row(workbench, action, rows, editors.get(action.editor, action.editor), known, names)
        for action in reversed(workbench.history)
        if action.doc in here
    )


def _row(
    workbench: Workbench,
    action: Action,
    rows: Mapping[str, QuestionRow],
    editor: str,
    texts: Mapping[str, Document],
    names: Mapping[str, str],
) -> HistoryRow:
    found = [workbench.ledger[event] for event in action.events]
    if action.label.startswith("person."):
        where, text = "", _person(found, names)
    elif len(found) == 1 or _by_hand(found):
        where, text = _place(found[0], rows, texts)
    else:
        where, text = "", next((rows[d.cand].text for d in found if d.cand and d.cand in rows), "")
    return HistoryRow(
        action.id, _done(action.label, found), where, text, editor, action.made_us, action.undone
    )


def _by_hand(found: list[Decision]) -> bool:
    """Tell whether an act is the editor's own: one mark, whose parts are stored one by one."""
    return all(decision.verb == "add" and decision.cand is None for decision in found)


def _done(label: str, found: list[Decision]) -> str:
    """Say what an act did; of a batch of several kinds, how many of each."""
    kinds = Counter(decision.kind for decision in found)
    if label.startswith("person."):
        return words.done(label)
    if len(kinds) == 1:
        told = words.done(label)
        return f"{told} × {len(found)}" if len(found) > 1 and not _by_hand(found) else told
    told = say("History", "Answered together: {count}").format(count=len(found))
    parts = (f"{words.kind(kind)} {number}" for kind, number in kinds.most_common())
    return told + say("History", " ({kinds})").format(kinds=say("History", ", ").join(parts))


def _person(found: list[Decision], names: Mapping[str, str]) -> str:
    """Say which names, posts and quotes an act on persons is about; `names` are those by ids."""
    from brandtool.core.decision import Label

    told: dict[str, None] = {}
    into, quotes = "", 0
    for effect in (effect for decision in found for effect in decision.effects):
        if not isinstance(effect, Label):
            continue
        person, _, rest = effect.subject.partition(" ")
        match effect.kind:
            case "person.name":
                into = str(effect.value)
            case "person.alias" | "person.post":
                told[rest] = None
                into = into or names.get(person, "")
            case "person.same":
                told[str(effect.value or names.get(person, ""))] = None
                into = into or names.get(rest, "")
            case "person.bind":
                quotes += 1
                into = into or names.get(str(effect.value), "")
    if quotes:
        told[say("History", "quotes: {count}").format(count=quotes)] = None
    return " → ".join(filter(None, (say("History", ", ").join(told), into)))


def _place(
    decision: Decision, rows: Mapping[str, QuestionRow], texts: Mapping[str, Document]
) -> tuple[str, str]:
    """Return the place and the words of one decision, as far as they are known."""
    row = rows.get(decision.cand or "")
    if row is not None:
        return words.place(row.article, row.paragraph), row.text
    return spot(texts.get(decision.text_sha256 or ""), decision)


def spot(document: Document | None, decision: Decision) -> tuple[str, str]:
    """Return the line of the source and the words of one decision on a text, if it is known."""
    from brandtool.core.claim import claim_of
    from brandtool.core.decision import Label, Place, Replace, Source

    for effect in decision.effects:
        match effect:
            case Label("state", _, {"state": str(state)}):
                return "", words.page_state(state)
            case Label("word", _, {"text": str(text)}):
                return "", text
    if document is None:
        return "", ""
    claim = claim_of(decision) if decision.cand is not None else None
    if claim is not None:
        return "", line(document, claim)
    for effect in decision.effects:
        match effect:
            case Replace(span, new):
                old = document.quote(span)
                told = f"{ends(old, most=14) or '∅'} → {ends(new, most=14) or '∅'}"
                return _line(document.line_at(span.start)), told
            case Place(Source(start, end)) | Label(_, (Source(start, end), *_)):
                return _line(document.line_at(start)), ends(document.text[start:end])
            case _:
                continue
    return "", ""


def verdict(decision: Decision) -> str:
    """Say what one decision did."""
    return words.done(f"{decision.kind}.{decision.verb}")


def _line(number: int) -> str:
    return say("History", "source line {line}").format(line=number)
