"""What exported files are called: names that every system takes, the same for the same page."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from brandtool.export.sheet import Sheet

DRAFT = "_未定稿"
"""What the names of a draft end with."""
UNTITLED = "无题"
"""What an article without any words for a title is called."""

_ILLEGAL = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]'
)
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
_TITLE, _STEM_BYTES, _PAPER = 20, 120, 20


def legal(name: str) -> str:
    """Return a name without what some system refuses: NFC, illegal ones and controls as `_`."""
    told = _ILLEGAL.sub("_", unicodedata.normalize("NFC", name))
    told = "".join("_" if 0xD800 <= ord(letter) <= 0xDFFF else letter for letter in told)
    told = re.sub(r"^[.\s~-]", "_", told.strip()).rstrip(". ")
    return f"{told}_" if _RESERVED.match(told) else told


def title_part(title: str) -> str:
    """Return the part of a file's name that a title gives: at most 20 characters."""
    short = unicodedata.normalize("NFC", " ".join(title.split()))[:_TITLE]
    return legal(short) or UNTITLED


def stem(sheet: Sheet) -> str:
    """Return the folder's name, with which every file's begins: PAPER_YYYYMMDD_PP.

    Without these three facts: the name of the source file without its suffix.
    """
    facts = sheet.facts
    if facts.paper and facts.date and facts.page:
        return "_".join(
            (legal(facts.paper[:_PAPER]), facts.date.replace("-", ""), page_part(facts.page))
        )
    name = PurePath(sheet.source.replace("\\", "/")).name
    told = name[: -len(suffix)] if (suffix := PurePath(name).suffix) and name != suffix else name
    return _shortened(legal(told)) or "版面"


def page_part(page: str) -> str:
    """Return the part of a name that a page number gives: two digits at least."""
    return legal(page.zfill(2) if page.isdigit() else page)


def article_id(sheet: Sheet, number: int) -> str:
    """Return the id of an article: the page's name and two digits."""
    return f"{stem(sheet)}_{number:02d}"


def quote_id(sheet: Sheet, number: int, count: int) -> str:
    """Return the id of the n-th quote of an article."""
    return f"{article_id(sheet, number)}_{count:03d}"


def article_name(sheet: Sheet, number: int, title: str, suffix: str) -> str:
    """Return the name of an article's file."""
    return f"{article_id(sheet, number)}_{title_part(title)}{_draft(sheet)}{suffix}"


def page_name(sheet: Sheet, what: str, suffix: str) -> str:
    """Return the name of a file of the whole page; `what` such as 整版, 稿件, or nothing."""
    return f"{stem(sheet)}{'_' if what else ''}{what}{_draft(sheet)}{suffix}"


def _draft(sheet: Sheet) -> str:
    return DRAFT if sheet.draft else ""


def _shortened(told: str) -> str:
    while len(told.encode("utf-8")) > _STEM_BYTES:
        told = told[:-1]
    return told.rstrip(". ")
