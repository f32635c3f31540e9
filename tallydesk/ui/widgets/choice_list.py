"""One out of several, chosen by its number, by Up and Down, or by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.wrapped_button import WrappedButton

MARK_ROOM = 64


class _Choice(WrappedButton):
    """A line with its number and a ring, filled when it is the chosen one."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__("", "text", parent, mark_room=MARK_ROOM)
        self._number = number
        self.setCheckable(True)

    @property
    def _margin(self) -> int:
        return theme.in_force().px(8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            # The list chooses; a button of Qt's would only hand the focus on.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        worn = theme.in_force()
        px = worn.px
        painter.setPen(QPen(worn.color("accent" if self.isChecked() else "line"), 2))
        painter.setBrush(worn.color("chip" if self.isChecked() else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -3), 4, 4)
        middle = self.height() // 2
        painter.setPen(worn.color("muted"))
        painter.setFont(worn.font(theme.BODY_PT, bold=True))
        number = QRect(px(8), 0, px(24), self.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self._number))
        ring = QRect(px(38), middle - px(9), px(18), px(18))
        painter.setPen(QPen(worn.color("text"), 2))
        painter.setBrush(worn.color("surface"))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setBrush(worn.color("text"))
            painter.drawEllipse(ring.adjusted(px(5), px(5), -px(5), -px(5)))


class ChoiceList(QWidget):
    """At most nine choices. `chosen` carries the index from 0; Enter says `entered`."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[_Choice] = []
        self._index = -1
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    @property
    def index(self) -> int:
        """The chosen one, from 0; -1 while there is none."""
        return self._index

    def offer(self, texts: Sequence[str], index: int) -> None:
        """Show the choices with one of them chosen (-1: none). The focus stays."""
        while len(self._choices) < len(texts):
            choice = _Choice(len(self._choices) + 1, self)
            choice.clicked.connect(self._on_clicked)
            self._layout.addWidget(choice)
            self._choices.append(choice)
        for number, choice in enumerate(self._choices):
            choice.setVisible(number < len(texts))
            if number < len(texts):
                choice.reword(texts[number])
        self._mark(index)

    def field(self) -> QWidget:
        """The widget that takes the focus for the list."""
        return self._choices[max(0, self._index)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = sum(not choice.isHidden() for choice in self._choices)
        digit = event.text() if event.text() in "123456789" else ""
        if digit and int(digit) <= shown:
            self._choose(int(digit) - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            self._choose(min(shown - 1, max(0, self._index + by)))
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        choice = self.sender()
        if isinstance(choice, _Choice):
            already = self._choices.index(choice) == self._index
            self._choose(self._choices.index(choice))
            if already:
                self.entered.emit()

    def _choose(self, index: int) -> None:
        self._mark(index)
        self._choices[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(index)

    def _mark(self, index: int) -> None:
        self._index = index
        for number, choice in enumerate(self._choices):
            choice.setChecked(number == index)
