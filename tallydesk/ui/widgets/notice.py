"""A calm sentence on a coloured ground."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tallydesk.ui.widgets.announcement import announce


class Notice(QFrame):
    """A calm sentence on a coloured ground: a question, or something to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "question")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._label)
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence; an empty one hides the notice."""
        if words and words != self._label.text():
            announce(self, words)
        self._label.setText(words)
        self.setVisible(bool(words))
