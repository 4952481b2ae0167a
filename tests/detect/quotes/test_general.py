"""Patterns of news prose at large: terms, sides, offices, sentences of two sources."""

from __future__ import annotations

import pytest

from brandtool.detect.quotes import find_quotes


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (one.kind, "|".join(text[s.start : s.end] for s in one.content), one.speaker)
        for one in find_quotes(text)
    ]


def speakers(text: str) -> list[str | None]:
    return [speaker for _, _, speaker in told(text)]


def test_a_term_that_begins_reported_words_is_not_all_that_is_said() -> None:
    text = "水利局局长陈立群强调，“三查”工作要做细，不能走过场。"
    assert told(text) == [("indirect", "“三查”工作要做细，不能走过场。", "陈立群")]


def test_the_side_that_speaks_goes_on_speaking_of_itself() -> None:
    text = "陈立群表示，大坝很安全。我们希望大家放心，早点回家。陈立群还查看了闸门。"
    assert told(text) == [
        ("indirect", "大坝很安全。|我们希望大家放心，早点回家。", "陈立群"),
    ]


def test_another_source_takes_over_behind_but() -> None:
    text = "村民代表李秀兰说，水位降得很快，但县长王大海表示，汛期还没有过去。"
    assert told(text) == [
        ("indirect", "水位降得很快", "李秀兰"),
        ("indirect", "汛期还没有过去。", "王大海"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("文化和旅游部表示，将尽快修好这条路。", "文化和旅游部"),
        ("分析家指出，这座大坝的设计有些保守。", "分析家"),
        ("县长办公室表示，水位已经降了下来。", "县长办公室"),
        ("美军8日称，演习将在下周结束，不会延长。", "美军"),
        ("市水利协会成员马启明今天表示，大坝已经加固。", "马启明"),
        ("卡洛维奇在广播里说：“这座大坝很安全，请放心。”", "卡洛维奇"),
        ("王大海昨天也到了大坝。他说，水位降得很快。", "王大海"),
        ("晚报还援引知情人士的话称，大坝已经加固。", "知情人士"),
        ("在村民们看来，这座大坝很安全，不用担心。", "村民们"),
    ],
)
def test_sources_are_read_in_full(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "大家对此次事故表示沉痛哀悼并向家属表示慰问。",
        "如果经营难以为继，工人的遣散也会是个大问题。",
        "请大家不要认为这座大坝已经没有问题。",
    ],
)
def test_feelings_idioms_and_warnings_are_no_speech(text: str) -> None:
    assert told(text) == []


def test_a_list_belongs_to_the_sentence_that_announces_it() -> None:
    text = (
        "说到大坝，陈立群从几个方面进行了介绍。一是加固坝体，挖出了淤泥。\n"
        "二是换了三道闸门。\n三是修好了公路。（本报记者周海涛整理）"
    )
    (one,) = told(text)
    assert one == (
        "indirect",
        "一是加固坝体，挖出了淤泥。|二是换了三道闸门。|三是修好了公路。",
        "陈立群",
    )


def test_marked_words_before_a_verb_that_reports_on_hang_on_it() -> None:
    text = "“大坝很安全，请大家放心。”说到汛期，陈立群建议村民们早点回家。"
    found = find_quotes(text)
    assert [one.cue is not None and text[slice(*one.cue)] for one in found] == ["建议", "建议"]
    assert [one.speaker for one in found] == ["陈立群", "陈立群"]


def test_two_posts_of_one_person_are_two_posts() -> None:
    text = "县政府特约研究员、海东水利学会会长陈立群说：“大坝很安全，请大家放心。”"
    (one,) = find_quotes(text)
    assert one.posts == ("县政府特约研究员", "海东水利学会会长")


def test_a_quotation_cut_by_a_line_that_nothing_joined_is_one() -> None:
    text = (
        "局长陈立群说：“大坝已经加固，请大家放\n图为海东大坝。（周海涛 供图）\n"
        "心回家。”王大海昨天也来了。“水位降得很快。”他说。"
    )
    found = find_quotes(text, roles=["body", "caption", "body"])
    told = [["".join(text[s.start : s.end]) for s in one.content] for one in found]
    assert told == [["大坝已经加固，请大家放", "心回家。"], ["水位降得很快。"]]
    assert [one.speaker for one in found] == ["陈立群", "王大海"]


def test_a_closing_mark_alone_costs_nothing() -> None:
    text = "大坝很安全。”这是一块牌子。\n局长陈立群说：“请大家放心回家。”"
    assert told(text) == [("direct", "请大家放心回家。", "陈立群")]


@pytest.mark.parametrize("text", ["王某向李某转达了问候，一方面告知大坝已经加固，可以放心。"])
def test_sides_of_a_matter_do_not_speak(text: str) -> None:
    assert "一方面" not in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("副督察科里·佩格斯表示：“大坝很安全，请放心回家。”", "科里·佩格斯"),
        ("“也在积极争取，请大家放心。”顾大为说。", "顾大为"),
        ("市第八医院通过公众号发布消息称，病人已经好转，不用担心。", "市第八医院"),
        ("“水位降得很快，请放心，” 周海先生在镇上发信，他住在那里。", "周海"),
        ("美国和加拿大方面表示，应继续进行磋商。", "美国和加拿大方面"),
    ],
)
def test_names_and_bodies_are_cut_where_they_begin_and_end(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_marks_that_begin_in_the_middle_of_a_clause_hold_no_whole_quotation() -> None:
    text = "局长陈立群表示，这些裂缝“恰恰说明了为什么要加固。”"
    assert told(text) == [("mixed", "这些裂缝“恰恰说明了为什么要加固。”", "陈立群")]


def test_marked_words_that_are_all_a_verb_has_are_a_quotation() -> None:
    assert told("局长陈立群称“还有话要说”。") == [("direct", "还有话要说", "陈立群")]


def test_what_was_not_confirmed_is_not_said() -> None:
    assert told("局长陈立群没有证实，大坝是否需要加固。") == []


def test_names_behind_the_last_full_stop_and_places_are_not_said_nor_do_they_speak() -> None:
    text = "局长陈立群表示，大坝要在年内加固，村民可以放心。周海涛 马启明"
    assert told(text) == [("indirect", "大坝要在年内加固，村民可以放心。", "陈立群")]
    assert speakers("“橙子熟了，回来吃一个吧。”彭家村村民说。") == ["彭家村村民"]
    assert speakers("总经理刘石如是说，公司会帮农民卖粮食。") == ["刘石"]


def test_a_term_closed_by_an_opening_mark_costs_only_itself() -> None:
    text = (
        "海东市公布了“十二五“期间的计划。局长陈立群表示，大坝要在年内加固。“水位降得很快。”他说。"
    )
    assert told(text) == [
        ("indirect", "大坝要在年内加固。", "陈立群"),
        ("direct", "水位降得很快。", "陈立群"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("东海救灾事务协调办公室称，通信已经中断三天。", "东海救灾事务协调办公室"),
        ("局长陈立群介绍了上届全国会议的情况，并表示，大坝已经加固，可以放心。", "陈立群"),
        ("经济学家西蒙·麦克亚当表示，价格还会下降，不必担心。", "西蒙·麦克亚当"),
    ],
)
def test_long_bodies_objects_and_last_characters_of_names(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_who_is_named_or_speaks_nearest_is_the_next_choice() -> None:
    text = (
        "周海涛和马启明到了海东。\n局长陈立群说：“大坝很安全，请大家放心。”\n"
        "村民李秀兰说：“水位降得很快，谢谢大家。”\n县长王大海说：“请大家早点回家休息。”"
    )
    last = find_quotes(text)[-1]
    assert last.speaker == "王大海"
    assert last.alternatives[:2] == ("李秀兰", "陈立群")
    assert "周海涛" in last.alternatives and len(last.alternatives) <= 9


def test_an_example_and_what_somebody_does_not_own_up_to() -> None:
    assert speakers("有人已经发声，例如东海电讯表示，希望尽快解决这次危机。") == ["东海电讯"]
    text = "村民代表李秀兰表示，陈立群不承认“三查”，大家都很担心。"
    assert told(text) == [("indirect", "陈立群不承认“三查”，大家都很担心。", "李秀兰")]


def test_who_is_called_by_a_marked_name_speaks_in_the_next_clause() -> None:
    text = "昨天，昵称为“小舟”的网友连发多条消息，称在海东大坝看见了裂缝，很担心。"
    assert speakers(text) == ["网友"]
