"""Words two texts share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brandtool.detect.page.because.wording import named, shared, title


def test_the_longest_shared_words_come_first() -> None:
    assert shared("旅游城市和品牌榜的灯", "品牌榜里有旅游城市") == ("旅游城市", "品牌榜")


def test_little_words_at_the_ends_are_left_off() -> None:
    assert shared("的渡口的灯了", "说的渡口的灯了") == ("渡口的灯",)
    assert shared("的了", "的了") == ()


def test_words_are_not_cut_within() -> None:
    assert shared("中国的渡口", "中国渡口") == ("中国", "渡口")
    assert shared("到目的地来", "在目的地等") == ("目的地",)


def test_words_of_a_third_text_do_not_count() -> None:
    assert shared("渡口与石桥", "石桥在渡口", apart="石桥坏了") == ("渡口",)


def test_words_that_are_part_of_longer_ones_are_not_told_again() -> None:
    assert shared("老船工说，船工", "老船工的船工号子") == ("老船工",)


def test_long_words_and_titles_are_cut() -> None:
    told = "渡口灯又亮小桥修好老街新灯"
    assert shared(told, told) == (told[:10],)
    assert title("渡口灯又亮", most=4) == "渡口灯…"
    assert title("渡口灯", most=4) == "渡口灯"
    assert named(("渡口", "灯")) == "渡口、灯"


texts = st.text(alphabet="渡口的灯亮了，石桥", max_size=30)


@given(texts, texts, texts)
def test_every_word_told_stands_in_both_and_not_in_the_third(one, other, apart) -> None:
    for word in shared(one, other, apart=apart):
        assert len(word) >= 2
        assert word in one and word in other and word not in apart
