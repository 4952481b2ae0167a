from __future__ import annotations

import pytest

from brandtool import store
from brandtool.core.decision import Decision, Label
from brandtool.intake import read


@pytest.fixture
def project(page):
    intake = read(page)
    replica = store.new_replica(editor_id="c", editor_name="岑霁")
    with store.create_project(page, intake.document, raw=intake.raw, replica=replica) as made:
        path = made.path
    return path


def test_whole_project_is_said_to_be_whole(run, project, page):
    assert run("verify", project).out == f"{project} is whole.\n"
    assert run("verify", page).code == 0


def test_statistics_are_counted(run, project):
    done = run("verify", "--stats", project)
    assert "  documents: 1\n" in done.out
    assert "  decisions: 0\n" in done.out


def test_damaged_project_is_named_and_the_others_checked(run, project, tmp_path):
    damaged = tmp_path / "x.brandtool"
    raw = bytearray(project.read_bytes())
    at = raw.index("临河老街昨晚亮灯".encode())
    raw[at : at + 3] = "灵".encode()
    damaged.write_bytes(bytes(raw))
    before = damaged.read_bytes()
    done = run("verify", damaged, project)
    assert done.code == 3
    assert f"{damaged} is not whole" in done.out
    assert f"{project} is whole." in done.out
    assert damaged.read_bytes() == before


def test_foreign_and_missing_files_are_refused(run, tmp_path):
    foreign = tmp_path / "x.brandtool"
    foreign.write_bytes(b"SQLite format 3\x00" + b"\0" * 100)
    assert run("verify", foreign).code == 1
    assert run("verify", tmp_path / "none.brandtool").code == 1


def test_decisions_are_counted_by_editor(run, project):
    replica = store.new_replica(editor_id="c", editor_name="岑霁")
    with store.open_project(project, replica=replica) as opened:
        (entry,) = opened.documents()
        decision = Decision(
            "", replica.replica_id, 1, 1, "0" * 32, "add", "state", entry.uid, entry.text_sha256,
            effects=(Label("state", (), {"state": "first"}),),
        )  # fmt: skip
        opened.append((decision.sealed(),))
    lines = run("verify", "--stats", project).out.splitlines()
    assert {"  decisions: 1", "  effective: 1", "  by_verb: add: 1", "  by_kind: state: 1"} <= set(
        lines
    )
