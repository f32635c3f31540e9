"""The box for one figure: digits at the right, and no key but a digit changes it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

Asked = Literal["back", "again"]


def taking_back_asked(event: QKeyEvent) -> Asked | None:
    """Whether a key asks for undo (Ctrl+Z) or redo (Ctrl+Y, Ctrl+Shift+Z), on every system."""
    held = event.modifiers()
    if not held & Qt.KeyboardModifier.ControlModifier or held & Qt.KeyboardModifier.AltModifier:
        return None
    if event.key() == Qt.Key.Key_Y:
        return "again"
    if event.key() != Qt.Key.Key_Z:
        return None
    return "again" if held & Qt.KeyboardModifier.ShiftModifier else "back"


class FigureField(QLineEdit):
    """A line edit that keeps whatever was typed, right or wrong (requirement U2).

    Wheel, arrows, PageUp and PageDown never change a figure (U3): Up and Down ask to go to the
    next field, the others are the page's. `left` comes before another field has the focus, so
    that a figure is on the disk by then (U21).
    """

    entered = Signal()
    went_down = Signal()
    went_up = Signal()
    came = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "figure")
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Down:
            self.went_down.emit()
        elif key == Qt.Key.Key_Up:
            self.went_up.emit()
        elif taking_back_asked(event) is not None:
            # The page takes back figures across all boxes, not letters in this one.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A click puts the cursor; a key that brings one here writes over or goes on: the
        # figure is selected, so that digits replace it and are never appended by accident.
        if event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.selectAll()
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        self.left.emit()
