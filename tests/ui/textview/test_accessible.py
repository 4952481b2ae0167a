"""A screen reader finds the article as a document of paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from tests.ui.textview.conftest import Maker, page


def test_a_document_has_one_child_per_paragraph(view_of: Maker) -> None:
    QAccessible.setActive(True)
    view = view_of(page(("headline", "云州老街"), "六月的雨水", "𠀀"))
    face = QAccessible.queryAccessibleInterface(view)
    assert face.role() == QAccessible.Role.Document
    assert face.text(QAccessible.Text.Name)
    assert face.childCount() == 3
    names = [face.child(n).text(QAccessible.Text.Name) for n in range(3)]
    assert names == ["云州老街", "六月的雨水", "𠀀"]
    roles = [face.child(n).role() for n in range(3)]
    assert roles == [QAccessible.Role.Heading] + [QAccessible.Role.StaticText] * 2
    assert face.child(1).parent().role() == QAccessible.Role.Document
    assert face.indexOfChild(face.child(2)) == 2
    assert face.state().readOnly


def test_children_follow_the_text_and_know_their_place(view_of: Maker) -> None:
    view = view_of(page("甲", "乙"))
    view.setAccessibleName("校后稿")
    face = QAccessible.queryAccessibleInterface(view)
    assert face.text(QAccessible.Text.Name) == "校后稿"
    box = face.child(1).rect()
    middle = view.viewport().mapToGlobal(view.rect_of(2, 2).center())
    assert box.adjusted(-3, -3, 3, 3).contains(middle)
    found = face.childAt(box.center().x(), box.center().y())
    assert found.text(QAccessible.Text.Name) == "乙"
    second = face.child(1)
    view.set_content(page("甲"), [])
    assert face.childCount() == 1
    assert not second.isValid()
    view.set_caret(1)
    assert face.focusChild().text(QAccessible.Text.Name) == "甲"
    view.set_editing(True)
    assert face.state().editable


def test_the_strip_has_a_name(view_of: Maker) -> None:
    view = view_of(page("甲"))
    face = QAccessible.queryAccessibleInterface(view.strip)
    assert face.text(QAccessible.Text.Name)
    assert view.strip.mapToGlobal(QPoint()).x() > view.mapToGlobal(QPoint()).x()
