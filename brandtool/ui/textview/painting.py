"""Paint what is in view: paper, tints, selection, text, underlines, margins, caret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from brandtool.ui import theme as themes
from brandtool.ui.textview.decor import Decor, stroke
from brandtool.ui.textview.layout import MARGIN, Laid
from brandtool.ui.textview.utf16 import units

__all__ = ["Row", "Scene", "glyph_boxes", "gutter", "paint"]

CHIP = 14


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one piece in view with all that is to be painted on it."""

    y: int
    laid: Laid
    decor: Decor
    chosen: tuple[int, int] | None
    hits: Sequence[tuple[int, int]]
    label: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold one frame: the rows, where the text starts, the caret."""

    rows: Sequence[Row]
    left: int
    right: int
    theme: themes.Theme
    caret: QRectF | None
    hit: tuple[int, int] | None = None


def paint(painter: QPainter, scene: Scene, area: QRect) -> None:
    """Paint one frame into the exposed area."""
    theme = scene.theme
    painter.fillRect(area, QColor(theme.paper))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in scene.rows:
        if row.y > area.bottom() or row.y + row.laid.height + 8 < area.top():
            continue
        painter.save()
        painter.translate(scene.left, row.y)
        _ground(painter, row, scene)
        setting = row.laid.setting
        quiet = setting.muted and not row.decor.fills
        painter.setPen(QColor(theme.muted if quiet else theme.ink))
        row.laid.layout.draw(painter, QPointF(0, row.laid.top))
        for unit, char in row.laid.boxes:
            _code_box(painter, row.laid, unit, char, theme)
        _over(painter, row.decor)
        painter.restore()
        _margins(painter, row, scene)
    if scene.caret is not None:
        painter.fillRect(scene.caret, QColor(theme.accent))


def _code_box(painter: QPainter, laid: Laid, unit: int, char: str, theme: themes.Theme) -> None:
    """Show the code point of a character that no font can show."""
    line = laid.line_of(laid.shown.from16(unit))
    left = laid.x_of(line, unit)
    size = laid.setting.em
    right = max(left + 0.6 * size, laid.x_of(line, unit + units(char)))
    top = laid.line_top(line) + laid.setting.baseline - 0.88 * size
    box = QRectF(left, top, right - left, size).adjusted(1, 0, -1, 0)
    code = f"{ord(char):04X}"
    half = (len(code) + 1) // 2
    painter.setPen(QPen(QColor(theme.muted), 0.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 1.5, 1.5)
    painter.setFont(themes.interface_font(0.42 * size))
    painter.setPen(QColor(theme.ink))
    upper = QRectF(box.left(), box.top(), box.width(), size / 2)
    painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, code[:half])
    painter.drawText(upper.translated(0, size / 2), Qt.AlignmentFlag.AlignCenter, code[half:])


def _boxes(laid: Laid, span: tuple[int, int], *, whole: bool) -> list[QRectF]:
    """Return the boxes of a span of local offsets; `whole` boxes are as high as the line."""
    low, high = laid.shown.to16(span[0]), laid.shown.to16(span[1])
    boxes = []
    em, base = laid.setting.em, laid.setting.baseline
    for index, (start, end, _) in enumerate(laid.lines):
        if start < high and end > low:
            left, right = laid.x_of(index, low), laid.x_of(index, high)
            top = laid.line_top(index)
            if whole:
                boxes.append(QRectF(left, top, right - left, laid.setting.pitch))
            else:
                boxes.append(QRectF(left, top + base - 0.98 * em, right - left, 1.22 * em))
    return boxes


def _ground(painter: QPainter, row: Row, scene: Scene) -> None:
    theme = scene.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for box, colour in row.decor.fills:
        painter.fillRect(box, colour)
    for hit in row.hits:
        for box in _boxes(row.laid, hit, whole=False):
            painter.fillRect(box, QColor(themes.blend(theme.accent, theme.paper, 0.28)))
    if row.chosen is not None:
        for box in _boxes(row.laid, row.chosen, whole=True):
            painter.fillRect(box, QColor(theme.selection))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _over(painter: QPainter, decor: Decor) -> None:
    for run in decor.strokes:
        line = QLineF(run.left, run.y, run.right, run.y)
        stroke(painter, run.shape, line, run.colour, run.width)
    for line, colour in decor.strikes:
        painter.setPen(QPen(colour, 1.4))
        painter.drawLine(line)
    for line, colour, width in decor.seams:
        pen = QPen(colour, width)
        pen.setDashPattern([4.0 / width, 2.6 / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(line)


def glyph_boxes(decor: Decor, right: int, y: int) -> list[tuple[QRect, str, str, bool, object]]:
    """Return the margin chips of a piece: box, letter, colour, fullness and key of each."""
    chips = []
    for glyph in decor.glyphs:
        top = y + glyph.y + (glyph.pitch - CHIP) // 2
        shown = glyph.letters[:2] if len(glyph.letters) > 3 else glyph.letters
        for place, (letter, colour, full, key) in enumerate(shown):
            box = QRect(right + 3 + place * CHIP, top, CHIP - 1, CHIP)
            chips.append((box, letter, colour, full, key))
        if len(shown) < len(glyph.letters):
            box = QRect(right + 3 + 2 * CHIP, top, CHIP - 1, CHIP)
            chips.append((box, "…", glyph.letters[2][1], False, glyph.letters[2][3]))
    return chips


def _margins(painter: QPainter, row: Row, scene: Scene) -> None:
    theme = scene.theme
    for top, height in row.decor.bars:
        bar = QRectF(scene.left - 14, row.y + top + 4, 3, height - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.setFont(themes.interface_font(10))
    for box, letter, colour, full, _ in glyph_boxes(row.decor, scene.right, row.y):
        ground = QColor(themes.blend(colour, theme.paper, 0.2 if full else 0.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(box), 3, 3)
        painter.setPen(QColor(_legible(colour, theme) if full else theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    if row.label:
        painter.setFont(themes.interface_font(10.5))
        painter.setPen(QColor(theme.muted))
        base = row.y + row.laid.top + row.laid.setting.baseline
        width = painter.fontMetrics().horizontalAdvance(row.label)
        painter.drawText(QPointF(scene.left - 22 - width, base), row.label)


def _legible(colour: str, theme: themes.Theme) -> str:
    """Darken or lighten a kind's colour until its letter can be read on its chip."""
    ground = themes.blend(colour, theme.paper, 0.2)
    for step in range(6):
        candidate = themes.blend(theme.ink, colour, step * 0.15)
        if themes.contrast(candidate, ground) >= 4.5:
            return candidate
    return theme.ink


def gutter(labels: Mapping[int, str]) -> int:
    """Return how much room labels need beside the margin."""
    longest = max((len(label) for label in labels.values()), default=0)
    return max(0, longest * 7 + 26 - MARGIN) if longest else 0
