"""Turn lines, read: which way, and which page."""

from __future__ import annotations

import pytest

from brandtool.core.article import Edition
from brandtool.core.decision import Label, Place, Replace
from brandtool.core.turn import Turn, turn_of, turns_of
from tests.core.script import fix, here, read


@pytest.mark.parametrize(
    ("words", "way", "page"),
    [
        ("下转第4版", "to", "4"),
        ("（下转第４版）", "to", "4"),
        ("上接第一版", "from", "1"),
        ("（紧接第二十三版）", "from", "23"),
        ("转A3版", "to", "A3"),
        ("▶下转 b 12 版", "to", "B12"),
        ("接第十版", "from", "10"),
        ("详见第5—8版", "to", "5-8"),
        ("详见2、3版", "to", "2、3"),
        ("转接第一百零二版", "to", "102"),
        ("（下转本报第十二版）", "to", "12"),
        ("（下转）", "to", ""),
        ("【上接】", "from", ""),
    ],
)
def test_a_turn_line_names_its_way_and_page(words, way, page):
    assert turn_of(words) == Turn(way, page)


@pytest.mark.parametrize("words", ["", "渡口亮灯", "第4版", "出版社转让", "见面会在三楼"])
def test_other_words_are_no_turn(words):
    assert turn_of(words) is None


def test_paragraphs_say_it_in_brackets_at_either_end_only():
    told = [
        ("body", "（上接第一版）渡口的灯又亮了。"),
        ("body", "他把书稿转第三版的编辑看过。"),
        ("body", "老人说（见第2版的照片）灯没有灭。"),
        ("headline", "（下转第9版）"),
        ("item", "灯还亮着。（下转第6版）"),
        ("body", "照片另行刊登。（下转）"),
        ("turn", "（下转）"),
    ]
    assert turns_of(told) == (Turn("from", "1"), Turn("to", "6"), Turn("to", ""))


PAGE = "渡口亮灯\n灯亮了。\n（下转第四版）\n（上接第1版）\n小桥修好\n桥修好了。\n"


def edition(*more: Place | Replace) -> Edition:
    turns = [here(PAGE, words) for words in ("（下转第四版）", "（上接第1版）")]
    asides = [Place(turn, None, "aside") for turn in turns]
    labels = [Label("role", (turn,), "turn") for turn in turns]
    return read(PAGE, *asides, *labels, Place(here(PAGE, "小桥修好"), None, "article"), *more)


def test_an_article_knows_the_pages_it_goes_on_to_and_from():
    first, second = edition().articles
    assert (first.continues_on, first.continued_from) == ("4", "")
    assert (second.continues_on, second.continued_from) == ("", "1")
    assert [line.text for line in first.asides] == ["（下转第四版）"]
    assert [line.text for line in second.asides] == ["（上接第1版）"]
    assert all(
        edition().article_at(a.asides[0].home.start).index == a.index for a in (first, second)
    )


def test_the_last_article_keeps_a_line_that_says_where_it_goes_on_from():
    told = read(
        PAGE,
        Place(here(PAGE, "（上接第1版）"), None, "aside"),
        Label("role", (here(PAGE, "（上接第1版）"),), "turn"),
    )
    assert [a.continued_from for a in told.articles] == ["1"]


def test_a_line_among_the_words_of_an_article_stays_with_it():
    text = "渡口亮灯\n（上接第1版）\n灯亮了。\n小桥修好\n"
    told = read(
        text,
        Place(here(text, "（上接第1版）"), None, "aside"),
        Label("role", (here(text, "（上接第1版）"),), "turn"),
        Place(here(text, "小桥修好"), None, "article"),
    )
    assert [a.continued_from for a in told.articles] == ["1", ""]


def test_the_page_follows_what_an_editor_corrects():
    first, _ = edition(fix(PAGE, "四版", "五版")).articles
    assert first.continues_on == "5"
