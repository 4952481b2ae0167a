"""Signs of a role in the form of one line."""

from __future__ import annotations

import pytest

from brandtool.core.document import Document
from brandtool.detect.page import signs
from brandtool.detect.page.shape import Line, lines_of


def line(text: str) -> Line:
    return lines_of(Document(text))[0]


@pytest.mark.parametrize(
    ("sign", "yes", "no"),
    [
        ("names", "周小棠 李大河", "周末夜市延时"),
        ("names", "■ 邢 旭", "■ 邢旭介绍了修桥的全部经过和账目情况"),
        ("names", "欧阳静之", "老桥修好了"),
        ("names", "阿依古丽·买买提", "一·"),
        ("names", "周小棠（临江水运所副教授）", "老桥（旧名永安桥）修好了"),
        ("marked", "◆先问居民", "先问居民"),
        ("writer", "文/周小棠", "文化馆开放了"),
        ("reporter", "本报记者 周小棠 报道", "记者来了，看了一圈。"),
        ("reporter", "通讯员李大河报道", "通讯录"),
        ("note", "编者按：修桥是一件大事。", "编者走了。"),
        ("summary", "核心提示：三年修一桥。", "提示牌立在桥头"),
        ("dateline", "新华社临江5月6日电", "新华社记者到了临江"),
        ("dateline", "【临江日报5月6日文章】题：老码头怎样醒来", "临江日报讯息很多"),
        ("folio", "临江日报 2024年5月6日 星期一", "五月的临江"),
        ("staff", "编辑 周小棠 美编 李大河", "编辑部的故事很长"),
        ("contact", "联系人：周小棠", "联系实际"),
        ("notice", "遗失声明", "会议召开"),
        ("picture", "周小棠 摄", "周小棠的桥"),
        ("pointed", "▲老桥", "老桥"),
        ("question", "记者：桥修好了吗？", "桥修好了吗？"),
        ("answer", "李大河：还差三块石头，等枯水期再砌。", "还差三块石头：等枯水期"),
        ("section", "（二）账要算清", "二月"),
        ("listed", "二是账要算清。", "二月里算账。"),
        ("numbered", "2.账要算清", "2.5万人"),
        ("signed", "（据临江日报）", "（二）"),
        ("signed", "□周小棠 李大河 报道", "周小棠的报道"),
        ("picture", "本文图片均由水运所提供", "图片很多"),
        ("bracketed", "【老桥】", "老【桥】"),
        ("rubric", "要 闻", "要闻不断的临江日报社今年"),
        ("named", "李大河：桥要修，路也要修", "李大河：还差三块石头。"),
    ],
)
def test_a_sign_is_seen_where_it_stands_and_not_elsewhere(sign: str, yes: str, no: str) -> None:
    told = getattr(signs, sign)
    assert told(line(yes))
    assert not told(line(no))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("（下转第12版）", "12"),
        ("上接A3版", "A3"),
        ("详见第五版", "五"),
        ("→转8版", "8"),
        ("老码头候船亭今日开放（6版）", "6"),
        ("老码头候船亭今日开放……P3", "3"),
        ("桥头有三块版画", ""),
        ("（下转第3版）" + "很长的一句话" * 6, ""),
    ],
)
def test_the_page_a_line_sends_to_is_read(text: str, page: str) -> None:
    assert signs.turn(line(text)) == page
