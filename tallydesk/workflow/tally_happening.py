"""What happens while ballots are read aloud, one frozen value a kind.

`sheet` and `entry` say which count is at work: each entry has its own, and neither sees the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tallydesk.counting.place import Place


@dataclass(frozen=True, slots=True)
class TallyBegun:
    """The reading began at the first ballot; strokes of an earlier reading no longer count."""

    sheet: str
    entry: Literal[1, 2]


@dataclass(frozen=True, slots=True)
class TallyStroke:
    """One ballot was read; `number` counts the strokes from 1, undone ones too.

    `place` None is a doubtful ballot, set apart. `decided` says that one of those got its place
    by a decision of the commission.
    """

    sheet: str
    entry: Literal[1, 2]
    number: int
    place: Place | None
    decided: bool


@dataclass(frozen=True, slots=True)
class TallyStrokeUndone:
    """The last stroke that still counted, by its number, counts no longer."""

    sheet: str
    entry: Literal[1, 2]
    number: int


@dataclass(frozen=True, slots=True)
class TallyCompared:
    """Caller and both tally keepers compared after so many ballots.

    Where they did not agree the ballots since the comparison before are read once more.
    """

    sheet: str
    entry: Literal[1, 2]
    ballots: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class TallyPaused:
    """The reading pauses; the page stays open."""

    sheet: str
    entry: Literal[1, 2]


@dataclass(frozen=True, slots=True)
class TallyLeft:
    """The page was left for the sheet; the strokes are kept."""

    sheet: str
    entry: Literal[1, 2]


@dataclass(frozen=True, slots=True)
class TallyGoneOn:
    """The reading goes on."""

    sheet: str
    entry: Literal[1, 2]


@dataclass(frozen=True, slots=True)
class TallyFinished:
    """The pile is done: its totals are the figures of this entry, as if they had been written."""

    sheet: str
    entry: Literal[1, 2]


TallyHappening = (
    TallyBegun
    | TallyStroke
    | TallyStrokeUndone
    | TallyCompared
    | TallyPaused
    | TallyLeft
    | TallyGoneOn
    | TallyFinished
)
