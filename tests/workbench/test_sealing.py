"""Seals: chain, clock, parents, and what a replaced event said beside."""

from __future__ import annotations

from brandtool.core.decision import Label, Replace, Source, event_id
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.span import Span
from brandtool.workbench.sealing import Draft, Seal

PAGE = Document("甲乙丙丁\n戊己庚辛\n")
HEAD, DECK = (Label("role", (Source(0, 4),), role) for role in ("headline", "deck"))
ITEM = Label("role", (Source(5, 9),), "item")


def sealed(ledger: Ledger, *drafts: Draft, seal: Seal | None = None):
    out = (seal or Seal("r", PAGE)).seal(drafts, ledger)
    for decision in out:
        ledger.add(decision)
    return out


def test_events_are_numbered_and_chained():
    ledger, seal = Ledger(), Seal("r", PAGE, n=4, prev="before", clock=7)
    one, two = sealed(ledger, Draft("add", "a", (HEAD,)), Draft("add", "b", (ITEM,)), seal=seal)
    assert [(d.n, d.clock, d.prev) for d in (one, two)] == [(5, 8, "before"), (6, 9, one.event)]
    assert one.action == two.action
    assert all(d.event == event_id(d) for d in (one, two))
    (three,) = sealed(ledger, Draft("add", "c", project=True), seal=seal)
    assert (three.n, three.prev, three.doc, three.text_sha256) == (7, two.event, None, None)
    assert three.action != one.action


def test_the_clock_is_greater_than_any_known():
    ledger = Ledger()
    sealed(ledger, Draft("add", "a"), seal=Seal("other", PAGE, clock=40))
    assert sealed(ledger, Draft("add", "b"))[0].clock == 42


def test_the_same_slot_is_taken_over():
    ledger = Ledger()
    (one,) = sealed(ledger, Draft("add", "role", (HEAD,)))
    (two,) = sealed(ledger, Draft("add", "role", (DECK,)))
    assert two.parents == (one.event,)
    assert [d.event for d in ledger.effective] == [two.event]


def test_the_rest_of_two_changes_to_one_event_is_what_neither_names():
    ledger = Ledger()
    (one,) = sealed(ledger, Draft("accept", "article", (HEAD, ITEM, Label("about")), cand="c"))
    deck = Label("role", (Source(5, 9),), "deck")
    rest, two, three = sealed(ledger, Draft("add", "role", (DECK,)), Draft("add", "role", (deck,)))
    assert two.parents == three.parents == rest.parents == (one.event,)
    assert (rest.verb, rest.cand, rest.effects) == ("amend", "c", (Label("about"),))


def test_wording_that_is_touched_is_taken_over_and_a_removal_is_not():
    ledger = Ledger()
    (fix,) = sealed(ledger, Draft("add", "correct", (Replace(Span(1, 3), "二三"),)))
    sealed(ledger, Draft("add", "delete", (Replace(Span(5, 9), ""),)))
    (over,) = sealed(ledger, Draft("add", "correct", (Replace(Span(0, 6), "新"),)))
    assert over.parents == (fix.event,)
    (beside,) = sealed(ledger, Draft("add", "correct", (Replace(Span(6, 7), "旁"),)))
    assert beside.parents == ()


def test_an_event_taken_over_by_name_keeps_its_removals():
    ledger = Ledger()
    (one,) = sealed(
        ledger, Draft("add", "correct", (Replace(Span(4, 4), "新"), Replace(Span(5, 7), "")))
    )
    rest, two = sealed(
        ledger,
        Draft("add", "correct", (Replace(Span(4, 4), "文"),), replaces=(one.event, "nobody")),
    )
    assert two.parents == rest.parents == (one.event,)
    assert rest.effects == (Replace(Span(5, 7), ""),)


def test_one_answer_takes_over_another_to_the_same_question():
    ledger = Ledger()
    (one,) = sealed(ledger, Draft("accept", "role", (HEAD, ITEM), cand="c"))
    (two,) = sealed(ledger, Draft("keep", "role", (), cand="c"))
    assert two.parents == (one.event,)


def test_a_retraction_takes_over_nothing():
    ledger = Ledger()
    (one,) = sealed(ledger, Draft("add", "role", (HEAD,)))
    (back,) = sealed(ledger, Draft("retract", "role", targets=(one.event,)))
    assert (back.parents, back.targets) == ((), (one.event,))
    assert ledger.effective == ()


def test_what_an_editor_places_by_hand_is_an_event_each_and_what_is_answered_is_one():
    ledger = Ledger()
    effects = (HEAD, Replace(Span(0, 1), "一"), ITEM, Replace(Span(2, 3), ""))
    parts = sealed(ledger, Draft("add", "x", effects))
    assert [d.effects for d in parts] == [(effects[1], effects[3]), (HEAD,), (ITEM,)]
    assert len({d.action for d in parts}) == 1
    (answer,) = sealed(Ledger(), Draft("accept", "x", effects, cand="c"))
    assert answer.effects == effects
    named = sealed(ledger, Draft("add", "x", (HEAD, ITEM), replaces=(parts[0].event,)))
    assert [d.parents for d in named][1:] == [
        (parts[0].event,),
        (parts[1].event,),
        (parts[2].event,),
    ]
    assert [d.effects for d in named] == [(effects[3],), (), (HEAD,), (ITEM,)]
