"""Opening a finished stage again: only with a reason, which prints on the protocol (U12)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.text_area import TextLine


class Reopening(Card):
    """A line for the reason and a button; `asked` carries the reason, which may be empty."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = ""
        self.line, self.button = TextLine(self), KeyButton(self)
        self.line.typed.connect(self._on_typed)
        self.line.entered.connect(self._on_asked)
        self.button.clicked.connect(self._on_asked)
        self.rows.addWidget(self.line)
        self.rows.addWidget(self.button)
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.line.name(self.tr("Why this stage is opened again; it prints on the protocol"))
        self.button.setText(self.tr("Open the stage again, all its figures are written anew"))

    def _on_typed(self, reason: str) -> None:
        self._reason = reason

    def _on_asked(self) -> None:
        self.asked.emit(self._reason)
