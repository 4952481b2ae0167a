"""What is said twice and stays: each cost by itself."""

from __future__ import annotations

from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import detect
from brandtool.detect.page.because import twice
from brandtool.detect.page.because.twice import Twice
from tests.detect.page.because.lines import lines

HEADS = lines("渡口的灯又亮了", "小桥修好了")
SAID = Twice("已有41项标准、7.6%的渡口", "已有41项标准、7.6%的渡口", (HEADS[0], HEADS[1]))


def test_it_is_said_in_two_articles() -> None:
    assert twice.articles(SAID) == {"one": "渡口的灯又亮了", "other": "小桥修好了"}
    assert twice.articles(Twice("", "", (HEADS[0], HEADS[0]))) is None
    assert twice.articles(Twice("", "", (HEADS[0], None))) is None


def test_it_is_said_twice_in_one_article() -> None:
    assert twice.article(Twice("", "", (HEADS[0], HEADS[0]))) == {"article": "渡口的灯又亮了"}
    assert twice.article(SAID) is twice.article(Twice("", "", (None, None))) is None


def test_both_name_the_same_numbers() -> None:
    assert twice.numbers(SAID) == {"numbers": "41、7.6%"}
    assert twice.numbers(Twice("41项", "42项", (None, None))) is None
    assert twice.numbers(Twice("几项", "几项", (None, None))) is None


def test_a_statement_of_two_articles_names_both() -> None:
    said = "全县已经修好了41处渡口，其中27处装上了太阳能的灯"
    rows = [
        "渡口的灯又亮了", "■本报记者 柴令", f"老船工全小满说，{said}，夜里摆渡的人看得见岸了。",
        "小桥修好了", "■本报记者 岑霁", f"县里的石匠李大河介绍，{said}，桥也一座座修好了。",
    ]  # fmt: skip
    told = [one.evidence for one in detect(View(Document("\n".join(rows)))) if one.kind == "same"]
    assert [one.code for one in told] == ["same.statement"]
    rest = {one.code: one.values for one in told[0].rest}
    assert rest["same.articles"] == {"one": "渡口的灯又亮了", "other": "小桥修好了"}
    assert rest["same.numbers"] == {"numbers": "41、27"}
