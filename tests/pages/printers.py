"""Printers for tests: one that fills a file as a real one fills paper, and one that runs out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from tallydesk.ui.printing import set_for_papers


def into(file: Path) -> QPrinter:
    """A printer whose paper is a PDF, set as every printer is."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return set_for_papers(printer)


class LastSheet(QPrinter):
    """Has one sheet of paper left, and says so only when asked for the second."""

    def __init__(self, file: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(file))
        set_for_papers(self)
        self.sheets = 1

    def newPage(self) -> bool:  # noqa: N802  # the name that Qt calls
        return False

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802  # the name that Qt calls
        return QPrinter.PrinterState.Active


class Jammed(LastSheet):
    """Takes a page and reports an error."""

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802  # the name that Qt calls
        return QPrinter.PrinterState.Error
