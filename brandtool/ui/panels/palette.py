"""The command palette: every action by its name, its pinyin initials, or its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from brandtool.ui.models.search import matches
from brandtool.ui.overlay import Overlay
from brandtool.ui.words import say

__all__ = ["Choice", "Palette"]

Choice = tuple[str, str, str, bool]
"""What the palette lists: id, name, key, and whether it can be done now."""


class Palette(Overlay):
    """A field and a list over the window; Enter takes what is chosen, Esc goes away.

    It serves commands, roles, speakers and encodings alike; `free` lets what is typed be an
    answer of its own, listed last wherever something else is found by it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._free = False
        self._choices: Sequence[Choice] = ()
        self._others: Callable[[str], str] = lambda _name: ""
        self._taker: Callable[[str], object] = lambda _name: None
        self._field = QLineEdit(self)
        self._list = QListWidget(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        for widget in (self._field, self._list, self._count):
            self.rows.addWidget(widget)
        self.setFocusProxy(self._field)
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list.itemActivated.connect(lambda _item: self._take())
        self._list.itemClicked.connect(lambda _item: self._take())

    def ask(
        self,
        choices: Sequence[Choice],
        take: Callable[[str], object],
        *,
        title: str = "",
        hint: str = "",
        others: Callable[[str], str] | None = None,
        free: bool = False,
        text: str = "",
        now: str = "",
    ) -> None:
        """Show the choices over the window; `others` gives a second name (English) of an id.

        `text` stands in the field at first, selected: typing replaces it. `now` is the id of what
        holds already; it is marked, and the first to be current.
        """
        self._now = now
        self._choices, self._taker, self._free = choices, take, free
        self._others = others or (lambda _name: "")
        self.title.setText(title)
        self._field.setPlaceholderText(
            hint or say("Palette", "Type a name, or its pinyin initials")
        )
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.setText(text)
        self._fill()
        self._list.setVisible(bool(choices))
        self._count.setVisible(bool(choices))
        self.appear(self._field)
        self._field.selectAll()

    @property
    def tall(self) -> bool:
        """Tell whether there is anything to choose from; a field alone needs little room."""
        return bool(self._choices)

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the ids listed now."""
        return tuple(
            self._list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self._list.count())
        )

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Let arrows, Enter and Esc in the field rule the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self._list.currentRow() + step
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_Escape:
                self.leave()
            case (
                Qt.Key.Key_1
                | Qt.Key.Key_2
                | Qt.Key.Key_3
                | Qt.Key.Key_4
                | Qt.Key.Key_5
                | (Qt.Key.Key_6 | Qt.Key.Key_7 | Qt.Key.Key_8 | Qt.Key.Key_9)
            ) if not self._field.text():
                row = event.key() - Qt.Key.Key_1
                if row >= self._list.count():
                    return False
                self._list.setCurrentRow(row)
                self._take()
            case _:
                return False
        return True

    def _fill(self) -> None:
        self._list.clear()
        sought = self._field.text().strip()
        for name, text, key, possible in self._choices:
            if not matches(sought, text, other=self._others(name)):
                continue
            mark = "    ✓" if name and name == self._now else ""
            item = QListWidgetItem(f"{text}    {key}{mark}" if key else f"{text}{mark}")
            item.setData(Qt.ItemDataRole.UserRole, name)
            if not possible:
                item.setForeground(self.palette().placeholderText())
            self._list.addItem(item)
        total, listed = len(self._choices), self._list.count()
        if self._free and sought and sought not in (text for _, text, _, _ in self._choices):
            item = QListWidgetItem(say("Palette", "“{typed}” as typed").format(typed=sought))
            item.setData(Qt.ItemDataRole.UserRole, sought)
            self._list.addItem(item)
        here = self.shown.index(self._now) if not sought and self._now in self.shown else 0
        self._list.setCurrentRow(here)
        self._count.setText(
            say("Palette", "{listed} of {total}").format(listed=listed, total=total)
        )

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        self.leave()
        self._taker(item.data(Qt.ItemDataRole.UserRole))
