"""The whole job by keys in a real window: open, decide all, be killed, go on, export."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brandtool.store import Cache, open_project

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(420)]
ANSWERED = re.compile(r"answered (\d+) of (\d+), (\d+) articles")
HEADS = (3, 43, 99, 131)
"""The lines of the forum page with which its articles begin."""


class Desk:
    """A running desk, driven by key presses; what it did is read from its log and its project."""

    def __init__(self, page: Path, environment: dict[str, str], home: Path) -> None:
        self.page = page
        self.home = home
        self.environment = {**environment, "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}
        for name in ("CONFIG", "CACHE", "STATE", "DATA"):
            self.environment[f"XDG_{name}_HOME"] = str(home / name.lower())
        self.process: subprocess.Popen[bytes] | None = None
        self.window = ""
        self.read = 0

    def start(self) -> None:
        log = self.log
        self.read = log.stat().st_size if log.exists() else 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "brandtool", str(self.page)], env=self.environment
        )
        name = f"{self.page.name} — brandtool"
        self.wait(lambda: bool(self.seek(name)), "the window")
        self.window = self.seek(name)
        self.tool("windowactivate", "--sync", self.window)

    def seek(self, name: str) -> str:
        """Return the id of the window of a name, empty while there is none.

        A window that goes away while xdotool looks at it makes it fail; it is asked again.
        """
        told = ["xdotool", "search", "--onlyvisible", "--name", re.escape(name)]
        done = subprocess.run(
            told, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout.split()[-1] if done.returncode == 0 and done.stdout.strip() else ""

    def tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def press(self, *keys: str) -> None:
        self.tool("key", "--window", self.window, "--delay", "30", *keys)

    def paste(self, words: str) -> None:
        subprocess.run(
            ["xclip", "-selection", "clipboard"],
            input=words.encode("utf-8"),
            check=True,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=20,
        )
        self.press("ctrl+v")

    @property
    def log(self) -> Path:
        return self.home / "state" / "brandtool" / "desk.log"

    @property
    def progress(self) -> tuple[int, int]:
        """Return what the log said last in this run: answered, of how many."""
        return self.told[:2]

    @property
    def told(self) -> tuple[int, int, int]:
        """Return answered questions, all questions, and articles, as the log said last."""
        told = self.log.read_bytes()[self.read :].decode("utf-8") if self.log.exists() else ""
        found = ANSWERED.findall(told)
        return tuple(int(number) for number in found[-1]) if found else (0, 0, 0)

    def wait(self, check: Callable[[], bool], what: str, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not check():
            assert self.process is not None and self.process.poll() is None, "the desk has died"
            assert time.monotonic() < end, f"waited in vain: {what}; {self.progress}"
            time.sleep(0.05)

    def settle(self) -> tuple[int, int]:
        """Wait until the progress stands still for a while."""
        since, last = time.monotonic(), self.progress
        while time.monotonic() - since < 2.5:
            time.sleep(0.1)
            if self.progress != last:
                since, last = time.monotonic(), self.progress
        return last

    def decisions(self) -> list[tuple[str, str]]:
        project = self.page.with_name(self.page.name + ".brandtool")
        if not project.exists():
            return []
        with open_project(project, writable=False) as held:
            return [(d.event, d.verb) for _, d in held.all_decisions()]

    def asked(self) -> object:
        """Return the question at which the editor was last, as the cache keeps it."""
        project = self.page.with_name(self.page.name + ".brandtool")
        with open_project(project, writable=False) as held:
            uid, (entry,) = held.uid, held.documents()
        cache = Cache(uid, folder=self.home / "cache" / "brandtool")
        try:
            told = cache.view(f"page:{entry.uid}")
        finally:
            cache.close()
        return told.get("question") if isinstance(told, dict) else None

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)

    def close(self) -> None:
        assert self.process is not None
        # The window may be gone before the key is let go, of which xdotool complains.
        told = ["xdotool", "key", "--window", self.window, "ctrl+q"]
        subprocess.run(
            told, env=self.environment, check=False, stderr=subprocess.DEVNULL, timeout=20
        )
        assert self.process.wait(timeout=30) == 0


@pytest.fixture
def desk(display, tmp_path):
    made: list[Desk] = []

    def open_desk(page: Path) -> Desk:
        copy = Path(shutil.copy(page, tmp_path / page.name))
        made.append(Desk(copy, display, tmp_path / "home"))
        return made[-1]

    yield open_desk
    for one in made:
        if one.process is not None and one.process.poll() is None:
            one.process.kill()
            one.process.wait(timeout=20)


def decide_rest(one: Desk) -> None:
    """Accept the whole shown list until nothing is left; keep what overlaps as it is."""
    for _ in range(6):
        done, total = one.settle()
        if done == total:
            return
        one.press("shift+a")
        one.press("Return")
        one.wait(lambda d=done: one.progress[0] > d, "a batch")
    done, total = one.settle()
    for _ in range(total - done):
        one.press("x")
    done, total = one.settle()
    assert done == total > 0


def begin_article(one: Desk, line: int) -> None:
    """Find the words of a line and let an article start there, if none does."""
    articles = one.told[2]
    words = one.page.read_text(encoding="utf-8").split("\n")[line - 1].split()[0][:8]
    one.press("ctrl+f")
    one.paste(words)
    time.sleep(0.5)
    one.press("Escape")
    one.press("b")
    time.sleep(0.5)
    if one.told[2] < articles:
        one.press("u")


def whole_job(one: Desk, heads: tuple[int, ...] = ()) -> list[Path]:
    """Open, decide ten, be killed, reopen, decide the rest, export; return the files."""
    one.start()
    one.wait(lambda: one.progress[1] > 0, "questions")
    one.settle()
    for number in range(1, 11):
        one.press("a")
        one.wait(lambda n=number: len({e for e, _ in one.decisions()}) >= n, "a decision on disk")
    one.settle()
    before, place = one.decisions(), one.asked()
    one.kill()

    one.start()
    one.wait(lambda: one.progress[1] > 0, "questions after the kill")
    assert one.decisions() == before
    assert one.asked() == place
    assert one.progress[0] >= 10 - 1
    decide_rest(one)
    for line in heads:
        if one.told[2] >= len(heads):
            break
        begin_article(one, line)
        decide_rest(one)
    one.press("ctrl+e")
    one.press("Return")
    folder = one.page.parent
    one.wait(lambda: any(folder.rglob("*.csv")), "the export")
    time.sleep(0.5)
    files = sorted(p for p in folder.rglob("*") if p.suffix in {".txt", ".csv"} and p != one.page)
    one.close()
    return files


def test_the_practice_page_by_keys_only(desk, root):
    files = whole_job(desk(root / "resources" / "sample" / "page.txt"))
    names = [p.name for p in files]
    assert sum(name.endswith(".csv") for name in names) == 2
    assert sum("整版" in name for name in names) == 1
    assert len([n for n in names if n.endswith(".txt") and "整版" not in n]) >= 4
    assert not any("未定稿" in name for name in names)


@pytest.mark.shared
def test_the_forum_page_by_keys_only(desk, shared):
    files = whole_job(desk(shared("pages/forum-2024.txt")), HEADS)
    names = [p.name for p in files]
    assert sum(name.endswith(".csv") for name in names) == 2
    assert len([n for n in names if n.endswith(".txt") and "整版" not in n]) == 4
    assert not any("未定稿" in name for name in names)


def test_a_page_named_on_the_command_line_is_up_in_a_real_window(desk, root):
    one = desk(root / "resources" / "sample" / "page.txt")
    one.start()
    one.wait(lambda: one.progress[1] > 0, "questions")
    shown = one.tool("getwindowgeometry", one.window)
    assert "Geometry" in shown
    one.close()
    assert not one.page.with_name("page.txt.brandtool").exists()
    assert os.path.exists(one.log)


def test_a_second_start_hands_its_page_to_the_open_desk(desk, root):
    one = desk(root / "resources" / "sample" / "page.txt")
    one.start()
    one.wait(lambda: one.progress[1] > 0, "questions")
    one.wait((one.log.parent / "desk.socket").exists, "the desk to listen")
    other = Path(shutil.copy(one.page, one.page.with_name("other.txt")))
    done = subprocess.run(
        [sys.executable, "-m", "brandtool", str(other)], env=one.environment, timeout=60
    )
    assert done.returncode == 0
    one.wait(lambda: bool(one.seek("other.txt — brandtool")), "the other page")
    one.close()
    assert not (one.log.parent / "desk.socket").exists()
