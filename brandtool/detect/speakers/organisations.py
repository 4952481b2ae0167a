"""Organisations of one article: short names that it explains or abbreviates, to the full ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from brandtool.detect.lexicon import Token, known

_EXPLAINED = re.compile(
    r"[（(](?:以下|下|后文|以下统)?(?:简|统)?称(?:为)?[:：]?\s*[“‘「\"]?([^“”‘’「」\"（）()，。；\s]{2,10})[”’」\"]?[）)]"
)
_INSIDE = tuple(
    ["n", "j", "b", "vn", "an", "eng", "s", "f", "m", "q", "k", "x", "z", "a", "l", "i"]
)
_FREE = ("办", "委", "院", "局", "所", "会", "署", "厅", "部")
LONGEST = 30
"""Code points of the longest name of an organisation."""


def explained(text: str, tokens: Sequence[Token]) -> Mapping[str, str]:
    """Return the short names explained in brackets: X有限公司(以下简称“Y”) gives Y to X."""
    ends = {token.end: nth for nth, token in enumerate(tokens)}
    out: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text):
        nth = ends.get(match.start(), -1)
        start = match.start()
        while (
            nth >= 0 and tokens[nth].end == start and match.start() - tokens[nth].start <= LONGEST
        ):
            if not tokens[nth].flag.startswith(_INSIDE):
                break
            start = tokens[nth].start
            nth -= 1
        full = text[start : match.start()]
        if len(full) > len(match.group(1)):
            out.setdefault(match.group(1), full)
    return out


def proper(tokens: Iterable[Token]) -> bool:
    """Tell whether words hold a proper noun: 龄童米业有限公司 does, 上市公司 does not."""
    return any(token.flag.startswith(("ns", "nr", "nz", "nt", "eng")) for token in tokens)


def unabbreviated(short: str, names: Iterable[str]) -> str:
    """Return the longest of the names that a short one abbreviates, or the short one.

    杭州中院 leaves out characters of 杭州市中级人民法院; a name that is a word of its own
    (中国银行) abbreviates none.
    """
    if not 3 <= len(short) <= 8 or (known(short) and not short.endswith(_FREE)):
        return short
    fits = [name for name in names if _abbreviates(short, name)]
    return max(fits, key=len, default=short)


def _abbreviates(short: str, name: str) -> bool:
    if len(name) < len(short) + 2 or name[0] != short[0] or short[-1] not in name[-3:]:
        return False
    at = 0
    for char in short:
        at = name.find(char, at) + 1
        if not at:
            return False
    return True
