"""Why a sentence goes on: each cost by itself, and the joins of a page."""

from __future__ import annotations

import pytest

from brandtool.core.candidate import Candidate, View
from brandtool.core.document import Document
from brandtool.detect.page import detect
from brandtool.detect.page.because import joins
from brandtool.detect.page.because.joins import Seam
from brandtool.detect.page.network import judges
from brandtool.detect.page.ngrams import shipped
from brandtool.detect.page.outlook import look
from brandtool.detect.page.solution import Join, solve
from tests.detect.page.because.lines import line

OPEN, STOPPED = "渡口的老船工说，今年的第一班", "渡口的老船工说完了。"
REST = "船提前了十天开航。"


def seam(left: str = OPEN, right: str = REST, **told: float) -> Seam:
    return Seam(line(left), line(right), told)


def test_no_mark_ends_the_words_before_it() -> None:
    assert joins.open_end(seam()) == {}
    assert joins.open_end(seam(STOPPED)) is None
    assert joins.open_end(seam("他说，")) is None


def test_the_words_before_it_end_with_a_comma() -> None:
    assert joins.comma_end(seam("船工、")) == {"mark": "、"}
    assert joins.comma_end(seam()) is None


def test_a_mark_opened_before_it_is_closed_behind_it() -> None:
    assert joins.marks_meet(seam("他说：“今年的", "船开得早。”")) == {"opened": "“", "closed": "”"}
    assert joins.marks_meet(seam()) is None
    assert joins.marks_meet(seam("他说：“今年的")) is None


def test_no_paragraph_begins_with_its_mark() -> None:
    assert joins.punctuation_start(seam(right="，船开得早。")) == {"mark": "，"}
    assert joins.punctuation_start(seam()) is None


@pytest.mark.parametrize(
    ("cost", "so", "not_so", "values"),
    [
        (joins.reads_on, {"lift": 0.6}, {"lift": 0.2}, {}),
        (joins.rest, {"rest": 0.5}, {"rest": 0.0}, {"right": "船提前"}),
        (joins.end, {"end": -1.0}, {"end": -0.2}, {"left": "第一班"}),
        (joins.on_page, {"on_page": 1.0}, {"on_page": 0.0}, {"words": "一班船提"}),
        (joins.on_page, {"on_page": 0.5}, {}, {"words": "班船"}),
        (joins.only, {"margin_left": 0.1, "margin_right": 0.1}, {"margin_left": 0.1}, {}),
    ],
)
def test_what_the_judge_was_told_is_said(cost, so, not_so, values) -> None:
    assert cost(seam(**so)) == values
    assert cost(seam(**not_so)) is None


def test_it_breaks_within_a_word() -> None:
    told = seam("今年渡口大大降低了行船的成", "本，茶摊却没有涨价。", spanning=1.0)
    assert joins.word(told) == {"word": "成本"}
    assert (
        joins.word(seam("今年渡口大大降低了行船的成", "本，茶摊却没有涨价。", spanning=0.1)) is None
    )
    assert joins.word(seam("他说，", "船开了。", spanning=1.0)) is None


def test_both_speak_of_the_same_words() -> None:
    told = seam("候船亭用旧船木搭建，老码头的", "台阶和候船亭都要重砌。", alike=0.4)
    assert joins.alike(told) == {"words": "候船亭"}
    assert joins.alike(seam(alike=0.4)) is None
    assert joins.alike(seam("候船亭用旧船木的", "台阶和候船亭。", alike=0.0)) is None


HEAD = ["渡口的灯又亮了", "■本报记者 柴令"]
CUT = [
    "渡口在江心洲的东头，老船工全小满说，今年春汛来得早，第一班船比往年提前了整整十",
    "天开航，头一天就坐满了人。",
]
TAIL = ["岸上的茶摊也跟着热闹起来，摊主说，这几天卖出去的茶比上个月还多。"]


def joined(*rows: str) -> list[Candidate]:
    found = detect(View(Document("\n".join(rows))))
    return [one for one in found if one.kind == "join"]


def test_a_join_says_what_it_continues_and_why() -> None:
    (one,) = joined(*HEAD, *CUT, *TAIL)
    told = one.evidence
    assert told.code == "join.next"
    assert CUT[0].endswith(str(told.values["left"]))
    assert CUT[1].startswith(str(told.values["right"]))
    assert "join.open_end" in [cost.code for cost in told.rest]
    assert 1 <= len(told.rest) <= 3


def test_what_lies_between_is_counted() -> None:
    caption = "图为渡口新貌。全小满 摄"
    (one,) = joined(*HEAD, CUT[0], caption, CUT[1], *TAIL)
    assert (one.evidence.code, one.evidence.values["over"]) == ("join.aside", 1)


def test_a_rest_that_stands_above_says_how_far() -> None:
    document = Document("\n".join((*HEAD, CUT[1], *TAIL, CUT[0])))
    solution = solve(look(document, shipped(), judges()))
    told = joins.why_join(solution, Join(4, 2, 0.9, 0.0, 1))
    assert told.code == "join.above"
    assert told.values["up"] == 2
    assert CUT[1].startswith(str(told.values["right"]))


def test_a_full_line_of_a_narrow_column_is_named_so() -> None:
    rows = ["渡口的老船工说春汛来得早今", "年的第一班船提前了十天开航",
            "头一天就坐满了人岸上的茶摊", "也跟着热闹起来摊主说这几天",
            "卖出去的茶比上个月还要多。"]  # fmt: skip
    told = joined(*rows)
    assert told and all([c.code for c in one.evidence.rest] == ["join.column"] for one in told)
