"""Mouse and keyboard select exactly what they are told, and leave single keys to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandtool.ui.textview import Mark, TextView
from tests.ui.textview.conftest import Maker, page

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
TEXT = "他说，“老街还在。”记者问道"


def press(view: TextView, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(view, key, modifier or Qt.KeyboardModifier.NoModifier)


def point_of(view: TextView, offset: int) -> QPoint:
    return view.rect_of(offset, offset).center()


def test_any_span_can_be_selected_to_the_character(view_of: Maker) -> None:
    view = view_of(page(TEXT, "𠀀二"))
    for start in (0, 3, 7):
        for length in (1, 2, 5):
            view.set_caret(start)
            for _ in range(length):
                press(view, KEY.Key_Right, SHIFT)
            assert view.selected == (start, start + length)
            assert view.selected_text() == TEXT[start : start + length]


def test_ctrl_goes_by_clause_and_home_and_end_by_line(view_of: Maker) -> None:
    view = view_of(page(TEXT, "云州" * 60))
    press(view, KEY.Key_Right, CTRL)
    assert view.caret == 4
    press(view, KEY.Key_Right, CTRL | SHIFT)
    assert view.selected == (4, TEXT.index("记"))
    press(view, KEY.Key_Left)
    assert view.caret == 4
    press(view, KEY.Key_End)
    assert view.caret == len(TEXT)
    press(view, KEY.Key_Home)
    assert view.caret == 0
    press(view, KEY.Key_End, CTRL)
    assert view.caret == view.document.end
    press(view, KEY.Key_Home, CTRL | SHIFT)
    assert view.selected == (0, view.document.end)


def test_end_of_a_wrapped_line_stays_on_that_line(view_of: Maker) -> None:
    view = view_of(page("云州" * 60))
    top = view.caret_box()
    assert top is not None
    press(view, KEY.Key_End)
    box = view.caret_box()
    assert box is not None
    assert box.top() == top.top()
    assert box.left() > top.left() + 300
    press(view, KEY.Key_Right)
    assert view.caret_box().top() > top.top()  # type: ignore[union-attr]


def test_up_and_down_keep_their_column_over_short_lines(view_of: Maker) -> None:
    view = view_of(page("一二三四五六", "甲", "丙丁戊己庚辛"))
    view.set_caret(4)
    press(view, KEY.Key_Down)
    assert view.caret == 8
    press(view, KEY.Key_Down)
    assert view.caret == 9 + 4
    press(view, KEY.Key_Up, SHIFT)
    press(view, KEY.Key_Up, SHIFT)
    assert view.selected == (4, 13)
    press(view, KEY.Key_Up)
    assert view.caret == 0


def test_pages_go_through_the_text_and_back(view_of: Maker) -> None:
    view = view_of(page(*["云州老街的雨水把石板洗得发亮，" * 5] * 40))
    seen = [view.caret]
    while True:
        press(view, KEY.Key_PageDown)
        if view.caret == seen[-1]:
            break
        seen.append(view.caret)
        box = view.caret_box()
        assert box is not None
        assert 0 <= box.top() < view.viewport().height()
    assert seen == sorted(seen)
    assert view.caret == view.document.end
    for _ in range(len(seen) + 2):
        press(view, KEY.Key_PageUp)
    assert view.caret == 0


def test_single_keys_are_the_windows_while_reading(view_of: Maker) -> None:
    view = view_of(page(TEXT))
    for key in (KEY.Key_A, KEY.Key_X, KEY.Key_Space, KEY.Key_Return, KEY.Key_Delete, KEY.Key_1):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, chr(key & 0x7F)
        )
        event.accept()
        view.keyPressEvent(event)
        assert not event.isAccepted(), key
    assert view.document.paragraphs[0].text == TEXT
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_copy_takes_plain_text_with_line_ends(view_of: Maker) -> None:
    view = view_of(page("云州\u2028甲", "𠀀二"))
    press(view, KEY.Key_A, CTRL)
    press(view, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "云州\u2028甲\n𠀀二"


def test_drag_shift_click_double_and_triple_click(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page(TEXT, "高质量发展的道路"))
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=point_of(view, 2))
    qtbot.mouseMove(port, point_of(view, 6))
    view.mouseMoveEvent(_moved(view, point_of(view, 6)))
    qtbot.mouseRelease(port, LEFT, pos=point_of(view, 6))
    assert view.selected == (2, 6)
    qtbot.mouseClick(port, LEFT, SHIFT, point_of(view, 9))
    assert view.selected == (2, 9)
    start = len(TEXT) + 1
    inside = point_of(view, start + 2) + QPoint(5, 0)
    qtbot.mouseDClick(port, LEFT, pos=inside)
    assert view.selected_text() == "高质量发展"
    qtbot.mouseClick(port, LEFT, pos=inside)
    assert view.selected_text() == "高质量发展的道路"


def _moved(view: TextView, point: QPoint):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    place = QPointF(point)
    none = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, place, place, LEFT, LEFT, none)


def test_a_drag_beyond_the_edge_scrolls_along(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page(*["云州老街的雨水把石板洗得发亮，" * 5] * 40))
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=point_of(view, 3))
    below = QPoint(60, port.height() + 30)
    view.mouseMoveEvent(_moved(view, below))
    first = view.caret
    qtbot.waitUntil(lambda: view.caret > first + 200)
    qtbot.mouseRelease(port, LEFT, pos=below)
    assert view.selected[0] == 3
    assert view.verticalScrollBar().value() > 0
    still = view.caret
    qtbot.wait(100)
    assert view.caret == still


def test_a_click_activates_the_innermost_mark(view_of: Maker, qtbot: QtBot) -> None:
    marks = [Mark(0, 9, "quote", key="outer"), Mark(4, 6, "speaker", key="inner")]
    view = view_of(page(TEXT), marks)
    with qtbot.waitSignal(view.markActivated) as told:
        qtbot.mouseClick(view.viewport(), LEFT, pos=point_of(view, 5))
    assert told.args == ["inner"]
    with qtbot.assertNotEmitted(view.markActivated):
        qtbot.mouseClick(view.viewport(), LEFT, pos=point_of(view, 11) + QPoint(6, 0))


def test_a_margin_letter_activates_its_mark(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page(TEXT), [Mark(4, 6, "speaker", key="who")])
    line = view.rect_of(4, 4)
    right = view.left + int(view.flow.typography.width)
    with qtbot.waitSignal(view.markActivated) as told:
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(right + 10, line.center().y()))
    assert told.args == ["who"]
    assert view.caret == 0


def test_caret_and_selection_are_told_once_each(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page(TEXT))
    carets: list[int] = []
    spans: list[tuple[int, int]] = []
    view.caretMoved.connect(carets.append)
    view.selectionChanged.connect(lambda start, end: spans.append((start, end)))
    press(view, KEY.Key_Right)
    press(view, KEY.Key_Right, SHIFT)
    press(view, KEY.Key_Right)
    assert carets == [1, 2]
    assert spans == [(1, 2), (2, 2)]


def test_the_menu_is_asked_for_at_a_place(view_of: Maker, qtbot: QtBot) -> None:
    view = view_of(page(TEXT))
    point = point_of(view, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, QPoint(7, 8))
    with qtbot.waitSignal(view.contextMenuWanted) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args == [QPoint(7, 8), 5]


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_Escape, KEY.Key_F3])
def test_other_keys_pass_through(view_of: Maker, key: Qt.Key) -> None:
    view = view_of(page(TEXT))
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    event.accept()
    view.keyPressEvent(event)
    assert not event.isAccepted()


def test_the_strip_shows_all_marks_and_jumps_by_click_and_key(view_of: Maker, qtbot: QtBot) -> None:
    lines = ["云州老街的雨水把石板洗得发亮，" * 5] * 60
    paragraphs = page(*lines)
    marks = [
        Mark(paragraphs[n].start, paragraphs[n].start + 9, kind, key=n)
        for n, kind in ((5, "duplicate"), (30, "join"), (55, "interruption"))
    ]
    view = view_of(paragraphs, marks)
    rows = view.strip.kinds_by_row()
    where = {kind: y for y, kinds in enumerate(rows) for kind in kinds}
    assert set(where) == {"duplicate", "join", "interruption"}
    assert where["duplicate"] < where["join"] < where["interruption"]
    assert abs(where["join"] - len(rows) / 2) < len(rows) / 20
    with qtbot.waitSignal(view.strip.jumped) as told:
        qtbot.mouseClick(view.strip, LEFT, pos=QPoint(4, where["interruption"]))
    assert told.args == [paragraphs[55].start]
    assert 0 <= view.rect_of(paragraphs[55].start, paragraphs[55].start).top() < 500
    view.set_caret(0)
    for expected in (5, 30, 55):
        QTest.keyClick(view.strip, KEY.Key_Down)
        assert view.caret == paragraphs[expected].start
    QTest.keyClick(view.strip, KEY.Key_Up)
    assert view.caret == paragraphs[30].start
