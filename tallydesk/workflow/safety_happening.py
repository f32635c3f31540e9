"""What happens so that nothing is lost: figures taken back, snapshots, another laptop, late entry.

The rules of `workflow.happening` hold here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from tallydesk.counting.place import Place


@dataclass(frozen=True, slots=True)
class FigureTakenBack:
    """The last figure written on an open sheet was taken back, or written `again` after that.

    `was` stood there until now, `count` stands there from now on (None is blank); `bundles` and
    `rest` as in `FigureWritten`. Nothing that was written before goes away (requirement U22).
    """

    place: Place
    entry: Literal[1, 2]
    was: int | None
    count: int | None
    bundles: int | None = None
    rest: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class SnapshotKept:
    """A copy of the first `events` events lies on a stick, and was read back whole.

    `head` is the digest of the last of them, `digest` the SHA-256 of the file `name`, 32 octets
    each. `place` is the folder for people; `machine` is the laptop that wrote it.
    """

    events: int
    head: bytes
    digest: bytes
    name: str
    place: str
    machine: str


@dataclass(frozen=True, slots=True)
class MovedHere:
    """Another laptop goes on from a snapshot whose last event has the digest `head`.

    `machine` is the laptop that goes on. `left_out` events of this night that held were on it and
    are not in the snapshot; they are kept aside.
    """

    head: bytes
    machine: str
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ForkNoticed:
    """On the stick lies a snapshot in which another laptop goes on with this same night.

    `events` events are common to both, `head` is the digest of the last of them. `machine` went on
    there, `since` when (UTC).
    """

    events: int
    head: bytes
    machine: str
    since: datetime


@dataclass(frozen=True, slots=True)
class CountedOnPaper:
    """The figures of a group were counted on paper before they were typed.

    `counted` is when (UTC); when they were typed is the moment of the event. `words` print on the
    protocol and name both, in its own language; `salt` 16 octets.
    """

    group: str
    counted: datetime
    words: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class PauseTold:
    """The work went on after a pause of more than five minutes.

    `words` print on the protocol: from when to when, why and who guarded the ballots, or that
    nobody announced it; `salt` 16 octets.
    """

    words: str
    salt: bytes


SafetyHappening: TypeAlias = (
    FigureTakenBack | SnapshotKept | MovedHere | ForkNoticed | CountedOnPaper | PauseTold
)
