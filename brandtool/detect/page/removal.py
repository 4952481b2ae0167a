"""Which copies go: those that fit their places worst, while a living twin remains."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brandtool.detect.page import copies, keeper
from brandtool.detect.page.network import Network
from brandtool.detect.page.reading import Page


def removals(
    page: Page, choices: Sequence[keeper.Choice], judge: Network
) -> tuple[dict[int, float], dict[int, float]]:
    """Remove the copies that fit worst, surest first, while a living twin remains.

    Returns the removed lines with their score and the fit of every pass.
    """
    fits: dict[int, float] = {}
    for choice in choices:
        for one, fit in zip(choice.passes, judge.judge(choice.features).tolist(), strict=True):
            fits[one] = fit
    _share_place(page, fits)
    gone: dict[int, float] = {}
    order = sorted(fits, key=lambda one: (fits[one], -one))
    for one in order:
        for index in page.passes[one].lines:
            begin, end = int(page.stream.starts[index]), int(page.stream.starts[index + 1])
            if copies.covered(page.links[index], begin, end, gone=gone.keys()) >= copies.COVERED:
                gone[index] = 1.0 - fits[one]
    return gone, fits


def _share_place(page: Page, fits: dict[int, float]) -> None:
    """Give equal copies that stand side by side one fit, so that the first stays."""
    for cluster in page.clusters:
        for one, two in pairwise(cluster):
            between = range(page.passes[one].lines[-1] + 1, page.passes[two].lines[0])
            if any(page.lines[k].text for k in between) or _words(page, one) != _words(page, two):
                continue
            fits[one] = fits[two] = max(fits[one], fits[two])


def _words(page: Page, one: int) -> bytes:
    first, last = page.passes[one].lines[0], page.passes[one].lines[-1]
    codes = page.stream.codes[page.stream.starts[first] : page.stream.starts[last + 1]]
    return bytes(codes.tobytes())
