"""A box for sentences, and one for a line of words; both keep Tab for moving on."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tallydesk.ui import theme

_LOOK_ALIKES = str.maketrans({"\u01dd": "ə", "\u018e": "Ə", "\u04d9": "ə", "\u04d8": "Ə"})
_LINES = 4


def tidied(text: str) -> str:
    """Words as they are kept: composed letters, the one schwa of Azerbaijani, no outer spaces."""
    return unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES).strip()


class TextArea(QWidget):
    """A label above a box of several lines. `typed` carries the tidied text."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.box = QLabel(self), QPlainTextEdit(self)
        self.label.setWordWrap(True)
        self.label.setBuddy(self.box)
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self._on_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(self.box)
        self._dress()

    def name(self, label: str) -> None:
        """Say what is written here."""
        self.label.setText(label)
        self.box.setAccessibleName(label)

    def put(self, text: str) -> None:
        """Show a text, unless it stands there already."""
        if text != tidied(self.box.toPlainText()):
            self.box.setPlainText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.box.setFixedHeight(theme.in_force().high(_LINES))

    def _on_typed(self) -> None:
        self.typed.emit(tidied(self.box.toPlainText()))


class TextLine(QWidget):
    """A label above a box of one line; `secret` shows dots. Enter says `entered`."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, secret: bool = False) -> None:
        super().__init__(parent)
        self.label, self.box = QLabel(self), QLineEdit(self)
        self.label.setWordWrap(True)
        self.label.setBuddy(self.box)
        self.box.setProperty("role", "words")
        if secret:
            self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.textEdited.connect(self._on_typed)
        self.box.returnPressed.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(self.box)

    def name(self, label: str) -> None:
        """Say what is written here."""
        self.label.setText(label)
        self.box.setAccessibleName(label)

    def put(self, text: str) -> None:
        """Show a text, unless it stands there already."""
        # Compared tidied: the space that was just typed still waits for the next word.
        if text not in (self.box.text(), tidied(self.box.text())):
            self.box.setText(text)

    def _on_typed(self, text: str) -> None:
        self.typed.emit(tidied(text))
