from __future__ import annotations

from brandtool.core.decision import Label, Point, Source
from brandtool.core.person import Bound, Person, Register, persons_of
from brandtool.core.quote import Quote
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
        "p1",
        "王明",
        ("老王",),
        (("局长", "市规划局", "2024-05-20"),),
        (Bound("", Point("", 7), 9, 4), Bound("", Point("", 12), 13, 4)),
        ("p1",),
    )
    assert person.written_posts == ("市规划局局长",)


def test_persons_are_listed_by_name_and_only_those_that_were_made():
    found = persons_of(told(*MING, *LI, label("name", "p9", "无")))
    assert [p.name for p in found] == ["李强", "王明"]
    assert persons_of(told(label("create", "p1"))) == (Person("p1", "", members=("p1",)),)
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


def test_a_person_has_as_many_aliases_and_posts_as_were_given():
    posts = [{"text": text, "institution": "渡口", "date": ""} for text in ("站长", "船长")]
    (person,) = persons_of(
        told(
            *MING,
            *(
                Label("person.alias", (), name, f"p1 {name}")
                for name in ("老王", "王 站长", "王明")
            ),
            *(Label("person.post", (), post, f"p1 {post['text']}") for post in posts),
        )
    )
    assert person.aliases == ("王 站长", "老王")
    assert person.written_posts == ("渡口站长", "渡口船长")


def bind(person: str, start: int, doc: str = "d1"):
    return Label("person.bind", (Source(start, start + 3),), person, doc)


def test_a_quote_belongs_to_the_one_it_was_bound_to_last():
    log = told(*MING, *LI, bind("p1", 7), bind("p2", 7), bind("p1", 20))
    register = Register(persons_of(log))
    assert register.speaker("d1", spoken("王明")).name == "李强"
    assert register.speaker("d1", spoken("王明", 20)).name == "王明"
    assert register.speaker("d2", spoken("王明")).name == "王明"
    assert persons_of(told(*MING, label("bind", "p1")))[0].quotes == ()
    assert persons_of(told(*MING, bind("p9", 7)))[0].quotes == ()


def spoken(speaker: str | None, start: int = 7, **more) -> Quote:
    return Quote("q", "direct", (Source(start, start + 3),), "话。", speaker=speaker, **more)


def test_a_speaker_bears_the_name_of_the_register_and_keeps_the_printed_posts():
    log = told(*MING, label("alias", "p1", "老王"), label("post", "p1", {"text": "站长"}))
    register = Register(persons_of(log))
    told_as = register.attributed("d1", spoken("老王", posts=("渡口站长",)))
    assert (told_as.speaker, told_as.posts, told_as.speaker_kind) == (
        "王明", ("渡口站长",), "person"
    )  # fmt: skip
    assert register.attributed("d1", spoken("王明")).posts == ("站长",)
    assert register.attributed("d1", spoken("李强")) == spoken("李强")
    assert register.attributed("d1", spoken(None)) == spoken(None)
    assert Register().attributed("d1", spoken("老王")) == spoken("老王")


def test_a_bound_quote_is_theirs_on_its_own_page_only():
    register = Register(persons_of(told(*MING, bind("p1", 7))))
    told_as = register.attributed("d1", spoken("业内人士", speaker_kind="unnamed"))
    assert (told_as.speaker, told_as.speaker_kind) == ("王明", "person")
    assert register.attributed("d2", spoken("业内人士")).speaker == "业内人士"
    assert register.attributed("d1", spoken("业内人士", 9)).speaker == "王明"
    assert register.attributed("d1", spoken("业内人士", 10)).speaker == "业内人士"
    assert register.attributed("d1", Quote("q", "direct", (), "", speaker="王明")).speaker == "王明"


def test_an_organisation_stays_one():
    register = Register(persons_of(told(*MING)))
    assert register.attributed("d", spoken("王明", speaker_kind="organisation")).speaker_kind == (
        "organisation"
    )
    assert (
        register.attributed("d", spoken("王明", speaker_kind="unnamed")).speaker_kind == "unnamed"
    )


def test_of_two_of_one_name_the_one_made_first_answers_to_it():
    log = told(
        label("create", "z"), label("name", "z", "王明"), *MING, label("alias", "p1", "李强"), *LI
    )
    register = Register(persons_of(log))
    assert register.named("王明").id == "z"
    assert register.named("李强").id == "p2"
    assert register.named("赵") is None


def test_a_person_is_found_by_every_id_made_one():
    register = Register(persons_of(told(*MING, *LI, label("same", "p2 p1"))))
    assert register.of("p1") == register.of("p2")
    assert register.of("p1").members == ("p1", "p2")
    assert register.of("p3") is None


def test_a_register_gives_every_name_its_canonical_one():
    log = told(*MING, *LI, label("alias", "p1", "老王"), label("alias", "p2", "王明"))
    assert Register(persons_of(log)).canonical == {"王明": "王明", "李强": "李强", "老王": "王明"}
