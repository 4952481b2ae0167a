from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandtool.core.candidate import Candidate, Evidence, Part, source_part
from brandtool.core.decision import Typed
from brandtool.core.document import Document
from brandtool.store import Cache, Hit
from brandtool.store.connection import connect, transaction
from brandtool.store.search import TABLES, find, index

UID = "ab" * 16


@pytest.fixture
def cache() -> Cache:
    opened = Cache(UID)
    yield opened
    opened.close()


def claim(page: Document, start: int, kind: str = "duplicate", score: float = 0.5) -> Candidate:
    return Candidate(
        kind=kind,
        text_sha256=page.sha256,
        parts=(
            source_part(page, "occurrence", (start, start + 2), (start + 3, start + 4)),
            Part("other", (Typed("ab" * 16, 0, 1, "字"),)),
        ),
        score=score,
        evidence=Evidence("same.words", {"count": 3, "share": 0.5, "words": "海风"}),
        detector="page/1",
        keep=0,
        value={"kind": "x", "list": [1, None, "二"]},
        group="g",
        scores=(0.5, 0.25),
    )


def test_the_cache_lies_where_caches_lie(cache: Cache, home: Path) -> None:
    assert cache.path == home / "cache" / "brandtool" / f"{UID}.db"
    assert cache._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_claims_come_back_as_they_were_by_place(cache: Cache, page: Document) -> None:
    claims = [claim(page, 9), claim(page, 2), claim(page, 5, "join")]
    assert not cache.has_run(page.sha256, "page/1")
    cache.put_run(page.sha256, "page/1", claims, config="c")
    assert cache.has_run(page.sha256, "page/1", config="c")
    assert not cache.has_run(page.sha256, "page/1", config="d")
    assert cache.candidates(page.sha256) == (claims[1], claims[2], claims[0])


def test_a_new_run_takes_the_place_of_the_last(cache: Cache, page: Document) -> None:
    cache.put_run(page.sha256, "page/1", [claim(page, 2), claim(page, 9)])
    cache.put_run(page.sha256, "quotes/1", [claim(page, 1, "quote")])
    cache.put_run(page.sha256, "page/1", [claim(page, 4)])
    assert [c.spans[0].start for c in cache.candidates(page.sha256)] == [1, 4]
    cache.put_run(page.sha256, "page/1", [])
    assert len(cache.candidates(page.sha256)) == 1


def test_a_run_is_stored_whole_or_not_at_all(cache: Cache, page: Document) -> None:
    cache.put_run(page.sha256, "page/1", [claim(page, 2)])
    bad = [claim(page, at % 20) for at in range(250)]
    bad.append(claim(page, 1, score=float("nan")))
    with pytest.raises(sqlite3.IntegrityError):
        cache.put_run(page.sha256, "page/1", bad)
    assert len(cache.candidates(page.sha256)) == 1


def test_long_lists_are_read_in_pages(cache: Cache, page: Document) -> None:
    other = Document(page.text + "二", "other")
    cache.put_run(page.sha256, "page/1", [claim(page, at % 7) for at in range(25)])
    cache.put_run(other.sha256, "page/1", [claim(other, at, "join") for at in range(5)])

    def read(kind: str | None, limit: int) -> list[Candidate]:
        out, after = [], None
        while True:
            got = cache.page(kind=kind, after=after, limit=limit)
            out += got.rows
            after = got.after
            if after is None:
                return out

    whole = read(None, 1000)
    assert len(whole) == 30 and whole == read(None, 7) == read(None, 30)
    assert sorted(whole[:5] + whole[25:], key=repr) != whole
    assert len(read("join", 2)) == 5 and read("quote", 2) == []
    starts = [(c.text_sha256, c.spans[0].start) for c in whole]
    assert starts == sorted(starts)


def test_view_state_is_kept_until_it_is_deleted(cache: Cache) -> None:
    state = {"page": "01", "question": None, "scroll": 3, "zoom": 1.5, "filters": ["join"]}
    assert cache.view("page:1") is None
    cache.keep_view("page:1", 1)
    cache.keep_view("page:1", state)
    cache.close()
    again = Cache(UID)
    assert again.view("page:1") == state
    again.close()
    shutil.rmtree(again.path.parent)
    fresh = Cache(UID)
    assert fresh.view("page:1") is None
    fresh.close()


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_cache_is_made_anew(
    cache: Cache, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    cache.keep_view("a", 1)
    cache.close()
    cache.path.write_bytes(content)
    fresh = Cache(UID)
    assert fresh.view("a") is None
    fresh.keep_view("a", 2)
    assert fresh.view("a") == 2
    fresh.close()
    assert "cache" in caplog.text


def test_a_cache_of_another_schema_is_made_anew(cache: Cache) -> None:
    cache.keep_view("a", 1)
    cache._connection.execute("PRAGMA user_version=7")
    cache.close()
    fresh = Cache(UID)
    assert fresh.view("a") is None
    fresh.close()


def test_damage_met_while_working_is_mended(page: Document) -> None:
    cache = Cache(UID)
    cache.put_run(page.sha256, "page/1", [claim(page, at % 20) for at in range(400)])
    cache.close()
    whole = cache.path.read_bytes()
    half = len(whole) // 2
    cache.path.write_bytes(whole[:half] + b"\xff" * (len(whole) - half))
    again = Cache(UID)
    assert again.candidates(page.sha256) == ()
    again.put_run(page.sha256, "page/1", [claim(page, 2)])
    assert len(again.candidates(page.sha256)) == 1
    again.close()


def test_a_cache_that_cannot_be_written_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = Cache(UID, folder=tmp_path / "file")
    cache.keep_view("a", 1)
    assert cache.view("a") == 1
    cache.close()


def test_a_bug_is_no_damage(cache: Cache) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        cache._run(lambda connection: connection.execute("SELECT * FROM nowhere"))


def test_two_desks_share_a_cache(cache: Cache, page: Document) -> None:
    other = Cache(UID)
    cache.put_run(page.sha256, "page/1", [claim(page, 2)])
    assert len(other.candidates(page.sha256)) == 1
    other.close()


# Search


def test_words_are_found_in_every_document_by_place(cache: Cache, page: Document) -> None:
    other = Document("新城的灯\n\n林小舟摄\n", "other.txt")
    cache.index(page.uid, page)
    cache.index(other.uid, other)
    for words in ("新城", "小舟", "灯", "，渔港的灯亮", "。”", "“", "年的鱼比去年多"):
        expected = {
            Hit(document.uid, at, at + len(words))
            for document in (page, other)
            for at in range(len(document.text))
            if document.text.startswith(words, at)
        }
        assert expected and set(cache.search(words)) == expected
    assert cache.search("城新") == cache.search("") == cache.search("没有") == ()
    assert len(cache.search("新", limit=1)) == 1


def test_a_document_indexed_again_is_found_by_its_new_words_only(cache: Cache) -> None:
    old, new = Document("旧的海风\n"), Document("新的渔港\n")
    cache.index("d1", old)
    cache.index("d1", new)
    assert cache.search("海风") == ()
    assert cache.search("渔港") == (Hit("d1", 2, 4),)
    connection = cache._connection
    assert connection.execute("SELECT 1 FROM pairs WHERE pairs MATCH '海风'").fetchall() == []


def test_an_index_that_fails_keeps_what_was(cache: Cache) -> None:
    cache.index("d1", Document("旧的海风\n"))
    with pytest.raises(UnicodeEncodeError):
        cache.index("d1", Document("新的\n\ud800渔港\n"))
    assert cache.search("海风") == (Hit("d1", 2, 4),)


def test_capitals_do_not_matter(cache: Cache) -> None:
    cache.index("d1", Document("OpenAI与İstanbul\n"))
    assert cache.search("openai") == (Hit("d1", 0, 6),)
    assert cache.search("与") == (Hit("d1", 6, 7),)
    assert cache.search("STANBUL") == (Hit("d1", 8, 15),)


LETTERS = "海风新城ab A，“\"'*-:\x00\U00020000\U00030000é\u0301\ue000"


@settings(max_examples=400, deadline=None)
@given(st.text(LETTERS + "\n", min_size=1, max_size=40), st.text(LETTERS, min_size=1, max_size=4))
def test_search_finds_what_a_plain_look_finds(text: str, words: str) -> None:
    connection = connect(None, access="create")
    with transaction(connection):
        for statement in TABLES:
            connection.execute(statement)
    page = Document(text)
    index(connection, "d", page)
    low, wanted = text.lower(), words.lower()
    expected = []
    for block in page.blocks:
        at = low.find(wanted, block.start, block.stop)
        while at >= 0:
            expected.append(at)
            at = low.find(wanted, at + len(wanted), block.stop)
    assert [hit.start for hit in find(connection, words, 1000)] == expected
    connection.close()


def test_opening_a_project_imports_neither_sqlite_utils_nor_platformdirs(filled: Path) -> None:
    look = (
        "import sys; from pathlib import Path; from brandtool.store import open_project;"
        f"open_project(Path({str(filled)!r})).close();"
        "print([m for m in ('sqlite_utils', 'platformdirs', 'jieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
