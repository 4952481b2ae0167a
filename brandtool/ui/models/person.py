"""Persons as the desk lists them: who speaks how much, and what is on a person's card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandtool.core.speech import shares
from brandtool.ui.previews import ends, flat, size
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.core.article import Edition
    from brandtool.core.person import Person, Register
    from brandtool.core.quote import Quote
    from brandtool.core.span import Span

__all__ = ["CardRow", "PersonRow", "card_rows", "person_rows"]

AROUND = 9
"""How many characters before and after a mention are shown."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Hold what the list shows of one speaker, or of one person of the project.

    `key` is what acts on persons take: the id, or the name of one the project does not know.
    `share` is the part of all quoted characters, 0..1; `most` that of whoever speaks most.
    """

    key: str
    name: str
    person: Person | None
    quotes: tuple[Quote, ...] = ()
    characters: int = 0
    share: float = 0.0
    most: float = 0.0

    @property
    def posts(self) -> tuple[str, ...]:
        """Return the posts as printed with the quotes, then those of the register."""
        printed = [post for quote in self.quotes for post in quote.posts]
        known = self.person.written_posts if self.person else ()
        return tuple(dict.fromkeys((*printed, *known)))

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return the other names."""
        return self.person.aliases if self.person else ()

    @property
    def told(self) -> str:
        """Return all of it in one sentence, for those who listen."""
        much = say("Persons", "{count} quotes, {size} characters").format(
            count=len(self.quotes), size=self.characters
        )
        return " · ".join(filter(None, (self.name, "；".join(self.posts), much)))


@dataclass(frozen=True, slots=True)
class CardRow:
    """Hold one line of a person's card.

    `kind`: head | post | alias | quote | mention. `home` is where it stands in the proposed text,
    None for what stands nowhere; `value` the id of the quote, or the words that can be taken off.
    """

    kind: str
    text: str
    where: str = ""
    home: int | None = None
    value: str = ""

    @property
    def key(self) -> str:
        """Tell the line from the others of its card."""
        return f"{self.kind}/{self.value}/{self.home}/{self.text}"


def person_rows(edition: Edition, register: Register) -> tuple[PersonRow, ...]:
    """Return the speakers of a page, who says most first, then who else is in the register."""
    told = shares(edition.quotes)
    total = sum(one.characters for one in told) or 1
    most = max((one.characters for one in told), default=0) / total
    out = [
        PersonRow(
            one.person or one.speaker, one.speaker, register.of(one.person), one.quotes,
            one.characters, one.characters / total, most,
        )
        for one in told
    ]  # fmt: skip
    seen = {row.person.id for row in out if row.person}
    rest = [PersonRow(p.id, p.name, p) for p in register.persons if p.id not in seen and p.name]
    return (*out, *rest)


def card_rows(edition: Edition, row: PersonRow, place: Callable[[int], str]) -> tuple[CardRow, ...]:
    """Return the card of a person: posts, other names, quotes, where the text names them.

    `place` writes where an offset of the edition's text is, for people.
    """
    posts = [CardRow("post", post, value=post) for post in row.posts]
    names = [CardRow("alias", name, value=name) for name in row.aliases]
    quotes = [_quote(edition, quote, place) for quote in row.quotes]
    found = mentions(edition, (row.name, *row.aliases), row.quotes)
    spoken = [_mention(edition, span, place) for span in found]
    return (
        *_section(say("Persons", "Posts, as printed"), posts),
        *_section(say("Persons", "Other names"), names),
        *_section(say("Persons", "Quotes"), quotes),
        *_section(say("Persons", "Named in the text"), spoken),
    )


def _section(title: str, rows: list[CardRow]) -> list[CardRow]:
    return [CardRow("head", f"{title}  {len(rows)}"), *rows] if rows else []


def _quote(edition: Edition, quote: Quote, place: Callable[[int], str]) -> CardRow:
    homes = edition.table.locate(quote.content)
    home = homes[0].start if homes else None
    much = say("Counts", "{number} characters").format(number=size(quote.text))
    where = " · ".join(filter(None, (place(home) if home is not None else "", much)))
    return CardRow("quote", f"“{ends(quote.text, most=17)}”", where, home, quote.id)


def _mention(edition: Edition, span: Span, place: Callable[[int], str]) -> CardRow:
    text = edition.text
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    start = max(start, text.rfind("\n", start, span.start) + 1)
    stop = text.find("\n", span.end, end)
    told = flat(text[start : end if stop < 0 else stop])
    return CardRow("mention", f"…{told}…", place(span.start), span.start)


def mentions(edition: Edition, names: Iterable[str], quotes: Iterable[Quote]) -> tuple[Span, ...]:
    """Return where a person is named, in the edition's text: by any name, or at a quote."""
    from brandtool.core.span import Span

    found = {
        homes[0].start: Span(homes[0].start, homes[-1].end)
        for quote in quotes
        if (homes := edition.table.locate(quote.mention))
    }
    wanted = sorted((name for name in names if name), key=len, reverse=True)
    if wanted:
        told = "|".join(r"\s?".join(map(re.escape, name.replace(" ", ""))) for name in wanted)
        for hit in re.finditer(told, edition.text):
            found.setdefault(hit.start(), Span(*hit.span()))
    ordered = sorted(found.values())
    return tuple(s for at, s in enumerate(ordered) if not at or s.start >= ordered[at - 1].end)
