"""Hard-wrapped columns."""

from __future__ import annotations

from brandtool.core.document import Document
from brandtool.detect.page.shape import Line, lines_of
from brandtool.detect.page.wrapping import stretches, wrapped_pairs

WORDS = (
    "临江市昨天开始整修城南的老码头工程预计明年春天完成"
    "届时市民可以从这里乘船去对岸的湿地公园游览观鸟"
)


def wrapped(width: int, words: str = WORDS) -> tuple[Line, ...]:
    rows = [words[at : at + width] for at in range(0, len(words), width)]
    return lines_of(Document("\n".join(rows) + "。"))


def test_every_full_line_of_a_column_goes_on_in_the_next() -> None:
    lines = wrapped(10)
    assert stretches(lines) == [(0, len(lines), 10)]
    assert wrapped_pairs(lines) == [(k, k + 1) for k in range(len(lines) - 1)]


def test_a_short_line_ends_a_paragraph() -> None:
    rows = [line.text for line in wrapped(10)]
    lines = lines_of(Document("\n".join([*rows[:2], "就是这样", *rows[2:]])))
    assert (2, 3) not in wrapped_pairs(lines)


def test_paragraphs_of_a_page_are_no_column() -> None:
    assert stretches(lines_of(Document("\n".join([WORDS + "。"] * 6)))) == []


def test_a_few_short_headings_are_no_column() -> None:
    assert stretches(lines_of(Document("老码头整修\n新航线开通\n" + WORDS + "。"))) == []
