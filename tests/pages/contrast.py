"""How far words stand out from what is behind them: as WCAG 2 counts it, and from the pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from tallydesk.ui import theme
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page
from tallydesk.ui.widgets.rail import Rail

LEAST = {"light": 10.0, "dark": 7.0, "contrast": 7.0}
"""By palette (U16)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A text where it stands: in which widget, and in which part of it."""

    widget: QWidget
    text: str
    points: float
    room: QRect


@cache
def luminance(color: int) -> float:
    """Of 0xRRGGBB, relative as in WCAG 2: 0 is black, 1 is white."""
    parts = ((color >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one: int, other: int) -> float:
    """From 1, the same, to 21, black on white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def texts_seen(window: MainWindow) -> Iterator[Seen]:
    """Every text of the open page, the head, the rail and the foot, also below the fold."""
    left = [page for page in window.findChildren(Page) if page is not window.page]
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not any(page.isAncestorOf(widget) for page in left):
            yield from (each for each in _texts_of(widget) if each.text.strip())


def _texts_of(widget: QWidget) -> Iterator[Seen]:
    blocks = getattr(widget, "blocks", None)
    if blocks is not None and not isinstance(widget, Rail):
        for block in blocks():
            yield Seen(widget, block.text, block.font.pointSizeF(), block.room)
    elif isinstance(widget, QLabel | QPushButton | QLineEdit | QPlainTextEdit):
        text = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()
        # Without the border, which is a line and no letter.
        inner = (
            widget.rect() if isinstance(widget, QLabel) else widget.rect().adjusted(6, 6, -6, -6)
        )
        yield Seen(widget, text, widget.font().pointSizeF(), inner)


class Picture:
    """The window as it is painted, and its page from top to bottom, also below the fold."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._page = window, window.page
        self._of_window = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        self._of_page = QImage(window.page.size(), QImage.Format.Format_RGB32)
        self._of_page.fill(theme.in_force().color("background"))
        painter = QPainter(self._of_page)
        window.page.render(painter, QPoint(0, 0), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()

    def contrast_of(self, seen: Seen) -> float:
        """Of the letters, the colour farthest from what fills most of their room.

        21 where nothing of it can be seen, as of a name that the rail has scrolled away.
        """
        on_page = self._page.isAncestorOf(seen.widget)
        image, around = (self._of_page, self._page) if on_page else (self._of_window, self._window)
        room = QRect(seen.widget.mapTo(around, seen.room.topLeft()), seen.room.size())
        room &= image.rect()
        if room.isEmpty() or not (on_page or _shown(seen)):
            return 21.0
        return _of_part(image.copy(room))


def _of_part(part: QImage) -> float:
    """Counted by Qt: a number for each colour is much less than a colour for each pixel."""
    few = part.convertToFormat(
        QImage.Format.Format_Indexed8,
        Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither,
    )
    colors, pixels = few.colorTable(), bytes(few.constBits())
    # Every seventh pixel tells well enough what most of them are.
    ground = colors[Counter(pixels[::7]).most_common(1)[0][0]]
    return max(contrast(color & 0xFFFFFF, ground & 0xFFFFFF) for color in colors)


def _shown(seen: Seen) -> bool:
    return QRegion(seen.room).subtracted(seen.widget.visibleRegion()).isEmpty()
