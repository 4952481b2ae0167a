from __future__ import annotations

from itertools import permutations

from brandtool.core.decision import Label, Place, Point, Replace, Source, Typed
from brandtool.core.fold import Conflict, Ledger, effect_slot, in_force, slots_of
from brandtool.core.span import Span
from tests.core.script import event

ROLE = Label("role", (Source(0, 1),), "headline")
DECK = Label("role", (Source(0, 1),), "deck")
DROP = Replace(Span(0, 1), "")


def stands(*events):
    found = {tuple(d.event for d in Ledger(order).effective) for order in permutations(events)}
    assert len(found) == 1, "the order of arrival orders nothing"
    return list(found.pop())


def test_an_event_known_twice_is_one():
    ledger = Ledger()
    assert ledger.add(event("a", 3, ROLE))
    assert not ledger.add(event("a", 3, ROLE))
    assert (len(ledger), ledger.clock, [d.event for d in ledger]) == (1, 3, ["a"])
    assert "a" in ledger
    assert ledger["a"].clock == 3


def test_events_go_by_clock_and_id():
    assert stands(event("b", 1), event("a", 2), event("c", 1)) == ["b", "c", "a"]


def test_a_retracted_event_does_not_stand_and_a_retraction_never_does():
    back = event("r", 2, verb="retract", targets=["a"])
    assert stands(event("a", 1), back) == []
    assert Ledger([event("a", 1), back]).is_retracted("a")
    redo = event("s", 3, verb="retract", targets=["r"])
    assert stands(event("a", 1), back, redo) == ["a"]
    again = event("t", 4, verb="retract", targets=["s"])
    assert stands(event("a", 1), back, redo, again) == []


def test_two_retractions_must_both_be_taken_back():
    one, two = (event(n, c, verb="retract", targets=["a"]) for n, c in (("r", 2), ("s", 3)))
    assert stands(event("a", 1), one, two, event("t", 4, verb="retract", targets=["r"])) == []


def test_a_child_supersedes_and_gives_back_when_it_is_retracted():
    a, b = event("a", 1), event("b", 2, parents=["a"])
    assert stands(a, b) == ["b"]
    assert stands(a, b, event("r", 3, verb="retract", targets=["b"])) == ["a"]


def test_a_grandchild_supersedes_through_a_retracted_child():
    a, b, c = event("a", 1), event("b", 2, parents=["a"]), event("c", 3, parents=["b"])
    back = event("r", 4, verb="retract", targets=["b"])
    assert stands(a, b, c) == ["c"]
    assert stands(a, b, c, back) == ["c"]
    assert stands(a, b, c, back, event("s", 5, verb="retract", targets=["c"])) == ["a"]


def test_an_event_names_only_what_is_older():
    assert stands(event("a", 2, parents=["b"]), event("b", 2, parents=["a"])) == ["a", "b"]
    assert stands(event("a", 2), event("r", 1, verb="retract", targets=["a"])) == ["a"]
    assert stands(event("a", 1, parents=["nobody"])) == ["a"]


def test_a_retraction_supersedes_nothing():
    child = event("r", 2, verb="retract", targets=["x"], parents=["a"])
    assert stands(event("a", 1), child) == ["a"]


def rendered(*events):
    standings, conflicts = in_force(events)
    return [(s.event, s.effect) for s in standings], conflicts


def test_on_one_slot_the_latest_is_rendered_and_all_are_listed():
    told, conflicts = rendered(event("a", 1, ROLE), event("b", 1, DECK))
    assert told == [("b", DECK)]
    assert conflicts == (Conflict(effect_slot(ROLE), ("a", "b")),)


def test_equal_effects_agree():
    told, conflicts = rendered(event("a", 1, ROLE), event("b", 2, ROLE))
    assert (told, conflicts) == ([("b", ROLE)], ())
    answers = [event(n, c, ROLE, verb="accept", cand="q") for n, c in (("a", 1), ("b", 2))]
    assert rendered(*answers) == ([("b", ROLE)], ())


def test_on_one_candidate_the_latest_answer_is_the_only_one():
    accept = event("a", 1, DROP, verb="accept", cand="q")
    keep = event("b", 2, verb="keep", cand="q")
    told, conflicts = rendered(accept, keep)
    assert told == []
    assert conflicts == (Conflict(("candidate", "q"), ("a", "b")),)


def test_wording_has_no_slot_but_its_place_among_the_words_of_its_event():
    insert = Replace(Span(5, 5), "丙丁")
    standings, _ = in_force([event("a", 1, Replace(Span(0, 1), "甲乙"), DROP, insert)])
    assert [s.base for s in standings] == [0, 2, 2]
    assert [s.rank for s in standings] == [(1, 1, "a")] * 3
    assert effect_slot(DROP) is None


def test_a_decision_speaks_of_its_candidate_places_and_labels():
    place = Place(Typed("e", 0, 2), Point("", 3), "line")
    told = event("a", 1, DROP, place, ROLE, ROLE, cand="q")
    assert slots_of(told) == (("candidate", "q"), ("place", "e", 0), effect_slot(ROLE))
    assert slots_of(event("a", 1, DROP)) == ()
