"""One line to copy by hand: its number, its label, the figure and its words, large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tallydesk.ui import theme

FIGURE_PT, WORDS_PT, LABEL_PT = 40, 20, 14


class LargeFigure(QFrame):
    """Takes the focus as one thing: Enter says `entered`, Up and Left go back a line."""

    entered = Signal()
    went = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._label, self._figure, self._words = QLabel(self), QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        for label in (self._label, self._figure, self._words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self._dress()

    def show_line(self, label: str, figure: str, words: str) -> None:
        """Show another line."""
        self._label.setText(label)
        self._figure.setText(figure)
        self._words.setText(words)
        self.setAccessibleName(f"{label}: {figure}, {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.went.emit(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.went.emit(1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.in_force().color("ring"), 3))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
            painter.end()

    def _dress(self) -> None:
        worn = theme.in_force()
        self._label.setFont(worn.font(LABEL_PT))
        self._figure.setFont(worn.font(FIGURE_PT, bold=True))
        self._words.setFont(worn.font(WORDS_PT))
