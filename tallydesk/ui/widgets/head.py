"""The strip at the top: where, which contest, practice or not, who, when, in which language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tallydesk.ui import theme
from tallydesk.ui.language import LANGUAGES
from tallydesk.ui.widgets.foot import KeyButton

HEIGHT = 40


class Head(QFrame):
    """Shows what it is told.

    With large text or little width it takes a second line, which names the step, because the
    rail is hidden then. Where the words of a line are too long for the window, they wrap.
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._station_label = ""
        self._practice = True
        self._step = (0, 0, "")
        self._narrow: bool | None = None
        self.station, self.contest, self.place = QLabel(self), QLabel(self), QLabel(self)
        self.ribbon, self.member, self.clock = QLabel(self), QLabel(self), QLabel(self)
        self.station.setProperty("role", "strong")
        for label in (self.contest, self.place, self.member, self.clock):
            label.setProperty("role", "muted")
        self.ribbon.setObjectName("ribbon")
        self.ribbon.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._languages = {code: self._language_button(code) for code in LANGUAGES}
        first, self._second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(16)
        for widget in (self.station, self.contest):
            first.addWidget(widget)
        first.addStretch(1)
        for widget in (self.ribbon, self.member, self.clock):
            first.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in self._languages.values():
            buttons.addWidget(button)
        first.addLayout(buttons)
        self._second.addWidget(self.place)
        self._second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 12, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(self._second)
        self._rows = column
        self._first = first
        self.narrow(narrow=False)
        self._dress()
        self._speak()

    def tell(self, station: str, contest: str, member: str, *, practice: bool) -> None:
        """Say where the laptop stands, what is counted and who sits at it."""
        self._station_label, self._practice = station, practice
        self.contest.setText(contest)
        self.member.setText(member)
        self._speak()
        self._fit()

    def tell_time(self, time: str) -> None:
        """Say the time on the wall, as HH:MM."""
        if time != self.clock.text():
            self.clock.setText(time)

    def tell_step(self, number: int, of: int, name: str) -> None:
        """Say which step of the night this is; shown while the rail is hidden."""
        self._step = (number, of, name)
        self._speak_place()

    def tell_language(self, code: str) -> None:
        """Mark the language spoken."""
        for other, button in self._languages.items():
            button.setChecked(other == code)

    def narrow(self, *, narrow: bool) -> None:
        """Name the step in a second line, and who sits here too, or neither."""
        narrow = narrow and self._step[0] > 0
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.place.setVisible(narrow)
        self._first.removeWidget(self.member)
        self._second.removeWidget(self.member)
        if narrow:
            self._second.addWidget(self.member)
        else:
            self._first.insertWidget(self._first.indexOf(self.clock), self.member)
        self._rows.setContentsMargins(16, 0, 12, 4 if narrow else 0)
        self._fit()

    def event(self, event: QEvent) -> bool:
        # There are new words or new letters; only now is it known how much room they want.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        elif event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setMinimumHeight(theme.in_force().px(HEIGHT))

    def _fit(self) -> None:
        """Let the words of a line wrap when they do not stand beside one another."""
        around = self._rows.contentsMargins()
        room = self.width() - around.left() - around.right()
        beside = [self.clock, *self._languages.values()]
        beside += [] if self.ribbon.isHidden() else [self.ribbon]
        taken = sum(each.sizeHint().width() for each in beside) + 5 * self._first.spacing()
        first, second = [self.station, self.contest], [self.place]
        (second if self._narrow else first).append(self.member)
        _wrap(first, room - taken)
        _wrap(second, room - self._second.spacing())

    def _language_button(self, code: str) -> KeyButton:
        button = KeyButton(code.upper(), self)
        button.setProperty("role", "language")
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        # Reached by Alt and the number, so that Tab stays with the figures.
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.clicked.connect(self._on_language)
        return button

    def _on_language(self) -> None:
        for code, button in self._languages.items():
            if button is self.sender():
                self.language_chosen.emit(code)

    def _speak(self) -> None:
        self.ribbon.setText(self.tr("PRACTICE"))
        self.ribbon.setVisible(self._practice)
        station = self.tr("Station {number}").format(number=self._station_label)
        self.station.setText(station if self._station_label else "tallydesk")
        self._speak_place()
        names = {
            "az": self.tr("Azerbaijani, Alt+1"),
            "en": self.tr("English, Alt+2"),
            "ru": self.tr("Russian, Alt+3"),
        }
        for code, button in self._languages.items():
            button.setAccessibleName(names[code])
            button.setToolTip(names[code])

    def _speak_place(self) -> None:
        number, of, name = self._step
        place = self.tr("Step {number} of {of}").format(number=number, of=of)
        self.place.setText(f"{place}: {name}" if number else "")


def _wrap(labels: list[QLabel], room: int) -> None:
    """Wrap them, or not, as the room in pixels for all of them says."""
    wraps = sum(label.fontMetrics().horizontalAdvance(label.text()) for label in labels) > room
    for label in labels:
        if label.wordWrap() != wraps:
            label.setWordWrap(wraps)
