"""What a line looks like by itself, and the costs made of it."""

from __future__ import annotations

import pytest

from brandtool.core.document import Document
from brandtool.detect.page import costs
from brandtool.detect.page.shape import Line, lines_of


def line(text: str) -> Line:
    return lines_of(Document(text))[0]


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("他走了。", "stop"),
        ("他说：“走吧。”", "quoted"),
        ("（周小棠摄于江边）", "closed"),
        ("他说：", "colon"),
        ("走到桥边，", "comma"),
        ("走到桥", "open"),
        ("工程已经完工。 周小棠 李大河", "stop"),
    ],
)
def test_how_a_line_ends(text: str, ending: str) -> None:
    assert line(text).ending == ending


@pytest.mark.parametrize(
    "text",
    [
        "■临江日报记者 周小棠",
        "本报记者 李大河 通讯员 王小帆",
        "□□ 本报记者 赵江",
        "新华社记者 周小棠",
    ],
)
def test_a_byline_names_reporters_only(text: str) -> None:
    assert line(text).byline


@pytest.mark.parametrize(
    "text", ["记者从会上获悉，大桥通车", "记者：您怎么看？", "本报记者来到江边。"]
)
def test_a_sentence_about_reporters_is_no_byline(text: str) -> None:
    assert not line(text).byline


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("图为老码头。本报记者 周小棠摄", "caption"),
        ("周小棠 摄", "credit"),
        ("（下转第三版）", "turn"),
        ("责编：周小棠 美编：李大河", "furniture"),
        ("第12版", "furniture"),
        ("#", "markup"),
        ("![](images/a.jpg)", "markup"),
    ],
)
def test_lines_of_no_article(text: str, role: str) -> None:
    assert getattr(line(text), role)
    assert line(text).apart


def test_a_turn_line_tells_its_page() -> None:
    assert line("（下转第三版）").turn == "三"


def test_a_headline_that_promises_pictures_is_no_caption() -> None:
    assert not line("老码头整修方案公布(组图)").caption
    assert line("老码头效果图").caption


def test_a_dateline_may_stand_in_brackets() -> None:
    assert line("【新华社临江5月6日电】码头开工").dateline
    assert line("新华社临江5月6日电通讯：老码头醒来").dateline


def test_marks_before_a_heading_are_not_its_words() -> None:
    one = line("## 老码头整修")
    assert (one.text, one.heading, one.start) == ("老码头整修", 2, 3)


def test_lone_marks_are_counted_on_both_sides() -> None:
    assert line("他说：“这里").balance == (0, 1)
    assert line("很好。”他笑").balance == (1, 0)
    assert line("他说：“这里很好。”").balance == (0, 0)


@pytest.mark.parametrize(
    ("text", "number"),
    [("一是修桥。", 1), ("第三，修路。", 3), ("4.修渠", 4), ("二问：谁来修", 2), ("修房", 0)],
)
def test_the_number_a_line_begins_with(text: str, number: int) -> None:
    assert line(text).ordinal == number


def test_the_costs_say_what_they_are_called_for() -> None:
    cut, rest = line("城南的老码头预计明年春天"), line("完成，届时”将有新船。")
    assert costs.open_end(cut) == 1.0
    assert costs.stopped_end(rest) == 1.0
    assert costs.comma_end(line("到明年，")) == 1.0
    assert costs.colon_end(line("他说：")) == 1.0
    assert costs.closed_end(line("（完工）")) == 1.0
    assert costs.digit_end(line("共有12")) == 1.0
    assert costs.right_orphan_mark(rest) == 1.0
    assert costs.left_open_mark(line("他说“明年")) == 1.0
    assert costs.punctuation_start(line("，届时")) == 1.0
    assert costs.opener_start(line("“届时")) == 1.0
    assert costs.ordinal_start(line("二是修路")) == 1.0
    assert costs.digit_start(line("12人")) == 1.0
    assert costs.dateline_start(line("本报讯（记者 周小棠）昨天")) == 1.0
    assert costs.heading_form(line("老码头整修")) == 1.0
    assert costs.heading_form(cut.__class__(cut.block, "他走了。", 0)) == 0.0
    assert costs.byline_form(line("本报记者 周小棠")) == 1.0
    assert costs.signed_off(line("到此结束。（本报记者周小棠整理）")) == 1.0
    assert costs.inner_stop(line("他来了，又走了")) == 1.0
    assert 0.0 < costs.short(line("老码头整修")) < 1.0
