"""What stands in the way, at the top of the page: a heading and one linked line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tallydesk.ui.widgets.announcement import announce
from tallydesk.ui.widgets.wrapped_button import WrappedButton

SHOWN_AT_MOST = 6
"""Nobody reads three hundred lines; the rest are counted and marked at their fields."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A sentence, and the field it is about (None when it is about no field)."""

    words: str
    field: QWidget | None = None


class ErrorSummary(QFrame):
    """Hidden until there is a problem. The lines it once made are kept and used again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "problem")
        self._lines: tuple[ProblemLine, ...] = ()
        self._heading = QLabel(self)
        self._heading.setProperty("role", "problem-words")
        self._more = QLabel(self)
        self._more.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._heading)
        self._links: list[WrappedButton] = []
        self._layout.addWidget(self._more)
        self._speak()
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of all problems, shown and counted ones."""
        return tuple(line.words for line in self._lines)

    def show_problems(self, lines: Sequence[ProblemLine]) -> None:
        """Show the problems; none hides the summary. The focus stays where it is."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        shown = self._lines[:SHOWN_AT_MOST]
        while len(self._links) < len(shown):
            self._add_link()
        for number, link in enumerate(self._links):
            link.setVisible(number < len(shown))
            if number < len(shown):
                link.reword(shown[number].words)
        self._more.setVisible(len(self._lines) > len(shown))
        self._speak()
        self.setVisible(bool(shown))

    def take_focus(self) -> None:
        """Move the focus to the first line and have the problems read aloud."""
        if self._lines:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)
            spoken = [self._heading.text(), *self.sentences[:SHOWN_AT_MOST]]
            announce(self, " ".join(spoken))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self._heading.setText(self.tr("There is a problem"))
        self.setAccessibleName(self._heading.text())
        more = len(self._lines) - SHOWN_AT_MOST
        self._more.setText(self.tr("More lines with a problem: {count}").format(count=more))

    def _add_link(self) -> None:
        link = WrappedButton("", "problem", self)
        link.underlined = True
        link.clicked.connect(self._on_link)
        self._layout.insertWidget(1 + len(self._links), link)
        self._links.append(link)

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, WrappedButton) and link in self._links:
            field = self._lines[self._links.index(link)].field
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
