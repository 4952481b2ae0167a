"""Where an article begins: what speaks for a headline and not for a subhead or a broken line."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs, seam
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.shape import Line
from brandtool.detect.page.topics import Topics

LONGEST = 60
WINDOW = 8
DECK = 40
MOST = 3.5
"""Likenesses beyond this say no more."""

NAMES = (
    "size", "very_short", "closed", "colon", "space", "quoted", "mark_start", "ordinal", "topic",
    "end", "fresh", "hash", "hash_before",
    "first", "prev_stop", "prev_open", "prev_sign", "prev_heading", "prev_short", "prev_lift",
    "next_byline", "next_dateline", "next_heading", "next_size", "next_lift",
    "about_next", "about_before", "about_gain", "shift_on", "shift_back", "shift", "shift_far",
    "shift_rank", "about_rank", "cohesion_on", "cohesion_back", "contrast", "wide_shift",
    "last", "share_heading", "apart_before", "apart_after", "date_next", "copied",
)  # fmt: skip


def possible(line: Line) -> bool:
    """Tell whether a line may be a headline at all."""
    return (
        2 <= line.size <= LONGEST
        and not line.apart
        and not line.byline
        and not line.table
        and not line.dateline
        and line.ending in ("open", "closed", "stop", "quoted", "colon")
        and not line.narrow.rstrip().endswith(("。", ";", "；"))
    )


def decked(lines: Sequence[Line]) -> list[int]:
    """Return the positions of headlines over a second one, begun with a dash, and a byline."""
    out = []
    for k in range(len(lines) - 2):
        deck = lines[k + 1]
        if possible(lines[k]) and lines[k].ending != "colon" and not lines[k].item:
            dashed = deck.item and deck.size <= DECK and costs.open_end(deck)
            if dashed and deck.text.startswith(("—", "--")) and lines[k + 2].byline:
                out.append(k)
    return out


def features(
    lines: Sequence[Line],
    raw: Sequence[Line],
    topics: Topics,
    table: Ngrams,
    copied: Sequence[bool],
    voices: seam.Voices,
) -> tuple[list[int], NDArray[np.float64]]:
    """Return the positions of possible headlines in `lines` and their features (n, len(NAMES)).

    `lines` are those with words that stand in running text or head; `raw` is every line of the
    page, by block index; `copied` tells of each of `lines` whether it is covered by text
    elsewhere; `voices` are those of `lines`.
    """
    where = [k for k, line in enumerate(lines) if possible(line)]
    if not where:
        return where, np.zeros((0, len(NAMES)))
    tails, heads = voices.tails, voices.heads
    spots = np.array(where)
    end, fresh = voices.end[spots], voices.fresh[spots]
    lift_in = np.zeros(len(where))
    inner = np.flatnonzero(spots > 0)
    lift_in[inner] = (
        seam.run_on_cost(table, tails[spots[inner] - 1], heads[spots[inner]]) - fresh[inner]
    )
    lift_out = np.zeros(len(where))
    inner = np.flatnonzero(spots + 1 < len(lines))
    after = spots[inner] + 1
    lift_out[inner] = (
        seam.run_on_cost(table, tails[spots[inner]], heads[after]) - voices.fresh[after]
    )
    share = sum(costs.heading_form(line) for line in lines) / len(lines)
    rows = []
    for count, k in enumerate(where):
        if count % 16 == 0:
            look_up()
        rows.append(
            _row(lines, raw, topics, k, copied)
            | {
                "end": float(end[count]) / 5, "fresh": float(fresh[count]) / 10,
                "prev_lift": float(np.clip(lift_in[count], -12, 12)) / 5,
                "next_lift": float(np.clip(lift_out[count], -12, 12)) / 5,
                "share_heading": share,
            }
        )  # fmt: skip
    for name in ("shift", "about"):
        key = "shift_far" if name == "shift" else "about_gain"
        ranked = sorted(row[key] for row in rows)
        for row in rows:
            row[f"{name}_rank"] = bisect.bisect_left(ranked, row[key]) / len(rows)
    out = np.zeros((len(rows), len(NAMES)))
    for count, row in enumerate(rows):
        if count % 256 == 0:
            look_up()
        out[count] = [row.get(name, 0.0) for name in NAMES]
    return where, out


def _row(
    lines: Sequence[Line], raw: Sequence[Line], topics: Topics, k: int, copied: Sequence[bool]
) -> dict[str, float]:
    line = lines[k]
    before = lines[k - 1] if k else None
    after = lines[k + 1] if k + 1 < len(lines) else None
    byline, text = below(lines, k)
    out = {
        "size": line.size / 30,
        "very_short": float(line.size <= 6),
        "closed": costs.stopped_end(line),
        "colon": costs.colon_end(line),
        "space": float(" " in line.text or "　" in line.text),
        "quoted": float("“" in line.text or "《" in line.text),
        "mark_start": costs.opener_start(line),
        "ordinal": float(bool(line.ordinal)),
        "topic": float(line.topic),
        "hash": float(line.heading > 0),
        "hash_before": float(
            line.index > 0 and raw[line.index - 1].text == "" and raw[line.index - 1].heading > 0
        ),
        "first": float(before is None),
        "last": float(after is None),
        "copied": float(copied[k]),
        "apart_before": float(
            line.index > 0 and raw[line.index - 1].apart and bool(raw[line.index - 1].text)
        ),
        "apart_after": float(line.index + 1 < len(raw) and raw[line.index + 1].apart),
    }
    if before:
        out |= {
            "prev_stop": costs.stopped_end(before),
            "prev_open": costs.open_end(before),
            "prev_sign": max(costs.signed_off(before), _signed_above(raw, line)),
            "prev_heading": costs.heading_form(before),
            "prev_short": costs.short(before),
        }
    if after:
        out |= {
            "next_byline": float(byline),
            "next_dateline": float(text.dateline),
            "next_heading": costs.heading_form(after) * (1 - costs.byline_form(after)),
            "next_size": min(text.size, 200) / 100,
            "date_next": float(
                "月" in text.text[:6] or "日" in text.text[:6] or "记者" in text.text[:20]
            ),
        }
    return out | _vocabulary(lines, topics, k)


def _signed_above(raw: Sequence[Line], line: Line) -> float:
    """Tell whether the line above on the page, copied or not, signs an article off."""
    above = next(
        (one for one in reversed(raw[max(0, line.index - 4) : line.index]) if one.text), None
    )
    return costs.signed_off(above) if above else 0.0


def below(lines: Sequence[Line], k: int) -> tuple[bool, Line]:
    """Return whether a byline stands under a heading of up to three lines, and the text there."""
    byline = False
    for line in lines[k + 1 : k + 5]:
        if line.byline:
            byline = True
        elif not (costs.heading_form(line) or (line.item and line.size <= 40)) or byline:
            return byline, line
    return byline, lines[min(k + 1, len(lines) - 1)]


def _vocabulary(lines: Sequence[Line], topics: Topics, k: int) -> dict[str, float]:
    """Compare the words of a line, of what follows and of what stands before."""
    own = (lines[k].index,)
    ahead = [line.index for line in lines[k + 1 : k + 1 + WINDOW]]
    back = [line.index for line in lines[max(0, k - WINDOW) : k]]
    soon = ahead[:3]
    far = [line.index for line in lines[max(0, k - 2 * WINDOW) : max(0, k - 3)]]
    on, was = (min(topics.alike(own, words), MOST) for words in (ahead, back))
    here, there = topics.alike(soon, back), topics.alike(back, soon)
    return {
        "about_next": on, "about_before": was, "about_gain": on - was,
        "shift_on": here, "shift_back": there, "shift": max(here, there),
        "shift_far": topics.alike(ahead, far),
        **_contrast(lines, topics, k),
    }  # fmt: skip


def _contrast(lines: Sequence[Line], topics: Topics, k: int) -> dict[str, float]:
    """Compare how a stretch after a line goes with one before it, and each stretch with itself."""
    after = [line.index for line in lines[k + 1 : k + 1 + 2 * WINDOW]]
    before = [line.index for line in lines[max(0, k - 2 * WINDOW) : k]]
    on = topics.alike(after[1::2], after[::2])
    back = topics.alike(before[1::2], before[::2])
    wide = topics.alike(after, before)
    return {
        "cohesion_on": on, "cohesion_back": back, "wide_shift": wide,
        "contrast": wide - min(on, back),
    }  # fmt: skip
