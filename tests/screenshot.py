"""What a second device finds on a screen."""

from __future__ import annotations

import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def codes_in(widget: QWidget) -> list[str]:
    """The texts of the codes in a picture of what is seen of a widget."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size, octets = (picture.width(), picture.height()), bytes(picture.constBits())
    shown = Image.frombytes("RGB", size, octets, "raw", "RGB", picture.bytesPerLine(), 1)
    return [code.text for code in zxingcpp.read_barcodes(shown)]
