"""How long the core takes: rendering pages, folding logs.

Run: pytest tests/bench/bench_core.py -m bench -s
"""

from __future__ import annotations

import random
import time

import pytest

from brandtool.core.article import compose
from brandtool.core.decision import Decision, Effect, Label, Place, Point, Replace, Source
from brandtool.core.document import Document
from brandtool.core.fold import Ledger, Standing, standings_of
from brandtool.core.span import Span
from tests.bench.measure import cpu, ratio

pytestmark = pytest.mark.bench


def page(characters: int, decisions: int, seed: int = 7) -> tuple[Document, tuple[Standing, ...]]:
    """Make 100-character blocks and decisions of every kind; what is moved goes some blocks off."""
    rng = random.Random(seed)
    letters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年"
    text = "\n\n".join("".join(rng.choices(letters, k=98)) for _ in range(characters // 100))
    document = Document(text)
    blocks = document.blocks
    standings: list[Standing] = []
    for at in range(decisions):
        here = rng.randrange(len(blocks))
        block = blocks[here]
        start = rng.randrange(block.start, block.stop - 4)
        other = blocks[min(len(blocks) - 1, max(0, here + rng.randint(-20, 20)))]
        told: tuple[Effect, ...] = (
            (Replace(Span(start, start + 2), "入选"),),
            (Replace(Span(start, start), "增补", "before"),),
            (Place(Source(*block.span), Point("", other.stop), "run_on"),),
            (Label("role", (Source(*block.span),), "subhead"),),
            (Replace(block.span, ""),)
            if at % 30 == 0
            else (Replace(Span(start, start + 1), "的"),),
            (Place(Source(*block.span), None, "article"),),
        )[at % 6]
        standings += standings_of(told, (1, at, f"{at:08d}"), f"{at:08d}")
    return document, tuple(standings)


def test_a_page_of_ten_thousand_characters_renders_in_five_milliseconds() -> None:
    document, standings = page(10_000, 300)
    compose(document, standings)
    spent = cpu(lambda: compose(document, standings), times=9)
    print(f"\nrender 10,000 characters, 300 decisions: {spent * 1000:.2f} ms CPU")
    assert spent <= 0.005


def test_a_million_characters_render_in_a_third_of_a_second_and_linearly() -> None:
    large, small = page(1_000_000, 10_000), [page(100_000, 1_000, seed) for seed in range(10)]
    compose(*large)
    spent, tenths, times = ratio(
        lambda: compose(*large), lambda: [compose(*one) for one in small], times=9
    )
    print(f"\nrender 1 M: {spent * 1000:.0f} ms; 10 x 100 k: {tenths * 1000:.0f} ms; {times:.2f} x")
    assert spent <= 0.3
    assert 10 * times <= 12


def log(events: int) -> list[Decision]:
    """Make a log in which one event in five replaces another and one in ten takes one back."""
    rng = random.Random(11)
    out: list[Decision] = []
    for at in range(events):
        effect = Label("role", (Source(at % 997, at % 997 + 2),), "body")
        parents = (rng.choice(out).event,) if out and at % 5 == 0 else ()
        targets = (rng.choice(out).event,) if out and at % 10 == 3 else ()
        out.append(
            Decision(
                event=f"{at:032x}",
                replica="r",
                n=at,
                clock=at + 1,
                action=f"{at:032x}",
                verb="retract" if targets else "add",
                kind="role",
                doc="d",
                effects=() if targets else (effect,),
                parents=parents,
                targets=targets,
            )
        )
    return out


def test_a_hundred_thousand_events_fold_in_a_second_and_one_more_in_a_millisecond() -> None:
    events = log(101_000)
    first, rest = events[:100_000], events[100_000:]
    spent = cpu(lambda: Ledger(first), times=3)
    ledger = Ledger(first)
    begun = time.process_time()
    for event in rest:
        ledger.add(event)
    each = (time.process_time() - begun) / len(rest)
    print(f"\nfold 100,000: {spent * 1000:.0f} ms; one more: {each * 1e6:.1f} us")
    assert spent <= 1.0
    assert each <= 0.001
