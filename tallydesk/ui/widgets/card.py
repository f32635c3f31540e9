"""The white sheet that a page lays its content on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

ACROSS, DOWN = 16, 12
"""Pixels between a card's edge and what lies on it."""

EDGE = 1
"""Pixels of the line around it, as `theme` draws it."""


class Card(QFrame):
    """A frame on the page's ground; `rows` is its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(ACROSS, DOWN, ACROSS, DOWN)
        self.rows.setSpacing(8)
