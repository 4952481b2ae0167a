"""The start: nothing is collected until the window stands, and PySide reads no source of ours."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from brandtool.ui import starting

CHILD = """
import inspect, sys
import brandtool.ui
brandtool.ui.prepare()
read = []
source = inspect.getsource
inspect.getsource = lambda module: (read.append(module.__name__), source(module))[1]
import brandtool.ui.app
print(sorted(name for name in read if name.startswith("brandtool")))
"""


@pytest.fixture
def collecting():
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_while_the_window_comes_up(collecting):
    starting.begin()
    assert not gc.isenabled()
    starting.done()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_no_source_of_ours_is_read_when_its_module_is_loaded():
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_another_pyside_without_the_switch_is_no_fault(monkeypatch):
    monkeypatch.delitem(sys.modules, "shibokensupport.feature", raising=False)
    starting.skip_features()
