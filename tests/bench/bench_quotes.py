"""How fast quotes are found, and that hostile text costs no more than its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from brandtool.detect.lexicon import available, segment
from brandtool.detect.lexicon.persons import _persons_of
from brandtool.detect.quotes import find_quotes

pytestmark = pytest.mark.bench

PARAGRAPH = (
    "海东市水利局局长陈立群昨天到大坝检查。“大坝很安全，请大家放心。”陈立群说，今年的汛期会比往年早"
    "半个月，各部门要提前准备。他表示，第{n}号闸门已经修好，抢险物资也已备足。游客王芳告诉记者，这里的"
    "风景很好，交通也比去年方便多了。清洁家园行动第{n}期以“绿色发展”为主题，吸引了不少市民参加。\n"
)


def seconds(text: str, *, tagged: bool = False) -> float:
    segment._cut.cache_clear()
    _persons_of.cache_clear()
    start = time.process_time()
    find_quotes(text, tagged=tagged)
    return time.process_time() - start


def times(*texts: str, rounds: int = 3) -> list[float]:
    """Return the least time of several runs of each text, taken in turns."""
    find_quotes("局长陈立群说，大坝很安全。", tagged=False)
    taken = [[seconds(text) for text in texts] for _ in range(rounds)]
    return [min(one) for one in zip(*taken, strict=True)]


TEXT = "".join(PARAGRAPH.format(n=n) for n in range(300))


def test_twenty_thousand_characters_a_second_with_nothing_remembered() -> None:
    (taken,) = times(TEXT)
    assert len(TEXT) / taken >= 20_000


@pytest.mark.skipif(not available(), reason="brandtool[names] is not installed")
def test_six_thousand_characters_a_second_with_the_tagger_of_names() -> None:
    find_quotes("局长陈立群说，大坝很安全。")
    taken = min(seconds(TEXT, tagged=True) for _ in range(3))
    assert len(TEXT) / taken >= 6_000


HOSTILE: dict[str, Callable[[int], str]] = {
    "open marks": lambda n: "“" * n,
    "nested marks": lambda n: "“‘" * (n // 4) + "’”" * (n // 4),
    "straight marks": lambda n: '"甲' * (n // 2),
    "speech never closed": lambda n: "张三说：“你好。" * (n // 8),
    "no full stop": lambda n: "品牌城市发展国家张三" * (n // 10),
    "verbs without a full stop": lambda n: "张三说品牌城市发展，" * (n // 10),
    "quotations without a full stop": lambda n: "张三说，“品牌城市发展”，" * (n // 13),
    "turns": lambda n: "记者：好的事情吗？\n张三：好。\n" * (n // 16),
    "lines": lambda n: "张三说：好的事情。\n" * (n // 10),
    "a list": lambda n: "张三说，有三点：\n" + "——好的事情。\n" * (n // 8),
    "back references": lambda n: "该负责人说，好的事情很多。" * (n // 13),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_ten_times_the_text_takes_at_most_sixteen_times_as_long(kind: str) -> None:
    small, large = times(HOSTILE[kind](10_000), HOSTILE[kind](100_000))
    assert large <= 16 * max(small, 0.01)


@pytest.mark.parametrize("kind", ["no full stop", "verbs without a full stop"])
def test_a_million_characters_without_a_full_stop_take_no_more_than_their_length(kind: str) -> None:
    small, large = times(HOSTILE[kind](100_000), HOSTILE[kind](1_000_000), rounds=1)
    assert large <= 16 * small
