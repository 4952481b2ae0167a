"""Marked stretches: what stands between quotation marks, whatever marks the page uses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brandtool.core.span import Span

PAIRS = {"“": "”", "「": "」", "『": "』", "〝": "〞"}
"""Opening marks and what closes them; straight marks open and close in turn."""

STRAIGHT = '"＂'
_CLOSERS = {close: mark for mark, close in PAIRS.items()}
_MARK = re.compile("[" + "".join(PAIRS) + "".join(PAIRS.values()) + STRAIGHT + "]")
_BEFORE_SPEECH = "。！？：:，,；!?…"
_ENDS = re.compile(r"[。！？!?…]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Name one outermost marked stretch of a paragraph.

    `outer` includes the marks, `inner` not. `closed` is False where the paragraph ends first.
    `broken` tells that the marks of its paragraph do not pair, `tail` that it only ends here what
    an earlier paragraph left open.
    """

    outer: Span
    inner: Span
    closed: bool = True
    broken: bool = False
    tail: bool = False


def tail_of(text: str, paragraph: Span) -> Stretch | None:
    """Return the begin of a paragraph up to a closing mark that nothing in it opens."""
    match = _MARK.search(text, paragraph.start, paragraph.end)
    if match is None or match.group() not in _CLOSERS or match.start() == paragraph.start:
        return None
    at = match.start()
    return Stretch(Span(paragraph.start, at + 1), Span(paragraph.start, at), tail=True)


def stretches(text: str, paragraph: Span) -> tuple[Stretch, ...]:
    """Return the outermost marked stretches of one paragraph in order; linear in it, never raises.

    A mark that is opened twice or never closed costs the stretch it belongs to, never the ones
    after it.
    """
    marks = [match.start() for match in _MARK.finditer(text, paragraph.start, paragraph.end)]
    out: list[Stretch] = []
    first = 0
    depth: list[str] = []
    opened: list[int] = []
    for at in marks:
        mark = text[at]
        if mark in STRAIGHT:
            closes = bool(depth) and depth[-1] in STRAIGHT
            opens = not closes
        else:
            opens, closes = mark in PAIRS, bool(depth) and _CLOSERS.get(mark) == depth[-1]
        if opens:
            if not depth:
                first = at
            depth.append(mark)
            opened.append(at)
        elif closes:
            depth.pop()
            opened.pop()
            if not depth:
                out.append(_stretch(first, at, closed=True))
    if depth:
        out = [s for s in out if s.outer.end <= opened[0]]
        out.extend(_unpaired(text, Span(opened[0], paragraph.end)))
    return tuple(out)


def _stretch(start: int, end: int, *, closed: bool, broken: bool = False) -> Stretch:
    outer = Span(start, end + 1 if closed else end)
    return Stretch(outer, Span(start + 1, end), closed, broken)


def _unpaired(text: str, span: Span) -> list[Stretch]:
    """Pair the marks after one that never closes: a later opening mark ends what is open."""
    out: list[Stretch] = []
    start: int | None = None
    turned = _turned(text, span)
    for match in _MARK.finditer(text, span.start, span.end):
        at, mark = match.start(), match.group()
        opens = mark in PAIRS or (mark in STRAIGHT and start is None)
        if opens:
            if start is not None and (at in turned or _short(text, start, at)):
                out.append(_stretch(start, at, closed=True, broken=True))
                start = None
                continue
            if start is not None and not _fresh(text, start, at):
                continue
            if start is not None:
                ends = [m.end() for m in _ENDS.finditer(text, start, at)]
                if ends:
                    out.append(_stretch(start, ends[-1], closed=False, broken=True))
            start = at
        elif start is not None:
            out.append(_stretch(start, at, closed=True, broken=True))
            start = None
    if start is not None and start + 1 < span.end:
        out.append(_stretch(start, span.end, closed=False, broken=True))
    return out


def _turned(text: str, span: Span) -> frozenset[int]:
    """Return the opening marks that stand for closing ones: “好。“李某说, none behind them."""
    places = [match.start() for match in _MARK.finditer(text, span.start, span.end)]
    if any(text[at] in _CLOSERS for at in places) or len(places) % 2:
        return frozenset()
    return frozenset(at for at in places[1::2] if text[at - 1] in "。！？!?，,…")


def _short(text: str, start: int, at: int) -> bool:
    """Tell whether an opening mark only ends a term that begins a little before: “十二五“期间."""
    near = 2 < at - start <= 11 and text[at + 1 : at + 2].isalnum()
    return near and text[start + 1 : at].isalnum()


def _fresh(text: str, start: int, at: int) -> bool:
    """Tell whether a mark inside an open stretch looks like the begin of another one."""
    return at > start + 1 and text[at - 1] in _BEFORE_SPEECH
