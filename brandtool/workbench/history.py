"""Actions: what the editor did, one line each, and which is next to be undone or redone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brandtool.core.decision import Decision, Place
from brandtool.core.fold import Ledger
from brandtool.workbench.sealing import Draft


@dataclass(frozen=True, slots=True)
class Action:
    """Name one act of an editor: its decisions, when it was done, and whether it is undone.

    `label` is the code of the act (its kind and verb, as `join.accept`); `count` the number of
    decisions.
    """

    id: str
    label: str
    events: tuple[str, ...]
    editor: str
    clock: int
    made_us: int
    doc: str | None
    undone: bool

    @property
    def count(self) -> int:
        """Count the decisions."""
        return len(self.events)


def label_of(one: Decision | Draft) -> str:
    """Return the code of an act that begins with a decision: its kind and verb.

    Taking an article boundary away is told from setting one: `article.remove`.
    """
    joints = [effect.joint for effect in one.effects if isinstance(effect, Place)]
    if (one.kind, one.verb) == ("article", "add") and joints and "article" not in joints:
        return "article.remove"
    return f"{one.kind}.{one.verb}"


def actions_of(ledger: Ledger, editors: Mapping[str, str]) -> tuple[Action, ...]:
    """List the acts but undoing ones, by clock; `editors` gives the editor of each replica."""
    groups: dict[str, list[Decision]] = defaultdict(list)
    for decision in ledger:
        if decision.verb != "retract":
            groups[decision.action].append(decision)
    out = [
        Action(
            id=action,
            label=label_of(found[0]),
            events=tuple(d.event for d in found),
            editor=editors.get(found[0].replica, ""),
            clock=found[-1].clock,
            made_us=found[0].made_us,
            doc=found[0].doc,
            undone=all(ledger.is_retracted(d.event) for d in found),
        )
        for action, found in groups.items()
    ]
    return tuple(sorted(out, key=lambda action: (action.clock, action.id)))


def next_undo(actions: Iterable[Action], editor: str) -> Action | None:
    """Return this editor's latest act that is not undone."""
    return next((a for a in reversed(tuple(actions)) if a.editor == editor and not a.undone), None)


def next_redo(
    ledger: Ledger, actions: Iterable[Action], editors: Mapping[str, str], editor: str
) -> Decision | None:
    """Return the retraction to take back: this editor's latest, if nothing new was done since."""
    mine = [action for action in actions if action.editor == editor]
    since = max((action.clock for action in mine), default=0)
    undoing = [
        d
        for d in ledger
        if d.verb == "retract"
        and d.clock > since
        and editors.get(d.replica, "") == editor
        and not ledger.is_retracted(d.event)
        and any(target in ledger and ledger[target].verb != "retract" for target in d.targets)
    ]
    return undoing[-1] if undoing else None
