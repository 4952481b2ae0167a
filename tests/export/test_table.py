from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.export.table import (
    ARTICLE_COLUMNS,
    QUOTE_COLUMNS,
    TableExporter,
    article_table,
    guarded,
    quote_table,
    unguarded,
)

ACTIVE = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"]


def rows(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_columns_stand_in_the_agreed_order():
    assert ",".join(ARTICLE_COLUMNS) == (
        "稿件编号,报纸名称,出版日期,期号,版次,版名,版内序号,栏目,引题,标题,副题,提要题,作者,作者说明,电头,正文,小标题,"
        "图片说明,摄影署名,转版,字数,原报差错,未处理数,一校,二校,定稿时间,源文件,源校验值,"
        "上接版次,下转版次"
    )
    assert ",".join(QUOTE_COLUMNS) == (
        "引语编号,稿件编号,报纸名称,出版日期,版次,稿件标题,引语类型,引语正文,说话人,说话人类别,身份,文中称呼,引述词,"
        "前文,后文,段号,片段数,原文位置,字数,处理状态,把握,依据,校对员,处理时间,附注"
    )


def test_article_table(page):
    told = rows(article_table(page.sheet()))
    assert [row["标题"] for row in told] == ["临河老街昨晚亮灯", "小桥修好了"]
    first = told[0]
    assert first["作者"] == "柴令；岑霁"
    assert first["正文"].split("\n")[1] == "＝灯亮着＝"
    assert first["小标题"] == "'＝灯亮着＝"
    assert unguarded(first["小标题"]) == "＝灯亮着＝"
    assert (first["未处理数"], first["源文件"], first["源校验值"]) == ("0", "page.txt", "ab" * 32)
    assert (first["一校"], first["定稿时间"]) == ("", "")


def test_the_pages_of_turn_lines_have_columns_of_their_own(turned):
    first, second = rows(article_table(turned.sheet()))
    assert (first["转版"], first["上接版次"], first["下转版次"]) == ("(下转第十二版)", "", "12")
    assert (second["转版"], second["上接版次"], second["下转版次"]) == ("", "", "")


def test_quote_table(page):
    (row,) = rows(quote_table(page.sheet()))
    assert (row["引语类型"], row["说话人类别"], row["处理状态"]) == ("直接引语", "个人", "已采纳")
    assert (row["片段数"], row["段号"], row["把握"]) == ("2", "1", "0.9312")
    assert (row["校对员"], row["附注"]) == ("岑霁", "听过录音")
    assert row["前文"] == "本报讯 昨晚，临河老街的灯亮了。“"


def test_every_field_is_quoted_and_lines_end_in_crlf(page):
    data = quote_table(page.sheet()).decode("utf-8").removeprefix("\ufeff")
    assert data.endswith('"\r\n')
    assert all(line.startswith('"') and line.endswith('"') for line in data.split("\r\n")[:-1])


def test_several_pages_share_one_table(page, raw):
    assert len(rows(article_table(page.sheet(), page.sheet()))) == 4


def test_exporter_names_both_tables(page):
    assert [output.name for output in TableExporter().export(page.sheet())] == [
        "河岸晚报_20250916_03_稿件.csv",
        "河岸晚报_20250916_03_引语.csv",
    ]


@pytest.mark.parametrize("mark", ACTIVE)
def test_cells_that_act_are_guarded(mark):
    assert guarded(f"{mark}SUM(1)") == f"'{mark}SUM(1)"


@given(st.text(st.sampled_from([*ACTIVE, "'", "甲", "\n", '"', ","])))
def test_guard_is_reversible_and_leaves_no_formula(cell):
    told = guarded(cell)
    assert unguarded(told) == cell
    assert not told.startswith(tuple(ACTIVE))
