"""A finding's code as a chip, its title, both sides of the equation, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget


class FindingHead(QWidget):
    """Words only; every one of them wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._title, self._note = QLabel(self), QLabel(self), QLabel(self)
        self._equation, self._sides, self._todo = QLabel(self), QLabel(self), QLabel(self)
        self._code.setProperty("role", "strong")
        self._title.setProperty("role", "strong")
        self._note.setProperty("role", "done")
        self._equation.setProperty("role", "muted")
        for label in (self._title, self._equation, self._sides, self._todo):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._code, 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._note, 0, 2)
        grid.addWidget(self._equation, 1, 1, 1, 2)
        grid.addWidget(self._sides, 2, 1, 1, 2)
        grid.addWidget(self._todo, 3, 1, 1, 2)

    def say(self, code: str, title: str, note: str) -> None:
        """Code, title, and what became of it ("" while it is open)."""
        self._code.setText(code)
        self._title.setText(title)
        self._note.setText(f"✓ {note}" if note else "")
        self.setAccessibleName(f"{code}, {title}")

    def explain(self, equation: str, sides: str, todo: str) -> None:
        """The equation in line numbers, in figures, and what to do next."""
        self._equation.setText(equation)
        self._sides.setText(sides)
        self._todo.setText(todo)
        self._todo.setVisible(bool(todo))
