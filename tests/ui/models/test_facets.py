"""Buttons of facets: what is taken is written on them and ticked in their menus."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from brandtool.ui.models.facets import Choice, FacetButtons
from brandtool.ui.models.filters import Filter
from brandtool.ui.models.quote import QuoteFilter

CHOICES = [Choice(None, "All", 3), Choice("a", "Ay", 2), Choice("b", "Be", 1)]


def test_a_choice_is_told_and_the_one_taken_is_ticked(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    facets = FacetButtons(("kind",), holder)
    facets.add_to(QHBoxLayout(holder))
    facets.show("kind", "Ay", "a", CHOICES)
    button = facets.buttons["kind"]
    rows = [row for row in button.menu().actions() if not row.isSeparator()]
    assert (button.text(), button.property("on")) == ("Ay", True)
    assert [row.text() for row in rows] == ["All\t3", "Ay\t2", "Be\t1"]
    assert [row.isChecked() for row in rows] == [False, True, False]
    told = []
    facets.chosen.connect(lambda facet, value: told.append((facet, value)))
    rows[2].trigger()
    rows[0].trigger()
    assert told == [("kind", "b"), ("kind", None)]


def test_a_filter_stays_of_its_kind_and_reads_only_its_own_facets():
    for kind, facet in ((Filter, "sure"), (QuoteFilter, "speaker")):
        narrowed = kind(words="灯").choose(facet, "x")
        assert type(narrowed) is type(narrowed.choose(facet, None)) is kind
        assert kind.read(narrowed.told()) == narrowed
        assert kind.read(None) == kind.read({"chosen": [["none", "x"], 3]}) == kind()
    assert QuoteFilter.read({"chosen": [["sure", "x"]]}) == QuoteFilter()
