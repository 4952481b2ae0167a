"""What all cards are made of: labels in the reading face, captions, rows to pick from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brandtool.core.article import Edition
from brandtool.core.candidate import Candidate
from brandtool.core.document import Document
from brandtool.ui import html, theme

__all__ = ["CardContext", "ChoiceRow", "column", "fact", "label", "reading"]


@dataclass(frozen=True)
class CardContext:
    """Give a card what it shows and how it answers.

    `place` writes where a source offset is, for people; `pick` takes a choice by its number from
    1; `show` brings a source offset into view. `choice` is the one taken so far, from 0; `called`
    gives the name that a person of the project has under another.
    """

    document: Document
    edition: Edition
    candidate: Candidate
    place: Callable[[int], str]
    pick: Callable[[int], None]
    show: Callable[[int], None]
    choice: int | None = None
    chosen_kind: str = ""
    speaker: str = ""
    called: Mapping[str, str] = field(default_factory=dict)


class ChoiceRow(QFrame):
    """One of several answers, picked by its digit or a click."""

    picked = Signal(int)

    def __init__(
        self, number: int, rich: str, *, taken: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number = number
        self.taken = taken
        look = theme.current()
        ground = theme.blend(look.accent, look.panel, 0.10) if taken else look.panel
        edge = look.accent if taken else look.line
        self.setObjectName("choice")
        self.setStyleSheet(
            f"#choice {{ background: {ground}; border: {1 + taken}px solid {edge};"
            " border-radius: 8px; }"
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 8)
        row.setSpacing(10)
        if number <= 9:
            digit = QLabel(str(number), self)
            digit.setStyleSheet(
                f"color: {look.accent if taken else look.muted}; border: 1px solid {edge};"
                " border-radius: 4px; padding: 0px 5px; background: transparent;"
            )
            digit.setFixedHeight(19)
            row.addWidget(digit, 0, Qt.AlignmentFlag.AlignTop)
        told = label(rich)
        row.addWidget(told, 1)
        self.setAccessibleName(f"{number}: {told.text()}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick this answer."""
        if self.rect().contains(event.position().toPoint()):
            self.picked.emit(self.number)


def label(rich: str, *, wrap: bool = True) -> QLabel:
    """Make a label of rich text in the face of the interface."""
    out = QLabel(rich)
    out.setTextFormat(Qt.TextFormat.RichText)
    out.setWordWrap(wrap)
    out.setStyleSheet("background: transparent; border: 0")
    out.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return out


def reading(rich: str, *, pixels: int = 16) -> QLabel:
    """Make a label of rich text in the reading face, with its leading."""
    out = label(html.lines(rich, leading=155))
    out.setFont(theme.article_font(pixels))
    return out


def fact(name: str, told: str) -> QLabel:
    """Make a line that names a fact and tells it."""
    return label(f"{html.muted(name)}&nbsp;&nbsp;{told}")


def column(*widgets: QWidget, spacing: int = 8) -> QWidget:
    """Put widgets under each other."""
    out = QWidget()
    rows = QVBoxLayout(out)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(spacing)
    for widget in widgets:
        rows.addWidget(widget)
    return out
