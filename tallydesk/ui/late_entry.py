"""Below the sheet: the figures were counted on paper before, when the laptop could not be used."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from tallydesk.ui.widgets.asked import walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.ui.widgets.wrapped_button import WrappedButton


class LateEntry(QWidget):
    """A link that opens a line for the time; `asked` carries what was typed there."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self.link, self._told = WrappedButton("", "accent", self), QLabel(self)
        self._told.setProperty("role", "muted")
        self._told.setWordWrap(True)
        self.card = Card(self)
        self.line, self.button = TextLine(self.card), KeyButton(self.card)
        self.line.typed.connect(self._on_typed)
        self.line.entered.connect(self._on_asked)
        self.button.clicked.connect(self._on_asked)
        self.link.clicked.connect(self._on_opened)
        self.card.rows.addWidget(self.line)
        self.card.rows.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addWidget(self.link)
        column.addWidget(self.card)
        self.card.hide()

    def speak(self, told: str) -> None:
        """Every word in the window's language; `told` is what prints on the protocol, "" so far."""
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.link.reword(self.tr("These figures were counted on paper earlier"))
        self.line.name(self.tr("When they were counted on paper (time)"))
        self.button.setText(self.tr("Keep this time, it prints on the protocol"))
        if told:
            self.card.hide()

    def _on_opened(self) -> None:
        self.card.show()
        walk_to(self.line.box)
        # Only after the page has grown is it known where the card stands.
        QTimer.singleShot(0, self, self._in_view)

    def _in_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self.card)

    def _on_typed(self, text: str) -> None:
        self._typed = text

    def _on_asked(self) -> None:
        self.asked.emit(self._typed)
