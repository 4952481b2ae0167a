"""Learn the judges of the page detector.

`train_page.py PAGES.jsonl OUT [--real PAGES.jsonl] [--cross] [--folds N] [--keep FOLDER]`.

Pages are laid out of the same articles besides, as layout models read them (`layouts.py`): the
judges learn from both, and of joins from more pages of that kind, set as real ones are, and from
real pages with a second reading; of which copy stays
from the made pages with other copies put in besides (`copying.py`). Without `--cross` the
judges are learned from all pages and written to OUT.json, the chain
of roles (see train_roles.py) to roles.json beside it. With it, OUT.json takes the analysis
records, for `score_pages.py` and `score_real.py`: each page is judged by judges that saw neither
the page nor any row of an article that stands on a page of its fold.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import copying
import layouts
import numpy as np
import train_roles
from known import COPIED, LAID, WIDE, Known, Table, alone, fold_of, known, living
from numpy.typing import NDArray
from train_places import begin_judge, belong_judge

from brandtool.detect.page import headings, keeper, ngrams, pairs, reading
from brandtool.detect.page.chain import Chain, chain_of
from brandtool.detect.page.network import Network, network_of

Rows = NDArray[np.float64]
HEAD: dict[str, Any] = {"units": 24, "rounds": 20, "decay": 3e-3, "seeds": 3}
SHORTEST = 250
PAGES = 300
WIDE_PAGES = 700
"""How many pages are laid out for joins only, as real pages are: more sorts of lines on each."""
THIN = 0.35
"""The share of their pairs that go on nowhere that is learned from."""
LAID_WEIGHT = 0.3
"""How much a heading of a page laid out here counts."""
ROUNDS = 4
"""How many times the copies of each made page are put in anew."""
COPIED_WEIGHT = 0.5
"""How much a copy put in here counts."""
KEEP: dict[str, Any] = {"units": 12, "rounds": 80, "decay": 2e-3, "seeds": 6}
WEIGHTS = {"made": 3.0, "laid": 1.0, "wide": 1.0, "real": 6.0}
"""How much a pair of lines of each kind of page counts in the judge of joins."""
SEAM: dict[str, Any] = {"units": 12}
JOINS: dict[str, Any] = {"units": 40, "rounds": 16, "decay": 5e-4, "seeds": 4}


def _texts(records: Sequence[dict[str, Any]]) -> list[str]:
    texts = {told["title"]: told["text"] for one in records for told in one["truth"]["articles"]}
    return [texts[title] for title in sorted(texts) if len(texts[title]) >= SHORTEST]


def laid_wide(records: Sequence[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Lay out pages of more articles, with sentences of others between them."""
    texts, source = _texts(records), np.random.default_rng(13)
    out = []
    for number in range(count):
        size, more = int(source.integers(3, 11)), int(source.integers(0, 5))
        chosen = source.choice(len(texts), size + more, replace=False)
        articles = [texts[k] for k in chosen]
        page = layouts.page_of(f"{WIDE}{number}", articles[:size], source, articles[size:])
        out.append(page)
    return out


def laid_out(records: Sequence[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Lay out pages of the articles of made pages."""
    texts, source = _texts(records), np.random.default_rng(7)
    out = []
    for number in range(count):
        chosen = source.choice(len(texts), int(source.integers(3, 9)), replace=False)
        articles = [texts[k] for k in chosen]
        out.append(layouts.page_of(f"{LAID}{number}", articles, source))
    return out


def copy_anew(pages: Sequence[Known], table: ngrams.Ngrams) -> None:
    """Put other copies into made pages, beside them."""
    source = np.random.default_rng(11)
    for turn in range(ROUNDS):
        for one in pages:
            if one.kind == "made":
                record = copying.copied(f"{COPIED}{turn}-{one.id}", one.record, source)
                one.copied.append(known(record, table))


def learn(
    pages: Sequence[Known], table: ngrams.Ngrams, without: frozenset[str]
) -> tuple[dict[str, Network], Chain]:
    """Learn all judges and the chain of roles, leaving out what tells of some articles."""
    wide = [one for one in pages if one.kind == "wide"]
    pages = [one for one in pages if one.kind != "wide"]
    every = [[one for one in pages if fold_of(one.id + "half", 2) == half] for half in (0, 1)]
    halves = [[one for one in half if not one.alone] for half in every]
    tables = []
    for half in halves:
        tables.append(Table())
        for one in half:
            _head_rows(one, table, tables[-1])
    crossed = [_shaken(told).learn(headings.NAMES, without, **HEAD) for told in tables]
    join, keep, seams = Table(), Table(), [Table(), Table()]
    for half, other, seam in zip(halves, reversed(crossed), seams, strict=True):
        for one in half:
            _pair_rows(one, table, other, join, seam)
    for one in wide:
        _pair_rows(one, table, crossed[fold_of(one.id + "half", 2)], join, Table())
    parted = [told.learn(pairs.SEAM_NAMES, without, **SEAM) for told in seams]
    judges = {
        "head": _shaken(_both(tables)).learn(headings.NAMES, without, **HEAD),
        "join": join.learn(pairs.NAMES, without, **JOINS),
        "seam": _both(seams).learn(pairs.SEAM_NAMES, without, **SEAM),
    }
    for half, other, seam in zip(halves, reversed(crossed), reversed(parted), strict=True):
        for one in half:
            if one.kind == "made":
                _keep_rows(one, table, {"head": other, "seam": seam}, keep)
                for again in one.copied:
                    _keep_rows(again, table, {"head": other, "seam": seam}, keep, COPIED_WEIGHT)
    judges["keep"] = keep.learn(keeper.NAMES, without, **KEEP)
    made_halves = [
        [
            train_roles.made_page(one.record, one.page, table, other, one.names, without)
            for one in half
            if one.kind == "made"
        ]
        for half, other in zip(halves, reversed(crossed), strict=True)
    ]
    made = [one for half in made_halves for one in half]
    chain = train_roles.chain_from(made, table, judges["head"])
    judges["belong"] = belong_judge(pages, without)
    judges["begin"] = begin_judge(every, crossed, made_halves, table, without)
    return judges, chain


def _both(tables: Sequence[Table]) -> Table:
    return Table(*(a + b for a, b in zip(*(_parts(told) for told in tables), strict=True)))


def head_judge(pages: Sequence[Known], table: ngrams.Ngrams) -> Network:
    """Learn the judge of headlines from pages."""
    rows = Table()
    for one in pages:
        _head_rows(one, table, rows)
    return _shaken(rows).learn(headings.NAMES, frozenset(), **HEAD)


def _head_rows(one: Known, table: ngrams.Ngrams, out: Table) -> None:
    if one.second:
        return
    for shown in (one.page.shown,) if one.laid else (one.page.shown, living(one)):
        where, rows = _heading_features(one, shown, table)
        for place, row in zip(where, rows, strict=True):
            line = one.page.lines[shown[place]]
            right = float(line.start in one.firsts)
            out.add(row, right, one.about(line), LAID_WEIGHT if one.laid else 1.0)


def _heading_features(
    one: Known, shown: Sequence[int], table: ngrams.Ngrams
) -> tuple[list[int], Rows]:
    key = f"heads of {len(shown)}"
    if key not in one.cache:
        lines = [one.page.lines[index] for index in shown]
        copied = [index in one.page.members for index in shown]
        one.cache[key] = headings.features(
            lines, one.page.lines, one.page.topics, table, copied, one.page.voices.of(shown)
        )
    told: tuple[list[int], Rows] = one.cache[key]
    return told


def _heads(
    one: Known, shown: Sequence[int], table: ngrams.Ngrams, judge: Network
) -> NDArray[np.float64]:
    where, rows = _heading_features(one, shown, table)
    out = np.zeros(len(shown))
    if where:
        out[where] = judge.judge(rows)
    return out


def _parts(table: Table) -> tuple[list[Any], ...]:
    return table.rows, table.right, table.weight, table.about


def _shaken(table: Table) -> Table:
    """Add each row once more without its clearest signs and with noise on its likelihoods.

    The headlines of made pages nearly all stand over a byline or a dateline; those of real pages
    do not.
    """
    source = np.random.default_rng(3)
    spot = {name: k for k, name in enumerate(headings.NAMES)}
    out = Table(*(list(part) for part in _parts(table)))
    for row, right, about in zip(table.rows, table.right, table.about, strict=True):
        other = row.copy()
        for name, spread in (("next_lift", 0.6), ("prev_lift", 0.6), ("end", 0.25), ("fresh", 0.3)):
            other[spot[name]] += source.normal(0, spread)
        for name in ("next_byline", "next_dateline", "date_next", "space"):
            if source.random() < 0.6:
                other[spot[name]] = 0.0
        out.add(other, right, about, 0.5)
    return out


def _pair_rows(one: Known, table: ngrams.Ngrams, head: Network, join: Table, seam: Table) -> None:
    shown = living(one)
    if len(shown) < 2:
        return
    heads = _heads(one, shown, table, head)
    lines = [one.page.lines[k] for k in shown]
    if "pairs" not in one.cache:
        one.cache["pairs"] = pairs.candidates(
            one.page.seams(shown, table),
            np.zeros(len(shown)),
            one.page.topics,
        )
    told = one.cache["pairs"]
    rows = told.features.copy()
    rows[:, pairs.NAMES.index("left_head")] = heads[told.left]
    rows[:, pairs.NAMES.index("right_head")] = heads[told.right]
    thin = np.random.default_rng(fold_of(one.id, 1 << 32))
    for left, right, row in zip(told.left.tolist(), told.right.tolist(), rows, strict=True):
        joined = one.joined(lines[left], lines[right])
        many = one.kind == "wide" and not joined
        if joined is None or (many and thin.random() >= THIN):
            continue
        good, about = float(joined), one.about(lines[left], lines[right])
        join.add(row, good, about, WEIGHTS[one.kind] / (THIN if many else 1.0))
        if one.kind == "made" and 0 < right - left <= pairs.STEPS:
            seam.add(row[: len(pairs.SEAM_NAMES)], good, about)


def _keep_rows(
    one: Known, table: ngrams.Ngrams, judges: dict[str, Network], out: Table, weight: float = 1.0
) -> None:
    page = one.page
    heads = _heads(one, page.shown, table, judges["head"])
    for choice in reading.rated(page, table, heads, judges["seam"]):
        for index, row in zip(choice.passes, choice.features, strict=True):
            told = [
                one.at(k)
                for line in page.passes[index].lines
                for k in range(page.lines[line].start, page.lines[line].stop)
            ]
            good = sum(1 for origin in told if origin and origin[3])
            about = one.about(*(page.lines[line] for line in page.passes[index].lines))
            out.add(row, float(good >= 0.9 * len(told)), about, weight)


def main() -> None:
    """Learn, or judge by cross-validation."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("pages", type=Path)
    reader.add_argument("out", type=Path)
    reader.add_argument("--real", type=Path)
    reader.add_argument("--cross", action="store_true")
    reader.add_argument("--folds", type=int, default=10)
    reader.add_argument("--keep", type=Path, help="with --cross: keep what each fold has learned")
    told = reader.parse_args()
    table = ngrams.shipped()
    records = _records(told.pages)
    anew = [*laid_out(records, PAGES), *alone(records), *laid_wide(records, WIDE_PAGES)]
    laid = [known(record, table) for record in anew]
    pages = [known(record, table) for record in records + _records(told.real)]
    copy_anew(pages, table)
    if not told.cross:
        judges, chain = learn([*pages, *laid], table, frozenset())
        told.out.write_text(
            json.dumps({name: judge.as_json() for name, judge in judges.items()}), encoding="utf-8"
        )
        told.out.with_name("roles.json").write_text(json.dumps(chain.as_json()), encoding="utf-8")
        return
    with told.out.open("w", encoding="utf-8") as out:
        for fold in range(told.folds):
            test = [one for one in pages if fold_of(one.id, told.folds) == fold]
            kept = told.keep / f"fold{fold}.json" if told.keep else None
            if kept and kept.exists():
                judges, chain = read_back(kept)
            else:
                rest = [one for one in pages if fold_of(one.id, told.folds) != fold]
                judges, chain = learn(
                    [*rest, *laid], table, frozenset(n for one in test for n in one.names)
                )
            if kept and not kept.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                learned = {name: judge.as_json() for name, judge in judges.items()}
                kept.write_text(json.dumps(learned | {"roles": chain.as_json()}), encoding="utf-8")
            for one in test:
                record = plain_record(one, judges, chain)
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
            out.flush()
            sys.stderr.write(f"fold {fold}\n")


def _records(path: Path | None) -> list[dict[str, Any]]:
    if path is None:
        return []
    return [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]


def read_back(path: Path) -> tuple[dict[str, Network], Chain]:
    """Return the judges and the chain that were kept of a fold."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return {k: network_of(v) for k, v in told.items() if k != "roles"}, chain_of(told["roles"])


def plain_record(one: Known, judges: dict[str, Network], chain: Chain) -> dict[str, Any]:
    """Make the analysis record of a page with given judges."""
    from brandtool.batch.analysis import analyse

    return analyse(
        one.page.document, identifier=one.id, quotes=False, judged_by=judges, roles_by=chain
    )


if __name__ == "__main__":
    main()
