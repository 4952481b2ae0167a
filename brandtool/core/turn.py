"""Turn lines: what sends a reader to another page, or says which page something goes on from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

Way = Literal["to", "from"]

_NUMERAL = {char: count for count, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_PAGE = r"[A-Za-z]?\s?\d{1,3}|[〇零一二两三四五六七八九十百]{1,5}"
_TURN = re.compile(
    r"(?P<way>上接|紧接|承接|续接|接上|接|下转|转接|转至|转入|转到|转|详见|参见|刊于|刊载于|见)"
    r"\s*(?:本报)?\s*第?\s*"
    rf"(?P<page>(?:{_PAGE})(?:\s*[-—–~～、,]\s*(?:{_PAGE}))?)\s*[版页]"
)
_BARE = re.compile(r"(?P<way>上接|紧接|承接|下转)")
_FROM = ("上接", "紧接", "承接", "续接", "接上", "接")
_OPENS = re.compile(r"^\s*([（(【\[][^（()）【】\[\]]{2,20}[)）】\]])")
_CLOSES = re.compile(r"([（(【\[][^（()）【】\[\]]{2,20}[)）】\]])\s*$")


class Turn(NamedTuple):
    """Say that an article goes on `to` a page, or `from` one; `page` is empty where it is unread.

    `page` is written in digits, with the letter of a section: 4, A12, 5-8.
    """

    way: Way
    page: str


def turn_of(text: str) -> Turn | None:
    """Read a turn line; None for words that name neither a way nor a page."""
    told = unicodedata.normalize("NFKC", text)
    match = _TURN.search(told) or _BARE.search(told)
    if match is None:
        return None
    page = match["page"] if "page" in match.re.groupindex else ""
    return Turn("from" if match["way"] in _FROM else "to", _pages(page))


def turns_of(lines: Iterable[tuple[str, str]]) -> tuple[Turn, ...]:
    """Read the turns of an article from its lines as (role, text).

    Turn lines are read whole; of a paragraph only what stands in brackets at either end.
    """
    out: list[Turn] = []
    for role, text in lines:
        parts = [text] if role == "turn" else _brackets(text) if role in ("body", "item") else []
        out += [turn for part in parts if (turn := turn_of(part)) and (turn.page or role == "turn")]
    return tuple(out)


def _brackets(text: str) -> list[str]:
    found = [match[1] for match in (_OPENS.match(text), _CLOSES.search(text)) if match]
    return [part for part in dict.fromkeys(found) if re.search("上接|紧接|下转|转第|接第", part)]


def _pages(told: str) -> str:
    """Write page numbers in digits, a range or a list of them with a hyphen or a comma."""
    parts = re.split(r"\s*([-—–~～、,])\s*", told)
    signs = {"、": "、", ",": "、"}
    return "".join(
        _page(part) if place % 2 == 0 else signs.get(part, "-") for place, part in enumerate(parts)
    )


def _page(told: str) -> str:
    """Write one page number in digits: 第一版 is 1, 二十三 23, a03 A03."""
    bare = "".join(told.split()).upper()
    if not bare or bare.isascii():
        return bare
    total = run = 0
    for char in bare:
        if char in "十百":
            total, run = total + (run or 1) * (10 if char == "十" else 100), 0
        else:
            run = run * 10 + _NUMERAL[char]
    return str(total + run)
