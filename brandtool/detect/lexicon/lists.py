"""The word lists shipped with the program, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from brandtool import resource


@cache
def pairs(name: str) -> Mapping[str, str]:
    """Return a list as word to second column (empty where there is none), in the order of the file.

    Raises FileNotFoundError if the program ships no list of that name.
    """
    out: dict[str, str] = {}
    path = resource(f"lexicon/{name}.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            word, _, value = line.partition("\t")
            out.setdefault(word, value)
    return MappingProxyType(out)


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list.

    Raises FileNotFoundError if the program ships no list of that name.
    """
    return frozenset(pairs(name))
