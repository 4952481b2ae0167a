"""How words are found by what people type: a part of them, their pinyin, or its initials."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

__all__ = ["matches", "readings"]


def _letters(rest: str) -> Any:  # noqa: ANN401 - a list is allowed, though the stub denies it
    return list(rest)


@cache
def readings(letter: str) -> tuple[str, ...]:
    """Return how a letter may be typed: every pinyin of a hanzi (单: dan, shan), or itself."""
    from pypinyin import Style, pinyin

    told: list[list[str]] = pinyin(letter, style=Style.NORMAL, heteronym=True, errors=_letters)
    found = dict.fromkeys(one.replace("ü", "v").casefold() for one in (told or [[letter]])[0])
    return tuple(one for one in found if one) or (letter.casefold(),)


@lru_cache(maxsize=20_000)
def _typed(sought: str, text: str) -> bool:
    """Tell whether letters spell a run of a text: each hanzi by its pinyin, or how that begins."""
    return any(_spells(sought, text, at) for at in range(len(text)))


def _spells(sought: str, text: str, at: int) -> bool:
    if not sought:
        return True
    if at >= len(text):
        return False
    if text[at] in " ·":
        return _spells(sought, text, at + 1)
    for reading in readings(text[at]):
        for size in {1, len(reading), min(len(sought), len(reading))}:
            if sought.startswith(reading[:size]) and _spells(sought[size:], text, at + 1):
                return True
    return False


def matches(words: str, text: str, *, other: str = "") -> bool:
    """Tell whether words are found in a text, in another name of it, or in its pinyin."""
    sought = words.strip().casefold()
    if not sought or sought in text.casefold() or (other and sought in other.casefold()):
        return True
    return sought.isascii() and _typed("".join(sought.replace("'", "").split()), text[:80])
