"""Several numbered copies one after the other: each saved, then printed page by page.

The window stays awake: between two pages people can stop the run. A copy is registered before its
first page is drawn, so no paper goes out without its number, whatever the printer does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from tallydesk.ui.printing import NotPrinted, PrintJob

End = Literal["done", "stopped", "refused", "printer"]
"""All went; somebody stopped it; a copy could not be saved; the printer did not take one."""

NextCopy = Callable[[], bytes | None]
"""Saves and registers the next copy and returns its octets; None when that was refused."""


class PrintRun(QObject):
    """`told` says before each page which copy and page it is, from 1, and of how many.

    `ended` carries how it ended and how many copies went wholly to the printer. Without a printer
    the copies are saved alone.
    """

    told = Signal(int, int, int, int)
    ended = Signal(str, int)

    def __init__(
        self,
        next_copy: NextCopy,
        count: int,
        printer: Callable[[], QPrinter | None] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._next_copy, self._count, self._printer = next_copy, count, printer
        self._job: PrintJob | None = None
        self._done = 0
        self._going = QTimer(self)
        self._going.timeout.connect(self._step)

    def start(self) -> None:
        """Begin: a copy or a page at each turn of the event loop."""
        self._going.start(0)

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._going.isActive()

    def stop(self) -> None:
        """Stop before the next page; what the printer has not drawn of this copy is taken back."""
        if self.running:
            if self._job is not None:
                self._job.cancel()
            self._end("stopped")

    def _step(self) -> None:
        if self._job is None:
            if self._begin() and self._job is None:
                self._finish_copy()
        elif self._draws(self._job):
            self._job = None
            self._finish_copy()

    def _draws(self, job: PrintJob) -> bool:
        """Draw a page; True once the printer has the whole copy."""
        try:
            more = job.step()
        except NotPrinted:
            self._end("printer")
            return False
        if more:
            self._tell(job)
        return not more

    def _finish_copy(self) -> None:
        self._done += 1
        if self._done == self._count:
            self._end("done")

    def _tell(self, job: PrintJob) -> None:
        # Said a turn before the page is drawn, so that it stands there while it is.
        self.told.emit(self._done + 1, self._count, job.page + 1, job.pages)

    def _begin(self) -> bool:
        """Save the next copy and find the printer; False when the run has ended over it."""
        copy = self._next_copy()
        if copy is None:
            self._end("refused")
            return False
        if self._printer is not None:
            printer = self._printer()
            if printer is None:
                self._end("printer")
                return False
            self._job = PrintJob(copy, printer, self)
            self._tell(self._job)
        return True

    def _end(self, how: End) -> None:
        self._going.stop()
        self._job = None
        self.ended.emit(how, self._done)
