"""Names at the left, what is known at the right, in rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget


class Facts(QWidget):
    """Read, never typed into. Long values wrap; the rows are made once and said anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def say(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these rows and no others."""
        while len(self._rows) < len(facts):
            self._add_row()
        for number, (name, value) in enumerate(self._rows):
            shown = number < len(facts)
            for label, words in zip(
                (name, value), facts[number] if shown else ("", ""), strict=True
            ):
                label.setText(words)
                label.setVisible(shown)
            value.setAccessibleName(" ".join(facts[number]) if shown else "")

    def _add_row(self) -> None:
        name, value = QLabel(self), QLabel(self)
        name.setProperty("role", "muted")
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, len(self._rows), 0, top)
        self._grid.addWidget(value, len(self._rows), 1, top)
        self._rows.append((name, value))
