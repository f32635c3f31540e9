"""What can happen beside the sheets: pages of lists, reports of the day, doubtful ballots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tallydesk.counting.place import Place


@dataclass(frozen=True, slots=True)
class PageCounted:
    """One page of the list behind a figure was counted, in one of the two entries.

    `page` counts from 1 in the order of the list; `count` None means the page was emptied.
    """

    place: Place
    entry: Literal[1, 2]
    page: int
    count: int | None


@dataclass(frozen=True, slots=True)
class TurnoutReported:
    """How many had voted by an hour (UTC), as it was reported during the day; preliminary.

    The same hour again replaces what was reported for it.
    """

    hour: datetime
    voters: int


@dataclass(frozen=True, slots=True)
class DoubtfulDecided:
    """The commission voted on a ballot whose meaning was doubtful.

    `number` counts from 1; one that is there already is written anew. `valid_for` are the
    candidates it counts for, none where it is invalid. `words` is the act as it prints, in the
    official language of that day, so that it never changes with the program.
    """

    contest: str
    number: int
    description: str
    votes_for: int
    votes_against: int
    valid_for: tuple[str, ...]
    words: str
    salt: bytes


StationHappening = PageCounted | TurnoutReported | DoubtfulDecided
