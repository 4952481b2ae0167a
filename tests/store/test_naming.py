from __future__ import annotations

import os
from pathlib import Path

import pytest

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.store import Location, away_path, create_project, locate
from brandtool.store import project as projects


def test_the_project_of_a_text_is_its_full_name(folder: Path) -> None:
    assert locate(folder / "page.txt") == Location(folder / "page.txt.brandtool", False, False)


def test_the_project_of_a_folder_lies_in_it(folder: Path) -> None:
    assert locate(folder) == Location(folder / "pages.brandtool", False, False)


def test_a_project_file_is_its_own_project(folder: Path) -> None:
    path = folder / "page.txt.brandtool"
    assert locate(path) == Location(path, False, False)
    path.touch()
    assert locate(path) == Location(path, True, False)
    assert locate(away_path(path)).away


def test_looking_makes_nothing(folder: Path, home: Path) -> None:
    locate(folder), locate(folder / "page.txt")
    assert not list(folder.iterdir()) and not home.exists()


def test_a_page_in_a_folder_with_a_project_opens_in_that(folder: Path) -> None:
    whole = folder / "pages.brandtool"
    whole.touch()
    deep = folder / "三月" / "01"
    deep.mkdir(parents=True)
    for page in (folder / "page.txt", deep / "page.txt"):
        assert locate(page) == Location(whole, True, False)
    assert locate(deep) == Location(deep / "01.brandtool", False, False)


def test_what_was_decided_beside_a_page_is_not_hidden_by_its_folders_project(
    folder: Path,
) -> None:
    own = folder / "page.txt.brandtool"
    own.touch()
    (folder / "pages.brandtool").touch()
    assert locate(folder / "page.txt").path == own


def test_a_folder_named_like_a_project_is_a_folder(folder: Path) -> None:
    odd = folder / "odd.brandtool"
    odd.mkdir()
    assert locate(odd).path == odd / "odd.brandtool.brandtool"


def test_a_folder_that_cannot_be_written_has_its_project_in_the_users_data(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != folder)
    page = folder / "page.txt"
    at = locate(page)
    assert (at.exists, at.away) == (False, True)
    assert at.path.parent == home / "data" / "brandtool" / "projects"
    document = Document("一页", "page.txt")
    create_project(page, document, raw=b"").close()
    assert not list(folder.iterdir())
    assert locate(page) == Location(at.path, True, True)
    monkeypatch.undo()


def test_pages_of_one_name_in_two_folders_have_two_projects_away(tmp_path: Path) -> None:
    assert away_path(tmp_path / "a" / "p.txt") != away_path(tmp_path / "b" / "p.txt")


def test_a_folder_that_refuses_at_the_last_moment_sends_the_project_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = projects.lock.take

    def refuse(path: Path, name: str) -> object:
        if path.parent == folder:
            raise PermissionError(13, "no")
        return take(path, name)

    monkeypatch.setattr(projects.lock, "take", refuse)
    page = folder / "page.txt"
    with create_project(page, Document("一页"), raw=b"") as project:
        assert project.path == away_path(page)
    monkeypatch.setattr(projects.lock, "take", lambda *_: (_ for _ in ()).throw(OSError(28, "")))
    with pytest.raises(BrandtoolError) as caught:
        create_project(folder / "other.txt", Document("一页"), raw=b"")
    assert caught.value.code == "store.full"


@pytest.mark.parametrize("name", ["版" * 80, "a" * 251, "\U00020000" * 60 + ".txt"])
def test_a_name_too_long_for_the_disk_is_shortened_and_told_apart(folder: Path, name: str) -> None:
    one, two = locate(folder / name).path, locate(folder / (name[:-1] + "x")).path
    assert one != two
    with create_project(folder / name, Document("一页"), raw=b"") as project:
        assert project.path == one and project.writable
    assert len(os.fsencode(away_path(folder / name).name)) < 255


@pytest.mark.parametrize(
    "name", ["a?b#c%d", "换\n行", "-v", "  ", "a'b\"c", "nfc\u00e9", "nfde\u0301"]
)
def test_odd_names_are_taken_as_they_are(folder: Path, name: str) -> None:
    create_project(folder / name, Document("一页"), raw=b"").close()
    assert os.listdir(folder) == [name + ".brandtool"]
