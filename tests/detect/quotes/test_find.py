"""Quotes of one clean article: words, kind, verb, mention and speaker."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandtool.detect.quotes import SENTENCES, Found, find_quotes


def told(text: str, roles: list[str] | None = None) -> list[tuple[str, list[str], str | None]]:
    return [
        (one.kind, [text[s.start : s.end] for s in one.content], one.speaker)
        for one in find_quotes(text, roles=roles)
    ]


def only(text: str) -> Found:
    found = find_quotes(text)
    assert len(found) == 1, found
    return found[0]


LEAD = "海东市水利局局长陈立群昨天到大坝检查。"


def test_a_verb_before_the_marks_names_the_speaker() -> None:
    text = "海东市水利局局长陈立群说：“大坝很安全，请大家放心。”"
    one = only(text)
    assert one.kind == "direct"
    assert text[slice(*one.content[0])] == "大坝很安全，请大家放心。"
    assert one.cue is not None and text[slice(*one.cue)] == "说"
    assert one.mention is not None and text[slice(*one.mention)] == "陈立群"
    assert (one.speaker, one.speaker_kind) == ("陈立群", "person")
    assert one.posts == ("海东市水利局局长",)


@pytest.mark.parametrize("marks", ["“”", "「」", "『』", '""'])
def test_all_marks_and_half_width_punctuation_are_alike(marks: str) -> None:
    text = f"{marks[0]}大坝很安全,请大家放心。{marks[1]}局长陈立群说。"
    assert told(text) == [("direct", ["大坝很安全,请大家放心。"], "陈立群")]


def test_a_split_quotation_is_one_quote_with_two_ranges() -> None:
    text = "“大坝很安全。”局长陈立群说，“请大家放心回家。”"
    assert told(text) == [("direct", ["大坝很安全。", "请大家放心回家。"], "陈立群")]


def test_reported_words_end_with_their_sentence() -> None:
    text = "局长陈立群表示，大坝很安全，可以放心。游客王芳拍了几张照片。"
    kind, words, speaker = told(text)[0]
    assert (kind, speaker) == ("indirect", "陈立群")
    assert words[0] == "大坝很安全，可以放心。"


def test_marked_and_unmarked_words_under_one_verb_are_two_quotes() -> None:
    text = "“大坝很安全。”局长陈立群说，今年的汛期会比往年早半个月。"
    assert [kind for kind, _, _ in told(text)] == ["direct", "indirect"]
    assert {speaker for _, _, speaker in told(text)} == {"陈立群"}


def test_a_pronoun_means_the_person_in_focus() -> None:
    text = LEAD + "\n他说：“大坝很安全，请大家放心。”"
    assert told(text) == [("direct", ["大坝很安全，请大家放心。"], "陈立群")]


def test_the_addressee_is_not_the_speaker() -> None:
    text = "局长陈立群对游客王芳说：“大坝很安全，请大家放心。”"
    assert told(text)[0][2] == "陈立群"


def test_an_unnamed_source_keeps_its_description() -> None:
    one = only("一位业内人士告诉记者，这种做法在行业里很常见。")
    assert (one.speaker, one.speaker_kind) == ("业内人士", "unnamed")


def test_an_organisation_speaks() -> None:
    one = only("海东市中级人民法院表示，此案将于下月公开审理。")
    assert (one.speaker, one.speaker_kind) == ("海东市中级人民法院", "organisation")


def test_terms_titles_and_slogans_are_left_alone() -> None:
    text = "论坛以“绿色发展”为主题。这里被称为“天然氧吧”，开展了“清洁家园”行动。"
    assert told(text) == []


def test_a_term_that_owns_a_noun_is_no_quotation() -> None:
    text = "会长杨志明表示，“酒香不怕巷子深”的时代已经过去。"
    assert all(kind != "direct" for kind, _, _ in told(text))


def test_bylines_and_headlines_never_speak() -> None:
    text = "陈立群：大坝很安全\n本报记者 王大为\n昨天天气晴朗，游客很多。"
    assert told(text, ["headline", "byline", "body"]) == []


def test_interview_turns_are_direct_without_marks() -> None:
    text = "记者：大坝安全吗？\n陈立群：很安全。\n我们每天检查两次。\n记者：谢谢您。"
    found = told(text, ["body"] * 4)
    assert [(kind, words) for kind, words, _ in found] == [
        ("direct", ["大坝安全吗？"]),
        ("direct", ["很安全。", "我们每天检查两次。"]),
        ("direct", ["谢谢您。"]),
    ]


def test_a_list_over_paragraphs_belongs_to_its_verb() -> None:
    text = "局长陈立群指出，一是加强巡查，不留死角。\n二是备足物资，以防万一。\n会议昨天结束。"
    _, words, speaker = told(text)[0]
    assert speaker == "陈立群"
    assert words[-1] == "二是备足物资，以防万一。"


def test_an_unpaired_mark_costs_one_quotation_only() -> None:
    text = (
        "局长陈立群说：“大坝很安全，请大家放心。游客王芳说：“我们也很放心，谢谢你们。”\n"
        "村民李秀兰说：“今年的收成比去年好多了。”"
    )
    found = told(text)
    assert ("direct", ["我们也很放心，谢谢你们。"], "王芳") in found
    assert ("direct", ["今年的收成比去年好多了。"], "李秀兰") in found


def test_a_repeated_opening_mark_goes_on_with_one_quotation() -> None:
    text = "局长陈立群说：“大坝很安全，请大家放心。\n“我们每天都会检查两次。”"
    assert told(text) == [
        ("direct", ["大坝很安全，请大家放心。", "我们每天都会检查两次。"], "陈立群")
    ]


def test_what_the_writer_thinks_is_no_quotation() -> None:
    assert told("我们认为，这项工作应当继续做下去。") == []


def test_alternatives_are_ranked_without_the_speaker() -> None:
    text = "局长陈立群说：“大坝很安全，请放心。”\n游客王芳说：“那就好，我们明天再来。”"
    first = find_quotes(text)[0]
    assert first.alternatives[0] == "王芳"
    assert first.speaker not in first.alternatives


def test_every_evidence_has_its_sentence_and_its_values() -> None:
    text = "局长陈立群说：“大坝很安全，请放心。”\n村民李秀兰表示，今年收成好。\n“真好！”"
    for one in find_quotes(text):
        assert SENTENCES[one.evidence.code].format(**one.evidence.values)
        assert 0.0 <= one.score <= 1.0


def test_the_same_text_gives_the_same_quotes() -> None:
    text = LEAD + "他说：“大坝很安全。”游客王芳认为，这里风景很好。"
    assert find_quotes(text) == find_quotes(text)


_PIECES = [*'“”「」"他说，。：\n 据·（）《', "局长陈立群", "表示", "大坝很安全", "——", "一是"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60))
def test_any_text_gives_spans_inside_it_and_never_raises(pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in find_quotes(text):
        spans = [*one.content, *filter(None, (one.cue, one.mention))]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert list(one.content) == sorted(one.content)
        json.dumps(dict(one.evidence.values))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "“" * 5000 + "甲" + "”" * 5000,
        "“" * 20000,
        '"a' * 10000,
        "《" * 20000,
        "·" * 9000,
    ],
)
def test_hostile_marks_raise_nothing(text: str) -> None:
    assert find_quotes(text) == ()


@pytest.mark.parametrize(
    "text", ["“" * 100_000, '"' * 100_001, "”" * 100_000, "“‘" * 2_500 + "’”" * 2_500, "「" * 5_000]
)
def test_very_many_marks_raise_nothing(text: str) -> None:
    assert find_quotes(text) == ()
