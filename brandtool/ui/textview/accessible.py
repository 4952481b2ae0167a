"""What a screen reader finds: a document with one text per paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QAccessible

from brandtool.ui.spoken import Face

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["ArticleFace"]

_HEADINGS = ("headline", "subhead")


class ArticleFace(Face):
    """Say the paragraphs of a text view."""

    ROLE = QAccessible.Role.Document

    @property
    def pages(self) -> TextView:
        """Return the view as what it is."""
        return cast("TextView", self.view)

    def count(self) -> int:
        """Count the paragraphs."""
        return len(self.pages.document.paragraphs)

    def current(self) -> int:
        """Return the paragraph the caret is in."""
        return self.pages.document.paragraph_at(self.pages.caret)

    def at(self, where: QPoint) -> int:
        """Return the paragraph at a point."""
        return self.pages.document.paragraph_at(self.pages.offset_at(where))

    def name(self, number: int) -> str:
        """Return the text of a paragraph."""
        return self.pages.document.paragraphs[number].text

    def place(self, number: int) -> QRect:
        """Return the place of a paragraph."""
        paragraph = self.pages.document.paragraphs[number]
        return self.pages.rect_of(paragraph.start, paragraph.end)

    def role_of(self, number: int) -> QAccessible.Role:
        """Return heading for a headline or subhead, else static text."""
        style = self.pages.document.paragraphs[number].style.strip("~") if number >= 0 else ""
        return QAccessible.Role.Heading if style in _HEADINGS else QAccessible.Role.StaticText

    def text(self, kind: QAccessible.Text) -> str:
        """Return the view's name, that of an article if it has none."""
        told = super().text(kind)
        if kind == QAccessible.Text.Name and not told:
            return QCoreApplication.translate("TextView", "Article")
        return told

    def mark(self, state: QAccessible.State) -> None:
        """Say whether it can be changed."""
        state.readOnly = not self.pages.editing
        state.editable = self.pages.editing
        state.multiLine = True

    def mark_item(self, state: QAccessible.State, number: int) -> None:
        """Say that a paragraph can be read and selected."""
        state.readOnly = True
        state.selectableText = True
