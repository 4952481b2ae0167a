"""Learn how the roles of lines are read: `train_roles.py PAGES.jsonl OUT.json [--cross]`.

Learns from two sources. Invented pages of the tuned half of `tests/pages`, and of the wider forms
beside it, know the role of every line (seeds 100 and on; the benchmark's pages have other seeds,
those of the held-out half and of the unseen part other words and forms). The made pages of
PAGES.jsonl know which lines are headlines, bylines and captions; their other lines are somewhere
among the roles of running text, and the chain is fitted to the sum over what they may be. Lines of
articles that are left out may be anything. Signs are hidden now and then, so that no single one
decides. Deterministic. `--cross` learns on either half of the pages, names the lines of the other,
and prints how often rightly.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from brandtool.core.document import Document
from brandtool.detect.page import ngrams, outline, reading
from brandtool.detect.page.chain import Chain, Floats
from brandtool.detect.page.network import Network
from brandtool.detect.page.shape import Line
from tests.pages.generate import pages as invented

Mask = NDArray[np.bool_]

INVENTED = 2.0
"""How much more a line of an invented page counts, all of whose roles are known."""
HIDDEN = 0.2
"""How often a sign is hidden from the copy of a page that is learned from besides the page."""
SEEDS = {"tuned": range(100, 110), "wide": range(110, 118)}
TEXT = ("subhead", "subhead2", "body", "item", "summary", "note", "dateline", "signoff")
MEANS = {
    "title": ("headline", "headline2"),
    "byline": ("byline",),
    "caption": ("caption", "credit"),
    "furniture": ("turn", "furniture", "advert"),
    "body": TEXT,
}
"""What the lines of made pages may be, by the role their truth knows."""


@dataclass(frozen=True)
class Told:
    """Hold the features of the lines of a page and which states each may have."""

    rows: Floats
    allowed: Mask
    weight: float = 1.0


def only(states: Iterable[str]) -> Mask:
    """Return a row that allows some states."""
    row = np.zeros(len(outline.STATES), dtype=bool)
    row[[outline.STATES.index(state) for state in states]] = True
    return row


@cache
def invented_reads() -> tuple[tuple[dict[str, Any], reading.Page], ...]:
    """Return invented pages of the tuned half and of its wider forms, as they are read."""
    told = [page for kind in SEEDS for seed in SEEDS[kind] for page in invented(kind, seed=seed)]
    return tuple((page, reading.read(Document(page["text"]), ngrams.shipped())) for page in told)


def invented_page(
    page: dict[str, Any], read: reading.Page, table: ngrams.Ngrams, judge: Network
) -> Told:
    """Return an invented page with the states its truth knows."""
    lines = [line for line in read.lines if line.text]
    by_start = {block["span"][0]: block for block in page["truth"]["blocks"]}
    allowed, before = [], 0
    for line in lines:
        block = by_start[line.block.start]
        heading, state = block.get("heading", 0), block["role"]
        if heading and heading == before and f"{state}2" in outline.STATES:
            state += "2"
        if state == "body" and block["order"] == 0:
            state = "lead"
        before = heading
        allowed.append(only((state,)))
    return Told(rows_of(read, lines, table, judge), np.array(allowed), INVENTED)


def made_page(
    page: dict[str, Any],
    read: reading.Page,
    table: ngrams.Ngrams,
    judge: Network,
    names: Sequence[str] = (),
    without: frozenset[str] = frozenset(),
) -> Told:
    """Return a made page with what its lines may be; copies are left out of it.

    Lines of the articles of `names` that are `without` may be anything.
    """
    blocks = {b["span"][0]: b for b in page["truth"]["blocks"] if b["role"] != "copy"}
    kinds = {i["span"][0]: i["kind"] for i in page["truth"]["interruptions"]}
    lines = [line for line in read.lines if line.text and line.block.start in blocks]
    allowed = []
    for line in lines:
        block = blocks[line.block.start]
        article = block["article"]
        if article is not None and names and names[article] in without:
            allowed.append(only(outline.STATES))
        else:
            allowed.append(only(MEANS[kinds.get(line.block.start, block["role"])]))
    rows = rows_of(read, lines, table, judge)
    return Told(rows, np.array(allowed).reshape(len(lines), -1))


def rows_of(
    page: reading.Page, lines: Sequence[Line], table: ngrams.Ngrams, judge: Network
) -> Floats:
    """Return the features of lines, with the chance of headlines a judge gives them."""
    wanted = {line.index for line in lines}
    shown = [index for index in page.shown if index in wanted]
    told = reading.judge_heads(page, shown, table, judge).tolist()
    chance = dict(zip(shown, told, strict=True))
    heads = np.array([chance.get(line.index, 0.0) for line in lines])
    voices = page.voices.of([line.index for line in lines])
    return outline.features(lines, table, page.topics, heads, voices)


def hidden(told: Told, source: np.random.Generator) -> Told:
    """Return a copy with some signs hidden and noise on the likelihoods."""
    out = told.rows.copy()
    spot = {name: k for k, name in enumerate(outline.NAMES)}
    own = [spot[name] for name in outline.OWN]
    out[:, own] *= source.random((len(out), len(own))) >= HIDDEN
    for name in ("lift_before", "lift_after", "end", "fresh", "head"):
        out[:, spot[name]] += source.normal(0, 0.3, len(out))
    return Told(out, told.allowed, told.weight)


def chain_from(
    made: Sequence[Told], table: ngrams.Ngrams, judge: Network, *, rounds: int = 180, every: int = 1
) -> Chain:
    """Fit a chain to made pages and every `every`th invented one, each also with signs hidden."""
    told = invented_reads()[::every]
    own = [invented_page(page, read, table, judge) for page, read in told]
    source = np.random.default_rng(5)
    return learn_chain(
        [*own, *made, *(hidden(one, source) for one in (*own, *made))], rounds=rounds
    )


@dataclass(frozen=True)
class Batch:
    """Hold pages of about one length: (pages, lines, ...) each, padded."""

    rows: Floats
    mask: Mask
    bars: Floats
    shut: Floats
    """What their truth excludes, as potentials."""
    weight: Floats
    known: bool
    """Whether the truth leaves one state to each line."""


def batch_of(told: Sequence[Told]) -> Batch:
    """Stack pages."""
    size, kinds = told[0].rows.shape[1], len(outline.STATES)
    longest = max(len(one.rows) for one in told)
    rows = np.zeros((len(told), longest, size), dtype=np.float32)
    mask = np.zeros((len(told), longest), dtype=bool)
    bars = np.zeros((len(told), longest, kinds), dtype=np.float32)
    shut = np.zeros((len(told), longest, kinds), dtype=np.float32)
    for k, one in enumerate(told):
        count = len(one.rows)
        rows[k, :count], mask[k, :count] = one.rows, True
        barred = outline.barred(one.rows)
        fits = (one.allowed & (barred == 0)).any(axis=1)
        bars[k, :count] = np.where(fits[:, None], barred, 0)
        shut[k, :count] = np.where(one.allowed, 0, -60)
    weight = np.array([one.weight for one in told], dtype=np.float32)
    return Batch(rows, mask, bars, shut, weight, told[0].weight == INVENTED)


def batches_of(told: Sequence[Told], most: int = 120) -> list[Batch]:
    """Stack pages in batches of about one length, the invented ones apart."""
    out = []
    for invented_ones in (True, False):
        mine = [one for one in told if len(one.rows) and (one.weight == INVENTED) == invented_ones]
        mine.sort(key=lambda one: len(one.rows))
        out += [batch_of(mine[k : k + most]) for k in range(0, len(mine), most)]
    return out


def slopes_of(batch: Batch, values: Sequence[Floats]) -> list[Floats]:
    """Return the slopes of the weights, the moves and the first line for a batch."""
    mask, weight = batch.mask, batch.weight
    seen = batch.rows @ values[0].astype(np.float32) + batch.bars
    free, moved = marginals(seen, values[1], values[2], mask, weight)
    if batch.known:
        true = np.where(batch.shut == 0, 1.0, 0.0) * mask[:, :, None]
        right = np.einsum("n,ntk,ntl->kl", weight, true[:, :-1], true[:, 1:])
    else:
        true, right = marginals(seen + batch.shut, values[1], values[2], mask, weight)
    error = ((free - true) * weight[:, None, None]).astype(np.float32)
    return [
        np.tensordot(batch.rows, error, axes=((0, 1), (0, 1))),
        moved - right,
        error[:, 0].sum(axis=0),
    ]


def learn_chain(told: Sequence[Told], *, rounds: int = 180, decay: float = 3e-4) -> Chain:
    """Fit a chain by Adam to the chance of what the lines of all pages may be."""
    batches = batches_of(told)
    size, kinds = batches[0].rows.shape[2], len(outline.STATES)
    values = [np.zeros((size, kinds)), np.zeros((kinds, kinds)), np.zeros(kinds)]
    lean, spread = ([np.zeros_like(v) for v in values] for _ in range(2))
    total = sum(float((batch.mask * batch.weight[:, None]).sum()) for batch in batches)
    for step in range(1, rounds + 1):
        parts = [slopes_of(batch, values) for batch in batches]
        rate = 0.08 * (1 - step / (rounds + 1)) ** 0.7
        for k, value in enumerate(values):
            slope = sum(part[k] for part in parts) / total + decay * value
            lean[k] = 0.9 * lean[k] + 0.1 * slope
            spread[k] = 0.99 * spread[k] + 0.01 * slope**2
            values[k] = value - rate * (lean[k] / (1 - 0.9**step)) / (
                np.sqrt(spread[k] / (1 - 0.99**step)) + 1e-8
            )
    return Chain(outline.NAMES, outline.STATES, *values)


def marginals(
    told: Floats, moves: Floats, first: Floats, mask: Mask, weight: Floats
) -> tuple[Floats, Floats]:
    """Return the chance of each state of each line, and the expected count of each move."""
    told = told.copy()
    told[:, 0] += first
    pots = np.exp(told - told.max(axis=2, keepdims=True))
    step = np.exp(moves)
    ahead, back = np.zeros_like(pots), np.ones_like(pots)
    ahead[:, 0] = pots[:, 0] / pots[:, 0].sum(axis=1, keepdims=True)
    longest = told.shape[1]
    for k in range(1, longest):
        on = (ahead[:, k - 1] @ step) * pots[:, k]
        total = np.maximum(on.sum(axis=1, keepdims=True), 1e-30)
        ahead[:, k] = np.where(mask[:, k, None], on / total, 0)
    for k in range(longest - 2, -1, -1):
        on = (pots[:, k + 1] * back[:, k + 1]) @ step.T
        on /= on.sum(axis=1, keepdims=True)
        back[:, k] = np.where(mask[:, k + 1, None], on, 1.0)
    single = ahead * back
    single = np.where(mask[:, :, None], single / np.maximum(single.sum(2, keepdims=True), 1e-30), 0)
    left, right = ahead[:, :-1], (pots * back)[:, 1:] * mask[:, 1:, None]
    norm = ((left @ step) * right).sum(axis=2)
    share = np.where(norm > 0, weight[:, None] / np.maximum(norm, 1e-30), 0)
    both = step * np.tensordot(left * share[:, :, None], right, axes=((0, 1), (0, 1)))
    return single, both


def main() -> None:
    """Learn and write, or learn on halves and tell how the other half is read."""
    import train_page

    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("pages", type=Path)
    reader.add_argument("out", type=Path)
    reader.add_argument("--cross", action="store_true")
    told = reader.parse_args()
    table = ngrams.shipped()
    records = [json.loads(line) for line in told.pages.open(encoding="utf-8") if line.strip()]
    known = [train_page.known(record, table) for record in records]
    halves = [
        [k for k, one in enumerate(known) if train_page.fold_of(one.id + "half", 2) == half]
        for half in (0, 1)
    ]
    judges = [train_page.head_judge([known[k] for k in half], table) for half in reversed(halves)]
    made = [
        [made_page(records[k], known[k].page, table, judge) for k in half]
        for half, judge in zip(halves, judges, strict=True)
    ]
    if told.cross:
        count: Counter[tuple[str, str]] = Counter()
        for number in (0, 1):
            chain = chain_from(made[number], table, judges[number])
            for k, one in zip(halves[1 - number], made[1 - number], strict=True):
                path = chain.best(one.rows @ chain.weights + outline.barred(one.rows))
                blocks = [b for b in records[k]["truth"]["blocks"] if b["role"] != "copy"]
                for block, state in zip(blocks, path, strict=True):
                    name = outline.STATES[state]
                    count[block["role"], outline.SECOND.get(name, name)] += 1
        for (true, named), times in sorted(count.items(), key=lambda row: (row[0][0], -row[1])):
            print(f"{true:10} named {named:10} {times}")
    chain = chain_from([*made[0], *made[1]], table, judges[0])
    told.out.write_text(json.dumps(chain.as_json()), encoding="utf-8")


if __name__ == "__main__":
    main()
