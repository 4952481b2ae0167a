"""Seams are compared with what stands together on the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brandtool.detect.page.grams import grams_of


def plain(lines: list[str], tail: str, head: str) -> float:
    """Say the same the long way round."""

    def known(words: str) -> bool:
        return any(words in line for line in lines)

    if len(tail) < 2 or len(head) < 2 or not known(tail[1] + head[0]):
        return 0.0
    if known(tail + head):
        return 1.0
    return 0.75 if known(tail + head[0]) or known(tail[1] + head) else 0.5


words = st.text("水火木金😀 ", max_size=8)


@given(st.lists(words, max_size=6), st.lists(st.tuples(words, words), max_size=6))
def test_a_seam_counts_as_much_as_stands_together_in_some_line(
    lines: list[str], seams: list[tuple[str, str]]
) -> None:
    tails = [left[-2:] for left, _ in seams]
    heads = [right[:2] for _, right in seams]
    told = grams_of(lines).around(tails, heads).tolist()
    assert told == [plain(lines, tail, head) for tail, head in zip(tails, heads, strict=True)]


def test_signs_the_page_does_not_have_stand_nowhere() -> None:
    assert grams_of(["水火"]).around(["土水"], ["火龘"]).tolist() == [0.5]
    assert grams_of(["水火"]).around(["土土"], ["龘龘"]).tolist() == [0.0]
