"""Colours, fonts and kinds: three calm themes; one colour, shape and letter for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from brandtool import resource

__all__ = [
    "KINDS",
    "THEMES",
    "Kind",
    "Theme",
    "Underline",
    "apply",
    "article_font",
    "blend",
    "contrast",
    "current",
    "interface_font",
    "load_fallback_font",
]

_PROPERTY = "brandtool_theme"
_OURS = "Brandtool Sans SC"
"""The shipped font, loaded only where the system has none with hanzi."""
SERIF = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "AR PL UMing CN",
    _OURS,
)
SANS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    _OURS,
)


class Underline(Enum):
    """Name the shapes that carry a kind without its colour."""

    SOLID = "solid"
    THICK = "thick"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash-dot"
    DOUBLE = "double"
    WAVY = "wavy"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Kind:
    """Say how one kind of candidate looks: shape, letters, strip lane, strength of its tint.

    `letter` is the margin glyph, `sign` its hanzi for the Chinese window; `lane` is the column
    (0 text to go or to move, 1 repairs and doubts, 2 structure and speech) of the overview strip.
    A `quiet` kind is information: no tint, no letter and no place in the strip until it is asked.
    """

    name: str
    underline: Underline
    letter: str
    sign: str
    lane: int
    tint: float = 0.25
    quiet: bool = False


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("duplicate", Underline.DOUBLE, "D", "重", 0),
            Kind("interruption", Underline.DASH_DOT, "I", "混", 0),
            Kind("move", Underline.DASHED, "M", "转", 0),
            Kind("join", Underline.DASHED, "J", "接", 1),
            Kind("edit", Underline.THICK, "E", "改", 1),
            Kind("suspect", Underline.WAVY, "S", "疑", 1),
            Kind("flag", Underline.WAVY, "F", "存", 1),
            Kind("quote", Underline.SOLID, "Q", "引", 2),
            Kind("speaker", Underline.DOTTED, "P", "人", 2),
            Kind("same", Underline.FAINT, "=", "同", 2, 0.0, quiet=True),
            Kind("role", Underline.DOTTED, "R", "分", 2, 0.10),
            Kind("article", Underline.THICK, "A", "篇", 2, 0.0),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Hold nine named colours and the colour of each kind, all as `#rrggbb`."""

    name: str
    paper: str
    window: str
    panel: str
    line: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    kinds: Mapping[str, str]

    def kind(self, name: str) -> str:
        """Return the colour of a kind, the muted ink for a kind nobody described."""
        return self.kinds.get(name, self.muted)

    def tint(self, name: str, under: str | None = None, *, strength: float | None = None) -> str:
        """Return the opaque colour of text ground `under` (default paper) marked with a kind."""
        kind = KINDS.get(name)
        alpha = strength if strength is not None else (kind.tint if kind else 0.25)
        return blend(self.kind(name), under or self.paper, alpha)


def _theme(name: str, nine: str, kinds: str) -> Theme:
    paper, window, panel, line, ink, muted, accent, on_accent, selection = nine.split()
    return Theme(
        name=name,
        paper=paper,
        window=window,
        panel=panel,
        line=line,
        ink=ink,
        muted=muted,
        accent=accent,
        on_accent=on_accent,
        selection=selection,
        kinds=MappingProxyType(dict(zip(KINDS, kinds.split(), strict=True))),
    )


# Nine: paper window panel line ink muted accent on_accent selection; kinds in the order of KINDS.
THEMES: Mapping[str, Theme] = MappingProxyType(
    {
        "light": _theme(
            "light",
            "#fdfcf9 #f3f4f6 #ffffff #e2e4e9 #1d1f23 #5f6672 #1f6ae0 #ffffff #dbe7fb",
            "#a06a00 #a23db3 #8a5527 #1d6fc0 #0b746e #cb3434 #b25000 "
            "#1a7a43 #5058d0 #0a7c93 #6f7212 #39414c",
        ),
        "dark": _theme(
            "dark",
            "#1b1c1f #202225 #27292e #383b42 #e6e7ea #9fa5b0 #5b9bff #0b1220 #223a61",
            "#efb443 #da8ee8 #d2a476 #66b0f6 #45c8b6 #ff8080 #ffa657 "
            "#55c588 #a3abff #5dc9da #c6c86a #dde2e9",
        ),
        "contrast": _theme(
            "contrast",
            "#000000 #000000 #0d0d0d #8c8c8c #ffffff #d6d6d6 #ffe14d #000000 #0b4fb3",
            "#ffc233 #ff9dff #ffb98a #7cc4ff #3ff0d8 #ff8f8f #ffad5c "
            "#6ff0a5 #c3c8ff #63eaff #f0f26e #ffffff",
        ),
    }
)


def _channels(colour: str) -> tuple[int, int, int]:
    value = int(colour.lstrip("#"), 16)
    return value >> 16, value >> 8 & 255, value & 255


@lru_cache(maxsize=4096)
def blend(over: str, under: str, alpha: float) -> str:
    """Return the opaque colour of `over` laid on `under` with the given alpha (0 to 1)."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    red, green, blue = (round(a * alpha + b * (1 - alpha)) for a, b in pairs)
    return f"#{red:02x}{green:02x}{blue:02x}"


@lru_cache(maxsize=4096)
def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = (channel / 255 for channel in _channels(colour))
        lin = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def current() -> Theme:
    """Return the theme last applied to the application, light before any."""
    app = QApplication.instance()
    name = app.property(_PROPERTY) if app else None
    return THEMES.get(str(name), THEMES["light"])


def apply(app: QApplication, scheme: str = "system") -> Theme:
    """Dress the application in a theme by name, or in the system's choice, and return it."""
    hints = app.styleHints()
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    if scheme == "system":
        hints.unsetColorScheme()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        theme = THEMES["dark" if dark else "light"]
    else:
        theme = THEMES[scheme]
        hints.setColorScheme(schemes.get(scheme, Qt.ColorScheme.Dark))
    app.setProperty(_PROPERTY, theme.name)
    app.setFont(interface_font())
    app.setPalette(_palette(theme))
    app.setStyleSheet(_sheet(theme))
    return theme


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, theme.window),
        (roles.WindowText, theme.ink),
        (roles.Base, theme.panel),
        (roles.AlternateBase, theme.window),
        (roles.Text, theme.ink),
        (roles.Button, theme.panel),
        (roles.ButtonText, theme.ink),
        (roles.BrightText, theme.on_accent),
        (roles.ToolTipBase, theme.panel),
        (roles.ToolTipText, theme.ink),
        (roles.PlaceholderText, theme.muted),
        (roles.Highlight, theme.selection),
        (roles.HighlightedText, theme.ink),
        (roles.Accent, theme.accent),
        (roles.Link, theme.accent),
        (roles.Light, theme.panel),
        (roles.Midlight, theme.line),
        (roles.Mid, theme.line),
        (roles.Dark, theme.muted),
        (roles.Shadow, theme.line),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return palette


_SHEET = """
QMainWindow, QDialog {{ background: {window}; }}
QSplitter::handle {{ background: {line}; }}
QToolBar, QStatusBar, QMenuBar {{ background: {panel}; border: 0; }}
QStatusBar {{ color: {muted}; border-top: 1px solid {line}; }}
QToolBar {{ border-bottom: 1px solid {line}; padding: 6px 8px; spacing: 6px; }}
QPushButton {{ background: {panel}; border: 1px solid {line}; border-radius: 6px; }}
QPushButton {{ padding: 6px 14px; }}
QPushButton:hover {{ border-color: {muted}; }}
QPushButton:focus {{ border: 1px solid {accent}; }}
QPushButton:disabled {{ color: {muted}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QLineEdit {{ background: {panel}; border: 1px solid {line}; border-radius: 6px; padding: 5px 8px; }}
QLineEdit:focus {{ border-color: {accent}; }}
QLabel[muted="true"] {{ color: {muted}; }}
QFrame[card="true"] {{ background: {panel}; border: 1px solid {line}; border-radius: 10px; }}
QTableView {{ background: {window}; border: 0; outline: 0; }}
QToolTip {{ background: {panel}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
QMenu {{ background: {panel}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {ink}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {thumb}; border-radius: 3px; margin: 1px 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _sheet(theme: Theme) -> str:
    names = [f.name for f in fields(theme) if f.name != "kinds"]
    values = {name: getattr(theme, name) for name in names}
    return _SHEET.format(thumb=blend(theme.muted, theme.paper, 0.35), **values)


def _font(families: tuple[str, ...], pixels: float) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(pixels)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def article_font(pixels: float = 18, *, serif: bool = True) -> QFont:
    """Return the reading font: a serif with hanzi where installed, else the best sans."""
    hint = QFont.StyleHint.Serif if serif else QFont.StyleHint.SansSerif
    font = _font(SERIF + SANS if serif else SANS, pixels)
    font.setStyleHint(hint)
    return font


def interface_font(pixels: float = 13) -> QFont:
    """Return the font of labels and lists."""
    font = _font(SANS, pixels)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def load_fallback_font() -> list[str]:
    """Load the shipped fonts if the system has none with hanzi; return the families added."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return []
    try:
        folder = resource("fonts")
    except FileNotFoundError:
        return []
    added: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in {".otf", ".ttf", ".ttc"}:
            number = QFontDatabase.addApplicationFont(str(path))
            added += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return added
