from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

STORM = Path(__file__).with_name("storm.py")
KILLS = int(os.environ.get("BRANDTOOL_KILLS", "200"))


pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="SIGKILL and fork are words of POSIX"
)


def storm(path: Path, kills: int, **more: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(STORM), str(path), str(kills), "2026"],
        capture_output=True,
        text=True,
        timeout=110,
        env={**os.environ, "PYTHONPATH": str(STORM.parents[2]), **more},
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_no_acknowledged_decision_is_lost_when_the_program_is_killed(folder: Path) -> None:
    told = storm(folder / "page.txt.brandtool", KILLS)
    assert told["lost"] == []
    assert (told["kills"], told["unsound"], told["halves"], told["ok"]) == (KILLS, 0, 0, True)
    assert told["there"] >= told["acknowledged"] >= KILLS // 2
    assert told["journals"] > 0, "no kill met a transaction: the storm proves nothing"


def test_the_storm_finds_out_a_program_that_acknowledges_too_early(folder: Path) -> None:
    told = storm(folder / "page.txt.brandtool", 30, BRANDTOOL_LIES="1")
    assert told["lost"] and told["ok"]
