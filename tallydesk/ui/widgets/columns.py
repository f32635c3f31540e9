"""Two columns side by side, one below the other where the room is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tallydesk.ui import theme

NARROW = 560
"""Below this width, in pixels at 100 % text, two columns would squeeze their words."""


class Columns(QWidget):
    """`left` and `right` are columns to fill from the top.

    Below `narrow`, in pixels at 100 % text, they stand one below the other.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        shares: tuple[int, int] = (1, 1),
        narrow: int = NARROW,
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        for column, share in zip((self.left, self.right), shares, strict=True):
            column.setSpacing(8)
            # A stretch below, and no alignment: an aligned layout forgets how its words wrap.
            outer = QVBoxLayout()
            outer.addLayout(column)
            outer.addStretch(1)
            self._row.addLayout(outer, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.in_force().px(self._narrow)
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
