"""Themes can be read, and kinds told apart, by everyone."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from brandtool.ui import theme as themes
from brandtool.ui.textview.content import Mark
from brandtool.ui.textview.decor import ground, strength
from brandtool.ui.theme import KINDS, THEMES, Theme, blend, contrast

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
BLINDNESS = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def linear(colour: str) -> list[float]:
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def lab(rgb: list[float]) -> list[float]:
    red, green, blue = (min(1.0, max(0.0, part)) for part in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    f = [c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z)]
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]


def seen(colour: str, eye: str) -> list[float]:
    rgb = linear(colour)
    rows = BLINDNESS[eye]
    return lab([sum(a * b for a, b in zip(row, rgb, strict=True)) for row in rows])


def distance(first: str, second: str, eye: str) -> float:
    pairs = zip(seen(first, eye), seen(second, eye), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_contrast_agrees_with_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_blend_is_opaque_and_lies_between() -> None:
    assert blend("#ff0000", "#0000ff", 0) == "#0000ff"
    assert blend("#ff0000", "#0000ff", 1) == "#ff0000"
    assert blend("#ff8000", "#000000", 0.5) == "#804000"


@every_theme
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    for under in (theme.paper, theme.window, theme.panel, theme.selection):
        assert contrast(theme.ink, under) >= 4.5
        assert contrast(theme.muted, under) >= 4.5, under
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@every_theme
def test_text_can_be_read_on_every_mark_and_mixture_of_marks(theme: Theme) -> None:
    for kind in KINDS:
        assert contrast(theme.ink, theme.tint(kind)) >= 4.5
    states = ("open", "accepted", "kept", "deferred", "proposed")
    marks = [Mark(0, 1, kind, state) for kind in KINDS for state in states]
    tinted = [(mark, strength(mark, current=own)) for mark in marks for own in (False, True)]
    tinted = [pair for pair in tinted if pair[1] > 0]
    for first, second in combinations(tinted, 2):
        assert contrast(theme.ink, ground(theme, [first])) >= 4.5
        assert contrast(theme.ink, ground(theme, [first, second])) >= 4.5


@every_theme
def test_marks_stand_out_from_paper_and_from_their_own_tint(theme: Theme) -> None:
    for kind in KINDS:
        assert contrast(theme.kind(kind), theme.paper) >= 3, kind
        assert contrast(theme.kind(kind), theme.tint(kind)) >= 3, kind
    assert contrast(theme.accent, theme.paper) >= 3


def test_every_kind_has_its_own_letter_and_sign() -> None:
    assert len({kind.letter for kind in KINDS.values()}) == len(KINDS) == 12
    assert len({kind.sign for kind in KINDS.values()}) == len(KINDS)
    assert {kind.lane for kind in KINDS.values()} == {0, 1, 2}


@every_theme
@pytest.mark.parametrize("eye", BLINDNESS)
def test_kinds_of_one_shape_differ_for_colour_blind_eyes(theme: Theme, eye: str) -> None:
    for first, second in combinations(KINDS.values(), 2):
        if first.underline is second.underline:
            gap = distance(theme.kind(first.name), theme.kind(second.name), eye)
            assert gap >= 10, (first.name, second.name, round(gap, 1))


@pytest.mark.parametrize("scheme", THEMES)
def test_applying_a_theme_dresses_the_application(qapp: QApplication, scheme: str) -> None:
    theme = themes.apply(qapp, scheme)
    assert themes.current() is theme
    assert theme.name == scheme
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.ink)
    assert qapp.style().name() in ("fusion", "stylesheet") or qapp.styleSheet()
    assert qapp.styleSheet().count("\n") <= 40


def test_the_system_decides_when_asked_to(qapp: QApplication) -> None:
    assert themes.apply(qapp, "system").name in ("light", "dark")


def test_fonts_are_unhinted_and_prefer_faces_with_hanzi() -> None:
    serif, sans = themes.article_font(18), themes.article_font(18, serif=False)
    assert serif.families()[0] == "Noto Serif CJK SC"
    assert sans.families()[0] == "Noto Sans CJK SC"
    assert serif.hintingPreference() == serif.HintingPreference.PreferNoHinting
    assert serif.pixelSize() == 18


def test_the_fallback_font_stays_unloaded_where_hanzi_can_be_shown(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    database = themes.QFontDatabase
    monkeypatch.setattr(database, "families", staticmethod(lambda *_: ["Some Song"]))
    monkeypatch.setattr(database, "addApplicationFont", staticmethod(loaded.append))
    assert themes.load_fallback_font() == []
    assert loaded == []


def test_the_fallback_font_is_loaded_where_there_is_none(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    try:
        themes.resource("fonts")
    except FileNotFoundError:
        pytest.skip("the shipped fonts are not in this checkout")
    monkeypatch.setattr(themes.QFontDatabase, "families", staticmethod(lambda *_: []))
    assert themes.load_fallback_font() != []
