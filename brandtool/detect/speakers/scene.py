"""What sources are looked for in: an article's text, words and personal names, indexed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.organisations import explained
from brandtool.detect.speakers.people import People


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold what subjects are looked for in: text, words, personal names.

    `short` are the short names of organisations that the article explains.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    places: tuple[int, ...]
    people: People
    short: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], people: People) -> Scene:
        """Index an article's words and names."""
        return cls(
            text,
            tuple(tokens),
            tuple(token.start for token in tokens),
            people.mentions,
            tuple(mention.span.start for mention in people.mentions),
            people,
            explained(text, tokens),
        )

    def words_in(self, span: Span) -> tuple[Token, ...]:
        """Return the words that begin in a span."""
        return self.tokens[
            bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)
        ]

    def names_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the personal names that stand in a span."""
        first, last = bisect_left(self.places, span.start), bisect_left(self.places, span.end)
        return tuple(m for m in self.mentions[first:last] if m.span.end <= span.end)
