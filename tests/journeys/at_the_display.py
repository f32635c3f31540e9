"""The program as people start it, and somebody who reads its window and says which key comes next.

    python -m tests.journeys.at_the_display FOLDER LANGUAGE

The hands are another process, at the keyboard: this one sends itself no key. It says in one line
its window, and then each key; the next one only when the last was heard to be let go and all that
it set off is over.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

import tallydesk.app
from tallydesk.__main__ import main as tallydesk_main
from tests.first_use import tried_before
from tests.journeys.commission_at_the_window import Commission, Key
from tests.journeys.table import demo_table
from tests.no_network import forbid

LOST = 3
"""The exit code of somebody who lost their way."""


def say(told: dict[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()


class Reader(Commission):
    """Presses nothing: says the key, and waits until it came from outside."""

    _seated = False

    def watch(self) -> None:
        """Say the window once it is there, and begin to read."""
        handle = self.screen.window.windowHandle()
        handle.installEventFilter(self)
        if handle.isExposed():
            self._sit_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Expose:
            # After Qt has seen it, too.
            QTimer.singleShot(0, self._sit_down)
        elif isinstance(event, QKeyEvent) and _let_go(event):
            self._turn.start(0)
        return False

    def _sit_down(self) -> None:
        handle = self.screen.window.windowHandle()
        if handle.isExposed() and not self._seated:
            self._seated = True
            say({"window": int(handle.winId())})
            self.begin()

    def _send(self, key: Key) -> None:
        self._turn.stop()
        say({"letter": key.text})


def _let_go(event: QKeyEvent) -> bool:
    """A key came back up that somebody pressed; Shift comes last, and nobody waits for it."""
    up = event.type() == QEvent.Type.KeyRelease and event.spontaneous()
    return up and event.key() != Qt.Key.Key_Shift


class Seen(tallydesk.app.App):
    """The program's own window, and somebody in front of it."""

    def show(self) -> None:
        super().show()
        self.reader = Reader(self.window, demo_table(Path(sys.argv[4]).with_name("booklet.json")))
        self.reader.over.connect(self._on_over)
        self.reader.watch()

    def _on_over(self) -> None:
        failure = self.reader.failure
        if failure is not None:
            traceback.print_exception(failure)
            sys.stderr.flush()
            os._exit(LOST)
        say({"keys": self.reader.keys})
        self.window.close()


def main(folder: str, language: str) -> None:
    """Open the window on a folder and work to the end of the night, without any network."""
    forbid()
    tallydesk.app.__dict__["App"] = Seen
    tried_before(Path(folder))
    sys.argv = ["tallydesk", "run", "--practice", "--data-dir", folder, "--language", language]
    sys.exit(tallydesk_main())


if __name__ == "__main__":
    main(*sys.argv[1:])
