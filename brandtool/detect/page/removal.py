"""Which copies go: those that fit their places worst, while a living twin remains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from brandtool.detect.page import copies, keeper
from brandtool.detect.page.constraints import FREE, Constraints
from brandtool.detect.page.network import Network
from brandtool.detect.page.reading import Page

NEAR = 0.1
"""Copies whose fits differ by less fit about as well."""
LONGER = 1.08
"""How much longer a copy is that says more."""
TIE = 1e-6
FITTING = 0.7
"""How well a copy fits its place at least that stays even if its words stand in others."""


def fits_of(page: Page, choices: Sequence[keeper.Choice], judge: Network) -> dict[int, float]:
    """Return how well each pass stands in its place."""
    fits: dict[int, float] = {}
    for choice in choices:
        for one, fit in zip(choice.passes, judge.judge(choice.features).tolist(), strict=True):
            fits[one] = fit
    share_place(page, fits)
    return fits


def removals(
    page: Page, fits: Mapping[int, float], constraints: Constraints = FREE
) -> dict[int, float]:
    """Remove the copies that fit worst, surest first, while a living twin remains.

    Returns the removed lines with their score, those an editor removed among them.
    """
    gone = dict.fromkeys(sorted(constraints.gone), 1.0)
    homes = {one for cluster in page.clusters if (one := _home(cluster, fits)) is not None}
    for one in sorted(fits, key=lambda one: (fits[one], -one)):
        for index in page.passes[one].lines:
            if index in gone or index in constraints.stays or one in homes:
                continue
            begin, end = int(page.stream.starts[index]), int(page.stream.starts[index + 1])
            if copies.covered(page.links[index], begin, end, gone=gone.keys()) >= copies.COVERED:
                gone[index] = 1.0 - fits[one]
    return gone


def _home(cluster: Sequence[int], fits: Mapping[int, float]) -> int | None:
    """Return the copy that stands where it belongs, if one does."""
    best = max((one for one in cluster if one in fits), key=lambda one: (fits[one], -one))
    return best if fits[best] >= FITTING else None


def share_place(page: Page, fits: dict[int, float]) -> None:
    """Settle copies side by side: of equal ones the first stays, else the one that says more.

    The latter only if they fit about as well.
    """
    for cluster in page.clusters:
        for one, two in pairwise(cluster):
            between = range(page.passes[one].lines[-1] + 1, page.passes[two].lines[0])
            if any(page.lines[k].text for k in between):
                continue
            if _words(page, one) == _words(page, two):
                fits[one] = fits[two] = max(fits[one], fits[two])
            elif abs(fits[one] - fits[two]) < NEAR:
                fewer, more = sorted((one, two), key=lambda k: len(_words(page, k)))
                if len(_words(page, more)) >= LONGER * len(_words(page, fewer)):
                    low, high = sorted((fits[one], fits[two]))
                    fits[fewer], fits[more] = low, min(1.0, high + TIE)


def _words(page: Page, one: int) -> bytes:
    first, last = page.passes[one].lines[0], page.passes[one].lines[-1]
    codes = page.stream.codes[page.stream.starts[first] : page.stream.starts[last + 1]]
    return bytes(codes.tobytes())
