"""The first window lies on the screen with its frame, its status line in sight."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(120)]

CHILD = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication
from brandtool import settings
from brandtool.ui.app import make_window

app = QApplication([])
window = make_window(app, kept=settings.Settings(language=sys.argv[2]))
window.open_path(Path(sys.argv[1]))
window.show()

def look():
    if not window.desk.analysed or window.desk.analyst.busy:
        return
    ticking.stop()
    window.perform_id("page.export")
    window.export_card.leave()
    QTimer.singleShot(600, tell)

def tell():
    frame, room = window.frameGeometry(), window.screen().availableGeometry()
    foot = window.foot.mapToGlobal(QPoint(0, window.foot.height()))
    title = window.windowHandle().frameMargins().top()
    print(json.dumps([list(frame.getCoords()), list(room.getCoords()), foot.y(), title]))
    sys.stdout.flush()
    window.close()
    app.quit()

ticking = QTimer(interval=100)
ticking.timeout.connect(look)
ticking.start()
app.exec()
"""


@pytest.mark.parametrize("display", ["1440x900", "1366x768", "1280x720"], indirect=True)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_window_and_its_frame_fit_the_screen(display, language, root, tmp_path):
    page = shutil.copy(root / "resources" / "sample" / "page.txt", tmp_path / "page.txt")
    home = {f"XDG_{n}_HOME": str(tmp_path / n) for n in ("CONFIG", "CACHE", "STATE", "DATA")}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(page), language],
        env={**display, **home},
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    frame, room, foot, title = json.loads(done.stdout.splitlines()[-1])
    assert title > 0
    assert room[0] <= frame[0] and room[1] <= frame[1]
    assert frame[2] <= room[2] and frame[3] <= room[3]
    assert foot <= room[3] + 1
