from __future__ import annotations

import contextlib
import sqlite3

import pytest

from brandtool import store
from brandtool.core.decision import Decision, Effect, Label, Place, Point, Source
from brandtool.intake import read


@pytest.fixture
def project(page):
    """The project of the page, with one editor's replica."""
    intake = read(page)
    replica = store.new_replica(editor_id="c", editor_name="岑霁")
    with store.create_project(page, intake.document, raw=intake.raw, replica=replica) as made:
        yield made


def decide(project, *effects: Effect, verb="add", kind="test", cand=None) -> None:
    (entry,) = project.documents()
    n, prev = project.chain()
    decision = Decision(
        "", project.replica.replica_id, n + 1, n + 1, f"{n + 1:032x}", verb, kind, entry.uid,
        entry.text_sha256, cand, effects=effects, made_us=1_758_000_000_000_000, prev=prev,
    )  # fmt: skip
    project.append((decision.sealed(),))


def join(project) -> None:
    text = project.source(project.documents()[0].uid)[0].text
    at = text.index("石\n\n桥")
    decide(project, Place(Source(at + 3, at + 4, "桥"), Point("", at + 1), "run_on"))


def page_text(folder) -> str:
    return next(folder.rglob("*_整版*.txt")).read_text("utf-8")


def test_decided_things_only_are_exported(run, project, tmp_path):
    out = tmp_path / "out"
    done = run("export", project.path, "-o", out)
    assert (done.code, done.err) == (0, "")
    assert "来看灯的人把石\n桥都站满了。" in page_text(out)
    join(project)
    assert run("export", project.path, "-o", out, "-f", "text").code == 0
    assert "来看灯的人把石桥都站满了。" in page_text(out)


def test_accept_adds_what_is_proposed(run, project, tmp_path):
    assert run("export", project.path, "-o", tmp_path / "out", "--accept", "0.5").code == 0
    assert "来看灯的人把石桥都站满了。" in page_text(tmp_path / "out")


def test_text_and_folder_stand_for_their_project(run, project, page, tmp_path):
    assert run("export", page, "-o", tmp_path / "out").code == 0


def test_same_project_gives_the_same_bytes(run, project, tmp_path):
    join(project)
    decide(project, Label("state", (), {"state": "first"}))
    formats = [
        word for name in ("text", "markdown", "html", "jsonl", "csv") for word in ("-f", name)
    ]
    for name in ("a", "b"):
        assert run("export", project.path, "-o", tmp_path / name, *formats).code == 0
    told = [
        sorted((p.name, p.read_bytes()) for p in (tmp_path / name).rglob("*.*")) for name in "ab"
    ]
    assert told[0] == told[1]
    assert len(told[0]) == 7


def test_editor_of_a_state_is_named(run, project, tmp_path):
    decide(project, Label("state", (), {"state": "first"}))
    assert run("export", project.path, "-o", tmp_path / "out", "-f", "csv").code == 0
    table = next((tmp_path / "out").rglob("*_稿件*.csv")).read_text("utf-8")
    assert '"岑霁 2025-09-16T05:20:00Z"' in table


def test_printed_errors_are_put_right_on_request(run, project, tmp_path):
    text = project.source(project.documents()[0].uid)[0].text
    at = text.index("青石板")
    decide(project, Label("printed", (Source(at, at + 3, "青石板"),), {"text": "花岗岩"}))
    assert run("export", project.path, "-o", tmp_path / "a").code == 0
    assert run("export", project.path, "-o", tmp_path / "b", "--correct-printed").code == 0
    assert "青石板" in page_text(tmp_path / "a")
    assert "花岗岩" in page_text(tmp_path / "b")


def test_export_needs_no_lock_and_tells_notices(run, project, tmp_path):
    assert project.writable
    assert run("export", project.path, "-o", tmp_path / "out").code == 0


def test_what_is_no_project_is_refused(run, page, tmp_path):
    done = run("export", page, "-o", tmp_path / "out")
    assert done.code == 1
    assert "has no project yet" in done.err
    assert "no such project" in run("export", tmp_path / "none.txt", "-o", tmp_path / "out").err
    foreign = tmp_path / "x.brandtool"
    foreign.write_bytes(b"nothing of ours")
    assert run("export", foreign, "-o", tmp_path / "out").code == 1
    assert not (tmp_path / "out").exists()


def test_place_that_cannot_be_written_is_named(run, project, tmp_path):
    (tmp_path / "file").write_text("")
    assert run("export", project.path, "-o", tmp_path / "file").code == 4


def revise(project, page) -> None:
    page.write_text(page.read_text("utf-8") + "补记。\n", "utf-8")
    intake = read(page)
    (entry,) = project.documents()
    project.add_source(entry.uid, intake.document, intake.raw)


def test_a_revision_nobody_decided_on_gives_way_to_the_one_that_was(run, project, page, tmp_path):
    join(project)
    revise(project, page)
    done = run("export", project.path, "-o", tmp_path / "out")
    assert done.code == 0
    assert "earlier revision" in done.err
    assert "补记" not in page_text(tmp_path / "out")
    decide(project, Label("state", (), {"state": "first"}))
    done = run("export", project.path, "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert "补记" in page_text(tmp_path / "out")


def test_the_newest_revision_is_exported_where_nothing_is_decided(run, project, page, tmp_path):
    revise(project, page)
    done = run("export", project.path, "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert "补记" in page_text(tmp_path / "out")


def newer(path, *, reads_from: str) -> bytes:
    """Make a project look like one of a newer program; return its bytes."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
        connection.execute("UPDATE meta SET value=? WHERE key='reads_from'", (reads_from,))
        connection.commit()
    return path.read_bytes()


def test_project_of_a_newer_program_is_read_with_a_notice(run, project, tmp_path):
    project.close()
    raw = newer(project.path, reads_from="1")
    done = run("export", project.path, "-o", tmp_path / "out")
    assert done.code == 0
    assert "was written by a newer program (schema 99)" in done.err
    assert project.path.read_bytes() == raw


def test_project_that_only_a_newer_program_reads_is_refused(run, project, tmp_path):
    project.close()
    raw = newer(project.path, reads_from="99")
    done = run("export", project.path, "-o", tmp_path / "out")
    assert (done.code, done.out) == (1, "")
    assert "was made by a newer program (schema 99)" in done.err
    assert project.path.read_bytes() == raw


def test_cut_project_is_refused_untouched(run, project, tmp_path):
    project.close()
    project.path.write_bytes(project.path.read_bytes()[:20_000])
    raw = project.path.read_bytes()
    done = run("export", project.path, "-o", tmp_path / "out")
    assert done.code == 1
    assert "is damaged and was left untouched" in done.err
    assert (project.path.read_bytes(), (tmp_path / "out").exists()) == (raw, False)


def test_a_text_that_changed_since_is_told_and_the_stored_one_exported(
    run, project, page, tmp_path
):
    join(project)
    told = page.read_text("utf-8")
    page.write_bytes(told.replace("\n", "\r\n").encode("utf-8"))
    assert run("export", page, "-o", tmp_path / "same").err == ""
    page.write_text(told.replace("老街", "新街"), "utf-8")
    done = run("export", page, "-o", tmp_path / "out")
    assert done.code == 0
    assert done.err.count("\n") == 1 and "has changed since" in done.err
    assert "老街" in page_text(tmp_path / "out")
    page.write_bytes(b"\xff\xfe\xfd" * 50)
    assert "has changed since" in run("export", page, "-o", tmp_path / "out").err
    page.unlink()
    assert run("export", project.path, "-o", tmp_path / "out").err == ""
