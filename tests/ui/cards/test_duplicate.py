"""The card of copies: surroundings, differences by the letter, the one that stays ringed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from brandtool.ui.cards.frame import ChoiceRow
from tests.ui.conftest import ask, found, open_page, tell

KEY = Qt.Key
COPY = "今年汛期渡口停航两天,渡工在岸上检修缆绳,江水退了再开船。"
WRONG = COPY.replace("检修", "捡修")
PAGE = f"""渡口的一天

开头一段说的是别的事。

{COPY}

{WRONG}

中间一段说的也是别的事。

{COPY}(渡工整理)

末尾一段。
"""


@pytest.fixture
def copies(qtbot, make, tmp_path):
    """Return a window that asks about three copies of which the last stays."""
    path = tmp_path / "copies.txt"
    path.write_text(PAGE, encoding="utf-8")
    window = make()
    open_page(qtbot, window, path)
    tell(window, [
        found(
            window.desk.workbench.document, "duplicate",
            ("occurrence", COPY, 0), ("occurrence", WRONG, 0),
            ("occurrence", f"{COPY}(渡工整理)", 0),
            keep=2, scores=(0.95, 0.95, 0.95),
        ),
    ])  # fmt: skip
    ask(window, "duplicate")
    return window


def shown(window):
    return [row for row in window.evidence.findChildren(ChoiceRow) if row.isVisible()]


def rows(qtbot, window):
    """Return the words of each row of the card in sight, and whether it is ringed."""
    qtbot.waitUntil(lambda: len(shown(window)) == 3)
    out = []
    for row in shown(window):
        told = "\n".join(label.text() for label in row.findChildren(QLabel))
        out.append((re.sub(r"<[^>]+>", "", told.replace("</p>", "\n")), row.taken))
    return out


def test_each_occurrence_shows_what_stands_around_it_and_the_kept_one_is_ringed(qtbot, copies):
    first, second, third = rows(qtbot, copies)
    assert "↑ …开头一段说的是别的事。" in first[0] and "↓ Occurrence 2" in first[0]
    assert "↑ Occurrence 1" in second[0] and "↓ 中间一段说的也是别的事。" in second[0]
    assert [ringed for _, ringed in (first, second, third)] == [False, False, True]
    assert "stays" in third[0] and "goes" in first[0]


def test_differences_are_shown_by_the_letter_with_their_surroundings(qtbot, copies):
    first, second, third = (told for told, _ in rows(qtbot, copies))
    assert "Is without: 船。(渡工整理)" in first.replace("开", "")
    assert "Reads: 岸上捡 → 检修缆绳" in second.replace("在", "")
    assert "Is without" in second and "Identical" not in third


def test_a_digit_moves_the_ring_and_the_differences_follow(qtbot, copies):
    qtbot.keyClick(copies.questions.list, KEY.Key_1)
    first, second, third = rows(qtbot, copies)
    assert [ringed for _, ringed in (first, second, third)] == [True, False, False]
    assert "Has besides" in third[0] and "Reads" in second[0]
    qtbot.keyClick(copies.questions.list, KEY.Key_A)
    decided = copies.desk.workbench.decided.text
    assert decided.count("停航两天") == 1 and "捡修" not in decided and "(渡工整理)" not in decided


def test_a_click_on_an_occurrence_picks_it(qtbot, copies):
    row = next(row for row in copies.evidence.findChildren(ChoiceRow) if row.number == 2)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert [ringed for _, ringed in rows(qtbot, copies)] == [False, True, False]


def test_a_pick_out_of_sight_is_brought_into_sight(qtbot, copies):
    copies.resize(1300, 560)
    qtbot.keyClick(copies.questions.list, KEY.Key_1)
    qtbot.keyClick(copies.questions.list, KEY.Key_3)

    def seen():
        taken = [row for row in shown(copies) if row.taken]
        return [r.number for r in taken] == [3] and not taken[0].visibleRegion().isEmpty()

    qtbot.waitUntil(seen)
