"""How words are found by what people type: a part of them, or their pinyin initials."""

from __future__ import annotations

from functools import cache
from typing import Any

__all__ = ["initials", "matches"]


def _letters(rest: str) -> Any:  # noqa: ANN401 - a list is allowed, though the stub denies it
    return list(rest)


@cache
def initials(text: str) -> str:
    """Return the pinyin initials of a text in lower case, what is no hanzi as it is."""
    from pypinyin import Style, lazy_pinyin

    told: list[str] = lazy_pinyin(text, style=Style.FIRST_LETTER, errors=_letters)
    return "".join(part[:1] for part in told).casefold()


def matches(words: str, text: str, *, other: str = "") -> bool:
    """Tell whether words are found in a text, in another name of it, or in its pinyin initials."""
    sought = words.strip().casefold()
    if not sought or sought in text.casefold() or (other and sought in other.casefold()):
        return True
    return sought.isascii() and sought.replace(" ", "") in initials(text)
