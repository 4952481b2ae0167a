"""What a screen reader finds: a document with one text per paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from shiboken6 import isValid

if TYPE_CHECKING:
    from brandtool.ui.textview.view import TextView

__all__ = ["install"]

_HEADINGS = ("headline", "subhead")
_documents: dict[int, ArticleDocument] = {}
_installed: list[bool] = []


def install() -> None:
    """Let Qt ask here for the accessible face of text views; once for the process."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_make)


def _make(name: str, thing: QObject) -> QAccessibleInterface | None:
    from brandtool.ui.textview.view import TextView

    if not isinstance(thing, TextView):
        return None
    key = id(thing)
    if key not in _documents:
        _documents[key] = ArticleDocument(thing)
        thing.destroyed.connect(lambda: _documents.pop(key, None))
    return _documents[key]


class ArticleDocument(QAccessibleInterface):
    """Stand for a whole view."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self.view = view
        self._children: dict[int, ArticleParagraph] = {}

    def isValid(self) -> bool:
        """Say whether the view still lives."""
        return isValid(self.view)

    def object(self) -> QObject:
        """Return the view."""
        return self.view

    def window(self) -> QWindow | None:
        """Return the window the view is in."""
        return self.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        """Return the face of the widget around the view."""
        above = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else None

    def childCount(self) -> int:
        """Count the paragraphs."""
        return len(self.view.document.paragraphs)

    def child(self, index: int) -> QAccessibleInterface | None:
        """Return one paragraph."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._children:
            made = ArticleParagraph(self, index)
            self._children[index] = made
            QAccessible.registerAccessibleInterface(made)
        return self._children[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a paragraph, -1 for a stranger."""
        return child.index if isinstance(child, ArticleParagraph) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return the paragraph at a point of the screen."""
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        return self.child(self.view.document.paragraph_at(self.view.offset_at(point)))

    def focusChild(self) -> QAccessibleInterface | None:
        """Return the paragraph the caret is in."""
        return self.child(self.view.document.paragraph_at(self.view.caret))

    def text(self, kind: QAccessible.Text) -> str:
        """Return the view's name and description."""
        if kind == QAccessible.Text.Name:
            named = self.view.accessibleName()
            return named or QCoreApplication.translate("TextView", "Article")
        return self.view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave the text alone: it is a projection."""

    def rect(self) -> QRect:
        """Return the view's place on the screen."""
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())

    def role(self) -> QAccessible.Role:
        """Return that this is a document."""
        return QAccessible.Role.Document

    def state(self) -> QAccessible.State:
        """Return whether it can be focused and changed."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.readOnly = not self.view.editing
        state.editable = self.view.editing
        state.multiLine = True
        state.invisible = not self.view.isVisible()
        return state


class ArticleParagraph(QAccessibleInterface):
    """Stand for one paragraph, by its number; the text is asked for when needed."""

    def __init__(self, document: ArticleDocument, index: int) -> None:
        super().__init__()
        self._document = document
        self.index = index

    def isValid(self) -> bool:
        """Say whether there still is such a paragraph."""
        return self._document.isValid() and self.index < self._document.childCount()

    def object(self) -> QObject | None:
        """Return nothing: a paragraph is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:
        """Return the window the view is in."""
        return self._document.window()

    def parent(self) -> QAccessibleInterface:
        """Return the document."""
        return self._document

    def childCount(self) -> int:
        """Return that there is nothing inside."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        """Return nothing."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that nothing is inside."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return nothing."""
        return None

    def text(self, kind: QAccessible.Text) -> str:
        """Return the paragraph's text as its name."""
        if kind == QAccessible.Text.Name and self.isValid():
            return self._document.view.document.paragraphs[self.index].text
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave the text alone: it is a projection."""

    def rect(self) -> QRect:
        """Return the paragraph's place on the screen."""
        if not self.isValid():
            return QRect()
        view = self._document.view
        paragraph = view.document.paragraphs[self.index]
        box = view.rect_of(paragraph.start, paragraph.end)
        return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """Return heading for a headline or subhead, else static text."""
        view = self._document.view
        style = view.document.paragraphs[self.index].style.strip("~") if self.isValid() else ""
        return QAccessible.Role.Heading if style in _HEADINGS else QAccessible.Role.StaticText

    def state(self) -> QAccessible.State:
        """Return that it is read-only, and whether it is out of sight."""
        state = QAccessible.State()
        state.readOnly = True
        state.selectableText = True
        if self.isValid():
            state.offscreen = not self.rect().intersects(self._document.rect())
        return state
