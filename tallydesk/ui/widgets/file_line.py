"""The path of a file: written, or chosen with the system's own dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from tallydesk.ui.widgets.asked import Asked
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.text_area import TextLine


class FileLine(QWidget):
    """A box for the path, below it the button. `typed` carries the path, Enter says `entered`."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.choose_button = TextLine(self), KeyButton(self)
        self._asked = Asked(self.line)
        self.line.typed.connect(self.typed)
        self.line.entered.connect(self.entered)
        self.choose_button.clicked.connect(self._on_choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._asked)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)

    def name(self, label: str, choose: str) -> None:
        """Say what file it is, and what the button does."""
        self.line.name(label)
        self.choose_button.setText(choose)

    def complain(self, words: str) -> None:
        """Say what is wrong with the file, or that nothing is."""
        self._asked.complain(words)

    def _on_choose(self) -> None:
        """Open the system's dialog beside the window. Whoever closes it has chosen nothing."""
        path = Path(self.line.box.text())
        dialog = QFileDialog(self, self.choose_button.text(), str(path.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self.line.put(path)
        self.typed.emit(path)
        self.line.box.setFocus()
