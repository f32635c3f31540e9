"""A process in which ballots are read aloud at the real window, until somebody kills it.

For each line on standard input, the path of a data folder, it forks a process, which says its own
number, opens the night there, turns to the reading if it is not open already, and says "back" with
the total that it found. Then it reads ballots for ever, compares when it is due, and says after
each key what the total on the wall is. When it is dead a line says "gone".

    python -m tests.journeys.reading_child
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

# Before Qt is loaded.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tallydesk.app import App
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.ui.pages.tally import TallyPage
from tests.first_use import tried_before
from tests.journeys.child import say
from tests.pages.operator import Operator
from tests.pages.reader import KEYS

LATER = (
    "filelock",
    "tallydesk.device.key_shelf",
    "tallydesk.storage.journal",
    "tallydesk.ui.guide",
    "tallydesk.workflow.possible_tally",
)
"""What the window imports when it needs it; here all of it is there before the fork."""

BALLOTS = "1121341567-+"


class Caller(QObject):
    """Reads one ballot whenever the window has nothing else to do."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._operator = Operator(app.window)
        self._read = 0
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._on_tick)
        QTimer.singleShot(0, self._on_started)

    @property
    def _page(self) -> TallyPage:
        page = self._operator.window.page
        assert isinstance(page, TallyPage)
        return page

    def _total(self) -> str:
        return self._page.head.blocks()[0].text.rpartition(" ")[2]

    def _on_started(self) -> None:
        self._operator.goes_on()
        page = self._operator.window.page
        if isinstance(page, EntryPage):
            page.aloud.click()
        say(f"back {self._total()}")
        if self._page.asks:
            self._operator.press(KEYS[" "])
        self._tick.start(0)

    def _on_tick(self) -> None:
        say(self._total())
        if self._page.asks:
            self._operator.press(KEYS["\n"])
        self._operator.press(KEYS[BALLOTS[self._read % len(BALLOTS)]])
        self._read += 1


def work(folder: Path) -> int:
    """Open the window and read."""
    application = QApplication(["tallydesk"])
    say(os.getpid())
    app = App(application, tried_before(folder), "az")
    app.show()
    caller = Caller(app)
    assert caller.parent() is app
    return application.exec()


def main() -> None:
    """Fork a window for each line."""
    for name in LATER:
        import_module(name)
    for line in sys.stdin:
        if os.fork() == 0:
            os._exit(work(Path(line.rstrip("\n"))))
        os.wait()
        say("gone")


if __name__ == "__main__":
    main()
