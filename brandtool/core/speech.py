"""The quotes of an edition in reading order, each with its article and its speaker's name.

Besides, who of a page says how much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from brandtool.core.person import Register
from brandtool.core.pieces import PieceTable
from brandtool.core.quote import Quote
from brandtool.core.span import Span

HEADINGS = frozenset({"kicker", "headline", "deck", "byline"})
"""Roles of lines whose words are never proposed as a quote."""


@dataclass(frozen=True, slots=True)
class Share:
    """Say how much of what is quoted on a page comes from one speaker ("": nobody named).

    Two of one name whom the project's register tells apart (`person`) are two.

    `characters` counts as papers do: punctuation counts, blanks and line ends do not.
    """

    speaker: str
    quotes: tuple[Quote, ...]
    characters: int
    person: str = ""

    @property
    def posts(self) -> tuple[str, ...]:
        """Return the posts printed with the quotes, each once."""
        return tuple(dict.fromkeys(post for quote in self.quotes for post in quote.posts))


class Printed(Protocol):
    """A line as an article prints it: its role, and where it stands in the edition's text."""

    @property
    def role(self) -> str:
        """Return the role."""
        ...

    @property
    def home(self) -> Span:
        """Return the range in the edition's text."""
        ...


class Holder(Protocol):
    """An article, as far as quotes are concerned."""

    @property
    def index(self) -> int:
        """Return the number from 1."""
        ...

    @property
    def lines(self) -> Sequence[Printed]:
        """Return the lines in reading order."""
        ...


ArticleAt = Callable[[int], Holder | None]
"""Gives the article that holds an offset of the edition's text."""


def in_order(
    quotes: Iterable[Quote], table: PieceTable, article_at: ArticleAt, register: Register
) -> tuple[Quote, ...]:
    """Return quotes in reading order, each with its article and its speaker's name.

    A decided quote whose words are all removed comes last, in no article, to be looked at again.
    """
    doc = table.document.uid
    placed: list[tuple[int, Quote]] = []
    for told in quotes:
        quote = register.attributed(doc, told)
        homes = table.locate(quote.content)
        if homes:
            article = article_at(homes[0].start)
            placed.append((homes[0].start, replace(quote, article=article.index if article else 0)))
        else:
            placed.append((len(table.text), quote))
    placed.sort(key=lambda pair: pair[0])
    return tuple(quote for _, quote in placed)


def in_heading(quote: Quote, table: PieceTable, article_at: ArticleAt) -> bool:
    """Tell whether a quote's words begin in a heading, as those of a headline 姓名:… do."""
    homes = table.locate(quote.content)
    article = article_at(homes[0].start) if homes else None
    return article is not None and any(
        line.role in HEADINGS and line.home.start <= homes[0].start < line.home.end
        for line in article.lines
    )


def shares(quotes: Iterable[Quote]) -> tuple[Share, ...]:
    """Return who says how much, the most first; nobody named comes last."""
    told: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        told.setdefault((quote.speaker or "", quote.person), []).append(quote)
    out = [
        Share(name, tuple(said), sum(map(length, said)), person)
        for (name, person), said in told.items()
    ]
    return tuple(sorted(out, key=lambda share: (not share.speaker, -share.characters)))


def length(quote: Quote) -> int:
    """Count the characters of a quote, punctuation too, blanks and line ends not."""
    return sum(not letter.isspace() for letter in quote.text)
