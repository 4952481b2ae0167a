"""Where every piece is: estimated until seen, exact after; the text under the eye held still."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF

from brandtool.ui.textview.document import Document
from brandtool.ui.textview.heights import Heights
from brandtool.ui.textview.layout import Laid, Typography

__all__ = ["PAD", "Flow"]

PAD = 28
_KEPT = 400


class Flow:
    """Place the pieces of a document in a view of a given height.

    The position is a piece and the pixels of it above the view; sums of estimates serve the
    scroll bar only, so that an estimate made exact never moves what is seen.
    """

    def __init__(self, document: Document, typography: Typography) -> None:
        self.document = document
        self.typography = typography
        self.heights = Heights()
        self.top = 0
        self.inset = -PAD
        self.view_height = 1
        self.compose: Callable[[int], Laid | None] = lambda index: None
        self._laid: OrderedDict[int, Laid] = OrderedDict()

    def reset(self, typography: Typography | None = None) -> None:
        """Forget all layouts and estimate all heights anew."""
        self.typography = typography or self.typography
        self._laid.clear()
        doc = self.document
        self.heights = Heights(
            self.typography.estimates(doc.texts, doc.styles, doc.opens, doc.closes)
        )
        self.top = min(self.top, max(0, len(doc) - 1))

    def spliced(self, low: int, high: int, size: int) -> None:
        """Take note that pieces `low..high` were replaced by `size` others."""
        doc, run = self.document, slice(low, low + size)
        self.heights.splice(
            low,
            high,
            self.typography.estimates(
                doc.texts[run], doc.styles[run], doc.opens[run], doc.closes[run]
            ),
        )
        if self.top >= high:
            self.top += size - (high - low)
        self.top = min(max(0, self.top), max(0, len(doc) - 1))

    def lay(self, index: int) -> Laid:
        """Return the layout of a piece, made now if need be."""
        doc = self.document
        key = doc.ids[index]
        laid = self._laid.get(key)
        if laid is None:
            laid = self.compose(index) or self.make(index)
            self._laid[key] = laid
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
            self.heights[index] = laid.height
        else:
            self._laid.move_to_end(key)
        return laid

    def make(self, index: int, **composition: object) -> Laid:
        """Lay out a piece, with what an input method is composing if given."""
        doc = self.document
        text = doc.texts[index]
        return Laid(
            text,
            self.typography.setting(doc.styles[index] if text or composition else "blank"),
            self.typography.width,
            opens=doc.opens[index] and index > 0 and doc.styles[index - 1] != "kicker",
            closes=doc.closes[index],
            **composition,  # type: ignore[arg-type]
        )

    def is_laid(self, index: int) -> bool:
        """Say whether a piece has its layout."""
        return self.document.ids[index] in self._laid

    def forget(self, index: int) -> None:
        """Drop the layout of one piece."""
        self._laid.pop(self.document.ids[index], None)

    @property
    def total(self) -> int:
        """Return the height of all, estimated and exact."""
        return self.heights.total + 2 * PAD

    @property
    def position(self) -> int:
        """Return the height above the view."""
        return PAD + self.heights.before(self.top) + self.inset

    def visible(self) -> Iterator[tuple[int, int, Laid]]:
        """Walk the pieces in view with their y, laying them out."""
        y, index, count = -self.inset, self.top, len(self.document)
        while index < count and y < self.view_height:
            laid = self.lay(index)
            yield index, y, laid
            y += laid.height
            index += 1

    def move(self, delta: int) -> None:
        """Scroll by pixels, exactly, however wrong the estimates were."""
        count = len(self.document)
        if not count:
            self.top, self.inset = 0, -PAD
            return
        self.inset += delta
        self._normalise()
        below = self._blank_below()
        if below > 0:
            self.inset -= below
            self._normalise()

    def _normalise(self) -> None:
        count = len(self.document)
        while self.top < count - 1 and self.inset >= (height := self.lay(self.top).height):
            self.inset -= height
            self.top += 1
        while self.inset < 0 and self.top > 0:
            self.top -= 1
            self.inset += self.lay(self.top).height
        if self.top == 0:
            self.inset = max(self.inset, -PAD)

    def _blank_below(self) -> int:
        y = -self.inset
        for index in range(self.top, len(self.document)):
            y += self.lay(index).height
            if y + PAD >= self.view_height:
                return 0
        return self.view_height - y - PAD

    def jump(self, y: int) -> None:
        """Scroll to a height by the estimates; the end of the scale is the end of the text."""
        if not len(self.document):
            return
        if y >= self.total - self.view_height:
            self.top = len(self.document) - 1
            self.inset = self.lay(self.top).height + PAD - self.view_height
        elif y < PAD:
            self.top, self.inset = 0, y - PAD
        else:
            self.top, self.inset = self.heights.find(y - PAD)
        self.move(0)

    def y_of(self, index: int) -> int:
        """Return the y in the view of a piece; far from the view by the estimates."""
        y = -self.inset
        if abs(index - self.top) > 200:
            return y + self.heights.before(index) - self.heights.before(self.top)
        for between in range(self.top, index):
            y += self.lay(between).height
        for between in range(index, self.top):
            y -= self.lay(between).height
        return y

    def place(self, offset: int, *, before: bool = False) -> QRectF:
        """Return where the caret of an offset is, in the view, x from the text's left edge."""
        if not len(self.document):
            return QRectF(0, PAD, 1, self.typography.setting("body").pitch)
        index = self.document.piece_at(offset)
        laid = self.lay(index)
        local = min(offset - self.document.starts[index], len(self.document.texts[index]))
        line = laid.line_of(local, before=before)
        x = laid.x_of(line, laid.shown.to16(local))
        return QRectF(x, self.y_of(index) + laid.line_top(line), 1, laid.setting.pitch)

    def put(self, offset: int, y: float) -> None:
        """Scroll so that the line of an offset has its top at y of the view."""
        if not len(self.document):
            return
        index = self.document.piece_at(offset)
        laid = self.lay(index)
        local = min(offset - self.document.starts[index], len(self.document.texts[index]))
        self.top, self.inset = index, laid.line_top(laid.line_of(local)) - round(y)
        self.move(0)

    def hit(self, x: float, y: float) -> int:
        """Return the offset nearest to a point of the view."""
        count = len(self.document)
        if not count:
            return 0
        index, top = self.top, -self.inset
        while y < top and index > 0:
            index -= 1
            top -= self.lay(index).height
        while index < count - 1 and y >= top + self.lay(index).height:
            top += self.lay(index).height
            index += 1
        laid = self.lay(index)
        return self.document.starts[index] + laid.local_at(laid.line_at(y - top), x)

    def _line(self, offset: int, before: bool) -> tuple[int, Laid, int]:
        index = self.document.piece_at(offset)
        laid = self.lay(index)
        return index, laid, laid.line_of(offset - self.document.starts[index], before=before)

    def line_end(self, offset: int, before: bool, *, last: bool) -> tuple[int, bool]:
        """Return the first or last caret place of a line, and whether it ends at a wrap."""
        if not len(self.document):
            return 0, False
        index, laid, line = self._line(offset, before)
        start, end, _ = laid.lines[line]
        local = laid.shown.from16(end if last else start)
        return self.document.starts[index] + local, last and line < len(laid.lines) - 1

    def neighbour(self, offset: int, before: bool, x: float, *, down: bool) -> int:
        """Return the offset nearest to x on the line below or above; the text's end beyond it."""
        if not len(self.document):
            return 0
        index, laid, line = self._line(offset, before)
        line += 1 if down else -1
        if line >= len(laid.lines):
            index, line = index + 1, 0
            if index >= len(self.document):
                return self.document.end
        elif line < 0:
            index -= 1
            if index < 0:
                return 0
            line = len(self.lay(index).lines) - 1
        return self.document.starts[index] + self.lay(index).local_at(line, x)
