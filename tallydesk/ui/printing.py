"""Finished papers to a printer, or to the system's own viewer: the same octets as on the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QObject, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

DPI = 300
"""Enough for codes with modules of half a millimetre; 1200 would take half a gigabyte a page."""

_POINTS = 72


def printer_name() -> str:
    """The default printer's name, "" when there is none.

    QPrinter itself claims to be valid without a printer and would write a file instead.
    """
    printer = QPrinterInfo.defaultPrinter()
    return "" if printer.isNull() else printer.printerName()


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


def print_paper(pdf: bytes, parent: QObject) -> bool:
    """Send every page to the default printer; False when it did not take them."""
    if not printer_name():
        return False
    printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    document = document_of(pdf, parent)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        room = QRectF(0, 0, painter.viewport().width(), painter.viewport().height())
        painter.drawImage(room, page_picture(document, page))
    return painter.end()


def open_outside(path: str) -> bool:
    """Open a saved file in the system's viewer; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
