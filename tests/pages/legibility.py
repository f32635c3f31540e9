"""Measures whether every text that is shown has the room it needs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page
from tallydesk.ui.widgets.finding_head import FindingHead
from tallydesk.ui.widgets.gate_board import GateBoard
from tallydesk.ui.widgets.lettering import Block
from tallydesk.ui.widgets.line_row import LineRow
from tallydesk.ui.widgets.rail import Rail
from tallydesk.ui.widgets.tally_head import TallyHead
from tallydesk.ui.widgets.wrapped_button import WrappedButton

_PAINTED = LineRow | Rail | WrappedButton | FindingHead | TallyHead | GateBoard
"""Widgets that paint their own words."""


def settle() -> None:
    """Let words and layouts that wait in the queue take their places: one asks for the next."""
    for _ in range(12):
        QApplication.sendPostedEvents()


def cut_texts(window: MainWindow) -> list[str]:
    """What is shown and does not fit its own widget, or leaves the window at a side."""
    found: list[str] = []
    left = [page for page in window.findChildren(Page) if page is not window.page]
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not any(page.isAncestorOf(widget) for page in left):
            found += [block.text for block in _blocks(widget) if not block.fits]
            if _leaves(window, widget):
                found.append(f"{type(widget).__name__} leaves the window: {_text(widget)}")
    return found


def _blocks(widget: QWidget) -> Iterator[Block]:
    if isinstance(widget, _PAINTED):
        yield from widget.blocks()
    elif isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            yield Block(widget.text(), widget.font(), widget.contentsRect())
        else:
            yield _one_line(widget)
    elif isinstance(widget, QPushButton):
        yield _one_line(widget)


def _one_line(widget: QWidget) -> Block:
    """A text that does not wrap fits when its widget got at least the width it asked for."""
    hint = widget.sizeHint()
    enough = widget.width() >= hint.width() and widget.height() >= hint.height()
    return Block(_text(widget), widget.font(), QRect(0, 0, 10_000 if enough else 1, 10_000))


def _leaves(window: MainWindow, widget: QWidget) -> bool:
    """Sideways only: the body scrolls up and down, and nothing scrolls to the side."""
    if not isinstance(widget, QLabel | QAbstractButton | LineRow):
        return False
    left = widget.mapTo(window, QPoint(0, 0)).x()
    return left < 0 or left + widget.width() > window.width()


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
