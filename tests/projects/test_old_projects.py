from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest

from brandtool.core.fold import Ledger
from brandtool.store import SCHEMA, open_project, verify
from brandtool.store.header import read_header

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("schema-*.brandtool"))


def test_there_is_one_project_of_every_released_schema() -> None:
    assert [path.name for path in FILES] == [
        f"schema-{number}.brandtool" for number in range(1, SCHEMA + 1)
    ]
    assert [read_header(path).schema for path in FILES] == list(range(1, SCHEMA + 1))


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("writable", [True, False])
def test_an_old_project_opens_with_everything_in_it(
    file: Path, writable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    told = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    path = tmp_path / "page.txt.brandtool"
    shutil.copyfile(file, path)
    with open_project(path, writable=writable) as project:
        assert project.writable is writable and project.uid == told["uid"]
        (entry,) = project.documents()
        assert [asdict(one) for one in project.replicas()] == told["replicas"]
        hashes = [project.source(entry.uid, rev)[0].sha256 for rev in (1, 2)]
        assert hashes == told["sources"]
        assert project.layers(entry.uid) == told["layers"]
        events = [d for _, d in project.all_decisions()]
        assert [[d.event, d.verb, d.kind, d.payload] for d in events] == told["events"]
        assert [d.sealed() for d in events] == events
        effective = project.effective(entry.uid) | project.effective(None)
        assert sorted(effective) == told["effective"]
        assert sorted(d.event for d in Ledger(events).effective) == told["effective"]
    assert verify(path).ok
