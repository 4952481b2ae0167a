"""How the lines of a page are worded, in two halves and a third part in its own file.

Bylines, datelines, captions, furniture and the like.

`{a}`, `{b}`, `{c}` are names, `{s}` a name with a blank inside, `{page}`, `{month}`, `{day}`,
`{year}`, `{issue}`, `{week}` numbers; `{what}` is what a picture shows.
"""

from __future__ import annotations

from typing import Any

from tests.pages import forms_unseen, forms_wide

BYLINES = {
    "tuned": (
        "■本报记者 {a}",
        "□ {paper}记者 {a} {b}",
        "本报记者 {a} 通讯员 {b}",
        "■{paper}记者 {s}",
        "文/{a} 图/{b}",
        "本报记者 {a} 报道",
        "本报驻{city}记者 {a}",
        "见习记者 {a} 实习生 {b}",
        "作者：{a}",
        "□{a}",
        "{a} {b}",
        "记者{a} 摄影{b}",
    ),
    "held_out": (
        "□本报记者 {a} {b} 通讯员 {c}",
        "■{paper}记者 {s} {b}",
        "文/本报记者 {a} 图/本报记者 {b}",
        "记者 {a} 通讯员 {b} {c}",
        "本报评论员 {a}",
        "本报首席记者 {a}",
        "● {a}",
        "图文/{a}",
        "采写：本报记者 {a}",
        "执笔：{a} {b}",
        "{paper}记者{a}实习生{b}",
        "■ 特约撰稿人 {a}",
        "{s}",
        "本报记者 {a} 文/图",
    ),
    "unseen": forms_unseen.BYLINES,
}
INLINE_DATELINES = {
    "tuned": (
        "本报讯（记者{a}）",
        "新华社{city}{month}月{day}日电（记者{a}）",
        "（记者{a}）",
        "本报讯 （记者 {a} 通讯员 {b}）",
        "{paper}讯 记者{a}报道：",
        "本报{city}{month}月{day}日讯 ",
    ),
    "held_out": (
        "本报{city}{month}月{day}日电（记者{a} 通讯员{b}）",
        "本报讯（通讯员 {a}）",
        "中新社{city}{month}月{day}日电 （{a}）",
        "（{paper}记者 {a}）",
        "据新华社{city}电 ",
        "本报记者{a}{city}报道：",
    ),
    "unseen": forms_unseen.INLINE_DATELINES,
}
DATELINES = {
    "tuned": ("本报{city}{month}月{day}日讯", "新华社{city}{month}月{day}日电", "本报讯"),
    "held_out": (
        "据新华社{city}{month}月{day}日电",
        "本报{city}电",
        "中新社{city}{month}月{day}日电",
    ),
    "unseen": forms_unseen.DATELINES,
}
NOTES = {
    "tuned": ("编者按：{words}", "【编者按】{words}", "编者按\n{words}"),
    "held_out": ("编者按 {words}", "开栏的话：{words}", "编者的话\n{words}", "■编者按：{words}"),
    "unseen": forms_unseen.NOTES,
}
NOTE_WORDS = {
    "tuned": (
        "办好一件小事，往往要跑许多路。从今天起，本报推出系列报道，记录这一年里身边的变化，敬请垂注。",
        "一地有一地的难处，也有一地的办法。记者近日走进基层，把听到的、看到的写下来，与读者一起讨论。",
    ),
    "held_out": (
        "新的一年，我们继续把镜头对准普通人的日子。即日起开设专栏，欢迎读者提供线索，讲述您的故事。",
        "手艺会老，人也会老，怎样把好东西留给后来的人？本期我们请来几位守了半辈子的人，听听他们怎么说。",
    ),
    "unseen": forms_unseen.NOTE_WORDS,
}
SUMMARY_FORMS = {
    "tuned": ("{words}", "核心提示：{words}", "●{words}"),
    "held_out": ("{words}", "阅读提示 {words}", "内容提要：{words}", "▷{words}"),
    "unseen": forms_unseen.SUMMARY_FORMS,
}
SUBHEAD_FORMS = {
    "tuned": ("{words}", "{words}", "{words}", "一、{words}", "■{words}", "“{words}”"),
    "held_out": ("{words}", "{words}", "（一）{words}", "◆{words}", "【{words}】", "壹 {words}"),
    "unseen": forms_unseen.SUBHEAD_FORMS,
}
ITEM_FORMS = {
    "tuned": ("——{words}", "{han}是{words}", "{n}.{words}"),
    "held_out": ("{circle}{words}", "●{words}", "（{n}）{words}", "{n}、{words}", "— {words}"),
    "unseen": forms_unseen.ITEM_FORMS,
}
CAPTIONS = {
    "tuned": (
        "图为{what}。{paper}记者 {a}摄",
        "▲{what}。 {a} 摄",
        "{month}月{day}日，{what}。本报记者 {a} 摄",
        "{what}。受访者供图",
        "图①：{what}。",
    ),
    "held_out": (
        "上图：{what}。",
        "{what}（资料图片）",
        "◀{what}。{a}摄影",
        "△{what}。（图片由{house}提供）",
        "{month}月{day}日拍摄的{what}。 新华社记者 {a} 摄",
        "题图：{what}。{a}/摄",
        "{what}。 本报通讯员 {a} 摄影报道",
    ),
    "unseen": forms_unseen.CAPTIONS,
}
CREDITS = {
    "tuned": (
        "{a} 摄",
        "本报记者 {a} 摄影",
        "（资料图）",
        "{a} 绘",
        "{a} {b} 摄",
        "{a} 摄 新华社发",
    ),
    "held_out": ("摄影：{a}", "图片由{house}提供", "制图：{a}", "新华社发（{a} 摄）", "漫画/{a}"),
    "unseen": forms_unseen.CREDITS,
}
SIGNOFFS = {
    "tuned": (
        "（本报记者{a}整理）",
        "（{paper}记者 {a}）",
        "（据新华社电）",
        "（{a} {b}采写）",
        "{a} {b} {c}",
        "{a}",
    ),
    "held_out": (
        "（本报综合）",
        "（作者单位：{house}）",
        "（作者系{house}研究员）",
        "（本报记者 {a} 通讯员 {b}）",
        "（{a}）",
        "（据{paper}）",
    ),
    "unseen": forms_unseen.SIGNOFFS,
}
TURNS = {
    "tuned": ("（下转第{page}版）", "（上接第{page}版）", "下转{page}版", "（上接{han}版）"),
    "held_out": (
        "▶▶下转A{page}版",
        "（下转第{page}版·要闻）",
        "（上接A{page}版）",
        "→转第{page}版",
        "详见第{page}版",
        "（相关报道见{page}版）",
    ),
    "unseen": forms_unseen.TURNS,
}
TOP = {
    "tuned": (
        "{paper} {year}年{month}月{day}日 星期{week} 第{page}版",
        "第{page}版",
        "{page}",
        "要 闻",
        "A{page} 综合",
        "{year}年{month}月{day}日 星期{week}",
        "专版",
        "今日视点",
        "经济 观察",
        "文 化",
        "{paper} 国内",
        "{month}月{day}日 星期{week} 第{page}版 社会",
        "{page}",
        "本期{page}版",
        "{year}-{month}-{day}",
        "星期{week}",
        "百姓故事",
        "读者来信",
        "广 告",
        "总第{issue}期",
        "新闻纵深 {page}",
        "城事",
        "{paper}社出版",
        "天下",
        "副刊·{page}",
    ),
    "held_out": (
        "{year}年{month}月{day}日 星期{week} 农历{han}月初{han}",
        "{page}版 民生",
        "{paper}",
        "今日{page}版 第{issue}期",
        "{paper}·专刊 B{page}",
        "{year}.{month}.{day} 星期{week}",
        "综合新闻",
    ),
    "unseen": forms_unseen.TOP,
}
BOTTOM = {
    "tuned": (
        "责任编辑：{a} 版式：{b}",
        "责编 {a} 美编 {b} 校对 {c}",
        "本版责编：{a}",
        "新闻热线：0000-5550100",
        "国内统一刊号 CN00-0000",
        "主编 {a}",
        "本期编辑：{a} 电话：0000-5550101",
        "投稿邮箱：news@example.cn",
        "社址：{city}市报社路1号 邮编：000000",
        "{a} 编辑",
        "值班主任 {a} 责任校对 {b}",
        "印刷：{city}日报印务中心",
        "定价：每月30元",
        "本报法律顾问 {a}律师",
        "扫码关注{paper}",
        "广告许可证：0000000",
    ),
    "held_out": (
        "编辑 {a} 组版 {b} 检校 {c}",
        "本版编辑/{a}",
        "电子信箱：page@example.cn",
        "www.example.cn",
        "邮发代号：00-00 零售每份1元",
        "值班编委：{a} 编辑：{b}",
        "版式设计 {a}",
    ),
    "unseen": forms_unseen.BOTTOM,
}
ADVERTS = {
    "tuned": (
        (
            "{a}家具城开业酬宾",
            "全场八折起，满千元送床垫一张",
            "地址：{city}市南门路12号 电话：0000-5550123",
        ),
        ("遗失声明：{a}遗失身份证，号码000000000000000000，声明作废。",),
        ("广告", "订购热线：0000-5550177"),
        (
            "招租",
            "{city}市北街临街商铺两间出租，面积80平方米，价格面议。",
            "联系人：{a} 手机：00055501234",
        ),
        ("{city}装饰城年终答谢会", "凭本报领取精美礼品一份", "乘车路线：2路、5路到体育场站下"),
        ("专治打呼噜", "{city}康宁医院耳鼻喉科", "门诊时间：8时至17时30分"),
        ("诚聘", "司机两名，四十五岁以下，吃住全包，月薪面议。", "有意者请致电0000-5550144"),
        ("注销公告 {city}市绿洲园艺有限公司拟向登记机关申请注销，清算组由{a}、{b}组成。",),
        ("{city}银行", "存款保险 安心理财", "理财非存款 产品有风险"),
        ("新店开张", "{a}拉面馆", "本周消费一律半价", "订座：0000-5550133"),
        (
            "寻人启事",
            "{a}，男，七十二岁，于{month}月{day}日走失，身穿灰色上衣。有知情者请与家人联系。",
        ),
        ("急售二手货车一辆，手续齐全，价格可谈。 张先生 0000-5550111",),
        ("{city}花园 三期", "湖景洋房 恭迎品鉴", "销售中心：湖滨路8号", "开发商：{city}置业"),
        ("减资公告", "经股东会决议，{city}市恒顺物流有限公司注册资本由800万元减至300万元。"),
        ("搬家保洁疏通管道", "随叫随到 二十四小时服务"),
        ("欢迎订阅{year}年《{paper}》", "全年定价：288元 各地邮局均可办理"),
    ),
    "held_out": (
        (
            "公 告",
            "{city}市远东商贸有限公司（注册号000000）经股东会决定注销，请债权人于45日内申报债权。",
        ),
        ("{city}老字号酱园", "中秋礼盒预订中", "咨询电话：0000-5550166"),
        ("遗失启事", "{a}不慎遗失教师资格证一本，证号0000000，特此声明。"),
        (
            "{city}市第一职业学校招生",
            "开设汽修、护理、烹饪等专业，包分配、免学费。",
            "报名电话：0000-5550188 联系人：{b}",
        ),
    ),
    "unseen": forms_unseen.ADVERTS,
}
TOPIC_MARKS = {"tuned": "记者：", "held_out": "问：", "unseen": "{paper}：", "wide": "记者："}
CIRCLES = "①②③④⑤⑥"
HAN = "一二三四五六七八"
WEEK = "一二三四五六日"

TEASERS = {"unseen": forms_unseen.TEASERS, "wide": forms_wide.TEASERS}
BOXES = {"unseen": forms_unseen.BOXES, "wide": forms_wide.BOXES}
BOX_WORDS = {"unseen": forms_unseen.BOX_WORDS, "wide": forms_wide.BOX_WORDS}
COMMENTS = {"unseen": forms_unseen.COMMENTS, "wide": forms_wide.COMMENTS}
COMMENT_WORDS = {"unseen": forms_unseen.COMMENT_WORDS, "wide": forms_wide.COMMENT_WORDS}
ROUNDUPS = {"unseen": forms_unseen.ROUNDUPS, "wide": forms_wide.ROUNDUPS}
PHOTO_RUBRICS = {"unseen": forms_unseen.PHOTO_RUBRICS, "wide": forms_wide.PHOTO_RUBRICS}

_WIDENED: dict[str, dict[str, Any]] = {
    "BYLINES": BYLINES, "INLINE_DATELINES": INLINE_DATELINES, "DATELINES": DATELINES,
    "NOTES": NOTES, "NOTE_WORDS": NOTE_WORDS, "SUMMARY_FORMS": SUMMARY_FORMS,
    "SUBHEAD_FORMS": SUBHEAD_FORMS, "ITEM_FORMS": ITEM_FORMS, "CAPTIONS": CAPTIONS,
    "CREDITS": CREDITS, "SIGNOFFS": SIGNOFFS, "TURNS": TURNS, "TOP": TOP, "BOTTOM": BOTTOM,
    "ADVERTS": ADVERTS,
}  # fmt: skip
for _name, _kind in _WIDENED.items():
    _kind["wide"] = (*_kind["tuned"], *getattr(forms_wide, _name))
