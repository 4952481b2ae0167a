"""The fold is a function of the set of events."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from brandtool.core.article import render
from brandtool.core.decision import Decision, Label, Place, Point, Replace, Source, read_payload
from brandtool.core.document import Document
from brandtool.core.fold import Ledger, in_force
from brandtool.core.span import Span
from tests.properties.logs import Case, cases

many = settings(max_examples=2000, deadline=None)


def state(ledger: Ledger, document: Document) -> object:
    edition = render(document, ledger)
    return (
        [d.event for d in ledger.effective],
        edition.text,
        [(a.text, a.key) for a in edition.articles],
        edition.table.segments,
        set(edition.conflicts),
        sorted(map(repr, edition.table.dropped)),
    )


@many
@given(cases())
def test_any_order_of_arrival_gives_one_state(case: Case) -> None:
    document, log = case.document, case.log
    shuffled = case.rng.sample(log, len(log))
    assert state(Ledger(log), document) == state(Ledger(shuffled), document)


@many
@given(cases())
def test_an_event_that_arrives_twice_is_one_event(case: Case) -> None:
    document, log = case.document, case.log
    assert state(Ledger(log + log), document) == state(Ledger(log), document)


@many
@given(cases())
def test_the_incremental_fold_equals_the_definition(case: Case) -> None:
    log = case.log
    known = {d.event: d for d in log}

    def named(decision: Decision, events: tuple[str, ...]) -> list[Decision]:
        found = [known[e] for e in events if e in known]
        return [other for other in found if other.clock < decision.clock]

    def retracted(decision: Decision) -> bool:
        return any(
            d.verb == "retract" and decision in named(d, d.targets) and not retracted(d)
            for d in log
        )

    def ancestors(decision: Decision) -> set[str]:
        out: set[str] = set()
        work = named(decision, decision.parents)
        while work:
            one = work.pop()
            if one.event not in out:
                out.add(one.event)
                if one.verb != "retract":
                    work += named(one, one.parents)
        return out

    standing = [d for d in log if d.verb != "retract" and not retracted(d)]
    superseded = set().union(*(ancestors(d) for d in standing)) if standing else set()
    want = {d.event for d in standing if d.event not in superseded}
    assert {d.event for d in Ledger(log).effective} == want


@many
@given(cases())
def test_taking_back_an_event_is_as_if_it_never_was(case: Case) -> None:
    event = case.event("e", 1, effects=case.effects(), parents=case.some())
    back = case.event("r", 2, verb="retract", targets=("e",))
    want = state(Ledger(case.log), case.document)
    assert state(Ledger([*case.log, event, back]), case.document) == want


@many
@given(cases())
def test_redo_is_the_retraction_of_a_retraction(case: Case) -> None:
    event = case.event("e", 1, effects=case.effects(), parents=case.some())
    back = case.event("r", 2, verb="retract", targets=("e",))
    again = case.event("s", 3, verb="retract", targets=("r",))
    want = state(Ledger([*case.log, event]), case.document)
    assert state(Ledger([*case.log, event, back, again]), case.document) == want


@many
@given(cases())
def test_a_retracted_link_passes_its_parents_on(case: Case) -> None:
    parents = case.some()
    first = case.event("e", 1, effects=case.effects(), parents=parents)
    then = case.event("f", 2, effects=case.effects(), parents=("e",))
    back = case.event("r", 2, verb="retract", targets=("e",))
    want = state(Ledger([*case.log, replace(then, parents=parents)]), case.document)
    assert state(Ledger([*case.log, first, then, back]), case.document) == want


@many
@given(cases())
def test_a_payload_is_read_back_as_it_was_written(case: Case) -> None:
    for decision in case.log:
        anchor, told, note, targets = read_payload(decision.payload)
        assert (anchor, told, note, targets) == (
            decision.anchor, decision.effects, decision.note, decision.targets,
        )  # fmt: skip


def test_of_two_answers_to_one_candidate_the_later_is_rendered_and_both_are_listed() -> None:
    document = Document("甲乙丙")
    one = Decision(
        "1", "r", 1, 1, "a", "accept", "suspect", doc=document.uid, cand="c",
        effects=(Replace(Span(0, 1), "X"),),
    )  # fmt: skip
    two = replace(one, event="2", replica="s", clock=1, effects=(Replace(Span(0, 1), "Y"),))
    edition = render(document, Ledger([two, one]))
    assert edition.text == "Y乙丙"
    assert edition.conflicts[0].events == ("1", "2")
    three = replace(one, event="3", clock=2, parents=("1", "2"))
    edition = render(document, Ledger([two, one, three]))
    assert (edition.text, edition.conflicts) == ("X乙丙", ())


def test_equal_places_are_agreement() -> None:
    document = Document("甲\n乙")
    place = Place(Source(2, 3), Point("", 1), "run_on")
    one = Decision("1", "r", 1, 1, "a", "add", "join", doc=document.uid, effects=(place,))
    two = replace(one, event="2", replica="s")
    standings, conflicts = in_force([one, two])
    assert [s.effect for s in standings] == [place]
    assert conflicts == ()
    role = Label("role", (Source(0, 1),), "headline")
    other = replace(role, value="body")
    _, conflicts = in_force([replace(one, effects=(role,)), replace(two, effects=(other,))])
    assert len(conflicts) == 1
