from __future__ import annotations

import pytest

from brandtool.core.decision import Label
from brandtool.core.errors import BrandtoolError
from brandtool.export.rows import article_rows
from brandtool.export.text import TextExporter, article_text, encoded


def test_article_has_the_agreed_header(page):
    sheet = page.sheet()
    assert article_text(sheet, article_rows(sheet)[0]) == (
        "报纸：河岸晚报\n日期：2025-09-16\n版次：3（要闻）\n"
        "编号：河岸晚报_20250916_03_01\n引题：老街添新灯\n"
        "标题：临河老街昨晚亮灯\n副题：\n作者：柴令；岑霁\n状态：校对中\n"
        "源文件：page.txt abababababab\n\n【正文】\n"
        "本报讯 昨晚，临河老街的灯亮了。“这盏灯是我爷爷挂上去的。”店主田禾说，"
        "“它一直没有灭。”\n＝灯亮着＝\n"
        "街坊说，路好走了。\n\n【图片说明】\n9月15日，老街亮灯。河岸晚报记者 全小满摄\n"
    )


def test_the_page_it_goes_on_to_has_a_line_where_there_is_one(turned):
    sheet = turned.sheet()
    first, second = (article_text(sheet, row) for row in article_rows(sheet))
    assert "\n下转：第12版\n状态：" in first and "上接" not in first
    assert "下转" not in second


def test_summary_has_a_line_where_there_is_one(page):
    page.role("街坊说，路好走了。", "summary")
    sheet = page.sheet()
    assert "\n提要题：街坊说，路好走了。\n作者：" in article_text(sheet, article_rows(sheet)[0])


def test_draft_says_how_much_is_open(page, claim):
    sheet = page.sheet(open_items=[claim])
    first, second = (article_text(sheet, row) for row in article_rows(sheet))
    assert "状态：未定稿（未处理1项）\n" in first
    assert "状态：未定稿（未处理0项，全版1项）\n" in second
    names = [output.name for output in TextExporter().export(sheet)]
    assert names == [
        "河岸晚报_20250916_03_01_临河老街昨晚亮灯_未定稿.txt",
        "河岸晚报_20250916_03_02_小桥修好了_未定稿.txt",
        "河岸晚报_20250916_03_整版_未定稿.txt",
    ]


def test_final_page_names_who_and_when(page):
    page.decide(Label("state", (), {"state": "final"}), replica="r2")
    sheet = page.sheet()
    assert "状态：已定稿（岑霁 2025-09-16T05:20:00Z）\n" in article_text(
        sheet, article_rows(sheet)[0]
    )


def test_page_file_holds_all_articles(page):
    text = TextExporter().export(page.sheet())[-1].data.decode("utf-8")
    assert "稿件：2篇\n" in text
    assert "【第1篇】\n老街添新灯\n临河老街昨晚亮灯\n■河岸晚报记者 柴令 岑 霁\n本报讯" in text
    assert "【第2篇】\n小桥修好了\n小桥的桥板换成了青石扳。\n（河岸晚报记者章朔整理）\n" in text


def test_credits_that_no_caption_holds_stand_below(page):
    page.role("街坊说，路好走了。", "credit")
    text = TextExporter().export(page.sheet())[0].data.decode("utf-8")
    assert text.endswith("9月15日，老街亮灯。河岸晚报记者 全小满摄\n街坊说，路好走了。\n")


def test_same_page_gives_the_same_bytes(page):
    assert TextExporter().export(page.sheet()) == TextExporter().export(page.sheet())


def test_other_encodings_on_request(page):
    for output in TextExporter().export(page.sheet(), encoding="gb18030"):
        assert output.data.decode("gb18030").startswith("报纸：河岸晚报\n")


def test_character_that_cannot_be_written_is_named():
    with pytest.raises(BrandtoolError) as caught:
        encoded("甲\n乙𠮷\n", "gbk", "a.txt")
    assert caught.value.code == "export.encoding"
    assert caught.value.values == {
        "path": "a.txt", "encoding": "gbk", "character": "𠮷", "point": "U+20BB7", "line": 2
    }  # fmt: skip


def test_unknown_encoding_is_refused(page):
    with pytest.raises(BrandtoolError, match=r"export\.encoding\.unknown"):
        TextExporter().export(page.sheet(), encoding="klingon")
