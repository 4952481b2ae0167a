from __future__ import annotations

from dataclasses import replace

import pytest

from brandtool.core.article import render
from brandtool.core.decision import Label, Place, Point, Replace, Source, Typed
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.export.rows import article_rows, characters, places, quote_rows
from brandtool.export.sheet import sheet_of


def test_article_is_told_in_its_parts(page):
    first, second = article_rows(page.sheet())
    assert first.id == "河岸晚报_20250916_03_01"
    assert (first.kicker, first.headline) == ("老街添新灯", "临河老街昨晚亮灯")
    assert (first.authors, first.author_note) == (("柴令", "岑霁"), "河岸晚报记者")
    assert first.text == (
        "本报讯 昨晚，临河老街的灯亮了。“这盏灯是我爷爷挂上去的。”店主田禾说，“它一直没有灭。”\n"
        "＝灯亮着＝\n街坊说，路好走了。"
    )
    assert first.dateline == "本报讯"
    assert first.subheads == ("＝灯亮着＝",)
    assert first.captions == ("9月15日，老街亮灯。河岸晚报记者 全小满摄",)
    assert first.credits == ("全小满",)
    assert first.characters == characters(first.text) == 58
    assert (second.headline, second.captions, second.number) == ("小桥修好了", (), 2)


def test_article_without_byline_takes_its_author_from_the_signoff(page):
    second = article_rows(page.sheet())[1]
    assert (second.authors, second.author_note) == (("章朔",), "河岸晚报记者；整理")
    assert second.author_line == "章朔（整理）"
    assert article_rows(page.sheet())[0].author_line == "柴令；岑霁"


def test_the_page_of_a_turn_line_is_a_field_of_its_article(turned):
    first, second = article_rows(turned.sheet())
    assert (first.turn, first.continues_on, first.continued_from) == (("(下转第十二版)",), "12", "")
    assert first.turned == ("", "下转第12版")
    assert (second.turn, second.continues_on, second.turned) == ((), "", ("", ""))


def test_a_heading_of_two_lines_is_one_with_its_lines(page):
    first = page.at("＝灯亮着＝")
    page.role("街坊说，路好走了。", "subhead")
    page.decide(Place(page.at("街坊说，路好走了。"), Point("", first.end), "line"))
    page.role("临河老街昨晚亮灯", "headline")
    page.role("老街添新灯", "headline")
    row = article_rows(page.sheet())[0]
    assert row.headline == "老街添新灯 临河老街昨晚亮灯"
    assert row.headline_lines == ("老街添新灯", "临河老街昨晚亮灯")
    assert row.body[-1].lines == ("＝灯亮着＝", "街坊说，路好走了。")
    assert row.body[-1].text == "＝灯亮着＝ 街坊说，路好走了。"
    assert row.body[0].lines == ()
    assert row.subheads == (row.body[-1].text,)


def test_subheads_of_their_own_stay_two(page):
    page.role("街坊说，路好走了。", "subhead")
    page.decide(Place(page.at("街坊说，路好走了。"), None, "paragraph"))
    row = article_rows(page.sheet())[0]
    assert row.subheads == ("＝灯亮着＝", "街坊说，路好走了。")
    assert [one.lines for one in row.body[-2:]] == [(), ()]


def test_printed_errors_are_kept_and_noted_or_put_right(page):
    row = article_rows(page.sheet())[1]
    assert "青石扳。" in row.text
    assert row.printed == ("“扳”应为“板”",)
    row = article_rows(page.sheet(correct=True))[1]
    assert "青石板。" in row.text
    assert row.printed == ("“扳”应为“板”",)


def test_printed_error_without_a_right_reading_is_noted_only(page):
    page.decide(Label("printed", (page.at("青石"),), ""))
    row = article_rows(page.sheet(correct=True))[1]
    assert row.printed == ("“青石”", "“扳”应为“板”")
    assert "青石板" in row.text


def test_rubric_is_a_label_in_the_article(page):
    page.decide(Label("rubric", (page.at("小桥修好了"),), "市井"))
    assert [row.rubric for row in article_rows(page.sheet())] == ["", "市井"]


def test_page_without_decisions_is_one_article_named_by_its_first_line(raw):
    (row,) = article_rows(raw.sheet())
    assert (row.title, row.headline, row.byline) == ("河岸晚报 2025年9月16日 第3版 要闻", "", "")
    assert row.id == "page_01"


def test_split_quote_is_one_row_with_its_pieces(page):
    (row,) = quote_rows(page.sheet())
    assert row.id == "河岸晚报_20250916_03_01_001"
    assert row.text == "这盏灯是我爷爷挂上去的。"
    assert (row.speaker, row.speaker_kind, row.posts) == ("田禾", "person", ("店主",))
    assert (row.mention, row.cue) == ("店主田禾", "说")
    assert row.before == "本报讯 昨晚，临河老街的灯亮了。“"
    assert row.after == "”店主田禾说，“它一直没有灭。”"
    assert (row.paragraph, len(row.content), row.characters) == (1, 2, 12)
    assert "；" in places(row.content)


def test_quote_carries_who_decided_it_and_what_was_claimed(page):
    verdict = quote_rows(page.sheet())[0].verdict
    assert (verdict.state, verdict.editor, verdict.note) == ("accepted", "岑霁", "听过录音")
    assert verdict.time == "2025-09-16T05:20:00Z"
    assert verdict.score == 0.9312
    assert verdict.why == "“说”跟在引号内的话之后，店主田禾是其主语。"


def test_quote_in_a_caption_has_context_and_no_paragraph(page):
    page.decide(Label("quote", (page.at("老街亮灯"),), {"kind": "indirect"}))
    row = next(row for row in quote_rows(page.sheet()) if row.kind == "indirect")
    assert (row.before, row.after, row.paragraph) == ("9月15日，", "。河岸晚报记者 全小满摄", 0)


def test_inserted_words_are_marked_among_the_places(page):
    assert places((page.at("扳"), Typed("e" * 32, 0, 3))).endswith("；+0-3")


def test_quote_outside_all_articles_has_no_article(page):
    sheet = page.sheet()
    quote = replace(sheet.edition.quotes[0], article=0, id="x")
    row = quote_rows(replace(sheet, edition=replace(sheet.edition, quotes=(quote,))))[0]
    assert (row.article_id, row.title, row.paragraph) == ("", "", 0)
    assert row.id == "河岸晚报_20250916_03_00_001"


def test_printed_dateline_is_taken_as_it_is(page):
    page.role("街坊说，路好走了。", "dateline")
    assert article_rows(page.sheet())[0].dateline == "街坊说，路好走了。"


@pytest.mark.parametrize(
    ("words", "authors", "note"),
    [
        ("本报临河9月15日电(记者田青)昨晚亮灯。", ("田青",), "记者"),
        ("昨晚亮灯。（本报记者田青整理）", ("田青",), "本报记者；整理"),
        ("昨晚亮灯（见图）。", (), ""),
        ("昨晚亮灯。（图片资料）", (), ""),
    ],
)
def test_author_stands_in_brackets_where_there_is_no_byline(words, authors, note):
    (row,) = article_rows(sheet_of(render(Document(words), Ledger())))
    assert (row.authors, row.author_note) == (authors, note)


def test_ranges_of_a_quote_that_touch_are_one(page):
    at = page.at("街坊说，路好走了。").start
    page.decide(
        Label("quote", (Source(at + 4, at + 6), Source(at + 6, at + 9)), {"kind": "indirect"})
    )
    row = quote_rows(page.sheet())[-1]
    assert (row.text, places(row.content)) == ("路好走了。", f"{at + 4}-{at + 9}")


def test_asides_before_the_first_words_belong_to_the_first_article(page):
    page.decide(Place(page.at("老街添新灯"), None, "article"))
    rows = article_rows(page.sheet())
    assert [row.headline for row in rows] == ["临河老街昨晚亮灯", "小桥修好了"]
    assert len(page.sheet().edition.articles[0].asides) == 2


def test_asides_behind_the_last_words_belong_to_the_last_article(raw):
    for words in ("（河岸晚报记者章朔整理）", "小桥的桥板换成了青石扳。"):
        raw.decide(Place(raw.at(words), None, "aside"))
    raw.decide(Place(raw.at("小桥修好了"), None, "article"))
    raw.decide(Place(raw.at("小桥修好了"), None, "article"), Replace(raw.at("小桥修好了").span, ""))
    (article,) = raw.sheet().edition.articles
    assert [line.text for line in article.asides][-1] == "（河岸晚报记者章朔整理）"


def test_page_of_asides_only_is_one_article_without_text(raw):
    page = replace(raw, document=Document("甲\n乙\n"))
    page.decide(Place(page.at("甲"), None, "aside"), Place(page.at("乙"), None, "aside"))
    (row,) = article_rows(page.sheet())
    assert (row.text, row.captions, row.title) == ("", ("甲", "乙"), "")


def person(page, subject: str, **said: object) -> None:
    """Make a project decision about a person."""
    for kind, value in said.items():
        anchor = value if kind == "bind" else ()
        label = Label(f"person.{kind}", anchor, None if kind == "bind" else value, subject)
        page.decide(label, doc=None, text_sha256=None)


def test_speaker_bears_the_name_of_the_register(page):
    person(page, "p1", create=True, name="田禾苗", alias="田禾")
    row = quote_rows(page.sheet())[0]
    assert (row.speaker, row.posts) == ("田禾苗", ("店主",))


def test_quote_bound_to_a_person_is_theirs_whatever_was_found(page):
    page.decide(Label("quote", (page.at("路好走了。"),), {"kind": "indirect", "speaker": None}))
    post = {"text": "居民", "institution": "老街", "date": ""}
    person(page, "p2", create=True, name="辛安", post=post, bind=(page.at("路好走了。"),))
    row = quote_rows(page.sheet())[1]
    assert (row.speaker, row.posts) == ("辛安", ("老街居民",))


def test_person_without_a_name_changes_nothing(page):
    person(page, "p3", create=True, alias="田禾")
    assert quote_rows(page.sheet())[0].speaker == "田禾"
