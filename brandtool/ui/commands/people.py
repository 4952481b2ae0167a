"""People: their cards, their names and posts; making two of them one, and one two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandtool.core.decision import Json
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.models.person import PersonRow
    from brandtool.ui.window import Window

__all__ = [
    "enter_person", "enter_quote", "merge_person", "name_alias", "name_post", "part_person",
    "person_quotes", "rename_person", "show_person", "split_person", "take_off",
]  # fmt: skip


def show_person(window: Window, _argument: object = None) -> None:
    """Show the card of who speaks in the quote at hand."""
    quote = window.speech.quote
    key = (quote.person or quote.speaker or "") if quote is not None else ""
    if not key or not window.speech.show_person(key):
        window.say(say("Status", "The page does not say who speaks here: press P to choose."))


def enter_person(window: Window, _argument: object = None) -> None:
    """Go into the card of the chosen person, or from it to the place chosen there."""
    window.parts.people.enter()


def enter_quote(window: Window, _argument: object = None) -> None:
    """Go from the table to the words of the chosen quote."""
    window.parts.quotes.enter()


def person_quotes(window: Window, _argument: object = None) -> None:
    """Show the quotes of the chosen person in the table."""
    row = _person(window)
    window.speech.show_quotes_of(row.key)


def rename_person(window: Window, _argument: object = None) -> None:
    """Give a person another name, on every page; the name of another makes the two one."""
    row = _person(window)
    window.palette_card.ask(
        [],
        lambda name: _act(window, row, "rename", name),
        title=say("Persons", "Rename {name}").format(name=row.name),
        hint=say("Persons", "The full name; that of another person makes them one"),
        free=True,
        text=row.name,
    )


def merge_person(window: Window, _argument: object = None) -> None:
    """Say that a person and another are one; the other's name stands."""
    row = _person(window)
    others = [one for one in window.speech.person_rows() if one.key not in ("", row.key)]
    if not others:
        window.say(say("Status", "There is nobody else here."))
        return
    window.palette_card.ask(
        _choices(others),
        lambda key: _act(window, row, "merge", key),
        title=say("Persons", "{name} is the same person as…").format(name=row.name),
        hint=say("Persons", "Hanzi or pinyin; the name chosen here stands"),
    )


def split_person(window: Window, _argument: object = None) -> None:
    """Give the quotes chosen on the card to another person."""
    row, quotes = _person(window), window.parts.people.chosen_quotes
    if not quotes:
        window.say(say("Status", "Choose the quotes on the card first, then press V."))
        return
    others = [one for one in window.speech.person_rows() if one.key not in ("", row.key)]
    window.palette_card.ask(
        _choices(others, by_name=True),
        lambda name: _act(window, row, "split", name, quotes),
        title=say("Persons", "Who says these {count} quotes?").format(count=len(quotes)),
        hint=say("Speaker", "Hanzi or pinyin initials; Enter takes what is typed"),
        free=True,
    )


def part_person(window: Window, _argument: object = None) -> None:
    """Part persons that were merged."""
    _act(window, _person(window), "part", None)


def name_alias(window: Window, _argument: object = None) -> None:
    """Give a person another name beside the canonical one."""
    row = _person(window)
    window.palette_card.ask(
        [],
        lambda name: _act(window, row, "alias", name),
        title=say("Persons", "Another name of {name}").format(name=row.name),
        hint=say("Persons", "As it stands in the text; quotes under it are theirs too"),
        free=True,
    )


def name_post(window: Window, _argument: object = None) -> None:
    """Note a post of a person, with the institution."""
    row = _person(window)
    known = row.person.written_posts if row.person is not None else ()
    printed = [post for post in row.posts if post not in known]
    window.palette_card.ask(
        [(post, post, str(n) if n < 10 else "", True) for n, post in enumerate(printed, 1)],
        lambda post: _act(window, row, "post", {"text": post}),
        title=say("Persons", "A post of {name}").format(name=row.name),
        hint=say("Persons", "With the institution, as printed"),
        free=True,
    )


def take_off(window: Window, _argument: object = None) -> None:
    """Take the chosen name or post off the card."""
    row, line = _person(window), window.parts.people.line
    if line is None or line.kind not in ("alias", "post"):
        window.say(say("Status", "Choose another name or a post on the card first."))
    elif line.kind == "alias":
        _act(window, row, "unalias", line.value)
    else:
        known = row.person.posts if row.person is not None else ()
        post = next((one for one in known if f"{one[1]}{one[0]}" == line.value), None)
        told = dict(zip(("text", "institution", "date"), post, strict=True)) if post else None
        if told is None:
            window.say(say("Status", "This post is printed in the text and stays."))
        else:
            _act(window, row, "unpost", told)


def _person(window: Window) -> PersonRow:
    row = window.speech.person
    assert row is not None
    return row


def _choices(rows: list[PersonRow], *, by_name: bool = False) -> list[tuple[str, str, str, bool]]:
    return [
        (row.name if by_name else row.key, row.name, str(n) if n < 10 else "", True)
        for n, row in enumerate(rows, 1)
    ]


def _act(
    window: Window, row: PersonRow, act: str, value: Json, quotes: tuple[str, ...] = ()
) -> None:
    workbench = window.desk.workbench
    assert workbench is not None
    window.told(window.desk.act(workbench.person(act, row.key, value, quotes)))
