"""Facts to read, line by line: what is said at the left, what holds at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget


class FactRows(QWidget):
    """A grid of label, figure or name, and quieter words beside it; everything wraps."""

    def __init__(self, parent: QWidget | None = None, *, figures: bool = False) -> None:
        super().__init__(parent)
        self._figures = figures
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._labels: list[QLabel] = []
        for column, share in enumerate((5, 0, 4) if figures else (3, 6, 0)):
            self._grid.setColumnStretch(column, share)

    def show_facts(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show label, fact and words of each row."""
        while len(self._labels) < 3 * len(rows):
            self._add(len(self._labels))
        for at, label in enumerate(self._labels):
            row, column = divmod(at, 3)
            shown = row < len(rows)
            label.setVisible(shown and bool(rows[row][column]))
            label.setText(rows[row][column] if shown else "")

    def _add(self, at: int) -> None:
        row, column = divmod(at, 3)
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(column != 1 or not self._figures)
        if column == 1 and self._figures:
            label.setProperty("role", "strong")
        elif column != 1 and (column > 1 or not self._figures):
            label.setProperty("role", "muted")
        # In the label and not in the grid: a cell with an alignment forgets how words wrap.
        right = self._figures and column == 1
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(across | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, column)
        self._labels.append(label)
