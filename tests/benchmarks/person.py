"""Somebody who starts the program and presses keys as soon as there is something to see.

A script: `person.py bare`, `person.py start FOLDER`, `person.py resume FOLDER`. It prints a line
when the keys have done what they should and is gone at once: closing is nobody's wait.

Something is seen when its paint event came and Qt's queue has been worked off since, so that the
pixels are out. A key is an event in that queue, for the widget that has the focus; what comes of
it is the window's own doing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

if TYPE_CHECKING:
    from tallydesk.ui.main_window import MainWindow


class Person(QObject):
    """Sees one widget at a time, and types."""

    def __init__(self) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = None

    def wait_for(self, widget: QWidget, then: Callable[[], None]) -> None:
        """Call `then` once, when the widget has been painted."""
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        then = self._then
        if event.type() == QEvent.Type.Paint and then is not None:
            self._then = None
            watched.removeEventFilter(self)
            QTimer.singleShot(0, then)
        return False

    def press(self, key: Qt.Key, text: str = "") -> None:
        """Press a key where the focus is."""
        field = QApplication.focusWidget()
        assert field is not None, "no widget takes a key"
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.postEvent(field, event)

    def leave(self, proof: Callable[[], bool]) -> None:
        """Be gone when the keys are worked off; say "done" if they did what they should."""
        QTimer.singleShot(0, lambda: _gone(proof()))


def _gone(done: bool) -> None:  # noqa: FBT001 - read beside its one use
    print("done" if done else "in vain", flush=True)
    os._exit(0)


class _Label(QLabel):
    """The least that is seen and takes a key."""

    taken = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.taken = event.key() == Qt.Key.Key_Space


def bare() -> None:
    """A window with one label."""
    application = QApplication(sys.argv[:1])
    label, person = _Label("tallydesk"), Person()
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def seen() -> None:
        person.press(Qt.Key.Key_Space)
        person.leave(lambda: label.taken)

    person.wait_for(label, seen)
    label.show()
    application.exec()


def start(window: MainWindow, person: Person) -> Callable[[], None]:
    """Choose the first page’s second way."""
    from tallydesk.ui.pages.start import StartPage

    assert isinstance(window.page, StartPage)
    choices = window.page.choices

    def seen() -> None:
        first = choices.field()
        person.press(Qt.Key.Key_2, "2")
        person.leave(lambda: choices.field() is not first)

    return seen


def resume(window: MainWindow, person: Person) -> Callable[[], None]:
    """Go on with the night, and write the figure where it stopped."""

    def seen() -> None:
        person.press(Qt.Key.Key_Return)
        QTimer.singleShot(0, opened)

    def opened() -> None:
        person.wait_for(window.page, typed)

    def typed() -> None:
        field = QApplication.focusWidget()
        for digit in "123":
            person.press(Qt.Key.Key_unknown, digit)
        person.press(Qt.Key.Key_Return)
        # The next field takes the keys only when the figure is on the disk.
        person.leave(lambda: QApplication.focusWidget() is not field)

    return seen


def main(does: Callable[[MainWindow, Person], Callable[[], None]], folder: str) -> None:
    """The program as people start it, and somebody who sees its first page."""
    import tallydesk.app
    from tallydesk.__main__ import main as tallydesk_main

    class Seen(tallydesk.app.App):
        """The program's own window."""

        def show(self) -> None:
            self.person = Person()
            self.person.wait_for(self.window.page, does(self.window, self.person))
            super().show()

    tallydesk.app.__dict__["App"] = Seen
    sys.argv = ["tallydesk", "run", "--practice", "--data-dir", folder]
    sys.exit(tallydesk_main())


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        main({"start": start, "resume": resume}[sys.argv[1]], sys.argv[2])
