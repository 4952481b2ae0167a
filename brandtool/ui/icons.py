"""Icons: line drawings in the ink of the theme, read once for each colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QImage, QPixmap

from brandtool import resource
from brandtool.ui import theme

__all__ = ["icon", "program_icon"]


def icon(name: str, *, colour: str | None = None) -> QIcon:
    """Return a drawing in a colour, by default the ink of the theme in force."""
    return _drawn(name, colour or theme.current().ink)


def program_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons/brandtool.svg")))


@cache
def _drawn(name: str, colour: str) -> QIcon:
    source = resource(f"icons/{name}.svg").read_text(encoding="ascii")
    out = QIcon()
    for side in (20, 40):
        sized = source.replace("currentColor", colour).replace(
            'width="20" height="20"', f'width="{side}" height="{side}"', 1
        )
        image = QImage.fromData(QByteArray(sized.encode("ascii")))
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(side / 20)
        out.addPixmap(pixmap)
    return out
