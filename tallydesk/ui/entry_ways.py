"""Above the sheet: another way to write piles, and taking back across its fields (U22)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tallydesk.ui.widgets.foot import KeyButton

_APART = 16
"""Pixels between one way and the next."""


class EntryWays(QWidget):
    """`taken_back` carries whether a figure is to be written again; `pile_size` 0 has no piles."""

    taken_back = Signal(bool)

    def __init__(self, pile_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = pile_size
        self.way, self.back, self.again = KeyButton(self), KeyButton(self), KeyButton(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_APART)
        for button in (self.way, self.back, self.again):
            button.setProperty("role", "link")
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        self.way.setVisible(bool(pile_size))
        self.back.clicked.connect(self._on_back)
        self.again.clicked.connect(self._on_again)

    def speak(self, *, piles: bool) -> None:
        """Name the ways; the keys stand beside what they do."""
        ways = self.tr("Count in bundles of {size} instead"), self.tr("Write totals instead")
        self.way.setText(ways[piles].format(size=self._size))
        self.back.setText(self.tr("Undo: Ctrl+Z"))
        self.again.setText(self.tr("Redo: Ctrl+Y"))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """One beside the other where there is room for all, else one below the other."""
        shown = [each for each in (self.way, self.back, self.again) if not each.isHidden()]
        room = self.width() - sum(each.sizeHint().width() + _APART for each in shown)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if room >= 0 else ways.TopToBottom)

    def _on_back(self) -> None:
        self.taken_back.emit(False)

    def _on_again(self) -> None:
        self.taken_back.emit(True)
