"""What a personal name looks like: the characters it is made of and those it never has."""

from __future__ import annotations

from functools import cache

from brandtool.detect.lexicon import words

DOTS = "·•・‧∙⋅．"
"""What stands between the parts of a foreign or minority name."""

LONGEST = 12
"""Code points of the longest name looked for."""

SELDOM_GIVEN = frozenset("于上下中前后里外时日月年长有和")
"""Characters that given names seldom have."""

NO_GIVEN = SELDOM_GIVEN - {"长", "有"} | frozenset(
    "的了在是与对向就将也还都已曾正又则却只便仍姓说称问答讲及或等从到把被让给为以者们"
)
"""Characters that no given name is taken to have."""

NO_NEXT = NO_GIVEN | frozenset(
    "一不这那其他她它则便却才再并而但先今昨当有没要能会可总本该各每某主副介强指告表认宣提透最"
)
"""Characters that a name is never lengthened by."""


def is_foreign(name: str) -> bool:
    """Tell whether a name is written with the characters of transliteration alone."""
    letters = [char for char in name if char not in DOTS]
    return bool(letters) and all(char in words("translit") for char in letters)


def surname_of(name: str) -> str:
    """Return the Chinese surname a name begins with, or an empty string."""
    if name[:3] in words("surnames") and len(name) > 3:
        return name[:3]
    if name[:2] in words("surnames") and len(name) > 2:
        return name[:2]
    return name[0] if name and name[0] in words("surnames") else ""


@cache
def no_names() -> frozenset[str]:
    """Return the words that are no names though they look like some."""
    return words("not_names") | words("titles") | words("people")
