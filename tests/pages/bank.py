"""Names for invented pages: places, people, papers and houses that exist nowhere, in three parts.

Nothing of one part stands in another, so that a page of the held-out half, or of the unseen one, is
new in every word list and in every form.
"""

from __future__ import annotations

HALVES = ("tuned", "held_out", "unseen")

SURNAMES = {
    "tuned": tuple("周李赵孙吴郑冯陈沈韩杨朱秦许何吕施张孔曹"),
    "held_out": (*"钱王卫蒋褚尤魏陶姜戚谢邹喻柏水窦章云苏潘", "欧阳", "司马"),
    "unseen": (*"丁邓贾江姚廖方石熊龙万段雷贺顾毛尹黎常", "上官", "诸葛"),
}
GIVEN = {
    "tuned": (
        "小棠", "大河", "予宁", "立", "秋实", "望", "知微", "国栋", "晚", "青禾",
        "思远", "梅", "东篱", "之行", "磊", "若水",
    ),
    "held_out": (
        "不凡", "岚", "书遥", "一帆", "石", "庭芳", "泽", "如意", "北辰", "朴",
        "静之", "江月", "可", "逸群", "桐", "元朗",
    ),
    "unseen": (
        "晓舟", "建国", "澄", "一鸣", "子衿", "秀兰", "帆", "长庚", "未央", "萌",
        "铁柱", "雨桐", "峥嵘", "昭", "海燕", "文渊",
    ),
}  # fmt: skip
CITIES = {
    "tuned": ("澜北", "榆溪", "鹤岭", "青蒲", "石坡", "临陂"),
    "held_out": ("云汀", "沙陵", "芦浦", "桂屏", "松崖", "洛渚"),
    "unseen": ("浔江", "望川", "北碛", "琅山", "岱溪", "玉津"),
}
PAPERS = {
    "tuned": ("澜北日报", "榆溪晚报", "鹤岭周刊"),
    "held_out": ("云汀时报", "沙陵早报", "芦浦新报", "桂屏商报"),
    "unseen": ("浔江晚报", "望川日报", "北碛经济报", "琅山都市报", "岱溪周末", "玉津交通报"),
}
HOUSES = {
    "tuned": (
        "{city}市乡村振兴研究会", "{city}市城乡建设局", "{city}师范学院", "{city}青松设计公司",
        "{city}市民政服务中心",
    ),
    "held_out": (
        "{city}县文化和旅游局", "{city}理工大学", "{city}农业技术推广站", "{city}海洋与渔业研究所",
        "{city}市远帆集团",
    ),
    "unseen": (
        "{city}省农业科学院", "{city}轮渡公司", "{city}大学附属医院", "{city}能源集团",
        "{city}区城市管理局", "{city}棋类协会",
    ),
}  # fmt: skip
POSTS = {
    "tuned": ("主任", "副局长", "总工程师", "秘书长", "教授", "负责人"),
    "held_out": ("站长", "研究员", "董事长", "副院长", "科长", "会长"),
    "unseen": ("所长", "总经理", "高级工程师", "护士长", "理事", "区长"),
}

for _kind in (SURNAMES, GIVEN, CITIES, PAPERS, HOUSES, POSTS):
    _kind["wide"] = _kind["tuned"]
