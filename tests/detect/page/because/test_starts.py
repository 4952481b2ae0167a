"""Why an article begins: each cost by itself, and the articles of a page."""

from __future__ import annotations

import pytest

from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import detect
from brandtool.detect.page.because import starts
from brandtool.detect.page.because.starts import Start
from tests.detect.page.because.lines import line, lines

TEXT = "渡口的老船工说，今年春汛来得早，第一班船比往年提前了整整十天开航，头一天就坐满了人。"


def start(
    row: str = "渡口的灯又亮了", *below: str, above: str | None = TEXT, **rest: float
) -> Start:
    return Start(line(row), None if above is None else line(above), lines(*below), **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cost", "so", "not_so", "values"),
    [
        (starts.first, start(above=None), start(), {}),
        (starts.short_line, start(), start(TEXT), {}),
        (starts.byline, start("标题", "■本报记者 柴令"), start("标题", TEXT), {}),
        (starts.dateline, start("标题", f"本报讯 {TEXT}"), start("标题", "■本报记者 柴令"), {}),
        (starts.opens, start(f"本报讯 {TEXT}"), start(), {}),
        (starts.deck, start("标题", "——渡口见闻"), start("标题", TEXT), {}),
        (starts.signed_above, start(above="灯亮了。（本报记者柴令整理）"), start(), {}),
        (starts.stopped_above, start(), start(above="灯还没有"), {}),
        (
            starts.returns,
            start("春汛到渡口", TEXT),
            start("小桥修好", TEXT),
            {"words": "春汛、渡口"},
        ),
        (starts.shift, start(contrast=-0.5), start(contrast=0.5), {}),
        (starts.shift, start(contrast=-0.5), start(contrast=-0.5, above=None), {}),
        (starts.speaker, start("田禾：灯要一直亮"), start(), {"name": "田禾"}),
        (starts.marked, start("# 渡口的灯"), start(), {}),
        (starts.bare_mark, start(bare=True), start(), {}),
    ],
)
def test_a_beginning_shows_what_speaks_for_it(cost, so, not_so, values) -> None:
    assert cost(so) == values
    assert cost(not_so) is None


def test_nothing_below_is_no_deck_and_no_dateline() -> None:
    assert starts.deck(start()) is starts.dateline(start()) is None


PAGE = f"""渡口的灯又亮了
■本报记者 柴令
{TEXT}
岸上的茶摊也跟着热闹起来，摊主说，这几天卖出去的茶比上个月还多。
小桥修好了
■本报记者 岑霁
小桥的桥板换成了青石，附近三个村的村民出门少绕十里路，桥头的老人都来走一走。
修桥的石匠说，桥面的石板都编了号，能用的一块没有换，换下来的砌在了桥头。"""


def test_the_articles_of_a_page_say_why_they_begin() -> None:
    first, second = [one for one in detect(View(Document(PAGE))) if one.kind == "article"]
    assert first.evidence.code == "article.top"
    told = [one.code for one in second.evidence.all]
    assert "article.byline" in told and "article.top" not in told
    returned = [one.values["words"] for one in second.evidence.all if one.code == "article.returns"]
    assert all("小桥" in str(words) for words in returned)


def test_the_mark_of_a_lost_headline_is_told() -> None:
    document = Document(PAGE.replace("小桥修好了", "#\n小桥修好了"))
    _, second = [one for one in detect(View(document)) if one.kind == "article"]
    assert "article.lost" in [told.code for told in second.evidence.all]
