"""What a page leaves for the hand to fill: boxes for digits, gates for votes, ruled lines, keys.

Plain values as in `rendering.blocks`, each with its height in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

DIGITS = 4
"""Boxes for one figure: a polling station has fewer than ten thousand of anything."""
BOX_WIDTH, BOX_HEIGHT = 15.0, 17.0
"""One digit written by hand, in points."""
BOXES = DIGITS * BOX_WIDTH

GATES = 20
"""Gates in a row: a hundred votes, of which the eye sees each half."""
GATE_WIDTH, GATE_HEIGHT = 21.6, 13.0
BARS = 4
"""Upright bars of a gate; the fifth goes across them."""

RULED = 18.0
"""From one ruled line to the next, in points: what a hand needs."""
LETTERING, KEY = 11.0, 12.0
"""Type sizes of the key sheet in points: it is read from beside the laptop."""
SAYS_AT = 150.0
"""Where the sheet says what a key does, from the left margin."""


@dataclass(frozen=True, slots=True)
class BlankRow:
    """A line or a candidate with empty boxes, and room for the words beside them.

    `struck` stands in the place of the boxes where nothing is written, such as "withdrawn".
    """

    number: str
    label: tuple[str, ...]
    indent: float = 0.0
    label_at: float = 0.0
    struck: str = ""

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return max(BOX_HEIGHT + 6, 7 + 10.8 * len(self.label))


@dataclass(frozen=True, slots=True)
class GateRow:
    """Gates in grey for a pen to go over; `end` is how many votes they hold with those above."""

    end: str

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return GATE_HEIGHT + 5


@dataclass(frozen=True, slots=True)
class AskRow:
    """A small caption over ruled lines."""

    caption: tuple[str, ...]
    ruled: int = 2

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 3 + 9 * len(self.caption) + RULED * self.ruled


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Keys as they stand on the keyboard, and what they do."""

    keys: tuple[str, ...]
    says: tuple[str, ...]

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return max(32.0, 12 + 14 * len(self.says))


ByHand: TypeAlias = BlankRow | GateRow | AskRow | KeyRow
