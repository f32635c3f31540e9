"""Finished papers to a printer, or to the system's own viewer: the same octets as on the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QObject, QRectF, QSize, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from tallydesk.workflow.printer_here import PrinterHere

DPI = 300
"""Enough for codes with modules of half a millimetre; 1200 would take half a gigabyte a page."""

_POINTS = 72
_NO_PAPER = ("pdf", "xps", "onenote", "fax", "file")
"""What a printer is called, or its make, that fills a file or a line instead of a tray."""
_STOPPED = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


class NotPrinted(Exception):
    """The printer did not take it: no paper, no ink, switched off, or nobody answers."""


class PrintJob:
    """One paper on its way to a printer, page by page: `step` draws the next one."""

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None) -> None:
        self._printer, self._painter = printer, QPainter()
        self._document = document_of(pdf, parent)
        self.pages, self.page = self._document.pageCount(), 0
        """How many there are, and how many were drawn."""

    def step(self) -> bool:
        """Draw the next page; False once the printer has all of them. Raises NotPrinted."""
        begun = self._printer.newPage() if self.page else self._painter.begin(self._printer)
        if not begun:
            self._fail()
        room = QRectF(0, 0, self._painter.viewport().width(), self._painter.viewport().height())
        self._painter.drawImage(room, page_picture(self._document, self.page))
        self.page += 1
        if self._printer.printerState() in _STOPPED:
            self._fail()
        if self.page < self.pages:
            return True
        if not self._painter.end() or self._printer.printerState() in _STOPPED:
            raise NotPrinted
        return False

    def cancel(self) -> None:
        """Take back what the printer has not drawn yet."""
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    def _fail(self) -> None:
        self.cancel()
        raise NotPrinted


def printers() -> tuple[PrinterHere, ...]:
    """The printers of this laptop, the default one first."""
    default = printer_name()
    found = [
        PrinterHere(
            info.printerName(), _without_paper(f"{info.printerName()} {info.makeAndModel()}")
        )
        for info in QPrinterInfo.availablePrinters()
    ]
    return tuple(sorted(found, key=lambda each: each.name != default))


def printers_without_window() -> tuple[PrinterHere, ...]:
    """The same for a command, which has neither window nor display."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        application = QGuiApplication(["tallydesk", "-platform", "offscreen"])
        found = printers()
        application.shutdown()
        return found
    return printers()


def qt_version() -> str:
    """The version of Qt that draws window and prints."""
    return qVersion()


def printer_name() -> str:
    """The default printer's name, "" when there is none.

    QPrinter itself claims to be valid without a printer and would write a file instead.
    """
    printer = QPrinterInfo.defaultPrinter()
    return "" if printer.isNull() else printer.printerName()


def printer_for(name: str = "") -> QPrinter | None:
    """The printer with that name, or the default one, set for our papers; None for no printer."""
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    return (
        None
        if info.isNull()
        else set_for_papers(QPrinter(info, QPrinter.PrinterMode.HighResolution))
    )


def set_for_papers(printer: QPrinter) -> QPrinter:
    """The same printer at 300 dots an inch, A4 upright to its edges, in grey."""
    printer.setResolution(DPI)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def document_of(pdf: bytes, parent: QObject | None) -> QPdfDocument:
    """The paper as Qt reads it; it lives as long as `parent`."""
    document = QPdfDocument()
    document.setParent(parent)
    buffer = QBuffer(document)
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def page_picture(document: QPdfDocument, page: int, dpi: int = DPI) -> QImage:
    """A page in grey on white."""
    size = document.pagePointSize(page) * (dpi / _POINTS)
    pixels = QSize(round(size.width()), round(size.height()))
    picture = QImage(pixels, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.drawImage(0, 0, document.render(page, pixels))
    painter.end()
    return picture


def print_paper(pdf: bytes, parent: QObject, name: str = "") -> bool:
    """Send every page to a printer, the default one for ""; False when it did not take them."""
    printer = printer_for(name)
    if printer is None:
        return False
    job = PrintJob(pdf, printer, parent)
    try:
        while job.step():
            pass
    except NotPrinted:
        return False
    return True


def open_outside(path: str) -> bool:
    """Open a saved file in the system's viewer; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _without_paper(called: str) -> bool:
    return any(word in called.casefold() for word in _NO_PAPER)
