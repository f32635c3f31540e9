"""A list of people or papers: a number, a mark and words; keys walk through it as one stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tallydesk.ui import theme
from tallydesk.ui.marks import paint_mark
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size
from tallydesk.ui.widgets.wrapped_button import WrappedButton

RowMark = Literal["", "done", "here", "off"]
RowShape = Literal["", "box", "ring"]
"""Rows to look at and walk through, several out of many, or one out of several."""

_HEIGHT, _NUMBER, _MARK, _SIDE = 40, 28, 28, 18


@dataclass(frozen=True, slots=True)
class Row:
    """Words with a second, quieter line below; `spoken` is what a screen reader says."""

    words: str
    below: str = ""
    mark: RowMark = ""
    spoken: str = ""


class _RowButton(WrappedButton):
    """One row: number, box or mark, words in one line and quieter ones below."""

    def __init__(self, number: int, parent: RowList, shape: RowShape) -> None:
        super().__init__("", "text", parent)
        self._number, self._shape = number, shape
        self.row = Row("")

    def show_row(self, row: Row) -> None:
        """Show another row."""
        if row != self.row:
            self.row = row
            self.setText(row.words)
            self.setAccessibleName(row.spoken or " ".join(filter(None, (row.words, row.below))))
            self.updateGeometry()
            self.update()

    def blocks(self) -> tuple[Block, ...]:
        upper, lower = self._rooms(self.rect())
        worn = theme.in_force()
        blocks = [Block(self.row.words, self._letters(), upper)]
        if self.row.below:
            blocks.append(Block(self.row.below, worn.font(theme.SMALL_PT), lower))
        return tuple(blocks)

    def heightForWidth(self, width: int) -> int:
        needed = sum(self._heights(self._words_width(width))) + 2 * self._margin
        return max(theme.in_force().px(_HEIGHT), needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt would let Up and Down leave the list as Tab does; every key but Space is the list's.
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        # The layout asks for the height at its width; a guess here would make the page scroll.
        return QSize(theme.in_force().px(120), theme.in_force().px(_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        holder = self.parent()
        if isinstance(holder, RowList):
            holder.came_to(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn, row = theme.in_force(), self.row
        px = worn.px
        if row.mark == "here":
            painter.setPen(QPen(worn.color("line")))
            painter.setBrush(worn.color("chip"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        upper, lower = self._rooms(self.rect())
        painter.setPen(worn.color("muted"))
        painter.setFont(worn.font(theme.BODY_PT))
        number = QRect(0, 0, px(_NUMBER), self.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self._number))
        self._paint_mark(painter, QRect(px(_NUMBER), 0, px(_MARK), self.height()))
        painter.setPen(worn.color("text"))
        painter.setFont(self._letters())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | WRAPPED, row.words)
        painter.setPen(worn.color("muted"))
        painter.setFont(worn.font(theme.SMALL_PT))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter | WRAPPED, row.below)
        if self.hasFocus():
            painter.setPen(QPen(worn.color("ring"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()

    def _paint_mark(self, painter: QPainter, room: QRect) -> None:
        worn = theme.in_force()
        if self._shape:
            side = worn.px(18)
            room = QRect(room.left() + worn.px(4), room.center().y() - side // 2, side, side)
            corner = 3 if self._shape == "box" else side // 2
            painter.setPen(QPen(worn.color("text"), 2))
            painter.setBrush(worn.color("surface"))
            painter.drawRoundedRect(room, corner, corner)
            if self._shape == "ring":
                if self.row.mark == "done":
                    inset = worn.px(5)
                    painter.setBrush(worn.color("text"))
                    painter.drawEllipse(room.adjusted(inset, inset, -inset, -inset))
                return
        mark = self.row.mark
        if mark:
            color = worn.color("done" if mark == "done" else "text")
            paint_mark(painter, mark, room, color, worn.px(_SIDE))

    def _letters(self) -> QFont:
        return theme.in_force().font(theme.BODY_PT, bold=self.row.mark == "here")

    def _words_width(self, width: int) -> int:
        px = theme.in_force().px
        return width - px(_NUMBER) - px(_MARK) - px(8)

    def _heights(self, width: int) -> tuple[int, int]:
        small = theme.in_force().font(theme.SMALL_PT)
        below = text_size(self.row.below, small, width)[1] if self.row.below else 0
        return text_size(self.row.words, self._letters(), width)[1], below

    def _rooms(self, around: QRect) -> tuple[QRect, QRect]:
        px = theme.in_force().px
        left, width = px(_NUMBER) + px(_MARK) + px(4), self._words_width(around.width())
        upper, lower = self._heights(width)
        top = (around.height() - upper - lower) // 2
        return QRect(left, top, width, upper), QRect(left, top + upper, width, lower)


class RowList(QWidget):
    """Up and Down walk, a digit goes to that row; both and a press are told by index from 0.

    `pressed` follows Space, a digit or a click, and in a list of rings Up and Down too; `moved`
    follows the focus, `entered` is Enter.
    """

    pressed = Signal(int)
    moved = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, shape: RowShape = "") -> None:
        super().__init__(parent)
        self._shape = shape
        self._buttons: list[_RowButton] = []
        self._at = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        return tuple(button.row for button in self._buttons if not button.isHidden())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the focus stays where it is."""
        while len(self._buttons) < len(rows):
            button = _RowButton(len(self._buttons) + 1, self, self._shape)
            button.clicked.connect(self._on_clicked)
            self._layout.addWidget(button)
            self._buttons.append(button)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(rows))
            if number < len(rows):
                button.show_row(rows[number])
        self._stop_at(min(self._at, max(0, len(rows) - 1)))

    def field(self, index: int | None = None) -> QWidget:
        """The row that takes the focus for the list, or a certain one."""
        if index is not None:
            self._stop_at(index)
        return self._buttons[self._at]

    @property
    def at(self) -> int:
        """The index of the row where the list is."""
        return self._at

    def came_to(self, button: QWidget) -> None:
        """A row has the focus now."""
        for index, each in enumerate(self._buttons):
            if each is button and index != self._at:
                self._stop_at(index)
                self.moved.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = sum(not button.isHidden() for button in self._buttons)
        digit = int(event.text()) if event.text() in list("123456789") else 0
        if 0 < digit <= shown:
            self._buttons[digit - 1].setFocus(Qt.FocusReason.TabFocusReason)
            self.pressed.emit(digit - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            at = self._at + (1 if event.key() == Qt.Key.Key_Down else -1)
            self._walk(min(shown - 1, max(0, at)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, index: int) -> None:
        self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)
        if self._shape == "ring":
            self.pressed.emit(index)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _RowButton):
            self.pressed.emit(self._buttons.index(button))

    def _stop_at(self, index: int) -> None:
        """Only one row is reached by Tab."""
        self._at = index
        for number, button in enumerate(self._buttons):
            stop = number == index
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
