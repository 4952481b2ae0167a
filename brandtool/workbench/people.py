"""What is decided of persons: naming, merging, parting, and whose a quote is.

`who` is the id of a person of the project, or the name of a speaker nothing was decided of yet. A
description (`业内人士`) may mean others on other pages: its quotes are bound one by one, its words
are never another name of anybody.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from brandtool.core.decision import Decision, Json, Label
from brandtool.core.person import Person, Register
from brandtool.core.quote import Quote
from brandtool.workbench.sealing import Draft

_INNER = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


@dataclass(frozen=True)
class People:
    """Hold what acts on persons look at: the project's register and the quotes of the page."""

    doc: str
    register: Register
    quotes: Sequence[Quote]
    effective: Iterable[Decision] = field(repr=False, default=())

    def known(self, who: str) -> Person | None:
        """Return the person with an id or a name."""
        return self.register.of(who) or self.register.named(who)

    def spoken(self, who: str) -> tuple[Quote, ...]:
        """Return the quotes of a speaker by the name they have on the page."""
        return tuple(quote for quote in self.quotes if quote.speaker == who)

    def unnamed(self, who: str) -> bool:
        """Tell whether a speaker is a description of somebody the page does not name."""
        return any(quote.speaker_kind == "unnamed" for quote in self.spoken(who))


def draft_of(
    people: People, act: str, who: str, value: Json = None, quotes: Sequence[str] = ()
) -> Draft | None:
    """Return what an act on a person decides; None for nothing.

    `act`: rename | merge | alias | post (`value`: the name, the person to go into, the other name,
    {"text", "institution", "date"}); unalias | unpost (the same, taken back); split (the `quotes`
    go to the person named by `value`); part (what was merged is apart again).
    """
    maker = _ACTS.get(act)
    said = maker(people, who, value, quotes) if maker and who else []
    return Draft("add", f"person.{act}", tuple(said), project=True) if said else None


def cleaned(name: Json) -> str:
    """Return a name without blanks around it or between hanzi."""
    return _INNER.sub("", " ".join(name.split())) if isinstance(name, str) else ""


def _rename(people: People, who: str, value: Json, _quotes: Sequence[str]) -> list[Label]:
    name, person = cleaned(value), people.known(who)
    if not name or name == (person.name if person else who):
        return []
    other = people.register.named(name)
    if (other is not None and other is not person) or (other is None and people.spoken(name)):
        return _merge(people, who, name, ())
    if person is not None:
        old = [_alias(person.id, person.name)] if person.name else []
        return [*old, _name(person.id, name)]
    made, labels = _create(name)
    return [*labels, *_taken(people, who, made)]


def _merge(people: People, who: str, value: Json, _quotes: Sequence[str]) -> list[Label]:
    into = value if isinstance(value, str) else ""
    one, other = people.known(who), people.known(into)
    if not into or who == into or (one is not None and one is other):
        return []
    home, made = (other.id, []) if other else _create(into)
    if one is None:
        return [*made, *_taken(people, who, home)]
    again = [_name(home, other.name)] if other else []
    return [*made, Label("person.same", (), one.name, f"{one.id} {home}"), *again]


def _taken(people: People, who: str, home: str) -> list[Label]:
    """Give what a speaker of the page said to a person: by the name, or quote by quote."""
    if people.unnamed(who):
        return _bind(people, people.spoken(who), home)
    return [_alias(home, who)]


def _split(people: People, who: str, value: Json, quotes: Sequence[str]) -> list[Label]:
    name = cleaned(value)
    told = [quote for quote in people.quotes if quote.id in set(quotes)]
    if not name or not told:
        return []
    one, other = people.known(who), people.known(name)
    if other is not None and other is not one:
        return _bind(people, told, other.id)
    stays = _create(who)[1] if one is None and name == who else []
    home, made = _create(name)
    return [*stays, *made, *_bind(people, told, home)]


def _part(people: People, who: str, _value: Json, _quotes: Sequence[str]) -> list[Label]:
    person = people.known(who)
    members = set(person.members) if person else set()
    links = _said(people, lambda x: x.kind == "person.same" and bool(members & {*_ids(x)}))
    return [replace(link, value=False) for link in links]


def _add_alias(people: People, who: str, value: Json, _quotes: Sequence[str]) -> list[Label]:
    name, person = cleaned(value), people.known(who)
    other = people.register.named(name)
    if not name or name == who or (person is not None and other is person):
        return []
    if other is not None:
        return _merge(people, other.id, who, ())
    home, made = (person.id, []) if person else _create(who)
    return [*made, *_taken(people, name, home)]


def _drop_alias(people: People, who: str, value: Json, _quotes: Sequence[str]) -> list[Label]:
    person = people.known(who)
    told = _said(people, lambda x: x.kind == "person.alias" and x.value == value and _of(person, x))
    return [replace(label, value=None) for label in told]


def _add_post(people: People, who: str, value: Json, _quotes: Sequence[str]) -> list[Label]:
    told = _post(value)
    person = people.known(who)
    if not (told["text"] or told["institution"]):
        return []
    home, made = (person.id, []) if person else _create(who)
    name = f"{home} {told['institution']}{told['text']}"
    return [*made, Label("person.post", (), dict(told), name)]


def _drop_post(people: People, who: str, value: Json, _quotes: Sequence[str]) -> list[Label]:
    person, post = people.known(who), _post(value)
    told = _said(
        people,
        lambda x: (
            x.kind == "person.post" and bool(x.value) and _post(x.value) == post and _of(person, x)
        ),
    )
    return [replace(label, value=None) for label in told]


def _post(value: Json) -> dict[str, str]:
    told = value if isinstance(value, Mapping) else {}
    return {key: str(told.get(key) or "").strip() for key in ("text", "institution", "date")}


def _said(people: People, wanted: Callable[[Label], bool]) -> list[Label]:
    """Return what stands of persons; what was taken back has no value (a link: the value False)."""
    return [
        effect
        for decision in people.effective
        if decision.doc is None
        for effect in decision.effects
        if isinstance(effect, Label) and effect.value is not False and wanted(effect)
    ]


def _of(person: Person | None, label: Label) -> bool:
    return person is not None and _ids(label)[0] in person.members


def _ids(label: Label) -> list[str]:
    return label.subject.split(" ")


def _create(name: str) -> tuple[str, list[Label]]:
    made = secrets.token_hex(16)
    return made, [Label("person.create", (), True, made), _name(made, name)]


def _name(person: str, name: str) -> Label:
    return Label("person.name", (), name, person)


def _alias(person: str, name: str) -> Label:
    return Label("person.alias", (), name, f"{person} {name}")


def _bind(people: People, quotes: Iterable[Quote], person: str) -> list[Label]:
    return [Label("person.bind", quote.content, person, people.doc) for quote in quotes]


_ACTS: Mapping[str, Callable[[People, str, Json, Sequence[str]], list[Label]]] = {
    "rename": _rename, "merge": _merge, "split": _split, "part": _part, "alias": _add_alias,
    "unalias": _drop_alias, "post": _add_post, "unpost": _drop_post,
}  # fmt: skip
PERSON_ACTS = tuple(_ACTS)
"""What can be decided of a person."""
