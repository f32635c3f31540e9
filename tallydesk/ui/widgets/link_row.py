"""Links one beside the other, and on further lines where the window has no room for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.wrapped_button import WrappedButton

APART = 20
"""Pixels between one link and the next."""


class LinkRow(QWidget):
    """Places its links itself and takes the height they need; hidden ones take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: list[WrappedButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    def put(self, *links: WrappedButton) -> None:
        """Add links behind the others; Tab walks through them in this order."""
        for link in links:
            link.setParent(self)
            link.show()
            if self._links:
                QWidget.setTabOrder(self._links[-1], link)
            self._links.append(link)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        # A link says so when its words or its being there change.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        apart, room = theme.in_force().px(APART), self.width()
        left = top = high = 0
        for link in self._links:
            if link.isHidden():
                continue
            width = min(link.natural_width(), room)
            if left and left + width > room:
                left, top, high = 0, top + high, 0
            link.setGeometry(left, top, width, link.heightForWidth(width))
            left, high = left + width + apart, max(high, link.height())
        if top + high != self.height():
            self.setFixedHeight(top + high)
