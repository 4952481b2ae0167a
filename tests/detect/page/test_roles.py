"""Lines come out with their roles, on invented pages whose every role is known."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.batch.analysis import Record, analyse
from brandtool.core.article import propose
from brandtool.core.candidate import Evidence, View
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.detect.page import detect
from brandtool.detect.page.outline import STATES, Outline
from brandtool.detect.page.roles import Role, Roles, begun, headings, settled
from tests.bench.score_roles import Score
from tests.pages.generate import pages

PAGE = """要 闻
临江日报 2024年5月6日 星期一 第4版
老桥新路通到家门口
城南百年石桥修好了
村民出门少绕十里路
——城南石桥修缮见闻
■本报记者 周小棠
城南的百年石桥昨天重新通行，附近三个村的村民出门少绕十里路。
修桥的石匠李大河说，桥面的石板都编了号，能用的一块没有换。
先问走桥的人
动工之前，工程队在桥头摆了一张桌子，听了半个月的意见。
桥头茶摊的老板说，桥断的这两年，生意少了一大半。
图为修好的石桥。周小棠摄
（本报记者周小棠整理）
（下转第12版）
责任编辑：李大河 版式：周小棠"""


@pytest.fixture(scope="module")
def record() -> Record:
    return analyse(Document(PAGE), identifier="page", quotes=False)


def test_every_line_of_a_page_has_its_role(record: Record) -> None:
    told = {PAGE[slice(*one["span"])][:4]: one["role"] for one in record["blocks"]}
    assert told["临江日报"] == "furniture"
    assert told["城南百年"] == "headline"
    assert told["——城南"] == "deck"
    assert told["■本报记"] == "byline"
    assert told["先问走桥"] == "subhead"
    assert told["修桥的石"] == "body"
    assert told["图为修好"] == "caption"
    assert told["（本报记"] == "signoff"
    assert told["（下转第"] == "turn"
    assert told["责任编辑"] == "furniture"


def test_the_page_a_turn_line_names_is_kept(record: Record) -> None:
    found = detect(View(Document(PAGE)))
    (turn,) = [one for one in found if one.kind == "interruption" and "下转" in words(one)]
    assert turn.value == {"role": "turn", "page": "12", "way": "to"}
    assert turn.evidence == Evidence("aside.turn", {"page": "12"})
    (block,) = [one for one in record["blocks"] if one["role"] == "turn"]
    assert (block["page"], block["way"]) == ("12", "to")
    assert sum("page" in one for one in record["blocks"]) == 1
    (row,) = [one for one in record["candidates"] if one.get("page")]
    assert (row["page"], row["way"], row["why"]) == ("12", "to", "sends the reader to page 12")
    assert [(a.get("continues_on"), a.get("continued_from")) for a in record["articles"]] == [
        ("12", None)
    ]


def test_the_lines_of_a_headline_and_of_a_byline_are_tied_and_exported_as_one() -> None:
    text = PAGE.replace("■本报记者 周小棠\n", "■本报记者 周小棠\n■本报通讯员 李大河\n")
    told = [one for one in record_of_text(text)["candidates"] if one["kind"] == "line"]
    assert [one["why"] for one in told] == ["two lines of one heading", "two lines of one byline"]
    rights = [text[one["right"] :].split("\n")[0] for one in told]
    assert rights == ["村民出门少绕十里路", "■本报通讯员 李大河"]
    document = Document(text)
    found = [one for one in detect(View(document)) if one.score >= 0.5]
    (article,) = propose(document, Ledger(()), found, 0.5).articles
    joints = {line.text: line.joint for line in article.lines}
    assert [joints[words] for words in rights] == ["line", "line"]
    assert article.byline == "■本报记者 周小棠 ■本报通讯员 李大河"


@pytest.mark.parametrize(
    ("line", "to", "back"),
    [
        ("下转第4版", "4", None),
        ("转A3版", "A3", None),
        ("▶▶下转 A4 版", "A4", None),
        ("详见第五版", "5", None),
        ("接 A1 版", None, "A1"),
        ("（紧接第二版）", None, "2"),
    ],
)
def test_a_line_that_sends_to_a_page_is_a_turn_line_in_any_form(line, to, back) -> None:
    record = record_of_text(PAGE.replace("（下转第12版）", line))
    (role,) = [one["role"] for one in record["blocks"] if one["span"] == turn_span(line)]
    assert role == "turn"
    (article,) = record["articles"]
    assert (article.get("continues_on"), article.get("continued_from")) == (to, back)


def turn_span(line: str) -> list[int]:
    start = PAGE.index("（下转第12版）")
    return [start, start + len(line)]


def test_a_turn_line_back_says_so() -> None:
    text = PAGE.replace("（下转第12版）", "（上接第一版）")
    (turn,) = [one for one in detect(View(Document(text))) if "上接" in words(one)]
    assert turn.value == {"role": "turn", "page": "1", "way": "from"}
    assert turn.evidence == Evidence("aside.turn.from", {"page": "1"})


def test_a_turn_line_without_a_page_names_none() -> None:
    text = PAGE.replace("（下转第12版）", "（下转）")
    (turn,) = [one for one in detect(View(Document(text))) if "下转" in words(one)]
    assert turn.evidence == Evidence("aside.turn.bare")
    assert not [one for one in record_of_text(text)["candidates"] if "page" in one]


def record_of_text(text: str) -> Record:
    return analyse(Document(text), identifier="page", quotes=False)


def words(one: object) -> str:
    parts = getattr(one, "parts", ())
    return "".join(source.text for part in parts for source in part.anchor)


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_roles_of_invented_pages_are_read(half: str) -> None:
    score = Score()
    for page in pages(half, 7):
        score.add(page)
    right = sum(n for (true, told), n in score.roles.items() if true == told)
    assert right >= 0.93 * sum(score.roles.values())
    assert score.starts.right >= 0.85 * max(score.starts.true, score.starts.found)


def test_a_line_that_goes_on_a_sentence_has_the_role_of_its_beginning() -> None:
    roles = Roles({0: Role("headline", 0.9), 1: Role("item", 0.9), 2: Role("subhead", 0.6)})
    told = settled(roles, [(0, 1, 2)], [(1, 2)])
    assert [told[k].name for k in range(3)] == ["headline", "item", "item"]


def test_a_cut_sentence_is_no_heading() -> None:
    roles = Roles({0: Role("body", 0.9), 1: Role("subhead", 0.6), 2: Role("body", 0.9)})
    told = settled(roles, [(0, 1, 2)], [(1, 2)])
    assert [told[k].name for k in range(3)] == ["body", "body", "body"]


def test_head_lines_within_an_article_are_lines_of_its_text() -> None:
    names = ("headline", "body", "headline", "deck", "summary", "byline")
    roles = Roles({k: Role(name, 0.7) for k, name in enumerate(names)})
    told = settled(roles, [tuple(range(6))], [])
    assert [told[k].name for k in range(6)] == [
        "headline", "body", "subhead", "item", "body", "byline",
    ]  # fmt: skip


def test_a_subhead_that_begins_an_article_is_its_headline() -> None:
    roles = Roles({0: Role("headline", 0.9), 1: Role("body", 0.9), 2: Role("subhead", 0.6)})
    assert settled(roles, [(0, 1), (2,)], [])[2].name == "headline"
    assert settled(roles, [(0, 1, 2)], [])[2].name == "subhead"


def test_lines_of_a_heading_are_tied_only_where_they_stand_together() -> None:
    roles = Roles(ties={(0, 1): 0.8, (2, 3): 0.9})
    told = {k: Role("headline" if k < 3 else "body", 0.9) for k in range(4)}
    assert headings(roles, told, [(0, 1), (2, 3)]) == [(0, 1, 0.8)]


def test_a_headline_under_its_kicker_begins_no_article() -> None:
    single, both = np.zeros((2, len(STATES))), np.zeros((2, len(STATES), len(STATES)))
    kicker, headline = STATES.index("kicker"), STATES.index("headline")
    single[0, kicker] = single[1, headline] = 1.0
    both[1, kicker, headline] = 1.0
    told = Outline(STATES, single, both, ("kicker", "headline"))
    assert told.starts().tolist() == [1.0, 0.0]


def test_a_beginning_is_weighed_with_the_judge_of_heads() -> None:
    told = begun(np.array([0.9, 0.6, 0.1, 0.1]), np.array([0.9, 0.0, 0.95, 0.0]))
    assert told[0] >= 0.9
    assert told[1] < 0.5
    assert told[2] == 0.95
    assert told[3] < 0.1
