"""Persons: project decisions folded into a register of who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from brandtool.core.decision import AnchorPart, Decision, Label, Point
from brandtool.core.fold import in_force
from brandtool.core.quote import Quote

PERSON_LABELS = ("create", "name", "post", "alias", "same", "bind")
"""Project label kinds, each written `person.KIND`.

`subject` begins with the person's id; what follows it, behind a blank, keeps several aliases or
posts of one person apart. `same` has the subject "ID ID". `bind` has the content of a quote as its
anchor, the id of its document as subject and the person as value. An alias or post without a value
is taken back, and so is a `same` whose value is False.
"""


class Bound(NamedTuple):
    """Name a range of a quote that is bound to somebody, in a document ("": whichever).

    Of several that overlap, the one with the greatest `order` was bound last.
    """

    doc: str
    at: Point
    end: int
    order: int = 0

    def holds(self, part: AnchorPart) -> bool:
        """Tell whether a range of the same words overlaps this one."""
        start, origin = self.at.offset, self.at.origin
        return origin == part.origin and start < part.end and part.start < self.end


@dataclass(frozen=True, slots=True)
class Person:
    """Hold one person as the project knows them; `id` is the smallest of `members`.

    `members` are the ids that `same` decisions made one. `posts` are (text, institution, date),
    `quotes` the ranges of quotes bound to them.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[tuple[str, str, str], ...] = ()
    quotes: tuple[Bound, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def written_posts(self) -> tuple[str, ...]:
        """Return the posts as they are written: institution, then post."""
        return tuple(f"{place}{text}" for text, place, _ in self.posts if place or text)


class Register:
    """Find persons by any of their names, and the speakers of quotes.

    Of two persons who bear one name, the one made first answers to it; a canonical name goes
    before an alias.
    """

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self.persons = tuple(persons)
        self._names: dict[str, Person] = {}
        self._bound: dict[str, list[tuple[Bound, Person]]] = defaultdict(list)
        self._ids: dict[str, Person] = {}
        named = [person for person in self.persons if person.name]
        for person in named:
            self._names.setdefault(person.name, person)
            for bound in person.quotes:
                self._bound[bound.doc].append((bound, person))
        for person in named:
            for alias in person.aliases:
                self._names.setdefault(alias, person)
        for person in self.persons:
            self._ids.update(dict.fromkeys(person.members, person))

    def named(self, name: str) -> Person | None:
        """Return the person who answers to a name."""
        return self._names.get(name)

    @property
    def canonical(self) -> dict[str, str]:
        """Return every name somebody answers to, with the canonical name."""
        return {name: person.name for name, person in self._names.items()}

    def of(self, person: str) -> Person | None:
        """Return the person with an id, or that it was made one with."""
        return self._ids.get(person)

    def speaker(self, doc: str, quote: Quote) -> Person | None:
        """Return who is known to speak: the person the quote is bound to, else by the name.

        A quote whose ends were moved stays bound as long as some of its words do.
        """
        found = [
            (bound.order, person)
            for where in ({doc, ""} if self._bound else ())
            for bound, person in self._bound.get(where, ())
            if any(map(bound.holds, quote.content))
        ]
        if found:
            return max(found, key=lambda pair: pair[0])[1]
        return self._names.get(quote.speaker) if quote.speaker else None

    def attributed(self, doc: str, quote: Quote) -> Quote:
        """Return a quote under the name its speaker has in the project; posts stay as printed."""
        person = self.speaker(doc, quote)
        if person is None:
            return quote
        kind = quote.speaker_kind
        if kind == "unnamed" and person.name != quote.speaker:
            kind = ""
        return replace(
            quote,
            speaker=person.name,
            speaker_kind=kind or "person",
            posts=quote.posts or person.written_posts,
            person=person.id,
        )


def persons_of(decisions: Iterable[Decision]) -> tuple[Person, ...]:
    """Fold effective project decisions into persons, by name, then as they were made.

    Persons joined by effective `same` labels are one, in any order; of several names the latest
    given stands, and of several persons a quote was bound to the latest.
    """
    project = [d for d in decisions if d.doc is None]
    if not project:
        return ()
    standings, _ = in_force(project)
    labels = [s.effect for s in standings if isinstance(s.effect, Label)]
    homes = _Homes()
    for label in labels:
        if label.kind == "person.create":
            homes.add(label.subject)
    for label in labels:
        if label.kind == "person.same" and label.value is not False:
            homes.unite(*label.subject.split(" ", 1))
    told: dict[str, dict[str, list[Label]]] = {home: defaultdict(list) for home in homes.members()}
    bound: dict[Bound, str] = {}
    for order, label in enumerate(labels):
        owner = _owner(label)
        home = homes.of(owner)
        if home is not None:
            told[home][label.kind].append(label)
            bound.update(dict.fromkeys(_bound(label, order), home))
    made = [_person(home, said, bound, homes.members()[home]) for home, said in told.items()]
    return tuple(sorted(made, key=lambda person: person.name))


def _owner(label: Label) -> str:
    """Return whom a label is about."""
    if label.kind == "person.bind" and isinstance(label.value, str):
        return label.value
    return label.subject.split(" ", 1)[0]


def _bound(label: Label, order: int) -> tuple[Bound, ...]:
    """Return the ranges a label binds to somebody; without a person as value, of any document."""
    if label.kind != "person.bind":
        return ()
    doc = label.subject if isinstance(label.value, str) else ""
    return tuple(
        Bound(doc, Point(part.origin, part.start), part.end, order) for part in label.anchor
    )


def _person(
    home: str, said: Mapping[str, list[Label]], bound: Mapping[Bound, str], members: list[str]
) -> Person:
    names = [str(label.value) for label in said.get("person.name", ())]
    posts = []
    for label in said.get("person.post", ()):
        if label.value is None:
            continue
        value = label.value if isinstance(label.value, Mapping) else {}
        posts.append(tuple(str(value.get(key, "")) for key in ("text", "institution", "date")))
    told = {str(label.value) for label in said.get("person.alias", ()) if label.value}
    other = told | set(names[:-1])
    return Person(
        id=home,
        name=names[-1] if names else "",
        aliases=tuple(sorted(other - set(names[-1:]))),
        posts=tuple(dict.fromkeys((post[0], post[1], post[2]) for post in posts)),
        quotes=tuple(quote for quote, owner in bound.items() if owner == home),
        members=tuple(members),
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

    def members(self) -> dict[str, list[str]]:
        """Return who stands for whom, in the order in which they were made."""
        out: dict[str, list[str]] = {}
        for person in self._up:
            out.setdefault(self.of(person) or person, []).append(person)
        return {home: sorted(found) for home, found in out.items()}
