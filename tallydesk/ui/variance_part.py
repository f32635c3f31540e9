"""Two equal recounts left a finding standing: a second member stands by it with their PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.answering import Acted, MatterState
from tallydesk.ui.people_words import office_said
from tallydesk.ui.widgets.asked import walk_to
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.widgets.text_area import TextLine


class VariancePart(QWidget):
    """Who confirms, their PIN, and the button that names the act."""

    acted = Signal(object)
    went_on = Signal()

    def __init__(self, others: tuple[Member, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others, self._open = others, True
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.confirmers = RowList(self, shape="ring")
        self.pin = TextLine(self, secret=True)
        self.button = KeyButton(self)
        columns = Columns(self)
        columns.left.addWidget(self._label)
        columns.left.addWidget(self.confirmers)
        columns.right.addWidget(self.pin)
        columns.right.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)
        self.confirmers.pressed.connect(self._on_confirmer)
        self.confirmers.entered.connect(self._on_confirmers_entered)
        self.pin.typed.connect(self._on_pin)
        self.pin.entered.connect(self._on_record)
        self.button.clicked.connect(self._on_record)

    def field(self) -> QWidget:
        """Where the confirmation begins."""
        return self.confirmers.field() if self._others else self.pin.box

    def display(self, state: MatterState, language: str) -> None:
        """Paint a state in a language."""
        self._open = state.open
        self._label.setText(self.tr("A second member confirms the recorded variance"))
        self.confirmers.setAccessibleName(self._label.text())
        self.confirmers.show_rows(
            [
                Row(
                    each.name,
                    office_said(each.office, language),
                    "done" if index == state.confirmer else "",
                )
                for index, each in enumerate(self._others)
            ]
        )
        self.pin.name(self.tr("PIN of the member who confirms"))
        self.pin.put(state.pin)
        self.button.setText(self.tr("Record the variance"))

    def _on_confirmer(self, index: int) -> None:
        self.acted.emit(Acted("confirmer", index))

    def _on_confirmers_entered(self) -> None:
        walk_to(self.pin.box)

    def _on_pin(self, text: str) -> None:
        self.acted.emit(Acted("pin", text=text))

    def _on_record(self) -> None:
        self.acted.emit(Acted("variance"))
        if not self._open:
            self.went_on.emit()
