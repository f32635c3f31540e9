"""A link to change each section of a protocol, as many in a row as there is room for (U27)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tallydesk.election.definition import Package
from tallydesk.ui.chapters import name_of
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow.plan import Step

GAP = 6


class SectionsToChange(QWidget):
    """`wanted` carries the id of the step where the section is changed."""

    wanted = Signal(str)

    def __init__(
        self, package: Package, steps: Sequence[Step], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._package, self._steps = package, tuple(steps)
        self._across = 0
        self.lead = QLabel(self)
        self.lead.setProperty("role", "muted")
        self.links = [KeyButton(self) for _ in self._steps]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for link in self.links:
            link.setProperty("role", "link")
            link.clicked.connect(self._on_link)
        self.setVisible(bool(self.links))

    def speak(self, language: str) -> None:
        """Name each section in the words of the rail."""
        self.lead.setText(self.tr("Change:"))
        for link, step in zip(self.links, self._steps, strict=True):
            section = name_of(self._package, step, language)
            link.setText(section)
            link.setAccessibleName(self.tr("Change: {section}").format(section=section))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        # The letters changed; only now is it known how much room each link wants.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        cells: list[QWidget] = [self.lead, *self.links]
        widths = [cell.sizeHint().width() for cell in cells]
        across = len(cells)
        while across > 1 and _wide(widths, across) > self.width():
            across -= 1
        # As many in each row, rather than a lonely one in the last.
        rows = -(-len(cells) // across)
        across = -(-len(cells) // rows)
        if across != self._across:
            self._across = across
            for number, cell in enumerate(cells):
                left = Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(cell, number // across, number % across, left)
            for column in range(len(cells) + 1):
                self._grid.setColumnStretch(column, int(column == across))

    def _on_link(self) -> None:
        for link, step in zip(self.links, self._steps, strict=True):
            if link is self.sender():
                self.wanted.emit(step.id)


def _wide(widths: Sequence[int], across: int) -> int:
    """How wide the cells are with so many in a row, their columns aligned."""
    return sum(max(widths[column::across]) + GAP for column in range(across))
