"""What can happen on an official night and on no other: letter, keys of one's own, clock, seal.

The rules of `workflow.happening` hold here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

KeyLack = Literal["no-stick", "lost-pin", "not-enrolled"]
"""Why a member present opens no key."""


@dataclass(frozen=True, slots=True)
class BlocksAsked:
    """Which blocks of the letter chance asked for, by number from 1; asked once a night."""

    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PackageProven:
    """Station secret and both blocks were typed from the letter. The secret is never written."""

    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeyOpened:
    """A member opened their own key and test-signed (`signing.attending`); `point` is on the card.

    `signature` has 64 octets.
    """

    member: int
    point: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class KeyMissing:
    """A member present has no key to open: the hand signs on paper, and nothing stops for it."""

    member: int
    reason: KeyLack


@dataclass(frozen=True, slots=True)
class SubstituteCame:
    """Somebody sits in the place of an absent member and signs on paper alone.

    `words` are the act that travels with the record, `salt` 16 octets.
    """

    member: int
    name: str
    words: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class PinRefused:
    """A wrong PIN was typed for a member's key, for the `count`-th time running.

    `ticks` are milliseconds on the clock that nobody can set.
    """

    member: int
    count: int
    ticks: int


@dataclass(frozen=True, slots=True)
class PinAccepted:
    """The right PIN came after wrong ones."""

    member: int


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """The member at the desk and `by`, with their PIN, confirmed the laptop's clock.

    `wall` is what it showed (UTC), `ticks` the milliseconds on the clock that nobody can set.
    """

    by: int
    wall: datetime
    ticks: int


@dataclass(frozen=True, slots=True)
class SealOpened:
    """Chair or deputy opened their seal key for the papers of a contest."""

    contest: str
    member: int
    point: bytes


@dataclass(frozen=True, slots=True)
class SealMissing:
    """Nobody with a seal key is here: the papers of a contest go out without a seal."""

    contest: str


@dataclass(frozen=True, slots=True)
class KeysDestroyed:
    """What became of the members' key files after the hand-over, by member number.

    `kept` are there for a replacement record until `until` (UTC); `unreached` lay on no stick that
    was here.
    """

    destroyed: tuple[int, ...]
    kept: tuple[int, ...]
    unreached: tuple[int, ...]
    until: datetime
