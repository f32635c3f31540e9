"""Above the sheet: another way to write piles, and taking back across its fields (U22)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from tallydesk.ui.widgets.foot import KeyButton

MARGIN = 28
"""Pixels that a page leaves free at its sides."""


class EntryWays(QWidget):
    """`taken_back` carries whether a figure is to be written again; `pile_size` 0 has no piles.

    Where the body of the window is too narrow for one line, each stands below the other.
    """

    taken_back = Signal(bool)

    def __init__(self, pile_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = pile_size
        self.way, self.back, self.again = KeyButton(self), KeyButton(self), KeyButton(self)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
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

    def event(self, event: QEvent) -> bool:
        # There are new words or new letters; only now is it known how much room they want.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        body = self.parentWidget()
        while body is not None and not isinstance(body, QScrollArea):
            body = body.parentWidget()
        if body is None:
            return
        shown = [each for each in (self.way, self.back, self.again) if not each.isHidden()]
        wanted = sum(each.sizeHint().width() + self._row.spacing() for each in shown)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = beside if wanted <= body.viewport().width() - 2 * MARGIN else below
        if direction != self._row.direction():
            self._row.setDirection(direction)

    def _on_back(self) -> None:
        self.taken_back.emit(False)

    def _on_again(self) -> None:
        self.taken_back.emit(True)
