from __future__ import annotations

from brandtool.core.decision import Label, Point, Source
from brandtool.core.person import Person, persons_of
from tests.core.script import event


def told(*labels: Label):
    return [event(f"e{clock}", clock, label) for clock, label in enumerate(labels, 1)]


def label(kind: str, subject: str, value=None, anchor=()):
    return Label(f"person.{kind}", anchor, value, subject)


MING = [label("create", "p1"), label("name", "p1", "王明")]
LI = [label("create", "p2"), label("name", "p2", "李强")]


def test_a_person_is_what_decisions_tell():
    post = {"text": "局长", "institution": "市规划局", "date": "2024-05-20"}
    (person,) = persons_of(
        told(
            *MING,
            label("alias", "p1", "老王"),
            label("post", "p1", post),
            label("bind", "p1", None, (Source(7, 9), Source(12, 13))),
        )
    )
    assert person == Person(
        "p1", "王明", ("老王",), (("局长", "市规划局", "2024-05-20"),), (Point("", 7),)
    )


def test_persons_are_listed_by_name_and_only_those_that_were_made():
    found = persons_of(told(*MING, *LI, label("name", "p9", "无")))
    assert [p.name for p in found] == ["李强", "王明"]
    assert persons_of(told(label("create", "p1"))) == (Person("p1", ""),)
    assert persons_of([event("e", 1, *MING, doc="d")]) == ()


def test_same_persons_are_one_in_any_order():
    same = label("same", "p2 p1")
    for log in (told(*MING, *LI, same), told(same, *LI, *MING)):
        (person,) = persons_of(log)
        assert person.id == "p1"
        assert {person.name, *person.aliases} == {"王明", "李强"}
    chain = [label("create", f"p{n}") for n in range(1, 5)]
    links = [label("same", f"p{n} p{n + 1}") for n in (3, 1, 2)]
    assert [p.id for p in persons_of(told(*chain, *links, label("same", "p4 p1")))] == ["p1"]


def test_without_the_link_they_are_two_and_a_link_to_nobody_joins_nothing():
    assert len(persons_of(told(*MING, *LI))) == 2
    assert len(persons_of(told(*MING, label("same", "p1 p7"), label("same", "p1")))) == 1


def test_the_latest_name_stands_and_a_strange_post_is_empty():
    later = [label("name", "p2", "王铭"), label("create", "p2"), label("same", "p1 p2")]
    (person,) = persons_of(told(*MING, *later, label("post", "p1", "局长")))
    assert (person.name, person.aliases, person.posts) == ("王铭", ("王明",), (("", "", ""),))
