"""Where the parts of the window stand: side, middle, evidence; nothing here decides anything.

A part that is not seen at once is imported and built when it is first asked for: the first page is
painted the sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
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
from brandtool.ui.header import Foot, Header
from brandtool.ui.menus import Menus
from brandtool.ui.pages import Pages
from brandtool.ui.panels.notices import Notices
from brandtool.ui.sheet import window_sheet
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.finder import Finder
    from brandtool.ui.overlay import Overlay
    from brandtool.ui.panels.articles import ArticlesPanel
    from brandtool.ui.panels.evidence import EvidencePanel
    from brandtool.ui.panels.export import ExportCard
    from brandtool.ui.panels.facts import FactsCard
    from brandtool.ui.panels.history import HistoryPanel
    from brandtool.ui.panels.joints import JointsPanel
    from brandtool.ui.panels.keys import KeysPage
    from brandtool.ui.panels.palette import Palette
    from brandtool.ui.panels.people import PeoplePanel
    from brandtool.ui.panels.plan import PlanPanel
    from brandtool.ui.panels.questions import QuestionsPanel
    from brandtool.ui.panels.quotes import QuotesPanel
    from brandtool.ui.panels.start import StartPanel

__all__ = ["Layout"]

Part = TypeVar("Part", bound=QWidget)
Card = TypeVar("Card", bound="Overlay")

LAZY = (
    "start", "questions", "articles", "plan", "people", "history", "quotes", "joints", "finder",
    "evidence",
)  # fmt: skip
SIDES = ("questions", "articles", "plan", "people", "history")
MODES = ("before", "after", "both", "quotes", "joints")
CENTRES = ("start", "pages", "quotes", "joints")
TABLES = ("quotes", "joints")


class Layout:
    """Make the parts and put them into the window."""

    def __init__(self, window: QMainWindow, desk: Desk, menus: Menus) -> None:
        self._window = window
        self.ready: Callable[[str], None] = lambda _name: None
        self.table_wanted: Callable[[str], None] = self.show_centre
        self.header = Header(menus.actions)
        self.notices = Notices()
        self.pages = Pages(desk)
        self.foot = Foot()
        self.side_tabs, self.mode_tabs = _tabs(), _tabs()
        self.side = QStackedWidget()
        self._holders = {name: _column() for name in LAZY}
        for name in SIDES:
            self.side.addWidget(self._holders[name])
        self.centre = QStackedWidget()
        for name in CENTRES:
            self.centre.addWidget(self.pages if name == "pages" else self._holders[name])
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._put_together()
        window.setStatusBar(self.foot)
        self.show_centre("pages")

    @cached_property
    def start(self) -> StartPanel:
        """Return what stands in the middle before a page is open."""
        from brandtool.ui.panels.start import StartPanel

        return self._built("start", StartPanel())

    @cached_property
    def evidence(self) -> EvidencePanel:
        """Return the evidence and decision pane."""
        from brandtool.ui.panels.evidence import EvidencePanel

        return self._built("evidence", EvidencePanel())

    @cached_property
    def questions(self) -> QuestionsPanel:
        """Return the question list."""
        from brandtool.ui.panels.questions import QuestionsPanel

        return self._built("questions", QuestionsPanel())

    @cached_property
    def articles(self) -> ArticlesPanel:
        """Return the article map."""
        from brandtool.ui.panels.articles import ArticlesPanel

        return self._built("articles", ArticlesPanel())

    @cached_property
    def plan(self) -> PlanPanel:
        """Return the page plan."""
        from brandtool.ui.panels.plan import PlanPanel

        return self._built("plan", PlanPanel())

    @cached_property
    def people(self) -> PeoplePanel:
        """Return the people of the page."""
        from brandtool.ui.panels.people import PeoplePanel

        return self._built("people", PeoplePanel())

    @cached_property
    def history(self) -> HistoryPanel:
        """Return the history."""
        from brandtool.ui.panels.history import HistoryPanel

        return self._built("history", HistoryPanel())

    @cached_property
    def quotes(self) -> QuotesPanel:
        """Return the quote table."""
        from brandtool.ui.panels.quotes import QuotesPanel

        return self._built("quotes", QuotesPanel())

    @cached_property
    def joints(self) -> JointsPanel:
        """Return the joints as they will read."""
        from brandtool.ui.panels.joints import JointsPanel

        return self._built("joints", JointsPanel())

    @cached_property
    def finder(self) -> Finder:
        """Return the find bar."""
        from brandtool.ui.finder import Finder

        return self._built("finder", Finder(self.pages))

    @cached_property
    def palette(self) -> Palette:
        """Return the card to choose from."""
        from brandtool.ui.panels.palette import Palette

        return self._over(Palette(self._window))

    @cached_property
    def keys_page(self) -> KeysPage:
        """Return the page of keys."""
        from brandtool.ui.panels.keys import KeysPage

        return self._over(KeysPage(self._window))

    @cached_property
    def export_card(self) -> ExportCard:
        """Return the export card."""
        from brandtool.ui.panels.export import ExportCard

        return self._over(ExportCard(self._window))

    @cached_property
    def facts_card(self) -> FactsCard:
        """Return the page facts card."""
        from brandtool.ui.panels.facts import FactsCard

        return self._over(FactsCard(self._window))

    def _over(self, card: Card) -> Card:
        """Let a card that goes away leave the focus somewhere where keys act."""
        card.left_alone.connect(self.focus_side)
        return card

    def has(self, name: str) -> bool:
        """Tell whether a part has been built."""
        return name in self.__dict__

    def _built(self, name: str, part: Part) -> Part:
        holder = self._holders[name].layout()
        assert holder is not None
        holder.addWidget(part)
        self.__dict__[name] = part
        self.ready(name)
        return part

    def _build(self, name: str) -> None:
        """Build what is about to be seen."""
        if name in self._holders:
            getattr(self, name)

    @property
    def centre_name(self) -> str:
        """Return what stands in the middle: start, pages, quotes, joints."""
        return CENTRES[self.centre.currentIndex()]

    def show_centre(self, name: str) -> None:
        """Show the start, the pages, the quote table or the joints in the middle."""
        self._build(name)
        self.centre.setCurrentIndex(CENTRES.index(name))
        self._bar.setVisible(name != "start")
        self._side_box.setVisible(name != "start")
        self._holders["evidence"].setVisible(name != "start")
        self._show_mode()

    def show_side(self, name: str, *, focus: bool = False) -> None:
        """Show a panel at the side."""
        self.side_tabs.setCurrentIndex(SIDES.index(name))
        self._side_chosen(SIDES.index(name))
        if focus:
            panel: QuestionsPanel | ArticlesPanel | PlanPanel | PeoplePanel | HistoryPanel
            panel = getattr(self, name)
            panel.list.setFocus()

    def focus_side(self) -> None:
        """Put the focus into the list at the side, whichever is shown; none while it is away."""
        if self._side_box.isHidden():
            return
        self.show_side(SIDES[self.side.currentIndex()], focus=True)

    def _side_chosen(self, number: int) -> None:
        self._build(SIDES[number])
        self.side.setCurrentIndex(number)

    def alone(self, on: bool) -> None:
        """Show the middle alone, or everything."""
        for part in (self._side_box, self._holders["evidence"], self._bar):
            part.setVisible(not on)

    def dress(self) -> None:
        """Put on the theme in force."""
        if self._window.styleSheet() != window_sheet():
            self._window.setStyleSheet(window_sheet())
        self.header.dress()

    def retitle(self) -> None:
        """Name the parts in the language of the window."""
        self.header.retitle()
        sides = (
            say("Layout", "Questions"), say("Layout", "Articles"), say("Layout", "Plan"),
            say("Layout", "People"),
            say("Layout", "History"),
        )  # fmt: skip
        modes = (
            say("Layout", "Before"), say("Layout", "After"), say("Layout", "Side by side"),
            say("Layout", "Quotes"), say("Layout", "Joints"),
        )  # fmt: skip
        for tabs, names in ((self.side_tabs, sides), (self.mode_tabs, modes)):
            for number, name in enumerate(names):
                if tabs.count() > number:
                    tabs.setTabText(number, name)
                else:
                    with QSignalBlocker(tabs):  # the first tab is current, but nobody chose it
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
        middle = _column(self._bar, self._holders["finder"], self.centre)
        middle.setObjectName("centre")
        for part, width in ((self._side_box, 330), (middle, 760), (self._holders["evidence"], 360)):
            self.split.addWidget(part)
            part.setMinimumWidth(290 if width == 330 else 280)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([330, 760, 360])
        for number, stretch in enumerate((0, 1, 0)):
            self.split.setStretchFactor(number, stretch)
        whole = _column(self.header, self.notices, self.split)
        self._window.setCentralWidget(whole)
        self.side_tabs.currentChanged.connect(self._side_chosen)
        self.mode_tabs.tabBarClicked.connect(self._mode_clicked)
        self.pages.mode_changed.connect(lambda _mode: self._show_mode())

    def _mode_clicked(self, number: int) -> None:
        if not 0 <= number < len(MODES):
            return
        if MODES[number] in TABLES:
            self.table_wanted(MODES[number])
        else:
            self.show_centre("pages")
            self.pages.set_mode(MODES[number])

    def _show_mode(self) -> None:
        name = self.centre_name if self.centre_name in TABLES else self.pages.mode
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
