"""The part of the copies page for many at once: how many, on which printer, how far, stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tallydesk.ui import printing
from tallydesk.ui.print_run import NextCopy, PrintRun
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow.printer_here import PrinterHere

MOST = 30
"""Copies of one run; a law that asks for more asks twice."""


class SeveralCopies(QWidget):
    """Makes copies by `next_copy`; while a run goes, nothing but Stop is offered."""

    began = Signal()
    ended = Signal(str)
    """A run began; a run ended, and how, as `print_run.End`."""

    _run: PrintRun | None = None  # here, because Qt hides what is half gone, too

    def __init__(self, next_copy: NextCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next_copy = next_copy
        self._printers: tuple[PrinterHere, ...] = printing.printers()
        self._chosen, self._first, self._count = 0, 1, ""
        self._outcome: tuple[str, int] | None = None
        self.count = TextLine(self)
        self.count.box.setMaxLength(2)
        self._asked = Asked(self.count)
        self.start_button, self.stop_button = KeyButton(self), KeyButton(self)
        self.printer_button = KeyButton(self)
        self.progress = QLabel(self)
        self.progress.setProperty("role", "strong")
        self.progress.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.start_button, self.stop_button, self.printer_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._asked)
        column.addLayout(buttons)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignTop)
        self.count.typed.connect(self._on_count)
        self.count.entered.connect(self._on_start)
        self.start_button.clicked.connect(self._on_start)
        self.stop_button.clicked.connect(self._on_stop)
        self.printer_button.clicked.connect(self._on_printer)
        self._speak()

    @property
    def printer(self) -> PrinterHere | None:
        """The chosen printer; None when there is none on this laptop."""
        return self._printers[self._chosen] if self._printers else None

    @property
    def running(self) -> bool:
        """Whether copies are being made right now."""
        return self._run is not None and self._run.running

    def begin_at(self, number: int) -> None:
        """Say which number the next copy gets."""
        self._first = number
        if not self.running:
            self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def hideEvent(self, event: QHideEvent) -> None:
        # The window closes, or the page gives way: a printer is never left half drawn.
        self.stop()
        super().hideEvent(event)

    def stop(self) -> None:
        """Stop the run, if there is one."""
        if self._run is not None:
            self._run.stop()

    # --- inside --------------------------------------------------------------------------------

    @property
    def _wanted(self) -> int:
        """How many copies are asked for; 0 for what is no number from 1 to `MOST`."""
        digits = self._count if self._count.isascii() and self._count.isdecimal() else ""
        return int(digits) if digits and 1 <= int(digits) <= MOST else 0

    def _speak(self) -> None:
        printer = self.printer
        self.count.name(self.tr("How many copies at once, for the receiver written above"))
        words = self.tr("Save these copies") if printer is None else self.tr("Print these copies")
        if self._wanted:
            last = self._first + self._wanted - 1
            words = (
                self.tr("Save copies {first} to {last}")
                if printer is None
                else self.tr("Print copies {first} to {last}")
            ).format(first=self._first, last=last)
        self.start_button.setText(words)
        self.stop_button.setText(self.tr("Stop printing"))
        name = printer.name if printer else ""
        self.printer_button.setText(self.tr("Printer: {printer}").format(printer=name))
        self._offer(running=self.running)
        if self._outcome is not None:
            self._tell_outcome(*self._outcome)

    def _offer(self, *, running: bool) -> None:
        self.start_button.setVisible(not running)
        self.stop_button.setVisible(running)
        self.printer_button.setVisible(len(self._printers) > 1 and not running)
        self.count.box.setEnabled(not running)
        self.progress.setVisible(bool(self.progress.text()))

    def _on_count(self, text: str) -> None:
        self._count = text.strip()
        self._asked.complain("")
        self._speak()

    def _on_printer(self) -> None:
        """The next printer: there are few, and each press says its name."""
        self._chosen = (self._chosen + 1) % len(self._printers)
        self._speak()

    def _on_start(self) -> None:
        if self.running:
            return
        if not self._wanted:
            complaint = self.tr("Write how many, from 1 to {most}.").format(most=MOST)
            self._asked.complain(complaint)
            walk_to(self.count.box)
            return
        printer = self.printer
        find = None if printer is None else lambda: printing.printer_for(printer.name)
        self._outcome = None
        self._run = PrintRun(self._next_copy, self._wanted, find, self)
        self._run.told.connect(self._on_told)
        self._run.ended.connect(self._on_ended)
        self._run.start()
        self._offer(running=True)
        walk_to(self.stop_button)
        self.began.emit()

    def _on_stop(self) -> None:
        self.stop()

    def _on_told(self, copy: int, copies: int, page: int, pages: int) -> None:
        words = self.tr("Copy {copy} of {copies}: page {page} of {pages}")
        self._say(words.format(copy=copy, copies=copies, page=page, pages=pages))

    def _on_ended(self, how: str, done: int) -> None:
        self._outcome = (how, done)
        self._count = "" if how == "done" else self._count
        self.count.put(self._count)
        self._speak()
        self.ended.emit(how)

    def _tell_outcome(self, how: str, done: int) -> None:
        printer = self.printer
        if how == "done":
            words = (
                self.tr("Saved and registered: {count} copies.")
                if printer is None
                else self.tr("Sent to {printer}: {count} copies.")
            )
        elif how == "stopped":
            words = self.tr(
                "Stopped after {count} whole copies. What is listed is registered; print the "
                "last one again if its paper is not whole."
            )
        elif how == "printer":
            words = self.tr(
                "{printer} stopped after {count} whole copies. See to paper and cable, then print "
                "the last copy again, or open it in a viewer."
            )
        else:
            words = ""
        self._say(words.format(printer=printer.name if printer else "", count=done))

    def _say(self, words: str) -> None:
        self.progress.setText(words)
        self.progress.setVisible(bool(words))


def advice_on(printers: Sequence[PrinterHere]) -> str:
    """What people should know of the printers before they print: "" when nothing."""
    from PySide6.QtCore import QCoreApplication

    if not printers:
        return QCoreApplication.translate(
            "SeveralCopies",
            "There is no printer here. Save the copy and print it on another machine.",
        )
    if printers[0].virtual:
        return QCoreApplication.translate(
            "SeveralCopies",
            "{printer} writes a file instead of paper. Connect a printer, or print the saved copy "
            "on another machine.",
        ).format(printer=printers[0].name)
    return ""
