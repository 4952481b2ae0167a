from __future__ import annotations

from importlib.metadata import EntryPoint

from brandtool import plugins


class Made:
    id = "made/1"


class Again:
    id = "made/1"


ready = Made()


def test_classes_are_made_and_values_taken_in_order():
    parts = plugins.load((f"{__name__}:Made",), group="brandtool.none")
    assert [part.id for part in parts.loaded] == ["made/1"]
    assert plugins.load((f"{__name__}:ready",), group="brandtool.none").loaded == (ready,)


def test_a_part_that_fails_to_load_is_reported_and_stops_nothing(monkeypatch):
    broken = EntryPoint("broken", "brandtool.no_such_room:Part", "brandtool.none")
    twice = EntryPoint("twice", f"{__name__}:Again", "brandtool.none")
    monkeypatch.setattr(plugins, "entry_points", lambda *, group: [twice, broken])
    parts = plugins.load((f"{__name__}:Made",), group="brandtool.none")
    assert [part.id for part in parts.loaded] == ["made/1"]
    assert [failure.name.split()[0] for failure in parts.failed] == ["broken", "twice"]
    assert "ModuleNotFoundError" in parts.failed[0].reason
    assert "taken" in parts.failed[1].reason
