"""How long the page detector takes, in process and warm, and as a ratio to difflib in the same run.

Run: pytest tests/bench/bench_page.py -m bench -s
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from difflib import SequenceMatcher
from itertools import cycle

import pytest

from brandtool import resource
from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import PageDetector, detect
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor
from tests.bench.measure import cpu, ratio

pytestmark = pytest.mark.bench

RATIO = {4000: 3.5, 10_000: 2.0}
"""How many times the time of difflib a page of so many characters may take (goal: 1)."""
GROWTH = 12
MOST_SECONDS = 60
MOST_MEGABYTES = 1000
PATIENCE = 0.2


def page(characters: int, *, again: int = 0) -> Document:
    """Lengthen the practice page by itself, shuffled, with each hanzi changed for another.

    Every `again`th time it comes again with its own words, a few letters changed.
    """
    text = resource("sample/page.txt").read_bytes().decode()
    source = random.Random(3)
    out = [text]
    size = len(text)
    letters = sorted({char for char in text if ord(char) > 0x3400})
    while size < characters:
        rows = text.split("\n")
        source.shuffle(rows)
        words = {char: char for char in set(text)}
        other = letters[:]
        source.shuffle(other)
        if again and len(out) % again:
            other = [
                a if source.random() < 0.98 else b for a, b in zip(letters, other, strict=True)
            ]
        words.update(zip(letters, other, strict=True))
        out.append("".join(words[char] for char in "\n".join(rows)))
        size += len(out[-1]) + 1
    return Document("\n".join(out)[:characters])


@pytest.mark.parametrize("characters", RATIO)
def test_a_page_is_read_in_a_few_times_the_time_of_difflib(characters: int) -> None:
    document = page(characters)
    text = document.text
    detect(View(document))
    spent, peer, times = ratio(
        lambda: detect(View(document)),
        lambda: SequenceMatcher(None, text, text, autojunk=False).find_longest_match(),
    )
    print(f"{characters}: {spent * 1000:.0f} ms, difflib {peer * 1000:.0f} ms, {times:.2f} x")
    assert times <= RATIO[characters]


def test_a_page_is_solved_again_around_each_decision_in_a_tenth_of_a_second() -> None:
    document = page(10_000)
    text = document.text
    detector = PageDetector()
    bench = Workbench(document, editor=Editor("e", "E"), sink=lambda _: None)
    bench.take(0, detector.detect(View(document)))
    spent = []
    asked = [one.id for one in bench.candidates if one.kind != "same"]
    for question, verb in zip(asked[:24], cycle(("accept", "keep")), strict=False):
        bench.decide([question], verb)  # type: ignore[arg-type]
        view = View(document, bench.effective)
        begun = time.process_time()
        told = detector.detect(view)
        spent.append(time.process_time() - begun)
        assert told == detect(view)
    peer = cpu(
        lambda: SequenceMatcher(None, text, text, autojunk=False).find_longest_match(), times=3
    )
    worst = max(spent)
    print(f"again: {sum(spent) / len(spent) * 1000:.0f} ms, at worst {worst * 1000:.0f} ms")
    assert worst <= RATIO[10_000] * peer


@pytest.mark.parametrize("again", [0, 3])
def test_time_grows_with_the_text(again: int) -> None:
    short, long = page(100_000, again=again), page(1_000_000, again=again)
    one, many = cpu(lambda: detect(View(short)), times=3), cpu(lambda: detect(View(long)), times=1)
    print(f"100,000: {one:.2f} s, 1,000,000: {many:.2f} s, {many / one:.1f} x")
    assert many <= GROWTH * one


_CHILD = """
import random, resource, sys, time
from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import detect
text = {text}
detect(View(Document("水火木金土。\\n水火木金土，日月。")))
begun = time.process_time()
detect(View(Document(text)))
print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_HOSTILE = {
    "ten megabytes of one letter": "'a' * 10_000_000",
    "ten megabytes of one hanzi": "'水' * 3_333_333",
    "ten thousand copies of one block": (
        "'\\n'.join(['渡口的老船工说春汛来得早，今年的第一班船提前了十天开航。'] * 10_000)"
    ),
    "a hundred thousand lines of one letter": (
        "'\\n'.join(random.Random(1).choices('水火木金土日月山石田', k=100_000))"
    ),
}


@pytest.mark.parametrize("what", _HOSTILE)
def test_what_is_no_page_is_read_in_a_minute_and_a_gigabyte(what: str) -> None:
    script = _CHILD.replace("{text}", _HOSTILE[what])
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    seconds, megabytes = map(float, done.stdout.split())
    print(f"{what}: {seconds:.1f} s, {megabytes:.0f} MB")
    assert seconds <= MOST_SECONDS
    assert megabytes <= MOST_MEGABYTES


def test_a_long_text_is_given_up_soon_after_it_was_cancelled() -> None:
    document = page(300_000)
    whole = cpu(lambda: detect(View(document)), times=1)
    late = []
    for part in (0.2, 0.5, 0.8):
        end = time.process_time() + part * whole

        def cancelled(end: float = end) -> bool:
            return time.process_time() > end

        assert detect(View(document), cancelled=cancelled) == ()
        late.append(time.process_time() - end)
    print(f"given up after {max(late) * 1000:.0f} ms at most")
    assert max(late) <= PATIENCE
