"""Real disks that refuse: a full one, a read-only one; both need the right to mount."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.fixture
def mounted(tmp_path):
    """Return what mounts a small file system with some options; it skips where it may not."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small disk")
    done = []

    def mount(name: str, options: str):
        folder = tmp_path / name
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("this machine lets nobody mount a small disk")
        done.append(folder)
        return folder

    yield mount
    for folder in done:
        subprocess.run(["umount", str(folder)], check=True)


def test_full_disk_is_named_and_nothing_is_left_on_it(run, page, mounted):
    folder = mounted("small", "size=16k")
    (folder / "kept.txt").write_bytes(b"x" * 4096)
    page.write_text(page.read_text("utf-8") + "小桥的灯也亮了。" * 800, "utf-8")
    done = run("clean", page, "-o", folder)
    assert (done.code, done.out) == (4, "")
    assert "is full; nothing was written" in done.err
    assert [path.name for path in folder.rglob("*")] == ["kept.txt"]


def test_read_only_disk_is_named(run, page, mounted):
    folder = mounted("fixed", "size=64k,ro")
    done = run("clean", page, "-o", folder)
    assert done.code == 4
    assert "may not be written by you" in done.err
