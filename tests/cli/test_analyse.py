from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import jsonschema
import pytest

from brandtool import resource

TEXTS = ["临河老街昨晚亮灯，来看灯的人很多。\n", "小桥修好了。\n小桥修好了。\n", ""]


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "in.jsonl"
    told = [{"id": f"p{n}", "text": text, "more": 1} for n, text in enumerate(TEXTS)]
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told), "utf-8")
    return path


def records(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def schema():
    return jsonschema.Draft202012Validator(
        json.loads(resource("schemas/record.schema.json").read_text("utf-8"))
    )


def test_practice_page_gives_a_valid_record(run, schema):
    path = resource("sample/page.txt")
    done = run("analyse", path)
    assert (done.code, done.err) == (0, "")
    (record,) = records(done.out)
    schema.validate(record)
    text = path.read_bytes().decode("utf-8")
    assert (record["id"], record["length"]) == (str(path), len(text))
    assert record["sha256"] == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert {"duplicate", "join", "interruption"} <= {one["kind"] for one in record["candidates"]}
    assert record["quotes"]


def test_one_record_a_line_in_the_same_order(run, lines, schema):
    done = run("analyse", "--jsonl", lines)
    told = records(done.out)
    assert (done.code, [record["id"] for record in told]) == (0, ["p0", "p1", "p2"])
    for record in told:
        schema.validate(record)
    assert told[2]["articles"] == []


def test_output_does_not_depend_on_jobs_hash_seed_or_locale(lines):
    def once(*words: str, **variables: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "brandtool", "analyse", "--jsonl", str(lines), *words],
            env={**os.environ, **variables}, capture_output=True, check=True,
        ).stdout  # fmt: skip

    plain = once(PYTHONHASHSEED="1", LC_ALL="C")
    assert plain == once("--jobs", "2", PYTHONHASHSEED="2", LC_ALL="zh_CN.UTF-8")
    assert plain.count(b"\n") == 3


def test_quotes_can_be_left_out(run):
    path = resource("sample/page.txt")
    assert records(run("analyse", path, "--no-quotes").out)[0]["quotes"] == []


def test_standard_input_is_a_text_or_lines(run, piped, lines):
    piped("甲乙\r\n丙\n".encode())
    (record,) = records(run("analyse", "-").out)
    assert (record["id"], record["length"]) == ("-", 5)
    piped(lines.read_bytes())
    assert len(records(run("analyse", "--jsonl", "-").out)) == 3


def test_files_are_decoded_and_refused_one_by_one(run, tmp_path):
    (tmp_path / "a.txt").write_bytes("城市品牌论坛在京举行。".encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(b"")
    done = run("analyse", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt")
    assert done.code == 1
    assert [record["length"] for record in records(done.out)] == [11]
    assert len(done.err.splitlines()) == 3
    assert "a.txt: it was read as gb18030, with 100 % confidence;" in done.err


def test_lines_that_are_no_text_are_named_and_passed_over(run, tmp_path):
    path = tmp_path / "in.jsonl"
    bad = ["{", '{"id": 1}', '{"id": "x", "text": 3}', '{"id": null, "text": ""}', "[1]", "\udc00"]
    good = ['{"id": 7, "text": "\\ud800甲\\r\\n"}', ""]
    path.write_bytes("\n".join(bad + good).encode("utf-8", "surrogatepass"))
    done = run("analyse", "--jsonl", path)
    (record,) = records(done.out)
    assert (done.code, record["id"], record["length"]) == (1, "7", 4)
    told = done.err.splitlines()
    assert [line.split(":")[1].rsplit(" ", 1)[1] for line in told[:6]] == list("123456")
    assert "1 lone surrogate(s)" in told[6]


def test_file_of_lines_that_cannot_be_read_is_refused(run, tmp_path):
    assert run("analyse", "--jsonl", tmp_path / "none").code == 1
    assert run("analyse", "--jsonl", tmp_path).code == 1


def test_files_and_lines_exclude_each_other(run, lines):
    assert run("analyse").code == 2
    assert run("analyse", lines, "--jsonl", lines).code == 2


def test_name_that_is_no_text_still_gives_a_record(run, tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"a\xff.txt")
    with open(path, "wb") as file:
        file.write("甲\n".encode())
    (record,) = records(run("analyse", os.fsdecode(path)).out)
    assert record["id"].endswith("a\ufffd.txt")


@pytest.mark.shared
def test_forum_page_gives_a_valid_record(run, shared, schema):
    (record,) = records(run("analyse", shared("pages/forum-2024.txt")).out)
    schema.validate(record)
    assert [len(article["text"]) > 500 for article in record["articles"]].count(True) >= 3


def test_blank_lines_between_records_are_passed_over(run, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('\n{"id": "a", "text": "甲"}\n \n', "utf-8")
    assert [record["id"] for record in records(run("analyse", "--jsonl", path).out)] == ["a"]
