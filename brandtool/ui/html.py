"""Small pieces of rich text for cards: escaped words, marked words, muted words."""

from __future__ import annotations

from html import escape

from brandtool.ui import theme

__all__ = ["bold", "lines", "marked", "muted", "plain", "points", "struck"]


def plain(text: str) -> str:
    """Write words as they are."""
    return escape(text, quote=False).replace("\n", "<br>")


def muted(text: str) -> str:
    """Write words in the quiet ink."""
    return f'<span style="color:{theme.current().muted}">{plain(text)}</span>'


def bold(text: str) -> str:
    """Write words in heavy type."""
    return f"<b>{plain(text)}</b>"


def marked(text: str, kind: str) -> str:
    """Write words on the tint of a kind."""
    look = theme.current()
    ground = look.tint(kind, look.panel, strength=0.22)
    return f'<span style="background-color:{ground}">{plain(text)}</span>'


def struck(text: str, kind: str) -> str:
    """Write words on the tint of a kind, struck out."""
    look = theme.current()
    ground = look.tint(kind, look.panel, strength=0.22)
    style = f"background-color:{ground};text-decoration:line-through"
    return f'<span style="{style}">{plain(text)}</span>'


def lines(*parts: str, leading: int = 150) -> str:
    """Put rich lines under each other with the leading hanzi need."""
    return "".join(f'<p style="margin:0;line-height:{leading}%">{part}</p>' for part in parts)


def points(*parts: str, leading: int = 150) -> str:
    """Put rich lines under each other, each behind a dot, what is broken standing clear of it."""
    style = f"margin:0 0 0 18px;text-indent:-18px;line-height:{leading}%"
    return "".join(f'<p style="{style}">{muted("·")}&nbsp;&nbsp;{part}</p>' for part in parts)
