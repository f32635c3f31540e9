"""What a person is asked for, with the problem said beside it and a bar at its left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.text_area import TextArea

PROBLEM_MARK = "!"
BAR = 4


def walk_to(widget: QWidget) -> None:
    """Give the focus as Tab does: what stands in a box is selected, and typing replaces it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)


class Asked(QWidget):
    """Holds one field or list; `complain` says what is wrong with it, "" takes that back."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "problem-words")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._problem)
        self._column.addWidget(inner)

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text().removeprefix(f"{PROBLEM_MARK} ")

    def complain(self, words: str) -> None:
        """Say what is wrong, or that nothing is."""
        self._problem.setText(f"{PROBLEM_MARK} {words}" if words else "")
        self._problem.setVisible(bool(words))
        left = theme.in_force().px(12) if words else 0
        self._column.setContentsMargins(left, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._problem.text():
            painter = QPainter(self)
            painter.fillRect(0, 0, BAR, self.height(), theme.in_force().color("problem"))
            painter.end()


class WritingArea(TextArea):
    """A box of several lines in which Enter moves on and Shift+Enter begins a new line.

    `left` comes when the focus goes elsewhere.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ears = _Ears(self.box)
        ears.entered.connect(self.entered)
        ears.left.connect(self.left)
        self.box.installEventFilter(ears)


class _Ears(QObject):
    """Hears what a box is told. It keeps nothing: the box tells it of its own end, too."""

    entered = Signal()
    left = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        if isinstance(event, QKeyEvent) and _is_plain_enter(event):
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)


def _is_plain_enter(event: QKeyEvent) -> bool:
    return (
        event.type() == QEvent.Type.KeyPress
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    )
