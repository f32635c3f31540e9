"""The strip that never scrolls away: stop, saved, what is left, Back, Continue."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tallydesk.ui import theme

HEIGHT = 58


class KeyButton(QPushButton):
    """A push button that Enter presses as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Foot(QFrame):
    """Knows nothing of pages: it shows what it is told and says which button was pressed."""

    stop = Signal()
    keep = Signal()
    back = Signal()
    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self._saved_at = ""
        self._act = ""
        self._may_keep = False
        self.stop_button = KeyButton(self)
        self.stop_button.setProperty("role", "link")
        self._saved = QLabel(self)
        self._saved.setProperty("role", "small")
        self._left = QLabel(self)
        self._left.setProperty("role", "muted")
        self.keep_button = KeyButton(self)
        self.keep_button.setProperty("role", "link")
        self.back_button = KeyButton(self)
        self.continue_button = KeyButton(self)
        self.continue_button.setProperty("role", "main")
        self._crowded = False
        self._above, self._line = QHBoxLayout(), QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 28, 8)
        layout.setSpacing(4)
        layout.addLayout(self._above)
        layout.addLayout(self._line)
        self._above.addStretch(1)
        self._line.setSpacing(12)
        self._line.addWidget(self.stop_button)
        self._line.addWidget(self.keep_button)
        self._line.addWidget(self._saved)
        self._line.addStretch(1)
        self._line.addWidget(self._left)
        self._line.addWidget(self.back_button)
        self._line.addWidget(self.continue_button)
        self.stop_button.clicked.connect(self.stop)
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.back)
        self.continue_button.clicked.connect(self.go_on)
        self._dress()
        self._speak()

    def saved_at(self, time: str) -> None:
        """Say when the last figure was written to the disk, as HH:MM:SS; "" hides it."""
        self._saved_at = time
        self._speak()

    def say_left(self, words: str) -> None:
        """Say what is left to do on the page."""
        if words != self._left.text():
            self._left.setText(words)
            self._fit()

    def offer(self, act: str, *, may_go_back: bool, may_stop: bool) -> None:
        """Name the act of the main button ("" is Continue), and which others there are."""
        self._act = act
        self.back_button.setVisible(may_go_back)
        self.stop_button.setVisible(may_stop)
        self._may_keep = may_stop
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        elif event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setMinimumHeight(theme.in_force().px(HEIGHT))

    def _speak(self) -> None:
        self.stop_button.setText(self.tr("Save and stop"))
        self.keep_button.setText(self.tr("Backup: F8"))
        self.back_button.setText(self.tr("Back"))
        self.continue_button.setText(self._act or self.tr("Continue"))
        saved = self.tr("Saved {time}").format(time=self._saved_at) if self._saved_at else ""
        self._saved.setText(saved)
        self._fit()

    def event(self, event: QEvent) -> bool:
        # A button has new words or new letters; only now is it known how much room it wants.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the room is narrow, the buttons come first: the time goes, then what is left.

        The backup gives way before them all: it has its key, too. When even the buttons do not
        stand in one line, the one that stops has a line of its own.
        """
        buttons = (self.stop_button, self.back_button, self.continue_button)
        shown = [each for each in buttons if not each.isHidden()]
        room = self.width() - 48 - 12 * (len(shown) + 1)
        room -= sum(each.sizeHint().width() for each in shown)
        self._crowd(crowded=room < 0)
        for label in (self._left, self._saved):
            room -= label.sizeHint().width()
            label.setVisible(room >= 0)
        room -= self.keep_button.sizeHint().width() + 12
        self.keep_button.setVisible(self._may_keep and room >= 0)

    def _crowd(self, *, crowded: bool) -> None:
        if crowded == self._crowded:
            return
        self._crowded = crowded
        before, after = (self._line, self._above) if crowded else (self._above, self._line)
        before.removeWidget(self.stop_button)
        after.insertWidget(0, self.stop_button)
