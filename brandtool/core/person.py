"""Persons: project decisions folded into a register of who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brandtool.core.decision import Decision, Label, Point
from brandtool.core.fold import in_force

PERSON_LABELS = ("create", "name", "post", "alias", "same", "bind")
"""Project label kinds, each written `person.KIND`; `subject` is the person (for `same` "ID ID")."""


@dataclass(frozen=True, slots=True)
class Person:
    """Hold one person as the project knows them; `id` is the smallest event that made them.

    `posts` are (text, institution, date), `quotes` the places of quotes bound to them.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[tuple[str, str, str], ...] = ()
    quotes: tuple[Point, ...] = ()


def persons_of(decisions: Iterable[Decision]) -> tuple[Person, ...]:
    """Fold effective project decisions into persons, by name.

    Persons joined by effective `same` labels are one, in any order; of several names the latest
    given stands.
    """
    standings, _ = in_force(d for d in decisions if d.doc is None)
    labels = [s.effect for s in standings if isinstance(s.effect, Label)]
    homes = _Homes()
    for label in labels:
        if label.kind == "person.create":
            homes.add(label.subject)
    for label in labels:
        if label.kind == "person.same":
            homes.unite(*label.subject.split(" ", 1))
    told: dict[str, dict[str, list[Label]]] = defaultdict(lambda: defaultdict(list))
    for label in labels:
        home = homes.of(label.subject)
        if home is not None:
            told[home][label.kind].append(label)
    found = [_person(home, said) for home, said in told.items()]
    return tuple(sorted(found, key=lambda person: (person.name, person.id)))


def _person(home: str, said: Mapping[str, list[Label]]) -> Person:
    names = [str(label.value) for label in said.get("person.name", ())]
    posts = []
    for label in said.get("person.post", ()):
        value = label.value if isinstance(label.value, Mapping) else {}
        posts.append(tuple(str(value.get(key, "")) for key in ("text", "institution", "date")))
    return Person(
        id=home,
        name=names[-1] if names else "",
        aliases=tuple(
            sorted({str(x.value) for x in said.get("person.alias", ())} | set(names[:-1]))
        ),
        posts=tuple(dict.fromkeys((post[0], post[1], post[2]) for post in posts)),
        quotes=tuple(
            Point(part.origin, part.start)
            for label in said.get("person.bind", ())
            for part in label.anchor[:1]
        ),
    )


class _Homes:
    """Unite persons that are the same; the smallest id stands for all."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def add(self, person: str) -> None:
        self._up.setdefault(person, person)

    def of(self, person: str) -> str | None:
        if person not in self._up:
            return None
        while self._up[person] != person:
            self._up[person] = person = self._up[self._up[person]]
        return person

    def unite(self, one: str, other: str = "") -> None:
        a, b = self.of(one), self.of(other)
        if a is not None and b is not None and a != b:
            self._up[max(a, b)] = min(a, b)
