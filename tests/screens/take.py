"""Take pictures of the desk with the practice page, light and dark, in both languages.

Run: `python tests/screens/take.py FOLDER [--guide]`; with `--guide` the pictures of the README and
the guide are put in their place too. The pages beside the checkout never appear in a picture.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1440, 900)
GUIDE = {
    "desk_light": "ask_duplicate_en_light",
    "desk_dark": "ask_quote_zh_dark",
    "plan_light": "plan_en_light",
}
"""The pictures in `resources/guide` and the scenes they show."""
LANGUAGES, APPEARANCES = ("zh", "en"), ("light", "dark")


def prepare(home: Path) -> None:
    """Let nothing of this user come into the pictures."""
    room = {"name": "desk", "x": 0, "y": 0, "width": SIZE[0] + 40, "height": SIZE[1] + 60}
    dots = {"dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [{**room, **dots}]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screens}")
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    sys.path.insert(0, str(ROOT))


def scenes(window) -> dict[str, Callable[[], None]]:
    """Return the scenes by name, in the order in which they are set."""

    def ask(kind: str) -> None:
        row = next((row for row in window.desk.rows if row.kind == kind and row.open), None)
        if row is not None:
            window.desk.ask(row.id)

    def perform(*names: str) -> Callable[[], None]:
        return lambda: [window.perform_id(name) for name in names] and None

    kinds = ("article", "duplicate", "interruption", "move", "join", "role", "quote", "same")
    return {
        **{f"ask_{kind}": (lambda k=kind: ask(k)) for kind in kinds},
        "batch": lambda: (ask("join"), window.perform_id("question.batch"))[1],
        "batch_left": perform("view.back"),
        "after": lambda: (ask("join"), window.perform_id("view.toggle"))[1],
        "both": perform("view.both"),
        "quotes": perform("go.quotes"),
        "quotes_left": perform("go.quotes"),
        "joints": perform("go.joints"),
        "joints_left": perform("view.back"),
        "articles": perform("go.articles"),
        "people": lambda: window.speech.show_person(window.speech.person_rows()[0].key) and None,
        "plan": lambda: (ask("move"), window.perform_id("go.plan"))[1],
        "palette": perform("help.palette"),
        "palette_left": lambda: window.palette_card.leave(),
        "keys": perform("help.keys"),
        "keys_left": lambda: window.keys_page.leave(),
        "export": perform("page.export"),
        "export_left": lambda: window.export_card.leave(),
        "decided": lambda: (
            window.show_side("questions"),
            ask("article"),
            *(window.perform_id("question.accept") for _ in range(12)),
        )[0],
        "history": perform("go.history"),
        "done": lambda: (
            window.show_side("questions"),
            window.perform_id("question.batch"),
            window.finish_batch(True),
        )[0],
    }


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    home = Path(tempfile.mkdtemp(prefix="brandtool-screens-"))
    prepare(home)
    from PySide6.QtWidgets import QApplication

    from brandtool import settings
    from brandtool.ui.app import make_window

    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])

    def wait(check: Callable[[], bool], seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while not check() and time.monotonic() < end:
            app.processEvents()
            time.sleep(0.005)

    def pause(seconds: float) -> None:
        end = time.monotonic() + seconds
        wait(lambda: time.monotonic() > end)

    for language, appearance in itertools.product(LANGUAGES, APPEARANCES):
        place = home / f"{language}-{appearance}"
        place.mkdir()
        kept = settings.Settings(
            language=language, appearance=appearance, editor_id="editor", editor_name="柳行舟"
        )
        page = Path(shutil.copy(ROOT / "resources" / "sample" / "page.txt", place))
        window = make_window(app, kept=kept)
        window.openings.offer()
        window.show()
        window.resize(*SIZE)
        pause(0.2)
        window.grab().save(str(folder / f"start_{language}_{appearance}.png"))
        window.open_path(page)
        wait(lambda w=window: w.desk.analysed and not w.desk.analyst.busy)
        for name, act in scenes(window).items():
            act()
            pause(0.25)
            if not name.endswith("_left"):
                window.grab().save(str(folder / f"{name}_{language}_{appearance}.png"))
        window.looks.language.choose("en")
        window.desk.close()
        window.hide()
        window.deleteLater()
    shutil.rmtree(home, ignore_errors=True)


def hang(folder: Path) -> None:
    """Put the pictures of the guide in their place, as small as they go."""
    from PySide6.QtGui import QImage

    guide = ROOT / "resources" / "guide"
    guide.mkdir(exist_ok=True)
    for name, scene in GUIDE.items():
        image = QImage(str(folder / f"{scene}.png"))
        image.convertToFormat(QImage.Format.Format_RGB32).save(str(guide / f"{name}.png"), "PNG", 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    if "--guide" in sys.argv:
        hang(Path(sys.argv[1]))
