"""Marked stretches of a paragraph."""

from __future__ import annotations

from brandtool.core.span import Span
from brandtool.detect.quotes.marks import stretches


def inner(text: str) -> list[str]:
    found = stretches(text, Span(0, len(text)))
    return [text[one.inner.start : one.inner.end] for one in found]


def test_nested_marks_belong_to_the_outermost() -> None:
    assert inner("甲“乙“丙”丁”戊") == ["乙“丙”丁"]


def test_straight_marks_open_and_close_in_turn() -> None:
    assert inner('甲"乙"丙"丁"') == ["乙", "丁"]


def test_a_mark_left_open_ends_where_the_next_speech_begins() -> None:
    assert inner("他说：“甲乙。她说：“丙丁。”") == ["甲乙。", "丙丁。"]


def test_a_mark_left_open_at_the_end_runs_to_the_end() -> None:
    found = stretches("他说：“甲乙", Span(0, 6))
    assert [one.closed for one in found] == [False]


def test_a_closing_mark_alone_is_nothing() -> None:
    assert inner("甲”乙“丙”") == ["丙"]


def test_five_thousand_nested_marks_are_one_stretch() -> None:
    assert len(inner("“" * 5000 + "甲" + "”" * 5000)) == 1
