"""Where articles begin, seen a second time: each likely beginning among the others of the page.

What a heading is, its own form and neighbours tell but in part. Between the likely beginnings
before and after it, more is seen: whether both stretches speak of the same things, whether the
others have bylines or are signed and this one is not, whether one stretch would have no text at
all, and how many headings like it stand there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs, headings
from brandtool.detect.page.chain import Floats
from brandtool.detect.page.network import Network
from brandtool.detect.page.roles import Roles, begun
from brandtool.detect.page.shape import Line
from brandtool.detect.page.topics import Topics

Vector = NDArray[np.floating]
LEAST = 0.03
"""Lines less likely to begin an article are not looked at again."""
MOST = 2000
"""Lines of the longest text that is looked at again."""
OPENING = 24
"""How many characters open a text."""
_DATED = re.compile(r"日|昨|今天|近期|目前|[报网社]讯|消息|记者")
"""Words with which a report says when it happened, or who reports."""
LIKELY = 0.5
RIVAL = 0.15
"""The chance of being a subhead or a beginning from which on a heading is one of several."""
TEXT = 25
"""Lines longer than this are text, as are those that end in a stop."""
FULL = 40
"""The size from which on a line counts in full."""

NAMES = (
    "roles", "judge", "unheard", "headline", "kicker", "subhead", "lead",
    "alike", "cohesion_on", "cohesion_back", "contrast", "own_on", "own_back", "own_gain",
    "title_on", "title_back", "titles",
    "lines_on", "lines_back", "words_on", "words_back", "bare_on", "bare_back", "next_to_last",
    "byline", "dateline", "bylines", "datelines", "unlike_bylines", "unlike_datelines",
    "byline_back", "size", "shorter", "much_shorter",
    "rivals_on", "rivals_back", "lonely", "signed", "stopped", "open", "signed_on",
    "others", "last", "top", "ordinal", "topic", "dated",
    "judge_before", "judge_after", "adjacent",
)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """Hold what was told of each line of a page at first sight: one number a line."""

    starts: Floats
    """By its role."""
    heads: Floats
    """By the judge of heads."""
    first: Floats
    """By both."""
    headline: Floats
    kicker: Floats
    subhead: Floats
    lead: Floats


def seen_of(living: Sequence[int], roles: Roles, heads: Floats) -> Seen:
    """Gather what roles and the judge of heads tell of lines, named by block index."""

    def told(of: Mapping[int, float]) -> Floats:
        return np.array([of.get(index, 0.0) for index in living])

    starts = told(roles.starts)
    kinds = {name: told(of) for name, of in roles.openers.items()}
    return Seen(starts, heads, begun(starts, heads), **kinds)


def features(lines: Sequence[Line], seen: Seen, topics: Topics) -> tuple[list[int], Floats]:
    """Return the positions of lines that may begin an article and their (n, len(NAMES)) features.

    The first line of the page begins one anyhow and is left out.
    """
    where = [k for k in np.flatnonzero(seen.first >= LEAST).tolist() if k]
    if not where or len(lines) > MOST:
        return [], np.zeros((0, len(NAMES)))
    page = _Stretches(lines, seen, topics)
    return where, np.array([[row[name] for name in NAMES] for row in map(page.row, where)])


def seen_again(lines: Sequence[Line], seen: Seen, topics: Topics, judge: Network) -> Floats:
    """Return the chance of each line to begin an article.

    Texts of more lines than any page has are taken as they were seen first.
    """
    if len(lines) > MOST:
        return seen.first
    out = np.where(seen.first >= LEAST, seen.first, 0.0)
    where, rows = features(lines, seen, topics)
    if where:
        out[where] = judge.judge(rows)
    return out


def _odds(chance: float) -> float:
    kept = min(max(chance, 1e-3), 1 - 1e-3)
    return float(np.log(kept / (1 - kept))) / 3


def _alike(one: Vector, other: Vector) -> float:
    length = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / length if length > 0 else 0.0


class _Stretches:
    """Know the stretches of a page between its likely beginnings."""

    def __init__(self, lines: Sequence[Line], seen: Seen, topics: Topics) -> None:
        self.lines, self.seen = lines, seen
        weight = np.minimum(np.array([line.size for line in lines]) / FULL, 1.0)
        vectors = topics.vectors([line.index for line in lines]) * weight[:, None]
        self.vectors = vectors
        self.sums = [_summed(vectors), _summed(vectors, 2, 0), _summed(vectors, 2, 1)]
        self.starts = [0, *(k for k in np.flatnonzero(seen.first >= LIKELY).tolist() if k)]
        self.text = np.cumsum([0, *(line.size if _text(line) else 0 for line in lines)])
        self.rivals = np.cumsum([0, *(np.maximum(seen.subhead, seen.first) >= RIVAL)])
        below = {k: headings.below(lines, k) for k in self.starts}
        self.bylines = {k for k, (byline, _) in below.items() if byline}
        self.datelines = {k for k, (_, text) in below.items() if text.dateline}

    def row(self, k: int) -> dict[str, float]:
        """Return the features of one line."""
        seen, line = self.seen, self.lines[k]
        before = max(start for start in self.starts if start < k)
        stop = min((start for start in self.starts if start > k), default=len(self.lines))
        others = [start for start in self.starts if start != k]
        sizes = [self.lines[start].size for start in others]
        shorter = line.size / max(1.0, median(sizes))
        above = self.lines[k - 1]
        return {
            "roles": _odds(seen.starts[k]), "judge": _odds(seen.heads[k]),
            "unheard": float(seen.heads[k] <= 0), "headline": float(seen.headline[k]),
            "kicker": float(seen.kicker[k]), "subhead": float(seen.subhead[k]),
            "lead": float(seen.lead[k]), "size": min(line.size, 60) / 30,
            "shorter": min(shorter, 2.0), "much_shorter": float(shorter < 0.6),
            "signed": max(costs.signed_off(above), float(above.named)),
            "stopped": costs.stopped_end(above), "open": costs.open_end(above),
            "signed_on": costs.signed_off(self.lines[stop - 1]),
            "others": min(len(others), 8) / 4, "last": float(stop == len(self.lines)),
            "top": float(before == 0), "ordinal": float(line.ordinal > 0),
            "topic": float(line.topic), "judge_before": _odds(seen.heads[before]),
            "judge_after": _odds(seen.heads[stop]) if stop < len(self.lines) else 0.0,
            "adjacent": float(stop - k == 1),
            **self._words(before, k, stop), **self._sizes(before, k, stop),
            **self._customs(before, k, others),
        }  # fmt: skip

    def _words(self, before: int, k: int, stop: int) -> dict[str, float]:
        """Compare what the stretches before and after speak of."""
        own, title = self.vectors[k], self.vectors[before]
        back, on = self._sum(before + 1, k), self._sum(k + 1, stop)
        alike = _alike(back, on)
        cohesion = [
            _alike(self._sum(a, b, 1), self._sum(a, b, 2))
            for a, b in ((k + 1, stop), (before + 1, k))
        ]
        own_on, own_back = _alike(own, on), _alike(own, back)
        return {
            "alike": alike, "cohesion_on": cohesion[0], "cohesion_back": cohesion[1],
            "contrast": min(cohesion) - alike, "own_on": own_on, "own_back": own_back,
            "own_gain": own_on - own_back, "title_on": _alike(title, on),
            "title_back": _alike(title, back), "titles": _alike(own, title),
        }  # fmt: skip

    def _sum(self, start: int, stop: int, among: int = 0) -> Vector:
        sums = self.sums[among]
        told: Vector = sums[max(start, stop)] - sums[start]
        return told

    def _sizes(self, before: int, k: int, stop: int) -> dict[str, float]:
        """Say how much text and how many headings either stretch holds."""
        words_on = int(self.text[stop] - self.text[k])
        words_back = int(self.text[k] - self.text[before])
        on = int(self.rivals[stop] - self.rivals[k + 1])
        back = int(self.rivals[k] - self.rivals[before + 1])
        return {
            "lines_on": float(np.log1p(stop - k)) / 3,
            "lines_back": float(np.log1p(k - before)) / 3,
            "words_on": float(np.log1p(words_on)) / 6,
            "words_back": float(np.log1p(words_back)) / 6,
            "bare_on": float(words_on == 0), "bare_back": float(words_back == 0),
            "next_to_last": float(k - before == 1),
            "rivals_on": min(on, 4) / 2, "rivals_back": min(back, 4) / 2,
            "lonely": float(on + back == 0),
        }  # fmt: skip

    def _customs(self, before: int, k: int, others: Sequence[int]) -> dict[str, float]:
        """Compare with what the other beginnings of the page have below them."""
        byline, text = headings.below(self.lines, k)
        bylines = sum(start in self.bylines for start in others) / len(others)
        datelines = sum(start in self.datelines for start in others) / len(others)
        return {
            "byline": float(byline), "dateline": float(text.dateline),
            "bylines": bylines, "datelines": datelines,
            "unlike_bylines": max(0.0, bylines - float(byline)),
            "unlike_datelines": max(0.0, datelines - float(text.dateline)),
            "byline_back": float(before in self.bylines),
            "dated": float(bool(_DATED.search(text.narrow, 0, OPENING))),
        }  # fmt: skip


def _text(line: Line) -> bool:
    return line.size > TEXT or costs.stopped_end(line) > 0


def _summed(vectors: Vector, step: int = 1, first: int = 0) -> Vector:
    """Return the sums of the first rows, every `step`-th from `first` on: (rows + 1, ...)."""
    out = np.zeros((len(vectors) + 1, vectors.shape[1]), dtype=np.float32)
    picked = np.zeros_like(vectors)
    picked[first::step] = vectors[first::step]
    np.cumsum(picked, axis=0, out=out[1:])
    return out
