"""One line to copy by hand: its number, its label, the figure and its words, large."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size
from tallydesk.ui.widgets.wrapped_button import WrappedButton

FIGURE_PT, WORDS_PT, LABEL_PT = 44, 22, 14
_GAP = 6


class LargeFigure(WrappedButton):
    """Takes the focus as one thing: Enter presses it, arrows ask for another line by `went`."""

    went = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "text", parent)
        self._texts = ("", "", "")

    def show_line(self, label: str, figure: str, words: str) -> None:
        """Show another line."""
        if (label, figure, words) != self._texts:
            self._texts = (label, figure, words)
            self.setText(figure)
            self.setAccessibleName(f"{label}: {figure}, {words}")
            self.updateGeometry()
            self.update()

    def blocks(self) -> tuple[Block, ...]:
        return tuple(
            Block(text, font, room)
            for text, font, room in zip(self._texts, _fonts(), self._rooms(), strict=True)
        )

    def heightForWidth(self, width: int) -> int:
        heights = self._heights(width - 2 * self._margin)
        return sum(heights) + 2 * self._margin + 2 * theme.in_force().px(_GAP)

    def minimumSizeHint(self) -> QSize:
        # The layout asks for the height at its width; a guess here would make the page scroll.
        return QSize(theme.in_force().px(120), theme.in_force().px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.went.emit(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.went.emit(1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn = theme.in_force()
        painter.setPen(worn.color("text"))
        for text, font, room in zip(self._texts, _fonts(), self._rooms(), strict=True):
            painter.setFont(font)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | WRAPPED, text)
        focused = self.hasFocus()
        painter.setPen(QPen(worn.color("ring" if focused else "line"), 3 if focused else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()

    @property
    def _margin(self) -> int:
        return theme.in_force().px(12)

    def _heights(self, width: int) -> list[int]:
        return [
            text_size(text, font, width)[1]
            for text, font in zip(self._texts, _fonts(), strict=True)
        ]

    def _rooms(self) -> list[QRect]:
        rooms, top = [], self._margin
        width = self.width() - 2 * self._margin
        for height in self._heights(width):
            rooms.append(QRect(self._margin, top, width, height))
            top += height + theme.in_force().px(_GAP)
        return rooms


def _fonts() -> tuple[QFont, QFont, QFont]:
    worn = theme.in_force()
    return worn.font(LABEL_PT), worn.font(FIGURE_PT, bold=True), worn.font(WORDS_PT)
