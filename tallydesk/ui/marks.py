"""The one set of marks, kept as SVG in `resources/icons`, in the colours of the palette."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from tallydesk.assets import read_bytes, resource

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

Mark = Literal["done", "here", "open", "off", "problem", "notice"]


def paint_mark(painter: QPainter, mark: Mark, room: QRect, color: QColor, side: int) -> None:
    """Paint a mark in the middle of a room, `side` pixels wide and high."""
    square = QRectF(0, 0, side, side)
    square.moveCenter(QRectF(room).center())
    _drawn(mark, color.name()).render(painter, square)


def mark_picture(mark: Mark, color: QColor, side: int, ratio: float) -> QPixmap:
    """A mark for a label, sharp on a screen with `ratio` pixels to a point."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    paint_mark(painter, mark, picture.rect(), color, picture.width())
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def program_icon() -> QIcon:
    """What the desktop shows for the window."""
    return QIcon(str(resource("icons", "tallydesk.svg")))


@cache
def _drawn(mark: Mark, color: str) -> QSvgRenderer:
    # Imported here: the first page shows none.
    from PySide6.QtSvg import QSvgRenderer

    drawing = read_bytes("icons", f"{mark}.svg").replace(b"currentColor", color.encode())
    return QSvgRenderer(drawing)
