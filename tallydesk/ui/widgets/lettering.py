"""Text that a widget paints itself: how much room it takes, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from tallydesk.ui.theme import FAMILY

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_NO_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Block:
    """A text on a self-painted widget and the room it got, so that a test can measure it."""

    text: str
    font: QFont
    room: QRect

    @property
    def fits(self) -> bool:
        """Whether the text stays inside its room when it is wrapped."""
        width, height = text_size(self.text, self.font, self.room.width())
        return width <= self.room.width() and height <= self.room.height()


def text_size(text: str, font: QFont, width: int) -> tuple[int, int]:
    """Width and height in pixels that `text` takes when wrapped at `width`."""
    # The one family there is, so that size and weight tell two fonts apart.
    return _measured(text, font.pointSizeF(), font.bold(), width)


@lru_cache(maxsize=8192)
def _measured(text: str, points: float, bold: bool, width: int) -> tuple[int, int]:  # noqa: FBT001 - a key
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setBold(bold)
    room = QRect(0, 0, max(1, width), _NO_LIMIT)
    taken = QFontMetrics(font).boundingRect(room, int(WRAPPED.value), text)
    return taken.width(), taken.height()


def width_cut(text: str, font: QFont, width: int) -> str:
    """`text` on one line of `width` pixels; a longer one ends in an ellipsis."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def width_of(text: str, font: QFont) -> int:
    """Width in pixels of `text` on one line."""
    return QFontMetrics(font).horizontalAdvance(text)
