"""The joints of the page as they will read, below each other, to be accepted at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brandtool.ui.models.lists import ListView
from brandtool.ui.models.seam import HEIGHT, JointRow, SeamDelegate
from brandtool.ui.models.table import Column, TableModel
from brandtool.ui.previews import SEAM
from brandtool.ui.words import say

__all__ = ["JointsPanel"]


class JointsPanel(QWidget):
    """List the joints; in a batch each that is open carries a box."""

    chosen = Signal(str)
    toggled = Signal(str)
    done = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("joints")
        self.model: TableModel[JointRow] = TableModel(
            [Column("", self._sentence)], key=lambda row: row.id, parent=self
        )
        self.list = ListView(self.model, height=HEIGHT)
        self.list.setObjectName("joints_list")
        self._delegate = SeamDelegate(self.list, self.toggled.emit)
        self.list.setItemDelegate(self._delegate)
        self._lead = QLabel(self)
        self._count = QLabel(self)
        for label in (self._lead, self._count):
            label.setProperty("muted", True)
        self._lead.setWordWrap(True)
        self._take, self._leave = QPushButton(self), QPushButton(self)
        self._take.setProperty("primary", True)
        self._lay_out()
        self.list.current_changed.connect(self._row_chosen)
        self._take.clicked.connect(lambda: self.done.emit(True))
        self._leave.clicked.connect(lambda: self.done.emit(False))
        self._retitle()

    def show_joints(self, rows: Sequence[JointRow], ticks: set[str] | None) -> None:
        """Show these joints, and which of them are ticked; None outside a batch."""
        with self.list.quietly():
            self.model.set_rows(rows)
        self._delegate.ticks = ticks
        self.list.viewport().update()
        self._tell()

    def select(self, key: str) -> None:
        """Show which joint is asked, without telling anybody."""
        self.list.choose(self.model.row_of(key))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.setSpacing(8)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._leave)
        foot.addWidget(self._take)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._lead.setContentsMargins(14, 12, 14, 8)
        rows.addWidget(self._lead)
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)

    def _retitle(self) -> None:
        self.list.setAccessibleName(say("Joints", "Joints as they will read"))
        self._leave.setText(say("Joints", "Back (Esc)"))
        self._tell()

    def _tell(self) -> None:
        ticks, rows = self._delegate.ticks, self.model.rows
        left = sum(row.open for row in rows)
        on = ticks is not None and left > 0
        for button in (self._take, self._leave):
            button.setVisible(on)
        if on:
            ticked = sum(row.id in (ticks or ()) for row in rows)
            self._lead.setText(
                say(
                    "Joints",
                    "So the sentences will read. X leaves a line open; Space shows the text.",
                )
            )
            self._count.setText(
                say("Joints", "{ticked} of {left} joints ticked").format(ticked=ticked, left=left)
            )
            self._take.setText(say("Joints", "Run on {ticked} (Enter)").format(ticked=ticked))
            self._take.setEnabled(ticked > 0)
        else:
            self._lead.setText(
                say("Joints", "So the sentences will read. Shift+A takes all that are open.")
                if rows
                else say("Joints", "No sentence of this page is cut in two.")
            )
            told = say("Joints", "{total} joints, {left} left")
            self._count.setText(told.format(total=len(rows), left=left) if rows else "")

    def _sentence(self, row: JointRow) -> str:
        """Say a joint in one sentence, for those who listen."""
        told = f"{row.left}{SEAM}{row.right} · {row.where}"
        ticks = self._delegate.ticks
        if ticks is None or not row.open:
            return told
        state = say("Joints", "ticked") if row.id in ticks else say("Joints", "not ticked")
        return f"{state} · {told}"

    def _row_chosen(self, number: int) -> None:
        row = self.model.at(number)
        if row is not None:
            self.chosen.emit(row.id)
