"""A link to change each section of a protocol, as many in a row as there is room for (U27)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tallydesk.election.definition import Package
from tallydesk.ui.chapters import name_of
from tallydesk.ui.widgets.link_row import LinkRow
from tallydesk.ui.widgets.wrapped_button import WrappedButton
from tallydesk.workflow.plan import Step


class SectionsToChange(QWidget):
    """`wanted` carries the id of the step where the section is changed."""

    wanted = Signal(str)

    def __init__(
        self, package: Package, steps: Sequence[Step], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._package, self._steps = package, tuple(steps)
        self.lead = QLabel(self)
        self.lead.setProperty("role", "muted")
        # On the line of the first link, which has a margin of its own.
        self.lead.setContentsMargins(0, 4, 0, 0)
        row = LinkRow(self)
        self.links = [WrappedButton("", "accent", row) for _ in self._steps]
        row.put(*self.links)
        for link in self.links:
            link.clicked.connect(self._on_link)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(self.links))

    def speak(self, language: str) -> None:
        """Name each section in the words of the rail."""
        self.lead.setText(self.tr("Change:"))
        for link, step in zip(self.links, self._steps, strict=True):
            section = name_of(self._package, step, language)
            link.reword(section)
            link.setAccessibleName(self.tr("Change: {section}").format(section=section))

    def _on_link(self) -> None:
        for link, step in zip(self.links, self._steps, strict=True):
            if link is self.sender():
                self.wanted.emit(step.id)
