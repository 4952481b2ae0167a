from __future__ import annotations

import pytest

from brandtool.core.errors import BrandtoolError
from brandtool.export import export_to, exporter_named, exporters


def test_four_formats_stand_at_the_door():
    assert [part.name for part in exporters().loaded] == [
        "text",
        "markdown",
        "html",
        "jsonl",
        "csv",
    ]
    assert exporters().loaded[0].id == "text/1"
    assert exporters().failed == ()


def test_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(BrandtoolError) as caught:
        exporter_named("docx")
    assert caught.value.values == {"name": "docx", "known": "text, markdown, html, jsonl, csv"}


def test_page_is_written_into_its_own_folder(page, tmp_path):
    paths = export_to(tmp_path, page.sheet(), formats=("text", "markdown", "html", "jsonl", "csv"))
    assert {path.parent for path in paths} == {tmp_path / "河岸晚报_20250916_03"}
    assert sorted(path.name for path in paths) == sorted(
        path.name for path in (tmp_path / "河岸晚报_20250916_03").iterdir()
    )
    assert len(paths) == 8
