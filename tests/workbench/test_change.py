from __future__ import annotations

from brandtool.workbench.change import Change, refused


def test_a_refused_act_changed_nothing_and_says_why():
    assert refused("page.final").nothing
    assert refused("page.final").notice == "page.final"


def test_any_flag_is_something():
    for flag in ("text", "candidates", "quotes", "speakers", "order", "states"):
        assert not Change(**{flag: True}).nothing
