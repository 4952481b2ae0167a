"""Views of an invented page for the tests of the article view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandtool.ui.textview import Mark, Paragraph, TextView


def page(*lines: str | tuple[str, str]) -> list[Paragraph]:
    """Return paragraphs with one line end between them."""
    paragraphs, at = [], 0
    for line in lines:
        style, text = ("body", line) if isinstance(line, str) else line
        paragraphs.append(Paragraph(at, text, style))
        at += len(text) + 1
    return paragraphs


Maker = Callable[..., TextView]


@pytest.fixture
def view_of(qtbot: QtBot, qapp: QApplication) -> Maker:
    """Return a maker of shown, focused views."""

    def make(
        paragraphs: Sequence[Paragraph],
        marks: Sequence[Mark] = (),
        size: tuple[int, int] = (620, 500),
    ) -> TextView:
        view = TextView()
        qtbot.addWidget(view)
        view.resize(*size)
        view.set_content(paragraphs, marks)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    return make
