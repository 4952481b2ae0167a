from __future__ import annotations

import pytest

from brandtool.export.authors import Authors, author_of_signoff, authors_of, credit_of


@pytest.mark.parametrize(
    ("byline", "names", "note"),
    [
        ("■苇川日报记者 柴令仪 岑 霁", ("柴令仪", "岑霁"), "苇川日报记者"),
        ("本报记者 陈思 马芳 通讯员 吕娟", ("陈思", "马芳", "吕娟"), "本报记者；通讯员"),
        ("□ 记者 袁军", ("袁军",), "记者"),
        ("记者陈思、马芳", ("陈思", "马芳"), "记者"),
        ("文/张三 图/李四", ("张三", "李四"), ""),
        ("张三/文", ("张三",), ""),
        ("本报记者 欧 阳 春", ("欧阳春",), "本报记者"),
        ("本报记者 阿依古丽·买买提 Tom", ("阿依古丽·买买提", "Tom"), "本报记者"),
        ("本报记者 王 宁 赵大", ("王宁", "赵大"), "本报记者"),
        ("本报记者 王 赵大", ("王", "赵大"), "本报记者"),
        ("——本报评论员——", (), "本报评论员"),
        ("某某大学城市研究院副院长 张三", ("张三",), "某某大学城市研究院副院长"),
        ("", (), ""),
    ],
)
def test_bylines(byline, names, note):
    assert authors_of(byline) == Authors(names, note)


@pytest.mark.parametrize(
    ("signoff", "names", "note"),
    [
        ("（本报记者章朔整理）", ("章朔",), "本报记者；整理"),
        ("（记者 张三 李四）", ("张三", "李四"), "记者"),
        ("(张三)", ("张三",), ""),
        ("（据新华社电）", (), ""),
        ("（综合报道）", (), ""),
        ("（张三 文/图）", ("张三",), "文/图"),
    ],
)
def test_signoffs(signoff, names, note):
    assert author_of_signoff(signoff) == Authors(names, note)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("9月15日，老街亮灯。河岸晚报记者 全小满摄", "全小满"),
        ("老街亮灯。（全小满 摄）", "全小满"),
        ("老街亮灯。 全 满摄影", "全满"),
        ("老街亮灯。河岸图片社供稿摄", "河岸图片社供稿"),
        ("老街亮灯，游人如织", ""),
    ],
)
def test_credits_at_the_end_of_captions(caption, credit):
    assert credit_of(caption) == credit
