"""The card of what stands in the way: where it goes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import ask, found, open_page, tell

TEXT = "渡口亮灯\n\n今夜的灯亮了。\n\n（下转第四版）\n\n小桥修好\n\n桥修好了。\n"


@pytest.mark.parametrize(
    ("language", "told", "mapped"),
    [
        ("en", "Continues on page 4", "continues on page 4"),
        ("zh", "下转第4版", "下转第4版"),
    ],
)
def test_a_turn_line_tells_the_page_on_its_card_and_in_the_article_map(
    qtbot, make, tmp_path, language, told, mapped
):
    path = tmp_path / "turn.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = make(language)
    open_page(qtbot, window, path)
    value = {"role": "turn", "page": "4", "way": "to"}
    document = window.desk.workbench.document
    tell(window, [found(document, "interruption", ("aside", "（下转第四版）", 0), value=value)])
    ask(window, "interruption")
    assert told in "".join(label.text() for label in window.evidence.findChildren(QLabel))
    window.perform_id("go.articles")
    (row,) = window.parts.articles.model.rows
    assert mapped in row.second
