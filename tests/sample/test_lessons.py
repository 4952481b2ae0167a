"""The practice page holds everything that it is meant to teach, article by article."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

Record = dict[str, Any]

NEWS, TALK, NOTES, PASSES, BRIEF = range(5)
MARKED = re.compile("“([^“”]*)”")


def words(text: str, spans: list[list[int]]) -> str:
    return "".join(text[start:end] for start, end in spans)


def blocks(truth: Record, article: int | None, *roles: str) -> list[Record]:
    found = [b for b in truth["blocks"] if b["article"] == article and b["role"] in roles]
    return sorted(found, key=lambda block: block["span"])


def start_of(truth: Record, article: int) -> int:
    return blocks(truth, article, "headline")[0]["span"][0]


def copies(truth: Record, number: int) -> list[Record]:
    return [b for b in truth["blocks"] if b.get("copy") == number]


def marked_terms(article: Record) -> list[str]:
    speech = [span for q in article["quotes"] if q["kind"] == "direct" for span in q["content"]]
    found = [m for m in MARKED.finditer(article["clean"]) if [m.start(1), m.end(1)] not in speech]
    return [m.group(1) for m in found]


# --- the news report


def test_report_has_kicker_and_headline_on_one_line(text, truth):
    (line,) = blocks(truth, NEWS, "headline")
    article = truth["articles"][NEWS]
    assert words(text, [line["span"]]) == f"{article['kicker']} {article['headline']}"


def test_report_has_a_byline_with_a_blank_inside_a_name(text, truth):
    (line,) = blocks(truth, NEWS, "byline")
    assert re.search(r"记者 \w{2,3} \w \w$", words(text, [line["span"]]))


def test_caption_cuts_a_direct_quote_in_two(text, truth):
    (caption,) = blocks(truth, NEWS, "caption")
    start, end = caption["span"]
    assert {"span": [start, end], "kind": "caption", "mid_sentence": True} in truth["interruptions"]
    (join,) = [j for j in truth["joins"] if j["left"] < start < j["right"]]
    assert join["kind"] == "over_caption"
    (cut,) = [q for q in truth["quotes"] if [join["left"], join["right"]] in gaps(q)]
    assert cut["kind"] == "direct"


def gaps(quote: Record) -> list[list[int]]:
    return [[a[1], b[0]] for a, b in itertools.pairwise(quote["content"])]


@pytest.mark.parametrize(("wrong", "right"), [(" and ", "和"), ("。", "、")])
def test_report_has_recognition_errors_of_both_kinds(text, truth, wrong, right):
    mine = [e for e in truth["suspects"] if e["article"] == NEWS and e["kind"] == "recognition"]
    assert (wrong, right) in [(words(text, [e["span"]]), e["right"]) for e in mine]


def test_report_names_nine_people_with_long_posts(truth):
    line = next(x for x in truth["articles"][NEWS]["clean"].split("\n") if "260多名" in x)
    people = line.split("等260多名")[0].split(",")
    assert len(people) == 9
    assert all(len(person) >= 14 for person in people)


def test_report_has_a_pronoun_that_speaks_for_the_paragraph_before(truth):
    article = truth["articles"][NEWS]
    quote = next(q for q in article["quotes"] if q["speaker"] == "佘云屏")
    start, end = quote["mention"]
    assert article["clean"][start - 1 : end] == "\n她"


def test_report_ends_with_a_turn_line(text, truth):
    (turn,) = blocks(truth, NEWS, "turn")
    assert words(text, [turn["span"]]) == "(下转第3版)"
    assert turn["order"] is None and turn["span"][1] < start_of(truth, TALK)


def test_report_has_many_terms_in_marks_that_are_no_speech(truth):
    assert len(marked_terms(truth["articles"][NEWS])) >= 20


# --- the interview


def test_interview_has_a_deck_and_two_subheads_of_two_lines(text, truth):
    (deck,) = blocks(truth, TALK, "deck")
    assert words(text, [deck["span"]]).startswith("——访")
    lines = [block["span"] for block in blocks(truth, TALK, "subhead")]
    assert len(lines) == 4
    assert all(text[lines[i][1] : lines[i + 1][0]] == "\n" for i in (0, 2))


def test_interview_announces_its_dashed_items(text, truth):
    starts = [text[b["span"][0] :][:2] for b in blocks(truth, TALK, "item")]
    assert starts.count("——") == 3
    first = blocks(truth, TALK, "item")[0]["span"][0]
    assert text[:first].rstrip().endswith("三道坎:")


def test_interview_is_cut_by_four_column_ends(text, truth):
    cuts = [j for j in truth["joins"] if j["kind"] == "column"]
    assert len(cuts) == 4
    for cut in cuts:
        assert start_of(truth, TALK) < cut["left"] < cut["right"] < start_of(truth, NOTES)
        assert text[cut["left"] : cut["right"]] == "\n\n"
        assert text[cut["left"] - 1] not in "。?!”"


def test_interview_lacks_one_closing_mark(text, truth):
    lines = [text[slice(*b["span"])] for b in blocks(truth, TALK, "body")]
    unclosed = [line for line in lines if line.count("“") > line.count("”")]
    (error,) = [e for e in truth["suspects"] if e["article"] == TALK]
    assert error["right"] == words(text, [error["span"]]) + "”"
    assert len([line for line in unclosed if "瞿敬渚说" in line]) == 1
    clean = truth["articles"][TALK]["clean"]
    assert clean.count("“") == clean.count("”")


def test_interview_has_turns_of_question_and_answer(truth):
    article = truth["articles"][TALK]
    turns = re.findall(r"^(记者|瞿敬渚):", article["clean"], re.M)
    assert turns == ["记者", "瞿敬渚"] * 3
    labelled = [q for q in article["quotes"] if q["kind"] == "direct" and q["cue"] is None]
    assert len([q for q in labelled if article["clean"][q["content"][0][0] - 1] == ":"]) == 6
    assert [len(q["content"]) for q in labelled].count(2) == 1


# --- the compiled piece


def test_last_paragraph_of_the_compiled_piece_stands_twice_before_its_headline(text, truth):
    (move,) = truth["moves"]
    last = truth["articles"][NOTES]["text"].split("\n")[-1]
    assert words(text, [move["span"]]) == last
    (copy,) = copies(truth, 1)
    assert copy["span"][0] < move["span"][0] < start_of(truth, NOTES) < move["after"]
    assert text[move["after"] - 1] == "。"
    end = last.index("(苇川日报记者柴令仪整理)")
    assert words(text, [copy["span"]]) == last[:end]
    assert last.endswith("整理)")
    assert truth["articles"][NOTES]["byline"] == ""


def test_compiled_piece_has_a_look_alike_slip(text, truth):
    (error,) = [e for e in truth["suspects"] if e["article"] == NOTES]
    assert (words(text, [error["span"]]), error["right"]) == ("己", "已")


def test_statement_of_the_report_is_made_again_in_the_compiled_piece(text, truth):
    (same,) = truth["same"]
    first, second = same["spans"]
    assert text[slice(*first)] == text[slice(*second)]
    assert re.findall(r"\d+", text[slice(*first)]) == ["18", "23"]
    assert start_of(truth, NEWS) < first[0] < start_of(truth, TALK)
    assert start_of(truth, NOTES) < second[0] < start_of(truth, PASSES)


# --- the piece in five points


def test_five_points_stand_before_the_headline_in_place_and_again(text, truth):
    lines = truth["articles"][PASSES]["text"].split("\n")
    assert [line[:2] for line in lines[-4:]] == ["二是", "三是", "四是", "五是"]
    assert "指出,一是" in lines[-5]
    before, again = copies(truth, 2), copies(truth, 3)
    assert [words(text, [b["span"]]) for b in again] == lines[-3:]
    assert [words(text, [b["span"]])[:2] for b in before] == ["三是", "四是", "五是"]
    place = blocks(truth, PASSES, "item")[-1]["span"][1]
    assert before[-1]["span"][1] < start_of(truth, PASSES) < place < again[0]["span"][0]


def test_copies_before_the_headline_have_three_slips_of_one_character(text, truth):
    spans = [b["span"] for b in copies(truth, 2)]
    assert len(truth["slips"]) == 3
    for slip, (start, end) in zip(truth["slips"], spans, strict=True):
        assert start <= slip["span"][0] and slip["span"][1] <= end
        read = words(text, [slip["span"]])
        assert sum(a != b for a, b in zip(read, slip["right"], strict=True)) == 1


def test_a_stub_stands_after_the_second_run(text, truth):
    (stub,) = copies(truth, 4)
    original = truth["articles"][PASSES]["text"].split("\n")[-3]
    read = words(text, [stub["span"]])
    assert original.startswith(read) and 20 < len(read) < len(original)
    assert copies(truth, 3)[-1]["span"][1] < stub["span"][0] < start_of(truth, BRIEF)


# --- the brief


def test_brief_is_wrapped_to_a_narrow_column(text, truth):
    lines = blocks(truth, BRIEF, "body")
    wraps = {join["left"] for join in truth["joins"]}
    inner = [b["span"] for b in lines if b["span"][1] in wraps]
    assert len(inner) >= 18
    assert all(14 <= end - start <= 22 for start, end in inner)
    ends = [b["span"][1] - b["span"][0] for b in lines if b["span"][1] not in wraps]
    assert len(ends) == 4 and max(ends) <= 16


def test_brief_has_foreign_minority_and_unnamed_people(truth):
    article = truth["articles"][BRIEF]
    assert len(re.findall(r"\w·\w", article["clean"])) >= 3
    speakers = {quote["speaker"] for quote in article["quotes"]}
    assert speakers >= {
        "伊尔莎·范霍文",
        "古丽扎尔·托合塔洪",
        "拉姆央措",
        "不愿透露姓名的船员",
        "云碓县文旅部门有关负责人",
    }


def test_an_advert_stands_inside_a_word_of_the_brief(text, truth):
    (advert,) = blocks(truth, None, "advert")
    (join,) = [j for j in truth["joins"] if j["kind"] == "over_advert"]
    assert join["left"] < advert["span"][0] < advert["span"][1] < join["right"]
    assert text[join["left"] - 1] + text[join["right"]] == "恢复"


def test_brief_keeps_its_one_printed_error(text, truth):
    (error,) = [e for e in truth["suspects"] if e["kind"] == "printed"]
    assert (words(text, [error["span"]]), error["right"]) == ("励", "厉")
    assert "再接再励" in truth["articles"][BRIEF]["clean"]
