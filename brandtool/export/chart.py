"""Who of a page says how much, as exports tell it."""

from __future__ import annotations

from dataclasses import dataclass

from brandtool.core.speech import shares
from brandtool.export.sheet import Sheet

TITLE = "说话人与字数"
COLUMNS = ("说话人", "身份", "引语", "字数", "占比")
NOBODY = "（未写明）"
"""What stands for the speaker of quotes that nobody is named for."""
CELLS = 20
"""How many blocks the longest bar of a text chart has."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Say how much one speaker says: quotes, characters, part of all (0..1), length of the bar.

    `length` is 1 for who says most.
    """

    speaker: str
    posts: tuple[str, ...]
    quotes: int
    characters: int
    share: float
    length: float

    @property
    def percent(self) -> str:
        """Return the part of all in whole percent."""
        whole = round(100 * self.share)
        return "不足1%" if self.characters and not whole else f"{whole}%"

    @property
    def blocks(self) -> str:
        """Return the bar as blocks, at least one for who says anything."""
        return "█" * max(int(self.characters > 0), round(CELLS * self.length))


def bars(sheet: Sheet) -> tuple[Bar, ...]:
    """Return the chart of a page, who says most first and nobody named last; empty for no quote."""
    told = shares(sheet.edition.quotes)
    total = sum(one.characters for one in told) or 1
    most = max((one.characters for one in told), default=0) or 1
    return tuple(
        Bar(
            one.speaker or NOBODY, one.posts, len(one.quotes), one.characters,
            one.characters / total, one.characters / most,
        )
        for one in told
    )  # fmt: skip
