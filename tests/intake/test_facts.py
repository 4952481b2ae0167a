from __future__ import annotations

import pytest

from brandtool.core.document import Document
from brandtool.core.facts import PageFacts
from brandtool.intake.facts import facts_of, facts_of_lines, facts_of_name

BODY = "\n临河老街开街\n\n本报讯 9月16日，临河市老街重新开街，街坊都来看热闹。\n"


def lines(head: str) -> PageFacts:
    return facts_of_lines(Document(head + BODY))


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("河岸晚报_20250916_12.txt", PageFacts("河岸晚报", "2025-09-16", "", "12")),
        ("河岸晚报_20250916_03_要闻.txt", PageFacts("河岸晚报", "2025-09-16", "", "3", "要闻")),
        ("2025-09-16-A12.txt", PageFacts("", "2025-09-16", "", "A12")),
        ("hawb20250916a03.pdf.txt", PageFacts("", "2025-09-16", "", "A03")),
        ("2024年5月20日 第3版 要闻版.txt", PageFacts("", "2024-05-20", "", "3", "要闻")),
        (
            "河岸晚报_20250916_第1203期_A5.txt",
            PageFacts("河岸晚报", "2025-09-16", "1203", "A5"),
        ),
        ("城市报 第12版.txt", PageFacts("城市报", page="12")),
        ("forum-2024.txt", PageFacts()),
        ("page.txt", PageFacts()),
        ("20241399_3.txt", PageFacts()),
        ("天气预报_20250916.txt", PageFacts(date="2025-09-16")),
        ("2023-02-30-A1.txt", PageFacts()),
    ],
)
def test_names_of_files(name, facts):
    assert facts_of_name(name) == facts


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("2025年9月16日 星期二 第12版 要闻", PageFacts("", "2025-09-16", "", "12", "要闻")),
        ("二〇二五年九月十六日　星期二　乙巳年七月廿五　第十二版",
         PageFacts("", "2025-09-16", "", "12")),
        ("二○二五年十二月二十一日 第二十版", PageFacts("", "2025-12-21", "", "20")),
        ("河岸晚报 2025.9.16 星期二 责编 张三 美编 李四 A12 民生",
         PageFacts("河岸晚报", "2025-09-16", "", "A12", "民生")),
        ("要闻 03 2025年09月16日 责任编辑:王小明", PageFacts("", "2025-09-16", "", "3", "要闻")),
        ("第１２版", PageFacts(page="12")),
        ("A12版·深度", PageFacts(page="A12", page_name="深度")),
        ("12 要闻", PageFacts(page="12", page_name="要闻")),
        ("2025年9月16日 总第1234期 今日8版", PageFacts("", "2025-09-16", "1234")),
        ("河岸晚报\n2025年9月16日\n第4版\n综合",
         PageFacts("河岸晚报", "2025-09-16", "", "4", "综合")),
        ("2025年9月16日 星期二\n7\n国内", PageFacts("", "2025-09-16", "", "7", "国内")),
        ("2025年9月16日 星期二\n第88期", PageFacts("", "2025-09-16", "88")),
    ],
)  # fmt: skip
def test_folio_lines(head, facts):
    assert lines(head) == facts


@pytest.mark.parametrize(
    "head",
    [
        "（下转第三版）",
        "河岸晚报",
        "要闻",
        "2024年5月20日，本市召开会议",
        "关于老街施工的公告\n2018年1月12日",
        "时间：2014-03-29 05:54:45",
        "全膜覆盖增产 （六版）种子企业担责 （七版）",
        "2024老街品牌论坛在临河举行",
        "临河市第8版城市总体规划修编工作方案今日起公开征求意见",
        "2025年13月40日 星期二一起看",
        "第3版" + "长" * 100,
    ],
)
def test_lines_that_are_no_folio_tell_nothing(head):
    assert lines(head) == PageFacts()


def test_name_wins_over_lines_and_folders_fill_the_rest():
    text = "2025年9月17日 星期三 第4版 综合" + BODY
    document = Document(text, "archive/河岸晚报/20250916/A02.txt")
    assert facts_of(document) == PageFacts("河岸晚报", "2025-09-17", "", "4", "综合")
    document = Document(BODY, "archive/河岸晚报/20250916/x_20250918_05.txt")
    assert facts_of(document) == PageFacts("河岸晚报", "2025-09-18", "", "5")
    assert facts_of(Document(BODY, "archive\\河岸晚报_20250916\\x.txt")).date == "2025-09-16"


def test_page_without_any_tells_nothing(shared):
    path = shared("pages/forum-2024.txt")
    assert facts_of(Document(path.read_text("utf-8"), path.name)) == PageFacts()
