"""A finished paper on the screen, exactly as it prints, moved and enlarged by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from tallydesk.ui import theme
from tallydesk.ui.printing import document_of

SMALLEST, LARGEST, STEP = 0.5, 4.0, 1.25


class PaperView(QPdfView):
    """Arrows and PageUp, PageDown scroll, + and - enlarge, 0 fits the width; Enter moves on."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paper: QPdfDocument | None = None

    def show_paper(self, pdf: bytes) -> None:
        """Show a paper from its first page."""
        # Not the view's child: it would tell a view that is half gone of its own end.
        former, self._paper = self._paper, document_of(pdf, QApplication.instance())
        self.destroyed.connect(self._paper.deleteLater)
        self.setDocument(self._paper)
        if former is not None:
            former.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.text() in ("+", "="):
            self._zoom(STEP)
        elif event.text() == "-":
            self._zoom(1 / STEP)
        elif event.text() == "0":
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_frame()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_frame()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel of a laptop's pad scrolls the paper and must not fall through to the page.
        super().wheelEvent(event)
        event.accept()

    def _tell_frame(self) -> None:
        frame = self.parentWidget()
        if frame is not None:
            frame.update()

    def _zoom(self, by: float) -> None:
        if self.zoomMode() is not QPdfView.ZoomMode.Custom:
            room = self.viewport().width() - 2 * theme.in_force().px(12)
            wide = self._paper.pagePointSize(0).width() if self._paper else 0
            screen = self.screen().logicalDotsPerInch() / 72
            self.setZoomFactor(room / (wide * screen) if wide else 1.0)
            self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(LARGEST, max(SMALLEST, self.zoomFactor() * by)))


class PaperFrame(QFrame):
    """The paper with a rim that shows where the keys go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = PaperView(self)
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.paper)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        worn, painter = theme.in_force(), QPainter(self)
        focused = self.paper.hasFocus()
        painter.setPen(QPen(worn.color("ring" if focused else "line"), 3 if focused else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()
