"""Which copy stays: the one whose surroundings fit, all other copies ignored as surroundings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs
from brandtool.detect.page.copies import Link, Pass, said_by
from brandtool.detect.page.network import Network
from brandtool.detect.page.pairs import Seams
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.topics import Topics

WINDOW = 5
MORE = 40
"""Words said more elsewhere count up to this."""
HEADED = 0.5
"""How much less a line with the form of a heading breaks off."""
SLACK = 3
"""How many misread characters may stand at the end of a copy."""
NAMES = (
    "run_in", "run_out", "run_past", "left_hanging", "end_hanging", "open_start", "open_end",
    "complete", "lines", "longest",
    "before_heading", "before_byline", "after_heading", "after_byline", "after_signed", "signed",
    "at_start", "at_end", "about_before", "about_after", "about_best", "about_margin",
    "ordinal_in", "ordinal_out", "copy_before", "copy_after", "passes", "first", "last",
    "fit_rank", "gain", "more_before", "more_after", "likelier", "differs",
    "before_dateline", "left_parted", "row_in", "row_out", "listed_in", "listed_out",
)  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """Rate the passes of one cluster: `fit[k]` is how well `passes[k]` stands where it stands."""

    passes: tuple[int, ...]
    features: NDArray[np.float64]


@dataclass(frozen=True)
class Scene:
    """Hold what is known of a page when its copies are compared.

    `position` maps a block index to its place in `seams.lines`; `heads` is the chance of each of
    these to begin an article; `worded` says of copies how they read (see `wording.readings`);
    `starts` is where each line begins in the stream.
    """

    passes: Sequence[Pass]
    links: Mapping[int, Sequence[Link]]
    starts: NDArray[np.int64]
    seams: Seams
    position: Mapping[int, int]
    heads: NDArray[np.float64]
    topics: Topics
    judge: Network
    worded: Mapping[int, tuple[float, float]]


def clusters_of(
    passes: Sequence[Pass], links: Mapping[int, Sequence[Link]]
) -> tuple[tuple[int, ...], ...]:
    """Gather the passes that share words."""
    owner = {line: k for k, one in enumerate(passes) for line in one.lines}
    root = list(range(len(passes)))

    def find(k: int) -> int:
        while root[k] != k:
            root[k] = root[root[k]]
            k = root[k]
        return k

    for k, one in enumerate(passes):
        for line in one.lines:
            for link in links[line]:
                if link.alike and link.other in owner:
                    root[find(owner[link.other])] = find(k)
    groups: dict[int, list[int]] = defaultdict(list)
    for k in range(len(passes)):
        groups[find(k)].append(k)
    return tuple(tuple(group) for group in sorted(groups.values()))


def rate(cluster: Sequence[int], scene: Scene) -> Choice:
    """Describe how each pass of a cluster fits its place: (passes, len(NAMES))."""
    passes, seams, position = scene.passes, scene.seams, scene.position
    said = said_by(cluster, passes, scene.links, scene.starts)
    inside = {position[line] for line in said if line in position}
    spots = [[position[line] for line in passes[k].lines] for k in cluster]
    around = _around(spots, inside, len(seams.lines))
    chances = _chances(seams, scene.judge, spots, around)
    rows = [
        _row(mine, *beside, inside, seams, scene.heads, scene.topics, told)
        for mine, beside, told in zip(spots, around, chances, strict=True)
    ]
    sizes = [sum(seams.lines[position[line]].size for line in passes[k].lines) for k in cluster]
    counts = [len(passes[k].lines) for k in cluster]
    about = [max(row["about_before"], row["about_after"]) for row in rows]
    gains = [row["gain"] for row in rows]
    worded = [scene.worded.get(k, (0.0, 0.0)) for k in cluster]
    rivals, others = _rivals(about), _rivals(gains)
    largest, longest, likest = max(sizes), max(counts), max(about)
    fewest = min(differs for _, differs in worded)
    for place, row in enumerate(rows):
        before, after = _more(passes[cluster[place]], scene.links, scene.starts)
        likelier, differs = worded[place]
        row |= {
            "complete": sizes[place] / largest,
            "longest": float(sizes[place] == largest),
            "lines": counts[place] / longest,
            "about_best": float(about[place] >= likest),
            "about_margin": about[place] - rivals[place],
            "passes": min(len(cluster), 6) / 6,
            "first": float(place == 0),
            "last": float(place == len(cluster) - 1),
            "fit_rank": gains[place] - others[place],
            "more_before": min(before, MORE) / 20,
            "more_after": min(after, MORE) / 20,
            "likelier": float(np.clip(likelier, -15, 15)) / 5,
            "differs": min(10.0, differs - fewest) / 5,
        }
    return Choice(
        tuple(cluster), np.array([[row.get(name, 0.0) for name in NAMES] for row in rows])
    )


def _more(
    one: Pass, links: Mapping[int, Sequence[Link]], starts: NDArray[np.int64]
) -> tuple[int, int]:
    """Return how many characters another line says before the first and after the last words."""
    first, last = one.lines[0], one.lines[-1]
    begin, end = int(starts[first]) + SLACK, int(starts[last + 1]) - SLACK
    before = [
        link.other_start - int(starts[link.other])
        for link in links[first]
        if link.alike and link.start <= begin
    ]
    after = [
        int(starts[link.other + 1]) - link.other_stop
        for link in links[last]
        if link.alike and link.stop >= end
    ]
    return max(before, default=0), max(after, default=0)


def _around(
    spots: Sequence[Sequence[int]], inside: Collection[int], count: int
) -> list[tuple[int | None, int | None]]:
    """Return the nearest places before and after each pass that are no copies of it."""
    before: dict[int, int] = {}
    for k in sorted(inside):
        before[k] = before.get(k - 1, k - 1)
    after: dict[int, int] = {}
    for k in sorted(inside, reverse=True):
        after[k] = after.get(k + 1, k + 1)
    out: list[tuple[int | None, int | None]] = []
    for mine in spots:
        left, right = before[mine[0]], after[mine[-1]]
        out.append((left if left >= 0 else None, right if right < count else None))
    return out


def _rivals(values: Sequence[float]) -> list[float]:
    """Return for each value the greatest of the others, itself if there is none."""
    top = sorted(range(len(values)), key=lambda k: -values[k])[:2]
    best = [values[k] for k in top]
    return [best[-1] if k == top[0] else best[0] for k in range(len(values))]


def _chances(
    seams: Seams,
    judge: Network,
    spots: Sequence[Sequence[int]],
    around: Sequence[tuple[int | None, int | None]],
) -> list[list[float]]:
    """Return how likely the words before each pass go on in it, it in those after, and these."""
    wanted = [
        pair
        for mine, (before, after) in zip(spots, around, strict=True)
        for pair in ((before, mine[0]), (mine[-1], after), (before, after))
    ]
    known = [(left, right) for left, right in wanted if left is not None and right is not None]
    told: dict[tuple[int | None, int | None], float] = {}
    if known:
        left, right = np.array(known).T
        chances = judge.judge(seams.features(left, right, seams.run_on(left, right)))
        told.update(zip(known, chances.tolist(), strict=True))
    out = [told.get(pair, 0.0) for pair in wanted]
    return [out[at : at + 3] for at in range(0, len(out), 3)]


def _row(
    spots: Sequence[int],
    before: int | None,
    after: int | None,
    inside: Container[int],
    seams: Seams,
    heads: NDArray[np.float64],
    topics: Topics,
    chances: Sequence[float],
) -> dict[str, float]:
    look_up()
    lines = seams.lines
    first, last = spots[0], spots[-1]
    run_in, run_out, run_past = chances
    broken = _hanging(seams, before, heads)
    hanging, parted = broken * (1 - run_in), broken * (1 - run_past)
    tail = _hanging(seams, last, heads) * (1 - run_out)
    words = topics.gather([lines[k].index for k in spots])
    back = [k for k in range(max(0, first - WINDOW * 3), first) if k not in inside][-WINDOW:]
    ahead = [k for k in range(last + 1, min(len(lines), last + WINDOW * 3)) if k not in inside]
    back = _cut(back[::-1], heads, stop_before=False)[::-1]
    ahead = _cut(ahead[:WINDOW], heads, stop_before=True)
    out = {
        "run_in": run_in,
        "run_out": run_out,
        "run_past": run_past,
        "left_hanging": hanging,
        "left_parted": parted,
        "end_hanging": tail,
        "open_start": float(np.clip(seams.voices.fresh[first], -30, 0)) / 10,
        "open_end": costs.open_end(lines[last]),
        "signed": costs.signed_off(lines[last]),
        "at_start": float(before is None),
        "at_end": float(after is None),
        "copy_before": float(first - 1 in inside),
        "copy_after": float(last + 1 in inside),
        "about_before": topics.likeness(words, topics.gather([lines[k].index for k in back])),
        "about_after": topics.likeness(words, topics.gather([lines[k].index for k in ahead])),
        "gain": run_in + run_out - hanging - tail - (run_past - parted),
    }
    if before is not None:
        out["after_heading"] = float(heads[before])
        out["after_byline"] = costs.byline_form(lines[before])
        out["after_signed"] = costs.signed_off(lines[before])
        out["ordinal_in"] = _follows(lines[before].ordinal, lines[first].ordinal)
        out["row_in"] = costs.alike_rows(lines[before], lines[first])
        out["listed_in"] = costs.listed(lines[before])
    if after is not None:
        out["before_heading"] = float(heads[after])
        out["before_byline"] = costs.byline_form(lines[after])
        out["before_dateline"] = costs.dateline_start(lines[after])
        out["ordinal_out"] = _follows(lines[last].ordinal, lines[after].ordinal)
        out["row_out"] = costs.alike_rows(lines[last], lines[after])
        out["listed_out"] = costs.listed(lines[last])
    return out


def _cut(spots: Sequence[int], heads: NDArray[np.float64], *, stop_before: bool) -> list[int]:
    """Keep the places up to the next article start."""
    out = []
    for k in spots:
        if stop_before and heads[k] > 0.5:
            break
        out.append(k)
        if heads[k] > 0.5:
            break
    return out


def _follows(one: int, two: int) -> float:
    """Tell whether two list numbers follow each other (-1: they clash)."""
    if not one or not two:
        return 0.0
    return 1.0 if two == one + 1 else -1.0


def _hanging(seams: Seams, spot: int | None, heads: NDArray[np.float64]) -> float:
    """Tell whether a line breaks off in the midst of a sentence, and is no heading."""
    if spot is None or heads[spot] > 0.5:
        return 0.0
    line = seams.lines[spot]
    if line.byline or line.ending not in ("open", "comma") or line.size < 8:
        return 0.0
    text = (1 - float(heads[spot])) * (1 - HEADED * costs.heading_form(line))
    return text * float(min(1.0, max(0.0, -float(seams.voices.end[spot]) / 6)))
