"""Personal names of one article and who is who."""

from __future__ import annotations

from brandtool.detect.quotes.reading import read


def names(text: str) -> dict[str, str]:
    people = read(text).scene.people
    return {mention.text: people.name(mention.text) for mention in people.mentions}


def test_a_dotted_name_lends_its_last_part_as_a_short_form() -> None:
    text = "研究院院长卡罗尔·艾森汉姆来访。艾森汉姆说，天气很好。"
    assert names(text) == {"卡罗尔·艾森汉姆": "卡罗尔·艾森汉姆", "艾森汉姆": "卡罗尔·艾森汉姆"}


def test_a_title_behind_a_dotted_name_is_not_part_of_it() -> None:
    assert "埃里克·罗斯" in names("埃里克·罗斯博士说，天气很好。")


def test_an_address_means_the_one_full_name_with_its_surname() -> None:
    text = "海东医院主任医师雷明杰今年退休。老雷说，终于有空了。雷医生笑了。"
    assert names(text)["老雷"] == "雷明杰"


def test_an_address_stays_itself_when_two_names_fit() -> None:
    text = "厂长张立国和会计张晓梅都在。张女士说，一切正常。"
    assert names(text)["张女士"] == "张女士"


def test_a_foreign_name_behind_a_title_ends_before_the_date() -> None:
    assert "加哈里亚" in names("总理加哈里亚当天宣布，实施新规定。")


def test_a_name_set_apart_by_a_blank_is_one_name() -> None:
    people = read("本报记者\n站长邢 旭说，设备正常。").scene.people
    mention = next(m for m in people.mentions if m.text == "邢旭")
    assert mention.span.size == 3


def test_bylines_and_datelines_name_reporters_only() -> None:
    text = "新华社海东4月1日电（记者王大海）春风送暖。\n村民李秀兰说，今年收成好。"
    people = read(text).scene.people
    assert people.reporters == {"王大海"}
    assert "王大海" not in people.ranked()


def test_posts_are_collected_whole_and_parted() -> None:
    text = "国务院参事室特约研究员、中国劳动学会会长杨志明出席。杨志明说，机会很多。"
    people = read(text).scene.people
    assert people.posts["杨志明"] == ("国务院参事室特约研究员", "中国劳动学会会长")


def test_a_register_of_the_project_renames_a_person() -> None:
    text = "阿凯说，今天休息。"
    people = read(text, names={"阿凯": "陈凯"}).scene.people
    assert people.name("阿凯") == "陈凯"
