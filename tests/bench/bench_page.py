"""How long the page detector takes, in process and warm, and as a ratio to difflib in the same run.

Run: pytest tests/bench/bench_page.py -m bench -s
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from statistics import median

import pytest

from brandtool import resource
from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import detect

pytestmark = pytest.mark.bench


def cpu(work: Callable[[], object], *, times: int = 5) -> float:
    """Return the median CPU seconds of a call."""
    work()
    spent = []
    for _ in range(times):
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return median(spent)


def page(characters: int) -> Document:
    """Cut or repeat the practice page, each repetition with its characters shuffled in pairs."""
    text = resource("sample/page.txt").read_bytes().decode()
    source = random.Random(3)
    out = text
    while len(out) < characters:
        rows = text.split("\n")
        source.shuffle(rows)
        words = {char: char for char in set(text)}
        letters = [char for char in words if ord(char) > 0x3400]
        other = letters[:]
        source.shuffle(other)
        words.update(zip(letters, other, strict=True))
        out += "\n" + "".join(words[char] for char in "\n".join(rows))
    return Document(out[:characters])


@pytest.mark.parametrize(("characters", "limit"), [(4000, 0.2), (10_000, 0.5)])
def test_a_page_is_read_at_twenty_thousand_characters_a_second(
    characters: int, limit: float
) -> None:
    document = page(characters)
    spent = cpu(lambda: detect(View(document)))
    text = document.text
    matcher = SequenceMatcher(None, text, text, autojunk=False)
    peer = cpu(lambda: matcher.find_longest_match(0, len(text), 0, len(text)), times=1)
    print(f"{characters}: {spent * 1000:.0f} ms, {spent / peer:.2f} x difflib")
    assert spent <= limit


def test_time_grows_with_the_text() -> None:
    short, long = page(20_000), page(100_000)
    one = cpu(lambda: detect(View(short)), times=1)
    many = cpu(lambda: detect(View(long)), times=1)
    print(f"20,000: {one:.2f} s, 100,000: {many:.2f} s")
    assert many <= 12 * one
