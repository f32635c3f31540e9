"""The steps of the night in the order of the law, each with its mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tallydesk.ui import theme
from tallydesk.ui.marks import paint_mark
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size

WIDTH = 208
StopMark = Literal["done", "here", "open", "later"]
SIGNS: dict[StopMark, str] = {"done": "✓", "here": "●", "open": "○", "later": ""}
"""What is read for the marks that are painted."""
MARK = 18
"""Pixels that a mark is wide and high."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One name on the rail."""

    name: str
    mark: StopMark


class Rail(QFrame):
    """A list to look at; one walks through the night with Continue and Back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._names = _Names()
        area = QScrollArea(self)
        area.setWidget(self._names)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It follows the step by itself; a bar would promise that there is something to do here.
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 9, 8)
        layout.addWidget(area)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(theme.in_force().px(WIDTH))

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show the steps, and bring the one we are at into view."""
        self._names.show_stops(tuple(stops))
        spoken = ", ".join(f"{SIGNS[stop.mark]} {stop.name}".strip() for stop in stops)
        self.setAccessibleName(spoken)
        room = self._names.room_of_here()
        self._area.ensureVisible(0, room.center().y(), 0, 2 * room.height())

    def blocks(self) -> tuple[Block, ...]:
        """The painted names with their rooms, for the test that nothing is cut."""
        return self._names.blocks()


class _Names(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._stops: tuple[Stop, ...] = ()

    def show_stops(self, stops: tuple[Stop, ...]) -> None:
        if stops != self._stops:
            self._stops = stops
            self._settle()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle()

    def sizeHint(self) -> QSize:
        return QSize(theme.in_force().px(WIDTH) - 20, self.minimumHeight())

    def room_of_here(self) -> QRect:
        for stop, room in zip(self._stops, self._rooms(), strict=True):
            if stop.mark == "here":
                return room
        return QRect()

    def blocks(self) -> tuple[Block, ...]:
        return tuple(
            Block(stop.name, self._letters(stop), self._text_room(room))
            for stop, room in zip(self._stops, self._rooms(), strict=True)
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn = theme.in_force()
        for stop, room in zip(self._stops, self._rooms(), strict=True):
            if stop.mark == "here":
                painter.setPen(
                    worn.color("line") if worn.palette == "contrast" else Qt.PenStyle.NoPen
                )
                painter.setBrush(worn.color("chip"))
                painter.drawRoundedRect(room.adjusted(0, 0, -1, -1), 4, 4)
            painter.setFont(self._letters(stop))
            if stop.mark != "later":
                mark = QRect(room.left(), room.top(), worn.px(28), room.height())
                color = worn.color("done" if stop.mark == "done" else "text")
                paint_mark(painter, stop.mark, mark, color, worn.px(MARK))
            painter.setPen(worn.color("muted" if stop.mark == "later" else "text"))
            painter.drawText(
                self._text_room(room), Qt.AlignmentFlag.AlignVCenter | WRAPPED, stop.name
            )
        painter.end()

    def _settle(self) -> None:
        rooms = self._rooms()
        high = rooms[-1].bottom() + 1 if rooms else 0
        if high != self.minimumHeight():
            # Else the whole window would be laid out anew for a mark.
            self.setMinimumHeight(high)
            self.updateGeometry()

    def _letters(self, stop: Stop) -> QFont:
        return theme.in_force().font(11, bold=stop.mark == "here")

    def _text_room(self, room: QRect) -> QRect:
        return room.adjusted(theme.in_force().px(30), 2, -4, -2)

    def _rooms(self) -> list[QRect]:
        worn = theme.in_force()
        width = worn.px(WIDTH) - 20
        rooms: list[QRect] = []
        top = 0
        for stop in self._stops:
            text = self._text_room(QRect(0, 0, width, 100)).width()
            needed = text_size(stop.name, self._letters(stop), text)[1] + 8
            height = max(worn.px(28), needed)
            rooms.append(QRect(0, top, width, height))
            top += height
        return rooms
