"""The practice page and its truth, as they are shipped."""

from __future__ import annotations

import json
from typing import Any

import pytest

from brandtool import resource


@pytest.fixture(scope="session")
def text() -> str:
    return resource("sample/page.txt").read_bytes().decode()


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    return json.loads(resource("sample/truth.json").read_text(encoding="utf-8"))
