"""The export card: where to, in which formats.

It remembers, so that Ctrl+E and Enter are enough.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from brandtool.ui.overlay import Overlay
from brandtool.ui.words import say

__all__ = ["FORMATS", "ExportCard"]

FORMATS = ("text", "csv", "html", "markdown", "jsonl")


def format_name(name: str) -> str:
    """Name a format for people."""
    names = {
        "text": say("Export", "Article texts and page text"),
        "csv": say("Export", "Article table and quote table (CSV)"),
        "jsonl": say("Export", "Full data (JSON Lines)"),
        "markdown": say("Export", "Markdown"),
        "html": say("Export", "Page to read and print, with quotes and speakers (HTML)"),
    }
    return names.get(name, name)


class ExportCard(Overlay):
    """Ask for a folder and formats; Enter exports."""

    HEIGHT = 360

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self._take: Callable[[Path, tuple[str, ...]], None] = lambda _folder, _formats: None
        self._state = QLabel(self)
        self._state.setWordWrap(True)
        self.folder = QLineEdit(self)
        self._look = QPushButton(self)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self._look)
        self.boxes = {name: QCheckBox(self) for name in FORMATS}
        self._go = QPushButton(self)
        self._go.setProperty("primary", True)
        self.rows.addWidget(self._state)
        self.rows.addLayout(row)
        for box in self.boxes.values():
            self.rows.addWidget(box)
        self.rows.addStretch(1)
        self.rows.addWidget(self._go, 0, Qt.AlignmentFlag.AlignRight)
        self.folder.returnPressed.connect(self._export)
        self._go.clicked.connect(self._export)
        self._look.clicked.connect(self._browse)

    def ask(
        self, folder: Path, formats: Sequence[str], left: int,
        take: Callable[[Path, tuple[str, ...]], None],
    ) -> None:  # fmt: skip
        """Show the card with what was chosen last."""
        self._take = take
        self.title.setText(say("Export", "Export"))
        self._state.setText(
            say("Export", "{left} still open: the files will be named as a draft.").format(
                left=left
            )
            if left
            else say("Export", "Everything is decided.")
        )
        self.folder.setText(str(folder))
        self.folder.setAccessibleName(say("Export", "Folder"))
        self._look.setText(say("Export", "Choose…"))
        self._go.setText(say("Export", "Export (Enter)"))
        for name, box in self.boxes.items():
            box.setText(format_name(name))
            box.setChecked(name in formats)
        self.appear(self.folder)

    def _browse(self) -> None:
        dialog = QFileDialog(self, say("Export", "Folder"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _export(self) -> None:
        formats = tuple(name for name, box in self.boxes.items() if box.isChecked())
        folder = self.folder.text().strip()
        if formats and folder:
            self.leave()
            self._take(Path(folder).expanduser(), formats)
