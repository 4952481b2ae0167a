"""What must stay: said twice for a reason, never proposed to be removed."""

from __future__ import annotations

import pytest

from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import detect

POST = "苇溪县石桥文化研究会常务理事、古桥修缮技术委员会副主任委员"
FACT = "目前，苇溪县已经修好古桥四十一座，培训石匠二十七名。"
FORMULA = "把古桥保护放在更加突出的位置，统筹推进修缮、利用和传承。"

KEPT = {
    "the same fact in two articles": (
        "古桥修缮会在苇溪召开\n本报记者 周小棠\n"
        f"全县的石匠昨天聚在一起，商量明年修哪几座桥。{FACT}\n"
        "与会的石匠说，最缺的是会看石头的人，年轻人要从搬石头学起。\n"
        "何秋生：修桥先要修路\n本报记者 林一苇\n"
        f"何秋生走遍了县里的山路，他说车开不到桥头，石料就运不进去。{FACT}\n"
        "他建议先把通往古桥的小路铺平，再请石匠进场，少走弯路。"
    ),
    "an official formula": (
        "县里部署古桥保护工作\n本报讯（记者 周小棠）昨天，苇溪县召开专题会议。\n"
        f"会议指出，各乡镇要{FORMULA}\n"
        "会议听取了三个乡镇的汇报，讨论了石料和工钱从哪里来的问题。\n"
        f"会议强调，有关部门要继续{FORMULA}\n"
        "会议决定，从明年起每年安排一笔专款，账目向村民公开。"
    ),
    "a slogan": (
        "老街办起修桥节\n本报记者 周小棠\n"
        "昨天的老街挂满红布，上面写着“一座桥连起两岸人家”。\n"
        "石匠们抬着石头走过街口，孩子们在后面数步子。\n"
        "桥头的戏台上，演员们也唱起“一座桥连起两岸人家”，台下跟着打拍子。"
    ),
    "a refrain": (
        "过桥谣\n周小棠\n"
        "月亮走，我也走，走到桥头等石牛。\n"
        "石牛不吃草，石牛不回头，石牛守着老渡口。\n"
        "月亮走，我也走，走到桥头等石牛。\n"
        "外婆打着灯笼来，灯笼照着红石榴。\n"
        "月亮走，我也走，走到桥头等石牛。"
    ),
    "a list of rows alike": (
        "修桥资金公示\n"
        "石桥村：石料费三万二千元，人工费一万八千元，合计五万元。\n"
        "柳湾村：石料费三万六千元，人工费一万四千元，合计五万元。\n"
        "茶亭村：石料费三万一千元，人工费一万九千元，合计五万元。\n"
        "枫林村：石料费三万五千元，人工费一万五千元，合计五万元。"
    ),
    "a name with its titles": (
        "石匠们的课堂开了\n本报记者 周小棠\n"
        f"{POST}何秋生上了第一课，讲怎样看石头的纹路。\n"
        "二十名学员围着一块青石，用手摸，用锤敲，听声音。\n"
        f"下午，{POST}何秋生又带大家去河边认石料，一直讲到天黑。"
    ),
    "a headline quoted in the text": (
        "四十一座古桥有了守桥人\n本报记者 周小棠\n"
        "苇溪县给每座古桥都找了一位守桥人，每月巡查四次。\n"
        "县报去年的一篇报道《四十一座古桥有了守桥人》，引来不少人报名。\n"
        "如今守桥人里有退休教师，也有放学后的中学生。"
    ),
    "a question whose words stood in the lead": (
        "守桥人的账本\n本报记者 周小棠\n"
        "守桥人一年要走多少路？古桥修好以后谁来守、怎样守、守得住吗？带着这些问题，记者走进苇溪。\n"
        "守桥人何秋生拿出账本，上面记着每一次巡查的日期和天气。\n"
        "古桥修好以后谁来守、怎样守、守得住吗？\n"
        "何秋生说，守桥的人就住在桥边，看得见，也听得见。"
    ),
    "a sentence that repeats its own opening": (
        "石料运不进山\n本报记者 周小棠\n"
        "——石料和石匠请进山难。山路窄，车进不来，石匠嫌远。石料和石匠请进山难，已成为各村修桥的共同难处。\n"
        "——修好的桥留住人难。桥通了，路还没有通，村里的年轻人还是往外走。"
    ),
    "a long name shared by two paragraphs": (
        "两家单位签了约\n本报记者 周小棠\n"
        "苇溪县古桥保护与传统石作技艺研究发展中心有限公司昨天为石匠学校揭牌，学校设在老粮站里。\n"
        "仪式上，苇溪县古桥保护与传统石作技艺研究发展中心有限公司同三个村签了修桥合同，明年春天动工。"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_stands_twice_for_a_reason_is_never_proposed_to_be_removed(text: str) -> None:
    found = detect(View(Document(text)))
    gone = [
        part.anchor[0]
        for one in found
        if one.kind == "duplicate"
        for at, part in enumerate(one.parts)
        if at != one.keep and one.scores[at] >= 0.5
    ]
    assert not gone
