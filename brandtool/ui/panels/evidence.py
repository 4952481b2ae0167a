"""The evidence and decision pane.

The question, and always in sight below it why it is asked, and buttons with the verb of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from brandtool.ui import html, theme, words
from brandtool.ui.models.drawing import paint_chip
from brandtool.ui.models.question import QuestionRow
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.cards import CardContext

__all__ = ["EvidencePanel"]

ROOM = 560
"""How high the pane is, in pixels, in which the reason stands by itself below the question."""


class _Head(QWidget):
    """The chip of the kind with the place and the certainty beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row: QuestionRow | None = None
        self.setFixedHeight(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.interface_font(14)
        font.setBold(True)
        painter.setFont(font)
        paint_chip(painter, 0, 12, self.row.kind, font, chinese=words.chinese())
        painter.setFont(theme.interface_font(12))
        painter.setPen(self.palette().placeholderText().color())
        told = words.state(self.row.state) if self.row.state != "open" else certain(self.row.score)
        area = self.rect().adjusted(0, 0, -2, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)


def certain(score: float) -> str:
    """Write the certainty with its name."""
    return say("Evidence pane", "certainty: {level}").format(level=words.certainty(score))


class EvidencePanel(QWidget):
    """Show one question at a time; the buttons do what the keys do."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence")
        self._card: QWidget | None = None
        self._row: QuestionRow | None = None
        self._details = False
        self._held = 0
        self._picked = False
        self._choice: int | None = None
        self._head = _Head(self)
        self._where = QLabel(self)
        self._where.setProperty("muted", True)
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.RichText)
        self.details = QLabel(self)
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.RichText)
        self._buttons = {name: QPushButton(self) for name in ("accept", "keep", "defer", "amend")}
        self._buttons["accept"].setProperty("primary", True)
        self._rest = QLabel(self)
        self._rest.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._rest.setWordWrap(True)
        self._rest.setTextFormat(Qt.TextFormat.RichText)
        self._frame = QFrame(self)
        self._frame.setProperty("card", True)
        self._lay_out()
        for name, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, n=name: self.acted.emit(f"question.{n}"))
        self.show_rest("")

    @property
    def why(self) -> str:
        """Return the sentence of evidence that is shown."""
        return self._why.text() if self._row is not None else ""

    @property
    def rest(self) -> str:
        """Return what is said while nothing is asked."""
        return self._rest.text() if self._row is None else ""

    @property
    def verbs(self) -> tuple[str, ...]:
        """Return what stands on the buttons."""
        return tuple(b.text() for b in self._buttons.values() if not b.isHidden())

    def show_question(
        self, row: QuestionRow, context: CardContext, *, evidence: Sequence[str], details: str
    ) -> None:
        """Show a question with its card."""
        same = self._row is not None and self._row.id == row.id
        self._held = self._scroll.verticalScrollBar().value() if same else 0
        self._picked = same and context.choice != self._choice
        self._choice = context.choice
        self._row = row
        self._head.row = row
        self._head.update()
        self._where.setText(words.place(row.article, row.paragraph, row.line))
        from brandtool.ui.cards import build_card  # with the first question

        self._put_card(build_card(context))
        rest = html.points(*map(html.muted, evidence[1:]), leading=140)
        self._why.setText(html.lines(html.plain(evidence[0]), leading=140) + rest)
        self.details.setText(html.muted(details))
        self.details.setVisible(self._details)
        self._name_buttons()
        self._rest.hide()
        self._scroll.show()
        self._foot.show()
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Let the card stand as it was scrolled, with the answer that was just picked in sight."""
        from brandtool.ui.cards.frame import ChoiceRow

        self._scroll.verticalScrollBar().setValue(self._held)
        taken = [row for row in self.findChildren(ChoiceRow) if row.taken and row.isVisible()]
        if self._picked and taken:
            self._scroll.ensureWidgetVisible(taken[0], 0, 12)

    def show_rest(self, text: str) -> None:
        """Show that nothing is asked, and what can be done now."""
        self._row = None
        self._put_card(None)
        self._rest.setText(text)
        self._scroll.hide()
        self._foot.hide()
        self._rest.show()

    def toggle_details(self) -> None:
        """Show or hide numbers and offsets."""
        self._details = not self._details
        shown = self._details and self._row is not None
        self.details.setVisible(shown)
        if shown:
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.details))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the reason scroll with the question where both would not be seen."""
        super().resizeEvent(event)
        rows = self._foot_rows if event.size().height() >= ROOM else self._inside
        if rows.indexOf(self._why) < 0:
            other = self._inside if rows is self._foot_rows else self._foot_rows
            other.removeWidget(self._why)
            rows.insertWidget(0 if rows is self._foot_rows else rows.count() - 1, self._why)
            margin = 16 if rows is self._foot_rows else 0
            self._why.setContentsMargins(margin, 2, margin, 6)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange and self._row is not None:
            self._name_buttons()
        super().changeEvent(event)

    def _name_buttons(self) -> None:
        assert self._row is not None
        kind = self._row.kind
        texts: dict[str, Callable[[], str]] = {
            "accept": lambda: words.verb(kind),
            "keep": lambda: words.verb(kind, keep=True),
            "defer": lambda: say("Evidence pane", "Later"),
            "amend": lambda: say("Evidence pane", "Edit"),
        }
        keys = {"accept": "A", "keep": "X", "defer": "S", "amend": "E"}
        for name, button in self._buttons.items():
            told = say("Evidence pane", "{verb} ({key})").format(verb=texts[name](), key=keys[name])
            button.setText(told)
            button.setVisible(self._row.asked)

    def _put_card(self, card: QWidget | None) -> None:
        if self._card is not None:
            self._place.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        if card is not None:
            self._place.insertWidget(0, card)
            card.show()

    def _lay_out(self) -> None:
        inside = self._inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(12)
        inside.addWidget(self._head)
        inside.addWidget(self._where)
        self._place = QVBoxLayout()
        inside.addLayout(self._place)
        inside.addWidget(self.details)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._frame)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        self._foot = QWidget(self)
        rows = self._foot_rows = QVBoxLayout(self._foot)
        rows.setContentsMargins(12, 8, 12, 12)
        rows.setSpacing(8)
        self._why.setContentsMargins(16, 2, 16, 6)
        rows.addWidget(self._why)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._buttons["accept"], 3)
        first.addWidget(self._buttons["keep"], 2)
        second.addWidget(self._buttons["defer"])
        second.addWidget(self._buttons["amend"])
        rows.addLayout(first)
        rows.addLayout(second)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._rest, 1)
        whole.addWidget(self._foot)
