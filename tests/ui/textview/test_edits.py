"""Keystrokes gather into one replacement, and nothing typed is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brandtool.ui.textview.edits import EditBuffer, Replacement


class Clock:
    """Tell the time a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def typed(buffer: EditBuffer, at: int, text: str) -> None:
    for step, char in enumerate(text):
        assert buffer.add(at + step, "", char) is None


def test_letters_typed_in_a_row_are_one_replacement() -> None:
    buffer = EditBuffer()
    typed(buffer, 5, "城市")
    assert buffer.pending
    assert buffer.take() == Replacement(5, 5, "城市")
    assert not buffer.pending
    assert buffer.take() is None


def test_erasing_and_typing_again_is_one_replacement() -> None:
    buffer = EditBuffer()
    buffer.add(9, "乙", "")
    buffer.add(8, "甲", "")
    typed(buffer, 8, "丙丁戊")
    assert buffer.take() == Replacement(8, 10, "丙丁戊")


def test_what_ends_as_it_began_is_nothing() -> None:
    buffer = EditBuffer()
    typed(buffer, 3, "x")
    buffer.add(3, "x", "")
    assert buffer.take() is None


def test_only_what_differs_is_handed_over() -> None:
    buffer = EditBuffer()
    buffer.add(10, "品牌建设", "品牌建没")
    assert buffer.take() == Replacement(13, 14, "没")


def test_an_edit_elsewhere_pushes_out_what_was_gathered() -> None:
    buffer = EditBuffer()
    typed(buffer, 5, "甲")
    assert buffer.add(20, "", "乙") == Replacement(5, 5, "甲")
    assert buffer.take() == Replacement(20, 20, "乙")


def test_a_pause_ends_a_replacement() -> None:
    clock = Clock()
    buffer = EditBuffer(clock=clock)
    typed(buffer, 5, "甲")
    clock.now += 1.9
    assert not buffer.overdue()
    typed(buffer, 6, "乙")
    clock.now += 2.1
    assert buffer.overdue()
    assert buffer.add(7, "", "丙") == Replacement(5, 5, "甲乙")


def test_the_word_is_left_by_moving_off_or_by_a_mark() -> None:
    buffer = EditBuffer()
    assert not buffer.left_word(0)
    typed(buffer, 5, "甲乙")
    assert not buffer.left_word(7)
    assert not buffer.left_word(5)
    assert buffer.left_word(4)
    assert buffer.left_word(8)
    typed(buffer, 7, "，")
    assert buffer.left_word(8)


@given(st.text("甲乙丙", max_size=8), st.data())
def test_replacements_in_turn_give_the_text_that_was_shown(text: str, data: st.DataObject) -> None:
    buffer, shown, kept = EditBuffer(clock=lambda: 0.0), text, text

    def hand_over(pushed: Replacement | None) -> None:
        nonlocal kept
        if pushed is not None:
            kept = kept[: pushed.start] + pushed.text + kept[pushed.end :]

    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(shown)))
        end = data.draw(st.integers(start, min(len(shown), start + 3)))
        new = data.draw(st.text("丁戊", max_size=2))
        hand_over(buffer.add(start, shown[start:end], new))
        shown = shown[:start] + new + shown[end:]
    hand_over(buffer.take())
    assert kept == shown
