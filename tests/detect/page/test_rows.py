"""Rows of a list: their form, and how they end."""

from __future__ import annotations

import pytest

from brandtool.detect.page import costs
from tests.detect.page.because.lines import line

ROW = "甲镇：新建渡口5个，新增泊位44个；"


@pytest.mark.parametrize(
    "other", ["乙镇：新建渡口53个，新增泊位8个。", "丙镇：新建渡口7个，新增泊位69个；"]
)
def test_rows_of_one_list_are_alike_whatever_they_count(other: str) -> None:
    assert costs.alike_rows(line(ROW), line(other)) > 0.7


@pytest.mark.parametrize("other", ["爆炸发生后，警方封锁了现场。", ROW * 6])
def test_other_text_is_no_row_of_it(other: str) -> None:
    assert costs.alike_rows(line(ROW), line(other)) < 0.1


def test_a_row_that_is_not_the_last_ends_with_a_semicolon() -> None:
    assert costs.listed(line(ROW)) == costs.listed(line("甲镇5个;")) == 1.0
    assert costs.listed(line("乙镇8个。")) == 0.0
