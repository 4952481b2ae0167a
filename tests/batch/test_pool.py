"""Records of many documents."""

from __future__ import annotations

import json

from brandtool.batch.analysis import FORMAT, analyse
from brandtool.batch.pool import analyse_many
from brandtool.core.document import Document

PAGE = (
    "临江市整修老码头\n\n本报记者 周小棠\n\n临江市昨天开始整修城南的老码头，工程预计明年春天\n\n"
    "完成。届时市民可以从这里乘船去对岸的湿地公园。\n"
)


def test_the_record_names_its_format_and_counts_code_points() -> None:
    record = analyse(Document("😀" + PAGE), identifier="a.txt")
    assert record["format"] == FORMAT
    assert record["length"] == len(PAGE) + 1
    assert record["blocks"][0]["span"][0] == 0


def test_a_sentence_cut_by_a_column_is_whole_in_the_article() -> None:
    record = analyse(Document(PAGE), identifier="a.txt")
    assert "预计明年春天完成" in record["articles"][0]["text"]
    assert [row["kind"] for row in record["candidates"]] == ["join"]


def test_the_spans_of_an_article_hold_its_text() -> None:
    record = analyse(Document(PAGE), identifier="a.txt")
    article = record["articles"][0]
    inked = "".join("".join(PAGE[s:e].split()) for s, e in article["spans"])
    assert inked == "".join(article["text"].split())


def test_records_come_in_order_and_do_not_depend_on_the_number_of_processes() -> None:
    texts = [(f"{k}.txt", Document(PAGE + f"\n第{k}版\n")) for k in range(5)]
    one = [json.dumps(record) for record in analyse_many(texts, jobs=1)]
    two = [json.dumps(record) for record in analyse_many(texts, jobs=2)]
    assert one == two
    assert [json.loads(record)["id"] for record in one] == [name for name, _ in texts]


def test_an_empty_text_has_an_empty_record() -> None:
    record = analyse(Document(""), identifier="-")
    assert (record["candidates"], record["articles"], record["blocks"]) == ([], [], [])
