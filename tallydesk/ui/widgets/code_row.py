"""The codes of a paper on the screen, each with its caption, for a phone to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tallydesk.rendering.codes import QUIET, code_picture
from tallydesk.ui.widgets.code_picture import CodePicture


class CodeRow(QWidget):
    """Pictures side by side, or one below the other when `upright`.

    They are made once; `name` only says anew what they are. `level` is how much damage each bears:
    no screen is stained, and where the room is small a code may be smaller than on paper.
    """

    def __init__(
        self,
        texts: Sequence[str],
        parent: QWidget | None = None,
        *,
        level: Literal["L", "M", "Q"] = "Q",
        upright: bool = False,
    ) -> None:
        super().__init__(parent)
        row = QVBoxLayout(self) if upright else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._pictures: list[tuple[CodePicture, bytes, int]] = []
        self._captions: list[QLabel] = []
        for text in texts:
            modules, side = _modules(text, level)
            picture, caption = CodePicture(self, module=3), QLabel(self)
            caption.setProperty("role", "small")
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column = QVBoxLayout()
            column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(caption)
            row.addLayout(column)
            self._pictures.append((picture, modules, side))
            self._captions.append(caption)
        row.addStretch(1)

    def name(self, captions: Sequence[str]) -> None:
        """Say what each code is."""
        for (picture, modules, side), label, caption in zip(
            self._pictures, self._captions, captions, strict=True
        ):
            picture.show_code(modules, side, caption)
            label.setText(caption)


def _modules(text: str, level: Literal["L", "M", "Q"]) -> tuple[bytes, int]:
    """One octet a module without the white margin, which the picture paints itself."""
    drawn = code_picture(text, level)
    inner = range(QUIET, drawn.side - QUIET)
    return bytes(0 if drawn.dark(x, y) else 255 for y in inner for x in inner), len(inner)
