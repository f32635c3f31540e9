"""Ctrl-C in the terminal that started the window.

Python hears of a signal only when Python runs, and a window that nobody touches runs none of it:
the signal's number is therefore sent through a socket on which Qt listens.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from socket import socketpair

from PySide6.QtCore import QObject, QSocketNotifier


class Interruption(QObject):
    """Calls `stop` when the process is interrupted, until `close`. One at a time, main thread."""

    def __init__(self, stop: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = stop
        self._listening, self._telling = socketpair()
        self._listening.setblocking(False)
        self._telling.setblocking(False)
        self._notifier = QSocketNotifier(self._listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_told)
        self._wakes_before = signal.set_wakeup_fd(self._telling.fileno(), warn_on_full_buffer=False)
        self._handler_before = signal.signal(signal.SIGINT, self._on_signal)

    def close(self) -> None:
        """Leave Ctrl-C to whoever had it before."""
        signal.signal(signal.SIGINT, self._handler_before)
        signal.set_wakeup_fd(self._wakes_before)
        self._notifier.setEnabled(False)
        self._telling.close()
        self._listening.close()

    def _on_signal(self, _number: int, _frame: object) -> None:
        self._stop()

    def _on_told(self) -> None:
        # That this is Python is enough: the handler has run before its first line.
        self._listening.recv(1024)
