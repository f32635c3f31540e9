"""A mark before words: a picture that says nothing by itself and takes no focus."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tallydesk.ui import theme
from tallydesk.ui.marks import Mark, paint_mark

SIDE = 20


class MarkLabel(QWidget):
    """As large as the letters beside it; `color` is one of the palette's, by name."""

    def __init__(self, mark: Mark, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._color = mark, color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme.in_force().px(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter, worn = QPainter(self), theme.in_force()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._mark, self.rect(), worn.color(self._color), worn.px(SIDE))
        painter.end()
