from __future__ import annotations

import itertools
import os
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandtool.core.decision import Label
from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.core.fold import Ledger
from brandtool.store import (
    Project,
    Replica,
    backups,
    create_project,
    new_replica,
    open_project,
    verify,
)


def code_of(work: Any, *args: Any, **told: Any) -> str:
    with pytest.raises(BrandtoolError) as caught:
        work(*args, **told)
    return caught.value.code


def test_a_document_and_its_bytes_come_back_as_they_were(folder: Path, replica: Replica) -> None:
    raw = b"\xef\xbb\xbf\xe6\xb5\xb7\x00\r\n\xe9\xa3\x8e\xf0\xa0\x80\x80"
    page = Document("海\x00\n风\U00020000", "x/页.txt", "utf-8")
    layers = {"boxes": "[[0,1]]", "hints": "{}"}
    with create_project(folder / "a.txt", page, raw=raw, replica=replica, layers=layers) as project:
        document, stored = project.source(page.uid)
        assert (document.text, stored) == (page.text, raw)
        assert (document.origin, document.encoding) == (page.origin, page.encoding)
        assert project.layers(page.uid) == layers
        (entry,) = project.documents()
        assert (entry.uid, entry.rev, entry.nchars) == (page.uid, 1, len(page.text))
        assert (entry.text_sha256, entry.raw_sha256) == (page.sha256, document.raw_sha256)
        assert project.notices == () and project.holder is None
    assert verify(folder / "a.txt.brandtool").ok


def test_bytes_that_are_not_the_documents_are_a_bug(project: Project, page: Document) -> None:
    with pytest.raises(ValueError, match="bytes"):
        project.add_document(replace(page, text="另一页", raw_sha256="ab"), b"x")
    assert len(project.documents()) == 1


def test_what_is_decided_is_there_after_reopening(project: Project, hand: Any, hands: Any) -> None:
    own = [hand.decide(), hand.decide(cand="ab" * 16, note="印刷如此")]
    of_project = hand.decide(doc=None, text_sha256=None, kind="person")
    for decision in (*own, of_project):
        assert project.append([decision]) == 1
    assert project.chain() == (3, of_project.event)
    project.close()
    project.close()
    with open_project(project.path) as again:
        assert list(again.decisions(hand.document.uid)) == own
        assert list(again.decisions(None)) == [of_project]
        assert [seq for seq, _ in again.all_decisions()] == [1, 2, 3]
        assert again.all_decisions(after=2) == ((3, of_project),)
        assert again.effective(hand.document.uid) == {d.event for d in own}
        assert again.effective(None) == {of_project.event}
        assert again.chain() == (0, "")
        later = hands(again.replica, hand.document, clock=3)
        again.append([later.decide()])
        assert len(again.replicas()) == 2
    assert verify(project.path).ok


def test_looking_writes_nothing(filled: Path) -> None:
    before = (filled.read_bytes(), filled.stat().st_mtime_ns)
    for writable in (False, True):
        with open_project(filled, writable=writable) as project:
            project.documents(), project.all_decisions(), project.find(Document("x"))
            assert project.writable is writable
    assert (filled.read_bytes(), filled.stat().st_mtime_ns) == before
    assert list(filled.parent.iterdir()) == [filled]


def test_an_action_is_one_transaction(project: Project, hand: Any) -> None:
    action = "cd" * 16
    whole = [hand.decide(action=action) for _ in range(3)]
    broken = [*whole[:2], replace(whole[2], note="changed after sealing")]
    assert code_of(project.append, broken) == "store.refused"
    gap = [whole[0], whole[2]]
    assert code_of(project.append, gap) == "store.chain"
    assert project.all_decisions() == ()
    assert project.append(whole) == 3
    with pytest.raises(ValueError, match="one action"):
        project.append([hand.decide(), hand.decide()])
    assert project.append([]) == 0


def test_an_action_that_failed_leaves_no_ghost_in_what_stands(
    project: Project, hand: Any, hands: Any
) -> None:
    first = hand.decide()
    project.append([first])
    action, stray = "cd" * 16, hands(hand.replica, hand.document, clock=hand.clock)
    stray.n, stray.prev = hand.n, hand.prev
    ghost = replace(stray.retract(first), action=action).sealed()
    bad = stray.decide(action=action, n=9)
    assert code_of(project.append, [ghost, bad]) == "store.chain"
    again = hand.decide(parents=(first.event,))
    project.append([again])
    project.append([hand.retract(again)])
    assert project.effective(hand.document.uid) == {first.event}
    assert verify(project.path).ok


def test_trying_again_is_safe(project: Project, hand: Any) -> None:
    first = hand.decide()
    assert [project.append([first]) for _ in range(3)] == [1, 0, 0]
    action = "cd" * 16
    pair = [hand.decide(action=action), hand.decide(action=action)]
    assert project.append(pair) == 2
    assert project.append(pair) == 0
    assert len(project.all_decisions()) == 3


def test_a_chain_goes_on_where_the_same_opening_comes_back(
    project: Project, hand: Any, replica: Replica
) -> None:
    project.append([hand.decide()])
    project.close()
    with open_project(project.path, replica=replica) as again:
        assert again.chain() == (1, hand.prev)
        assert again.append([hand.decide()]) == 1
        assert len(again.replicas()) == 1


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"n": 2}, "store.chain"),
        ({"prev": "ab" * 16}, "store.chain"),
        ({"replica": "ab" * 16}, "store.chain"),
        ({"doc": "ab" * 16}, "store.unknown_text"),
        ({"text_sha256": "ab" * 32}, "store.unknown_text"),
        ({"text_sha256": None}, None),
        ({"doc": None}, None),
    ],
)
def test_a_decision_must_hang_on_the_chain_and_on_a_known_text(
    project: Project, hand: Any, told: Any, code: str | None
) -> None:
    decision = hand.decide(**told)
    if code is None:
        assert project.append([decision]) == 1
    else:
        assert code_of(project.append, [decision]) == code
        assert project.all_decisions() == () and project.replicas() == ()


def test_a_reader_may_not_write(filled: Path, page: Document) -> None:
    with open_project(filled, writable=False) as project:
        assert code_of(project.add_document, page, b"") == "store.read_only"
        assert code_of(project.rebuild) == "store.read_only"


def test_revisions_are_kept_side_by_side(project: Project, page: Document, hand: Any) -> None:
    project.append([hand.decide()])
    other = Document(page.text + "又一行。\n", "page.txt", "gb18030")
    assert project.compare(page.uid, page.sha256) == "same"
    assert project.compare(page.uid, other.sha256) == "changed"
    raw = other.text.encode("gb18030")
    assert project.add_source(page.uid, other, raw, layers={"boxes": "[]"}) == 2
    assert project.add_source(page.uid, other, raw) == 2
    assert project.source(page.uid)[0].text == other.text
    assert project.source(page.uid, 1)[0].text == page.text
    assert (project.layers(page.uid, 1), project.layers(page.uid)) == ({}, {"boxes": "[]"})
    assert project.compare(page.uid, page.sha256) == "changed"
    assert project.append([hand.decide(text_sha256=other.sha256)]) == 1
    assert project.append([hand.decide()]) == 1
    assert project.add_source(page.uid, page, page.text.encode()) == 3
    assert [entry.rev for entry in project.documents()] == [3]
    assert verify(project.path).ok


def test_a_page_is_found_by_its_text_then_by_its_origin(project: Project, page: Document) -> None:
    moved = Document(page.text, "elsewhere.txt")
    changed = Document("换了字", "page.txt")
    assert [found and found.uid for found in map(project.find, (page, moved, changed))] == [
        page.uid
    ] * 3
    assert project.find(Document("换了字", "other.txt")) is None
    later = Document("另一页", "later.txt")
    project.add_document(later, later.text.encode())
    project.add_source(later.uid, page, page.text.encode())
    assert (found := project.find(page)) is not None and found.uid == later.uid
    assert project.find(Document("换了字", "")) is None


def test_documents_keep_their_order_and_are_stored_once(project: Project, page: Document) -> None:
    pages = [Document(f"第{n}版", f"{n}.txt") for n in (3, 1, 2)]
    for added in (*pages, pages[0], page):
        assert project.add_document(added, added.text.encode()) == added.uid
    assert [entry.origin for entry in project.documents()] == [
        "page.txt",
        "3.txt",
        "1.txt",
        "2.txt",
    ]


def test_a_source_that_is_not_there_is_named(project: Project, page: Document) -> None:
    for told in (("ab" * 16,), (page.uid, 2)):
        assert code_of(project.source, *told) == "store.no_source"


def test_names_that_are_no_text_are_spelt_out(folder: Path, page: Document) -> None:
    name = os.fsdecode(b"\xff.txt")
    replica = new_replica(editor_id="\udcff", editor_name="a\udcff")
    document = replace(page, origin=name)
    with create_project(folder / "a.txt", document, raw=b"", replica=replica) as project:
        assert project.documents()[0].origin == r"\udcff.txt"
        assert project.find(Document("别的", name)) is not None


def test_readers_follow_a_writer(project: Project, hand: Any) -> None:
    with open_project(project.path, writable=False) as reader:
        assert not reader.changed()
        decision = hand.decide()
        project.append([decision])
        assert (reader.changed(), reader.changed()) == (True, False)
        assert list(reader.decisions(hand.document.uid)) == [decision]


def test_a_text_too_big_for_a_row_is_refused_whole(
    folder: Path, page: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brandtool.store.connection.LENGTH_LIMIT", 100_000)
    big = Document("大" * 50_000, "big.txt")
    with create_project(folder / "a.txt", page, raw=b"") as project:
        assert code_of(project.add_document, big, b"") == "store.too_big"
        assert len(project.documents()) == 1
    assert verify(project.path).ok


def test_closing_makes_the_backup_that_is_due(project: Project, hand: Any) -> None:
    project.append([hand.decide()], tend=False)
    assert backups(project.uid) == ()
    project.close()
    assert len(backups(project.uid)) == 1


def test_nobody_makes_a_project_over_another(project: Project, page: Document) -> None:
    assert code_of(Project.create, project.path, page, raw=b"") == "store.locked"
    project.close()
    before = project.path.read_bytes()
    assert code_of(Project.create, project.path, page, raw=b"") == "store.exists"
    assert project.path.read_bytes() == before


def test_a_making_that_fails_leaves_nothing_locked(folder: Path, page: Document) -> None:
    wrong = replace(page, raw_sha256="ab")
    with pytest.raises(ValueError, match="bytes"):
        Project.create(folder / "a.brandtool", wrong, raw=b"")
    with open_project(folder / "a.brandtool") as project:
        assert project.writable and project.documents() == ()


def test_a_making_that_was_stopped_before_is_cleared_away(folder: Path, page: Document) -> None:
    for name in ("a.brandtool.new", "a.brandtool.new-journal"):
        (folder / name).write_bytes(b"half")
    Project.create(folder / "a.brandtool", page, raw=b"").close()
    assert [path.name for path in folder.iterdir()] == ["a.brandtool"]


def test_a_project_taken_away_under_us_takes_no_decision(project: Project, hand: Any) -> None:
    project.append([hand.decide()])
    away = project.path.with_name("away.brandtool")
    project.path.rename(away)
    lost = hand.decide()
    assert code_of(project.append, [lost]) == "store.moved"
    project.path.write_bytes(away.read_bytes())
    assert code_of(project.append, [lost]) == "store.moved"
    project.path.unlink()
    away.rename(project.path)
    assert project.append([lost]) == 1


def test_a_project_belongs_to_the_thread_that_opened_it(project: Project) -> None:
    caught: list[Exception] = []

    def look() -> None:
        try:
            project.documents()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_the_stored_state_is_made_anew_from_the_events(filled: Path) -> None:
    with sqlite3.connect(filled) as other:
        other.execute("DELETE FROM head")
    other.close()
    assert {found.code for found in verify(filled).problems} == {"verify.head"}
    with open_project(filled) as project:
        project.rebuild()
    assert verify(filled).ok


def test_events_another_program_wrote_are_folded_in(
    project: Project, hand: Any, hands: Any
) -> None:
    """Another tool may append without our lock; the next decision sees what it wrote."""
    first = hand.decide()
    project.append([first])
    from brandtool.store import lock as locks

    stranger = new_replica(editor_id="x", editor_name="旁人")
    other_hand = hands(stranger, hand.document, clock=1)
    taken = other_hand.retract(first)
    project._held.release()
    with open_project(project.path, replica=stranger) as other:
        other.append([taken])
    project._held = locks.take(project.path, "")
    hand.clock = 2
    project.append([hand.retract(taken)])
    assert verify(project.path).ok
    assert project.effective(hand.document.uid) == {first.event}


counter = itertools.count()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(0, 30)), max_size=25))
def test_the_stored_state_is_the_fold_of_the_events(
    tmp_path_factory: pytest.TempPathFactory, steps: Any
) -> None:
    from tests.store.conftest import Hand  # the class, not the fixture

    page = Document("甲乙丙丁\n戊己庚辛\n", "p")
    replica = new_replica(editor_id="", editor_name="")
    hand, made = Hand(replica, page), []
    path = tmp_path_factory.mktemp("fold") / f"{next(counter)}.brandtool"
    with Project.create(path, page, raw=b"", replica=replica) as project:
        for what, one, two in steps:
            named = {made[at % len(made)].event for at in (one, two)} if made else set()
            if what == 0 or not made:
                decision = hand.decide(effects=(Label("k", (), what),))
            elif what == 1:
                decision = hand.decide(parents=tuple(sorted(named)))
            else:
                targets = tuple(sorted(named))
                decision = hand.decide(verb="retract", effects=(), targets=targets)
            made.append(decision)
            project.append([decision], tend=False)
            ledger = Ledger(made)
            assert project.effective(page.uid) == {d.event for d in ledger.effective}
    assert verify(path).ok
