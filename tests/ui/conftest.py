"""A desk with the practice page: real store, real workbench.

The candidates are told by the test.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from brandtool import settings
from brandtool.core.candidate import Candidate, Evidence, Part, source_part
from brandtool.core.claim import candidate_json
from brandtool.core.document import Document
from brandtool.ui import theme
from brandtool.ui.analyst import Analyst
from brandtool.ui.app import make_window
from brandtool.ui.window import Window

SAMPLE = "resources/sample/page.txt"
QUIET = ("-c", "import sys; sys.stdin.read()")
"""What runs in the place of the analysis: it reads and says nothing."""

PAGE = """古渡新航一江共兴

第一段说到这里还没有

说完。这是第二行的后文。

渡口在,回家的路就在。

“渡口要修好,”张三说,“人才肯来。”

渡口在,回家的路就在。

图为渡口新貌。

小码头里的大民生

李四表示,今年渡口人选全国名单。
"""


def found(document: Document, kind: str, *parts: tuple[str, str, int], **rest: object) -> Candidate:
    """Make a candidate from words of the page: (role, words, which occurrence)."""
    made: list[Part] = []
    for role, words, nth in parts:
        at = -1
        for _ in range(nth + 1):
            at = document.text.index(words, at + 1)
        made.append(source_part(document, role, (at, at + len(words))))
    told: dict[str, object] = {"score": 0.95, "evidence": Evidence("test"), **rest}
    return Candidate(kind, document.sha256, tuple(made), **told)  # type: ignore[arg-type]


def candidates(document: Document) -> list[Candidate]:
    """Return one question of every kind on the page above."""
    return [
        found(
            document,
            "article",
            ("start", "小码头里的大民生", 0),
            ("headline", "小码头里的大民生", 0),
        ),
        found(
            document,
            "duplicate",
            ("occurrence", "渡口在,回家的路就在。", 0),
            ("occurrence", "渡口在,回家的路就在。", 1),
            keep=0,
            scores=(0.95, 0.95),
        ),
        found(document, "interruption", ("aside", "图为渡口新貌。", 0), value={"role": "caption"}),
        found(
            document,
            "join",
            ("left", "第一段说到这里还没有", 0),
            ("right", "说完。这是第二行的后文。", 0),
        ),
        found(document, "role", ("block", "古渡新航一江共兴", 0), value="headline", score=0.7),
        found(
            document,
            "quote",
            ("content", "渡口要修好,", 0),
            ("cue", "说", 2),
            ("mention", "张三", 0),
            value={"kind": "direct", "speaker": "张三", "alternatives": ["李四"]},
        ),
        found(
            document, "suspect", ("text", "人选", 0), value={"suggest": ["入选", "当选"]}, score=0.6
        ),
        found(document, "same", ("statement", "渡口", 0), ("statement", "渡口", 3), score=0.9),
    ]


@pytest.fixture(autouse=True, scope="session")
def hanzi(qapp: QApplication) -> None:
    """Let every view of every test show hanzi, also where the system has no font for them."""
    theme.load_fallback_font()


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no detector run unless a test asks for it."""
    monkeypatch.setattr(Analyst, "ARGUMENTS", QUIET)


@pytest.fixture
def make(qtbot, qapp: QApplication) -> Iterator[Callable[..., Window]]:
    """Return a function that makes windows; they are closed after the test."""
    made: list[Window] = []

    def window(language: str = "en", appearance: str = "light") -> Window:
        kept = settings.Settings(
            language=language, appearance=appearance, editor_id="e1", editor_name="Editor"
        )
        one = make_window(qapp, kept=kept)
        made.append(one)
        one.openings.offer()
        one.resize(1300, 820)
        one.show()
        qtbot.waitExposed(one)
        return one

    yield window
    for one in made:
        one.notices.drop("closing")
        one.looks.language.choose("en")
        one.desk.close()
        one.hide()
        one.deleteLater()
    qapp.processEvents()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the path of a small page with one question of every kind."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def sample(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the practice page."""
    return Path(shutil.copy(root / SAMPLE, tmp_path / "page.txt"))


@pytest.fixture
def opened(qtbot, make, page) -> Window:
    """Return a window with the small page open and its questions told."""
    window = make()
    open_page(qtbot, window, page)
    tell(window)
    return window


def open_page(qtbot, window: Window, path: Path) -> None:
    """Open a page and wait until it is there."""
    with qtbot.waitSignal(window.desk.opened, timeout=5000):
        window.open_path(path)


def tell(window: Window, made: list[Candidate] | None = None) -> None:
    """Tell the desk what the analysis found."""
    desk = window.desk
    assert desk.workbench is not None
    some = candidates(desk.workbench.document) if made is None else made
    kinds = [
        "article",
        "duplicate",
        "interruption",
        "move",
        "join",
        "role",
        "quote",
        "suspect",
        "same",
    ]
    desk.analyst.told.emit(
        {
            "revision": desk.workbench.revision,
            "kinds": kinds,
            "candidates": [candidate_json(one) for one in some],
            "done": True,
        }
    )


def ask(window: Window, kind: str) -> str:
    """Ask the first question of a kind and return its id."""
    key = next(row.id for row in window.desk.rows if row.kind == kind)
    window.desk.ask(key)
    window.questions.list.setFocus()
    return key


def saved(qtbot, window: Window) -> None:
    """Wait until everything is on disk."""
    qtbot.waitUntil(lambda: window.desk.unsafe == 0, timeout=5000)
