"""From what a person typed to a count, or to the reason why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

LARGEST_COUNT = 9_999_999
"""No station has more papers; a longer number is a slip of the hand."""

_SPACES = str.maketrans("", "", " \t\u00a0\u2007\u2009\u202f")


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing was typed yet; not the same as zero."""


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from 0 to `LARGEST_COUNT`."""

    number: int


@dataclass(frozen=True, slots=True)
class NotANumber:
    """Something else, kept exactly as it was typed."""

    text: str

    @property
    def too_large(self) -> bool:
        """Whether it is written as a number, and only more than any station has."""
        return _digits_only(self.text.translate(_SPACES))


Typed: TypeAlias = Blank | Count | NotANumber


def read_typed(text: str) -> Typed:
    """What `text` says. Digits 0-9 only, in every language; spaces between them are dropped.

    `1.234`, `1,234`, `12a` and `-1` are `NotANumber`: which of two meanings was meant is for the
    person to say (requirement U2).
    """
    digits = text.translate(_SPACES)
    if not digits:
        return Blank()
    if not _digits_only(digits) or len(digits) > len(str(LARGEST_COUNT)):
        return NotANumber(text)
    return Count(int(digits))


def _digits_only(text: str) -> bool:
    return text.isascii() and text.isdigit()
