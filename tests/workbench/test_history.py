from __future__ import annotations

from brandtool.core.decision import Label
from brandtool.core.fold import Ledger
from brandtool.workbench.history import Action, actions_of, next_redo, next_undo
from tests.core.script import event

EDITORS = {"r": "li", "s": "wang"}
LABEL = Label("flag")


def test_the_events_of_one_act_are_one_line():
    log = Ledger(
        [
            event("a", 1, LABEL, action="x", doc="d"),
            event("b", 2, LABEL, action="x", doc="d"),
            event("c", 3, LABEL, action="y", replica="unknown"),
            event("r", 4, verb="retract", targets=["a", "b"], action="z"),
        ]
    )
    first, second = actions_of(log, EDITORS)
    assert first == Action("x", "test.add", ("a", "b"), "li", 2, 0, "d", True)
    assert (first.count, second.editor, second.undone) == (2, "", False)
    assert next_undo([first, second], "li") is None


def test_an_act_of_which_a_part_is_taken_back_is_not_undone():
    log = Ledger(
        [
            event("a", 1, LABEL, action="x"),
            event("b", 2, LABEL, action="x"),
            event("r", 3, verb="retract", targets=["a"], action="z"),
        ]
    )
    (action,) = actions_of(log, EDITORS)
    assert not action.undone
    assert next_undo([action], "li") is action


def test_only_an_undoing_of_ones_own_after_ones_last_act_is_redone():
    log = [event("a", 1, LABEL, action="x"), event("u", 2, verb="retract", targets=["a"])]

    def redo(*more):
        ledger = Ledger([*log, *more])
        found = next_redo(ledger, actions_of(ledger, EDITORS), EDITORS, "li")
        return found.event if found else None

    assert redo() == "u"
    assert redo(event("b", 3, LABEL, action="y")) is None
    assert redo(event("b", 3, LABEL, action="y", replica="s")) == "u"
    assert redo(event("v", 3, verb="retract", targets=["u"])) is None, "that was a redoing"
    assert redo(event("v", 3, verb="retract", targets=["nobody"])) == "u"
    assert redo(event("v", 3, verb="retract", targets=["nobody"], replica="s")) == "u"
