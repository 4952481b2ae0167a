"""The hard cases of quotes in Chinese news, on invented sentences."""

from __future__ import annotations

import pytest

from brandtool.detect.quotes import Found, find_quotes


def quotes(text: str) -> list[Found]:
    return list(find_quotes(text, tagged=False))


def words(text: str, one: Found) -> str:
    return "".join(text[span.start : span.end] for span in one.content)


def speakers(text: str) -> list[str | None]:
    return [one.speaker for one in quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "这部小说讲的是海边的故事，读者的昵称五花八门，据说销量很好。",
        "他说起往事总是笑，人称老船长，这说明他很乐观。",
        "供不应求的预测就要打折扣了，有关部门的要求也已经下发。",
        "会议介绍了海东市治理河道的实践，并对下一步工作提出若干建议。",
        "双方就进一步合作进行探讨，市长陈立群对代表团来访表示祝贺。",
        "法官宣布休庭。",
        "为保证培训质量，活动组织方提前征集了问题。",
        "前文提到的方案主要针对水库，并不包括河道。",
    ],
)
def test_verbs_that_report_nothing_are_left_alone(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "墙上挂着“安全第一质量为先不留死角”的横幅，工人们陆续进场。",
        "路边的警示牌：“内有猛兽，禁止攀越”，游客都绕开了。",
        "车身两侧印有“欢迎回家我们想念你们”等字样，大家鼓起掌来。",
        "大会以“携手同行共创美好未来”为主题，吸引了许多市民。",
    ],
)
def test_what_is_written_on_things_is_not_said(text: str) -> None:
    assert quotes(text) == []


def test_marks_inside_a_clause_of_reported_words_make_them_mixed() -> None:
    text = "局长陈立群表示，这项技术“必须成为全省第一”，要推广到全市。"
    assert [one.kind for one in quotes(text)] == ["mixed"]


def test_a_colon_without_a_verb_ties_the_words_to_who_acts() -> None:
    text = "游客王芳看了看小狗的样子：“它好像已经睡着了，别吵它。”"
    one = quotes(text)[0]
    assert (one.kind, one.cue, one.speaker) == ("direct", None, "王芳")


def test_the_addressee_between_verb_and_words_does_not_speak() -> None:
    text = "律师高远征告诉村民李秀兰，法院已经受理了这起案件。"
    assert speakers(text) == ["高远征"]


def test_who_is_talked_to_on_the_telephone_does_not_speak() -> None:
    text = "海东市市长陈立群3月30日与临江市市长周慕白通电话表示，双方将继续加强合作。"
    assert speakers(text) == ["陈立群"]


def test_a_pronoun_is_not_whom_the_words_name() -> None:
    text = "陈立群在海东工作了三十年。\n谈到周慕白教授，“周慕白教授的方案救了这条河。”他对记者说。"
    assert speakers(text)[-1] == "陈立群"


def test_the_possessor_of_a_relative_is_not_the_subject() -> None:
    text = "陈立群住在海东。他的女儿在外地读书。他说：“女儿每周都打电话回来。”"
    assert speakers(text) == ["陈立群"]


def test_a_place_called_after_a_person_does_not_speak() -> None:
    text = "两名中年妇女来到村民李秀兰家，谎称家里将有灾难，需要花钱消灾。"
    assert "李秀兰" not in speakers(text)


def test_the_innermost_source_with_its_own_verb_speaks() -> None:
    text = "目击者告诉记者，一名游客告诉她，“船开出去不到十分钟就翻了。”"
    assert "游客" in speakers(text)


def test_a_group_speaks_together() -> None:
    text = "村民李秀兰和王大海说：“今年的收成比去年好多了。”"
    told = speakers(text)[0]
    assert told is not None and set(told.split("、")) == {"李秀兰", "王大海"}


def test_a_short_name_of_a_court_means_its_full_name() -> None:
    text = (
        "临江市中级人民法院昨天开庭审理此案。\n临江中院表示，此案将择期宣判，判决结果会及时公布。"
    )
    assert speakers(text) == ["临江市中级人民法院"]


def test_an_explained_short_name_means_the_full_one() -> None:
    text = (
        "海东市源远环保科技有限公司（以下简称“源远环保”）昨天停产。\n"
        "源远环保称，生产线将在一周之内恢复运行。"
    )
    assert speakers(text) == ["海东市源远环保科技有限公司"]


def test_the_bare_company_means_the_one_named_before() -> None:
    text = "胡家湾村民接到龄童米业有限公司的电话。公司说，已经检测了三批新米，质量都合格。"
    assert speakers(text) == ["龄童米业有限公司"]


def test_the_bare_spokesman_means_the_one_described_before() -> None:
    text = "海东市水利局新闻发言人昨天回答了提问。\n发言人说，大坝的检修已经完成，可以放心。"
    assert speakers(text) == ["海东市水利局新闻发言人"]


def test_back_references_mean_the_description_before_them() -> None:
    text = (
        "“大坝很安全，请放心。”海东市水利局相关负责人说。\n"
        "该负责人表示，今年的汛期会比往年早半个月。"
    )
    assert set(speakers(text)) == {"海东市水利局相关负责人"}


def test_what_one_who_gave_an_interview_says_is_his() -> None:
    text = "一名接受采访的孩子家长说，幼儿园已经通知放假三天。"
    told = speakers(text)[0]
    assert told is not None and told.endswith("孩子家长")


def test_a_nickname_in_brackets_names_a_person() -> None:
    text = "当事人弯弯（化名）第一时间表示，“我的生活已经回到了正轨，谢谢大家。”"
    assert speakers(text) == ["弯弯"]


def test_labels_of_turns_speak_for_themselves() -> None:
    text = (
        "记者：大坝安全吗？\n陈立群：很安全。\n民警：昨晚有人翻墙。\n记者：谢谢。\n陈立群：不客气。"
    )
    assert "民警" in speakers(text)


def test_instructions_with_labels_are_no_interview() -> None:
    text = "症状：生长迟缓，食欲不佳。\n防治：多喂青饲料。\n症状：皮肤发疹。\n防治：补充维生素。\n"
    assert quotes(text) == []


def test_opening_marks_in_the_place_of_closing_ones_cost_nothing() -> None:
    text = "“这样的日子赶上城里人了，真好。“村民李秀兰笑着说。"
    assert [(one.kind, words(text, one), one.speaker) for one in quotes(text)] == [
        ("direct", "这样的日子赶上城里人了，真好。", "李秀兰")
    ]


def test_an_announced_list_over_paragraphs_is_one_quote() -> None:
    text = (
        "局长陈立群提出三点建议：一是加强巡查，不留死角。\n二是备足物资，以防万一。\n"
        "三是做好宣传，人人知晓。\n当天的会议在下午结束。"
    )
    found = quotes(text)
    assert len(found) == 1 and found[0].speaker == "陈立群"
    assert words(text, found[0]).endswith("人人知晓。")
    assert "会议" not in words(text, found[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("副会长齐木德道尔吉说：“草原的冬天很长，也很美。”", "齐木德道尔吉"),
        ("县长帕提姑丽·亚森说：“草原的冬天很长，也很美。”", "帕提姑丽·亚森"),
        ("经济学家费迪南德·杜登赫费尔说：“市场需要时间来适应。”", "费迪南德·杜登赫费尔"),
        ("协会负责人拉詹·马修斯说：“几乎每个人都有手机了。”", "拉詹·马修斯"),
        ("站长邢 旭说：“设备一切正常，请大家放心。”", "邢旭"),
    ],
)
def test_foreign_minority_and_parted_names_are_whole(text: str, name: str) -> None:
    assert speakers(text) == [name]


def test_a_title_with_a_place_before_it_is_a_post_of_the_person() -> None:
    one = quotes("北京云桥成果转化中心主任田伯言说：“机会留给有准备的人。”")[0]
    assert one.speaker == "田伯言"
    assert one.posts == ("北京云桥成果转化中心主任",)
