from __future__ import annotations

import re
from pathlib import Path

from brandtool import store
from brandtool.store import CODES


def test_every_code_that_is_told_is_listed_and_every_listed_one_told() -> None:
    told: set[str] = set()
    for path in Path(store.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name == "__init__.py":
            text = text.split("CODES: Mapping")[0]
        told |= set(re.findall(r'"((?:store|verify)\.[a-z_]+)"', text))
    assert told == set(CODES)


def test_all_names_of_the_door_are_there() -> None:
    assert not [name for name in store.__all__ if not hasattr(store, name)]
