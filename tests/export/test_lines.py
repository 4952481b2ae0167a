from __future__ import annotations

import json

import jsonschema
import pytest

from brandtool import resource
from brandtool.core.errors import BrandtoolError
from brandtool.export.lines import LinesExporter, objects, read_lines
from brandtool.export.reading import read_pages
from brandtool.export.rows import article_rows


@pytest.fixture(scope="module")
def schema():
    return jsonschema.Draft202012Validator(
        json.loads(resource("schemas/edition.schema.json").read_text("utf-8"))
    )


def test_one_object_an_article_and_a_quote_by_the_schema(page, schema):
    told = list(objects(page.sheet()))
    assert [one["type"] for one in told] == ["article", "article", "quote"]
    for one in told:
        schema.validate(one)
    assert told[2]["article"] == told[0]["id"]
    assert told[0]["page"]["text_sha256"] == page.document.sha256


def test_the_pages_of_turn_lines_are_fields(turned, schema):
    told = list(objects(turned.sheet()))
    assert [(one["continues_on"], one["continued_from"]) for one in told] == [("12", ""), ("", "")]
    for one in told:
        schema.validate(one)


def test_the_lines_of_a_heading_are_told_apart(page, schema):
    page.role("街坊说，路好走了。", "subhead")
    told = next(iter(objects(page.sheet())))
    schema.validate(told)
    assert told["headline_lines"] == ["临河老街昨晚亮灯"]
    assert told["paragraphs"][-1]["lines"] == ["＝灯亮着＝", "街坊说，路好走了。"]
    assert "lines" not in told["paragraphs"][0]
    (back,) = read_pages(map(json.dumps, objects(page.sheet())))
    assert back.articles == article_rows(page.sheet())


def test_lines_come_back_as_they_were_written(page):
    (output,) = LinesExporter().export(page.sheet())
    assert output.name == "河岸晚报_20250916_03.jsonl"
    lines = output.data.decode("utf-8").splitlines()
    assert list(read_lines([*lines, "", " "])) == list(objects(page.sheet()))


def test_split_quote_keeps_its_pieces(page):
    quote = list(objects(page.sheet()))[-1]
    text = page.document.text
    assert "".join(text[s:e] for s, e in quote["content"]) == quote["text"]
    assert len(quote["content"]) == 2


def test_article_spans_lead_back_to_the_source(page):
    article = next(iter(objects(page.sheet())))
    words = "".join(page.document.text[s:e] for s, e in article["spans"])
    assert words.replace("\n", "").startswith("老街添新灯临河老街昨晚亮灯■河岸晚报记者")


@pytest.mark.parametrize("line", ["{", "[]", '{"format": "other/1"}', "[" * 100_000])
def test_foreign_lines_are_refused(line):
    with pytest.raises(BrandtoolError) as caught:
        list(read_lines(["", line], origin="a.jsonl"))
    assert (caught.value.code, caught.value.values) == (
        "export.lines", {"path": "a.jsonl", "line": 2}
    )  # fmt: skip
