"""Where the parts of the window stand: side, middle, evidence; nothing here decides anything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from brandtool.ui.desk import Desk
from brandtool.ui.finder import Finder
from brandtool.ui.header import Foot, Header
from brandtool.ui.menus import Menus
from brandtool.ui.pages import Pages
from brandtool.ui.panels.articles import ArticlesPanel
from brandtool.ui.panels.evidence import EvidencePanel
from brandtool.ui.panels.export import ExportCard
from brandtool.ui.panels.facts import FactsCard
from brandtool.ui.panels.history import HistoryPanel
from brandtool.ui.panels.keys import KeysPage
from brandtool.ui.panels.notices import Notices
from brandtool.ui.panels.palette import Palette
from brandtool.ui.panels.questions import QuestionsPanel
from brandtool.ui.panels.quotes import QuotesPanel
from brandtool.ui.panels.start import StartPanel
from brandtool.ui.sheet import window_sheet
from brandtool.ui.words import say

__all__ = ["Layout"]

SIDES = ("questions", "articles", "history")
MODES = ("before", "after", "both", "quotes")


class Layout:
    """Make the parts and put them into the window."""

    def __init__(self, window: QMainWindow, desk: Desk, menus: Menus) -> None:
        self._window = window
        self.header = Header(menus.actions)
        self.notices = Notices()
        self.questions = QuestionsPanel()
        self.articles = ArticlesPanel()
        self.history = HistoryPanel()
        self.pages = Pages(desk)
        self.quotes = QuotesPanel()
        self.start = StartPanel()
        self.evidence = EvidencePanel()
        self.foot = Foot()
        self.finder = Finder(self.pages)
        self.side_tabs, self.mode_tabs = _tabs(), _tabs()
        self.side = QStackedWidget()
        for panel in (self.questions, self.articles, self.history):
            self.side.addWidget(panel)
        self.centre = QStackedWidget()
        for part in (self.start, self.pages, self.quotes):
            self.centre.addWidget(part)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._put_together()
        window.setStatusBar(self.foot)
        self.palette = Palette(window)
        self.keys_page = KeysPage(window)
        self.export_card = ExportCard(window)
        self.facts_card = FactsCard(window)
        self.show_centre("start")

    @property
    def centre_name(self) -> str:
        """Return what stands in the middle: start, pages, quotes."""
        return ("start", "pages", "quotes")[self.centre.currentIndex()]

    def show_centre(self, name: str) -> None:
        """Show the start, the pages or the quote table in the middle."""
        self.centre.setCurrentIndex(("start", "pages", "quotes").index(name))
        self._bar.setVisible(name != "start")
        self._side_box.setVisible(name != "start")
        self.evidence.setVisible(name != "start")
        self._show_mode()

    def show_side(self, name: str, *, focus: bool = False) -> None:
        """Show a panel at the side."""
        number = SIDES.index(name)
        self.side_tabs.setCurrentIndex(number)
        self.side.setCurrentIndex(number)
        if focus:
            (self.questions, self.articles, self.history)[number].list.setFocus()

    def alone(self, on: bool) -> None:
        """Show the middle alone, or everything."""
        for part in (self._side_box, self.evidence, self._bar):
            part.setVisible(not on)

    def dress(self) -> None:
        """Put on the theme in force."""
        self._window.setStyleSheet(window_sheet())
        self.header.dress()

    def retitle(self) -> None:
        """Name the parts in the language of the window."""
        self.header.retitle()
        sides = (say("Layout", "Questions"), say("Layout", "Articles"), say("Layout", "History"))
        modes = (
            say("Layout", "Before"), say("Layout", "After"), say("Layout", "Side by side"),
            say("Layout", "Quotes"),
        )  # fmt: skip
        for tabs, names in ((self.side_tabs, sides), (self.mode_tabs, modes)):
            for number, name in enumerate(names):
                if tabs.count() > number:
                    tabs.setTabText(number, name)
                else:
                    tabs.addTab(name)
        self.side_tabs.setAccessibleName(say("Layout", "Lists"))
        self.mode_tabs.setAccessibleName(say("Layout", "Views"))
        self._hint.setText(say("Layout", "Space: before and after"))

    def _put_together(self) -> None:
        self._side_box = _column(self.side_tabs, self.side)
        self._side_box.setObjectName("side")
        self._bar = QWidget()
        self._bar.setObjectName("bar")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._hint = QLabel()
        self._hint.setProperty("muted", True)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(6, 0, 14, 0)
        row.addWidget(self.mode_tabs)
        row.addStretch(1)
        row.addWidget(self._hint)
        middle = _column(self._bar, self.finder, self.centre)
        middle.setObjectName("centre")
        for part, width in ((self._side_box, 330), (middle, 760), (self.evidence, 360)):
            self.split.addWidget(part)
            part.setMinimumWidth(min(width, 280))
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([330, 760, 360])
        for number, stretch in enumerate((0, 1, 0)):
            self.split.setStretchFactor(number, stretch)
        whole = _column(self.header, self.notices, self.split)
        self._window.setCentralWidget(whole)
        self.side_tabs.currentChanged.connect(self.side.setCurrentIndex)
        self.mode_tabs.tabBarClicked.connect(self._mode_clicked)
        self.pages.mode_changed.connect(lambda _mode: self._show_mode())

    def _mode_clicked(self, number: int) -> None:
        if not 0 <= number < len(MODES):
            return
        if MODES[number] == "quotes":
            self.show_centre("quotes")
        else:
            self.show_centre("pages")
            self.pages.set_mode(MODES[number])

    def _show_mode(self) -> None:
        name = "quotes" if self.centre_name == "quotes" else self.pages.mode
        if name in MODES and self.mode_tabs.count() == len(MODES):
            self.mode_tabs.setCurrentIndex(MODES.index(name))


def _tabs() -> QTabBar:
    tabs = QTabBar()
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tabs


def _column(*widgets: QWidget) -> QWidget:
    out = QWidget()
    rows = QVBoxLayout(out)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for widget in widgets:
        rows.addWidget(widget, 1 if isinstance(widget, (QStackedWidget, QSplitter)) else 0)
    return out
