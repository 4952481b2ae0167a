from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STORM = Path(__file__).with_name("storm.py")
KILLS = int(os.environ.get("BRANDTOOL_KILLS", "200"))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are words of POSIX")
def test_no_acknowledged_decision_is_lost_when_the_program_is_killed(folder: Path) -> None:
    path = folder / "page.txt.brandtool"
    done = subprocess.run(
        [sys.executable, str(STORM), str(path), str(KILLS), "2026"],
        capture_output=True,
        text=True,
        timeout=110,
        env={**os.environ, "PYTHONPATH": str(STORM.parents[2])},
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["lost"] == []
    assert (told["kills"], told["unsound"], told["halves"], told["ok"]) == (KILLS, 0, 0, True)
    assert told["there"] >= told["acknowledged"] >= KILLS // 2
    assert told["journals"] > 0, "no kill met a transaction: the storm proves nothing"
