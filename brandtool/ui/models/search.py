"""How words are found by what people type: a part of them, or their pinyin initials."""

from __future__ import annotations

from functools import cache

__all__ = ["initials", "matches"]


@cache
def initials(text: str) -> str:
    """Return the pinyin initials of the hanzi in a text, other letters as they are, in lower case."""
    from pypinyin import Style, lazy_pinyin

    told = lazy_pinyin(text, style=Style.FIRST_LETTER, errors=lambda rest: list(rest))
    return "".join(part[:1] for part in told).casefold()


def matches(words: str, text: str, *, other: str = "") -> bool:
    """Tell whether words are found in a text, in another name of it, or in its pinyin initials."""
    sought = words.strip().casefold()
    if not sought or sought in text.casefold() or (other and sought in other.casefold()):
        return True
    return sought.isascii() and sought.replace(" ", "") in initials(text)
