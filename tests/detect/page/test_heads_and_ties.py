"""What the form of head lines and of copies side by side settles."""

from __future__ import annotations

import numpy as np

from brandtool.core.document import Document
from brandtool.detect.page import headings, joining, ngrams, outlook, pairs, removal
from brandtool.detect.page.network import judges
from brandtool.detect.page.outlook import Outlook
from brandtool.detect.page.shape import lines_of

TEXT = "临江市昨天开始整修城南的老码头，工程预计明年春天完成。"
LAST = "住在附近的居民希望夜里能有灯，早市能有遮雨的地方。"
SAID = (
    "李大河说，候船亭用旧船木搭建，保留原来的样子，台阶上的青石一块不换。他还提出两点："
    "一是夜里点灯，灯杆漆成船桅的颜色；二是早市搬到堤上，下雨也不耽误买卖，"
    "等到秋天水位退了，再把岸边的淤泥清一遍。"
)
HEAD = ("老码头怎样“醒”来", "——访临江市水运所所长李大河", "本报记者 周小棠")


def look(*lines: str) -> Outlook:
    return outlook.look(Document("\n".join(lines)), ngrams.shipped(), judges())


def test_a_line_over_a_dashed_second_headline_and_a_byline_begins_an_article() -> None:
    seen = look(TEXT, *HEAD, TEXT.replace("城南", "城北"))
    heads = seen.told(seen.page.shown).heads
    assert heads[1] >= 0.9
    assert heads[2] <= 0.1 + 1e-9


def test_dashes_of_a_list_make_no_headline_of_the_line_above() -> None:
    lines = lines_of(Document("\n".join((HEAD[0], HEAD[1] + "。", HEAD[2], HEAD[0], HEAD[1]))))
    assert headings.decked(lines) == []


def joined(lines: tuple[str, ...], chances: list[float]) -> list[float]:
    told = lines_of(Document("\n".join(lines)))
    left = np.arange(len(lines) - 1)
    found = pairs.Pairs(left, left + 1, np.zeros((len(left), 1)), np.zeros(len(left)))
    out: list[float] = joining.parted_subheads(told, found, np.array(chances)).tolist()
    return out


def test_the_two_lines_of_a_subhead_stay_apart() -> None:
    assert joined((TEXT, "先把账算明白", "再把人留下来", TEXT), [0.0, 0.9, 0.0])[1] < 0.5


def test_short_lines_that_go_on_below_are_no_subhead() -> None:
    assert joined((TEXT, "码头的台阶", "昨天已经拆", "到一半。"), [0.0, 0.9, 0.9]) == [
        0.0,
        0.9,
        0.9,
    ]


def test_of_copies_side_by_side_that_fit_alike_the_fuller_stays() -> None:
    seen = look(TEXT, SAID, SAID + "（临江日报记者周小棠整理）", LAST)
    page = seen.page
    (cluster,) = page.clusters
    fits = dict.fromkeys(cluster, 0.3)
    removal.share_place(page, fits)
    assert list(removal.removals(page, fits)) == [1]


def test_copies_side_by_side_of_which_one_fits_clearly_better_are_left_to_their_fits() -> None:
    seen = look(TEXT, SAID, SAID + "（周小棠整理）", LAST)
    (cluster,) = seen.page.clusters
    fits = {cluster[0]: 0.9, cluster[1]: 0.3}
    removal.share_place(seen.page, fits)
    assert fits == {cluster[0]: 0.9, cluster[1]: 0.3}
