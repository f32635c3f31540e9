"""A calm sentence on a coloured ground."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from tallydesk.ui.widgets.announcement import announce
from tallydesk.ui.widgets.mark_label import MarkLabel


class Notice(QFrame):
    """A calm sentence on a coloured ground: a question, or something to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "question")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(MarkLabel("notice", "question", self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence; an empty one hides the notice."""
        if words and words != self._label.text():
            announce(self, words)
        self._label.setText(words)
        self.setVisible(bool(words))
