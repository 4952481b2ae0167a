"""Paragraphs, pieces, heights and marks answer as a plain search would."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from brandtool.ui.textview.content import Change, Mark, Paragraph, Paragraphs, difference
from brandtool.ui.textview.document import LIMIT, Document, cut
from brandtool.ui.textview.heights import Heights
from brandtool.ui.textview.marks import LEVELS, MarkIndex, levels
from tests.ui.textview.conftest import page

lines = st.lists(st.text("甲乙。", max_size=6), min_size=1, max_size=6)


def document_of(paragraphs: list[Paragraph]) -> Document:
    document = Document()
    document.replace(0, 0, paragraphs, 0)
    return document


def test_a_long_paragraph_is_cut_after_sentences() -> None:
    text = ("品" * 300 + "。") * 20
    cuts = cut(text)
    assert all(text[at - 1] == "。" for at in cuts)
    edges = [0, *cuts, len(text)]
    assert all(b - a <= LIMIT for a, b in pairwise(edges))
    assert cut("品" * 5000) == [2000, 4000]


def test_pieces_of_a_document_are_its_text() -> None:
    text = "建设。" * 2000
    document = document_of(page("甲", text, "", "乙"))
    assert "".join(document.texts) == "甲" + text + "乙"
    for offset in (0, 1, 2, 1000, 2500, 6000, document.end):
        piece = document.piece_at(offset)
        assert document.starts[piece] <= offset
        assert piece == len(document) - 1 or offset < document.starts[piece + 1]
    assert document.first_piece(2) == len(document) - 2
    assert document.opens.count(True) == document.closes.count(True) == 4


@given(lines, st.data())
def test_a_splice_is_a_splice_of_the_plain_text(texts: list[str], data: st.DataObject) -> None:
    document = document_of(page(*texts))
    plain = "\n".join(texts)
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    new = data.draw(st.text("丁\n", max_size=3))
    first, last, made, change = document.spliced(start, end, new)
    document.replace(first, last, made, change.delta)
    result = plain[:start] + new + plain[end:]
    assert [p.text for p in document.paragraphs] == result.split("\n")
    assert document.text(0, document.end) == result
    assert document.paragraphs == page(*result.split("\n"))


@given(lines, st.data())
def test_the_text_of_a_span_is_that_of_the_plain_text(
    texts: list[str], data: st.DataObject
) -> None:
    plain = "\n".join(texts)
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    assert document_of(page(*texts)).text(start, end) == plain[start:end]


@given(lines, lines)
def test_equal_heads_and_tails_are_found(old: list[str], new: list[str]) -> None:
    a, b = page(*old), page(*new)
    head, tail = difference(Paragraphs(a), b)
    assert a[:head] == b[:head]
    assert [p.text for p in a[len(a) - tail :]] == [p.text for p in b[len(b) - tail :]]
    assert head + tail <= min(len(a), len(b))


def test_search_goes_on_round_the_end_and_backwards() -> None:
    document = document_of(page("云州云州", "丁", "云州"))
    assert document.find("云州", 0) == 0
    assert document.find("云州", 1) == 2
    assert document.find("云州", 3) == 7
    assert document.find("云州", 8) == 0
    assert document.find("云州", 2, backwards=True) == 0
    assert document.find("云州", 0, backwards=True) == 7
    assert document.find("没有", 0) is None


@given(st.lists(st.integers(0, 50), min_size=1, max_size=700), st.data())
def test_heights_add_up(values: list[int], data: st.DataObject) -> None:
    heights = Heights(values)
    at = data.draw(st.integers(0, len(values) - 1))
    heights[at] = values[at] = data.draw(st.integers(1, 90))
    low = data.draw(st.integers(0, len(values)))
    high = data.draw(st.integers(low, len(values)))
    new = data.draw(st.lists(st.integers(1, 9), min_size=1, max_size=5))
    heights.splice(low, high, new)
    values[low:high] = new
    assert heights.total == sum(values)
    index = data.draw(st.integers(0, len(values) - 1))
    assert heights.before(index) == sum(values[:index])
    y = data.draw(st.integers(0, heights.total))
    found, rest = heights.find(y)
    assert sum(values[:found]) + rest == y
    assert rest < values[found] or found == len(values) - 1


spans = st.tuples(st.integers(0, 300), st.integers(0, 80))


@given(st.lists(spans, max_size=300), spans)
def test_marks_in_view_are_those_a_plain_search_finds(
    pairs: list[tuple[int, int]], window: tuple[int, int]
) -> None:
    marks = [Mark(a, a + b, "quote", key=n) for n, (a, b) in enumerate(pairs)]
    low, high = window[0], window[0] + window[1]
    found = MarkIndex(marks).touching(low, high)
    assert {m.key for m in found} == {m.key for m in marks if m.start <= high and m.end >= low}
    assert [m.start for m in found] == sorted(m.start for m in found)


@given(st.lists(spans, max_size=40), st.integers(0, 200), st.integers(0, 60), st.integers(0, 40))
def test_marks_move_along_with_the_text(
    pairs: list[tuple[int, int]], start: int, length: int, size: int
) -> None:
    change = Change(start, start + length, size)
    index = MarkIndex([Mark(a, a + b, "join", key=n) for n, (a, b) in enumerate(pairs)])
    index.carry(change)
    for number, (a, b) in enumerate(pairs):
        (mark,) = index.of_key(number)
        assert mark.start <= mark.end
        if a >= start + length and a > start:
            assert (mark.start, mark.end) == (a + change.delta, a + b + change.delta)
        if a + b <= start and a < start:
            assert (mark.start, mark.end) == (a, a + b)


def test_a_mark_changes_state_in_place_or_not_at_all() -> None:
    index = MarkIndex([Mark(0, 4, "quote", key=1), Mark(0, 4, "join", key=2)])
    assert index.amend([Mark(0, 4, "join", "accepted", key=2)])
    assert [mark.state for mark in index.touching(0, 4)] == ["open", "accepted"]
    assert not index.amend([Mark(0, 5, "join", key=2)])


def test_overlapping_marks_stack_on_levels_of_their_own() -> None:
    marks = [Mark(0, 9, "quote"), Mark(2, 5, "speaker"), Mark(3, 4, "edit"), Mark(6, 8, "flag")]
    assert levels(marks) == [0, 1, 2, 1]
    many = [Mark(n, 50, "quote") for n in range(LEVELS + 3)]
    assert max(levels(many)) == LEVELS - 1
