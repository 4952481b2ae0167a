"""What the view shows, and that it stays where it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandtool.ui import theme as themes
from brandtool.ui.textview import Mark, Paragraph, TextView
from brandtool.ui.textview.utf16 import units
from tests.ui.textview.conftest import Maker, page

LONG = [
    f"第{number}段：" + "云州老街的雨水把石板洗得发亮，" * (number % 7 + 1) for number in range(200)
]


def top_of(view: TextView, offset: int) -> int:
    return view.rect_of(offset, offset).top()


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def colours(image: QImage, left: int, top: int, width: int, height: int) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(left, left + width)
        for y in range(top, top + height)
    }


def test_every_offset_of_a_page_comes_back_from_its_place(view_of: Maker) -> None:
    text = "云州𠀀的六月\u2028雨\x00水 把abc石板洗得发亮。" * 6
    view = view_of(page(text, "", "第二段"))
    for offset in [*range(len(text)), len(text) + 1, len(text) + 2, len(text) + 4]:
        box = view.rect_of(offset, offset)
        assert view.offset_at(box.center()) == offset


@pytest.mark.parametrize("width", [300, 361, 500, 777, 1400])
def test_a_line_of_twenty_thousand_hanzi_wraps_at_any_width(view_of: Maker, width: int) -> None:
    view = view_of(page("品" * 20_000), size=(width, 400))
    assert not view.horizontalScrollBar().isVisible()
    right = view.viewport().width()
    for offset in (0, 1, 57, 1999, 2000, 2001, 12_345, 19_999, 20_000):
        view.show_offset(offset)
        box = view.rect_of(offset, offset)
        assert 0 <= box.left() <= right
        assert 0 <= box.top() < 400
    assert view.flow.typography.width <= right


def test_lines_have_leading_and_an_even_pitch(view_of: Maker) -> None:
    view = view_of(page("中文 and Latin 混排𠀀的一段文字，" * 20))
    tops = sorted({top_of(view, offset) for offset in range(200)})
    steps = {b - a for a, b in pairwise(tops)}
    assert len(steps) == 1
    assert steps.pop() >= 1.35 * 18 * 1.3


def test_roles_are_set_apart(view_of: Maker) -> None:
    view = view_of(page(("headline", "标题"), ("byline", "本报记者"), ("body", "正文")))
    heights = [view.rect_of(p.start, p.start).height() for p in view.document.paragraphs]
    assert heights[0] > heights[2] > heights[1]
    assert view.flow.typography.setting("headline").font.bold()
    assert view.flow.typography.setting("byline").muted


def test_only_what_is_seen_is_laid_out(view_of: Maker) -> None:
    view = view_of(page(*LONG))
    laid = sum(view.flow.is_laid(index) for index in range(len(view.document)))
    assert 1 < laid < 40
    for at in range(0, view.document.end, 97):
        view.show_offset(at)
    assert view.flow.is_laid(view.flow.top)


def test_scrolling_up_over_estimates_moves_exactly_as_told(view_of: Maker) -> None:
    view = view_of(page(*LONG))
    view.show_offset(view.document.paragraphs[150].start)
    for _ in range(30):
        offset, y = view.flow_anchor()
        view.scroll_by(-37)
        assert abs(top_of(view, offset) - (y + 37)) <= 1


def test_the_wheel_and_the_bar_reach_both_ends(view_of: Maker) -> None:
    view = view_of(page(*LONG))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert 0 < view.rect_of(view.document.end, view.document.end).bottom() <= 500
    bar.setValue(0)
    assert 0 <= top_of(view, 0) < 60
    bar.setValue(bar.maximum() // 2)
    assert 60 < view.document.paragraph_at(view.offset_at(QPoint(100, 100))) < 140


def test_new_content_does_not_move_what_is_under_the_eye(view_of: Maker) -> None:
    lines = list(LONG)
    view = view_of(page(*lines))
    start = view.document.paragraphs[100].start
    view.show_offset(start)
    before = top_of(view, start)
    del lines[40:50]
    lines[10] += "增补的一句话。" * 30
    lines[180] = "改了"
    changed = page(*lines)
    view.set_content(changed, [], anchor=(start, changed[90].start))
    assert abs(top_of(view, changed[90].start) - before) <= 2


def test_a_change_above_or_below_keeps_the_top_line_without_being_told(view_of: Maker) -> None:
    lines = list(LONG)
    view = view_of(page(*lines))
    view.show_offset(view.document.paragraphs[100].start)
    for index, text in ((20, "短"), (150, "短"), (99, "此段全换成新的文字。" * 9), (60, "")):
        offset, y = view.flow_anchor()
        lines[index], old = text, lines[index]
        view.set_content(page(*lines), [])
        moved = offset + (
            len(text) - len(old) if offset > view.document.paragraphs[index].start else 0
        )
        assert abs(top_of(view, moved) - y) <= 2


def test_toggling_the_current_decision_holds_its_line(view_of: Maker) -> None:
    lines = list(LONG)
    start = page(*lines)[100].start + 8
    view = view_of(page(*lines), [Mark(start, start + 5, "edit", key="k")])
    view.set_current("k")
    view.show_offset(start)
    y = top_of(view, start)
    lines[100] = lines[100][:8] + lines[100][13:]
    for _ in range(3):
        view.set_content(page(*lines), [Mark(start, start, "edit", key="k")])
        assert abs(top_of(view, start) - y) <= 2
        view.set_content(page(*LONG), [Mark(start, start + 5, "edit", key="k")])
        assert abs(top_of(view, start) - y) <= 2


def test_replaced_paragraphs_move_the_rest_and_the_marks_along(view_of: Maker) -> None:
    view = view_of(page("甲甲", "乙乙", "丙丙"), [Mark(6, 8, "quote", key="q")])
    view.replace_paragraphs(1, 2, [Paragraph(3, "乙乙乙乙", "body")])
    assert view.document.paragraphs == page("甲甲", "乙乙乙乙", "丙丙")
    assert view.marks.of_key("q") == [Mark(8, 10, "quote", key="q")]
    view.replace_paragraphs(0, 1, [])
    assert view.document.paragraphs == page("乙乙乙乙", "丙丙")
    assert view.marks.of_key("q") == [Mark(5, 7, "quote", key="q")]
    view.replace_paragraphs(1, 1, [Paragraph(5, "新", "body")])
    assert view.document.paragraphs == page("乙乙乙乙", "新", "丙丙")
    assert view.marks.of_key("q") == [Mark(7, 9, "quote", key="q")]
    view.replace_paragraphs(3, 3, [Paragraph(10, "末", "body")], [])
    assert view.document.paragraphs == page("乙乙乙乙", "新", "丙丙", "末")
    assert len(view.marks) == 0


def test_the_caret_stays_with_its_character(view_of: Maker) -> None:
    view = view_of(page("甲甲", "乙乙", "丙丁"))
    view.set_caret(7)
    view.set_content(page("甲甲甲甲", "乙乙", "丙丁"), [])
    assert view.caret == 9
    view.set_content(page("丙丁"), [])
    assert view.caret == 1
    view.set_content([], [])
    assert view.caret == 0


def test_overlapping_marks_are_all_visible(view_of: Maker, qapp: QApplication) -> None:
    theme = themes.apply(qapp, "light")
    text = "云州老街的雨水把石板洗得发亮"
    kinds = ("duplicate", "quote", "suspect")
    marks = [Mark(0, 12, "duplicate"), Mark(1, 11, "quote"), Mark(2, 10, "suspect")]
    view = view_of(page(text), marks)
    box = view.rect_of(3, 9)
    found = colours(picture(view), box.left(), box.top(), box.width(), box.height())
    for kind in kinds:
        red, green, blue = bytes.fromhex(theme.kind(kind)[1:])
        near = [
            max(abs(c.red() - red), abs(c.green() - green), abs(c.blue() - blue))
            for c in map(QColor, found)
        ]
        assert min(near) < 24, kind
    assert theme.tint("duplicate") not in found
    only = view.rect_of(0, 1)
    found = colours(picture(view), only.left() + 1, only.top(), only.width() - 3, only.height())
    assert theme.tint("duplicate") in found
    letters = {letter for glyph in view.rows()[0].decor.glyphs for letter, *_ in glyph.letters}
    assert letters == {"D", "Q", "S"}


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_states_of_a_mark_look_different(view_of: Maker, qapp: QApplication, scheme: str) -> None:
    theme = themes.apply(qapp, scheme)
    states = ("open", "accepted", "kept", "deferred", "proposed")
    looks = []
    for state in states:
        view = view_of(page("石板洗得发亮"), [Mark(0, 4, "quote", state, key=1)])
        box = view.rect_of(0, 4)
        image = picture(view)
        looks.append(
            tuple(
                image.pixelColor(box.left() + 30, y).name() for y in range(box.top(), box.bottom())
            )
        )
        if state in ("accepted", "kept"):
            tinted = theme.tint("quote") in colours(image, box.left(), box.top(), 60, box.height())
            assert not tinted
    assert len(set(looks)) == len(states)


def test_the_current_mark_stands_out_in_all_its_pieces(view_of: Maker) -> None:
    marks = [
        Mark(0, 2, "quote", key="k"),
        Mark(3, 4, "quote", key="k"),
        Mark(2, 3, "join", key="j"),
    ]
    view = view_of(page("云州老街", "雨水"), marks)
    assert [len(row.decor.bars) for row in view.rows()] == [0, 0]
    view.set_current("k")
    assert [len(row.decor.bars) for row in view.rows()] == [2, 0]
    view.set_marks([Mark(0, 2, "quote", key="k"), Mark(5, 7, "quote", key="k")])
    assert [len(row.decor.bars) for row in view.rows()] == [1, 1]


def test_a_mark_on_a_line_end_is_a_seam_on_both_sides(view_of: Maker) -> None:
    view = view_of(page("云州", "老街"), [Mark(2, 3, "join", key=1)])
    assert [len(row.decor.seams) for row in view.rows()] == [1, 1]
    assert [len(row.decor.glyphs) for row in view.rows()] == [1, 0]
    view.set_marks([Mark(1, 2, "join", key=1)])
    assert [len(row.decor.seams) for row in view.rows()] == [0, 0]


def test_text_to_be_removed_is_struck_through(view_of: Maker) -> None:
    view = view_of(page("云州老街"), [Mark(0, 2, "interruption", "accepted", 1, strike=True)])
    assert len(view.rows()[0].decor.strikes) == 1


def test_find_selects_the_next_hit_and_tints_all(view_of: Maker) -> None:
    view = view_of(page("云州的云州", "丁云州"))
    assert view.find("云州") == (0, 2)
    assert view.find("云州") == (3, 5)
    assert view.find("云州") == (7, 9)
    assert view.find("云州") == (0, 2)
    assert view.find("云州", backwards=True) == (7, 9)
    assert view.selected == (7, 9)
    assert [list(row.hits) for row in view.rows()] == [[(0, 2), (3, 5)], [(1, 3)]]
    assert view.find("无") is None
    view.find("")
    assert all(not row.hits for row in view.rows())


def test_zoom_changes_the_text_only_and_holds_the_top_line(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page(*LONG))
    view.show_offset(view.document.paragraphs[50].start)
    offset, y = view.flow_anchor()
    width = view.verticalScrollBar().width()
    with qtbot.waitSignal(view.zoomChanged):
        view.set_zoom(1.5)
    assert abs(top_of(view, offset) - y) <= 2
    assert view.verticalScrollBar().width() == width
    assert view.rect_of(offset, offset).height() > 40
    wheel = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == pytest.approx(1.5 / 1.1, abs=0.01)
    view.set_zoom(99)
    assert view.zoom == 4.0


def test_a_new_theme_is_taken_on(view_of: Maker, qapp: QApplication) -> None:
    themes.apply(qapp, "light")
    view = view_of(page("云州"), [Mark(0, 1, "quote")])
    themes.apply(qapp, "dark")
    assert picture(view).pixelColor(2, 2).name() == themes.THEMES["dark"].paper
    fill = view.rows()[0].decor.fills[0][1].name()
    assert fill == themes.THEMES["dark"].tint("quote")


def test_lines_shown_are_told_for_linked_scrolling(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page(*LONG))
    with qtbot.waitSignal(view.linesShown) as told:
        view.show_offset(view.document.paragraphs[120].start)
    first, last = told.args
    assert first < view.document.paragraphs[120].start < last


def test_labels_stand_in_the_margin(view_of: Maker) -> None:
    view = view_of(page("甲", "乙"))
    view.set_line_labels({0: "1", 1: "第12行"})
    assert [row.label for row in view.rows()] == ["1", "第12行"]
    assert view.left > 44


def test_nothing_moves_for_an_offset_that_can_be_read(view_of: Maker) -> None:
    view = view_of(page(*LONG))
    view.show_offset(view.document.paragraphs[50].start)
    before = view.verticalScrollBar().value()
    view.show_offset(view.document.paragraphs[51].start)
    assert view.verticalScrollBar().value() == before


def test_a_character_no_font_has_shows_its_code_point(view_of: Maker) -> None:
    unknown = "\U0003fffd"
    view = view_of(page("𣲗中" + unknown + "文"))
    assert view.flow.lay(0).boxes == [(units("𣲗中"), unknown)]
    plain = view_of(page("𣲗中文文"))
    assert plain.flow.lay(0).boxes == []
    box = view.rect_of(2, 3)
    assert len(colours(picture(view), box.left(), box.top(), box.width(), box.height())) > 5
    assert view.offset_at(view.rect_of(3, 3).center()) == 3


def test_a_line_can_be_put_where_another_view_has_it(view_of: Maker) -> None:
    view = view_of(page(*LONG))
    for number, y in ((50, 120), (120, 33), (80, 301)):
        offset = view.document.paragraphs[number].start
        view.show_at(offset, y)
        assert abs(top_of(view, offset) - y) <= 1


def test_blank_lines_of_the_source_take_little_room(view_of: Maker) -> None:
    view = view_of(page("云州", "", "老街"))
    view.set_line_labels({0: "1", 1: "2", 2: "3"})
    tops = [top_of(view, offset) for offset in (0, 3, 4)]
    pitch = view.rect_of(0, 0).height()
    assert 0 < tops[2] - tops[1] < pitch * 0.6
    assert [row.label for row in view.rows()] == ["1", "", "3"]


def test_an_empty_view_answers_everything(view_of: Maker) -> None:
    view = view_of([])
    assert view.offset_at(QPoint(50, 50)) == 0
    assert view.find("云") is None
    assert view.selected_text() == ""
    view.select_all()
    view.show_offset(5)
    assert view.rect_of(0, 0).isValid()
    picture(view)
