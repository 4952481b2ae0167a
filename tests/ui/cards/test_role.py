"""The cards of roles and of article heads: which line is the next line of which."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.ui.conftest import ask, found, open_page, tell

TEXT = "渡口亮灯\n一江两岸同看\n\n今夜的灯亮了。\n\n先问船上的人\n再问岸上的人\n\n桥修好了。\n"


def labels(window) -> list[str]:
    return [label.text() for label in window.evidence.findChildren(QLabel)]


def test_the_second_line_of_a_heading_names_the_first(qtbot, make, tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = make()
    open_page(qtbot, window, path)
    document = window.desk.workbench.document
    left, right = TEXT.index("再问") - 1, TEXT.index("再问")
    head = TEXT.index("一江")
    tell(window, [
        found(document, "role", ("block", "先问船上的人", 0), value="subhead"),
        found(
            document, "role", ("block", "再问岸上的人", 0),
            value={"role": "subhead", "lines": [[left, right, 0.8]]},
        ),
        found(
            document, "article", ("start", "渡口亮灯", 0), ("headline", "渡口亮灯", 0),
            ("headline", "一江两岸同看", 0), value={"lines": [[head - 1, head, 0.9]]},
        ),
    ])  # fmt: skip
    first, second = (row.id for row in window.desk.rows if row.kind == "role")
    window.desk.ask(first)
    assert not any("Next line of" in told for told in labels(window))
    window.desk.ask(second)
    assert any("Next line of" in told and "先问船上的人" in told for told in labels(window))
    ask(window, "article")
    qtbot.waitUntil(lambda: sum("Headline" in told for told in labels(window)) == 1)
    assert any("一江两岸同看" in told for told in labels(window))
