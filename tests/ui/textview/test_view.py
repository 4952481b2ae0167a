"""What the view shows, and that it stays where it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from tests.ui.textview.conftest import Maker, page


def test_every_offset_of_a_page_comes_back_from_its_place(view_of: Maker) -> None:
    text = "云州𠀀的六月\u2028雨\x00水 把abc石板洗得发亮。" * 6
    view = view_of(page(text, "", "第二段"))
    for offset in [*range(len(text)), len(text) + 1, len(text) + 2, len(text) + 4]:
        box = view.rect_of(offset, offset)
        assert view.offset_at(QPoint(box.center().x(), box.center().y())) == offset
