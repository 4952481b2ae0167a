"""The article view on very long texts: ten times the text, the same time for a page or an update.

Run with `pytest tests/bench/bench_textview.py -s`. Ratios are the gate; milliseconds are printed.
"""

from __future__ import annotations

import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandtool.ui.textview import Mark, Paragraph, TextView
from brandtool.ui.theme import KINDS

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

FRAME = 16.7
HANZI = "的一是在城市更新产业经济社会发展建设服务文化旅游创新居民企业政策管理数据专家介绍表示指出"


def text_of(size: int, *, seed: int = 1) -> list[Paragraph]:
    """Return paragraphs of about `size` bytes in all."""
    source = random.Random(seed)
    paragraphs: list[Paragraph] = []
    at, room = 0, size // 3
    while at < room:
        length = source.choice((20, 60, 90, 120, 180, 260))
        words = "".join(source.choice(HANZI) for _ in range(length))
        text = "，".join(words[cut : cut + 17] for cut in range(0, length, 17)) + "。2024 A1"
        paragraphs.append(Paragraph(at, text))
        at += len(text) + 1
    return paragraphs


def marks_of(end: int, count: int, *, seed: int = 2) -> list[Mark]:
    """Return marks of all kinds, some overlapping, a few very long."""
    source, kinds = random.Random(seed), list(KINDS)
    marks = []
    for number in range(count):
        start = source.randrange(end)
        length = 20_000 if number % 5000 == 7 else source.choice((1, 3, 8, 20, 60))
        marks.append(Mark(start, min(end, start + length), source.choice(kinds), key=number))
    return marks


def cost(steps: Sequence[Callable[[], None]]) -> list[float]:
    """Run steps one by one; return their CPU milliseconds."""
    taken = []
    for step in steps:
        begin = time.process_time()
        step()
        taken.append((time.process_time() - begin) * 1000)
    return taken


def middle(taken: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    ranked = sorted(taken)
    return statistics.median(ranked), ranked[int(len(ranked) * 0.95) - 1]


class Desk:
    """Hold one view of a size and paint its frames into an image, as a window would."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int]) -> None:
        self.view = TextView()
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        self.view.show()
        qtbot.waitExposed(self.view)
        QCoreApplication.processEvents()
        self.image = QImage(self.view.viewport().size(), QImage.Format.Format_RGB32)

    def frame(self) -> None:
        """Paint the whole view once."""
        self.view.viewport().render(self.image, QPoint(), QRegion(), self.view.RenderFlag(0))

    def measure(self, paragraphs: list[Paragraph], marks: list[Mark]) -> dict[str, tuple]:
        """Return the costs of setting, paging, jumping and changing one mark."""
        view, source = self.view, random.Random(3)
        view.set_content([], [])
        begin = time.process_time()
        view.set_content(paragraphs, marks)
        loaded = (time.process_time() - begin) * 1000
        begin = time.process_time()
        self.frame()
        first = (time.process_time() - begin) * 1000
        page = view.viewport().height() - 40

        def scroll() -> None:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + page)
            self.frame()

        def jump() -> None:
            view.show_offset(source.randrange(view.document.end))
            self.frame()

        def change() -> None:
            start = view.document.starts[view.flow.top]
            mark = next(m for m in view.marks.touching(start, start + 900) if m.start >= start)
            state = "accepted" if mark.state == "open" else "open"
            assert view.change_marks([replace(mark, state=state)])
            self.frame()

        pages: list[float] = []
        for part in range(1, 5):
            view.show_offset(view.document.end * part // 5)
            pages += cost([scroll] * 20)
        jumps = cost([jump] * 60)
        view.show_offset(view.document.end // 2)
        updates = cost([change] * 60)
        once = {"set": (loaded,), "first": (first,)}
        return once | {
            "page": middle(pages),
            "jump": middle(jumps),
            "upd": middle(updates),
        }


def shown(name: str, figures: dict[str, tuple]) -> None:
    """Print one row."""
    cells = " · ".join(
        f"{key} " + "/".join(f"{value:.1f}" for value in values) for key, values in figures.items()
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n{name}: {cells} ms CPU (median/p95), peak {peak} MB")


@pytest.mark.parametrize("size", [(760, 900), (1800, 2000)])
def test_ten_times_the_text_costs_the_same_per_frame(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    desk = Desk(qtbot, size)
    short, long = text_of(1_000_000), text_of(10_000_000)
    small = desk.measure(short, marks_of(short[-1].end, 10_000))
    shown(f"{size} 1 MB, 10 k marks", small)
    large = desk.measure(long, marks_of(long[-1].end, 100_000))
    shown(f"{size} 10 MB, 100 k marks", large)
    for step in ("page", "jump", "upd"):
        assert large[step][0] <= 1.25 * small[step][0] + 0.5, step
        assert large[step][1] < FRAME, step


def test_one_line_of_a_megabyte_pages_like_any_text(qtbot: QtBot, qapp: QApplication) -> None:
    desk = Desk(qtbot, (760, 900))
    text = "".join(paragraph.text for paragraph in text_of(1_000_000))
    figures = desk.measure([Paragraph(0, text)], marks_of(len(text), 10_000))
    shown("1 MB in one line, 10 k marks", figures)
    for step in ("page", "jump", "upd"):
        assert figures[step][1] < FRAME, step
