"""A finding's code as a chip, its title, both sides of the equation, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size, width_of

_ACROSS, _DOWN = 16, 4
"""Pixels between code and words, and between one text and the next."""

_NARROWEST = 240


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its letters, its colour and its room."""

    words: str
    font: QFont
    color: QColor
    room: QRect


class FindingHead(QWidget):
    """Words only; every one of them wraps.

    It paints them itself: six labels, each laid out at every width that their layout tries, are
    most of what people would wait for between Continue and their findings.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = self._title = self._note = ""
        self._told: tuple[str, ...] = ("", "", "")
        self._texts: tuple[_Text, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, code: str, title: str, note: str, told: tuple[str, str, str]) -> None:
        """Code, title, and what became of it ("" while it is open).

        `told` is the equation in line numbers, in figures, and what to do next.
        """
        self._code, self._title, self._told = code, title, told
        self._note = f"✓ {note}" if note else ""
        self.setAccessibleName(", ".join(each for each in (code, title, note) if each))
        self.setAccessibleDescription(". ".join(each for each in told if each))
        self._settle()

    def blocks(self) -> tuple[Block, ...]:
        """Every text with its room, for the test that nothing is cut."""
        return tuple(Block(each.words, each.font, each.room) for each in self._texts)

    # --- room ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle()

    def _settle(self) -> None:
        """Take exactly the height that the texts need; a layout then has nothing to ask."""
        width = max(self.width(), theme.in_force().px(_NARROWEST))
        self._texts = tuple(self._lay_out(width))
        self.setFixedHeight(max(each.room.bottom() + 1 for each in self._texts))
        self.update()

    def _lay_out(self, width: int) -> Iterator[_Text]:
        worn = theme.in_force()
        plain, bold = worn.font(theme.BODY_PT), worn.font(theme.BODY_PT, bold=True)
        aside = width_of(self._code, bold)
        left = aside + _ACROSS
        # What became of it stands at the right, and takes at most half of the room there is.
        noted = min(text_size(self._note, plain, width)[0], (width - left) // 2)
        right = width - (noted + _ACROSS if self._note else 0)
        high = [
            text_size(words, font, wide)[1]
            for words, font, wide in (
                (self._code, bold, aside + 1),
                (self._title, bold, right - left),
                (self._note, plain, noted),
            )
        ]
        yield _Text(self._code, bold, worn.color("text"), QRect(0, 0, aside + 1, high[0]))
        yield _Text(self._title, bold, worn.color("text"), QRect(left, 0, right - left, high[1]))
        if self._note:
            room = QRect(width - noted, 0, noted, high[2])
            yield _Text(self._note, plain, worn.color("done"), room)
        top = max(high)
        for words, color in zip(self._told, ("muted", "text", "text"), strict=True):
            if words:
                tall = text_size(words, plain, width - left)[1]
                room = QRect(left, top + _DOWN, width - left, tall)
                yield _Text(words, plain, worn.color(color), room)
                top += _DOWN + tall

    # --- paint --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        for each in self._texts:
            painter.setFont(each.font)
            painter.setPen(each.color)
            painter.drawText(each.room, WRAPPED, each.words)
        painter.end()
