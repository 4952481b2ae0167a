"""The door of the detectors."""

from __future__ import annotations

import subprocess
import sys

from brandtool import detect
from brandtool.core.candidate import KINDS, View
from brandtool.core.document import Document
from brandtool.plugins import load


def test_built_in_detectors_load_and_have_an_id_with_a_version() -> None:
    parts = detect.detectors()
    assert not parts.failed
    assert [part.id for part in parts.loaded] == ["page/1", "quotes/2"]
    assert all(set(part.kinds) <= set(KINDS) for part in parts.loaded)


def test_a_detector_that_fails_to_load_is_reported_and_the_rest_run() -> None:
    parts = load((*detect.BUILTIN, "brandtool.detect.nowhere:Missing"), group=detect.GROUP)
    assert [failure.name for failure in parts.failed] == ["brandtool.detect.nowhere:Missing"]
    assert len(parts.loaded) == len(detect.BUILTIN)


def test_opening_the_door_imports_no_detector() -> None:
    told = (
        "import sys, brandtool.detect;"
        "sys.exit(any(name.startswith('brandtool.detect.') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_every_detector_takes_an_empty_and_a_blank_page() -> None:
    for text in ("", "\n \n"):
        for part in detect.detectors().loaded:
            assert part.detect(View(Document(text))) == ()
