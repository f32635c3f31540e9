"""What stands in the way, at the top of the page: a heading and one linked line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tallydesk.ui.widgets.announcement import announce
from tallydesk.ui.widgets.mark_label import MarkLabel
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
        self._uncounted = 0
        self._heading = QLabel(self)
        self._heading.setProperty("role", "problem-words")
        self._more = QLabel(self)
        self._more.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(MarkLabel("problem", "problem", self))
        head.addWidget(self._heading, 1)
        self._layout.addLayout(head)
        self._links: list[WrappedButton] = []
        self._layout.addWidget(self._more)
        self._speak()
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences that are shown."""
        return tuple(line.words for line in self._lines)

    def show_problems(self, lines: Sequence[ProblemLine], *, more: int = 0) -> None:
        """Show the problems; none hides the summary. The focus stays where it is.

        `more` counts problems for which no line was made, after `SHOWN_AT_MOST` of them.
        """
        shown, more = tuple(lines[:SHOWN_AT_MOST]), more + len(lines[SHOWN_AT_MOST:])
        if (shown, more) == (self._lines, self._uncounted):
            return
        self._lines, self._uncounted = shown, more
        while len(self._links) < len(shown):
            self._add_link()
        for number, link in enumerate(self._links):
            link.setVisible(number < len(shown))
            if number < len(shown):
                link.reword(shown[number].words)
        self._more.setVisible(more > 0)
        self._speak()
        self.setVisible(bool(shown))

    def take_focus(self) -> None:
        """Move the focus to the first line and have the problems read aloud."""
        if self._lines:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)
            spoken = [self._heading.text(), *self.sentences]
            announce(self, " ".join(spoken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the lines, and no further."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        shown = [link for link in self._links if not link.isHidden()]
        now = next((at for at, link in enumerate(shown) if link.hasFocus()), None)
        if not by or now is None:
            super().keyPressEvent(event)
            return
        to = shown[min(len(shown) - 1, max(0, now + by))]
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self._heading.setText(self.tr("There is a problem"))
        self.setAccessibleName(self._heading.text())
        more = self.tr("More lines with a problem: {count}")
        self._more.setText(more.format(count=self._uncounted))

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
                # As Tab does: what stands there is selected, and typing replaces it.
                field.setFocus(Qt.FocusReason.TabFocusReason)
