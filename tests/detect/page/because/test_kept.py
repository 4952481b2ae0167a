"""Why a copy stays: each cost by itself, and the copies of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brandtool.core.candidate import Candidate, View
from brandtool.core.document import Document
from brandtool.detect.page import detect
from brandtool.detect.page.because import kept
from brandtool.detect.page.because.kept import Copies
from tests.detect.page.because.lines import lines

ABOVE, COPY, BELOW = "今年的第一班船提前了十", "天开航，渡口坐满了人。", "岸上也热闹。"
PAGE = lines(ABOVE, COPY, BELOW, "别处的话。", COPY, "又一处的话。")
COPIES = Copies(
    [PAGE[1]], [PAGE[4]], [[PAGE[4]]], (PAGE[0], PAGE[2]), (PAGE[3], PAGE[5]), {}, {}, None, True
)
SEAM = {"left": "提前了十", "right": "天开航，渡口"}


def copies(*rows: str, gone: str = COPY, **rest: object) -> Copies:
    """Return a copy that stays, its rows between others, and one that goes."""
    told = lines(*rows, gone)
    inner = told[1:-2]
    return Copies(
        inner, [told[-1]], [[told[-1]]], (told[0], told[-2]), (None, None), {}, {}, None, True,
    )  # fmt: skip


def test_the_copy_that_stays_goes_on_the_sentence_above() -> None:
    told = kept.runs_in(replace(COPIES, kept_told={"run_in": 0.9}))
    assert told == {"left": ABOVE[-6:], "right": COPY[:6]}
    assert kept.runs_in(replace(COPIES, kept_told={"run_in": 0.1})) is None
    alone = replace(COPIES, kept_told={"run_in": 0.9}, around_kept=(None, None))
    assert kept.runs_in(alone) is None


def test_the_sentence_of_the_copy_that_stays_goes_on_below() -> None:
    told = kept.runs_out(replace(COPIES, kept_told={"run_out": 0.9}))
    assert told == {"left": COPY[-6:], "right": BELOW[:6]}
    assert kept.runs_out(COPIES) is None


def test_the_copy_that_goes_cuts_a_sentence_of_others() -> None:
    told = kept.cuts(replace(COPIES, gone_told={"run_past": 0.9}))
    assert told == {"left": "别处的话。", "right": "又一处的话。"}
    assert kept.cuts(COPIES) is None


def test_the_copy_that_stays_stands_after_its_headline() -> None:
    assert kept.headed(replace(COPIES, headline=PAGE[0])) == {"article": ABOVE}
    assert kept.headed(COPIES) is None


def test_the_copy_that_stays_counts_on() -> None:
    told = copies("一是点灯。", "二是修桥。", "三是种树。")
    assert kept.counts_in(told) == {"before": 1, "number": 2}
    assert kept.counts_out(told) == {"before": 2, "number": 3}
    assert kept.counts_in(COPIES) is kept.counts_out(COPIES) is None


def test_the_copy_that_stays_says_more_than_any_other() -> None:
    told = copies("前一行。", "渡口的灯又亮了，人都来看。", "后一行。", gone="渡口的灯又亮了，")
    assert kept.complete(told) == {"more": 5}
    assert kept.complete(replace(told, others=[[PAGE[1]], told.kept])) is None
    assert kept.complete(replace(told, whole=False)) is None


def test_the_copy_that_stays_reads_likelier_where_they_differ() -> None:
    likelier = replace(COPIES, kept_told={"likelier": 0.4}, gone_told={"likelier": -0.4})
    assert kept.likelier(likelier) == {}
    assert kept.likelier(replace(likelier, gone_told={"likelier": 0.4})) is None
    assert kept.likelier(COPIES) is None


def test_the_copy_that_stays_stands_among_rows() -> None:
    told = replace(COPIES, kept_told={"row_in": 0.6, "row_out": 0.5}, gone_told={"row_in": 0.7})
    assert kept.among_rows(told) == {}
    assert kept.among_rows(replace(told, gone_told=told.kept_told)) is None
    assert kept.among_rows(COPIES) is None


def test_only_the_copy_that_stays_is_signed_off() -> None:
    told = copies("前一行。", "灯又亮了。（本报记者柴令整理）", "后一行。", gone="灯又亮了。")
    assert kept.signed(told) == {}
    assert kept.signed(replace(told, others=[told.kept])) is kept.signed(COPIES) is None


def test_the_copy_that_stays_speaks_of_what_stands_beside_it() -> None:
    told = copies("江心洲渡口又来了人。", "船工说江心洲渡口的灯亮了。", "后一行。")
    assert kept.about(told) == {"words": "江心洲渡口"}
    assert kept.about(copies("老船工来了。", "老船工说灯亮了。", "后一行。")) is None
    beside = replace(told, around_gone=(told.around_kept[0], None))
    assert kept.about(beside) is None


def test_copies_side_by_side_may_either_stay() -> None:
    page = lines(ABOVE, COPY, COPY, BELOW)
    beside = replace(COPIES, kept=[page[1]], gone=[page[2]], around_kept=(page[0], page[3]))
    assert kept.side_by_side(beside) == {}
    assert kept.side_by_side(COPIES) is None
    assert kept.side_by_side(replace(beside, gone=[page[3]])) is None


def test_what_stays_is_part_of_a_longer_line() -> None:
    assert kept.within(replace(COPIES, whole=False)) == {}
    assert kept.within(COPIES) is None


FIRST = "渡口在江心洲的东头，老船工全小满说，今年春汛来得早，第一班船比往年提前了"
REST = "整整十天开航，头一天就坐满了人，连船尾也站着人，岸上的茶摊跟着热闹起来。"
OTHER = "小桥的桥板换成了青石，附近三个村的村民出门少绕十里路，桥头的老人都来走一走。"


def duplicated(*rows: str) -> Candidate:
    (one,) = [c for c in detect(View(Document("\n".join(rows)))) if c.kind == "duplicate"]
    return one


def test_the_copy_that_mends_a_sentence_stays_and_says_so() -> None:
    one = duplicated("渡口的灯又亮了", "■本报记者 柴令", FIRST, REST, OTHER, REST, OTHER[::-1])
    assert one.keep == 0
    told = {e.code: e.values for e in one.evidence.rest}
    assert told["copy.run_in"] == {"left": FIRST[-6:], "right": REST[:6]}


def test_words_within_a_longer_paragraph_are_told_to_be_so() -> None:
    one = duplicated("渡口的灯又亮了", OTHER, f"{OTHER[::-1]}{REST}{FIRST}。", REST, "灯亮着。")
    assert "copy.within" in [e.code for e in one.evidence.rest]


@pytest.mark.shared
def test_the_copy_of_the_forum_page_stays_because_of_what_it_continues(shared) -> None:
    text = shared("pages/forum-2024.txt").read_bytes().decode("utf-8")
    groups = [one for one in detect(View(Document(text))) if one.kind == "duplicate"]
    told = [e.code for e in groups[1].evidence.all]
    assert told[0] == "duplicate.exact"
    assert {"copy.run_in", "copy.headed"} <= set(told)
    assert [e.code for e in groups[0].evidence.rest] == ["copy.side_by_side"]
