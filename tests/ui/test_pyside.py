"""The installed Qt binding keeps its hands off Python's own objects."""

from __future__ import annotations

import subprocess
import sys

# In a process of its own: a binding that loses references of None aborts after some 5,000 calls.
SCRIPT = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
thing.setObjectName("warm")
before = sys.getrefcount(None)
for number in range(20_000):
    thing.setObjectName("x")
print(sys.getrefcount(None) - before)
"""


def test_void_calls_lose_no_reference_of_none():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > -100
