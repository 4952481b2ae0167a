"""Quotes of the proposed edition: words in marks and reported words, each with who said it.

`find_quotes` works on one clean article; `DETECTOR` runs it on every article of a view and anchors
what it finds back to the source. Rules propose with wide recall, small learned models decide, and
each quote keeps why.
"""

from __future__ import annotations

from collections.abc import Callable

from brandtool.core.candidate import Candidate, View
from brandtool.detect.quotes.detector import QuoteDetector
from brandtool.detect.quotes.evidence import SENTENCES
from brandtool.detect.quotes.find import find_quotes
from brandtool.detect.quotes.found import Found

__all__ = ["DETECTOR", "SENTENCES", "Found", "QuoteDetector", "detect", "find_quotes"]

DETECTOR = QuoteDetector()
"""The built-in detector."""


def detect(view: View, *, cancelled: Callable[[], bool] = lambda: False) -> tuple[Candidate, ...]:
    """Return the quotes of a view's edition as candidates."""
    return DETECTOR.detect(view, cancelled=cancelled)
