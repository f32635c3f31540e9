"""Everything that can happen on the night, one frozen value a kind.

A happening says what people did, never what follows from it: that is the fold's work
(`workflow.night`). Kinds are only ever added; a field that appears later has a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from tallydesk.counting.place import Place
from tallydesk.protocol.model import Stance
from tallydesk.workflow.booklet_happening import BookletHappening
from tallydesk.workflow.official_happening import (
    BlocksAsked,
    ClockConfirmed,
    KeyMissing,
    KeyOpened,
    KeysDestroyed,
    PackageProven,
    PinAccepted,
    PinRefused,
    SealMissing,
    SealOpened,
    SubstituteCame,
)
from tallydesk.workflow.safety_happening import SafetyHappening
from tallydesk.workflow.station_happening import StationHappening
from tallydesk.workflow.tally_happening import TallyHappening

Pass = Literal[1, 2]
"""First entry, or the second one by another member."""


@dataclass(frozen=True, slots=True)
class NightOpened:
    """A package was opened.

    Package and forms travel along whole, so that the journal stands by itself on another laptop.
    `forms` alternates names and texts.
    """

    package: str
    forms: tuple[str, ...]
    software: str
    manifest: bytes = b""
    """What the authority signed over package, forms and card; empty in practice."""


@dataclass(frozen=True, slots=True)
class StepOpened:
    """Somebody turned to a step's page."""

    step: str


@dataclass(frozen=True, slots=True)
class StepClosed:
    """A page's task was finished by Continue."""

    step: str


@dataclass(frozen=True, slots=True)
class AttendanceTaken:
    """Who is present, by number in the roster, and who sits down at the laptop first."""

    present: tuple[int, ...]
    at_laptop: int


@dataclass(frozen=True, slots=True)
class KeyMade:
    """A member's key was made; `point` is its public half, 33 octets compressed."""

    member: int
    point: bytes


@dataclass(frozen=True, slots=True)
class SatDown:
    """A member proved their PIN and took over the laptop.

    One without a key is taken at their word, and `without_key` says so.
    """

    member: int
    without_key: bool = False


@dataclass(frozen=True, slots=True)
class VotingClosed:
    """The announced close and the last vote are two facts (UTC).

    `early` says who decided and why, when a station finishes before its hour (Art. 104.3).
    """

    announced: datetime
    last_vote: datetime
    early: str


@dataclass(frozen=True, slots=True)
class FigureWritten:
    """A figure was typed; `count` None means the field was emptied.

    `bundles` and `rest` say how a pile was counted, None when the total was written.
    """

    place: Place
    entry: Pass
    count: int | None
    bundles: int | None = None
    rest: int | None = None


@dataclass(frozen=True, slots=True)
class SheetClosed:
    """All fields of a sheet were written and Continue was pressed."""

    sheet: str
    entry: Pass


@dataclass(frozen=True, slots=True)
class StageReopened:
    """A finished stage was opened again.

    `words` print on the protocol: which stage, when and why; `salt` 16 octets. Older journals have
    neither.
    """

    group: str
    reason: str
    words: str = ""
    salt: bytes = b""


@dataclass(frozen=True, slots=True)
class FindingsShown:
    """The differences of a stage were shown.

    From here a changed figure is one changed after a hint.
    """

    group: str


@dataclass(frozen=True, slots=True)
class Recounted:
    """A pile or list was counted again after a finding."""

    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class FindingExplained:
    """Why a finding stands: an explanation, or the answer to a question.

    `basis` are the figures it rests on, `salt` 16 octets.
    """

    contest: str
    code: str
    words: str
    basis: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class VarianceRecorded:
    """An arithmetic finding closed by two equal recounts, reason and a second member."""

    contest: str
    code: str
    words: str
    basis: str
    salt: bytes
    confirmed_by: int


@dataclass(frozen=True, slots=True)
class BoxVoided:
    """The commission decided that all votes of a mobile box are invalid (Art. 106.2).

    `papers` is the number in the box, `carriers` the members who carried it, `words` the act.
    """

    contest: str
    code: str
    box: str
    papers: int
    carriers: tuple[int, ...]
    words: str
    basis: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class SlipMade:
    """The before-opening slip was made; `payload` is what its code carries."""

    payload: bytes


@dataclass(frozen=True, slots=True)
class RemarkWritten:
    """An observer's remark or a complaint, in their own words."""

    kind: Literal["remark", "complaint"]
    by: str
    words: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class OpinionWritten:
    """A member's separate opinion."""

    member: int
    words: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class StanceTaken:
    """What a member does about the protocol of a contest."""

    contest: str
    member: int
    stance: Stance


@dataclass(frozen=True, slots=True)
class PayloadFrozen:
    """The protocol was closed: these octets are signed, nothing else.

    A later one of the same contest ends every signature given before.
    """

    contest: str
    payload: bytes
    card: bytes
    journal_head: bytes
    completed: datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """A member signed the frozen payload with their key."""

    contest: str
    member: int
    signature: bytes


@dataclass(frozen=True, slots=True)
class RecordSealed:
    """Everybody who said so has signed; `record` is the finished COSE_Sign."""

    contest: str
    record: bytes


@dataclass(frozen=True, slots=True)
class CopySaved:
    """A numbered copy was saved or printed."""

    contest: str
    number: int
    name: str
    receiver: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Original and materials left the station."""

    carriers: tuple[int, ...]
    posted: datetime
    left: datetime


@dataclass(frozen=True, slots=True)
class Stopped:
    """Work was saved and stopped; after the boxes are open with reason and guard."""

    reason: str
    guard: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """The program was started again on this journal.

    `wall` and `ticks` are what the two clocks of the laptop showed, absent in older journals.
    """

    software: str
    wall: datetime | None = None
    ticks: int | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy of the night took the place of a journal that broke; the broken one was kept.

    `left_out` events of it that held are not in the copy. `head` is the digest of its last entry
    as it stood there, 32 octets, empty when none could be read.
    """

    left_out: int
    head: bytes


Happening: TypeAlias = (
    NightOpened
    | BlocksAsked
    | PackageProven
    | StepOpened
    | StepClosed
    | AttendanceTaken
    | KeyMade
    | KeyOpened
    | KeyMissing
    | SubstituteCame
    | PinRefused
    | PinAccepted
    | ClockConfirmed
    | SatDown
    | VotingClosed
    | FigureWritten
    | TallyHappening
    | BookletHappening
    | SheetClosed
    | StageReopened
    | FindingsShown
    | Recounted
    | FindingExplained
    | VarianceRecorded
    | BoxVoided
    | SlipMade
    | RemarkWritten
    | OpinionWritten
    | StanceTaken
    | PayloadFrozen
    | Signed
    | RecordSealed
    | SealOpened
    | SealMissing
    | CopySaved
    | HandedOver
    | KeysDestroyed
    | Stopped
    | Resumed
    | Restored
    | StationHappening
    | SafetyHappening
)
