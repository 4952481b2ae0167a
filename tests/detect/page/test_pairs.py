"""Which lines are offered as the rest of a broken one, and what is told of them."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.core.document import Document
from brandtool.detect.page import costs, ngrams, pairs, reading, seam

FAR = [
    "候船亭用旧船木搭建，老码头的台阶也要重砌，施工队在城南老码",
    *(f"第{k}小学的学生昨天到公园植树，老师说今年雨水多，树苗容易活。" for k in range(8)),
    "头忙到深夜，候船亭的旧船木要等台阶重砌好才运到。",
]
TABLE = ["甲稻 & 试种一号 \\\\", "乙稻 & 试种二号 \\\\", "丙稻 & 试种三号 \\\\"]


def told(lines: list[str]) -> pairs.Pairs:
    page = reading.read(Document("\n".join(lines)), ngrams.shipped())
    seams = page.seams(page.shown, ngrams.shipped())
    return pairs.candidates(seams, np.zeros(len(page.shown)), page.topics)


def feature(found: pairs.Pairs, pair: tuple[int, int], name: str) -> float:
    (where,) = np.flatnonzero((found.left == pair[0]) & (found.right == pair[1]))
    return float(found.features[where, pairs.NAMES.index(name)])


def test_a_far_rest_that_speaks_of_the_same_is_offered() -> None:
    found = told(FAR)
    assert (0, 9) in set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert feature(found, (0, 9), "alike") > feature(found, (0, 1), "alike")
    assert feature(found, (0, 9), "alike_for_left") > 0


def test_rows_of_a_table_go_on_nowhere() -> None:
    assert not len(told(TABLE).left)


def test_layout_marks_between_two_lines_are_told() -> None:
    found = told([FAR[0], "#", FAR[9]])
    assert feature(found, (0, 1), "marks") > 0
    assert feature(found, (0, 1), "mark_before") == 1
    assert feature(told([FAR[0], FAR[9]]), (0, 1), "marks") == 0


def test_words_that_only_go_on_are_likelier_inside_a_sentence() -> None:
    table = ngrams.shipped()
    heads = seam.as_codes([seam.head_codes("的工程"), seam.head_codes("此外，")])
    anywhere, begun = seam.after_costs(table, (0, ngrams.code("。")), heads)
    rest = anywhere - begun
    assert rest[0] > 0 > rest[1]


def packed(levels: dict[str, int], prices: np.ndarray) -> ngrams.Ngrams:
    cells = np.zeros(64, dtype=np.uint16)
    for words, level in levels.items():
        key = 0
        for char in words:
            key = key << 16 | ngrams.code(char)
        slot, print_ = ngrams.slot_of(key, len(cells))
        while cells[slot]:
            slot = (slot + 1) % len(cells)
        cells[slot] = print_ << 5 | level
    return ngrams.Ngrams(cells, 1000, prices)


def test_backing_off_costs_what_the_count_of_the_context_says() -> None:
    prices = np.zeros((ngrams.ORDER - 1, ngrams.LEVELS))
    prices[0, 4], prices[0, 2] = -3.0, -0.5
    table = packed({"船": 4, "灯": 2, "亭": 1, "船灯": 1}, prices)
    before = np.zeros((3, 3), dtype=np.uint64)
    before[:, 2] = [ngrams.code("船"), ngrams.code("灯"), ngrams.code("船")]
    chars = np.array([ngrams.code("亭"), ngrams.code("亭"), ngrams.code("灯")], dtype=np.uint64)
    after_common, after_rare, seen = table.log_chances(before, chars).tolist()
    assert after_rare - after_common == pytest.approx(2.5)
    assert seen == pytest.approx(-3 * ngrams.STEP * np.log(2))


@pytest.mark.parametrize(
    ("words", "last", "first"),
    [("城南的码头。台阶", 2 / costs.LONG, 5 / costs.LONG), ("台阶。", 0.0, 2 / costs.LONG)],
)
def test_the_parts_of_broken_sentences_are_measured(words: str, last: float, first: float) -> None:
    (line,) = reading.read(Document(words), ngrams.shipped()).lines
    assert costs.last_part(line) == last
    assert costs.first_part(line) == first


def test_a_dash_at_the_end_is_seen() -> None:
    one, two = reading.read(Document("老码头——\n老码头"), ngrams.shipped()).lines
    assert (costs.dash_end(one), costs.dash_end(two)) == (1.0, 0.0)


def test_voices_of_some_lines_are_those_of_the_lines_alone() -> None:
    table = ngrams.shipped()
    page = reading.read(Document("石桥修好了\n今天，行人从桥上\n经过，孩子们也来了。"), table)
    chosen = (0, 2)
    known = page.voices.of(chosen)
    anew = seam.voices_of([page.lines[k].text for k in chosen], table)
    for name in ("tails", "heads", "fresh", "mid", "sentence", "clause", "stop", "end"):
        assert np.array_equal(getattr(known, name), getattr(anew, name))


def test_words_that_go_on_behind_a_comma_are_told_from_a_new_beginning() -> None:
    first = "石匠们把桥面铺平，又在两边装上栏杆，"
    rest, fresh = "并在桥头立起一块石碑。", "据了解，这座桥已有一百年。"
    found = told([first, rest, first, fresh])
    assert feature(found, (0, 1), "clause") > feature(found, (2, 3), "clause")
    assert feature(found, (0, 1), "clause_meets") == feature(found, (0, 1), "clause")
    assert feature(told([first[:-1], rest]), (0, 1), "clause_meets") == 0


def test_the_longer_of_two_lines_is_told() -> None:
    found = told(["石匠们把桥面铺", "平，又在两边装上了新的石栏杆，过桥的人都说好。"])
    assert feature(found, (0, 1), "size_left") < feature(found, (0, 1), "size_right")


def test_a_page_whose_broken_lines_go_on_in_the_next_is_in_order() -> None:
    cut = [
        "石匠们把桥面重新铺平以后，今年春天又花了两个月在桥的两边装上石栏",
        "杆，过桥的人都说好。",
    ]
    more = [
        "县里的粮站昨天开门收购新稻，附近几个村子的农户一早就赶着车来排队等",
        "候，到中午才散去。",
    ]
    ordered, mixed = told([*cut, *more]), told([cut[0], more[0], cut[1], more[1]])
    assert feature(ordered, (0, 1), "in_order") > feature(mixed, (0, 1), "in_order")
