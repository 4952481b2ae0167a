"""Printed lines of one heading or byline belong together, others do not."""

from __future__ import annotations

import pytest

from brandtool.core.decision import Label
from brandtool.core.lines import Line, goes_on
from brandtool.core.span import Span
from tests.core.script import here, place, read

TEXT = "标题\n小标上\n小标下\n正文。\n"
NAMES = {"标题": "headline", "小标上": "subhead", "小标下": "subhead"}
LABELS = [Label("role", (here(TEXT, words),), name) for words, name in NAMES.items()]


def line(role: str, joint: str | None = None) -> Line:
    return Line("甲", role, Span(0, 1), Span(0, 1), joint=joint)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (line("subhead"), line("subhead"), True),
        (line("subhead"), line("subhead", "line"), True),
        (line("byline"), line("byline", "line"), True),
        (line("subhead"), line("subhead", "paragraph"), False),
        (line("headline"), line("subhead", "line"), False),
        (line("body"), line("body", "line"), False),
        (None, line("subhead"), False),
    ],
)
def test_a_line_goes_on_the_heading_before_it(before, after, told):
    assert goes_on(after, before) is told


def test_a_heading_of_two_lines_keeps_its_line_end():
    told = read(TEXT, *LABELS, place(TEXT, "小标下", "小标上", "line"))
    assert told.text == TEXT
    (article,) = told.articles
    assert article.subheads == ("小标上 小标下",)
    assert [one.joint for one in article.lines] == [None, None, "line", None]


def test_lines_that_are_paragraphs_of_their_own_are_two_headings():
    told = read(TEXT, *LABELS, place(TEXT, "小标下", None, "paragraph"))
    assert told.articles[0].subheads == ("小标上", "小标下")
