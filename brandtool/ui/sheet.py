"""The style of the window's own parts, besides what the theme gives to all."""

# ruff: noqa: E501 - a rule of a style sheet is read in one line

from __future__ import annotations

from brandtool import resource
from brandtool.ui import theme

__all__ = ["window_sheet"]

_SHEET = """
#header {{ background: {panel}; border-bottom: 1px solid {line}; }}
#side, #questions, #articles, #people, #person, #history {{ background: {window}; }}
#evidence, #evidence QScrollArea, #evidence QScrollArea > QWidget > QWidget {{ background: {window}; }}
#centre {{ background: {paper}; }}
#bar {{ background: {paper}; border-bottom: 1px solid {line}; }}
QLabel#title {{ font-size: 15px; font-weight: 600; }}
QTabBar {{ background: transparent; border: 0; }}
QTabBar::tab {{ background: transparent; color: {muted}; border: 0; padding: 8px 12px 6px 12px;
  border-bottom: 2px solid transparent; }}
#side QTabBar::tab {{ padding: 8px 5px 6px 5px; }}
QTabBar::tab:selected {{ color: {ink}; border-bottom: 2px solid {accent}; }}
QTabBar::tab:hover {{ color: {ink}; }}
QToolButton {{ border: 0; border-radius: 5px; padding: 4px 8px; background: transparent; color: {ink}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ background: {hover}; }}
QToolButton:disabled {{ color: {muted}; }}
QToolButton::menu-indicator {{ width: 0; image: none; }}
QToolButton[facet="true"] {{ color: {muted}; padding: 3px 5px; }}
QToolButton[facet="true"][on="true"] {{ color: {accent}; background: {soft}; }}
QToolButton[article="true"] {{ color: {muted}; min-width: 16px; padding: 2px 5px; }}
QToolButton[article="true"]:hover {{ color: {ink}; }}
QListWidget {{ background: {panel}; border: 0; outline: 0; }}
QListWidget::item {{ padding: 6px 8px; border-radius: 5px; }}
QListWidget::item:selected {{ background: {selection}; color: {ink}; }}
QFrame#palette, QFrame#keys, QFrame#export, QFrame#facts {{ background: {panel}; border: 1px solid {line};
  border-radius: 12px; }}
#keys QScrollArea, #keys QScrollArea > QWidget > QWidget {{ background: {panel}; }}
QHeaderView {{ background: {window}; border: 0; }}
QHeaderView::section {{ background: {window}; color: {muted}; border: 0; border-bottom: 1px solid {line};
  padding: 6px 8px; }}
#joints_list {{ background: {paper}; }}
QTableView::item {{ padding: 0 8px; }}
QTableView::item:selected {{ background: {soft}; color: {ink}; }}
QTableView:focus {{ border: 0; }}
QCheckBox {{ spacing: 7px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 3px; background: {paper}; }}
QCheckBox::indicator:focus {{ border: 1px solid {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border: 1px solid {accent}; image: url("{tick}"); }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {muted}; padding: 0 6px; }}
QMenuBar {{ padding: 2px 6px; border-bottom: 0; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
"""


def window_sheet() -> str:
    """Return the style sheet of the window in the theme in force."""
    look = theme.current()
    return _SHEET.format(
        paper=look.paper,
        window=look.window,
        panel=look.panel,
        line=look.line,
        ink=look.ink,
        muted=look.muted,
        accent=look.accent,
        tick=resource(f"icons/tick_{_shade(look.on_accent)}.svg").as_posix(),
        selection=look.selection,
        hover=theme.blend(look.ink, look.panel, 0.07),
        soft=theme.blend(look.accent, look.window, 0.12),
    )


def _shade(colour: str) -> str:
    """Name the drawing of a tick that stands out as a colour does."""
    return (
        "light" if theme.contrast(colour, "#000000") > theme.contrast(colour, "#ffffff") else "dark"
    )
