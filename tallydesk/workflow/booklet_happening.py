"""What can happen with the official booklet: it is named, written, read back, or spoilt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tallydesk.counting.place import Place


@dataclass(frozen=True, slots=True)
class BookletNamed:
    """Series and number of the official booklet onto which the draft is written."""

    contest: str
    series: str
    number: str


@dataclass(frozen=True, slots=True)
class BookletSpoilt:
    """A booklet was spoilt while writing and is kept by its number.

    `words` is the act as it prints, with the reason and in the official language; older journals
    have none.
    """

    contest: str
    series: str
    number: str
    words: str = ""
    salt: bytes = b""


@dataclass(frozen=True, slots=True)
class LineTranscribed:
    """One line stands on the booklet."""

    contest: str
    place: Place


@dataclass(frozen=True, slots=True)
class LineReadBack:
    """Another member read this figure from the booklet, without seeing the draft."""

    contest: str
    place: Place
    count: int


BookletHappening: TypeAlias = BookletNamed | BookletSpoilt | LineTranscribed | LineReadBack
