"""The pile on the wall: each candidate with key, name, five-bar gates and number, large.

The board paints everything itself, and after a stroke only the two cells that changed: a stroke is
on the wall before the next ballot is read, on a projector's screen as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.gates import paint_gates
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size

LOWEST, HIGHEST = 30, 96
"""Height of a cell, before names that wrap, in pixels of the grid."""
NARROWEST, MOST_ROWS = 460, 12
"""More cells than `MOST_ROWS` take a second column, where each has at least that width."""
KEY, COUNT, GAP = 52, 84, 12
LARGEST_PT = 28


@dataclass(frozen=True, slots=True)
class Cell:
    """The key as it is written on the keyboard, the name, and how many strokes."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything in a cell stands."""

    around: QRect
    key: QRect
    name: QRect
    gates: QRect
    count: QRect


class GateBoard(QWidget):
    """Shows cells; `last` is the one with the newest stroke, -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[Cell, ...] = ()
        self._last = -1
        self._rooms: tuple[_Places, ...] = ()
        self._letters = theme.in_force().font(theme.BODY_PT)
        self._bold = theme.in_force().font(theme.BODY_PT, bold=True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def display(self, cells: Sequence[Cell], last: int) -> None:
        """Show other strokes; only cells that changed are painted anew."""
        before, self._cells = self._cells, tuple(cells)
        changed = {
            at
            for at, (cell, old) in enumerate(zip(self._cells, before, strict=False))
            if cell is not old
        }
        if len(before) != len(self._cells) or any(
            (before[at].key, before[at].name) != (self._cells[at].key, self._cells[at].name)
            for at in changed
        ):
            self._last = last
            self.updateGeometry()
            self._settle()
            return
        if last != self._last:
            changed |= {last, self._last} - {-1}
            self._last = last
        for at in changed:
            self.update(self.around(at))

    def around(self, at: int) -> QRect:
        """The room of a cell."""
        return self._rooms[at].around

    def blocks(self) -> tuple[Block, ...]:
        """Every text with its room, for the test that nothing is cut."""
        return tuple(self._blocks())

    def _blocks(self) -> Iterable[Block]:
        for at, cell in enumerate(self._cells):
            places = self._rooms[at]
            yield Block(cell.key, self._bold, places.key)
            yield Block(cell.name, self._letters, places.name)
            yield Block(str(cell.count), self._bold, places.count)

    # --- room ---------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns, rows = self._grid(width)
        name = self._name_width((width - GAP * (columns - 1)) // columns)
        font = theme.in_force().font(theme.BODY_PT)
        named = max((text_size(each.name, font, name)[1] for each in self._cells), default=0)
        return rows * max(theme.in_force().px(LOWEST), named + 4)

    def sizeHint(self) -> QSize:
        width = theme.in_force().px(NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.in_force().px(240), self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._settle()

    def _grid(self, width: int) -> tuple[int, int]:
        """Columns and rows."""
        count = max(1, len(self._cells))
        fitting = max(1, width // theme.in_force().px(NARROWEST))
        columns = min(fitting, -(-count // MOST_ROWS))
        return columns, -(-count // columns)

    def _name_width(self, wide: int) -> int:
        px = theme.in_force().px
        return max(px(80), (wide - px(KEY) - px(COUNT) - 3 * GAP) * 45 // 100)

    def _laid_out(self) -> Iterable[_Places]:
        px, high = theme.in_force().px, self.height()
        columns, rows = self._grid(self.width())
        wide = (self.width() - GAP * (columns - 1)) // columns
        name = self._name_width(wide)
        for at in range(len(self._cells)):
            column, row = divmod(at, rows)
            top, end = high * row // rows, high * (row + 1) // rows
            around = QRect(column * (wide + GAP), top, wide, end - top)
            key = QRect(around.left() + 2, top + 2, px(KEY), around.height() - 4)
            named = QRect(key.right() + GAP, top, name, around.height())
            count = QRect(around.right() - px(COUNT), top, px(COUNT) - GAP // 2, around.height())
            gates = QRect(named.right() + GAP, top, 0, around.height())
            gates.setRight(count.left() - GAP)
            yield _Places(around, key, named, gates, count)

    def _settle(self) -> None:
        """Where everything stands, once for many strokes.

        Letters are as large as the cells allow: the last row of the room is to read them, too.
        """
        worn = theme.in_force()
        self._rooms = tuple(self._laid_out())
        high = min((each.around.height() for each in self._rooms), default=0) * 100 // worn.scale
        points = min(LARGEST_PT, theme.BODY_PT * min(high, HIGHEST) // LOWEST * 2 // 3)
        while points > theme.BODY_PT and not self._fit(worn.font(points)):
            points -= 1
        points = max(points, theme.BODY_PT)
        self._letters, self._bold = worn.font(points), worn.font(points, bold=True)
        self.update()

    def _fit(self, font: QFont) -> bool:
        for cell, places in zip(self._cells, self._rooms, strict=True):
            wide, high = text_size(cell.name, font, places.name.width())
            if wide > places.name.width() or high > places.name.height():
                return False
        return True

    # --- paint --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.in_force().color("surface"))
        around_all, changed = event.rect(), event.region()
        shown = [
            at
            for at, places in enumerate(self._rooms)
            if around_all.intersects(places.around) and changed.intersects(places.around)
        ]
        line = theme.in_force().color("line")
        for at in shown:
            # Before edges are smoothed, and as a room: a smoothed line takes as long as two texts.
            around = self._rooms[at].around
            painter.fillRect(around.left(), around.bottom(), around.width(), 1, line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in shown:
            self._paint_cell(painter, at, self._cells[at])
        painter.end()

    def _paint_cell(self, painter: QPainter, at: int, cell: Cell) -> None:
        worn, places, newest = theme.in_force(), self._rooms[at], at == self._last
        painter.setBrush(worn.color("accent" if newest else "chip"))
        painter.setPen(QPen(worn.color("accent" if newest else "line"), 1))
        painter.drawRoundedRect(places.key, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self._bold)
        painter.setPen(worn.color("on_accent" if newest else "text"))
        painter.drawText(places.key, Qt.AlignmentFlag.AlignCenter, cell.key)
        painter.setPen(worn.color("text"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(places.count, right, str(cell.count))
        painter.setFont(self._letters)
        painter.drawText(places.name, Qt.AlignmentFlag.AlignVCenter | WRAPPED, cell.name)
        if newest:
            painter.setPen(QPen(worn.color("accent"), 2))
            painter.drawRoundedRect(places.around.adjusted(1, 1, -2, -2), 4, 4)
        paint_gates(painter, cell.count, places.gates, worn.color("text"))
