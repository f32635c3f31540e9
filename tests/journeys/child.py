"""A process with the real window and a commission at it, until somebody kills it.

For each line on standard input, the path of a data folder, it forks a process, which shows the
window, says its own number and lets the commission open the night and work. After every Enter that
process says in one line what is on the screen, and then does nothing before it hears a ">". When it
is dead a line says "gone". Importing is done once, before the first fork: eighty windows die in
half a minute.

    python -m tests.journeys.child
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import NoReturn

# Before Qt is loaded.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tallydesk.app import App
from tallydesk.ui.guide import PAGES
from tests.first_use import tried_before
from tests.journeys.commission_at_the_window import ENTER, Commission, Key
from tests.journeys.table import demo_table

LATER = (
    "filelock",
    "reportlab.pdfgen.canvas",
    "tallydesk.device.key_shelf",
    "tallydesk.rendering.pdf",
    "tallydesk.storage.creation",
    "tallydesk.storage.journal",
    "zxingcpp",
    *(f"tallydesk.ui.pages.{module}" for module, _ in PAGES.values()),
)
"""What the window imports when it needs it; here all of it is there before the fork."""


ON = ">"
"""Said to a process that waits. One octet, so that nobody dies over half of it."""


def say(word: object) -> None:
    # Past every buffer: what was said was said, also by the dead.
    os.write(1, f"{word}\n".encode())


def hear() -> str:
    """A line without its end; "" when nobody speaks any more. Takes nothing beyond it."""
    heard = bytearray()
    while (octet := os.read(0, 1)) not in (b"\n", b""):
        heard += octet
    return heard.decode()


class Teller(QObject):
    """Says what is on the screen after each Enter, and waits to be told to go on."""

    def __init__(self, commission: Commission) -> None:
        super().__init__(commission)
        self._commission = commission
        self._page: object = None
        commission.pressed.connect(self._on_pressed)
        commission.over.connect(self._on_over)

    def _on_pressed(self, key: Key) -> None:
        if key == ENTER:
            self._tell(over=False)
            os.read(0, 1)

    def _on_over(self) -> None:
        if self._commission.failure is not None:
            raise self._commission.failure
        self._tell(over=True)
        QApplication.quit()

    def _tell(self, *, over: bool) -> None:
        screen = self._commission.screen
        turned, self._page = screen.window.page is not self._page, screen.window.page
        seen = {
            "turned": turned,
            "heading": screen.heading,
            "field": screen.field,
            "figures": dict(screen.figures),
            "words": screen.words,
            "problems": screen.problems,
            "keys": self._commission.keys,
            "over": over,
        }
        say(json.dumps(seen))


def work(folder: Path) -> int:
    """Open the window and let the commission work to the end of the night."""
    application = QApplication(["tallydesk"])
    app = App(application, tried_before(folder), "az")
    commission = Commission(app.window, demo_table(folder.with_name("booklet.json")))
    Teller(commission)
    app.show()
    say(os.getpid())
    commission.begin()
    return application.exec()


def _fall(
    kind: type[BaseException], failure: BaseException, trace: TracebackType | None
) -> NoReturn:
    traceback.print_exception(kind, failure, trace)
    os._exit(3)


def main() -> None:
    """Fork a window for each line."""
    for name in LATER:
        import_module(name)
    # What was said to somebody who died before they heard it stands in front.
    while folder := hear().lstrip(ON):
        if os.fork() == 0:
            sys.excepthook = _fall
            os._exit(work(Path(folder)))
        os.wait()
        say("gone")


if __name__ == "__main__":
    main()
