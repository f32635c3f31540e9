"""Which key stands for which ballot while they are read aloud.

A candidate's key is the number on the ballot paper, so that it is the same all night, on every
laptop and in every language: one digit for up to ten candidates (0 is the tenth), two for up to
99, three beyond. Digits, minus and plus lie at the same place on Azerbaijani, Russian and English
keyboards, and on the block of figures; a layout that has other signs there is read by the place of
the key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

INVALID, DOUBTFUL = "-", "+"
UNDO, PAUSE, ENTER = "undo", "pause", "enter"

ONE_DIGIT, TWO_DIGITS = 10, 99
"""So many candidates on a ballot get keys of one digit, or of two."""

_NAMED: Mapping[int, str] = MappingProxyType(
    {
        Qt.Key.Key_Minus: INVALID,
        Qt.Key.Key_Plus: DOUBTFUL,
        Qt.Key.Key_Equal: DOUBTFUL,
        Qt.Key.Key_Backspace: UNDO,
        Qt.Key.Key_Space: PAUSE,
        Qt.Key.Key_Return: ENTER,
        Qt.Key.Key_Enter: ENTER,
    }
)
DIGITS = "0123456789"
_ROW = "1234567890-+"
"""The row of figures from its second key on, as it lies on every keyboard."""

_FIRST_OF_ROW = MappingProxyType({"windows": 2, "xcb": 10, "wayland": 10})
"""The scan code of the key 1, by Qt's platform: that of the PC, or eight more."""


def sign_of(event: QKeyEvent) -> str:
    """What a key means here: a digit, one of the signs above, or "" for nothing."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    if modifiers & ~shift:
        return ""
    digit = event.key() - Qt.Key.Key_0
    if 0 <= digit < len(DIGITS):
        return DIGITS[digit]
    named = _NAMED.get(event.key(), "")
    if named or modifiers & shift:
        return named
    return by_place(event.nativeScanCode(), QGuiApplication.platformName())


def by_place(scan_code: int, platform: str) -> str:
    """The sign of the key that lies there, "" where no key of the row does."""
    first = _FIRST_OF_ROW.get(platform)
    place = -1 if first is None else scan_code - first
    return _ROW[place] if 0 <= place < len(_ROW) else ""


@dataclass(frozen=True, slots=True)
class TallyKeys:
    """The keys of one ballot paper; what they stand for is named by its cell, from 0.

    `numbers` are those of the candidates whose votes are counted, `of` is how many stand on the
    paper. Candidates come first, then the invalid ballots where `invalid` says that they have a
    key, and the doubtful ones last.
    """

    numbers: tuple[int, ...]
    of: int
    invalid: bool

    @property
    def width(self) -> int:
        """Digits of a candidate's key."""
        if self.of <= ONE_DIGIT:
            return 1
        return 2 if self.of <= TWO_DIGITS else 3

    def key(self, cell: int) -> str:
        """The key of a candidate."""
        number = self.numbers[cell]
        return str(number % ONE_DIGIT) if self.width == 1 else f"{number:0{self.width}d}"

    def cell(self, key: str) -> int | None:
        """The cell of a key that is whole, None for a key of nobody."""
        candidates = len(self.numbers)
        if key == DOUBTFUL:
            return candidates + self.invalid
        if key == INVALID:
            return candidates if self.invalid else None
        number = int(key) or (ONE_DIGIT if self.width == 1 else 0)
        return self.numbers.index(number) if number in self.numbers else None


TAKE_BACK = -1
"""In the place of a cell: the last stroke is undone."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What signs came to: cells or `TAKE_BACK`, and the digits of a key that is not whole yet."""

    strokes: tuple[int, ...]
    typed: str


def hear(keys: TallyKeys, typed: str, signs: Sequence[str]) -> Heard:
    """Put digits together to keys; `typed` is what was left of the signs before.

    Undo first takes back the digits of a key that is not whole; a key of nobody comes to nothing.
    """
    strokes: list[int | None] = []
    for sign in signs:
        if sign == UNDO:
            if not typed:
                strokes.append(TAKE_BACK)
            typed = ""
            continue
        typed = typed + sign if sign.isdigit() else sign
        if not sign.isdigit() or len(typed) == keys.width:
            strokes.append(keys.cell(typed))
            typed = ""
    return Heard(tuple(cell for cell in strokes if cell is not None), typed)
