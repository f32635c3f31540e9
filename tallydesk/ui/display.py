"""What Qt cannot live without, said in a sentence.

Without a display that it can use Qt ends the process hard, in the middle of a constructor. It is
heard just before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

INPUT_OUTPUT = 4
"""The exit code of the command line for a device that cannot be used."""


@contextmanager
def display_needed() -> Iterator[None]:
    """While QApplication is made: ends the process with a sentence when there is no display."""
    heard: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _end(heard)
        heard.append(message.strip())

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in heard:
        _say(message)


def _end(heard: list[str]) -> None:
    reason = "; ".join(message.rstrip(".") for message in heard) or "Qt gives no reason"
    _say(
        f"tallydesk: the window cannot be shown on this display ({reason}). Check DISPLAY, or run "
        "`make setup` again; `tallydesk demo --out DIR` goes through a night without a window."
    )
    # An exception would not pass through Qt, which is about to abort.
    os._exit(INPUT_OUTPUT)


def _say(message: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()
