"""The rows of a sheet, one below the other: Enter and Down walk through their fields."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.line_row import LineRow


class LineRows(QWidget):
    """Places its rows itself and takes exactly the height they need."""

    finished = Signal()
    """Enter was pressed in the last field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LineRow, ...] = ()
        self._fields: list[FigureField] = []

    def fill(self, rows: Sequence[LineRow]) -> None:
        """Show other rows; the former ones are gone."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows, self._fields = (), []
        self.add(rows)

    def add(self, rows: Sequence[LineRow]) -> None:
        """Show more rows below the others, which stay as they are."""
        fields = [field for row in rows for field in row.fields.values()]
        chain = [*self._fields[-1:], *fields]
        self.rows = (*self.rows, *rows)
        self._fields += fields
        for row in rows:
            row.setParent(self)
            row.show()
            row.settle(self.width())
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        for field in fields:
            field.entered.connect(self._on_entered)
            field.went_down.connect(self._on_down)
            field.went_up.connect(self._on_up)
        self._stack()

    @property
    def fields(self) -> tuple[FigureField, ...]:
        """All fields from top to bottom."""
        return tuple(self._fields)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.settle()

    def grow(self) -> None:
        """Make room where a row says more or less than before; call it once after a display."""
        outgrown = [row for row in self.rows if row.outgrown]
        for row in outgrown:
            row.settle(self.width())
        if outgrown:
            self._stack()

    def settle(self) -> None:
        """Place all rows anew."""
        for row in self.rows:
            row.settle(self.width())
        self._stack()

    def _stack(self) -> None:
        gap = theme.in_force().px(8)
        top = 0
        for row in self.rows:
            row.move(0, top)
            top += row.height() + gap
        self.setFixedHeight(max(1, top - gap))

    def _on_entered(self) -> None:
        if not self._step(1):
            self.finished.emit()

    def _on_down(self) -> None:
        self._step(1)

    def _on_up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> bool:
        """Go to the field `by` places on. False when there is none; the focus then stays."""
        field = self.sender()
        if not isinstance(field, FigureField):
            return False
        target = self._fields.index(field) + by
        if not 0 <= target < len(self._fields):
            return False
        self._fields[target].setFocus(Qt.FocusReason.TabFocusReason)
        return True
