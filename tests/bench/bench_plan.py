"""The page plan paints what is seen: a page of 10,000 blocks costs as much as one of 1,000.

Run with `pytest tests/bench/bench_plan.py -m bench -s`. The ratio is the gate.
"""

from __future__ import annotations

import time

import pytest

from brandtool.core.document import Document
from brandtool.ui import theme
from brandtool.ui.plan import PlanView, plan_of
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor

pytestmark = pytest.mark.bench
RATIO = 1.25


def made(qtbot, blocks: int) -> PlanView:
    text = "\n".join(f"第{n}段的话说到这里就完了," * (1 + n % 7) for n in range(blocks))
    bench = Workbench(Document(text), editor=Editor("e", "Editor"))
    bench.move(bench.proposed.text.index(f"第{blocks // 2}段"), -1)
    view = PlanView()
    qtbot.addWidget(view)
    view.resize(320, 760)
    with qtbot.waitExposed(view):
        view.show()
    view.set_plan(plan_of(bench.proposed, bench.decided))
    return view


def paint(view: PlanView) -> float:
    """Return the CPU seconds of one jump and paint, the least of several."""
    bar, took = view.verticalScrollBar(), []
    for n in range(1, 26):
        before = time.process_time()
        bar.setValue(bar.maximum() * n // 26)
        view.viewport().repaint()
        took.append(time.process_time() - before)
    return min(took)


def test_a_long_page_is_painted_as_fast_as_a_short_one(qtbot, qapp):
    theme.apply(qapp, "light")
    short, long = made(qtbot, 1000), made(qtbot, 10_000)
    few, many = min(paint(short), paint(short)), min(paint(long), paint(long))
    print(f"\na jump in the plan: {1e3 * few:.2f} ms of 1,000 blocks, {1e3 * many:.2f} of 10,000")
    assert 0 < many <= RATIO * few
