"""A second window for a projector: the steps of the night, large, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tallydesk.ui import theme
from tallydesk.ui.marks import mark_picture
from tallydesk.ui.page import Workplace
from tallydesk.ui.progress import ProgressPresenter, ProgressState
from tallydesk.ui.widgets.rail import SIGNS

SMALLEST, LARGEST = 13, 44
"""Height of the letters in pixels; between them as large as all steps have room."""
_SHARE = 0.55
"""Of a row's height that its letters take."""
_AROUND = 4
"""Rows that heading and margins take."""
SIZE, LEAST = (900, 640), (480, 320)


class ForTheRoom:
    """The window of one night: on, off, and kept at where the night stands while it is on."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        self._presenter = ProgressPresenter(workplace.session)
        self._language = workplace.language
        self.window = ProgressWindow(parent)

    def turn(self) -> None:
        """Show it, or put it away."""
        if self.window.isVisible():
            self.window.hide()
        else:
            self.window.display(self._presenter.look(self._language.code))
            self.window.show_for_all()

    def follow(self) -> None:
        """The night went on, or another language is spoken."""
        if self.window.isVisible():
            self.window.display(self._presenter.look(self._language.code))


class ProgressWindow(QWidget):
    """Takes no focus, so every key still goes to the page of the work.

    It opens over the whole of a second screen; a double click changes between that and a window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("night")
        self._state = ProgressState("", practice=False, stops=())
        self.station, self.ribbon, self._none = QLabel(self), QLabel(self), QLabel(self)
        self.ribbon.setObjectName("ribbon")
        self._none.setProperty("role", "muted")
        self._cells: list[QLabel] = []
        top, column = QHBoxLayout(), QVBoxLayout(self)
        for label in (self.station, self.ribbon):
            top.addWidget(label)
        top.insertStretch(1, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setColumnStretch(1, 1)
        column.setContentsMargins(32, 20, 32, 20)
        column.addLayout(top)
        column.addLayout(self._grid, 1)
        column.addWidget(self._none)
        # Else the layout would ask for more with every larger letter.
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)

    def show_for_all(self) -> None:
        """On the screen that the work is not on, when there is one."""
        parent = self.parentWidget()
        work = parent.screen() if parent is not None else None
        others = [screen for screen in QGuiApplication.screens() if screen is not work]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()

    def display(self, state: ProgressState) -> None:
        """Paint a state; painting it again changes nothing."""
        self._state = state
        self.setWindowTitle(self.tr("Progress of the night"))
        self.station.setText(self.tr("Station {number}").format(number=state.station))
        self.ribbon.setText(self.tr("PRACTICE"))
        self.ribbon.setVisible(state.practice)
        self._none.setText(self.tr("No figure is shown here."))
        while len(self._cells) < 3 * len(state.stops):
            self._add(len(self._cells))
        for at, cell in enumerate(self._cells):
            row, column = divmod(at, 3)
            shown = row < len(state.stops)
            cell.setVisible(shown)
            if shown:
                stop = state.stops[row]
                cell.setText(("", stop.name, stop.at)[column])
        spoken = (f"{SIGNS[stop.mark]} {stop.name} {stop.at}".strip() for stop in state.stops)
        self.setAccessibleName(", ".join(spoken))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        event.accept()

    def _add(self, at: int) -> None:
        row, column = divmod(at, 3)
        cell = QLabel(self)
        cell.setTextFormat(Qt.TextFormat.PlainText)
        cell.setWordWrap(column == 1)
        self._grid.addWidget(cell, row, column)
        self._cells.append(cell)

    def _dress(self) -> None:
        """Letters as large as the window has room for all steps."""
        rows = len(self._state.stops) + _AROUND
        pixels = max(SMALLEST, min(LARGEST, round(self.height() / rows * _SHARE)))
        here = [stop.mark == "here" for stop in self._state.stops]
        for at, cell in enumerate(self._cells[: 3 * len(here)]):
            self._letter(cell, pixels, bold=here[at // 3])
        worn, ratio = theme.in_force(), self.devicePixelRatioF()
        for stop, cell in zip(self._state.stops, self._cells[::3], strict=False):
            if stop.mark == "later":
                cell.clear()
            else:
                color = worn.color("done" if stop.mark == "done" else "text")
                cell.setPixmap(mark_picture(stop.mark, color, pixels, ratio))
        self._letter(self.station, pixels, bold=True)
        self._letter(self.ribbon, pixels, bold=True)

    def _letter(self, label: QLabel, pixels: int, *, bold: bool) -> None:
        font = theme.in_force().font(theme.BODY_PT, bold=bold)
        letters = type(font)(font)
        letters.setPixelSize(pixels)
        if label.font() != letters:
            label.setFont(letters)
