from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.store import Project, open_project, proof, verify
from brandtool.store.record import row_sum

FLIPS = 120


def tamper(path: Path, *statements: str) -> set[str]:
    """Change a project behind its guards, as a bad disk would; return what verify finds."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type='trigger'")
    kept = triggers.fetchall()
    for name, _ in kept:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in kept:
        connection.execute(sql)
    connection.close()
    return {found.code for found in verify(path).problems}


def dump(path: Path) -> list[str] | None:
    """Return everything a project holds, as text; None if it cannot be read."""
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            return [
                *connection.iterdump(),
                str(connection.execute("PRAGMA user_version").fetchone()),
            ]
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeError):
        return None


def test_a_whole_project_has_no_problems_and_figures(filled: Path) -> None:
    before = (filled.read_bytes(), filled.stat().st_mtime_ns)
    report = verify(filled)
    assert report.ok and report.statistics is not None
    told = report.statistics
    assert (told.documents, told.sources, told.replicas) == (1, 1, 1)
    assert (told.decisions, told.effective) == (4, 1)
    assert told.by_verb == {"add": 3, "retract": 1}
    assert told.by_kind == {"role": 3, "": 1}
    assert told.by_editor == {"林编辑": 4}
    assert (filled.read_bytes(), filled.stat().st_mtime_ns) == before
    assert list(filled.parent.iterdir()) == [filled]


def test_a_project_somebody_writes_is_checked_without_disturbing_it(
    project: Project, hand: Any
) -> None:
    project.append([hand.decide()])
    report = verify(project.path)
    assert report.ok and report.statistics and report.statistics.decisions == 1
    project.append([hand.decide()])


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE decision SET made_us=made_us+1 WHERE seq=2", {"verify.event"}),
        (
            "UPDATE decision SET payload=replace(payload, 'headline', 'deck') WHERE seq=3",
            {"verify.event"},
        ),
        ("UPDATE decision SET payload='{}' WHERE seq=3", {"verify.event", "verify.unreadable"}),
        (
            "DELETE FROM decision WHERE seq=1",
            {"verify.chain"},
        ),
        ("UPDATE decision SET replica_id=randomblob(16) WHERE seq=2", None),
        ("DELETE FROM head", {"verify.head"}),
        ("UPDATE head SET cand=NULL", {"verify.head"}),
        (
            "INSERT INTO head SELECT event, doc_uid, cand FROM decision WHERE seq=1",
            {"verify.head"},
        ),
        ("UPDATE source_text SET text=text||'。'", {"verify.source"}),
        ("UPDATE source_text SET raw=x'00'", {"verify.source"}),
        ("DELETE FROM source_text", {"verify.source"}),
        ("UPDATE source SET nchars=3", {"verify.source", "verify.sum"}),
        ("UPDATE source SET origin='other.txt'", {"verify.sum"}),
        ("UPDATE replica SET editor_name='另一人'", {"verify.sum"}),
        ("INSERT INTO source_layer VALUES (1, 'boxes', '[]')", {"verify.sum"}),
        ("UPDATE meta SET value='0' WHERE key='project_uid'", {"verify.sum"}),
        ("DELETE FROM meta WHERE key LIKE 'sum:replica:%'", {"verify.sum"}),
        ("INSERT INTO meta VALUES ('sum:source:2', '')", {"verify.sum"}),
        ("CREATE VIEW v AS SELECT 1", {"verify.schema"}),
    ],
)
def test_every_tampering_is_noticed(filled: Path, statement: str, codes: set[str] | None) -> None:
    found = tamper(filled, statement)
    assert found and (codes is None or codes <= found)


def test_an_event_that_is_whole_but_hangs_on_another_is_noticed(
    project: Project, hand: Any
) -> None:
    first, second = hand.decide(), hand.decide()
    project.append([first])
    project.append([second])
    project.close()
    forged = replace(second, prev="ab" * 16).sealed()
    found = tamper(
        project.path,
        f"UPDATE decision SET event=x'{forged.event}', prev=x'{'ab' * 16}' WHERE n=2",
        f"UPDATE head SET event=x'{forged.event}' WHERE event=x'{second.event}'",
    )
    assert found == {"verify.chain"}


def test_the_uid_of_a_document_is_proved_by_its_first_text(filled: Path, page: Document) -> None:
    connection = sqlite3.connect(filled)
    row = list(connection.execute("SELECT * FROM source").fetchone())[1:]
    connection.close()
    row[0] = b"\x01" * 16
    found = tamper(
        filled,
        f"UPDATE doc SET doc_uid=x'{'01' * 16}'",
        f"UPDATE source SET doc_uid=x'{'01' * 16}'",
        f"UPDATE meta SET value='{row_sum(*row)}' WHERE key='sum:source:1'",
    )
    assert "verify.source" in found and "verify.sum" not in found


@pytest.fixture
def rich(project: Project, hand: Any, page: Document) -> Path:
    """Leave a project with some of everything."""
    other = Document(page.text + "增补一行。\n", "page.txt")
    project.add_source(page.uid, other, other.text.encode(), layers={"boxes": "[[1,2]]"})
    made = []
    for n in range(40):
        parents = (made[-1].event,) if n % 3 == 2 else ()
        made.append(hand.decide(parents=parents, note="附注" * (n % 5), cand=f"{n:032x}"))
        project.append([made[-1]], tend=False)
    project.append([hand.retract(*made[4:9])], tend=False)
    project.close()
    return project.path


def flips(path: Path, seed: int) -> Iterator[tuple[int, int]]:
    source = random.Random(seed)
    size = path.stat().st_size
    for _ in range(FLIPS):
        yield source.randrange(size), source.randrange(8)


def open_after_all(path: Path) -> None:
    """Let the desk open what is damaged, or say in known words why not; nothing else may come."""
    try:
        with open_project(path, writable=False) as project:
            for entry in project.documents():
                project.source(entry.uid), project.layers(entry.uid)
            project.all_decisions(), project.replicas()
    except BrandtoolError:
        return


def test_no_bit_that_matters_flips_unnoticed(rich: Path) -> None:
    whole, told = rich.read_bytes(), dump(rich)
    assert told is not None
    noticed = 0
    for at, bit in flips(rich, 7):
        rich.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << bit)]) + whole[at + 1 :])
        before = rich.read_bytes()
        try:
            ok = verify(rich).ok
        except BrandtoolError as error:
            assert error.code in ("store.foreign", "store.newer")
            ok = False
        noticed += not ok
        open_after_all(rich)
        assert not ok or dump(rich) == told, (at, bit)
        assert rich.read_bytes() == before
    assert noticed > FLIPS / 4


def test_zeroed_and_cut_pages_are_noticed(rich: Path) -> None:
    whole = rich.read_bytes()
    for page in range(1, len(whole) // 4096):
        if any(whole[page * 4096 : page * 4096 + 4096]):
            rich.write_bytes(whole[: page * 4096] + bytes(4096) + whole[(page + 1) * 4096 :])
            assert not verify(rich).ok, page
    for size in (101, 5000, len(whole) - 4096, len(whole) - 1):
        rich.write_bytes(whole[:size])
        assert not verify(rich).ok, size


def test_a_file_that_ends_too_early_is_noticed_though_only_zeros_are_missing(rich: Path) -> None:
    whole = rich.read_bytes()
    rich.write_bytes(whole[:-3])
    found = verify(rich).problems[0]
    assert (found.code, found.values) == ("verify.short", {"missing": 3})
    rich.write_bytes(whole)
    assert verify(rich).ok


def test_a_file_that_cannot_be_opened_at_all_has_no_figures(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> sqlite3.Connection:
        raise sqlite3.DatabaseError("broken")

    monkeypatch.setattr(proof, "connect", broken)
    report = verify(filled)
    assert (report.ok, report.statistics) == (False, None)
    assert [found.code for found in report.problems] == ["verify.unreadable"]
    assert not proof.sound(filled)


def test_a_file_that_fails_while_it_is_looked_at_is_not_whole(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: sqlite3.Connection) -> int:
        raise sqlite3.DatabaseError("broken")

    monkeypatch.setattr(proof, "schema_of", broken)
    assert [found.code for found in verify(filled).problems] == ["verify.unreadable"]


def test_a_file_whose_tables_cannot_be_read_has_no_figures(filled: Path) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[:100] + b"\xff" * 3996 + whole[4096:])
    report = verify(filled)
    assert (report.ok, report.statistics) == (False, None)


def test_a_file_that_is_none_of_ours_is_refused(folder: Path) -> None:
    for name, code in (("a.brandtool", "store.missing"), ("b.brandtool", "store.foreign")):
        path = folder / name
        if code == "store.foreign":
            path.write_bytes(b"x" * 300)
        with pytest.raises(BrandtoolError) as caught:
            verify(path)
        assert caught.value.code == code


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET payload='{}' WHERE seq=3",
        "UPDATE decision SET payload='{\"v\":9}' WHERE seq=3",
        "UPDATE decision SET payload='[1]' WHERE seq=3",
    ],
)
def test_a_decision_that_cannot_be_read_is_damage(
    filled: Path, page: Document, statement: str
) -> None:
    tamper(filled, statement)
    with open_project(filled, writable=False) as project:
        for read in (project.all_decisions, lambda: project.decisions(page.uid)):
            with pytest.raises(BrandtoolError) as caught:
                read()
            assert caught.value.code == "store.damaged"


def test_what_verify_finds_the_desk_can_still_open_read_only(filled: Path) -> None:
    assert tamper(filled, "UPDATE replica SET editor_name='另一人'") == {"verify.sum"}
    with open_project(filled, writable=False) as project:
        assert len(project.all_decisions()) == 4
