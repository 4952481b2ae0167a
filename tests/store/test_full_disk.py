from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.store import (
    Project,
    create_project,
    lock,
    new_replica,
    open_project,
    verify,
)


def mount(folder: Path, *words: str) -> bool:
    done = subprocess.run(["mount", *words, str(folder)], capture_output=True)
    return done.returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 2 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    able = sys.platform == "linux" and os.geteuid() == 0
    if not (able and mount(folder, "-t", "tmpfs", "-o", "size=2m", "tmpfs")):
        pytest.skip("a small disk can be mounted by root on Linux only")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Write until nothing more goes in."""
    filler = folder / "filler"
    with filler.open("ab", buffering=0) as file:
        for size in (65536, 4096, 256, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def test_a_full_disk_takes_no_half_decision_and_goes_on_when_there_is_room(
    small_disk: Path, hands: Any
) -> None:
    page = Document("满" * 2000, "page.txt")
    replica = new_replica(editor_id="lin", editor_name="林编辑")
    hand = hands(replica, page)
    with create_project(small_disk / "page.txt", page, raw=b"", replica=replica) as project:
        stored = [hand.decide()]
        project.append(stored)
        filler = fill(small_disk)
        action = "cd" * 16
        waiting = [hand.decide(action=action, note="长" * 3000) for _ in range(40)]
        for _ in range(3):
            with pytest.raises(BrandtoolError) as caught:
                project.append(waiting)
            assert caught.value.code == "store.full"
            assert [d for _, d in project.all_decisions()] == stored
        other = Document("另" * 2000, "other.txt")
        with pytest.raises(BrandtoolError) as caught:
            project.add_document(other, other.text.encode())
        assert caught.value.code == "store.full"
        filler.unlink()
        assert project.append(waiting) == 40
        assert [d for _, d in project.all_decisions()] == stored + waiting
    assert verify(project.path).ok


def test_a_project_is_not_half_made_on_a_full_disk(small_disk: Path) -> None:
    fill(small_disk)
    page = Document("一页", "page.txt")
    with pytest.raises(BrandtoolError) as caught:
        create_project(small_disk / "page.txt", page, raw=b"")
    assert caught.value.code == "store.full"
    assert [p.name for p in small_disk.iterdir() if p.name != "filler"] == []


def test_a_project_on_a_full_disk_can_still_be_read(small_disk: Path) -> None:
    page = Document("一页", "page.txt")
    create_project(small_disk / "page.txt", page, raw=b"").close()
    fill(small_disk)
    path = small_disk / "page.txt.brandtool"
    with open_project(path) as project:
        assert project.source(page.uid)[0].text == page.text
    assert verify(path).ok


def test_a_read_only_disk_is_read_and_its_new_projects_lie_elsewhere(
    small_disk: Path, home: Path
) -> None:
    page = Document("一页", "page.txt")
    create_project(small_disk / "page.txt", page, raw=b"").close()
    path = small_disk / "page.txt.brandtool"
    if not mount(small_disk, "-o", "remount,ro"):
        pytest.skip("this disk cannot be made read-only")
    before = path.read_bytes()
    with Project.open(path, writable=True) as project:
        assert not project.writable
        assert [told.code for told in project.notices] == ["store.read_only"]
        assert project.source(page.uid)[0].text == page.text
    assert verify(path).ok
    with create_project(small_disk / "other.txt", page, raw=b"") as away:
        assert away.path.is_relative_to(home) and away.writable
    assert path.read_bytes() == before
    assert not lock.lock_path(path).exists()
