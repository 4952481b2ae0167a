"""The costs of "B goes on where A breaks off".

One small pure function each, named as in the evidence.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from brandtool.detect.page.shape import Line

_STOP = re.compile("[。！？；，,;]")
NEAR = 30
"""Lines this short may be a heading."""
ROW = 60
"""The longest row of a list."""
CHANCE = 0.3
"""How alike any two lines are."""
_NUMBER = re.compile(r"\d[\d.,]*")


LONG = 40
"""The parts of a sentence this long count as whole."""


def open_end(left: Line) -> float:
    """Tell whether the words break off without a stop."""
    return 1.0 if left.ending in ("open", "comma") else 0.0


def stopped_end(left: Line) -> float:
    """Tell whether the words end with a stop, a closing mark after it included."""
    return 1.0 if left.ending in ("stop", "quoted") else 0.0


def comma_end(left: Line) -> float:
    """Tell whether the words end with a comma."""
    return 1.0 if left.ending == "comma" else 0.0


def colon_end(left: Line) -> float:
    """Tell whether the words end with a colon."""
    return 1.0 if left.ending == "colon" else 0.0


def closed_end(left: Line) -> float:
    """Tell whether the words end with a closing mark and no stop."""
    return 1.0 if left.ending == "closed" else 0.0


def digit_end(left: Line) -> float:
    """Tell whether the words end with a digit or a Latin letter."""
    return 1.0 if left.text[-1:].isascii() and left.text[-1:].isalnum() else 0.0


def dash_end(left: Line) -> float:
    """Tell whether the words end with a dash."""
    return 1.0 if left.text.rstrip()[-1:] in tuple("—-－–") else 0.0


def left_open_mark(left: Line) -> float:
    """Tell whether an opening mark waits for its closing one."""
    return 1.0 if left.balance[1] else 0.0


def right_orphan_mark(right: Line) -> float:
    """Tell whether a closing mark has no opening one."""
    return 1.0 if right.balance[0] else 0.0


def marks_meet(left: Line, right: Line) -> float:
    """Tell whether a mark opened on the left is closed on the right."""
    return 1.0 if left.balance[1] and right.balance[0] else 0.0


def marks_clash(left: Line, right: Line) -> float:
    """Tell whether only one side has a lone mark."""
    return 1.0 if bool(left.balance[1]) != bool(right.balance[0]) else 0.0


def punctuation_start(right: Line) -> float:
    """Tell whether the words begin with a mark no paragraph begins with."""
    return 1.0 if right.narrow[:1] in tuple(",.、;:!?)”’》」』】%。…") else 0.0


def opener_start(right: Line) -> float:
    """Tell whether the words begin with an opening mark, a dash or a list dot."""
    return 1.0 if right.item or right.text[:1] in "“‘「『（(【《<□■●△▲◎" else 0.0


def ordinal_start(right: Line) -> float:
    """Tell whether the words begin with a number of a list."""
    return 1.0 if right.ordinal or right.topic else 0.0


def digit_start(right: Line) -> float:
    """Tell whether the words begin with a digit or a Latin letter."""
    return 1.0 if right.text[:1].isascii() and right.text[:1].isalnum() else 0.0


def dateline_start(right: Line) -> float:
    """Tell whether the words begin with where the news comes from."""
    return 1.0 if right.dateline or right.byline else 0.0


def short(line: Line) -> float:
    """Tell how near a line comes to the size of a heading (1.

    Very short, 0: 60 characters and more).
    """
    return max(0.0, 1.0 - line.size / 60)


def heading_form(line: Line) -> float:
    """Tell whether a line is short and says no whole sentence."""
    return 1.0 if line.size <= NEAR and line.ending in ("open", "closed") else 0.0


def byline_form(line: Line) -> float:
    """Tell whether a line names reporters."""
    return 1.0 if line.byline else 0.0


def signed_off(left: Line) -> float:
    """Tell whether the left one ends with a sign-off."""
    return 1.0 if left.signoff else 0.0


def inner_stop(line: Line) -> float:
    """Tell whether a sentence ends inside the line."""
    return 1.0 if _STOP.search(line.text, 0, max(0, len(line.text) - 1)) else 0.0


def last_part(left: Line) -> float:
    """Tell how long the unfinished sentence at the end is (1: LONG characters and more)."""
    words = left.narrow.rstrip()
    return min(1.0, (len(words) - 1 - max(words.rfind(stop) for stop in "。!?;")) / LONG)


def first_part(right: Line) -> float:
    """Tell how long the first sentence is (1: LONG characters and more)."""
    words = right.narrow
    found = [at for at in (words.find(stop) for stop in "。!?;") if at >= 0]
    return min(1.0, min(found, default=LONG) / LONG)


def alike_rows(one: Line, other: Line) -> float:
    """Tell how far two lines have the form of rows of one list, numbers apart (0..1)."""
    if max(one.size, other.size) > ROW:
        return 0.0
    same = Indel.normalized_similarity(*(_NUMBER.sub("0", line.narrow) for line in (one, other)))
    return max(0.0, same - CHANCE) / (1 - CHANCE)


def listed(one: Line) -> float:
    """Tell whether a line ends as one of a list does that goes on."""
    return float(one.narrow.rstrip()[-1:] == ";")
