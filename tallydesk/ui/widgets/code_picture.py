"""A code on the screen: black modules on white in every palette, so that a phone reads it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4
"""White modules around a code."""


class CodePicture(QWidget):
    """Paints a picture with one pixel a module, enlarged by a whole number."""

    def __init__(self, parent: QWidget | None = None, *, module: int = 4) -> None:
        super().__init__(parent)
        self._module = module
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, modules: bytes, side: int, name: str) -> None:
        """Show `side` x `side` modules, one octet each (0 is black), called `name` aloud."""
        self._image = QImage(modules, side, side, side, QImage.Format.Format_Grayscale8).copy()
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = (self._image.width() + 2 * QUIET) * self._module
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        edge = QUIET * self._module
        side = self._image.width() * self._module
        painter.drawImage(QRect(edge, edge, side, side), self._image)
        painter.end()
