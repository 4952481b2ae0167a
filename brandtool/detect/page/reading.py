"""What is known of a page before anything is chosen: lines, repeats, vocabulary, likelihoods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from brandtool.core.document import Document
from brandtool.detect.page import copies, headings, keeper, pairs, wording
from brandtool.detect.page.at_once import said_at_once
from brandtool.detect.page.copies import Link, Pass
from brandtool.detect.page.fold import Stream, fold
from brandtool.detect.page.loops import Loop, loops_of
from brandtool.detect.page.network import Network
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.repeats import find
from brandtool.detect.page.seam import Voices, voices_of
from brandtool.detect.page.shape import Line, lines_of
from brandtool.detect.page.topics import Topics, topics_of

DECKED = 0.9
"""The chance of a line over a second headline and a byline to begin an article."""
REFRAIN = 3
"""How often a refrain comes at least."""
BRIEF = 30
"""The longest line of a refrain."""


@dataclass(frozen=True)
class Page:
    """Hold what is known of a page before anything is decided; lines are named by block index."""

    document: Document
    lines: tuple[Line, ...]
    stream: Stream
    topics: Topics
    links: Mapping[int, Sequence[Link]]
    passes: tuple[Pass, ...]
    clusters: tuple[tuple[int, ...], ...]
    loops: tuple[Loop, ...]
    shown: tuple[int, ...]
    """The lines that are no asides, copies included."""
    members: frozenset[int]
    doubled: frozenset[int]
    """The lines said again at once that surely are copies, however short."""
    voices: Voices

    @cached_property
    def sides(self) -> pairs.Sides:
        """Return what each line says of seams, by itself."""
        return pairs.sides_of(self.lines)

    def seams(self, lines: Sequence[int], table: Ngrams) -> pairs.Seams:
        """Prepare some lines for being judged in pairs."""
        told = [self.lines[index] for index in lines]
        return pairs.seams_of(told, table, self.voices.of(lines), self.sides.of(lines))


def read(document: Document, table: Ngrams) -> Page:
    """Describe a page: its lines, what stands twice, its vocabulary."""
    stream = fold(document)
    look_up()
    lines = lines_of(document)
    repeats = find(stream)
    again = said_at_once(lines, stream)
    links = copies.by_line((*copies.links_of(stream, repeats), *again.links))
    members = copies.copyable(lines, stream, links, again.lines)
    passes = copies.passes_of(lines, members, links)
    return Page(
        document,
        lines,
        stream,
        topics_of(stream, table, twice=_said_twice(stream, links, members)),
        links,
        passes,
        tuple(
            one
            for one in keeper.clusters_of(passes, links)
            if not _refrain(one, passes, lines, members)
        ),
        loops_of(document.text, stream, repeats, members, table),
        tuple(line.index for line in lines if line.text and not line.apart),
        members,
        again.sure,
        voices_of([line.text for line in lines], table),
    )


def _refrain(
    cluster: Sequence[int],
    passes: Sequence[Pass],
    lines: Sequence[Line],
    members: frozenset[int],
) -> bool:
    """Tell whether one short line comes back three times and more at about even distances.

    So refrains do, with other words between; damage repeats a line at once, or a whole run.
    """
    told = [passes[one].lines for one in cluster]
    if len(told) < REFRAIN or any(len(run) != 1 or lines[run[0]].size > BRIEF for run in told):
        return False
    places = sorted(sum(1 for line in lines[: run[0]] if line.text) for run in told)
    between = range(told[0][0] + 1, told[-1][0])
    if not any(lines[k].text and k not in members for k in between):
        return False
    steps = [after - before for before, after in pairwise(places)]
    return min(steps) > 1 and max(steps) <= 2 * min(steps)


def _said_twice(
    stream: Stream, links: Mapping[int, Sequence[Link]], members: frozenset[int]
) -> NDArray[np.bool_]:
    """Mark the words of statements that stand in two places, copied lines apart."""
    out = np.zeros(len(stream), dtype=bool)
    for line, told in links.items():
        for link in told:
            if line not in members and link.other not in members:
                out[link.start : link.stop] = True
    return out


def judge_heads(
    page: Page, shown: Sequence[int], table: Ngrams, judge: Network
) -> NDArray[np.float64]:
    """Return the chance of each shown line to begin an article."""
    lines = [page.lines[index] for index in shown]
    out = np.zeros(len(lines))
    copied = [index in page.members for index in shown]
    voices = page.voices.of(shown)
    where, rows = headings.features(lines, page.lines, page.topics, table, copied, voices)
    if where:
        out[where] = judge.judge(rows)
    for k in headings.decked(lines):
        out[k] = max(out[k], DECKED)
        out[k + 1] = min(out[k + 1], 1 - DECKED)
    return out


def rated(
    page: Page, table: Ngrams, heads: NDArray[np.float64], judge: Network
) -> list[keeper.Choice]:
    """Describe how the passes of every cluster fit their places."""
    if not page.clusters:
        return []
    wanted = sorted(set(page.shown) | page.members)
    seams = page.seams(wanted, table)
    position = {index: place for place, index in enumerate(wanted)}
    spread = np.zeros(len(wanted))
    for place, index in enumerate(page.shown):
        spread[position[index]] = heads[place]
    text, stream = page.document.text, page.stream
    worded = wording.readings(text, stream, page.clusters, page.passes, page.links, table)
    scene = keeper.Scene(
        page.passes, page.links, stream.starts, seams, position, spread, page.topics, judge, worded
    )
    return [keeper.rate(cluster, scene) for cluster in page.clusters]
