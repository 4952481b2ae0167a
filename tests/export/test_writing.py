from __future__ import annotations

import errno
import os

import pytest

from brandtool.core.errors import BrandtoolError
from brandtool.export import writing
from brandtool.export.writing import Output, write


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_files_appear_with_their_bytes_and_nothing_else(tmp_path):
    folder = tmp_path / "a" / "b"
    paths = write([Output("x.txt", b"1"), Output("y.txt", b"2")], folder)
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert names(folder) == ["x.txt", "y.txt"]


def test_files_of_an_export_before_are_replaced(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"old")
    write([Output("x.txt", b"new")], tmp_path)
    assert (names(tmp_path), (tmp_path / "x.txt").read_bytes()) == (["x.txt"], b"new")


def test_link_at_the_place_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "kept").write_bytes(b"kept")
    (tmp_path / "x.txt").symlink_to(tmp_path / "kept")
    write([Output("x.txt", b"new")], tmp_path)
    assert (tmp_path / "kept").read_bytes() == b"kept"
    assert not (tmp_path / "x.txt").is_symlink()


def test_full_disk_leaves_everything_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "x.txt").write_bytes(b"old")
    synced = []

    def full(handle):
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BrandtoolError, match=r"export\.full"):
        write([Output("x.txt", b"new"), Output("y.txt", b"new")], tmp_path)
    assert (names(tmp_path), (tmp_path / "x.txt").read_bytes()) == (["x.txt"], b"old")


def test_failure_between_two_renames_puts_the_first_back(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"old")
    (tmp_path / "z.txt").mkdir()
    (tmp_path / "z.txt" / "in").write_bytes(b"")
    outputs = [Output("x.txt", b"new"), Output("y.txt", b"new"), Output("z.txt", b"new")]
    with pytest.raises(BrandtoolError, match=r"export\.failed"):
        write(outputs, tmp_path)
    assert (names(tmp_path), (tmp_path / "x.txt").read_bytes()) == (["x.txt", "z.txt"], b"old")


def test_folders_made_for_an_export_that_failed_are_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr(
        writing, "_stage", lambda data, path: (_ for _ in ()).throw(OSError(5, "bad"))
    )
    with pytest.raises(BrandtoolError, match=r"export\.failed"):
        write([Output("x.txt", b"1")], tmp_path / "a" / "b")
    assert names(tmp_path) == []


def test_place_that_is_no_folder_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file", tmp_path / "file" / "in"):
        with pytest.raises(BrandtoolError) as caught:
            write([Output("x.txt", b"1")], place)
        assert (caught.value.code, caught.value.values) == ("export.folder", {"path": str(place)})


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_folder_that_may_not_be_written_is_named(tmp_path, monkeypatch, number):
    def refuse(*_, **__):
        raise OSError(number, "no")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(BrandtoolError, match=r"export\.denied"):
        write([Output("x.txt", b"1")], tmp_path)


def test_file_system_that_cannot_sync_folders_is_no_failure(tmp_path, monkeypatch):
    sync = os.fsync

    def refuse(handle):
        if os.path.isdir(f"/proc/self/fd/{handle}"):
            raise OSError(errno.EINVAL, "folders cannot be synced")
        sync(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    assert write([Output("x.txt", b"1")], tmp_path)


def test_interrupted_write_leaves_no_part_behind(tmp_path, monkeypatch):
    def interrupt(handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write([Output("x.txt", b"1")], tmp_path)
    assert names(tmp_path) == []


def test_folder_somebody_else_put_something_into_stays(tmp_path, monkeypatch):
    def fail(data, path):
        (path.parent / "other").write_bytes(b"")
        raise OSError(5, "bad")

    monkeypatch.setattr(writing, "_stage", fail)
    with pytest.raises(BrandtoolError, match=r"export\.failed"):
        write([Output("x.txt", b"1")], tmp_path / "a")
    assert names(tmp_path / "a") == ["other"]


def test_folder_that_cannot_be_synced_for_another_reason_is_a_failure(tmp_path, monkeypatch):
    def refuse(folder):
        raise OSError(errno.EIO, "disk")

    monkeypatch.setattr(writing, "_sync", refuse)
    with pytest.raises(BrandtoolError, match=r"export\.failed"):
        write([Output("x.txt", b"1")], tmp_path)


def test_file_system_without_links_still_takes_the_files(tmp_path, monkeypatch):
    (tmp_path / "x.txt").write_bytes(b"old")

    def refuse(*_, **__):
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    write([Output("x.txt", b"new")], tmp_path)
    assert (tmp_path / "x.txt").read_bytes() == b"new"
