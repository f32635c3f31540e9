"""What the journal adds up to: the night as one frozen value.

`workflow.fold` is the only way to a `Night`; nothing else keeps state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from tallydesk.counting.place import Place
from tallydesk.counting.strokes import Strokes
from tallydesk.protocol.model import Booklet, Stance
from tallydesk.workflow import happening as h
from tallydesk.workflow.official_happening import KeyLack, KeysDestroyed
from tallydesk.workflow.ports import PinMark
from tallydesk.workflow.safety_happening import ForkNoticed, MovedHere, SnapshotKept


@dataclass(frozen=True, slots=True)
class Written:
    """Words somebody wrote: what they rest on, who (member number), when; `salt` 16 octets."""

    words: str
    basis: str
    by: int
    at: datetime
    salt: bytes
    confirmed_by: int = 0


@dataclass(frozen=True, slots=True)
class Voided:
    """The decision that a mobile box's votes are invalid."""

    written: Written
    box: str
    papers: int
    carriers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """An observer's remark or a complaint; `by` in their own words."""

    kind: str
    by: str
    words: str
    at: datetime
    salt: bytes


@dataclass(frozen=True, slots=True)
class Frozen:
    """The closed payload of a contest and what it was made from."""

    payload: bytes
    card: bytes
    journal_head: bytes
    completed: datetime


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that left the laptop."""

    contest: str
    number: int
    name: str
    receiver: str
    at: datetime


_SHORT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Gap:
    """A pause of the night: from when to when, why, and who guarded the ballots."""

    began: datetime
    ended: datetime | None
    reason: str
    guard: str

    @property
    def long(self) -> bool:
        """Whether it is over and took more than five minutes (requirement U23)."""
        return self.ended is not None and self.ended - self.began > _SHORT


@dataclass(frozen=True, slots=True)
class ClockMark:
    """What both clocks of the laptop showed at the same moment: `wall` in UTC, `ticks` in ms."""

    wall: datetime
    ticks: int


@dataclass(frozen=True, slots=True)
class Substitute:
    """Who sits in an absent member's place, in the words of the act."""

    name: str
    words: str
    at: datetime
    salt: bytes


@dataclass(frozen=True, slots=True)
class Tally:
    """A pile that is read aloud. Strokes are taken while it is "reading"; "left" is for the sheet.

    When it is "done" its totals are the figures of the entry.
    """

    strokes: Strokes = field(default_factory=Strokes)
    phase: Literal["reading", "paused", "left", "done"] = "reading"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A ballot that the commission voted on; `valid_for` no candidate where it is invalid."""

    description: str
    votes_for: int
    votes_against: int
    valid_for: tuple[str, ...]
    written: Written


Figure = tuple[int | None, tuple[int, int] | None]
"""A figure, None for blank, and the bundles and rest of a pile that was counted so."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was put in the place of another one, or of a blank."""

    entry: h.Pass
    place: Place
    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class Late:
    """Figures that were counted on paper first: when that was, and when they were typed (UTC)."""

    counted: datetime
    typed: datetime
    words: str
    by: int
    salt: bytes


@dataclass(frozen=True, slots=True)
class Reopening:
    """A finished stage that was opened again: why, when (UTC) and by whom.

    `words` print; "" in journals from before there were any.
    """

    group: str
    reason: str
    at: datetime
    by: int | None
    words: str
    salt: bytes


SheetPass = tuple[str, int]
Matter = tuple[str, str]
"""A contest's id and a relation's code."""


@dataclass(frozen=True, slots=True)
class Night:
    """Everything that is known of the night so far. Mappings are never changed in place."""

    opened_at: datetime | None = None
    opening: bytes = b""
    """The digest of the first entry, 32 octets: what this night is called."""
    blocks: tuple[int, ...] = ()
    proven: bool = False
    opened_with: h.NightOpened | None = None
    """The package and its forms, whole."""
    last_at: datetime | None = None
    entries: int = 0
    head: bytes = b""
    member: int = 0
    step: str = "package"
    last_place: Place | None = None
    closed_steps: frozenset[str] = frozenset()
    present: frozenset[int] = frozenset()
    points: Mapping[int, bytes] = field(default_factory=dict)
    attended: Mapping[int, bytes] = field(default_factory=dict)
    """Test signatures by member."""
    keyless: Mapping[int, KeyLack] = field(default_factory=dict)
    substitutes: Mapping[int, Substitute] = field(default_factory=dict)
    """By the number of the absent member."""
    wrong_pins: Mapping[int, PinMark] = field(default_factory=dict)
    clock: ClockMark | None = None
    clock_confirmed: bool = False
    clock_behind: bool = False
    """The program was started again while the clock showed less than the journal's last entry."""
    voting: h.VotingClosed | None = None
    closed_by: int = 0
    """Who wrote down the close."""
    first: Mapping[Place, int] = field(default_factory=dict)
    second: Mapping[Place, int] = field(default_factory=dict)
    tried: Mapping[Place, int] = field(default_factory=dict)
    piles: Mapping[tuple[int, Place], tuple[int, int]] = field(default_factory=dict)
    tallies: Mapping[SheetPass, Tally] = field(default_factory=dict)
    """By sheet and entry: neither entry sees the other's."""
    pages: Mapping[tuple[int, Place], Mapping[int, int]] = field(default_factory=dict)
    """What the pages of a list have, by entry and figure."""
    turnout: Mapping[datetime, int] = field(default_factory=dict)
    """Voters so far as they were reported, by hour (UTC); preliminary."""
    doubtful: Mapping[tuple[str, int], Doubtful] = field(default_factory=dict)
    """By contest and number."""
    closed_sheets: Mapping[SheetPass, int] = field(default_factory=dict)
    """Who closed which sheet in which pass."""
    differing: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    settled: Mapping[Place, int] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    reopened: tuple[Reopening, ...] = ()
    recounts: Mapping[Place, tuple[int, ...]] = field(default_factory=dict)
    changed_after_hint: int = 0
    hinted: Mapping[Place, int] = field(default_factory=dict)
    """What stood in a stage that was opened again after its differences had been shown."""
    explained: Mapping[Matter, Written] = field(default_factory=dict)
    variances: Mapping[Matter, Written] = field(default_factory=dict)
    voided: Mapping[Matter, Voided] = field(default_factory=dict)
    slip: bytes = b""
    remarks: tuple[Remark, ...] = ()
    opinions: Mapping[int, Written] = field(default_factory=dict)
    booklets: Mapping[str, Booklet] = field(default_factory=dict)
    spoilt_booklets: tuple[tuple[str, Booklet], ...] = ()
    spoilings: tuple[tuple[str, Written], ...] = ()
    """The acts on spoilt booklets, by contest."""
    transcribed: frozenset[tuple[str, Place]] = frozenset()
    read_back: Mapping[tuple[str, Place], int] = field(default_factory=dict)
    transcriber: Mapping[str, int] = field(default_factory=dict)
    stances: Mapping[tuple[str, int], Stance] = field(default_factory=dict)
    frozen: Mapping[str, Frozen] = field(default_factory=dict)
    signatures: Mapping[tuple[str, int], bytes] = field(default_factory=dict)
    records: Mapping[str, bytes] = field(default_factory=dict)
    seals: Mapping[str, int] = field(default_factory=dict)
    """Who opened the seal key for a contest's papers, 0 where there was none."""
    copies: tuple[Copy, ...] = ()
    handed_over: h.HandedOver | None = None
    keys_destroyed: KeysDestroyed | None = None
    stopped: bool = False
    gaps: tuple[Gap, ...] = ()
    undoable: tuple[Change, ...] = ()
    """What was written on open sheets since somebody sat down, the last one last."""
    redoable: tuple[Change, ...] = ()
    snapshot: SnapshotKept | None = None
    """The last one on a stick."""
    moves: tuple[MovedHere, ...] = ()
    fork: ForkNoticed | None = None
    """Another laptop that goes on with this night; None while none is known."""
    late: Mapping[str, Late] = field(default_factory=dict)
    """By group."""
    pauses: tuple[Written, ...] = ()
    """The long ones, as they print."""

    def figures_of(self, entry: h.Pass) -> Mapping[Place, int]:
        """What was typed in the first or the second entry."""
        return self.first if entry == 1 else self.second

    def sheet_done(self, sheet: str, entry: h.Pass) -> bool:
        """Whether that entry of the sheet was finished."""
        return (sheet, entry) in self.closed_sheets
