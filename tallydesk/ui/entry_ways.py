"""Above the sheet: other ways to write piles; below it: taking back across its fields (U22)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tallydesk.ui.widgets.link_row import LinkRow
from tallydesk.ui.widgets.wrapped_button import WrappedButton


class EntryWays(LinkRow):
    """`taken_back` carries whether a figure is to be written again; `pile_size` 0 has no piles.

    `below` is a row of its own, so that what is seldom pressed leaves the room to the figures.
    """

    taken_back = Signal(bool)

    def __init__(self, pile_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = pile_size
        self.below = LinkRow(parent)
        self.way = WrappedButton("", "accent", self)
        self.back, self.again = (WrappedButton("", "accent", self.below) for _ in range(2))
        self.put(self.way)
        self.below.put(self.back, self.again)
        self.way.setVisible(bool(pile_size))
        self.back.clicked.connect(self._on_back)
        self.again.clicked.connect(self._on_again)

    def speak(self, *, piles: bool) -> None:
        """Name the ways; the keys stand beside what they do."""
        ways = self.tr("Count in bundles of {size} instead"), self.tr("Write totals instead")
        self.way.reword(ways[piles].format(size=self._size))
        self.back.reword(self.tr("Undo: Ctrl+Z"))
        self.again.reword(self.tr("Redo: Ctrl+Y"))

    def _on_back(self) -> None:
        self.taken_back.emit(False)

    def _on_again(self) -> None:
        self.taken_back.emit(True)
