from __future__ import annotations

from brandtool.core.span import Span, merge, total


def test_spans_are_half_open():
    assert Span(2, 5).size == 3
    assert Span(2, 5).overlaps(Span(4, 9))
    assert not Span(2, 5).overlaps(Span(5, 9))
    assert Span(2, 5).covers(Span(2, 5))
    assert not Span(2, 5).covers(Span(2, 6))
    assert Span(2, 5).shift(-2) == Span(0, 3)


def test_merged_spans_are_sorted_and_apart():
    assert merge([Span(5, 7), Span(0, 3), Span(3, 4), Span(1, 2)]) == (Span(0, 4), Span(5, 7))
    assert merge([Span(0, 3), Span(5, 7)], gap=2) == (Span(0, 7),)
    assert total(merge([Span(0, 3), Span(2, 6)])) == 6
