"""Where number, label, boxes and words of a line stand: worked out once for all rows of a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect

from tallydesk.ui.theme import BODY_PT, Theme
from tallydesk.ui.widgets.lettering import width_of

CHIP, FIELD, SMALL_FIELD, HEIGHT, GAP = 40, 120, 84, 40, 16


@dataclass(frozen=True, slots=True)
class Box:
    """A field of a row: `part` names it, `before` is the sign painted left of it (as "x 50 +")."""

    part: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A strip of the row, in pixels from its left."""

    left: int
    width: int

    def room(self, high: int) -> QRect:
        """The strip of a row of that height."""
        return QRect(self.left, 0, self.width, high)


@dataclass(frozen=True, slots=True)
class BoxColumn:
    """Where a field's frame stands, and the sign before it."""

    left: int
    width: int
    height: int
    sign_width: int

    def frame(self, high: int) -> QRect:
        """The frame, in the middle of a row of that height."""
        return QRect(self.left, (high - self.height) // 2, self.width, self.height)

    def sign(self, high: int) -> QRect:
        """The room left of the frame."""
        return QRect(self.left - self.sign_width, 0, self.sign_width, high)


@dataclass(frozen=True, slots=True)
class Columns:
    """The strips of a row."""

    number: BoxColumn
    label: Column
    boxes: tuple[BoxColumn, ...]
    words: Column

    def chip(self, high: int) -> QRect:
        """The room of the number, in the middle of a row of that height."""
        return self.number.frame(high)


@lru_cache(maxsize=64)
def columns_of(boxes: tuple[Box, ...], width: int, worn: Theme) -> Columns:
    """The strips at `width` pixels: six parts of what is left for the label, four for the words."""
    px = worn.px
    font = worn.font(BODY_PT)
    field = px(FIELD if len(boxes) == 1 else SMALL_FIELD)
    signs = [width_of(box.before, font) + px(GAP) if box.before else 0 for box in boxes]
    rest = width - px(CHIP) - px(12) - 2 * px(GAP) - sum(signs) - len(boxes) * field
    label = Column(px(CHIP) + px(12), max(1, rest * 6 // 10))
    left = label.left + label.width + px(GAP)
    places: list[BoxColumn] = []
    for sign in signs:
        left += sign
        places.append(BoxColumn(left, field, px(HEIGHT), sign))
        left += field
    words = Column(left + px(GAP), max(1, rest - label.width))
    return Columns(BoxColumn(0, px(CHIP), px(HEIGHT), 0), label, tuple(places), words)
