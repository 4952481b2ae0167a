"""Where articles begin, seen among the other likely beginnings of the page."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.core.document import Document
from brandtool.detect.page import beginnings, ngrams, outlook, reading, solution
from brandtool.detect.page.beginnings import Seen
from brandtool.detect.page.network import judges

HARBOUR = (
    "临江市昨天开始整修城南的老码头，码头的台阶和栏杆将换成新的，工程明年春天完成。",
    "老码头建成已有七十年，台阶上的青石磨得发亮，栏杆上刻着当年船工的名字。",
)
ORCHARD = (
    "山后的果园今年收了八万斤枇杷，果农说，枇杷个头比往年大，甜度也高出两度。",
    "为了让枇杷卖得远，果园修了冷库，果农们摘下的枇杷当天就能装车运走。",
)


def page(*lines: str) -> reading.Page:
    return reading.read(Document("\n".join(lines)), ngrams.shipped())


def seen(count: int, **likely: float) -> Seen:
    """Let lines begin articles as told: `line3=0.9`."""
    first = np.zeros(count)
    for name, chance in likely.items():
        first[int(name.removeprefix("line"))] = chance
    nothing = np.zeros(count)
    return Seen(first, first, first, first, nothing, nothing, nothing)


def row(told: reading.Page, likely: Seen, at: int) -> dict[str, float]:
    where, rows = beginnings.features(told.lines, likely, told.topics)
    return dict(zip(beginnings.NAMES, rows[where.index(at)].tolist(), strict=True))


def test_a_stretch_about_other_things_differs_more_than_one_about_the_same() -> None:
    apart = page("老码头整修", *HARBOUR, "枇杷丰收", *ORCHARD)
    alike = page("老码头整修", *HARBOUR, "台阶上的青石", *HARBOUR[::-1])
    likely = seen(6, line3=0.9)
    assert row(apart, likely, 3)["alike"] < row(alike, likely, 3)["alike"]
    assert row(apart, likely, 3)["own_gain"] > 0


def test_a_heading_without_the_byline_the_others_have_is_told() -> None:
    told = page(
        "老码头整修", "本报记者 周小棠", *HARBOUR, "台阶上的青石", *HARBOUR,
        "枇杷丰收", "本报记者 李大河", *ORCHARD,
    )  # fmt: skip
    likely = seen(11, line4=0.6, line7=0.9)
    assert row(told, likely, 4)["unlike_bylines"] == 1.0
    assert row(told, likely, 7)["unlike_bylines"] == 0.0


def test_a_stretch_without_text_is_told() -> None:
    told = page("老码头整修", "城南旧貌", *HARBOUR, "枇杷丰收", *ORCHARD)
    likely = seen(7, line1=0.6, line4=0.9)
    assert row(told, likely, 1)["bare_back"] == 1.0
    assert row(told, likely, 4)["bare_back"] == 0.0


def test_headings_of_a_kind_in_one_stretch_are_rivals() -> None:
    told = page("老码头整修", *HARBOUR, "台阶上的青石", HARBOUR[0], "栏杆上的名字", HARBOUR[1])
    likely = seen(7, line3=0.4, line5=0.4)
    assert row(told, likely, 3)["rivals_on"] == 0.5
    assert row(told, likely, 5)["rivals_back"] == 0.5
    assert row(told, seen(7, line3=0.4), 3)["lonely"] == 1.0


def test_lines_that_are_hardly_a_beginning_are_not_looked_at_again() -> None:
    told = page("老码头整修", *HARBOUR)
    assert beginnings.features(told.lines, seen(3), told.topics)[0] == []
    again = beginnings.seen_again(told.lines, seen(3), told.topics, judges()["begin"])
    assert again.tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("head", ["老码头整修", "枇杷丰收"])
def test_a_single_article_with_subheads_stays_one(head: str) -> None:
    lines = (
        f"临江市{head}工程今天完工", "本报记者 周小棠", *HARBOUR, "台阶上的青石", HARBOUR[1],
        "栏杆上的名字", HARBOUR[0],
    )  # fmt: skip
    look = outlook.look(Document("\n".join(lines)), ngrams.shipped(), judges())
    assert len(solution.solve(look).articles) == 1
