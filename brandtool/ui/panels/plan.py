"""The page plan at the side: every block where it stands and where it goes, and how many go."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from brandtool.core.span import Span
from brandtool.ui.plan import Plan, PlanBlock, PlanView
from brandtool.ui.words import say

__all__ = ["PlanPanel"]


class PlanPanel(QWidget):
    """Show the plan; `wanted` asks for a fresh one when it comes into sight."""

    chosen = Signal(object)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = PlanView(self)
        self.list.setObjectName("plan")
        self._count = QLabel(self)
        self._count.setWordWrap(True)
        self._legend = QLabel(self)
        self._legend.setWordWrap(True)
        for label in (self._count, self._legend):
            label.setProperty("muted", True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 6, 0, 6)
        rows.setSpacing(0)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._count)
        rows.addWidget(self._legend)
        self._count.setContentsMargins(14, 6, 10, 0)
        self._legend.setContentsMargins(14, 2, 10, 0)
        self.list.shown.connect(self.chosen)
        self._articles = 0
        self._retitle()

    @property
    def block(self) -> PlanBlock | None:
        """Return the block the keys act on."""
        return self.list.block

    def show_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self._articles = max((block.article for block in plan.blocks), default=0)
        self.list.set_plan(plan)
        self._tell()

    def follow(self, offset: int) -> None:
        """Go to the block that holds an offset of the source, telling nobody."""
        for block in self.list.plan.under([Span(offset, offset)]):
            self.list.go(block)

    def mark(self, spans: Iterable[Span], *, follow: bool) -> None:
        """Mark the blocks that ranges of the source touch, and go there on wish."""
        self.list.set_asked(self.list.plan.under(spans), follow=follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is so now."""
        super().showEvent(event)
        self.wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when the window does."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _retitle(self) -> None:
        self.list.setAccessibleName(say("Plan", "Page plan"))
        self.list.set_nothing(say("Plan", "There is no text on this page."))
        told = (
            say("Plan", "Dashed: proposed. Solid: decided."),
            say("Plan", "Enter: text · Alt+↑↓: move · B: article · T: role"),
        )
        self._legend.setText("\n".join(told))
        self._tell()

    def _tell(self) -> None:
        plan = self.list.plan
        self._legend.setVisible(bool(plan.blocks))
        told = [
            say("Plan", "{n} articles").format(n=self._articles),
            say("Plan", "{n} deleted").format(n=plan.count("removed")),
            say("Plan", "{n} moved").format(n=plan.count("moved")),
            say("Plan", "{n} lifted out").format(n=plan.count("aside")),
        ]
        self._count.setText(" · ".join(told) if plan.blocks else "")
