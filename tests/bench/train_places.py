"""Learn where articles begin at a second look, and which lines belong to another article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import train_roles
from known import Known, Table, known, living

from brandtool.detect.page import (
    arrangement,
    beginnings,
    belonging,
    membership,
    ngrams,
    reading,
)
from brandtool.detect.page.chain import Chain
from brandtool.detect.page.constraints import FREE
from brandtool.detect.page.network import Network
from brandtool.detect.page.outlook import Outlook
from tests.pages.generate import pages as invented

BEGIN: dict[str, Any] = {"units": 12, "rounds": 25, "decay": 3e-3, "seeds": 4}
FEWER = 100
"""Rounds of learning of a chain that only helps to learn the second look."""
AGAIN = {"tuned": range(118, 122), "wide": range(118, 122)}
"""Seeds of the invented pages that the second look learns from."""
BEGUN = {"made": 1.0, "laid": 0.3, "alone": 0.5, "invented": 0.5}
"""How much a beginning on each kind of page counts at the second look."""
BELONG: dict[str, Any] = {"units": 10, "rounds": 40, "decay": 3e-3, "seeds": 4}
MOVED = 2
"""How often the ends of articles of a page are moved anew."""


def begin_judge(
    halves: Sequence[Sequence[Known]],
    crossed: Sequence[Network],
    made: Sequence[Sequence[train_roles.Told]],
    table: ngrams.Ngrams,
    without: frozenset[str],
) -> Network:
    """Learn where articles begin at a second look, from what others learned at the first."""
    rows = Table()
    for half, head, other in zip(halves, reversed(crossed), reversed(made), strict=True):
        chain = train_roles.chain_from(other, table, head, rounds=FEWER, every=2)
        for one in half:
            if not one.second:
                _begin_rows(one, table, head, chain, rows, BEGUN[one.kind])
        for one in _invented():
            _begin_rows(one, table, head, chain, rows, BEGUN["invented"])
    return rows.learn(beginnings.NAMES, without, **BEGIN)


@cache
def _invented() -> tuple[Known, ...]:
    """Return invented pages of the tuned half that no chain learns from."""
    table = ngrams.shipped()
    told = (page for kind in AGAIN for seed in AGAIN[kind] for page in invented(kind, seed=seed))
    return tuple(known(page, table) for page in told)


def _begin_rows(
    one: Known,
    table: ngrams.Ngrams,
    head: Network,
    chain: Chain,
    out: Table,
    weight: float,
) -> None:
    page = one.page
    kept = [k.index for k in page.lines if k.text and not k.markup and not one.again(k)]
    outlook = Outlook(page, {}, table, {"head": head}, chain)
    roles = outlook.roles(kept)
    living = [k for k in kept if k not in roles.asides]
    lines = [page.lines[k] for k in living]
    heads = reading.judge_heads(page, living, table, head)
    where, rows = beginnings.features(lines, beginnings.seen_of(living, roles, heads), page.topics)
    for place, row in zip(where, rows, strict=True):
        line = lines[place]
        right = line.start in one.firsts or line.block.start in one.firsts
        out.add(row, float(right), one.about(line), weight)


def belong_judge(pages: Sequence[Known], without: frozenset[str]) -> Network:
    """Learn which lines belong to another article: on made pages, and with ends moved anew."""
    rows = Table()
    source = np.random.default_rng(11)
    for one in pages:
        if one.kind != "made":
            continue
        told = [k for k in living(one) if one.at(one.page.lines[k].start)]
        _belong_rows(one, told, rows)
        for _ in range(MOVED):
            _belong_rows(one, moved_ends(one, told, source), rows)
    return rows.learn(belonging.NAMES, without, **BELONG)


def moved_ends(one: Known, living: Sequence[int], source: np.random.Generator) -> list[int]:
    """Set the end of an article or two elsewhere: over its head, before another's, or last."""
    out = list(living)
    for _ in range(int(source.integers(1, 3))):
        firsts = [k for k, index in enumerate(out) if one.page.lines[index].start in one.firsts]
        if len(firsts) < 2:
            return out
        number = int(source.integers(len(firsts)))
        start, stop = firsts[number], [*firsts[1:], len(out)][number]
        size = int(source.choice((1, 2, 3), p=(0.6, 0.3, 0.1)))
        if stop - start < size + 3:
            continue
        piece = out[stop - size : stop]
        del out[stop - size : stop]
        others = [k - (size if k >= stop else 0) for k in firsts]
        goal = (start, len(out), int(source.choice(others)))[
            int(source.choice(3, p=(0.4, 0.4, 0.2)))
        ]
        out[goal:goal] = piece
    return out


def _belong_rows(one: Known, living: Sequence[int], out: Table) -> None:
    page = one.page
    if not living:
        return
    lines = [page.lines[index] for index in living]
    owners = [one.at(line.start) for line in lines]
    starts = [k for k, line in enumerate(lines) if k == 0 or line.start in one.firsts]
    joined = {(k - 1, k) for k in range(1, len(lines)) if one.joined(lines[k - 1], lines[k])}
    headed = lines[0].start in one.firsts
    places = arrangement.places_of(page, living, starts, joined, FREE, headed=headed)
    if len(starts) < 2:
        return
    standing = membership.first_sight(living, places, page.topics)
    heads = [owners[k][0] if lines[k].start in one.firsts else None for k in starts]
    pairs, rows = belonging.candidates(standing, page.topics)
    for (k, there), row in zip(pairs.tolist(), rows, strict=True):
        true = owners[k][0]
        here = heads[int(places.zone[k])]
        if heads[there] == true or here in (true, None):
            out.add(row, float(heads[there] == true), one.about(lines[k]))
