"""What may be counted, where and by whom, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from tallydesk.election.form import BoxKind, Form, Stage
from tallydesk.election.wording import Wording

FINGERPRINT = 20
"""Hexadecimal digits of a package's SHA-256 that people compare: 80 bits."""

Purpose = Literal["practice", "official"]
Office = Literal["chair", "deputy", "secretary", "member"]

COMPARE_EVERY = 50
"""Ballots between two comparisons where the package does not say."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contestant. A withdrawn one stays on the ballot paper and gets no votes counted."""

    id: str
    name: Wording
    list_id: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class CandidateList:
    """A list with candidates below it."""

    id: str
    name: Wording


@dataclass(frozen=True, slots=True)
class Contest:
    """One ballot paper: candidates in ballot order, and the form its protocol follows."""

    id: str
    title: Wording
    form: Form
    seats: int
    candidates: tuple[Candidate, ...]
    lists: tuple[CandidateList, ...] = ()

    @property
    def standing(self) -> tuple[Candidate, ...]:
        """The candidates whose votes are counted, in ballot order."""
        return tuple(candidate for candidate in self.candidates if not candidate.withdrawn)


@dataclass(frozen=True, slots=True)
class Definition:
    """An election with its contests."""

    id: str
    title: Wording
    day: date
    contests: tuple[Contest, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A ballot box of the station."""

    id: str
    kind: BoxKind


@dataclass(frozen=True, slots=True)
class Station:
    """A polling station; `constituency` and `number` together are its identity.

    `listed` and `received` are what the authority's package says (voters on the list; ballots
    handed out, for each contest id): for comparison after both entries, never filled in.
    """

    constituency: str
    number: str
    name: Wording
    listed: int
    received: Mapping[str, int]
    boxes: tuple[Box, ...]

    @property
    def label(self) -> str:
        """Constituency and number as people write it, such as 000-01."""
        return f"{self.constituency}-{self.number}"

    def boxes_of(self, kind: BoxKind) -> tuple[Box, ...]:
        """The boxes of one kind, in the package's order."""
        return tuple(box for box in self.boxes if box.kind == kind)


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening and close of the polls, as moments in UTC, and the station's time zone name.

    The clock on the wall (`offset_minutes` east of UTC) travels along so that no rule needs a
    time zone database.
    """

    opens: datetime
    closes: datetime
    zone: str
    offset_minutes: int

    def on_the_wall(self, at: datetime) -> str:
        """What a clock at the station shows at a moment in UTC, as 19:04."""
        return f"{at + timedelta(minutes=self.offset_minutes):%H:%M}"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the commission. `number` counts from 1 in the order of the roster."""

    number: int
    name: str
    office: Office
    decisive: bool = True


@dataclass(frozen=True, slots=True)
class Policy:
    """What the authority decided about the work: stages entered twice, bundles, quorum.

    `official_language` is the one the protocol prints in. `quorum_offices`: one of these offices
    must be among the signers; empty when the law asks for none. While ballots are read aloud caller
    and tally keepers compare after every `compare_every`.
    """

    second_entry: tuple[Stage, ...]
    bundle_size: int
    official_language: str
    quorum: int
    quorum_offices: tuple[Office, ...] = ()
    compare_every: int = COMPARE_EVERY


@dataclass(frozen=True, slots=True)
class Replaces:
    """That the record of a contest takes the place of an earlier one, and who ordered it.

    `version` is that of the new record, from 2. `digest` is the full SHA-256 of the replaced
    record's payload, 32 octets. `order` names the decision, `reason` says why.
    """

    contest: str
    version: int
    digest: bytes
    order: str
    reason: str


@dataclass(frozen=True, slots=True)
class Package:
    """Everything a station's laptop loads before the night."""

    purpose: Purpose
    definition: Definition
    station: Station
    hours: Hours
    members: tuple[Member, ...]
    policy: Policy
    station_secret: str
    """Practice only: the 16 digits and letters that are otherwise typed from the letter."""
    digest: bytes
    """SHA-256 of the package's file, 32 octets."""
    replaces: tuple[Replaces, ...] = ()
    """The records that those of this package replace, for a recount; at most one a contest."""

    def contest(self, contest_id: str) -> Contest:
        """The contest with that id. Raises KeyError when there is none."""
        for contest in self.definition.contests:
            if contest.id == contest_id:
                return contest
        raise KeyError(contest_id)

    def member(self, number: int) -> Member:
        """The member with that number, from 1. Raises KeyError when there is none."""
        for member in self.members:
            if member.number == number:
                return member
        raise KeyError(number)

    def replaced(self, contest_id: str) -> Replaces | None:
        """What the record of a contest replaces, None for a first one."""
        return next((each for each in self.replaces if each.contest == contest_id), None)

    @property
    def fingerprint(self) -> str:
        """What people compare of the package's digest: 80 bits, hexadecimal, in groups of four."""
        shown = self.digest.hex().upper()[:FINGERPRINT]
        return " ".join(shown[at : at + 4] for at in range(0, FINGERPRINT, 4))

    @property
    def deciding(self) -> tuple[Member, ...]:
        """The members with a decisive vote, the only ones on the card."""
        return tuple(member for member in self.members if member.decisive)
