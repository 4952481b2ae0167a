"""Fonts of the roles, and the exact layout of one piece of text."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from brandtool.ui import theme as themes
from brandtool.ui.textview.utf16 import RARE, Shown, units

__all__ = ["LEADING", "MARGIN", "Laid", "Role", "Typography"]

LEADING = 1.35
MARGIN = 44
_GAP = 14
_BASE = 18.0


_TIED = 2
"""The gap between two printed lines of one heading."""


@dataclass(frozen=True, slots=True)
class Role:
    """Say how paragraphs of one role are set, in shares of the base size."""

    size: float = 1.0
    bold: bool = False
    muted: bool = False
    sans: bool = False
    before: int = 0
    after: int = _GAP
    leading: float = LEADING


_BODY = Role()
ROLES = {
    "body": _BODY,
    "item": _BODY,
    "headline": Role(1.5, bold=True, before=24, after=12, leading=1.15),
    "kicker": Role(0.95, muted=True, sans=True, before=24, after=4),
    "deck": Role(1.05, muted=True, after=10),
    "summary": Role(0.95, sans=True, muted=True),
    "byline": Role(0.85, sans=True, muted=True),
    "dateline": Role(0.85, sans=True, muted=True),
    "note": Role(0.95, muted=True),
    "subhead": Role(1.06, bold=True, sans=True, before=10, after=8),
    "caption": Role(0.84, sans=True, muted=True),
    "credit": Role(0.84, sans=True, muted=True),
    "signoff": Role(0.9, muted=True),
    "turn": Role(0.84, sans=True, muted=True),
    "furniture": Role(0.84, sans=True, muted=True),
    "blank": Role(0.6, after=0, leading=1.0),
    "advert": Role(0.84, sans=True, muted=True),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold one role at one zoom: font, pitch, baseline in the line, em, gaps, half cells a line."""

    font: QFont
    pitch: int
    baseline: float
    em: float
    before: int
    after: int
    columns: int
    muted: bool


class Typography:
    """Make the settings of all roles for one width, zoom and face."""

    def __init__(self, *, width: float, zoom: float = 1.0, serif: bool = True) -> None:
        self.width = max(40.0, width)
        self.zoom = zoom
        self.serif = serif
        self._settings: dict[str, Setting] = {}

    def setting(self, style: str) -> Setting:
        """Return the setting of a role; an unknown role is set as body.

        A ~ before it stands for a line that goes on the heading above, behind it for one that is
        gone on with below.
        """
        if style not in self._settings:
            role = ROLES.get(style.strip("~"), _BODY)
            before = 0 if style.startswith("~") else role.before
            after = _TIED if style.endswith("~") else role.after
            self._settings[style] = self._make(replace(role, before=before, after=after))
        return self._settings[style]

    def _make(self, role: Role) -> Setting:
        size = _BASE * role.size * self.zoom
        font = themes.article_font(size, serif=self.serif and not role.sans)
        if role.bold:
            font.setWeight(QFont.Weight.Bold)
        metrics = QFontMetricsF(font)
        em = max(1.0, metrics.horizontalAdvance("国"))
        pitch = math.ceil(max(metrics.lineSpacing(), 1.4 * size) * role.leading)
        baseline = (pitch + 0.76 * size) / 2
        columns = max(2, int(self.width // em) * 2)
        before, after = round(role.before * self.zoom), round(role.after * self.zoom)
        return Setting(font, pitch, baseline, em, before, after, columns, role.muted)

    def estimates(
        self, texts: list[str], styles: list[str], opens: list[bool], closes: list[bool]
    ) -> list[int]:
        """Guess the heights of pieces from their count of full-width cells."""
        table = {}
        for style in {*styles, "blank"}:
            made = self.setting(style)
            table[style] = (made.pitch, made.columns, made.before, made.after)
        result = []
        for text, style, first, last in zip(texts, styles, opens, closes, strict=True):
            pitch, columns, before, after = table[style if text else "blank"]
            cells = len(text)
            if not text.isascii():
                cells += (len(text.encode("utf-8", "surrogatepass")) - cells) // 2
            height = pitch * (-(-cells // columns) or 1)
            result.append(height + (before if first else 0) + (after if last else 0))
        return result


@lru_cache(maxsize=4096)
def _has_glyph(char: str, family: str) -> bool:
    """Say whether any font shows a character after the family asked for first."""
    layout = QTextLayout(char, themes.article_font(serif=family in themes.SERIF))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def _unknown(shown: Shown, font: QFont) -> list[tuple[int, str]]:
    """Return the rare characters that no font can show, with their units."""
    family = font.families()[0]
    rare = RARE.finditer(shown.text)
    return [
        (units(shown.text[: match.start()]), match[0])
        for match in rare
        if not _has_glyph(match[0], family)
    ]


class Laid:
    """Hold one piece laid out: lines at an even pitch, with the way from offsets to places.

    `local` offsets are code points of the piece; x counts from the text's left edge, y from the
    top of the piece (its gap before included).
    """

    __slots__ = ("boxes", "decor", "height", "layout", "lines", "setting", "shown", "top")

    def __init__(
        self,
        text: str,
        setting: Setting,
        width: float,
        *,
        opens: bool,
        closes: bool,
        at: int = 0,
        preedit: str = "",
        formats: list[tuple[int, int, QTextCharFormat]] | None = None,
    ) -> None:
        self.setting = setting
        self.shown = Shown(text, at=at, preedit=preedit)
        self.layout = QTextLayout(self.shown.text, setting.font)
        self.layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(setting.em * 2)
        self.layout.setTextOption(option)
        self.boxes = _unknown(self.shown, setting.font)
        self._format(formats or [])
        self.top = setting.before if opens else 0
        self.lines: list[tuple[int, int, QTextLine]] = []
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            y = len(self.lines) * setting.pitch + setting.baseline - line.ascent()
            line.setPosition(QPointF(0, y))
            start = line.textStart()
            self.lines.append((start, start + line.textLength(), line))
        self.layout.endLayout()
        self.height = self.top + max(1, len(self.lines)) * setting.pitch
        self.height += setting.after if closes else 0
        self.decor: object = None

    def _format(self, formats: list[tuple[int, int, QTextCharFormat]]) -> None:
        ranges = []
        if self.shown.marks:
            dim = QTextCharFormat()
            dim.setForeground(QColor(themes.current().muted))
            formats = [(unit, 1, dim) for unit in self.shown.marks] + formats
        if self.boxes:
            clear = QTextCharFormat()
            clear.setForeground(QColor(0, 0, 0, 0))
            formats = formats + [(unit, units(char), clear) for unit, char in self.boxes]
        for start, length, look in formats:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, length, look
            ranges.append(piece)
        if ranges:
            self.layout.setFormats(ranges)

    def line_of(self, local: int, *, before: bool = False) -> int:
        """Return the line a local offset is on; with `before` the one it ends, at a wrap."""
        unit = self.shown.to16(local)
        for index, (start, end, _) in enumerate(self.lines):
            if unit < end or (before and unit == end and unit > start):
                return index
        return max(0, len(self.lines) - 1)

    def x_of(self, line: int, unit: int) -> float:
        """Return the x of a unit on a line, within that line's ends."""
        if not self.lines:
            return 0.0
        start, end, made = self.lines[line]
        x = made.cursorToX(min(max(unit, start), end))
        return float(x[0])  # type: ignore[index]

    def line_top(self, line: int) -> int:
        """Return the y of a line's top."""
        return self.top + line * self.setting.pitch

    def line_at(self, y: float) -> int:
        """Return the line at a height, the nearest for a y outside."""
        line = int((y - self.top) // self.setting.pitch)
        return min(max(0, line), max(0, len(self.lines) - 1))

    def local_at(self, line: int, x: float) -> int:
        """Return the local offset nearest to x on a line, never the wrapped start of the next."""
        if not self.lines:
            return 0
        start, end, made = self.lines[line]
        unit = made.xToCursor(x)
        if unit >= end and line < len(self.lines) - 1:
            unit = max(start, end - 1)
        return self.shown.from16(unit)
