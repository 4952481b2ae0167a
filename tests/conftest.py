"""What every test stands on: a user's folders of its own, the shared pages, a real display."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import brandtool.detect  # noqa: F401  before any test module loads numpy: one thread for all

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("CONFIG", "CACHE", "STATE", "DATA")

settings.register_profile("quick", max_examples=200, deadline=None)
settings.register_profile(
    "full",
    max_examples=2000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# Before any test module is imported: Qt and platformdirs read these when they are first asked.
_home = tempfile.mkdtemp(prefix="brandtool-tests-")
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # The plug-in's own screen is smaller than any that the window is made for.
    _screen = {"name": "desk", "x": 0, "y": 0, "width": 1440, "height": 900, "dpr": 1}
    _dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    Path(_home, "screens.json").write_text(json.dumps({"screens": [{**_screen, **_dots}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_home}/screens.json"
for _name in FOLDERS:
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_home, _name.lower()))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run with coverage try fewer cases than the run without."""
    parser.addoption("--cases", type=int, help="the most cases that a property is tried on")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Lower the number of cases of each property to what the command line says."""
    limit = config.getoption("--cases")
    if limit is None:
        return
    for item in items:
        test = getattr(item.obj, "__func__", item.obj)
        told = getattr(test, "_hypothesis_internal_use_settings", None)
        machine = getattr(getattr(item, "cls", None), "settings", None)
        if isinstance(told, settings):
            cases = min(limit, told.max_examples)
            test._hypothesis_internal_use_settings = settings(told, max_examples=cases)
        if isinstance(machine, settings):
            cases = min(limit, machine.max_examples)
            item.cls.settings = settings(machine, max_examples=cases)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the user's folders of this run."""
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Return a function from a name below the shared folder to its path; it skips if missing."""
    folder = Path(os.environ.get("BRANDTOOL_SHARED", ROOT.parent / "shared"))

    def path(name: str) -> Path:
        found = folder / name
        if not found.exists():
            pytest.skip(f"the shared {name} does not lie beside this checkout")
        return found

    return path


@pytest.fixture
def display(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Yield the environment of a fresh X server with a window manager; its size is a parameter."""
    size = getattr(request, "param", "1600x1000")
    programs = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
    if programs:
        sentence = f"not installed: {', '.join(programs)} (packaging/setup.sh --dev)"
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{size}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        number = numbers.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    started = [server]
    try:
        assert number, "Xvfb did not start"
        started.insert(0, window_manager(environment))
        yield environment
    finally:
        for process in started:
            process.terminate()
            process.wait(timeout=20)


def window_manager(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start openbox and wait until it rules the display; one that was turned away starts again."""
    asked = ["xdotool", "get_num_desktops"]
    end = time.monotonic() + 60
    while True:
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        while manager.poll() is None:
            if not subprocess.run(asked, env=environment, capture_output=True).returncode:
                return manager
            assert time.monotonic() < end, "openbox does not rule the display"
            time.sleep(0.1)
        assert time.monotonic() < end, "openbox did not start"
