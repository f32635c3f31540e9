"""Above the sheet: another way to write piles, and taking back across its fields (U22)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tallydesk.ui.widgets.foot import KeyButton


class EntryWays(QWidget):
    """`taken_back` carries whether a figure is to be written again; `pile_size` 0 has no piles."""

    taken_back = Signal(bool)

    def __init__(self, pile_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = pile_size
        self.way, self.back, self.again = KeyButton(self), KeyButton(self), KeyButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for button in (self.way, self.back, self.again):
            button.setProperty("role", "link")
            row.addWidget(button)
        self.way.setVisible(bool(pile_size))
        self.back.clicked.connect(self._on_back)
        self.again.clicked.connect(self._on_again)

    def speak(self, *, piles: bool) -> None:
        """Name the ways; the keys stand beside what they do."""
        ways = self.tr("Count in bundles of {size} instead"), self.tr("Write totals instead")
        self.way.setText(ways[piles].format(size=self._size))
        self.back.setText(self.tr("Undo: Ctrl+Z"))
        self.again.setText(self.tr("Redo: Ctrl+Y"))

    def _on_back(self) -> None:
        self.taken_back.emit(False)

    def _on_again(self) -> None:
        self.taken_back.emit(True)
