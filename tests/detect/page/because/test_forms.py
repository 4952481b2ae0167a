"""Why a line has its role: each cost by itself, and the roles of a page."""

from __future__ import annotations

import pytest

from brandtool.core.candidate import View
from brandtool.core.document import Document
from brandtool.detect.page import detect
from brandtool.detect.page.because import forms
from brandtool.detect.page.because.forms import COSTS, Spot
from tests.detect.page.because.lines import lines

TEXT = "渡口的老船工说，今年春汛来得早，第一班船比往年提前了整整十天开航，头一天就坐满了人。"
BY_CODE = {cost.code: cost for cost in COSTS}


def spot(*rows: str, at: int = 0) -> Spot:
    return Spot(lines(*rows), at)


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("form.note", "编者按：渡口的灯又亮了。"),
        ("form.summary", "核心提示：渡口的灯又亮了。"),
        ("form.byline", "■本报记者 柴令"),
        ("form.writer", "文/柴令 图/全小满"),
        ("form.names", "柴令 李小满"),
        ("form.signed", "（本报记者柴令整理）"),
        ("form.dateline", "本报讯"),
        ("form.pointed", "图为渡口新貌。"),
        ("form.picture", "渡口新貌。全小满 摄"),
        ("form.staff", "责任编辑：柴令 版式：全小满"),
        ("form.folio", "2025年9月16日 星期二 第2版"),
        ("form.rubric", "要 闻"),
        ("form.contact", "咨询电话：0123-4567890"),
        ("form.notice", "遗失声明"),
        ("form.short_line", "先问船上的人"),
    ],
)
def test_a_line_shows_what_it_is_by_its_own_form(code: str, row: str) -> None:
    assert BY_CODE[code].told(spot(row)) is not None
    assert BY_CODE[code].told(spot(TEXT)) is None


def test_a_paragraph_follows_it() -> None:
    assert forms.text_below(spot("小标", TEXT)) == {}
    assert forms.text_below(spot("小标", "短行")) is None
    assert forms.text_below(spot("小标")) is None


def test_the_line_above_ends_its_sentence() -> None:
    assert forms.sentence_above(spot(TEXT, "小标", at=1)) == {}
    assert forms.sentence_above(spot("还没有", "小标", at=1)) is None
    assert forms.sentence_above(spot("小标")) is None


def test_a_dash_or_a_dot_opens_it() -> None:
    assert forms.dashed(spot("——渡口的灯")) == {"mark": "——"}
    assert forms.dashed(spot("●渡口的灯")) == {"mark": "●"}
    assert forms.dashed(spot(TEXT)) is None


def test_the_number_of_a_list_opens_it() -> None:
    assert forms.numbered(spot("二是把灯点亮。")) == {"mark": "二是"}
    assert forms.numbered(spot("三、把灯点亮")) == {"mark": "三"}
    assert forms.numbered(spot(TEXT)) is None


def test_its_number_goes_on_or_is_gone_on_with() -> None:
    assert forms.counts_on(spot("一是点灯。", "二是修桥。")) == {}
    assert forms.counts_on(spot("一是点灯。", "二是修桥。", at=1)) == {}
    assert forms.counts_on(spot("一是点灯。", "四是修桥。")) is None
    assert forms.counts_on(spot(TEXT, "二是修桥。")) is None


def test_a_line_near_it_begins_alike() -> None:
    assert forms.alike(spot("——点灯", TEXT, "——修桥")) == {}
    assert forms.alike(spot("——点灯", TEXT)) is None
    assert forms.alike(spot(TEXT, TEXT)) is None


def test_a_short_line_stands_above_it() -> None:
    assert forms.heading_above(spot("先问船上的人", "再问岸上的人", at=1)) == {}
    assert forms.heading_above(spot(TEXT, "再问岸上的人", at=1)) is None
    assert forms.heading_above(spot("再问岸上的人")) is None


def test_it_stands_at_an_end_of_the_page() -> None:
    page = [TEXT] * 9
    assert forms.top(spot(*page, at=0)) == forms.bottom(spot(*page, at=8)) == {}
    assert forms.top(spot(*page, at=4)) is forms.bottom(spot(*page, at=4)) is None


def test_a_notice_stands_beside_it() -> None:
    assert forms.notices_near(spot("柴令", "遗失声明")) == {}
    assert forms.notices_near(spot("柴令", TEXT)) is None


PAGE = f"""渡口的灯又亮了
■本报记者 柴令
{TEXT}
先问船上的人
{TEXT[::-1]}
一是把灯点亮，让夜里摆渡的人看得见岸，让等船的人心里不慌。
二是把桥修好，让两岸的人雨天也走得过来，不必再绕十里的路。
图为渡口新貌。全小满 摄
（下转第12版）
责任编辑：柴令 版式：全小满"""


def test_every_role_of_a_page_is_told_by_what_is_so_of_its_line() -> None:
    document = Document(PAGE)
    page = lines(*PAGE.split("\n"))
    for one in detect(View(document)):
        if one.kind not in ("role", "interruption"):
            continue
        at = document.block_at(one.spans[0].start).index
        for told in one.evidence.all:
            cost = BY_CODE.get(told.code)
            if cost is not None:
                assert cost.told(Spot(page, at)) == told
            else:
                assert told.code in ("form.place", "aside.turn")


def test_a_turn_line_tells_its_page_first() -> None:
    (turn,) = [one for one in detect(View(Document(PAGE))) if "下转" in one.parts[0].anchor[0].text]
    assert (turn.evidence.code, turn.evidence.values) == ("aside.turn", {"page": "12"})


def test_a_caption_tells_which_sentence_it_cuts() -> None:
    half = len(TEXT) // 2 + 3
    rows = ["渡口的灯又亮了", "■本报记者 柴令", TEXT[:half], "图为渡口新貌。全小满 摄", TEXT[half:]]
    (one,) = [c for c in detect(View(Document("\n".join(rows)))) if c.kind == "interruption"]
    told = one.evidence
    assert told.code == "aside.cuts"
    assert TEXT[:half].endswith(str(told.values["left"]))
    assert TEXT[half:].startswith(str(told.values["right"]))
