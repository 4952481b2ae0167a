"""How marks look on one laid-out piece: tints, stacked underlines, seams, margin glyphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from brandtool.ui.textview.content import Mark
from brandtool.ui.textview.layout import Laid
from brandtool.ui.textview.marks import LEVELS, levels
from brandtool.ui.theme import KINDS, Theme, Underline, blend

__all__ = ["Decor", "Glyph", "decorate", "ground", "strength", "stroke"]

_TINT = {"open": 1.0, "proposed": 0.6, "deferred": 0.4, "accepted": 0.0, "kept": 0.0}


@dataclass(frozen=True, slots=True)
class Stroke:
    """Hold one underline of one line: shape, ends, height, colour, width."""

    shape: Underline
    left: float
    right: float
    y: float
    colour: QColor
    width: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """Hold the margin letters of one line: its place, each mark's letter, colour, fullness, key."""

    y: int
    pitch: int
    letters: tuple[tuple[str, str, bool, object], ...]


@dataclass(slots=True)
class Decor:
    """Hold all that is painted around one piece, in its own coordinates."""

    stamp: object
    fills: list[tuple[QRectF, QColor]] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    strikes: list[tuple[QLineF, QColor]] = field(default_factory=list)
    seams: list[tuple[QLineF, QColor, float]] = field(default_factory=list)
    bars: list[tuple[int, int]] = field(default_factory=list)
    glyphs: list[Glyph] = field(default_factory=list)


def strength(mark: Mark, *, current: bool) -> float:
    """Return how strongly a mark tints its ground in its state."""
    kind = KINDS.get(mark.kind)
    base = kind.tint if kind else 0.25
    if current:
        return base + 0.15
    return base * _TINT.get(mark.state, 1.0)


def ground(theme: Theme, marks: Sequence[tuple[Mark, float]]) -> str:
    """Mix the tints of all marks on the same characters into one opaque colour."""
    mixed, weight = theme.paper, 0.0
    for mark, tint in marks:
        weight += tint
        mixed = blend(theme.kind(mark.kind), mixed, tint / weight)
    strongest = max(tint for _, tint in marks)
    return blend(mixed, theme.paper, min(0.42, max(strongest, 0.75 * weight)))


def _fully_seam(mark: Mark, start: int, end: int, before: int, after: int) -> bool:
    """Say whether a mark that covers nothing of `start..end` is a seam at one of its ends."""
    if mark.start == mark.end:
        return True
    if mark.start == end:
        return mark.end <= after
    return mark.end == start and mark.start >= before


def decorate(
    laid: Laid,
    marks: Sequence[Mark],
    theme: Theme,
    *,
    span: tuple[int, int],
    gaps: tuple[int, int],
    current: object,
    letters: Mapping[str, str],
    stamp: object,
) -> Decor:
    """Work out the looks of `marks` on the piece that shows `span`.

    `gaps` are the end of the piece before and the start of the piece after: a mark on nothing
    but a line end is drawn as a seam.
    """
    decor = Decor(stamp)
    start, end = span
    drawn = [mark for mark in marks if mark.state != "kept" or mark.key == current]
    stacks = iter(levels(drawn))
    covering: dict[int, list[tuple[float, float, Mark, float]]] = {}
    glyphs: dict[int, list[tuple[str, str, bool, object]]] = {}
    for mark in marks:
        own = current is not None and mark.key == current
        level = next(stacks) if mark.state != "kept" or mark.key == current else 0
        low, high = max(mark.start, start), min(mark.end, end)
        if low >= high and not _fully_seam(mark, start, end, *gaps):
            continue
        kind = KINDS.get(mark.kind)
        if mark.start >= start and (own or kind is None or not kind.quiet):
            _glyph(glyphs, laid, theme, mark, low - start, own, letters)
        if low >= high:
            _seam(decor, laid, theme, mark, min(low, end) - start, own)
            continue
        place = (laid.shown.to16(low - start), laid.shown.to16(high - start))
        for index, left, right in _runs(laid, *place):
            if (tint := strength(mark, current=own)) > 0:
                covering.setdefault(index, []).append((left, right, mark, tint))
            _underline(decor, laid, theme, mark, index, (left, right), level, own)
            if own:
                decor.bars.append((laid.line_top(index), laid.setting.pitch))
    _fill(decor, laid, theme, covering)
    for line, found in sorted(glyphs.items()):
        decor.glyphs.append(Glyph(laid.line_top(line), laid.setting.pitch, tuple(found)))
    return decor


def _runs(laid: Laid, first: int, last: int) -> Iterator[tuple[int, float, float]]:
    """Walk the lines that units `first..last` are on, with the left and right end on each."""
    for index, (start, end, _) in enumerate(laid.lines):
        if start < last and end > first:
            ends = laid.x_of(index, first), laid.x_of(index, last)
            yield index, min(ends), max(ends)


def _baseline(laid: Laid, line: int) -> float:
    return laid.line_top(line) + laid.setting.baseline


def _fill(
    decor: Decor,
    laid: Laid,
    theme: Theme,
    covering: dict[int, list[tuple[float, float, Mark, float]]],
) -> None:
    em = laid.setting.em
    for line, runs in covering.items():
        top = round(_baseline(laid, line) - 0.98 * em)
        bottom = round(_baseline(laid, line) + 0.24 * em)
        edges = sorted({x for left, right, *_ in runs for x in (left, right)})
        for left, right in pairwise(edges):
            over = [(m, tint) for a, b, m, tint in runs if a <= left and b >= right]
            if over:
                box = QRectF(left, top, right - left, bottom - top)
                decor.fills.append((box, QColor(ground(theme, over))))


def _underline(
    decor: Decor,
    laid: Laid,
    theme: Theme,
    mark: Mark,
    line: int,
    ends: tuple[float, float],
    level: int,
    own: bool,
) -> None:
    em, (left, right) = laid.setting.em, ends
    colour = theme.kind(mark.kind)
    if mark.strike:
        y = round(_baseline(laid, line) - 0.34 * em) + 0.5
        decor.strikes.append((QLineF(left, y, right, y), QColor(colour)))
    if mark.state == "kept" and not own:
        return
    if mark.state == "deferred":
        colour = blend(colour, theme.paper, 0.75)
    width = 2.2 if own else (0.9 if mark.state == "accepted" else 1.4)
    kind = KINDS.get(mark.kind)
    shape = kind.underline if kind else Underline.SOLID
    room = laid.setting.pitch - laid.setting.baseline - 0.24 * em
    step = max(2.5, min(4.0, room / LEVELS))
    y = round(_baseline(laid, line) + 0.24 * em + 0.5 + level * step)
    decor.strokes.append(Stroke(shape, left + 0.75, right - 0.75, y, QColor(colour), width))


def _seam(decor: Decor, laid: Laid, theme: Theme, mark: Mark, local: int, own: bool) -> None:
    if mark.state == "kept" and not own:
        return
    line = laid.line_of(local)
    x = laid.x_of(line, laid.shown.to16(local))
    base, em = _baseline(laid, line), laid.setting.em
    stroke_at = QLineF(x + 0.5, base - 1.05 * em, x + 0.5, base + 0.32 * em)
    width = 2.4 if own else (1.0 if mark.state == "accepted" else 1.6)
    decor.seams.append((stroke_at, QColor(theme.kind(mark.kind)), width))
    if own:
        decor.bars.append((laid.line_top(line), laid.setting.pitch))


def _glyph(
    glyphs: dict[int, list[tuple[str, str, bool, object]]],
    laid: Laid,
    theme: Theme,
    mark: Mark,
    local: int,
    own: bool,
    letters: Mapping[str, str],
) -> None:
    kind = KINDS.get(mark.kind)
    letter = letters.get(mark.kind) or (kind.letter if kind else "?")
    full = mark.state in ("open", "proposed")
    entry = (letter, theme.kind(mark.kind), full, mark.key)
    row = glyphs.setdefault(laid.line_of(local), [])
    if own:
        row[:] = [other for other in row if other[0] != letter]
        row.insert(0, entry)
    elif all(other[0] != letter for other in row):
        row.append(entry)


_PERIODS = {
    Underline.DASHED: 8,
    Underline.DASH_DOT: 14,
    Underline.DOTTED: 3,
    Underline.WAVY: 6,
    Underline.FAINT: 6,
}
_DASHES = {
    Underline.DASHED: [5.0, 3.0],
    Underline.DASH_DOT: [7.0, 2.5, 2.0, 2.5],
}
_TILE = 9


def stroke(painter: QPainter, shape: Underline, line: QLineF, colour: QColor, width: float) -> None:
    """Draw one underline in its shape; also used for chips and legends."""
    left, right, y = line.x1(), line.x2(), line.y1() + 0.5
    if right <= left:
        return
    if shape in _PERIODS:
        tile = _tile(shape, colour.name(), width, painter.device().devicePixelRatio())
        box = QRectF(left, round(y - _TILE / 2), right - left, _TILE)
        painter.drawTiledPixmap(box, tile)
        return
    if shape is Underline.DOUBLE:
        thin = max(1.0, width * 0.7)
        painter.fillRect(QRectF(left, y - 0.5 - thin, right - left, thin), colour)
        painter.fillRect(QRectF(left, y + 0.5, right - left, thin), colour)
        return
    if shape is Underline.THICK:
        width *= 2
    painter.fillRect(QRectF(left, y - 0.5, right - left, width), colour)


@lru_cache(maxsize=512)
def _tile(shape: Underline, colour: str, width: float, ratio: float) -> QPixmap:
    """Draw one period of a broken underline, to be repeated: far cheaper than drawing dashes."""
    period = _PERIODS[shape]
    tile = QPixmap(round(period * ratio), round(_TILE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), width)
    middle = _TILE / 2
    if shape is Underline.WAVY:
        path = QPainterPath(QPointF(-period, middle))
        for step in range(-2, 4):
            x, peak = step * period / 2, middle + (2.6 if step % 2 else -2.6)
            path.quadTo(QPointF(x + period / 4, peak), QPointF(x + period / 2, middle))
        painter.strokePath(path, pen)
    elif shape in (Underline.DOTTED, Underline.FAINT):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        radius = (width + (0.8 if shape is Underline.DOTTED else 0.2)) / 2
        painter.drawEllipse(QPointF(period / 2, middle), radius, radius)
    else:
        at, pen_width = 0.0, width + 0.2
        for number, dash in enumerate(_DASHES[shape]):
            if number % 2 == 0:
                box = QRectF(at, middle - pen_width / 2, dash, pen_width)
                painter.fillRect(box, QColor(colour))
            at += dash
    painter.end()
    return tile
