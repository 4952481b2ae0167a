"""The segmenter: words with their part of speech, through jieba, imported on first use."""

from __future__ import annotations

import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, NamedTuple

from platformdirs import user_cache_path

from brandtool.detect.lexicon.tagging import Tagging

LONGEST = 400
"""Code points handed to the segmenter at once: its memory grows with the longest run."""

_ALONE = Lock()
"""Held while jieba is imported: two threads would take each other's modules away."""
_RUN = re.compile(r"[一-鿕A-Za-z0-9０-９％%+#&._-]+")


class Token(NamedTuple):
    """Name one word, where it stands, and its part of speech in jieba's letters."""

    start: int
    end: int
    word: str
    flag: str


def tag(text: str, cuts: Iterable[int] = ()) -> tuple[Token, ...]:
    """Cut a text into words; no word crosses one of the given offsets, a mark or a blank.

    Marks and blanks are left out. Linear in the text.
    """
    bounds = sorted(set(cuts))
    out: list[Token] = []
    at = 0
    for match in _RUN.finditer(text):
        start, stop = match.span()
        while at < len(bounds) and bounds[at] <= start:
            at += 1
        while start < stop:
            end = min(stop, start + LONGEST)
            if at < len(bounds) and bounds[at] < end:
                end = bounds[at]
                at += 1
            for word, flag in _cut(text[start:end]):
                out.append(Token(start, start + len(word), word, flag))
                start += len(word)
            start = end
    return tuple(out)


@lru_cache(maxsize=16384)
def _cut(run: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, flag) for word, flag in _tagger()(run))


@cache
def _tagger() -> Callable[[str], Iterable[Any]]:
    _jieba()
    posseg = _posseg()
    _quicken(posseg)
    cut: Callable[[str], Iterable[Any]] = posseg.dt.lcut
    return cut


def _posseg() -> ModuleType:
    """Import the tagger."""
    with _importing():
        import jieba.posseg as posseg
    module: ModuleType = posseg
    return module


@cache
def _jieba() -> ModuleType:
    """Let the segmenter read its dictionary, quietly, through a cache in our own folder."""
    with _importing():
        import jieba
    folder = _cache_folder()
    if folder is not None:
        jieba.dt.tmp_dir = str(folder)
    jieba.setLogLevel(logging.WARNING)
    jieba.dt.initialize()
    module: ModuleType = jieba
    return module


def _quicken(posseg: ModuleType) -> None:
    """Let the segmenter tag unknown words by `Tagging`, which gives the same in a tenth."""
    tagging = Tagging(posseg.char_state_tab_P, posseg.start_P, posseg.trans_P, posseg.emit_P)
    posseg.viterbi = lambda run, *_tables: tagging.path(run)  # type: ignore[attr-defined]


@contextmanager
def _importing() -> Iterator[None]:
    """Let jieba be imported without its `pkg_resources` (slow, deprecated) and its warnings."""
    absent = object()
    with _ALONE:
        before = sys.modules.get("pkg_resources", absent)
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        finally:
            if before is absent:
                del sys.modules["pkg_resources"]
            else:
                sys.modules["pkg_resources"] = before  # type: ignore[assignment]


def _cache_folder() -> Path | None:
    try:
        folder = user_cache_path("brandtool", ensure_exists=True)
    except OSError:
        return None
    return Path(folder)


def known(word: str) -> bool:
    """Tell whether the segmenter's own dictionary has a word."""
    return bool(frequencies()[0].get(word))


@cache
def frequencies() -> tuple[Mapping[str, int], int]:
    """Return how often each word of the segmenter's own dictionary was counted, and the total.

    Beginnings of words that are none themselves stand there with 0.
    """
    dictionary = _jieba().dt
    return dictionary.FREQ, dictionary.total
