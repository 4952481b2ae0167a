"""Which lines belong to another article than the one they stand in."""

from __future__ import annotations

import numpy as np

from brandtool.core.document import Document
from brandtool.detect.page import arrangement, belonging, membership, ngrams, reading
from brandtool.detect.page.constraints import FREE, Constraints
from brandtool.detect.page.network import Network, judges

HARBOUR = (
    "老码头整修工程开工",
    "临江市昨天开始整修城南的老码头，码头的台阶和栏杆将换成新的，工程明年春天完成。",
    "老码头建成已有七十年，台阶上的青石磨得发亮，栏杆上刻着当年船工的名字。",
    "老船工说，台阶和栏杆修好以后，汽渡也要回到老码头来。（本报记者周小棠整理）",
)
ORCHARD = (
    "山后果园枇杷丰收",
    "山后的果园今年收了八万斤枇杷，果农说，枇杷个头比往年大，甜度也高出两度。",
    "为了让枇杷卖得远，果园修了冷库，果农们摘下的枇杷当天就能装车运走。",
    "果农盘算着明年再种二百棵枇杷，把冷库也扩大一倍。",
)


def placed(
    lines: tuple[str, ...],
    starts: tuple[int, ...],
    told: Constraints = FREE,
    *,
    headed: bool = True,
) -> tuple[reading.Page, list[int], membership.Places]:
    page = reading.read(Document("\n".join(lines)), ngrams.shipped())
    living = list(range(len(lines)))
    return page, living, arrangement.places_of(page, living, starts, set(), told, headed=headed)


def rows(
    lines: tuple[str, ...], starts: tuple[int, ...]
) -> dict[tuple[int, int], dict[str, float]]:
    page, living, places = placed(lines, starts)
    standing = membership.first_sight(living, places, page.topics)
    pairs, features = belonging.candidates(standing, page.topics)
    return {
        (line, there): dict(zip(belonging.NAMES, row.tolist(), strict=True))
        for (line, there), row in zip(pairs.tolist(), features, strict=True)
    }


def assigned(
    lines: tuple[str, ...],
    starts: tuple[int, ...],
    told: Constraints = FREE,
    *,
    headed: bool = True,
) -> list[int]:
    page, living, places = placed(lines, starts, told, headed=headed)
    labels, _, _ = membership.assign(living, places, page.topics, judges()["belong"])
    out: list[int] = labels.tolist()
    return out


TORN = (*HARBOUR, ORCHARD[3], *ORCHARD[:3])


def test_the_end_of_an_article_over_its_head_goes_to_it() -> None:
    assert assigned(TORN, (0, 5)) == [0, 0, 0, 0, 1, 1, 1, 1]


def test_the_end_of_an_article_at_the_end_of_the_page_goes_to_it() -> None:
    lines = (*ORCHARD[:3], *HARBOUR, ORCHARD[3])
    assert assigned(lines, (0, 3))[-1] == 0


def test_text_at_the_top_of_a_page_that_no_head_stands_over_goes_to_its_article() -> None:
    lines = (ORCHARD[3], *ORCHARD[:3], *HARBOUR)
    assert assigned(lines, (0, 1, 4), headed=False)[0] == 1
    assert assigned(lines, (0, 1, 4))[0] == 0


def test_lines_that_an_editor_leaves_in_their_place_stay() -> None:
    assert assigned(TORN, (0, 5), Constraints(still=frozenset({4})))[4] == 0


def test_articles_in_their_places_keep_all_their_lines() -> None:
    assert assigned((*HARBOUR, *ORCHARD), (0, 4)) == [0, 0, 0, 0, 1, 1, 1, 1]


def test_a_line_below_a_sign_off_speaks_of_the_article_below() -> None:
    told = rows(TORN, (0, 5))[4, 1]
    assert told["ended_before"] == told["next_there"] == 1.0
    assert told["gain"] > 0 and told["nearer"] > 0


def test_lines_that_begin_an_article_belong_nowhere_else() -> None:
    assert not {line for line, _ in rows(TORN, (0, 5))} & {0, 5}


def test_the_text_right_below_a_head_stays_with_it() -> None:
    assert not {line for line, _ in rows(TORN, (0, 5))} & {1, 6}


def test_a_number_is_looked_for_where_it_goes_on() -> None:
    lines = (
        HARBOUR[0],
        "一是修台阶，用旧青石。",
        "二是修栏杆，刻上名字。",
        *ORCHARD[:2],
        "三是修灯杆。",
    )
    told = rows(lines, (0, 3))[5, 0]
    assert (told["counts_here"], told["counts_there"]) == (0.0, 1.0)


def test_the_rest_of_a_cut_sentence_stays_with_its_beginning() -> None:
    page, living, _ = placed(TORN, (0, 5))
    places = arrangement.places_of(page, living, (0, 5), {(3, 4)}, FREE)
    never = Network(
        belonging.NAMES, np.zeros((len(belonging.NAMES), 1)), np.zeros(1), np.zeros(1),
        np.zeros(len(belonging.NAMES)), 5.0,
    )  # fmt: skip
    labels, odds, seen = membership.assign(living, places, page.topics, never)
    assert labels[3] == labels[4]
    assert (odds[labels != places.zone] >= 0).all()
    assert set(seen) <= set(np.flatnonzero(labels != places.zone).tolist())
    assert all(row.shape == (len(belonging.NAMES),) for row in seen.values())
