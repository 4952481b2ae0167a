"""Gather what one frame shows: rows with their marks, selection, hits and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandtool.ui import theme as themes
from brandtool.ui.textview.decor import Decor, decorate
from brandtool.ui.textview.layout import Laid
from brandtool.ui.textview.painting import Row, Scene

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["SceneMaker"]


class SceneMaker:
    """Make frames of a view, remembering the looks of each piece while its marks stay the same."""

    def __init__(self, view: TextView) -> None:
        self._view = view

    def decor(self, index: int, laid: Laid) -> Decor:
        """Return the looks of the marks on a piece, worked out once per state of the marks."""
        view, doc = self._view, self._view.document
        theme = themes.current()
        stamp = (view.marks.revision, theme.name, view.current)
        if isinstance(laid.decor, Decor) and laid.decor.stamp == stamp:
            return laid.decor
        start = doc.starts[index]
        end = start + len(doc.texts[index])
        before = doc.starts[index - 1] + len(doc.texts[index - 1]) if index else 0
        after = doc.starts[index + 1] if index + 1 < len(doc) else end
        laid.decor = decorate(
            laid,
            view.marks.touching(start, end),
            theme,
            span=(start, end),
            gaps=(before, after),
            current=view.current,
            letters=view.letters,
            stamp=stamp,
        )
        return laid.decor

    def _hits(self, index: int) -> list[tuple[int, int]]:
        doc, needle = self._view.document, self._view.needle
        if not needle:
            return []
        paragraph = doc.paragraphs[doc.paragraph_at(doc.starts[index])]
        shift = doc.starts[index] - paragraph.start
        size = len(doc.texts[index])
        at = paragraph.text.find(needle, max(0, shift - len(needle) + 1))
        hits = []
        while 0 <= at < shift + size:
            hits.append((max(0, at - shift), min(size, at - shift + len(needle))))
            at = paragraph.text.find(needle, at + len(needle))
        return hits

    def row(self, index: int, y: int, laid: Laid) -> Row:
        """Return all there is to paint on one piece."""
        view, doc = self._view, self._view.document
        start, size = doc.starts[index], len(doc.texts[index])
        low, high = view.selection.span
        chosen = (max(0, low - start), min(size, high - start)) if low < high else None
        if chosen is not None and chosen[0] >= chosen[1]:
            chosen = None
        label = ""
        if view.labels and size and doc.opens[index]:
            label = view.labels.get(doc.paragraph_at(start), "")
        return Row(y, laid, self.decor(index, laid), chosen, self._hits(index), label)

    def rows(self) -> list[Row]:
        """Return the rows in view."""
        return [self.row(index, y, laid) for index, y, laid in self._view.flow.visible()]

    def scene(self) -> Scene:
        """Return the frame to paint now."""
        view = self._view
        rows = self.rows()
        right = view.left + int(view.flow.typography.width)
        caret = view.caret_box() if view.hasFocus() and view.caret_on else None
        return Scene(rows, view.left, right, themes.current(), caret)

    def anchor(self) -> tuple[int, float]:
        """Return an offset under the eye and its y: the current mark's, else the top line's."""
        view = self._view
        height, rows = view.flow.view_height, list(view.flow.visible())
        if view.current is not None:
            for index, _, _ in rows:
                start = view.document.starts[index]
                for mark in view.marks.touching(start, start + len(view.document.texts[index])):
                    if mark.key == view.current and mark.start >= start:
                        y = view.flow.place(mark.start).top()
                        if 0 <= y < height:
                            return mark.start, y
        for index, y, laid in rows:
            for line, (start, _, _) in enumerate(laid.lines):
                if y + laid.line_top(line) >= 0:
                    local = laid.shown.from16(start)
                    return view.document.starts[index] + local, y + laid.line_top(line)
        return 0, 0.0

    def lines_shown(self) -> tuple[int, int]:
        """Return the offsets at the start of the first and of the last line in view."""
        view, first, last = self._view, -1, -1
        height = view.flow.view_height
        rows = list(view.flow.visible())
        for index, y, laid in rows[:1] + rows[-1:]:
            for line, (start, _, _) in enumerate(laid.lines):
                top = y + laid.line_top(line)
                offset = view.document.starts[index] + laid.shown.from16(start)
                if top >= 0 and first < 0:
                    first = offset
                if top < height:
                    last = offset
        return max(0, first), max(0, last)
