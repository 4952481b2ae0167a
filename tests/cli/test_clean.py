from __future__ import annotations

import csv
import io
import json

from brandtool.plugins import Failure


def test_clean_writes_proposed_articles_and_names_the_files(run, page, tmp_path):
    done = run("clean", page, "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    folder = tmp_path / "out" / "河岸晚报_20250916_03"
    assert done.out.splitlines() == [str(path) for path in sorted(folder.iterdir())]
    article = next(folder.glob("*_01_*.txt")).read_text("utf-8")
    assert "来看灯的人把石桥都站满了。" in article
    assert "状态：未定稿（未处理2项）" in article
    assert all(path.stem.endswith("_未定稿") for path in folder.iterdir())


def test_clean_takes_only_what_is_sure_enough(run, page, tmp_path):
    assert run("clean", page, "-o", tmp_path / "out", "--accept", "0.95").code == 0
    text = next((tmp_path / "out").rglob("*_整版*.txt")).read_text("utf-8")
    assert "来看灯的人把石\n桥都站满了。" in text


def test_clean_in_several_formats_and_another_encoding(run, page, tmp_path):
    done = run("clean", page, "-o", tmp_path, "-f", "text", "-f", "csv", "-f", "jsonl",
               "-f", "markdown", "--out-encoding", "gb18030")  # fmt: skip
    names = [line.rsplit(".", 1)[1] for line in done.out.splitlines()]
    assert sorted(set(names)) == ["csv", "jsonl", "md", "txt"]
    text = next(tmp_path.rglob("*_整版*.txt")).read_bytes().decode("gb18030")
    assert text.startswith("报纸：河岸晚报\n")


def test_clean_reads_in_the_encoding_told(run, page, tmp_path):
    page.write_bytes(page.read_text("utf-8").encode("gb18030"))
    assert run("clean", page, "-o", tmp_path / "a").code == 0
    done = run("clean", page, "-o", tmp_path / "b", "--encoding", "utf-8")
    assert done.code == 1
    assert "is not valid utf-8: byte 0" in done.err
    assert not (tmp_path / "b").exists()


def test_refused_files_are_named_and_the_others_done(run, page, tmp_path):
    done = run("clean", tmp_path / "none.txt", page, tmp_path, "-o", tmp_path / "out")
    assert done.code == 1
    assert done.out.count("河岸晚报_20250916_03_整版") == 1
    assert done.err.splitlines() == [
        f"brandtool: {tmp_path}/none.txt: there is no such file; check the name.",
        f"brandtool: {tmp_path} is a folder; name the text files in it.",
    ]


def test_second_page_of_the_same_name_is_refused_and_overwrites_nothing(run, page, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(page.read_text("utf-8") + "第二个文件。\n", "utf-8")
    done = run("clean", page, other, "-o", tmp_path / "out")
    assert done.code == 4
    assert "would overwrite" in done.err
    text = next((tmp_path / "out").rglob("*_整版*.txt")).read_text("utf-8")
    assert "第二个文件" not in text


def test_unknown_format_and_encoding_are_refused(run, page, tmp_path):
    assert run("clean", page, "-o", tmp_path, "-f", "docx").code == 1
    assert run("clean", page, "-o", tmp_path, "--out-encoding", "klingon").code == 1
    assert run("clean", page, "-o", tmp_path, "--accept", "2").code == 2
    assert run("clean", page).code == 2


def test_place_that_cannot_be_written_is_named(run, page, tmp_path):
    (tmp_path / "file").write_text("")
    done = run("clean", page, "-o", tmp_path / "file")
    assert done.code == 4
    assert "is no folder" in done.err


def test_notices_of_a_text_are_told(run, page, tmp_path):
    page.write_text(page.read_text("utf-8") + "甲\0乙", "utf-8")
    done = run("clean", page, "-o", tmp_path / "out")
    assert done.code == 0
    assert f"brandtool: {page}: it holds 1 NUL character(s), the first in line 12" in done.err


def test_detector_that_fails_is_told_and_the_others_count(
    run, page, detectors, breaks, fails, tmp_path
):
    detectors(breaks, fails, failed=(Failure("lost", "gone"),))
    done = run("clean", page, "-o", tmp_path / "out")
    assert done.code == 0
    assert "The detector fails/1 failed on" in done.err
    assert "The plug-in lost" in done.err


def test_quotes_as_lines(run, page):
    done = run("quotes", page)
    assert done.out == f"{page}\t1\tdirect\t田禾\t这盏灯是我爷爷挂上去的。\n"


def test_quotes_as_a_table(run, page):
    done = run("quotes", "--csv", page, page)
    assert done.raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(done.out[1:], newline="")))
    assert [row["说话人"] for row in rows] == ["田禾", "田禾"]
    assert (rows[0]["处理状态"], rows[0]["把握"]) == ("未处理", "0.8000")
    assert rows[0]["依据"] == "“说”引出引号内的话，店主田禾是其主语。"


def test_quotes_as_json(run, page):
    (quote,) = json.loads(run("quotes", "--json", page).out)
    assert (quote["speaker"], quote["kind"]) == ("田禾", "direct")
    page.write_text("没有引语。\n", "utf-8")
    assert json.loads(run("quotes", "--json", page).out) == []


def test_quotes_of_a_refused_file(run, page, tmp_path):
    done = run("quotes", tmp_path / "none.txt", page)
    assert done.code == 1
    assert "田禾" in done.out


def test_standard_input_is_a_file_like_the_others(run, page, piped, tmp_path):
    piped(page.read_bytes())
    done = run("clean", "-", page, "-o", tmp_path / "out", "-f", "csv")
    assert (done.code, len(done.out.splitlines())) == (4, 2)
    assert "would overwrite" in done.err
    piped("店主田禾说：“这盏灯是我挂的。”".encode("gb18030"))
    assert run("quotes", "-", "--encoding", "gb18030").out.startswith("-\t1\t")
    piped(b"")
    assert "- holds no text" in run("quotes", "-").err
