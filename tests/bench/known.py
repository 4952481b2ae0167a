"""Pages with what is known of them, and rows to learn from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import second_reading
from learning import fit_many
from numpy.typing import NDArray

from brandtool.core.document import Document
from brandtool.detect.page import ngrams, reading
from brandtool.detect.page.network import Network
from brandtool.detect.page.shape import Line

Rows = NDArray[np.float64]
Origin = tuple[int, int, int, int]
LAID = "laid-"
ALONE = "alone-"
WIDE = "wide-"
COPIED = "copied-"


@dataclass
class Table:
    """Gather rows of one kind, their labels, weights and the articles each row tells of."""

    rows: list[Rows] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    about: list[frozenset[str]] = field(default_factory=list)

    def add(self, row: Rows, right: float, about: Iterable[str], weight: float = 1.0) -> None:
        """Add one row."""
        self.rows.append(row)
        self.right.append(right)
        self.weight.append(weight)
        self.about.append(frozenset(about))

    def learn(self, names: Sequence[str], without: frozenset[str], **options: Any) -> Network:
        """Fit a judge on the rows that tell of none of some articles."""
        good = [k for k, about in enumerate(self.about) if not about & without]
        return fit_many(
            tuple(names),
            np.array([self.rows[k] for k in good]),
            np.array([self.right[k] for k in good]),
            np.array([self.weight[k] for k in good]),
            **options,
        )


@dataclass
class Known:
    """Hold a page, its truth by character and the names of its articles."""

    page: reading.Page
    origin: dict[int, Origin]
    names: list[str]
    firsts: set[int]
    id: str
    record: dict[str, Any]
    laid: bool = False
    """Whether it is laid out here."""
    alone: bool = False
    """Whether it is one article and nothing else."""
    second: second_reading.Reading | None = None
    """What else tells of its joins, if it is a real page."""
    copied: list[Known] = field(default_factory=list)
    """The page with other copies."""
    cache: dict[str, Any] = field(default_factory=dict)

    def at(self, offset: int) -> Origin | None:
        """Return (article, offset, copy, ok) of a character."""
        return self.origin.get(offset)

    def about(self, *lines: Line) -> set[str]:
        """Return the articles lines come from."""
        told = [self.at(place) for line in lines for place in (line.start, line.stop - 1)]
        return {self.names[one[0]] for one in told if one}

    @property
    def kind(self) -> str:
        """Return made, laid (out here), wide (the same, for joins only), alone or real."""
        if self.id.startswith(WIDE):
            return "wide"
        return "alone" if self.alone else "laid" if self.laid else "real" if self.second else "made"

    def joined(self, left: Line, right: Line) -> bool | None:
        """Tell whether a sentence goes on from one line in another, None if nothing tells."""
        if self.second:
            return self.second.joined(left, right)
        a, b = self.at(left.stop - 1), self.at(right.start)
        if a is None or b is None:
            return None
        return a[0] == b[0] and 0 < b[1] - a[1] <= 1

    def again(self, line: Line) -> bool:
        """Tell whether most of a line is a copy."""
        if self.second:
            return False
        told = [self.at(k) for k in range(line.start, line.stop)]
        return sum(1 for one in told if one is None or one[2]) > len(told) / 2


def known(record: dict[str, Any], table: ngrams.Ngrams) -> Known:
    """Read a page with its truth, or with its second reading."""
    page = reading.read(Document(record["text"]), table)
    if "truth" not in record:
        second = second_reading.reading_of(record["reference"])
        return Known(page, {}, [], set(), record["id"], record, second=second)
    truth = record["truth"]
    origin = {}
    for start, stop, article, offset, copy, ok in truth["origin"]:
        for k in range(start, stop):
            origin[k] = (article, offset + k - start, copy, ok)
    firsts = {b["span"][0] for b in truth["blocks"] if b["order"] == 0}
    names = [article["title"] for article in truth["articles"]]
    laid, single = (record["id"].startswith(kind) for kind in (LAID, ALONE))
    return Known(page, origin, names, firsts, record["id"], record, laid, single)


def alone(records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return each article of made pages as a page of its own: nothing but its head begins one."""
    out: dict[str, dict[str, Any]] = {}
    for one in records:
        for told in one["truth"]["articles"]:
            title, text = told["title"], told["text"]
            blocks, at = [], 0
            for order, words in enumerate(text.split("\n")):
                blocks.append({"span": [at, at + len(words)], "article": 0, "order": order})
                at += len(words) + 1
            truth = {"origin": [[0, len(text), 0, 0, 0, 1]], "blocks": blocks, "articles": [told]}
            out[title] = {"id": f"{ALONE}{title}", "text": text, "truth": truth}
    return [out[title] for title in sorted(out)]


def living(one: Known) -> tuple[int, ...]:
    if "living" not in one.cache:
        one.cache["living"] = tuple(k for k in one.page.shown if not one.again(one.page.lines[k]))
    living: tuple[int, ...] = one.cache["living"]
    return living


def fold_of(name: str, folds: int) -> int:
    """Return the fold of a page."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds
