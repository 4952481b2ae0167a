from __future__ import annotations

import getpass
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from brandtool import settings
from brandtool.core.errors import BrandtoolError
from brandtool.settings import Editor, Settings


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_missing_file_means_the_defaults(path):
    assert settings.load(path) == Settings()


def test_preferences_come_back_as_they_were_saved(path):
    told = Settings("zh", "dark", 18, "pqz", "裴砚清", "/out", ("a", "b"), {"width": 1200})
    settings.save(told, path)
    assert settings.load(path) == told
    assert json.loads(path.read_text("utf-8"))["editor_name"] == "裴砚清"
    assert list(path.parent.iterdir()) == [path]


def test_defaults_are_not_written(path):
    settings.save(Settings(text_size=16), path)
    assert json.loads(path.read_text("utf-8")) == {"text_size": 16}


def test_unknown_keys_and_values_are_kept(path):
    path.parent.mkdir()
    told = {
        "language": "tlh",
        "later": [1, 2],
        "text_size": True,
        "recent": [1],
        "appearance": "dark",
    }
    path.write_text(json.dumps(told), "utf-8")
    read = settings.load(path)
    assert (read.language, read.text_size, read.recent, read.appearance) == ("", 0, (), "dark")
    settings.save(read, path)
    assert json.loads(path.read_text("utf-8")) == told
    settings.save(replace(read, language="en"), path)
    assert json.loads(path.read_text("utf-8"))["language"] == "en"


@pytest.mark.parametrize("raw", [b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_damaged_file_is_set_aside_and_named(path, raw):
    path.parent.mkdir()
    path.write_bytes(raw)
    read = settings.load(path)
    assert Path(read.damaged).read_bytes() == raw
    assert (read, path.exists()) == (Settings(damaged=read.damaged), False)
    path.write_bytes(raw)
    assert settings.load(path).damaged != read.damaged


def test_damaged_file_that_cannot_be_moved_is_named_where_it_is(path, monkeypatch):
    path.parent.mkdir()
    path.write_bytes(b"{")

    def refuse(*_):
        raise OSError

    monkeypatch.setattr(os, "replace", refuse)
    assert settings.load(path).damaged == str(path)


def test_what_the_system_refuses_is_one_known_error(path, tmp_path):
    path.mkdir(parents=True)
    with pytest.raises(BrandtoolError, match=r"settings\.unreadable"):
        settings.load(path)
    with pytest.raises(BrandtoolError, match=r"settings\.unwritable"):
        settings.save(Settings(), path)
    assert list(path.parent.iterdir()) == [path]
    (tmp_path / "file").write_text("")
    with pytest.raises(BrandtoolError, match=r"settings\.unwritable"):
        settings.save(Settings(), tmp_path / "file" / "settings.json")


def test_editor_is_the_system_account_until_changed(monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "pei")
    monkeypatch.setattr(settings, "_full_name", lambda account: "裴砚清")
    assert Settings().editor == Editor("pei", "裴砚清")
    assert Settings(editor_name="岑霁").editor == Editor("pei", "岑霁")
    monkeypatch.setattr(settings, "_full_name", lambda account: "")
    assert Settings().editor == Editor("pei", "pei")


def test_editor_named_for_one_run_wins(monkeypatch):
    monkeypatch.setenv("BRANDTOOL_EDITOR", " 岑霁 ")
    assert Settings(editor_name="裴砚清", editor_id="p").editor == Editor("岑霁", "岑霁")


def test_account_that_the_system_does_not_know_still_has_a_name(monkeypatch):
    def unknown():
        raise OSError

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert settings.system_editor() == Editor("editor", "editor")


def test_recent_files_are_listed_once_the_latest_first():
    told = Settings()
    for n in range(30):
        told = told.opened(f"{n}.txt")
    told = told.opened("25.txt")
    assert told.recent[:3] == ("25.txt", "29.txt", "28.txt")
    assert len(told.recent) == settings.MOST_RECENT


def test_path_is_below_the_folder_of_the_users_configuration():
    settings.save(Settings(language="en"))
    assert settings.settings_path().parent.name == "brandtool"
    assert settings.load().language == "en"
    settings.save(Settings())
