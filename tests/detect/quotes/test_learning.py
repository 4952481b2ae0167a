"""What the editor answers changes the rest of the page at once, and nothing already answered."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

from brandtool.core.article import render
from brandtool.core.candidate import Candidate, View
from brandtool.core.claim import about
from brandtool.core.decision import Decision, Label, Source, Verb
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.proposal import effects_of
from brandtool.core.quote import quote_value
from brandtool.detect.quotes import detect


class Page:
    """One page, what is proposed on it, and the answers given so far."""

    def __init__(self, text: str) -> None:
        self.document = Document(text)
        self.decisions: tuple[Decision, ...] = ()

    def found(self) -> tuple[Candidate, ...]:
        edition = render(self.document, Ledger())
        return detect(View(self.document, self.decisions, edition))

    def open(self) -> tuple[Candidate, ...]:
        answered = {decision.cand for decision in self.decisions}
        return tuple(one for one in self.found() if one.id not in answered)

    def one(self, words: str) -> Candidate:
        fits = [one for one in self.found() if words in self.words(one)]
        assert len(fits) == 1, [self.words(one) for one in self.found()]
        return fits[0]

    def words(self, one: Candidate, role: str = "content") -> str:
        part = one.part(role)
        return "|".join(self.document.quote(span) for span in part.spans) if part else ""

    def speakers(self) -> dict[str, object]:
        return {self.words(one): said(one)["speaker"] for one in self.open()}

    def answer(self, one: Candidate, verb: Verb, *, content: str = "", **value: str | None) -> None:
        effects = effects_of(self.document, one) if verb != "keep" else ()
        if content:
            start = self.document.text.index(content)
            anchor = (Source(start, start + len(content), content),)
            effects = (Label("quote", anchor, quote_value(one)),)
        changed = []
        for effect in effects:
            assert isinstance(effect, Label) and isinstance(effect.value, Mapping)
            changed.append(replace(effect, value={**effect.value, **value}))
        number = len(self.decisions) + 1
        self.decisions += (
            Decision(
                f"{number:032x}", "r", number, number, f"a{number}", verb, "quote", doc="d",
                text_sha256=self.document.sha256, cand=one.id,
                effects=(*changed, about(one)),
            ),
        )  # fmt: skip


def said(one: Candidate) -> Mapping[str, object]:
    assert isinstance(one.value, dict)
    return one.value


def code(one: Candidate) -> str:
    return one.evidence.code


def marked(page: Page, words: str) -> list[Candidate]:
    return [o for o in page.open() if words in page.words(o) and said(o)["kind"] == "direct"]


TERM = (
    "局长陈立群到海东大坝检查。\n"
    "“大坝要人人守，安全要天天讲！”他在会上说。\n"
    "陈立群说，“大坝要人人守，安全要天天讲！”今年还要继续。\n"
    "“水位已经降下来了，请大家放心。”陈立群说。\n"
)


def test_the_same_words_in_marks_are_asked_once_if_they_are_no_speech() -> None:
    page = Page(TERM)
    first = [one for one in page.found() if "人人守" in page.words(one)]
    assert len(first) == 2 and all(said(one)["kind"] == "direct" for one in first)
    page.answer(first[0], "keep")
    assert not marked(page, "人人守")
    assert marked(page, "水位")


def test_a_kind_answered_none_is_not_speech_either() -> None:
    page = Page(TERM)
    first = [one for one in page.found() if "人人守" in page.words(one)]
    page.answer(first[1], "amend", kind="none")
    assert not marked(page, "人人守")


def test_marked_words_said_to_be_of_another_kind_are_no_quotation_of_their_own_elsewhere() -> None:
    page = Page(TERM)
    first = [one for one in page.found() if "人人守" in page.words(one)]
    page.answer(first[0], "amend", kind="mixed")
    assert not marked(page, "人人守")


def test_what_is_put_off_stays_as_it_was_and_teaches_nothing() -> None:
    page = Page(DESCRIBED)
    before = page.found()
    page.answer(page.one("已经加固"), "defer", speaker="何文静")
    assert page.found() == before


DESCRIBED = (
    "海东市水利局副局长周海涛和办公室主任何文静一起到场。\n"
    "该负责人说，大坝已经加固，可以放心。\n"
    "检查持续了三个小时。该负责人表示，今年的汛期会比往年早半个月。\n"
    "一位村民说，水位降得很快。\n"
)


def test_a_description_means_whom_the_editor_named() -> None:
    page = Page(DESCRIBED)
    page.answer(page.one("已经加固"), "amend", speaker="何文静", speaker_kind="person")
    told = page.one("汛期")
    assert said(told)["speaker"] == "何文静"
    assert code(told) == "quote.decided.speaker"
    assert told.evidence.values["like"] == "大坝已经加固，可"
    assert said(page.one("降得很快"))["speaker"] != "何文静"


def test_the_answer_nearest_before_holds() -> None:
    page = Page(DESCRIBED + "第二天，该负责人介绍说，闸门已经修好，抢险物资也已备足。\n")
    page.answer(page.one("已经加固"), "amend", speaker="何文静", speaker_kind="person")
    page.answer(page.one("汛期"), "amend", speaker="周海涛", speaker_kind="person")
    assert said(page.one("闸门"))["speaker"] == "周海涛"


PRONOUNS = (
    "局长陈立群昨天会见了村民代表李秀兰。\n"
    "他说，大坝已经加固，可以放心。\n"
    "他还说，抢险物资也已备足。\n"
    "周海涛昨天也到了大坝。他说，水位降得很快。\n"
)


def test_a_pronoun_that_stands_for_the_same_words_follows_and_others_do_not() -> None:
    page = Page(PRONOUNS)
    first = page.one("已经加固")
    wrong = "李秀兰" if said(first)["speaker"] == "陈立群" else "陈立群"
    page.answer(first, "amend", speaker=wrong, speaker_kind="person")
    told = page.one("抢险")
    assert said(told)["speaker"] == wrong
    assert code(told) == "quote.decided.speaker"
    assert said(page.one("降得很快"))["speaker"] == "周海涛"


def test_a_pronoun_carries_the_place_of_whom_it_stands_for() -> None:
    page = Page(PRONOUNS)
    assert page.words(page.one("降得很快"), "antecedent") == "周海涛"
    assert page.one("降得很快").part("mention") is not None


def test_a_name_means_the_same_person_in_every_article_of_the_page() -> None:
    page = Page(
        "大坝检查\n\n戈尔丁说，大坝很安全，可以放心。\n\n戈尔丁表示，今年的汛期会比往年早半个月。\n"
    )
    page.answer(page.one("可以放心"), "amend", speaker="伊恩·戈尔丁", speaker_kind="person")
    assert said(page.one("汛期"))["speaker"] == "伊恩·戈尔丁"


def test_a_full_name_that_was_the_wrong_word_is_right_elsewhere() -> None:
    page = Page(
        "大坝检查由陈立群主持。陈立群说，大坝已经加固，可以放心。\n"
        "陈立群表示，今年的汛期会比往年早半个月。\n"
    )
    page.answer(page.one("已经加固"), "amend", speaker="周海涛", speaker_kind="person")
    assert said(page.one("汛期"))["speaker"] == "陈立群"


EXTENT = (
    "局长陈立群表示，大坝很安全，请大家放心。今年的汛期会比往年早半个月。他希望大家早做准备。\n"
    "局长陈立群表示，水库很安全，请村民放心。今年的雨水会比往年早半个月。村民们都很高兴。\n"
)


def test_a_longer_extent_is_proposed_where_the_same_pattern_stands() -> None:
    page = Page(EXTENT)
    first = page.one("大坝很安全")
    if "汛期" in page.words(first):
        shorter = "大坝很安全，请大家放心。"
        page.answer(first, "amend", content=shorter)
        assert "雨水" not in page.words(page.one("水库很安全"))
    else:
        page.answer(first, "amend", content="大坝很安全，请大家放心。今年的汛期会比往年早半个月。")
        assert "雨水" in page.words(page.one("水库很安全"))
    assert code(page.one("水库很安全")) == "quote.decided.words"


def test_a_mark_cut_off_at_the_end_is_cut_off_elsewhere() -> None:
    page = Page(
        "“大坝很安全，请大家放心。”局长陈立群说。\n王大海说：“水位已经降下来了，请放心。”\n"
        "王大海表示，村民的房子都没有事。\n"
    )
    page.answer(page.one("大坝很安全"), "amend", content="大坝很安全，请大家放心")
    assert page.words(page.one("水位")) == "水位已经降下来了，请放心"
    assert code(page.one("水位")) == "quote.decided.extent"
    assert page.words(page.one("房子")).endswith("。")


UNITS = ("各部门", "各单位", "各水库", "各村组")


def test_reported_words_that_are_no_speech_make_the_same_pattern_less_likely() -> None:
    page = Page(
        "".join(f"局长陈立群要求{one}做好准备，保证大坝安全。\n" for one in UNITS)
        + "局长陈立群表示，今年的汛期会比往年早半个月。\n"
    )
    page.answer(page.one("各部门"), "keep")
    assert not [one for one in page.open() if "大坝安全" in page.words(one)]
    assert page.one("汛期").score >= 0.9


def test_what_is_answered_stays_as_it_was_claimed() -> None:
    page = Page(DESCRIBED)
    first = page.one("已经加固")
    page.answer(first, "amend", speaker="何文静", content="大坝已经加固")
    again = [one for one in page.found() if one.id == first.id]
    assert again == [first]
    inside = [one for one in page.found() if "加固" in page.words(one)]
    assert inside == [first]


def test_answers_that_agree_change_nothing() -> None:
    page = Page(DESCRIBED + TERM)
    before = page.found()
    for one in before[:3]:
        page.answer(one, "accept")
    assert page.found() == before


def test_a_long_page_learns_within_a_second() -> None:
    many = "".join(
        f"海东市第{n}水库管理员何文静到场。该负责人说，第{n}号闸门已经修好，请大家放心。"
        f"“第{n}号水位已经降下来了。”何文静说。以“安全第{n}”为主题的活动也办了。\n"
        for n in range(150)
    )
    page = Page(many)
    found = page.found()
    page.answer(found[0], "amend", speaker="周海涛", speaker_kind="person")
    page.answer(found[1], "keep")
    start = time.process_time()
    page.found()
    assert time.process_time() - start < 1.0
