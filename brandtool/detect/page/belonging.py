"""Whether a line belongs to another article than the one it stands in: what speaks for it.

A piece of an article that was set elsewhere stands mostly at the end of a stretch, where another
article is over: before its own headline, or at the end of the page. One small fact a feature; a
learned judge weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs
from brandtool.detect.page.chain import Floats
from brandtool.detect.page.shape import Line
from brandtool.detect.page.topics import Topics

_LEANING = re.compile(
    "[他她它其该此这那]|对此|不过|但|而|同时|另外|因此|所以|于是|随后|接着|为此|与此|据[悉了介]|记者"
)
"""Words with which a paragraph goes on from the one before."""
HEADING = 25
"""Longer lines are text, as are those that end in a stop."""
NEAR = 3
"""How many lines before a line, or at the end of another article, are compared with it."""
MOST = 10.0
"""Differences of fit beyond this say no more."""

NAMES = (
    "gain", "gain_per_word", "over_rest", "fit_there", "fit_here", "size", "brief",
    "first_there", "before_there", "after_there", "next_there", "to_end", "last", "since",
    "ended", "ended_before", "stopped", "open", "closed_there", "open_there", "signed",
    "bylined_there", "rest", "rest_least", "back", "back_most", "tied", "gain_before", "gain_after",
    "near_here", "near_there", "nearer", "dateline", "counts_here", "counts_there", "articles",
    "headless", "leans", "leans_inside",
)  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """Hold how the lines of a page stand, by position: see `membership.Places`."""

    lines: Sequence[Line]
    zone: NDArray[np.int64]
    starts: Sequence[int]
    tied: NDArray[np.bool_]
    fit: Floats
    """(lines, articles): how well the words of each line suit each article."""
    labels: NDArray[np.int64]
    """The article of each line at first sight."""
    bylined: NDArray[np.bool_]
    headless: bool
    """Whether no head stands over the first stretch."""

    @property
    def settled(self) -> set[int]:
        """Return the lines that stay for certain: heads, and the first text below each."""
        out: set[int] = set()
        stops = [*self.starts[1:], len(self.lines)]
        for number, (start, stop) in enumerate(zip(self.starts, stops, strict=True)):
            if number or not self.headless:
                text = (k for k in range(start + 1, stop) if _text(self.lines[k]))
                out.update(range(start, next(text, start) + 1))
        return out


def _text(line: Line) -> bool:
    return line.size > HEADING or costs.stopped_end(line) > 0


def candidates(standing: Standing, topics: Topics) -> tuple[NDArray[np.int64], Floats]:
    """Return (line, other article) pairs by position, and their features (n, len(NAMES)).

    The others of a line are the article it was given at first sight, the one its words suit best
    and the one whose head comes next. Lines that begin an article have none, nor has the text
    right below.
    """
    view = _View(standing, topics)
    settled = standing.settled
    pairs, rows = [], []
    for k in range(len(standing.lines)):
        if k in settled:
            continue
        for there in view.others(k):
            pairs.append((k, there))
            row = view.row(k, there)
            rows.append([row[name] for name in NAMES])
    return (
        np.array(pairs, dtype=np.int64).reshape(-1, 2),
        np.array(rows, dtype=np.float64).reshape(-1, len(NAMES)),
    )


def _alike(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    length = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / length if length > 0 else 0.0


class _View:
    """Know the stretches of a page, and the end of each article."""

    def __init__(self, standing: Standing, topics: Topics) -> None:
        self.at = standing
        lines = standing.lines
        self.count = len(standing.starts)
        self.stops = [*standing.starts[1:], len(lines)]
        self.signed = np.array([line.signoff for line in lines])
        weight = np.minimum(np.array([line.size for line in lines]) / 40, 1.0)
        self.vectors = topics.vectors([line.index for line in lines]) * weight[:, None]
        self.sums = np.concatenate([np.zeros_like(self.vectors[:1]), self.vectors.cumsum(axis=0)])
        self.ends = [self._end(article) for article in range(self.count)]
        self.closing = [self.vectors[end].sum(axis=0) for end in self.ends]
        best = np.where(np.arange(self.count) == standing.zone[:, None], -np.inf, standing.fit)
        self.best = best.argmax(axis=1)
        self.over = standing.fit - standing.fit[np.arange(len(lines)), standing.zone][:, None]
        self.over = np.clip(self.over, -MOST, MOST)

    def _end(self, article: int) -> list[int]:
        """Return the last lines that stand in an article's place and belong to it."""
        start, stop = self.at.starts[article], self.stops[article]
        mine = [k for k in range(start, stop) if self.at.labels[k] == article]
        return mine[-NEAR:]

    def others(self, k: int) -> list[int]:
        """Return the articles a line may belong to instead."""
        home = int(self.at.zone[k])
        told = [int(self.at.labels[k]), int(self.best[k])]
        if home + 1 < self.count:
            told.append(home + 1)
        return sorted({one for one in told if one != home})

    def row(self, k: int, there: int) -> dict[str, float]:
        """Return the features of a line and an article it may belong to."""
        at, line = self.at, self.at.lines[k]
        home = int(at.zone[k])
        start, stop = at.starts[home], self.stops[home]
        over = self.over[:, there]
        gain = float(over[k])
        rest = [one for one in range(self.count) if one not in (home, there)]
        above = at.lines[k - 1] if k else None
        after, before = over[k:stop], over[start + 1 : k]
        end = at.lines[self.ends[there][-1]] if self.ends[there] else None
        here_near, there_near = self._near(k, there)
        leans = float(bool(_LEANING.match(line.text)))
        return {
            "gain": gain / 3, "gain_per_word": gain / max(8, line.size),
            "over_rest": float(at.fit[k, there] - max(at.fit[k, rest])) / 3 if rest else 1.0,
            "fit_there": float(at.fit[k, there]) / 5, "fit_here": float(at.fit[k, home]) / 5,
            "size": float(np.log1p(line.size)) / 4, "brief": float(line.size < 25),
            "first_there": float(at.labels[k] == there),
            "before_there": float(k > 0 and at.labels[k - 1] == there),
            "after_there": float(k + 1 < len(at.lines) and at.labels[k + 1] == there),
            "next_there": float(there == home + 1), "to_end": float(np.log1p(stop - k)) / 2,
            "last": float(home == self.count - 1), "since": float(np.log1p(k - start)) / 2,
            "ended": float(self.signed[start:k].any()),
            "ended_before": float(k > 0 and self.signed[k - 1]),
            "stopped": costs.stopped_end(above) if above else 0.0,
            "open": costs.open_end(above) if above else 0.0,
            "headless": float(at.headless and home == 0), "leans": leans,
            "leans_inside": leans * float(k + 1 < stop),
            "closed_there": float(end is not None and end.signoff),
            "open_there": costs.open_end(end) if end is not None else 1.0,
            "signed": float(line.signoff), "bylined_there": float(at.bylined[there]),
            "rest": float(after.sum()) / len(after) / 3, "rest_least": float(after.min()) / 3,
            "back": float(before.sum()) / len(before) / 3 if len(before) else 0.0,
            "back_most": float(before[-NEAR:].max()) / 3 if len(before) else 0.0,
            "tied": float(at.tied[k]), "gain_before": float(over[k - 1]) / 3 if k else 0.0,
            "gain_after": float(over[k + 1]) / 3 if k + 1 < stop else 0.0,
            "near_here": here_near, "near_there": there_near, "nearer": there_near - here_near,
            "dateline": float(line.dateline), "articles": self.count / 8,
            **self._counted(k, there, start),
        }  # fmt: skip

    def _near(self, k: int, there: int) -> tuple[float, float]:
        """Compare a line with those above it and with the last ones of another article."""
        above = self.sums[k] - self.sums[max(self.at.starts[self.at.zone[k]], k - NEAR)]
        own, end = self.vectors[k], self.closing[there]
        if k in self.ends[there]:
            end = end - own
        return _alike(own, above), _alike(own, end)

    def _counted(self, k: int, there: int, start: int) -> dict[str, float]:
        """Tell where the number before the one a line opens with stands."""
        wanted = self.at.lines[k].ordinal - 1
        here = range(max(start, k - NEAR), k)
        return {
            name: float(wanted > 0 and any(self.at.lines[n].ordinal == wanted for n in among))
            for name, among in (("counts_here", here), ("counts_there", self.ends[there]))
        }
