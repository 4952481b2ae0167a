from __future__ import annotations

import pytest

from brandtool.core.decision import Label
from brandtool.export.chart import CELLS, Bar, bars
from brandtool.export.markdown import page_markdown


def said(page, words: str, speaker: str | None, nth: int = 0, **more: object) -> None:
    page.decide(
        Label("quote", (page.at(words, nth),), {"kind": "direct", "speaker": speaker, **more})
    )


def test_chart_tells_who_says_how_much_nobody_named_last(page):
    said(page, "昨晚，临河老街的灯亮了。", "岑|霁", posts=["记者"])
    said(page, "小桥的桥板换成了青石扳。", None)
    said(page, "路好走了", "街坊")
    told = bars(page.sheet())
    assert [(bar.speaker, bar.quotes, bar.characters) for bar in told] == [
        ("岑|霁", 1, 12), ("田禾", 1, 12), ("街坊", 1, 4), ("（未写明）", 1, 12)
    ]  # fmt: skip
    assert [len(bar.blocks) for bar in told] == [CELLS, CELLS, 7, CELLS]
    assert sum(bar.share for bar in told) == pytest.approx(1)


def test_chart_is_a_table_of_the_markdown(page):
    said(page, "昨晚，临河老街的灯亮了。", "岑|霁", posts=["记者"])
    text = page_markdown(page.sheet())
    assert "\n## 说话人与字数\n\n| 说话人 | 身份 | 引语 | 字数 | 占比 |  |\n" in text
    assert "\n| 岑\\|霁 | 记者 | 1 | 12 | 50% | ████████████████████ |\n" in text


def test_page_without_quotes_has_no_chart(raw):
    assert bars(raw.sheet()) == ()
    assert "说话人与字数" not in page_markdown(raw.sheet())


def test_a_very_small_part_is_not_nothing():
    small = Bar("甲", (), 1, 1, 0.002, 0.004)
    assert (small.percent, small.blocks) == ("不足1%", "█")
    assert (Bar("乙", (), 1, 0, 0.0, 0.0).percent, Bar("乙", (), 1, 0, 0.0, 0.0).blocks) == (
        "0%",
        "",
    )
