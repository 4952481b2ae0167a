"""One line of the article map."""

from __future__ import annotations

from dataclasses import dataclass

from brandtool.core.turn import Turn
from brandtool.ui import words
from brandtool.ui.words import say

__all__ = ["ArticleRow"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """Hold what the map shows of an article."""

    number: int
    title: str
    byline: str
    size: int
    left: int
    turns: tuple[Turn, ...] = ()

    @property
    def first(self) -> str:
        """Return the heavy line."""
        return f"{self.number}　{self.title}"

    @property
    def second(self) -> str:
        """Return the quiet line."""
        parts = [words.count(self.size)]
        if self.byline:
            parts.append(self.byline)
        parts += dict.fromkeys(told for told in map(words.turn, self.turns) if told)
        parts.append(say("Articles", "{left} left").format(left=self.left))
        return " · ".join(parts)
